"""Charts on paper: vectors with selectable text, never a raster image."""

from collections.abc import Callable, Sequence
from typing import Any

import pytest
from matplotlib.figure import Figure
from matplotlib.patches import Circle, FancyBboxPatch
from pypdf import PdfReader
from reportlab.platypus import Flowable

from cortitrack.documents.sheet import Sheet

Printer = Callable[[Sequence[Flowable]], PdfReader]


def chart(label: str = "lower is better") -> Figure:
    figure = Figure(layout="constrained")
    ax = figure.add_subplot()
    ax.plot([0, 14, 45], [8, 3, 7], marker="o", linestyle="--", color="#0E6B80")
    ax.axvspan(10, 18, color="#0E6B80", alpha=0.1)
    ax.bar([30], [2], hatch="//", facecolor="none", edgecolor="#5A6677")
    ax.fill_between([0, 14, 45], [7, 2, 6], [9, 4, 8], alpha=0.3)
    ax.scatter([5, 20], [5, 6], marker="D")
    ax.set_ylabel(label)
    ax.set_title("Average pain", fontweight="bold")
    return figure


def operators(reader: PdfReader) -> bytes:
    contents = reader.pages[0].get_contents()
    assert contents is not None
    return contents.get_data()


def test_nothing_is_raster(sheet: Sheet, printed: Printer) -> None:
    reader = printed([sheet.figure(chart(), height=180)])
    assert "/XObject" not in reader.pages[0]["/Resources"]  # type: ignore[operator]
    assert b" Do" not in operators(reader)
    assert b"BI " not in operators(reader)


def test_its_words_can_be_selected_and_use_the_text_font(sheet: Sheet, printed: Printer) -> None:
    reader = printed([sheet.figure(chart(), height=180)])
    text = reader.pages[0].extract_text()
    assert "Average pain" in text
    assert "lower is better" in text.replace("\n", " ")
    names = {font.get_object()["/BaseFont"].split("+")[1] for font in _fonts(reader)}
    assert names == {"NotoSans-Regular", "NotoSans-Bold"}


@pytest.mark.parametrize("label", ["Кеналог 40 мг", "דוד", "محمد", "US$ 5 and $3", "<b>&", "$\\frac{1}{2}$"])
def test_words_of_any_script_are_printed_as_they_are(sheet: Sheet, printed: Printer, label: str) -> None:
    figure = chart("")
    figure.axes[0].text(5, 5, label)
    assert label in printed([sheet.figure(figure, height=180)]).pages[0].extract_text()


def test_dashes_clips_and_transparency_are_kept(sheet: Sheet, printed: Printer) -> None:
    reader = printed([sheet.figure(chart(), height=180)])
    data = operators(reader)
    assert b"] 0 d" in data
    assert b"re W n" in data
    states = reader.pages[0]["/Resources"]["/ExtGState"]  # type: ignore[index]
    assert any(float(state.get_object().get("/ca", 1)) == 0.1 for state in states.values())


def test_gaps_in_a_line_stay_gaps(sheet: Sheet, printed: Printer) -> None:
    figure = Figure()
    ax = figure.add_axes((0, 0, 1, 1))
    ax.set_axis_off()
    ax.plot([0, 1, 2, 3], [1, 2, float("nan"), 3])
    assert b"nan" not in operators(printed([sheet.figure(figure, height=100)]))


def test_round_shapes_and_round_clips_are_curves(sheet: Sheet, printed: Printer) -> None:
    figure = Figure()
    ax = figure.add_axes((0, 0, 1, 1))
    ax.set_axis_off()
    ax.add_patch(FancyBboxPatch((0.2, 0.2), 0.5, 0.5, boxstyle="round", linewidth=0, facecolor="#0E6B80"))
    (line,) = ax.plot([0, 1], [0, 1])
    line.set_clip_path(Circle((0.5, 0.5), 0.3, transform=ax.transData))
    data = operators(printed([sheet.figure(figure, height=100)]))
    assert data.count(b" c ") > 8
    assert b"h W n" in data


def test_what_is_invisible_is_not_written(sheet: Sheet, printed: Printer) -> None:
    figure = Figure(facecolor="none")
    figure.add_axes((0, 0, 1, 1)).set_visible(False)
    empty = operators(printed([sheet.figure(figure, height=100)]))
    figure.add_artist(Circle((0.5, 0.5), 0.1, facecolor="none", edgecolor="none"))
    assert operators(printed([sheet.figure(figure, height=100)])) == empty


def test_an_image_is_refused(sheet: Sheet, printed: Printer) -> None:
    figure = Figure()
    figure.add_subplot().imshow([[0, 1], [1, 0]])
    with pytest.raises(NotImplementedError):
        printed([sheet.figure(figure, height=100)])


def test_type_keeps_its_size_in_a_narrow_figure(sheet: Sheet, printed: Printer) -> None:
    narrow = printed([sheet.figure(chart(), height=180, width=200)])
    assert b" 10 Tf" in operators(narrow)
    assert b" 12 Tf" in operators(narrow)


def _fonts(reader: PdfReader) -> list[Any]:
    return list(reader.pages[0]["/Resources"]["/Font"].values())  # type: ignore[index]
