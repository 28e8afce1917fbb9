"""Lines of text as positioned glyphs, and the PDF operators that draw them."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from cortitrack.documents.bidi import base_level, levels, visual_order
from cortitrack.documents.embedding import Embedding, embedding_of
from cortitrack.documents.scripts import printable
from cortitrack.documents.typefaces import Fonts, Stretch

_BASE_EXTENT = 1362.0  # ascent and descent of the text typeface; taller scripts get taller lines
_TALLEST = 1.45


class Look(NamedTuple):
    """Size, weight and colour of a piece of text."""

    size: float
    bold: bool
    colour: str


class Chunk(NamedTuple):
    """A piece of text of one look and one level, with its glyphs from left to right."""

    text: str
    level: int
    look: Look
    stretches: tuple[Stretch, ...]
    width: float


class Line:
    """Chunks from left to right."""

    def __init__(self, chunks: Sequence[Chunk], base: int = 0) -> None:
        self.base = base
        self.chunks = [chunks[at] for at in visual_order([piece.level for piece in chunks])]
        self.width = sum([piece.width for piece in chunks])
        self._tall: tuple[float, float] | None = None

    def height(self, size: float) -> float:
        """Return the largest size in the line, or the given one, made taller where its scripts need it."""
        if self._tall is None:
            cuts = {stretch.cut for piece in self.chunks for stretch in piece.stretches}
            extents = [(cut.ascent - cut.descent) / _BASE_EXTENT for cut in cuts]
            largest = max((piece.look.size for piece in self.chunks), default=0.0)
            self._tall = largest, min(_TALLEST, max([1.0, *extents]))
        return max(size, self._tall[0]) * self._tall[1]


def chunk(fonts: Fonts, text: str, level: int, look: Look) -> Chunk:
    """Shape a piece of printable text that has one level."""
    stretches = fonts.stretches(text, bold=look.bold, rightward=level % 2 == 0)
    width = sum([stretch.width for stretch in stretches]) * look.size / 1000
    return Chunk(text, level, look, stretches, width)


def single_line(fonts: Fonts, text: str, look: Look) -> Line:
    """Set a text in one line whatever its length, new lines read as spaces."""
    clean = printable(fonts, text).replace("\n", " ")
    base = base_level(clean)
    return Line(list(_level_chunks(fonts, clean, base, look)), base)


def _level_chunks(fonts: Fonts, text: str, base: int, look: Look) -> Iterator[Chunk]:
    found = levels(text, base)
    start = 0
    for at in range(1, len(text) + 1):
        if at == len(text) or found[at] != found[start]:
            yield chunk(fonts, text[start:at], found[start], look)
            start = at


def draw_lines(canvas: Any, placed: Iterable[tuple[Line, float, float]]) -> None:
    """Draw lines, each with the left end of its line of writing."""
    pen = _Pen(embedding_of(canvas))
    for line, x, y in placed:
        pen.move(f"1 0 0 1 {_short(x)} {_short(y)} Tm")
        pen.write(line)
    canvas.addLiteral(pen.lift())


def draw_turned(canvas: Any, line: Line, matrix: Sequence[float]) -> None:
    """Draw a line through a matrix that places and turns it."""
    pen = _Pen(embedding_of(canvas))
    pen.move(" ".join(_short(number, 4) for number in matrix) + " Tm")
    pen.write(line)
    canvas.addLiteral(pen.lift())


class _Pen:
    """Collects the operators of one text object, saying nothing twice."""

    def __init__(self, embedding: Embedding) -> None:
        self._embedding = embedding
        self._operators = ["q", "BT"]
        self._shown: list[str] = []
        self._state: tuple[str, float, str, bool] | None = None

    def move(self, operator: str) -> None:
        self._flush()
        self._operators.append(operator)

    def write(self, line: Line) -> None:
        for piece in line.chunks:
            for stretch in piece.stretches:
                self._stretch(stretch, piece.look)

    def lift(self) -> str:
        self._flush()
        return " ".join([*self._operators, "ET", "Q"])

    def _stretch(self, stretch: Stretch, look: Look) -> None:
        font = self._embedding.font(stretch.cut)
        self._set(font.name, look, stretch.cut.thickened)
        if stretch.flat:
            self._shown.append(font.shown(stretch))
            return
        for step in stretch.steps:
            self._shown.append(f"{-step.gap or ''}")
            if step.rise:
                self._flush()
                self._operators.append(f"{_short(step.rise * look.size / 1000)} Ts")
            self._shown.append(f"<{font.code(step.glyph, step.text)}>")
            if step.rise:
                self._flush()
                self._operators.append("0 Ts")
        self._shown.append(f"{-stretch.owed or ''}")

    def _set(self, name: str, look: Look, thickened: bool) -> None:
        state = (name, look.size, look.colour, thickened)
        if state == self._state:
            return
        self._flush()
        before = self._state or ("", 0.0, "", False)
        if state[:2] != before[:2]:
            self._operators.append(f"/{name} {_short(look.size)} Tf")
        if look.colour != before[2]:
            self._operators.append(_fill(look.colour))
        if thickened != before[3] or (thickened and state != before):
            self._operators.append(_thicken(look) if thickened else "0 Tr")
        self._state = state

    def _flush(self) -> None:
        shown = "".join(self._shown)
        if shown:
            self._operators.append(f"[{shown.replace('><', '')}] TJ")
            self._shown = []


def _short(number: float, places: int = 2) -> str:
    return f"{number:.{places}f}".rstrip("0").rstrip(".") or "0"


def _parts(colour: str) -> str:
    return " ".join(_short(int(colour[at : at + 2], 16) / 255, 3) for at in (1, 3, 5))


def _fill(colour: str) -> str:
    return f"{_parts(colour)} rg"


def _thicken(look: Look) -> str:
    return f"{_parts(look.colour)} RG {_short(look.size * 0.03, 3)} w 2 Tr"
