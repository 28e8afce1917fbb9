"""The bundled fonts: which one prints a character, and how it shapes a piece of text."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

import uharfbuzz as hb

ZERO_WIDTH_SPACE = "\u200b"

# Asked in this order. A file that is missing is passed over, so a smaller set of fonts is a smaller set of scripts.
# fmt: off
_FILES = (
    "NotoSans", "NotoSansArabic", "NotoSansHebrew", "NotoSansThai", "NotoSansDevanagari",
    "NotoSansArmenian", "NotoSansGeorgian", "NotoSansBengali", "NotoSansTamil", "NotoSansGujarati",
    "NotoSansGurmukhi", "NotoSansTelugu", "NotoSansKannada", "NotoSansMalayalam", "NotoSansOriya",
    "NotoSansSinhala", "NotoSansKhmer", "NotoSansLao", "NotoSansMyanmar", "NotoSansEthiopic",
    "DejaVuSans", "WenQuanYiMicroHei", "NotoEmoji",
)
# fmt: on
_DRAWN_TABLES = frozenset({"glyf", "head", "hhea", "hmtx", "loca", "maxp", "cvt ", "fpgm", "prep"})
_WEIGHT_TABLES = frozenset({"fvar", "gvar", "avar", "HVAR", "MVAR", "cvar"})
_KERNED = frozenset({"Latn", "Grek", "Cyrl", None})
_TIGHTEST = 110
_STRETCHES_KEPT = 20_000
_ISOLATES = str.maketrans("", "", "\u2066\u2067\u2068\u2069")

# Readers of PDF turn right-to-left text round letter by letter: a ligature must read back as one letter.
_LIGATURES = {
    unicodedata.normalize("NFKC", char): char
    for char in map(chr, (*range(0xFBEA, 0xFDC8), *range(0xFEF5, 0xFEFD)))
    if unicodedata.decomposition(char).startswith("<isolated>")
}


class Glyph(NamedTuple):
    """One shaped glyph and the text it stands for; lengths are thousandths of the type size."""

    number: int
    text: str
    advance: float
    dx: float
    dy: float


class Cut:
    """One typeface at one weight: it measures, shapes and gives away subsets of itself."""

    def __init__(self, name: str, face: hb.Face, *, weight: float | None = None, thickened: bool = False) -> None:
        self.name = name
        self.face = face
        self.thickened = thickened  # there is no bold: the outline is drawn as well
        self.font = hb.Font(face)
        self._weight = weight
        if weight is not None:
            self.font.set_variations({"wght": weight})
        self.scale = 1000 / face.upem

    @cached_property
    def ascent(self) -> float:
        """Return how far the typeface reaches above the line of writing."""
        return float(self.font.get_font_extents("ltr").ascender * self.scale)

    @cached_property
    def descent(self) -> float:
        """Return how far it reaches below the line of writing (a negative number)."""
        return float(self.font.get_font_extents("ltr").descender * self.scale)

    @cached_property
    def cap_height(self) -> float:
        """Return the height of a capital letter."""
        height = self.font.get_metric_position_with_fallback(hb.OTMetricsTag.CAP_HEIGHT)
        return float(height * self.scale)

    def advance(self, glyph: int) -> float:
        """Return the width of a glyph by itself."""
        return float(self.font.get_glyph_h_advance(glyph) * self.scale)

    def shape(self, text: str, rightward: bool) -> tuple[Glyph, ...]:
        """Return the glyphs of a text of one direction, from left to right, each with the text it stands for."""
        buffer = hb.Buffer()
        level = hb.BufferClusterLevel
        buffer.cluster_level = level.MONOTONE_GRAPHEMES if rightward else level.MONOTONE_CHARACTERS
        buffer.add_str(text)
        buffer.direction = "ltr" if rightward else "rtl"
        buffer.guess_segment_properties()
        buffer.flags = hb.BufferFlags.REMOVE_DEFAULT_IGNORABLES
        hb.shape(self.font, buffer, _features(text, buffer.script))
        infos, places = buffer.glyph_infos, buffer.glyph_positions
        texts = _texts([info.cluster for info in infos], text, rightward)
        scale = self.scale
        glyphs = (
            Glyph(info.codepoint, said, place.x_advance * scale, place.x_offset * scale, place.y_offset * scale)
            for info, place, said in zip(infos, places, texts, strict=True)
        )
        return tuple(map(self._loosened, glyphs) if buffer.script in _KERNED else glyphs)

    def _loosened(self, glyph: Glyph) -> Glyph:
        """Kern less where a reader of PDF would take the move for a space."""
        least = self.advance(glyph.number) - _TIGHTEST
        return glyph._replace(advance=least) if 0 < glyph.advance < least else glyph

    def subset(self, glyphs: Iterable[int]) -> tuple[bytes, dict[int, int]]:
        """Return a font file with these glyphs only, and where each of them went."""
        wanted = hb.SubsetInput()
        wanted.glyph_set.update(glyphs)
        if self._weight is not None:
            wanted.pin_axis_location(self.face, "wght", self._weight)
        for tag in set(self.face.table_tags) - _DRAWN_TABLES - _WEIGHT_TABLES:
            wanted.drop_table_tag_set.add(int.from_bytes(tag.encode("ascii"), "big"))
        wanted.flags = hb.SubsetFlags.NO_LAYOUT_CLOSURE | hb.SubsetFlags.NO_HINTING
        plan = hb.SubsetPlan(self.face, wanted)
        return bytes(plan.execute().blob.data), dict(plan.old_to_new_glyph_mapping)


class Step(NamedTuple):
    """One glyph as it is drawn: how far the pen moves before it and how far it stands above the line."""

    gap: int
    glyph: int
    text: str
    rise: float


class Stretch:
    """Glyphs of one cut, from left to right; lengths are thousandths of the type size."""

    def __init__(self, cut: Cut, glyphs: Sequence[Glyph]) -> None:
        self.cut = cut
        self.width = sum(glyph.advance for glyph in glyphs)
        self.steps: list[Step] = []
        owed = 0.0
        for glyph in glyphs:
            gap = round(owed + glyph.dx)
            self.steps.append(Step(gap, glyph.number, glyph.text, glyph.dy))
            owed += glyph.advance - cut.advance(glyph.number) - gap
        self.owed = round(owed)
        self.flat = not any(step.rise for step in self.steps)


class Typeface:
    """One family, in one file for all weights or in one for each."""

    def __init__(self, path: Path) -> None:
        self.name = path.stem
        self._path = path
        self._face = _opened(path)
        self._cuts: dict[bool, Cut] = {}

    def cut(self, bold: bool) -> Cut:
        """Return the typeface at a weight."""
        if bold not in self._cuts:
            self._cuts[bold] = self._made(bold)
        return self._cuts[bold]

    def _made(self, bold: bool) -> Cut:
        """Return a weight from its own file, from the one file of all weights, or as a thickened regular."""
        apart = self._path.with_name(f"{self.name}-Bold.ttf")
        if bold and apart.is_file():
            return Cut(f"{self.name}-Bold", _opened(apart))
        name = f"{self.name}-{'Bold' if bold else 'Regular'}"
        if self._face.has_var_data:
            return Cut(name, self._face, weight=700.0 if bold else 400.0)
        return Cut(name, self._face, thickened=bold)

    def prints(self, char: str) -> bool:
        """Say whether the file holds a glyph for the character."""
        return bool(self.cut(False).font.get_nominal_glyph(ord(char)))


class Fonts:
    """The fonts of one folder, each opened when a document first needs it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._typefaces: dict[str, Typeface | None] = {}
        self._printer: dict[str, Typeface | None] = {}
        self._stretches: dict[tuple[str, bool, bool], tuple[Stretch, ...]] = {}
        if self._typeface(_FILES[0]) is None:
            raise FileNotFoundError(f"{_FILES[0]}.ttf is not among the bundled fonts")

    @property
    def text(self) -> Typeface:
        """Return the typeface of ordinary text."""
        first = self._typeface(_FILES[0])
        assert first is not None
        return first

    def unprintable(self, text: str) -> str:
        """Return the characters of the text that no bundled font can print, each once, in their order."""
        composed = unicodedata.normalize("NFC", text)
        return "".join(dict.fromkeys(char for char in composed if not _unseen(char) and self._of(char) is None))

    def stretches(self, text: str, *, bold: bool, rightward: bool) -> tuple[Stretch, ...]:
        """Return printable text of one direction as glyphs, from left to right."""
        key = (text, bold, rightward)
        found = self._stretches.get(key)
        if found is None:
            if len(self._stretches) >= _STRETCHES_KEPT:
                self._stretches.clear()
            found = self._stretches[key] = self._shaped(text, bold, rightward)
        return found

    def _shaped(self, text: str, bold: bool, rightward: bool) -> tuple[Stretch, ...]:
        shaped = []
        for typeface, part in self._by_typeface(text):
            cut = typeface.cut(bold)
            shaped.append(Stretch(cut, cut.shape(part, rightward)))
        return tuple(shaped if rightward else reversed(shaped))

    def _by_typeface(self, text: str) -> Iterator[tuple[Typeface, str]]:
        start, current = 0, None
        for at, char in enumerate(text):
            if current is not None and _leans(char) and (_unseen(char) or current.prints(char)):
                continue
            wanted = (None if _unseen(char) else self._of(char)) or self.text
            if current is not None and wanted is not current:
                yield current, text[start:at]
                start = at
            current = wanted
        if current is not None:
            yield current, text[start:]

    def _of(self, char: str) -> Typeface | None:
        """Return the first typeface that prints the character."""
        if char not in self._printer:
            opened = (self._typeface(name) for name in _FILES)
            self._printer[char] = next((face for face in opened if face is not None and face.prints(char)), None)
        return self._printer[char]

    def _typeface(self, name: str) -> Typeface | None:
        if name not in self._typefaces:
            path = self._folder / f"{name}.ttf"
            self._typefaces[name] = Typeface(path) if path.is_file() else None
        return self._typefaces[name]


