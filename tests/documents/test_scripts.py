"""What is printed of a text, and where its lines may end."""

import pytest

from cortitrack.documents.scripts import clusters, printable, tokens
from cortitrack.documents.typefaces import Fonts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<b>&amp;</b>", "<b>&amp;</b>"),
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("bell\x07 esc\x1b[1m", "bell esc[1m"),
        ("e\u0301", "é"),
        ("𓀀!", "[U+13000]!"),
        ("\u202eevil\u202c", "evil"),
    ],
)
def test_printable(fonts: Fonts, text: str, expected: str) -> None:
    assert printable(fonts, text) == expected


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("left knee", ["left", " ", "knee"]),
        ("40\u00a0mg twice", ["40\u00a0mg", " ", "twice"]),
        ("post-injection 3-5 -2", ["post-", "injection", " ", "3-5", " ", "-2"]),
        ("lidocaine/triamcinolone", ["lidocaine/", "triamcinolone"]),
        ("张伟（左膝）。", ["张", "伟", "（左", "膝）。"]),
        ("MRT张", ["MRT", "张"]),
        ("", []),
    ],
)
def test_lines_end_where_a_reader_expects(text: str, pieces: list[str]) -> None:
    assert [piece for piece, _ in tokens(text)] == pieces


@pytest.mark.parametrize("text", ["office (a) – b/c 张（", "  ", "שלום עולם", "a" * 50, "\u3000张"])
def test_no_character_is_lost(text: str) -> None:
    assert "".join(piece for piece, _ in tokens(text)) == text


@pytest.mark.parametrize(
    ("text", "letters"),
    [("กิ่งแก้ว", ["กิ่", "ง", "แก้", "ว"]), ("क्षत्रि", ["क्ष", "त्रि"]), ("abc", ["a", "b", "c"])],
)
def test_letters_stay_whole_in_words_that_must_be_broken(text: str, letters: list[str]) -> None:
    assert clusters(text) == letters
