"""Remembers what was found good in a row of pain scores, so that a million rows need no million readings.

No check of a score looks at two of these at once: its day, its time, its note, and all the rest together. So each
part that was good in one whole row is good in any.
"""

from __future__ import annotations

from collections.abc import Container, Mapping
from operator import itemgetter

from cortitrack.domain.checks import LINE, LONG

REMEMBERED = 20_000  # of each part
_PARTS = ("score_id", "problem_id", "on", "at", "note")
_SHAPE = ("kind", "phase", "minutes_after", "value", "scale", "source")


class KnownScores:
    """The parts of good rows, by the text of their cells."""

    def __init__(self, places: Mapping[str, int], width: int, no_time: object) -> None:
        """Take where each heading stands; one that is absent reads the empty cell put behind each row."""
        self._width = width
        self._parts = itemgetter(*(places.get(name, width) for name in _PARTS))
        self._shape = itemgetter(*(places.get(name, width) for name in _SHAPE))
        self._days: dict[str, object] = {}
        self._times: dict[str, object] = {"": no_time}
        self._shapes: dict[tuple[str, ...], tuple[object, ...]] = {}

    def recall(self, cells: list[str], seen: Container[str]) -> tuple[str, str, tuple[object, ...]] | None:
        """Return id, problem and values of a row whose parts are all known to be good, else None."""
        if len(cells) != self._width:
            return None
        cells.append("")
        score_id, problem_id, on, at, note = self._parts(cells)
        values = self._shapes.get(self._shape(cells))
        cells.pop()
        if values is None or on not in self._days or at not in self._times or score_id in seen:
            return None
        if not (_is_plain(score_id) and _is_plain(problem_id)):
            return None
        if note and not (note.isascii() and note.isprintable() and len(note) <= LONG):
            return None
        return score_id, problem_id, (self._days[on], self._times[at], *values, note)

    def learn(self, cells: list[str], values: tuple[object, ...]) -> None:
        """Remember the parts of a row that was found good."""
        wide = [*cells[: self._width], ""]
        _, _, on, at, _ = self._parts(wide)
        if len(self._days) < REMEMBERED:
            self._days[on] = values[0]
        if len(self._times) < REMEMBERED:
            self._times[at] = values[1]
        if len(self._shapes) < REMEMBERED:
            self._shapes[self._shape(wide)] = values[2:-1]


def _is_plain(cell: str) -> bool:
    return cell.isascii() and cell.isprintable() and not cell.isspace() and 0 < len(cell) <= LINE
