"""Paragraphs: wrapping, splitting and reading back."""

import unicodedata
from collections.abc import Callable, Sequence

import pytest
from pypdf import PdfReader
from reportlab.platypus import Flowable

from cortitrack.documents.prose import Prose, compose
from cortitrack.documents.sheet import Sheet
from cortitrack.documents.styles import BODY, Span
from cortitrack.documents.typefaces import Fonts

Printer = Callable[[Sequence[Flowable]], PdfReader]

ARABIC = "وصف الألم في الركبة اليسرى بعد الحقنة الأولى كان شديدا ثم تحسن بعد أسبوعين من العلاج"
HEBREW = "הכאב בברך שמאל ירד תוך שבועיים וחזר כעבור שישה שבועות לאחר ההזרקה הראשונה"


def read(reader: PdfReader) -> str:
    return unicodedata.normalize("NFKC", "\n".join(page.extract_text() for page in reader.pages))


def written(fonts: Fonts, text: str, width: float) -> list[str]:
    """Return the lines in the order in which they are read, each in logical order."""
    lines = []
    for line in compose(fonts, [Span(text)], BODY, width):
        chunks = line.chunks if line.base == 0 else line.chunks[::-1]
        lines.append("".join(chunk.text for chunk in chunks))
    return lines


@pytest.mark.parametrize(
    "text", [ARABIC, HEBREW, "The pain came back six weeks after the first injection of the knee."]
)
def test_wrapped_text_starts_on_the_top_line_and_loses_nothing(fonts: Fonts, text: str) -> None:
    lines = written(fonts, text, 150)
    assert len(lines) > 1
    assert " ".join(lines) == text


def test_right_to_left_lines_stand_at_the_right(fonts: Fonts) -> None:
    for line in compose(fonts, [Span(HEBREW)], BODY, 150):
        assert line.base == 1
        first = line.chunks[-1].text
        assert HEBREW.startswith(first) or first in HEBREW.split()


def test_no_line_is_wider_than_its_column(fonts: Fonts) -> None:
    text = f"{ARABIC} triamcinolone acetonide 40 mg {'long' * 80} {HEBREW} {'张' * 60} {'กิ่งแก้ว' * 20}"
    for width in (40, 90, 200):
        assert all(line.width <= width + 0.5 for line in compose(fonts, [Span(text)], BODY, width))


def test_digits_inside_hebrew_keep_their_order(fonts: Fonts) -> None:
    (line,) = compose(fonts, [Span("ברך 42 שמאל")], BODY, 500)
    assert [chunk.text for chunk in line.chunks] == ["שמאל", " ", "42", " ", "ברך"]


def test_a_name_set_apart_leaves_the_numbers_beside_it(fonts: Fonts) -> None:
    (line,) = compose(fonts, [Span("Tel. "), Span("محمد", apart=True), Span(" 555 0100")], BODY, 500)
    assert (
        "".join(chunk.text for chunk in line.chunks).replace("\u2068", "").replace("\u2069", "") == "Tel. محمد 555 0100"
    )


def test_new_lines_in_a_note_are_kept(fonts: Fonts) -> None:
    assert written(fonts, "one\n\ntwo\r\nthree", 500) == ["one", "", "two", "three"]


def test_nothing_is_markup(sheet: Sheet, printed: Printer) -> None:
    text = "<b>bold</b> & <font size=99> &amp; $x$ %s {0} \\n"
    assert text in read(printed([sheet.text(text)]))


@pytest.mark.parametrize(
    "text",
    [
        "Łukasz Żółć",
        "Nguyễn Thị Hường",
        "Сергей Щербаков",
        "张伟",
        "김철수",
        "office first",
        "P. Tomasz, Dr. V. Wójcik",
        "≥ 50 % → 3",
        "محمد",
        "דוד",
    ],
)
def test_text_reads_back(sheet: Sheet, printed: Printer, text: str) -> None:
    assert text in read(printed([sheet.text(text)]))


@pytest.mark.parametrize("text", ["علاء", "الأحمد", "الله"])
def test_arabic_reads_back_with_its_ligatures(sheet: Sheet, printed: Printer, text: str) -> None:
    assert text in read(printed([sheet.text(text)]))


def test_a_long_note_goes_over_pages_whole(sheet: Sheet, printed: Printer) -> None:
    words = [f"w{number}" for number in range(2000)]
    note = " ".join(words)
    assert len(note) > 10_000
    reader = printed([sheet.text(note)])
    assert len(reader.pages) > 1
    found = read(reader).split()
    assert [word for word in found if word.startswith("w") and word[1:].isdigit()] == words


def test_splitting_leaves_no_line_alone(fonts: Fonts) -> None:
    prose = Prose(fonts, "word " * 200)
    _, height = prose.wrap(300, 1000)
    line = compose(fonts, [Span("x")], BODY, 300)[0].height(BODY.size) * BODY.leading
    assert prose.split(300, line * 1.5) == []
    first, rest = prose.split(300, height - line * 0.5)
    assert rest.wrap(300, 1000)[1] == pytest.approx(2 * line)
    assert first.wrap(300, 1000)[1] + rest.wrap(300, 1000)[1] == pytest.approx(height)
    assert prose.split(300, height) == [prose]


def test_empty_text_takes_one_line(fonts: Fonts) -> None:
    assert Prose(fonts, "").wrap(300, 1000)[1] > 0


def test_marks_above_letters_are_raised_and_read_back(sheet: Sheet, printed: Printer) -> None:
    reader = printed([sheet.text("مُحَمَّدٌ")])
    contents = reader.pages[0].get_contents()
    assert contents is not None
    assert b" Ts" in contents.get_data()
    letters = [char for char in read(reader) if "\u0600" <= char <= "\u06ff"]
    assert sorted(letters) == sorted("مُحَمَّدٌ")


def test_chinese_in_bold_is_thickened_and_what_follows_is_not(sheet: Sheet, printed: Printer) -> None:
    contents = printed([sheet.text([Span("张", bold=True), Span("伟 knee")])]).pages[0].get_contents()
    assert contents is not None
    _, _, after = contents.get_data().partition(b"2 Tr")
    assert b"0 Tr" in after
