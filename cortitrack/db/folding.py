"""Text as it is looked for: without case, accents and the letters that Unicode does not take apart."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

_LETTERS = str.maketrans(
    {
        "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h", "ŧ": "t",
        "ŋ": "n", "ĸ": "k", "ə": "e", "ƒ": "f", "ʼ": "", "’": "", "'": "", "´": "", "`": "", "‘": "",
    }
)  # fmt: skip
_FALLS_AWAY = {"Mn", "Mc", "Me", "Cf"}  # accents, vowel signs, enclosing marks, joiners
_WORD = re.compile(r"\w+(?:[-./]\w+)*")
_DAY = re.compile(r"(\d{1,4})[-./](\d{1,2})[-./](\d{1,4})")


def folded(text: str) -> str:
    """The text as it is compared: marks and joiners of any script fall away, every dash is a hyphen."""
    if text.isascii():
        return text.casefold().translate(_LETTERS)
    apart = unicodedata.normalize("NFKD", text.casefold())
    kinds = ((c, unicodedata.category(c)) for c in apart)
    return "".join("-" if kind == "Pd" else c for c, kind in kinds if kind not in _FALLS_AWAY).translate(_LETTERS)


def words(text: str) -> list[str]:
    """The folded words of a text; one joined by a hyphen, point or slash counts whole and in its parts."""
    found: list[str] = []
    for word in _WORD.findall(folded(text)):
        found.append(word)
        parts = re.split(r"[-./]", word)
        if len(parts) > 1:
            found.extend(parts)
    return found


def days(word: str) -> list[date]:
    """Every day that a typed word can mean: 1960-01-12, 12.1.1960, 1/12/1960. For looking only, never for keeping."""
    match = _DAY.fullmatch(word)
    if not match:
        return []
    a, b, c = (int(part) for part in match.groups())
    orders = [(a, b, c)] if len(match[1]) == 4 else [(c, b, a), (c, a, b)]
    return list(dict.fromkeys(day for order in orders if (day := _day(*order)) is not None))


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
