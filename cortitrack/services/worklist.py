"""What today asks for: scores that are due, failed injections on which nothing was decided yet."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from cortitrack.db import worklist
from cortitrack.db.database import Connection, Database
from cortitrack.db.worklist import Waiting
from cortitrack.domain.anatomy import Side, Site
from cortitrack.rules.verdict import FAILED, Durability, Flag, VerdictKind, VerdictReason
from cortitrack.services.bench import Bench
from cortitrack.services.judging import Judging

CLOSING_DAYS = 7  # a window with no more days than these left is said to close


class Window(StrEnum):
    """Which follow-up an injection waits for."""

    TWO_WEEKS = "two_weeks"
    SIX_WEEKS = "six_weeks"
    TWELVE_WEEKS = "twelve_weeks"


class DueState(StrEnum):
    """How pressing it is."""

    DUE = "due"
    OVERDUE = "overdue"
    CLOSING = "closing"


@dataclass(frozen=True, slots=True, kw_only=True)
class DueRow:
    """One injection that waits for a score, since a day, until the window closes."""

    patient_id: int
    problem_id: int
    injection_id: int
    name: str
    phone: str
    site: Site
    side: Side
    given_on: date
    window: Window
    state: DueState
    since: date
    closes: date


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionRow:
    """One failed injection after which nothing was done; `since` is the day of the score that showed it."""

    patient_id: int
    problem_id: int
    injection_id: int
    name: str
    phone: str
    site: Site
    side: Side
    given_on: date
    verdict: VerdictKind
    since: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """The numbers on top; followed up are those injections with a score in a primary window that closed of late."""

    due: int
    overdue: int
    closing: int
    decisions: int
    followed_up: int
    followed_up_of: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Today:
    """The lists of one day: what closes first stands first; the latest failure stands first."""

    due: tuple[DueRow, ...]
    decisions: tuple[DecisionRow, ...]
    counts: Counts


class Worklist:
    """Reads kept verdicts; it does not think."""

    def __init__(self, database: Database, bench: Bench, judging: Judging) -> None:
        """List what `database` holds, on the bench's today."""
        self._database = database
        self._bench = bench
        self._judging = judging

    def today(self) -> Today:
        """What is due and what needs a decision; verdicts that have come due are judged first."""
        self._judging.catch_up()
        numbers = self._judging.rules().values
        today = self._bench.today.toordinal()
        with self._database.reading() as c:
            due = [row for window in _WINDOWS for row in window.rows(c, numbers, today)]
            decisions = _decisions(c, today - numbers["twelve_months_last_day"], today)
            first, last = numbers["primary_first_day"], numbers["primary_last_day"]
            done, of = worklist.followed_up(c, today - numbers["durability_last_day"], today - last - 1, first, last)
        states = [row.state for row in due]
        return Today(
            due=tuple(sorted(due, key=lambda row: (row.closes, row.given_on, row.injection_id))),
            decisions=tuple(decisions),
            counts=Counts(
                due=states.count(DueState.DUE),
                overdue=states.count(DueState.OVERDUE),
                closing=states.count(DueState.CLOSING),
                decisions=len(decisions),
                followed_up=done,
                followed_up_of=of,
            ),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Awaited:
    """A follow-up: asked for from day `asked` on, answered by a score on days `first` … `last`."""

    window: Window
    kinds: tuple[VerdictKind, ...]
    reasons: frozenset[VerdictReason | None]
    asked: str
    first: str
    last: str
    overdue_after: str | None = None
    closes_before: str | None = None

    def rows(self, c: Connection, numbers: Mapping[str, int], today: int) -> list[DueRow]:
        asked, last = numbers[self.asked], numbers[self.last]
        if self.closes_before is not None:
            last = numbers[self.closes_before] - 1
        kinds = json.dumps(self.kinds)
        found = worklist.without_score(c, kinds, today - last, today - asked, numbers[self.first], last)
        late = numbers[self.overdue_after] if self.overdue_after is not None else last
        return [self._row(row, today, asked, late, last) for row in found if self._waits(row)]

    def _waits(self, row: Waiting) -> bool:
        if row.reason not in self.reasons:
            return False
        return Flag.REINTERVENTION not in row.flags.split() and row.durability in {None, Durability.PENDING}

    def _row(self, row: Waiting, today: int, asked: int, late: int, last: int) -> DueRow:
        day = today - row.given_on
        state = DueState.OVERDUE if day > late else DueState.DUE
        if last - day < CLOSING_DAYS:
            state = DueState.CLOSING
        return DueRow(
            patient_id=row.patient_id,
            problem_id=row.problem_id,
            injection_id=row.injection_id,
            name=_name(row),
            phone=row.phone,
            site=Site(row.site),
            side=Side(row.side),
            given_on=date.fromordinal(row.given_on),
            window=self.window,
            state=state,
            since=date.fromordinal(row.given_on + asked),
            closes=date.fromordinal(row.given_on + last),
        )


_WINDOWS = (
    _Awaited(
        window=Window.TWO_WEEKS,
        kinds=(VerdictKind.TOO_EARLY,),
        reasons=frozenset({None}),
        asked="early_evidence_day",
        first="early_evidence_day",
        last="primary_first_day",
        closes_before="primary_first_day",
    ),
    _Awaited(
        window=Window.SIX_WEEKS,
        kinds=(VerdictKind.AWAITING_DATA,),
        reasons=frozenset({VerdictReason.DUE, VerdictReason.OVERDUE}),
        asked="primary_due_day",
        first="primary_first_day",
        last="primary_last_day",
        overdue_after="primary_overdue_after_day",
    ),
    _Awaited(  # the six-week score was missed: this window is the last chance
        window=Window.TWELVE_WEEKS,
        kinds=(VerdictKind.AWAITING_DATA,),
        reasons=frozenset({VerdictReason.PRIMARY_MISSED}),
        asked="durability_first_day",
        first="durability_first_day",
        last="durability_last_day",
        overdue_after="durability_first_day",
    ),
    _Awaited(  # whether what helped still does
        window=Window.TWELVE_WEEKS,
        kinds=(VerdictKind.RESPONDED, VerdictKind.PARTIAL),
        reasons=frozenset({None}),
        asked="durability_due_day",
        first="durability_first_day",
        last="durability_last_day",
    ),
)


def _decisions(c: Connection, earliest: int, today: int) -> list[DecisionRow]:
    found = worklist.undecided(c, json.dumps(sorted(FAILED)), earliest, today)
    rows = [_decision(row) for row in found if Flag.LATE_IMPROVEMENT not in row.flags.split()]
    return sorted(rows, key=lambda row: (row.since, row.given_on, row.injection_id), reverse=True)


def _decision(row: Waiting) -> DecisionRow:
    return DecisionRow(
        patient_id=row.patient_id,
        problem_id=row.problem_id,
        injection_id=row.injection_id,
        name=_name(row),
        phone=row.phone,
        site=Site(row.site),
        side=Side(row.side),
        given_on=date.fromordinal(row.given_on),
        verdict=VerdictKind(row.kind),
        since=date.fromordinal(row.since),
    )


def _name(row: Waiting) -> str:
    return f"{row.given_name} {row.family_name}".strip()
