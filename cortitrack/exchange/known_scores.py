"""Remembers what was found good in a row of pain scores, so that a million rows need no million readings.

No check of a score looks at two of these at once: its day, its time, its note, and all the rest together. So
each part that was good in one whole row is good in any.
"""

from __future__ import annotations

from collections.abc import Mapping
from operator import itemgetter

from cortitrack.domain.checks import LINE, LONG

REMEMBERED = 20_000  # of each part
REMEMBERED_PROBLEMS = 200_000
_PARTS = ("score_id", "problem_id", "on", "at", "note")
_SHAPE = ("kind", "phase", "minutes_after", "value", "scale", "source")


class KnownScores:
    """The parts of good rows, by the text of their cells."""

    def __init__(self, places: Mapping[str, int], width: int, no_time: object) -> None:
        """Take where each heading stands; one that is absent reads the empty cell put behind each row."""
        self._width = width
        self._parts = itemgetter(*(places.get(name, width) for name in _PARTS))
        self._shape = itemgetter(*(places.get(name, width) for name in _SHAPE))
        self._problems: set[str] = set()
        self._days: dict[str, object] = {}
        self._times: dict[str, object] = {"": no_time}
        self._shapes: dict[tuple[str, ...], tuple[object, ...]] = {}

    def recall(self, cells: list[str]) -> tuple[str, str, tuple[object, ...]] | None:
        """Return id, problem and values of a row whose parts are all known to be good, else None."""
        if len(cells) != self._width:
            return None
        cells.append("")
        score_id, problem_id, on, at, note = self._parts(cells)
        values = self._shapes.get(self._shape(cells))
        cells.pop()
        day = self._days.get(on)
        if values is None or day is None or at not in self._times:
            return None
        if problem_id not in self._problems and not self._knows(problem_id):
            return None
        if not (score_id.isascii() and score_id.isprintable() and 0 < len(score_id) <= LINE):
            return None
        if score_id[0] == " " or (note and not _is_plain(note)):
            return None
        return score_id, problem_id, (day, self._times[at], *values, note)

    def _knows(self, problem_id: str) -> bool:
        plain = problem_id.isascii() and problem_id.isprintable() and 0 < len(problem_id) <= LINE
        plain = plain and not problem_id.isspace()
        if plain and len(self._problems) < REMEMBERED_PROBLEMS:
            self._problems.add(problem_id)
        return plain

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
    return cell.isascii() and cell.isprintable() and len(cell) <= LONG
