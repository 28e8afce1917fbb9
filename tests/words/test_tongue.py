"""The machinery of languages works with real catalogues, compiled or not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from cortitrack.words.catalogue import compile_po
from cortitrack.words.figures import points
from cortitrack.words.tongue import language, nt, set_language, t

PO = r"""
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\n"

msgid "knee"
msgstr "Knie"

#, fuzzy
msgid "hip"
msgstr "Hüpfer"

msgid "0.0"
msgstr "0,0"

msgid "{n} day"
msgid_plural "{n} days"
msgstr[0] "{n} Tag"
msgstr[1] "{n} "
"Tage"
"""


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    yield
    set_language("en")


@pytest.fixture(params=["po", "mo"])
def folder(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    place = tmp_path / "de" / "LC_MESSAGES"
    place.mkdir(parents=True)
    if request.param == "po":
        (place / "cortitrack.po").write_text(PO, "utf-8")
    else:
        (place / "cortitrack.mo").write_bytes(compile_po(PO))
    return tmp_path


def test_a_catalogue_speaks(folder: Path) -> None:
    assert set_language("de_CH", folder) == "de"
    assert language() == "de"
    assert t("knee") == "Knie"
    assert points(7.5) == "7,5"
    assert nt("{n} day", "{n} days", 1) == "1 Tag"
    assert nt("{n} day", "{n} days", 3) == "3 Tage"


def test_what_is_not_translated_stays_english(folder: Path) -> None:
    set_language("de", folder)
    assert t("hip") == "hip"
    assert t("elbow") == "elbow"


def test_an_unknown_language_is_english(tmp_path: Path) -> None:
    assert set_language("fr", tmp_path) == "en"
    assert t("knee") == "knee"
