"""Record one score in a large clinic, against the same in a clinic of one person."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from bench.clinics import PEOPLE, copy_of, judged, opened
from bench.measured import Goal, Line, in_turn, milliseconds
from bench.synthetic import TODAY
from cortitrack.domain.pain import PainScore
from cortitrack.services.desk import Desk

TIMES = 41


def measure() -> list[Line]:
    """The large clinic and the small one in turn."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with opened(copy_of(judged(), folder)) as large, opened(copy_of(judged(1), folder)) as small:
            ours, floor = in_turn(TIMES, _saving(large), _saving(small))
    name = f"save one score, {PEOPLE:,} people / 1 person"
    return [Line(name=name, unit="ms", ours=ours, floor=floor, goal=Goal.MORE, number=20)]


def _saving(desk: Desk) -> Callable[[], float]:
    person = desk.patients.find("", 1)[0]
    place = person.problems[0]
    days = iter(range(1, 10_000))

    def save() -> float:
        on = TODAY - timedelta(days=next(days))
        score = PainScore(id=desk.record.new_id(), problem_id=place.id, on=on, tenths=50)
        return milliseconds(lambda: desk.record.add(score))

    return save