def _opened(path: Path) -> hb.Face:
    return hb.Face(hb.Blob.from_file_path(str(path)))


def _features(text: str, script: str | None) -> dict[str, bool]:
    """Leave out what would only make the text harder to read back: one letter is one glyph where it can be."""
    if script == "Latn":
        return {"ccmp": any(map(unicodedata.combining, text))}
    return {"liga": script != "Arab"}


def _unseen(char: str) -> bool:
    """Say whether a character has no shape of its own: spaces, controls, joiners, variation selectors."""
    return char.isspace() or unicodedata.category(char) in {"Cc", "Cf"} or "\ufe00" <= char <= "\ufe0f"


def _leans(char: str) -> bool:
    """Say whether a character belongs to the one before it and wants its typeface."""
    return unicodedata.category(char) in {"Mn", "Mc", "Me", "Cf"} or "\U0001f3fb" <= char <= "\U0001f3ff"


def _texts(clusters: list[int], text: str, rightward: bool) -> list[str]:
    """Return the text each glyph stands for: together they give the text back, glyph by glyph."""
    order = range(len(clusters)) if rightward else range(len(clusters) - 1, -1, -1)
    logical = [clusters[at] for at in order]
    said: list[str] = []
    start = 0
    while start < len(logical):
        end = start
        while end < len(logical) and logical[end] == logical[start]:
            end += 1
        until = logical[end] if end < len(logical) else len(text)
        said += _shared(text[logical[start] : until].translate(_ISOLATES), end - start)
        start = end
    return said if rightward else [_LIGATURES.get(text, text) for text in reversed(said)]


def _shared(text: str, glyphs: int) -> list[str]:
    """Give each of several glyphs that were shaped together its part of their text."""
    for form in ("NFD", "NFKD"):
        if len(text) < glyphs:
            text = unicodedata.normalize(form, text)
    first = max(1, len(text) - glyphs + 1)
    parts = [text[:first], *text[first:]]
    return parts + [ZERO_WIDTH_SPACE] * (glyphs - len(parts))
