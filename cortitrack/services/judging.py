"""Verdicts, judged and kept: after each write those it touched, on a new day what has come due, by new rules all."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import islice

from cortitrack.db import courses, rule_sets, trail, verdicts
from cortitrack.db.database import Connection, Database
from cortitrack.domain.anatomy import Guidance, Side, Site
from cortitrack.domain.errors import Cancelled
from cortitrack.domain.injection import Drug
from cortitrack.domain.steps import Act
from cortitrack.rules.response import judge_all
from cortitrack.rules.ruleset import RuleSet
from cortitrack.rules.verdict import Verdict
from cortitrack.services.bench import Bench
from cortitrack.services.changes import Change, Changes, Did
from cortitrack.services.judging_together import WORTH_SHARING, NoWorkers, judged_by_all
from cortitrack.services.kept_verdicts import kept_of

Progress = Callable[[int, int], None]
IsCancelled = Callable[[], bool]

PEOPLE_AT_ONCE = courses.PEOPLE_AT_ONCE
_plain = str.__str__  # sqlite3 takes a second look at everything that is not quite a str; 400,000 of them add up


@dataclass(frozen=True, slots=True, kw_only=True)
class VerdictRow:
    """One injection with its verdict; `shown` gives for entries of the reasons the ids of their archive."""

    injection_id: int
    problem_id: int
    patient_id: int
    shown_injection: str
    shown_problem: str
    shown_patient: str
    given_on: date
    site: Site
    side: Side
    drug: Drug
    dose_mg: Decimal | None
    guidance: Guidance | None
    verdict: Verdict
    shown: Mapping[int, str]


class Judging:
    """Judges the record by the rule set in force and keeps what was found."""

    def __init__(self, database: Database, bench: Bench, changes: Changes, *, refuse: Callable[[], None]) -> None:
        """Judge what is in `database`, on the bench's today; `refuse` raises where this session may not write."""
        self._refuse = refuse
        self._database = database
        self._bench = bench
        self._changes = changes
        self._rules = RuleSet()
        self._shadowed: tuple[int, int] | None = None

    def rules(self) -> RuleSet:
        """The rule set in force: the clinic's last own version, else the program's."""
        with self._database.reading() as c:
            return self._in_force(c)

    def _in_force(self, c: Connection) -> RuleSet:
        kept = rule_sets.last(c)
        found = RuleSet() if kept is None else _rule_set(kept)
        if found != self._rules:  # the same object each time spares the rules a second compilation
            self._rules = found
        return self._rules

    def history(self) -> tuple[RuleSet, ...]:
        """The program's own rule set and the clinic's versions, the latest first."""
        with self._database.reading() as c:
            return (*(_rule_set(kept) for kept in reversed(rule_sets.every(c))), RuleSet())

    def change_rules(
        self,
        own: Iterable[tuple[str, int]],
        why: str,
        progress: Progress | None = None,
        cancelled: IsCancelled | None = None,
    ) -> RuleSet:
        """Let a new dated version stand and judge everything by it.

        Raises:
            Invalid: a number that a rule set cannot hold.
            Cancelled: asked to stop; the old version stands.
        """
        self._refuse()
        with self._database.writing() as c:
            former = rule_sets.every(c)
            rules = RuleSet(
                version=_next_version(self._bench.today.year, [RuleSet().version, *(k.version for k in former)]),
                since=self._bench.today,
                own=tuple(sorted(own)),
                why=why,
                changed_by=self._bench.user,
            )
            step = trail.add_step(c, self._bench.now(), self._bench.user, Did.RULES, None, 1)
            trail.note_many(c, step, Act.ADDED, trail.RULE_SET, 1)
            rule_sets.put(c, _kept_rules(rules), step)
            self._judge_everything(c, progress, cancelled)
        self._changes.tell(Change(step=step, did=Did.RULES, kind=None, count=1))
        return rules

    def judge_everything(self, progress: Progress | None = None, cancelled: IsCancelled | None = None) -> int:
        """Judge every injection anew; return how many verdicts are kept."""
        self._refuse()
        with self._database.writing() as c:
            return self._judge_everything(c, progress, cancelled)

    def _judge_everything(self, c: Connection, progress: Progress | None, cancelled: IsCancelled | None) -> int:
        people = courses.everyone(c)
        with verdicts.all_anew(c):
            if len(people) >= WORTH_SHARING:
                try:
                    return self._keep_shared(c, people, progress, cancelled)
                except NoWorkers:
                    verdicts.forget_all(c)
            return self._keep_all(c, people, None, progress, cancelled)

    def _keep_shared(
        self, c: Connection, people: list[int], progress: Progress | None, cancelled: IsCancelled | None
    ) -> int:
        """Judge with all the machine's cores, from what was last written to the file."""
        today, count, done = self._bench.today.toordinal(), 0, 0
        for some, kept in judged_by_all(self._database.path, people, today, self._in_force(c)):
            if cancelled is not None and cancelled():
                raise Cancelled
            verdicts.put(c, kept)
            count, done = count + len(kept), done + len(some)
            if progress is not None:
                progress(done, len(people))
        return count

    def catch_up(self, progress: Progress | None = None, cancelled: IsCancelled | None = None) -> int:
        """Judge what no longer stands today; return how many problems that were.

        In a file opened for reading only the fresh verdicts are kept beside it, for as long as it is open.
        """
        if self._database.read_only:
            return self._catch_up_beside()
        with self._database.reading() as c:
            due = verdicts.due(c, self._bench.today.toordinal(), self._in_force(c).version)
        if due:
            with self._database.writing() as c:
                self._judge_due(c, due, progress, cancelled)
        return len(due)

    def _catch_up_beside(self) -> int:
        now = (self._database.changed_by_others(), self._bench.today.toordinal())
        if now == self._shadowed:
            return 0
        with self._database.beside_writing() as c:
            verdicts.lift_shadow(c)
            due = verdicts.due(c, now[1], self._in_force(c).version)
            if due:
                verdicts.shadow(c)
                self._judge_due(c, due, None, None)
        self._shadowed = now
        return len(due)

    def _judge_due(
        self,
        c: Connection,
        due: Sequence[tuple[int, int]],
        progress: Progress | None,
        cancelled: IsCancelled | None,
    ) -> None:
        problem_ids = {problem_id for _, problem_id in due}
        verdicts.drop(c, problem_ids)
        people = list(dict.fromkeys(patient_id for patient_id, _ in due))
        self._keep_all(c, people, problem_ids, progress, cancelled)

    def keep(
        self,
        c: Connection,
        patient_ids: Iterable[int],
        problem_ids: set[int],
        progress: Progress | None = None,
        cancelled: IsCancelled | None = None,
    ) -> None:
        """Judge some problems of these people within a transaction that is under way."""
        verdicts.drop(c, problem_ids)
        self._keep_all(c, list(patient_ids), problem_ids, progress, cancelled)

    def _keep_all(
        self,
        c: Connection,
        people: list[int],
        only: set[int] | None,
        progress: Progress | None,
        cancelled: IsCancelled | None,
    ) -> int:
        today, rules = self._bench.today.toordinal(), self._in_force(c)
        count = 0
        for start in range(0, len(people), PEOPLE_AT_ONCE):
            if cancelled is not None and cancelled():
                raise Cancelled
            kept = kept_of(c, people[start : start + PEOPLE_AT_ONCE], only, today, rules)
            verdicts.put(c, kept)
            count += len(kept)
            if progress is not None:
                progress(min(start + PEOPLE_AT_ONCE, len(people)), len(people))
        return count

    def of_problem(self, problem_id: int) -> tuple[Verdict, ...]:
        """The verdicts of one problem as they stand today, with their reasons, the latest injection first."""
        with self._database.reading() as c:
            course, rules = courses.of_problem(c, problem_id), self._in_force(c)
        return () if course is None else tuple(judge_all(course, self._bench.today.toordinal(), rules))

    def verdict_rows(self, as_of: date | None = None, patient_id: int | None = None) -> Iterator[VerdictRow]:
        """Every injection given by `as_of` (default: today) with its verdict of that day, person by person."""
        day = (as_of or self._bench.today).toordinal()
        with self._database.reading() as c:
            people = iter(courses.everyone(c) if patient_id is None else [patient_id])
        while some := list(islice(people, PEOPLE_AT_ONCE)):
            with self._database.reading() as c:
                rows = self._rows(c, some, day)
            yield from rows

    def _rows(self, c: Connection, people: list[int], day: int) -> list[VerdictRow]:
        found, rules = verdicts.injected(c, json.dumps(people), day), self._in_force(c)
        judged = {
            verdict.injection_id: verdict
            for course in courses.of_people(c, people)
            for verdict in judge_all(course, day, rules)
        }
        entries = {e for verdict in judged.values() for reason in verdict.reasons for e in reason.entries}
        shown = verdicts.shown_entries(c, entries)
        return [_row(row, judged[row.injection_id], shown) for row in found]


