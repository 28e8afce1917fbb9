"""Text of any script made ready for paper: what can be printed of it, and where a line may end."""

import re
import unicodedata
from collections.abc import Iterator

from cortitrack.documents.typefaces import Fonts

_DIRECTIONS = re.compile("[\u202a-\u202e\u00ad]")  # embeddings, overrides and soft hyphens
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f]")
_NEW_LINES = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")

_SPACE = " \u1680\u2000-\u2006\u2008-\u200a\u200b\u205f\u3000"
_WIDE = "\u2e80-\u2fff\u3003-\u3007\u3012-\u303f\u3041-\u30ff\u3100-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_OPEN = "(\\[{（［｛「『【〔〈《“‘"
_CLOSE = ")\\]}）］｝」』】〕〉》”’、。，．！？：；…ー々ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ,.!?:;%"
_TOKEN = re.compile(
    f"(?P<space>[{_SPACE}]+)"
    f"|[{_OPEN}]*[{_WIDE}][{_CLOSE}]*"
    f"|[^{_SPACE}{_WIDE}]+?(?:[-‐–/](?=[^\\W\\d])|(?=[{_OPEN}]*[{_WIDE}]|[{_SPACE}]|$))"
)

_STAYS_WITH_NEXT = "เแโใไ\u0ec0\u0ec1\u0ec2\u0ec3\u0ec4\u200d"
_STAYS_WITH_LAST = "ะาำๅๆฯ\u0eb0\u0eb2\u0eb3\u0eaf\u0ec6\u200d\u17d2"
_JOINERS = "\u094d\u09cd\u0a4d\u0acd\u0b4d\u0bcd\u0c4d\u0ccd\u0d4d\u0dca\u1039\u17d2"  # a conjunct goes on


def printable(fonts: Fonts, text: str) -> str:
    """Return the text composed and without controls; what no font prints is named by its code."""
    text = _NEW_LINES.sub("\n", text).replace("\t", "    ")
    text = _CONTROLS.sub("", _DIRECTIONS.sub("", text))
    if text.isascii():
        return text
    text = unicodedata.normalize("NFC", text)
    for char in fonts.unprintable(text):
        text = text.replace(char, f"[U+{ord(char):04X}]")
    return text


def tokens(text: str) -> Iterator[tuple[str, bool]]:
    """Split a paragraph where a line may end, and say of each piece whether it is space."""
    for match in _TOKEN.finditer(text):
        yield match.group(), match.lastgroup == "space"


def clusters(text: str) -> list[str]:
    """Split a word that is too long for its line into what a reader sees as its letters."""
    found: list[str] = []
    for char in text:
        leans = unicodedata.category(char) in {"Mn", "Mc", "Me", "Cf"} or char in _STAYS_WITH_LAST
        if found and (leans or found[-1][-1] in _STAYS_WITH_NEXT or found[-1][-1] in _JOINERS):
            found[-1] += char
        else:
            found.append(char)
    return found
