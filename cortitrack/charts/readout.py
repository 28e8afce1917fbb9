"""What a drawn chart says: its points in words for pointer, keys and screen reader, and its one sentence."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Point:
    """One entry of the chart: where it lies in data coordinates, and what is said there."""

    x: float
    y: float
    text: str
    entry_id: int


@dataclass(frozen=True, slots=True)
class Readout:
    """The points in time order, the index of their axes in the figure, and the sentence under the chart."""

    points: tuple[Point, ...]
    axes_index: int
    sentence: str
