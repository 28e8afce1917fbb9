"""Every injection from its own day 0."""

from __future__ import annotations

import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.text import Text

from cortitrack.charts.injections_aligned import draw_injections_aligned
from cortitrack.charts.palette import DARK
from tests.charts.states import RULES, states, verdicts

STATES = states()


@pytest.mark.parametrize("name", STATES)
def test_every_state_can_be_drawn(name: str) -> None:
    line, today = STATES[name]
    figure = Figure(figsize=(7.9, 3.5))
    canvas = FigureCanvasAgg(figure)
    readout = draw_injections_aligned(figure, line, verdicts(line, today), RULES, DARK, today)
    canvas.draw()
    texts = {artist.get_text() for artist in figure.artists if isinstance(artist, Text)}
    assert ("No injections yet" in texts) == (not line.injections)
    assert readout.sentence


def test_days_count_from_each_injection_up_to_the_next() -> None:
    line, today = STATES["twelve"]
    figure = Figure(figsize=(7.9, 3.5))
    readout = draw_injections_aligned(figure, line, verdicts(line, today), RULES, DARK, today)
    assert all(-28 <= point.x <= 90 for point in readout.points)
    assert {point.entry_id for point in readout.points} == {injection.id for injection in line.injections}
