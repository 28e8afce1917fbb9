"""Paragraphs of mixed scripts as flowables: broken into lines in reading order, each line set in visual order."""

from collections.abc import Iterator, Sequence

from reportlab.platypus import Flowable

from cortitrack.documents.bidi import base_level, levels
from cortitrack.documents.lettering import Chunk, Line, Look, chunk, draw_lines
from cortitrack.documents.scripts import clusters, printable, tokens
from cortitrack.documents.styles import BODY, Align, Span, Style
from cortitrack.documents.typefaces import Fonts

Content = str | Sequence[Span]

_TOLERANCE = 0.01
_BASELINE = 0.76  # of the line's height, from its top
_LONELY = 2  # lines that never stand alone at the foot or the head of a page


class Prose(Flowable):
    """Text in one style, whatever its scripts; it wraps, splits over pages and can be read back."""

    def __init__(self, fonts: Fonts, content: Content, style: Style = BODY) -> None:
        super().__init__()
        self._fonts = fonts
        self._spans = [Span(content)] if isinstance(content, str) else list(content)
        self._style = style
        self._lines: list[Line] | None = None
        self._set_width = -1.0
        self._is_part = False
        self.keepWithNext = style.keep_with_next

    def getSpaceBefore(self) -> float:  # noqa: N802 (reportlab's name)
        """Return the space above."""
        return self._style.before

    def getSpaceAfter(self) -> float:  # noqa: N802 (reportlab's name)
        """Return the space below."""
        return self._style.after

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Break the text into lines of the width and return the room it takes."""
        if self._lines is None or (not self._is_part and abs(width - self._set_width) > _TOLERANCE):
            self._lines = compose(self._fonts, self._spans, self._style, width)
            self._set_width = width
        self.width, self.height = width, sum(self._height(line) for line in self._lines)
        return self.width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        """Return the part that fits into the height and the rest, or nothing if too little fits."""
        self.wrap(width, height)
        lines = self._lines or []
        room, fitting = height + _TOLERANCE, 0
        for line in lines:
            room -= self._height(line)
            if room < 0:
                break
            fitting += 1
        if fitting == len(lines):
            return [self]
        if len(lines) - fitting < _LONELY and len(lines) > _LONELY:
            fitting = len(lines) - _LONELY
        if fitting < min(_LONELY, len(lines)):
            return []
        return [self._part(lines[:fitting]), self._part(lines[fitting:])]

    def draw(self) -> None:
        """Draw the lines."""
        y = self.height
        placed = []
        for line in self._lines or []:
            height = self._height(line)
            placed.append((line, self._indent(line), y - height * _BASELINE))
            y -= height
        draw_lines(self.canv, placed)

    def first_baseline(self) -> float:
        """Return how far below the top the first line is written, after wrapping."""
        return self._height(self._lines[0]) * _BASELINE if self._lines else 0.0

    def emptied(self) -> "Prose":
        """Return a text of the same style that takes no room."""
        return self._part([])

    def _part(self, lines: list[Line]) -> "Prose":
        part = Prose(self._fonts, self._spans, self._style)
        part._lines, part._is_part = lines, True
        return part

    def _height(self, line: Line) -> float:
        return line.height(self._style.size) * self._style.leading

    def _indent(self, line: Line) -> float:
        align = self._style.align
        if align is Align.CENTRE:
            return (self.width - line.width) / 2
        rightward = {Align.START: line.base == 0, Align.END: line.base == 1, Align.LEFT: True}.get(align, False)
        return 0.0 if rightward else self.width - line.width


def compose(fonts: Fonts, spans: Sequence[Span], style: Style, width: float) -> list[Line]:
    """Break spans into lines of a width; new lines in the text begin new lines on paper."""
    lines: list[Line] = []
    for paragraph in _paragraphs(fonts, spans, style):
        text = "".join(part for part, _ in paragraph)
        base = base_level(text)
        filled = _fill(fonts, _atoms(fonts, paragraph, text, base), width)
        lines += [Line(chunks, base) for chunks in filled]
    return lines


def _paragraphs(fonts: Fonts, spans: Sequence[Span], style: Style) -> list[list[tuple[str, Look]]]:
    paragraphs: list[list[tuple[str, Look]]] = [[]]
    for span in spans:
        look = Look(
            style.size if span.size is None else span.size,
            style.bold if span.bold is None else span.bold,
            style.colour if span.colour is None else span.colour,
        )
        parts = printable(fonts, span.text).split("\n")
        first, *others = [f"\u2068{part}\u2069" for part in parts] if span.apart else parts
        paragraphs[-1].append((first, look))
        paragraphs += [[(other, look)] for other in others]
    return paragraphs


def _atoms(fonts: Fonts, parts: list[tuple[str, Look]], text: str, base: int) -> Iterator[tuple[list[Chunk], bool]]:
    """Yield what no line may break, as chunks of one look and level; spaces by themselves."""
    found = levels(text, base)
    looks = [look for part, look in parts for _ in part] if len(parts) > 1 else None
    plain = not found or max(found) == 0
    start = 0
    for token, is_space in tokens(text):
        end = start + len(token)
        if looks is None and (plain or min(found[start:end]) == max(found[start:end])):
            yield [chunk(fonts, token, found[start], parts[0][1])], is_space
        else:
            yield list(_uniform(fonts, text, start, end, found, looks or [parts[0][1]] * len(text))), is_space
        start = end


def _uniform(fonts: Fonts, text: str, start: int, end: int, found: list[int], looks: list[Look]) -> Iterator[Chunk]:
    for at in range(start + 1, end + 1):
        if at == end or found[at] != found[start] or looks[at] != looks[start]:
            yield chunk(fonts, text[start:at], found[start], looks[start])
            start = at


def _fill(fonts: Fonts, atoms: Iterator[tuple[list[Chunk], bool]], width: float) -> list[list[Chunk]]:
    """Put as many atoms into each line as it holds; spaces at a line's end are dropped."""
    lines: list[list[Chunk]] = [[]]
    used = 0.0
    spaces: list[Chunk] = []
    for chunks, is_space in atoms:
        if is_space:
            spaces += chunks
            continue
        gap, wide = _width(spaces), _width(chunks)
        if lines[-1] and used + gap + wide > width + _TOLERANCE:
            lines.append([])
            used, gap, spaces = 0.0, 0.0, []
        if wide > width + _TOLERANCE:
            *whole, chunks = _broken(fonts, chunks, width)
            lines[-1:] = [*whole, []]
            spaces, used, gap = [], 0.0, 0.0
            wide = _width(chunks)
        lines[-1] += spaces + chunks
        used += gap + wide
        spaces = []
    return lines


def _width(chunks: list[Chunk]) -> float:
    return chunks[0].width if len(chunks) == 1 else sum([piece.width for piece in chunks])


def _broken(fonts: Fonts, chunks: list[Chunk], width: float) -> list[list[Chunk]]:
    """Break a word wider than the line between its letters."""
    lines: list[list[Chunk]] = [[]]
    used = 0.0
    for piece in chunks:
        kept = ""
        for letter in clusters(piece.text):
            wide = chunk(fonts, letter, piece.level, piece.look).width
            if used + wide > width and (kept or lines[-1]):
                if kept:
                    lines[-1].append(chunk(fonts, kept, piece.level, piece.look))
                lines.append([])
                kept, used = "", 0.0
            kept += letter
            used += wide
        lines[-1].append(chunk(fonts, kept, piece.level, piece.look))
    return lines
