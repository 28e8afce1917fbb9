"""What pain did after a procedure or an operation: the same windows as for an injection, a course and no verdict."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from cortitrack.domain.course import Given
from cortitrack.domain.procedure import Procedure, ProcedureKind
from cortitrack.domain.surgery import Surgery
from cortitrack.domain.timeline import Timeline
from cortitrack.rules.level import percent_of
from cortitrack.rules.numbers import FORTIETHS, Numbers, numbers_of
from cortitrack.rules.ruleset import RuleSet
from cortitrack.rules.sighting import NEVER, DayScore, Prepared, Sighting

FOLLOWED = frozenset({ProcedureKind.PRP, ProcedureKind.NERVE_BLOCK, ProcedureKind.RFA, ProcedureKind.HYALURONIC_ACID})


@dataclass(frozen=True, slots=True, kw_only=True)
class Reached:
    """Pain in one window, and how far it had fallen since before; a negative fall is a rise."""

    score: Decimal
    fall: Decimal | None
    percent: float | None
    scores: int
    entries: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AfterProcedure:
    """One line: pain before, then about 2, 6 and 12 weeks after, and 6 and 12 months; None where nothing is known.

    Scores after `other_treatment_on`, the next treatment that may have moved pain, are not in it.
    """

    entry: int
    kind: str
    on: date
    before: Decimal | None
    before_on: date | None
    before_entries: tuple[int, ...]
    two_weeks: Reached | None
    six_weeks: Reached | None
    twelve_weeks: Reached | None
    six_months: Reached | None
    twelve_months: Reached | None
    other_treatment_on: date | None
    told_percent: tuple[tuple[int, Decimal], ...] = ()  # month, relief as the entry itself says


def after_procedures(timeline: Timeline, today: date, rules: RuleSet) -> tuple[AfterProcedure, ...]:
    """Every PRP, block, RFA, hyaluronic acid and operation of a problem, the latest first."""
    course, numbers = timeline.course(), numbers_of(rules)
    prepared = Prepared(course)
    lines = [_line(_seen(prepared, one, today, numbers), one, rules) for one in _done(timeline) if one.on <= today]
    return tuple(sorted(lines, key=lambda line: (line.on, line.entry), reverse=True))


def _done(timeline: Timeline) -> Iterator[Procedure | Surgery]:
    yield from (one for one in timeline.procedures if one.kind in FOLLOWED)
    yield from (one for one in timeline.surgeries if not one.planned)


def _seen(prepared: Prepared, one: Procedure | Surgery, today: date, numbers: Numbers) -> Sighting:
    given = Given(one.id, one.on.toordinal(), None, False, False)
    return Sighting(prepared, given, today.toordinal(), numbers)


def _line(seen: Sighting, one: Procedure | Surgery, rules: RuleSet) -> AfterProcedure:
    v, n = rules.values, seen.n
    latest = seen.latest_before()
    before = latest if latest is not None and latest.day >= n.baseline_first else None

    def reached(first: int, last: int) -> Reached | None:
        return _reached(seen, before, first, last)

    return AfterProcedure(
        entry=one.id,
        kind=one.kind.value,
        on=one.on,
        before=None if before is None else _points(before.score),
        before_on=None if before is None else date.fromordinal(seen.given.on + before.day),
        before_entries=() if before is None else before.entries,
        two_weeks=reached(n.early_first, n.primary_first - 1),
        six_weeks=reached(n.primary_first, n.primary_last),
        twelve_weeks=reached(n.durability_first, n.durability_last),
        six_months=reached(v["six_months_first_day"], v["six_months_last_day"]),
        twelve_months=reached(v["twelve_months_first_day"], v["twelve_months_last_day"]),
        other_treatment_on=None if seen.censored_on == NEVER else date.fromordinal(seen.given.on + seen.censored_on),
        told_percent=_told(one),
    )


def _reached(seen: Sighting, before: DayScore | None, first: int, last: int) -> Reached | None:
    window = seen.window(first, last)
    if window.value is None:
        return None
    fall = None if before is None else before.score - window.value
    return Reached(
        score=_points(window.value),
        fall=None if fall is None else _points(fall),
        percent=None if before is None or fall is None or not before.score else percent_of(before.score, fall),
        scores=window.size,
        entries=window.entries,
    )


def _points(fortieths: int) -> Decimal:
    return Decimal(fortieths) / FORTIETHS


def _told(one: Procedure | Surgery) -> tuple[tuple[int, Decimal], ...]:
    if isinstance(one, Surgery):
        return ()
    told = ((3, one.relief_3_months_percent), (6, one.relief_6_months_percent), (12, one.relief_12_months_percent))
    return tuple((month, percent) for month, percent in told if percent is not None)
