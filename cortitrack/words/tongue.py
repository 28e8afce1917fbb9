"""The user's language: every sentence goes through `t` or `nt`; English is the source."""

from __future__ import annotations

from gettext import NullTranslations
from pathlib import Path

from cortitrack.words import catalogue

DOMAIN = "cortitrack"
SOURCE = "en"


class _Tongue:
    """The catalogue in force."""

    catalogue: NullTranslations = NullTranslations()
    code: str = SOURCE


def set_language(code: str, folder: Path | None = None) -> str:
    """Speak `code` ("de", "de_CH") if `folder` has it; return the language that is spoken now."""
    wanted = [code, code.split("_")[0].split("-")[0]]
    found = None if folder is None or wanted[1] == SOURCE else catalogue.find(DOMAIN, folder, wanted)
    _Tongue.catalogue = found or NullTranslations()
    _Tongue.code = wanted[1] if found else SOURCE
    return _Tongue.code


def language() -> str:
    """The code of the language that is spoken."""
    return _Tongue.code


def t(text: str, /, **values: object) -> str:
    """Say `text` in the user's language, with its {values} filled in."""
    said = _Tongue.catalogue.gettext(text)
    return said.format(**values) if values else said


def nt(one: str, many: str, n: int, /, **values: object) -> str:
    """Say the form of a sentence that fits the count, which is {n} in it."""
    return _Tongue.catalogue.ngettext(one, many, n).format(n=n, **values)
