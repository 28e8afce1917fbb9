"""The canvas that keeps drawn letters: what it shows is what matplotlib itself would show."""

from typing import Any

import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from cortitrack.ui.widgets import chart_canvas
from cortitrack.ui.widgets.chart_canvas import KeepingCanvas

WIDTH, HEIGHT = 300, 200


def pixels(canvas: type[FigureCanvasAgg], text: str, **style: Any) -> Any:
    """A text on white, its line of letters standing on a whole pixel."""
    figure = Figure(figsize=(WIDTH / 72, HEIGHT / 72), dpi=72)
    figure.text(40 / WIDTH, 90 / HEIGHT, text, va="baseline", ha="left", **style)
    drawn = canvas(figure)
    for _ in range(2):  # the second time from what was kept
        drawn.draw()
    return np.asarray(drawn.buffer_rgba()).astype(int)


@pytest.mark.parametrize("text", ["Pain fell to 3.5", "jÅgy|Ż", "day 0", "−252", "  ", "العربية"])
@pytest.mark.parametrize("style", [{}, {"fontweight": "bold", "color": "#a02020"}, {"fontsize": 23}])
def test_a_kept_text_looks_like_a_new_one(text: str, style: dict[str, Any]) -> None:
    apart = np.abs(pixels(KeepingCanvas, text, **style) - pixels(FigureCanvasAgg, text, **style))
    assert apart.max() <= 4  # of 255: a pixel's colour is rounded twice


@pytest.mark.parametrize("style", [{"alpha": 0.5}, {"color": (0, 0, 0, 0.5)}, {"rotation": 90}])
def test_what_is_not_plain_is_left_to_matplotlib(style: dict[str, Any]) -> None:
    assert np.array_equal(pixels(KeepingCanvas, "Pain", **style), pixels(FigureCanvasAgg, "Pain", **style))


def test_a_text_is_set_once() -> None:
    chart_canvas._letters.cache_clear()
    pixels(KeepingCanvas, "Once")
    pixels(KeepingCanvas, "Once")
    assert chart_canvas._letters.cache_info().misses == 1


def test_a_figure_of_another_size_gets_another_sheet() -> None:
    figure = Figure(figsize=(2, 1), dpi=72)
    canvas = KeepingCanvas(figure)
    for inches in (2, 3):
        figure.set_size_inches(inches, 1)
        canvas.draw()
        assert np.asarray(canvas.buffer_rgba()).shape[1] == inches * 72
