"""The glyphs a document uses, embedded in it as subset fonts from which the text can be read back."""

import hashlib
import string
import struct
from collections.abc import Sequence
from typing import Any

from reportlab.pdfbase import pdfdoc

from cortitrack.documents.typefaces import Cut, Stretch

_UNICODE_MAP = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
{rows}
endcmap
CMapName currentdict /CMap defineresource pop
end
end"""
_ROWS_PER_BLOCK = 100
_SYMBOLIC = 4


class EmbeddedFont:
    """One cut in one document: each glyph with the text it stands for has a code of two bytes."""

    def __init__(self, cut: Cut, name: str) -> None:
        self.cut = cut
        self.name = name
        self._codes: dict[tuple[int, str], str] = {}
        self._shown: dict[Stretch, str] = {}

    def shown(self, stretch: Stretch) -> str:
        """Return a stretch without raised glyphs as the inside of a TJ operator's list."""
        found = self._shown.get(stretch)
        if found is None:
            parts = [f"{-step.gap or ''}<{self.code(step.glyph, step.text)}>" for step in stretch.steps]
            found = self._shown[stretch] = "".join([*parts, str(-stretch.owed or "")])
        return found

    def code(self, glyph: int, text: str) -> str:
        """Return the code of a glyph in hexadecimal digits."""
        found = self._codes.get((glyph, text))
        if found is None:
            found = self._codes[glyph, text] = f"{len(self._codes) + 1:04X}"
        return found

    def add_to(self, document: Any) -> None:
        """Put the font's objects into a document that is whole."""
        glyphs = [glyph for glyph, _ in self._codes]
        data, places = self.cut.subset(glyphs)
        base = f"{_tag(data)}+{self.cut.name}"
        descendant = {
            "Type": "/Font",
            "Subtype": "/CIDFontType2",
            "BaseFont": pdfdoc.PDFName(base),
            "CIDSystemInfo": "<< /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>",
            "FontDescriptor": document.Reference(self._descriptor(document, base, data), f"{self.name}.descriptor"),
            "DW": 0,
            "W": pdfdoc.PDFArray([1, pdfdoc.PDFArray([round(self.cut.advance(glyph)) for glyph in glyphs])]),
            "CIDToGIDMap": self._stream(document, "places", _packed([0, *(places[glyph] for glyph in glyphs)])),
        }
        font = {
            "Type": "/Font",
            "Subtype": "/Type0",
            "BaseFont": pdfdoc.PDFName(base),
            "Encoding": "/Identity-H",
            "DescendantFonts": pdfdoc.PDFArray(
                [document.Reference(pdfdoc.PDFDictionary(descendant), f"{self.name}.descendant")]
            ),
            "ToUnicode": self._stream(document, "unicode", self._unicode_map()),
        }
        reference = document.Reference(pdfdoc.PDFDictionary(font), self.name)
        document.idToObject[pdfdoc.BasicFonts].dict[self.name] = reference

    def _descriptor(self, document: Any, base: str, data: bytes) -> Any:
        box = struct.unpack(">4h", self.cut.face.reference_table("head").data[36:44])
        return pdfdoc.PDFDictionary(
            {
                "Type": "/FontDescriptor",
                "FontName": pdfdoc.PDFName(base),
                "Flags": _SYMBOLIC,
                "FontBBox": pdfdoc.PDFArray([round(edge * self.cut.scale) for edge in box]),
                "ItalicAngle": 0,
                "Ascent": round(self.cut.ascent),
                "Descent": round(self.cut.descent),
                "CapHeight": round(self.cut.cap_height),
                "StemV": 80,
                "FontFile2": self._stream(document, "file", data, Length1=len(data)),
            }
        )

    def _stream(self, document: Any, what: str, content: bytes, **entries: int) -> Any:
        stream = pdfdoc.PDFStream()
        stream.content = content
        stream.filters = [pdfdoc.PDFZCompress]
        for key, value in entries.items():
            stream.dictionary[key] = value
        return document.Reference(stream, f"{self.name}.{what}")

    def _unicode_map(self) -> bytes:
        rows = [f"<{code}> <{text.encode('utf-16-be').hex().upper()}>" for (_, text), code in self._codes.items()]
        blocks = [rows[at : at + _ROWS_PER_BLOCK] for at in range(0, len(rows), _ROWS_PER_BLOCK)]
        written = "\n".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks)
        return _UNICODE_MAP.replace("{rows}", written).encode("ascii")


class Embedding:
    """The fonts of one document, each entered when its first glyph is drawn."""

    def __init__(self) -> None:
        self._fonts: dict[str, EmbeddedFont] = {}

    def font(self, cut: Cut) -> EmbeddedFont:
        """Return the cut as a font of this document."""
        found = self._fonts.get(cut.name)
        if found is None:
            found = self._fonts[cut.name] = EmbeddedFont(cut, f"T{len(self._fonts) + 1}")
        return found

    def addObjects(self, document: Any) -> None:  # noqa: N802 (reportlab calls it when the document is whole)
        """Put the objects of every font into the document."""
        for font in self._fonts.values():
            font.add_to(document)


def embedding_of(canvas: Any) -> Embedding:
    """Return the embedding of the document that a canvas writes."""
    fonts = canvas._doc.delayedFonts
    found = next((font for font in fonts if isinstance(font, Embedding)), None)
    if found is None:
        found = Embedding()
        fonts.append(found)
    return found


def _packed(numbers: Sequence[int]) -> bytes:
    return struct.pack(f">{len(numbers)}H", *numbers)


def _tag(data: bytes) -> str:
    """Return the six letters that mark a subset, always the same for the same subset."""
    digest = hashlib.sha256(data).digest()
    return "".join(string.ascii_uppercase[byte % 26] for byte in digest[:6])
