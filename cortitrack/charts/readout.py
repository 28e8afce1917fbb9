"""What a chart says without eyes: each mark with its place and spoken text, and the sentence for the whole."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property


@dataclass(frozen=True, slots=True)
class Point:
    """One mark at (x, y) in the data coordinates of the chart's axes; `x` is in days."""

    x: float
    y: float
    text: str
    entry_id: int


class Readout:
    """The marks in order of time, named when first asked for; day `x` is the date `first_day` + `x`."""

    def __init__(
        self,
        points: Callable[[], Iterable[Point]],
        sentence: str,
        first_day: date | None = None,
        axes_index: int = 0,
    ) -> None:
        """Take what makes the points, for a drawing is quicker than the words for each of its marks."""
        self._make = points
        self.sentence = sentence
        self.first_day = first_day
        self.axes_index = axes_index

    @cached_property
    def points(self) -> tuple[Point, ...]:
        """Every mark in order of time, those of one day from the top."""
        return tuple(sorted(self._make(), key=lambda p: (p.x, -p.y)))

    def nearest(self, x: float, y: float, per_day: float, per_score: float) -> Point | None:
        """The mark closest to a place, where a day and a point of pain are so many pixels."""
        return min(
            self.points,
            key=lambda p: ((p.x - x) * per_day) ** 2 + ((p.y - y) * per_score) ** 2,
            default=None,
        )

    def date_at(self, x: float) -> date | None:
        """The date under a place on the time axis."""
        return None if self.first_day is None else self.first_day + timedelta(days=round(x))
