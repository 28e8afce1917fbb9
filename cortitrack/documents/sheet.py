"""The sheet every document is printed on: paper, margins, running lines, and the parts a story is made of."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any

from matplotlib.figure import Figure
from reportlab import rl_config
from reportlab.lib.colors import HexColor
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, KeepTogether, PageBreak, PageTemplate, Spacer

from cortitrack.documents.grid import Grid, GridLook
from cortitrack.documents.lettering import Line, Look, draw_lines, draw_turned, single_line
from cortitrack.documents.prose import Content, Prose
from cortitrack.documents.styles import (
    ACCENT,
    BODY,
    CELL,
    CELL_HEAD,
    HEADING,
    INK,
    LABEL,
    LINE,
    MUTED,
    SMALL,
    STAMP,
    TITLE,
    VALUE,
    WASH,
    Align,
    Style,
    Tone,
)
from cortitrack.documents.typefaces import Fonts
from cortitrack.documents.vector_figure import VectorFigure
from cortitrack.documents.whole_file import write_whole

_MM = 72 / 25.4
_UNSET = "CortiTrackUnset"
_RUNNING_SIZE = 8.0
_APART = 12.0
_STAMP_SIZE = 150.0

# Page streams stay binary: reportlab's text form of them is a quarter larger and costs time to make.
rl_config.useA85 = 0


class Paper(Enum):
    """The sizes of paper a clinic prints on, in points."""

    A4 = (595.28, 841.89)
    LETTER = (612.0, 792.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Imprint:
    """What is said about a document as a whole, on each page and in its file."""

    title: str
    author: str
    language: str
    patient: str  # the name, on every page; it gives way where the line is too short
    identity: str  # date of birth and identifier, on every page and never shortened
    running: str  # what the document is, on every page
    foot: str  # from whom, and what it is not
    page_of: Callable[[int, int], str]
    subject: str = ""
    stamp: str = ""  # pale and large under the text of each page
    program: str = "CortiTrack"
    made_at: datetime | None = None


class Sheet:
    """Makes the parts of a story in the look of the paper, and prints the story."""

    def __init__(self, fonts: Fonts, *, paper: Paper = Paper.A4, leftward: bool = False) -> None:
        self._fonts = fonts
        self._leftward = leftward
        self._page_width, self._page_height = paper.value
        self._side = 20 * _MM
        self._top, self._bottom = 22 * _MM, 18 * _MM
        self.width = self._page_width - 2 * self._side
        self.height = self._page_height - self._top - self._bottom

    # -- the parts of a story ----------------------------------------------------------------

    def text(self, content: Content, style: Style = BODY) -> Prose:
        """Return a paragraph; nothing in it is read as markup."""
        return Prose(self._fonts, content, style)

    def title(self, content: Content) -> Prose:
        """Return the title of a document."""
        return self.text(content, TITLE)

    def heading(self, content: Content) -> Prose:
        """Return the heading of a section, which stays with what follows it."""
        return self.text(content, HEADING)

    def small(self, content: Content) -> Prose:
        """Return text that matters less."""
        return self.text(content, SMALL)

    def gap(self, points: float) -> Flowable:
        """Return empty room."""
        return Spacer(0, points)

    def new_page(self) -> Flowable:
        """Return the end of a page."""
        return PageBreak()

    def together(self, parts: Sequence[Flowable]) -> Flowable:
        """Keep parts on one page."""
        return KeepTogether(list(parts))

    def rows(self, pairs: Sequence[tuple[str, Content]], *, label_width: float = 110, columns: int = 1) -> Grid:
        """Return labels with their values, side by side, in one or more columns of pairs."""
        column = self.width / columns
        lines = [list(pairs[at : at + columns]) for at in range(0, len(pairs), columns)]
        cells = []
        for line in lines:
            filled = [*line, *[("", "")] * (columns - len(line))]
            cells.append([part for label, value in filled for part in self._pair(label, value)])
        widths = [label_width, column - label_width] * columns
        return Grid(cells, widths, look=GridLook(rule=None, pad_y=1.5), leftward=self._leftward)

    def table(
        self,
        head: Sequence[Content],
        rows: Sequence[Sequence[Content]],
        *,
        shares: Sequence[float] | None = None,
        styles: Sequence[Style] | None = None,
    ) -> Grid:
        """Return a table over the whole width; shares say how the columns divide it."""
        shares = shares or [1.0] * len(head)
        widths = [self.width * share / sum(shares) for share in shares]
        cell_styles = styles or [CELL] * len(head)
        cells = [
            [self.text(content, self._sided(style)) for content, style in zip(row, cell_styles, strict=True)]
            for row in rows
        ]
        titles = [self.text(content, self._sided(CELL_HEAD)) for content in head]
        return Grid(cells, widths, head=titles, look=GridLook(), leftward=self._leftward)

    def _pair(self, label: str, value: Content) -> tuple[Prose, Prose]:
        return self.text(label, self._sided(LABEL)), self.text(value, self._sided(VALUE))

    def _sided(self, style: Style) -> Style:
        """Return a style of cells as it stands on a sheet that is read from the right."""
        return replace(style, align=Align.RIGHT) if self._leftward and style.align is Align.LEFT else style

    def notice(self, content: Content, tone: Tone = Tone.PLAIN) -> Grid:
        """Return a box that stands out, its tone a coloured edge beside the words."""
        look = GridLook(pad_x=9, pad_y=6, rule=None, wash=WASH, edge=tone.value, flush=False, before=4)
        return Grid([[self.text(content, Style(after=0))]], [self.width], look=look, leftward=self._leftward)

    def figure(self, figure: Figure, *, height: float, said: str = "", width: float | None = None) -> VectorFigure:
        """Return a chart as vectors; `said` is the sentence that says what it shows."""
        return VectorFigure(self._fonts, figure, width or self.width, height, said=said)

    # -- printing ----------------------------------------------------------------------------

    def pdf(self, story: Sequence[Flowable], imprint: Imprint) -> bytes:
        """Return the story as a PDF file; the same story and imprint give the same bytes."""
        out = BytesIO()
        size = (self._page_width, self._page_height)
        template = BaseDocTemplate(
            out, pagesize=size, title=imprint.title, author=imprint.author, subject=imprint.subject,
            creator=imprint.program, producer=imprint.program, lang=imprint.language, invariant=1,
            initialFontName=_unset_font(),
        )  # fmt: skip
        frame = Frame(
            self._side, self._bottom, self.width, self.height,
            leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0,
        )  # fmt: skip
        stamped = partial(self._draw_stamp, imprint.stamp)
        template.addPageTemplates(PageTemplate(frames=[frame], pagesize=size, onPage=stamped))
        template.build(list(story), canvasmaker=lambda *a, **k: _NumberedCanvas(self, imprint, *a, **k))
        return out.getvalue()

    def write(self, path: Path, story: Sequence[Flowable], imprint: Imprint) -> None:
        """Print the story into a file that is whole or not there; disk trouble is a PaperTrouble."""
        write_whole(path, self.pdf(story, imprint))

    def draw_running_lines(self, canvas: Any, imprint: Imprint, page: int, pages: int) -> None:
        """Draw the head and the foot of one page."""
        head, foot = self._page_height - 14 * _MM, 11 * _MM
        bold = Look(_RUNNING_SIZE, True, INK)
        muted = Look(_RUNNING_SIZE, False, MUTED)
        running = single_line(self._fonts, imprint.running, muted)
        identity = single_line(self._fonts, imprint.identity, muted)
        room = self.width - running.width - identity.width - 2 * _APART
        patient = self._shortened(imprint.patient, bold, room)
        self._opposed(canvas, head, [patient, identity], running)
        number = single_line(self._fonts, imprint.page_of(page, pages), muted)
        self._opposed(canvas, foot, [self._shortened(imprint.foot, muted, self.width - number.width)], number)
        canvas.saveState()
        canvas.setStrokeColor(HexColor(LINE))
        canvas.setLineWidth(0.6)
        for y in (head - 5, foot + 11):
            canvas.line(self._side, y, self._page_width - self._side, y)
        canvas.setStrokeColor(HexColor(ACCENT))
        canvas.setLineWidth(1.6)
        start = self._page_width - self._side - 28 if self._leftward else self._side
        canvas.line(start, head - 5, start + 28, head - 5)
        canvas.restoreState()

    def _draw_stamp(self, stamp: str, canvas: Any, _: Any) -> None:
        """Draw a word from corner to corner, before anything else of the page."""
        if not stamp:
            return
        line = single_line(self._fonts, stamp, Look(_STAMP_SIZE, True, STAMP))
        turn = math.atan2(self._page_height, self._page_width)
        cos, sin = math.cos(turn), math.sin(turn)
        half, low = line.width / 2, _STAMP_SIZE / 3
        x = self._page_width / 2 - half * cos + low * sin
        y = self._page_height / 2 - half * sin - low * cos
        draw_turned(canvas, line, (cos, sin, -sin, cos, x, y))

    def _opposed(self, canvas: Any, y: float, first: Sequence[Line], last: Line) -> None:
        """Draw lines from one margin inwards and one at the other margin."""
        placed, used = [], 0.0
        for line in first:
            x = self.width - used - line.width if self._leftward else used
            placed.append((line, self._side + x, y))
            used += line.width + _APART / 2
        placed.append((last, self._side + (0 if self._leftward else self.width - last.width), y))
        draw_lines(canvas, placed)

    def _shortened(self, text: str, look: Look, room: float) -> Line:
        line = single_line(self._fonts, text, look)
        while line.width > room and len(text) > 1:
            text = text[: max(1, min(len(text) - 2, int(len(text) * room / line.width)))].rstrip()
            line = single_line(self._fonts, f"{text}…", look)
        return line


class _NumberedCanvas(Canvas):
    """Keeps its pages until all are known, so that each can say how many there are."""

    def __init__(self, sheet: Sheet, imprint: Imprint, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._sheet, self._imprint = sheet, imprint
        self._pages: list[dict[str, Any]] = []
        made_at = imprint.made_at
        if made_at is not None:
            stamp = _stamp(made_at)
            self.setDateFormatter(lambda *_: stamp)
        self.setViewerPreference("DisplayDocTitle", "true")

    def showPage(self) -> None:  # noqa: N802 (reportlab's name)
        self._pages.append(dict(self.__dict__))
        self._startPage()

    def save(self) -> None:
        for number, page in enumerate(self._pages, start=1):
            self.__dict__.update(page)
            self._sheet.draw_running_lines(self, self._imprint, number, len(self._pages))
            super().showPage()
        super().save()


class _UnsetFont:
    """Stands where reportlab wants a font before any text: without it each page would name Helvetica."""

    # The names are reportlab's.
    fontName = _UNSET  # noqa: N815
    _dynamicFont = True  # noqa: N815
    _multiByte = False  # noqa: N815

    class face:  # noqa: N801
        name = _UNSET


def _unset_font() -> str:
    if _UNSET not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(_UnsetFont())
    return _UNSET


def _stamp(moment: datetime) -> str:
    """Return a moment as PDF writes it."""
    written = moment.strftime("D:%Y%m%d%H%M%S")
    zone = moment.strftime("%z")
    return f"{written}{zone[:3]}'{zone[3:5]}'" if zone else written
