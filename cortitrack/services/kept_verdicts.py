"""Verdicts in the form in which they are kept: what lists ask of them, and no more."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from cortitrack.db import courses
from cortitrack.db.database import Connection
from cortitrack.db.verdicts import Kept
from cortitrack.domain.course import Course
from cortitrack.rules.response import standings
from cortitrack.rules.ruleset import RuleSet
from cortitrack.rules.verdict import Standing

_plain = str.__str__  # sqlite3 takes a second look at everything that is not quite a str; 400,000 of them add up


def kept_of(c: Connection, people: list[int], only: set[int] | None, today: int, rules: RuleSet) -> list[Kept]:
    """The standings of these people's injections, of these problems `only`, as they are kept."""
    with _circles_at_rest():
        return [
            _kept(course, standing, today, rules.version)
            for course in courses.of_people(c, people, to_explain=False)
            if only is None or course.problem_id in only
            for standing in standings(course, today, rules)
        ]


@contextmanager
def _circles_at_rest() -> Iterator[None]:
    """Judging makes nothing that holds itself, and a search for such garbage takes a sixth of its time."""
    searched = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if searched:
            gc.enable()


def _kept(course: Course, standing: Standing, today: int, rule_set: str) -> Kept:
    reason, durability = standing.reason, standing.durability
    return Kept(
        standing.injection_id,
        course.problem_id,
        course.patient_id,
        standing.given_on,
        _plain(standing.kind),
        int(standing.kind.failed),
        None if reason is None else _plain(reason),
        None if durability is None else _plain(durability),
        int(standing.provisional),
        " ".join(standing.flags),
        today,
        standing.stands_until,
        standing.since,
        rule_set,
    )
