"""Write a referral letter, against reportlab writing the same words with the same chart already drawn.

Ours is everything from asking for the letter to the whole file on the disk: gathering the record, the chart, setting
type in any script, characters that no font has, the page count. The floor is what reportlab alone needs for the same
words: its own paragraphs and tables, one font embedded, no running lines, the chart's operators and words put in as
they are. Both warm, both with their fonts open.
"""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple
from xml.sax.saxutils import escape

from matplotlib.figure import Figure
from matplotlib.text import Text
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, KeepTogether, PageBreak, Paragraph, SimpleDocTemplate, Table

from bench.courses import two_people
from bench.measured import Goal, Line, in_turn, milliseconds
from cortitrack import paths
from cortitrack.charts.pain_course import draw_pain_course
from cortitrack.charts.palette import PAPER
from cortitrack.documents.grid import Grid
from cortitrack.documents.prose import Prose
from cortitrack.documents.sheet import Imprint, Sheet
from cortitrack.documents.typefaces import Fonts
from cortitrack.documents.vector_figure import VectorFigure, draw_figure
from cortitrack.domain.referral import Referral
from cortitrack.services.desk import Desk

TIMES = 21
_WIDTH, _HEIGHT = 482.0, 170.0  # points, as on the letter's first page
_REFERRAL = Referral(
    to="Orthopaedic outpatients",
    question="Is there a mechanical cause that an operation would mend?",
    wants="To walk to work again without a stick.",
    signed_by="Dr Lind",
)


def measure() -> list[Line]:
    """The letter of a patient with three injections and 60 scores."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        desk, places = two_people(folder / "courses.cortitrack")
        path, problem = folder / "letter.pdf", places[0][1]
        report = desk.letters.write(problem, _REFERRAL, path)
        bare = _Bare(_story(desk, problem), _chart(desk, problem))

        def ours() -> float:
            return milliseconds(lambda: desk.letters.write(problem, _REFERRAL, path))

        def floor() -> float:
            return milliseconds(lambda: (folder / "bare.pdf").write_bytes(bare.written()))

        took, least = in_turn(TIMES, ours, floor)
        desk.close()
    return [
        Line(name=f"letter of {report.pages} pages / reportlab, chart already drawn", unit="ms", ours=took, floor=least,
             goal=Goal.RATIO, number=2),
        Line(name="its size", unit="KB", ours=report.size / 1024, goal=Goal.OURS, number=150),
    ]  # fmt: skip


def _story(desk: Desk, problem: int) -> list[Flowable]:
    """The parts of our letter in order, as it hands them to its sheet."""
    told: list[Flowable] = []
    pdf = Sheet.pdf

    def listening(sheet: Sheet, story: Sequence[Flowable], imprint: Imprint) -> bytes:
        told.extend(story)
        return pdf(sheet, list(story), imprint)

    Sheet.pdf = listening
    try:
        desk.letters.press.room().letter(desk.letters.facts(problem, _REFERRAL))
    finally:
        Sheet.pdf = pdf
    return told


def _chart(desk: Desk, problem: int) -> Figure:
    facts = desk.letters.facts(problem, _REFERRAL)
    figure = Figure(figsize=(_WIDTH / 72, _HEIGHT / 72), dpi=72)
    draw_pain_course(figure, facts.timeline, facts.verdicts, facts.rules, PAPER, facts.today, scale=0.88)
    return figure


class _Bare:
    """The same paragraphs and tables as reportlab's own."""

    def __init__(self, story: list[Flowable], figure: Figure) -> None:
        fonts = paths.resources() / "fonts"
        self._font = "BenchText"
        pdfmetrics.registerFont(TTFont(self._font, fonts / "NotoSans.ttf"))
        self._parts = [_plain(part) for part in _flat(story)]
        self._styles: dict[float, ParagraphStyle] = {}
        canvas = Canvas(BytesIO())
        draw_figure(canvas, Fonts(fonts), figure, _WIDTH, _HEIGHT)
        self._operators = _without_words("\n".join(canvas._code))
        self._words = [
            (text.get_text(), *text.get_window_extent().p0, text.get_fontsize())
            for text in figure.findobj(Text)
            if text.get_text().strip()
        ]

    def written(self) -> bytes:
        """Make the file."""
        out = BytesIO()
        story = [self._made(part) for part in self._parts]
        SimpleDocTemplate(out, leftMargin=50, rightMargin=50, topMargin=30, bottomMargin=30, invariant=1).build(story)
        return out.getvalue()

    def _made(self, part: Any) -> Flowable:
        if isinstance(part, _Table):
            cells = [[self._paragraph(cell) for cell in row] for row in part.rows]
            return Table(cells, part.widths, style=_LOOK)
        if isinstance(part, _Words):
            return self._paragraph(part)
        return part() if part is PageBreak else _Drawn(self._operators, self._words, self._font)

    def _paragraph(self, words: _Words) -> Paragraph:
        style = self._styles.get(words.size)
        if style is None:
            leading = words.size * 1.2
            style = ParagraphStyle(f"bench{words.size}", fontName=self._font, fontSize=words.size, leading=leading)
            self._styles[words.size] = style
        return Paragraph(words.text, style)


class _Words(NamedTuple):
    """A paragraph's text as reportlab's markup, and its size."""

    text: str
    size: float


class _Table(NamedTuple):
    """Cells, and the widths of their columns."""

    rows: list[list[_Words]]
    widths: list[float]


_WHOLE = ((0, 0), (-1, -1))
_LOOK = [
    ("LINEBELOW", *_WHOLE, 0.5, "#d0d7de"),
    ("VALIGN", *_WHOLE, "TOP"),
    ("LEFTPADDING", *_WHOLE, 1),
    ("RIGHTPADDING", *_WHOLE, 1),
]


def _flat(story: Sequence[Flowable]) -> list[Flowable]:
    """Every part, also those that keep together."""
    return [one for part in story for one in (part._content if isinstance(part, KeepTogether) else [part])]


def _plain(part: Flowable) -> Any:
    """What a part of our letter says, without our way of setting it."""
    if isinstance(part, Prose):
        return _Words(escape("".join(span.text for span in part._spans)).replace("\n", "<br/>"), part._style.size)
    if isinstance(part, Grid):
        rows = [*([part._head] if part._head else []), *part._rows]
        return _Table([[_plain(cell) for cell in row] for row in rows], part._widths)
    if isinstance(part, PageBreak):
        return PageBreak
    return None if isinstance(part, VectorFigure) else _Words("", 1)


class _Drawn(Flowable):
    """A chart that needs only to be put on the page."""

    def __init__(self, operators: str, words: list[tuple[str, float, float, float]], font: str) -> None:
        super().__init__()
        self.width, self.height = _WIDTH, _HEIGHT
        self._operators, self._words, self._font = operators, words, font

    def draw(self) -> None:
        """Put it there."""
        canvas: Any = self.canv
        canvas.addLiteral(self._operators)
        for text, x, y, size in self._words:
            canvas.setFont(self._font, size)
            canvas.drawString(x, y, text)


def _without_words(operators: str) -> str:
    """The paths alone: what names a font or a graphics state of another document is left out."""
    kept, inside = [], False
    for line in operators.splitlines():
        inside = inside or line.lstrip().startswith("BT")
        if not inside and not line.rstrip().endswith((" gs", " Do", " scn")):
            kept.append(line)
        if "ET" in line.split():
            inside = False
    return "\n".join(kept)
