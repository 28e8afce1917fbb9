"""The direction of text, held against an independent implementation."""

import unicodedata

import pytest
from bidi import get_display
from hypothesis import given
from hypothesis import strategies as st

from cortitrack.documents.bidi import base_level, levels, visual_order

_ALPHABET = "abcאבגمحم٣٤123+-.,:/%$ ()[]!*é\u0301\u05b8\u064e\u2066\u2067\u2068\u2069"
_AT_THE_END_OF_A_LINE = {"WS", "LRI", "RLI", "FSI", "PDI", "BN"}


def visual(text: str, base: int) -> str:
    found = levels(text, base)
    end = len(text)
    while end and unicodedata.bidirectional(text[end - 1]) in _AT_THE_END_OF_A_LINE:
        end -= 1
        found[end] = base
    return "".join(text[at] for at in visual_order(found))


@given(st.text(_ALPHABET, min_size=1, max_size=24), st.sampled_from([0, 1]))
def test_order_is_that_of_the_unicode_algorithm(text: str, base: int) -> None:
    if any(unicodedata.bidirectional(char) in {"R", "AL", "AN"} for char in text) or base == 1:
        assert visual(text, base) == get_display(text, base_dir="LR"[base])


@pytest.mark.parametrize(
    ("text", "base", "expected"),
    [
        ("Müller", 0, "Müller"),
        ("אבג 42", 1, "42 גבא"),
        ("אבג (42) דה", 1, "הד )42( גבא"),
        ("Tel אבג 555", 0, "Tel 555 גבא"),
        ("Tel \u2068אבג\u2069 555", 0, "Tel \u2068גבא\u2069 555"),
    ],
)
def test_order(text: str, base: int, expected: str) -> None:
    assert visual(text, base) == expected


@pytest.mark.parametrize(
    ("text", "base"),
    [("", 0), ("42", 0), ("אב", 1), ("4 אב", 1), ("a אב", 0), ("\u2068אב\u2069 a", 0), ("\u2068a\u2069 אב", 1)],
)
def test_the_first_letter_outside_isolates_sets_the_direction(text: str, base: int) -> None:
    assert base_level(text) == base


def test_isolates_nested_without_end_are_no_trouble() -> None:
    assert len(levels("\u2067א" * 500, 0)) == 1000