def _row(row: verdicts.Injected, verdict: Verdict, shown: Mapping[int, str]) -> VerdictRow:
    return VerdictRow(
        injection_id=row.injection_id,
        problem_id=row.problem_id,
        patient_id=row.patient_id,
        shown_injection=row.shown_injection,
        shown_problem=row.shown_problem,
        shown_patient=row.shown_patient,
        given_on=date.fromordinal(row.given_on),
        site=Site(row.site),
        side=Side(row.side),
        drug=Drug(row.drug),
        dose_mg=None if row.dose_mg is None else Decimal(row.dose_mg),
        guidance=None if row.guidance is None else Guidance(row.guidance),
        verdict=verdict,
        shown=shown,
    )


def _rule_set(kept: rule_sets.KeptRules) -> RuleSet:
    return RuleSet(
        version=kept.version,
        since=date.fromordinal(kept.since),
        own=kept.own,
        why=kept.why,
        changed_by=kept.changed_by,
    )


def _kept_rules(rules: RuleSet) -> rule_sets.KeptRules:
    return rule_sets.KeptRules(rules.version, rules.since.toordinal(), rules.own, rules.why, rules.changed_by)


def _next_version(year: int, taken: Sequence[str]) -> str:
    number = 1
    while f"{year}-{number}" in taken:
        number += 1
    return f"{year}-{number}"
