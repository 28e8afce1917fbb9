"""The sheet: running lines, metadata, fonts, the same bytes for the same story."""

import dataclasses
import re
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta, timezone
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from reportlab.platypus import Flowable

from cortitrack.documents.sheet import Imprint, Paper, Sheet
from cortitrack.documents.typefaces import Fonts
from cortitrack.documents.whole_file import PaperTrouble

Printer = Callable[[Sequence[Flowable]], PdfReader]


def long_story(sheet: Sheet) -> list[Flowable]:
    parts: list[Flowable] = [sheet.title("A letter"), sheet.heading("What was tried"), sheet.small("In short")]
    return [*parts, *(sheet.text("Load was raised slowly. " * 12) for _ in range(30))]


def fonts_of(reader: PdfReader) -> dict[str, Any]:
    found = {}
    for page in reader.pages:
        for font in page["/Resources"]["/Font"].values():  # type: ignore[index]
            found[font.get_object()["/BaseFont"]] = font.get_object()
    return found


def test_every_page_names_the_patient_and_its_number(sheet: Sheet, printed: Printer) -> None:
    reader = printed(long_story(sheet))
    count = len(reader.pages)
    assert count > 1
    for number, page in enumerate(reader.pages, start=1):
        text = page.extract_text()
        assert "Agnieszka Żółkiewska" in text
        assert "no. 4711" in text
        assert f"Page {number} of {count}" in text
        assert "not a medical device" in text


def test_a_name_too_long_for_the_line_leaves_the_identifier_whole(sheet: Sheet, imprint: Imprint) -> None:
    long = dataclasses.replace(imprint, patient="Wolfeschlegelsteinhausen " * 8)
    text = PdfReader(BytesIO(sheet.pdf([sheet.text("x")], long))).pages[0].extract_text()
    assert "no. 4711" in text
    assert "Referral letter, left knee" in text
    assert "…" in text


def test_fonts_are_embedded_subsets_with_their_text(sheet: Sheet, printed: Printer) -> None:
    found = fonts_of(printed([sheet.title("Müller محمد 42"), sheet.text("דוד 张伟 → क्षत्रिय")]))
    assert len(found) >= 6
    for name, font in found.items():
        assert re.match(r"/[A-Z]{6}\+", name), name
        assert "/ToUnicode" in font
        descriptor = font["/DescendantFonts"][0].get_object()["/FontDescriptor"]
        assert "/FontFile2" in descriptor


def test_latin_text_embeds_the_text_font_only(sheet: Sheet, printed: Printer) -> None:
    names = {name.split("+")[1] for name in fonts_of(printed(long_story(sheet)))}
    assert names == {"NotoSans-Regular", "NotoSans-Bold"}


def test_two_pages_of_latin_text_are_small(sheet: Sheet, imprint: Imprint) -> None:
    assert len(sheet.pdf(long_story(sheet), imprint)) < 40_000


def test_the_same_story_gives_the_same_bytes(root: Path, imprint: Imprint) -> None:
    first, second = (Sheet(Fonts(root / "resources" / "fonts")) for _ in range(2))
    assert first.pdf(long_story(first), imprint) == second.pdf(long_story(second), imprint)


def test_metadata(sheet: Sheet, imprint: Imprint) -> None:
    moment = datetime(2026, 3, 4, 10, 15, tzinfo=timezone(timedelta(hours=-3, minutes=-30)))
    dated = dataclasses.replace(imprint, made_at=moment, title="Überweisung – 张", subject="left knee")
    reader = PdfReader(BytesIO(sheet.pdf([sheet.text("x")], dated)))
    assert reader.metadata is not None
    assert reader.metadata.title == "Überweisung – 张"
    assert reader.metadata.author == "Dr Amal Haddad"
    assert reader.metadata.subject == "left knee"
    assert reader.metadata.creation_date == moment
    assert reader.trailer["/Root"]["/Lang"] == "en"  # type: ignore[index]


@pytest.mark.parametrize(("paper", "size"), [(Paper.A4, (595, 842)), (Paper.LETTER, (612, 792))])
@pytest.mark.parametrize("leftward", [False, True])
def test_paper(fonts: Fonts, imprint: Imprint, paper: Paper, size: tuple[int, int], leftward: bool) -> None:
    sheet = Sheet(fonts, paper=paper, leftward=leftward)
    story = [sheet.text("דוד"), sheet.table(["א", "ב"], [["1", "2"]]), sheet.rows([("א", "ב")]), sheet.notice("ג")]
    page = PdfReader(BytesIO(sheet.pdf(story, imprint))).pages[0]
    assert (round(page.mediabox.width), round(page.mediabox.height)) == size


def test_a_heading_stays_with_its_text(sheet: Sheet, printed: Printer) -> None:
    reader = printed([sheet.gap(685), sheet.heading("Imaging"), sheet.text("MRI of 2 March. " * 30)])
    assert "Imaging" not in reader.pages[0].extract_text()
    assert "Imaging" in reader.pages[1].extract_text()


def test_parts_kept_together(sheet: Sheet, printed: Printer) -> None:
    reader = printed([sheet.gap(650), sheet.together([sheet.text("one"), sheet.gap(60), sheet.text("two")])])
    assert "one" in reader.pages[1].extract_text()


def test_new_page(sheet: Sheet, printed: Printer) -> None:
    assert len(printed([sheet.text("one"), sheet.new_page(), sheet.text("two")]).pages) == 2


def test_write(sheet: Sheet, imprint: Imprint, tmp_path: Path) -> None:
    path = tmp_path / "Brief für Łukasz.pdf"
    path.write_bytes(b"old")
    sheet.write(path, [sheet.text("new")], imprint)
    assert "new" in PdfReader(path).pages[0].extract_text()
    assert [file.name for file in tmp_path.iterdir()] == [path.name]


def test_disk_trouble_is_one_exception(sheet: Sheet, imprint: Imprint, tmp_path: Path) -> None:
    with pytest.raises(PaperTrouble) as caught:
        sheet.write(tmp_path / "nowhere" / "letter.pdf", [sheet.text("x")], imprint)
    assert isinstance(caught.value.__cause__, OSError)
