"""Tables over pages."""

import re
from collections.abc import Callable, Sequence

from pypdf import PdfReader
from reportlab.platypus import Flowable

from cortitrack.documents.sheet import Sheet
from cortitrack.documents.styles import Span, Tone

Printer = Callable[[Sequence[Flowable]], PdfReader]


def test_rows_go_over_pages_with_their_head(sheet: Sheet, printed: Printer) -> None:
    rows = [[f"row {number}", "hip", "40 mg"] for number in range(120)]
    reader = printed([sheet.table(["When", "Where", "Dose"], rows)])
    texts = [page.extract_text() for page in reader.pages]
    assert len(texts) > 1
    assert all("Where" in text for text in texts)
    assert sum(text.count("hip") for text in texts) == 120
    found = [int(number) for text in texts for number in re.findall(r"row (\d+)", text)]
    assert found == list(range(120))


def test_a_row_taller_than_a_page_is_broken(sheet: Sheet, printed: Printer) -> None:
    words = [f"w{number}" for number in range(3000)]
    reader = printed([sheet.table(["A", "B"], [["short", " ".join(words)], ["after", "the end"]], shares=[1, 4])])
    found = " ".join(page.extract_text() for page in reader.pages).split()
    assert [word for word in found if word.startswith("w") and word[1:].isdigit()] == words
    assert found.count("short") == 1
    assert "end" in found


def test_pairs_and_notices(sheet: Sheet, printed: Printer) -> None:
    story = [
        sheet.rows([("Patient", "Anna"), ("Born", "1961"), ("Allergies", "not recorded")], columns=2),
        sheet.notice([Span("Stop. ", bold=True), Span("Three months since the last injection.")], Tone.BAD),
    ]
    text = printed(story).pages[0].extract_text()
    for said in ("Patient", "Anna", "Allergies", "not recorded", "Stop. Three months"):
        assert said in text


def test_a_tall_notice_goes_over_pages(sheet: Sheet, printed: Printer) -> None:
    reader = printed([sheet.gap(600), sheet.notice("word " * 1500)])
    assert len(reader.pages) > 1
    assert sum(page.extract_text().count("word") for page in reader.pages) == 1500
