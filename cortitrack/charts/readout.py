"""What a chart says without eyes: each mark with its place and spoken text, and the sentence for the whole."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class Point:
    """One mark at (x, y) in the data coordinates of the chart's axes; `x` is in days."""

    x: float
    y: float
    text: str
    entry_id: int


@dataclass(frozen=True, slots=True)
class Readout:
    """The marks in order of time; day `x` of the axes `axes_index` is the date `first_day` + `x`."""

    points: tuple[Point, ...]
    axes_index: int
    sentence: str
    first_day: date | None = None

    def nearest(self, x: float, y: float, per_day: float, per_point: float) -> Point | None:
        """The mark closest to a place, with the pixels of a day and of a point of pain as weights."""
        return min(
            self.points,
            key=lambda p: ((p.x - x) * per_day) ** 2 + ((p.y - y) * per_point) ** 2,
            default=None,
        )

    def date_at(self, x: float) -> date | None:
        """The date under a place on the time axis."""
        return None if self.first_day is None else self.first_day + timedelta(days=round(x))
