"""The course of a questionnaire: its own range, its own good direction, and from where a change matters."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.text import Text

from cortitrack.charts.instrument_course import draw_instrument_course
from cortitrack.charts.palette import LIGHT
from cortitrack.charts.readout import Readout
from cortitrack.domain.instruments import INSTRUMENTS, InstrumentTotal
from cortitrack.rules.instrument_change import changes
from tests.builders import timeline
from tests.charts.states import RULES

TODAY = date(2026, 4, 12)


def drawn(code: str, *told: Decimal | int, days: int = 30) -> tuple[Readout, set[str]]:
    first = date(2026, 1, 10)
    totals = [
        InstrumentTotal(id=n + 1, problem_id=2, on=first + timedelta(n * days), instrument=code, total=Decimal(total))
        for n, total in enumerate(told)
    ]
    figure = Figure(figsize=(7.9, 3.5))
    canvas = FigureCanvasAgg(figure)
    (one,) = changes(totals, TODAY, RULES)
    readout = draw_instrument_course(figure, one, timeline("0 | injection 40 mg"), LIGHT, TODAY)
    canvas.draw()
    return readout, {artist.get_text() for artist in figure.artists if isinstance(artist, Text)}


@pytest.mark.parametrize("code", INSTRUMENTS)
def test_every_questionnaire_says_its_good_direction(code: str) -> None:
    row = INSTRUMENTS[code]
    readout, texts = drawn(code, row.low, row.high)
    side = "higher is better" if row.higher_is_better else "lower is better"
    assert any(text.endswith(side) for text in texts)
    assert [point.y for point in readout.points] == [0, 10]


def test_where_a_change_matters_lies_on_the_good_side() -> None:
    _, texts = drawn("oks", 20, 28)
    assert "matters from 25 up (+5)" in texts
    _, texts = drawn("odi", 40, 28)
    assert "matters from 30 down (−10)" in texts
    _, texts = drawn("oks", 46, 40)
    assert not any(text.startswith("matters") for text in texts)  # it would lie beyond the range


def test_one_total_or_many_on_one_day() -> None:
    readout, texts = drawn("oks", 20)
    assert readout.sentence == "Oxford Knee Score: 20 on 10 Jan 2026, one total so far."
    assert "injection" in texts
    readout, _ = drawn("oks", 20, 21, days=0)
    assert [point.x for point in readout.points] == [0, 0]
