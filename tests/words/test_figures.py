"""Numbers and dates as people read them."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

import pytest

from cortitrack.words.figures import (
    change,
    day,
    day_long,
    day_short,
    dose,
    later,
    moment,
    number,
    percent,
    points,
    score,
    span,
)


@pytest.mark.parametrize(
    ("value", "said"),
    [(Decimal("40"), "40"), (Decimal("40.00"), "40"), (Decimal("1E+2"), "100"), (0.5, "0.5"), (-1.25, "−1.25")],
)
def test_a_number_is_short_and_exact(value: Decimal | float, said: str) -> None:
    assert number(value) == said


def test_scores_points_and_changes() -> None:
    assert (score(80), score(75), score(0)) == ("8", "7.5", "0")
    assert (points(8.0), points(7.25), points(0.0)) == ("8.0", "7.25", "0.0")
    assert (change(5.0), change(-1.0), change(0.0)) == ("−5.0", "+1.0", "0.0")


def test_a_percentage_is_never_rounded_up() -> None:
    assert percent(29.9) == "29 %"
    assert percent(62.5) == "62 %"
    assert percent(30.0) == "30 %"


def test_years_have_four_digits() -> None:
    on = date(2026, 3, 4)
    assert day(on) == "4 March 2026"
    assert day_long(on) == "Wednesday 4 March 2026"
    assert day_short(on) == "4 Mar 2026"
    assert day_short(date(2026, 5, 4)) == "4 May 2026"
    assert moment(datetime(2026, 3, 4, 9, 5)) == "4 March 2026, 09:05"  # noqa: DTZ001 -- only the figures matter


def test_spans_and_doses() -> None:
    assert [span(n) for n in (1, 27, 42, 84, 800)] == ["1 day", "27 days", "6 weeks", "12 weeks", "2 years"]
    assert [later(n) for n in (0, 1, 6)] == ["same day", "1 day later", "6 days later"]
    assert dose(Decimal("40.0"), "mg") == "40 mg"
    assert dose(None, "mg") == ""
