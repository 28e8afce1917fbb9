"""The writing hand: add, correct, withdraw, undo. One transaction, one step, its trail, one Change."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from cortitrack.db import clinic as clinic_card
from cortitrack.db import facts, patients, trail
from cortitrack.db.database import Connection, Database
from cortitrack.domain.clinic import Clinic
from cortitrack.domain.errors import Invalid, Why
from cortitrack.domain.ids import IdMaker
from cortitrack.domain.injection import Injection
from cortitrack.domain.medication import Medication
from cortitrack.domain.override import Override
from cortitrack.domain.patient import Patient
from cortitrack.domain.problem import Problem
from cortitrack.domain.records import Fact, RecordKind, kind_of
from cortitrack.domain.risk import Risk
from cortitrack.domain.safety_answer import SafetyAnswer
from cortitrack.domain.steps import Act
from cortitrack.services.bench import Bench
from cortitrack.services.changes import Change, Changes, Did, Step
from cortitrack.services.judging import IsCancelled, Judging, Progress
from cortitrack.services.references import References
from cortitrack.services.undoing import take_back

_ORDER = {kind: place for place, kind in enumerate(RecordKind)}


@dataclass(slots=True)
class _Touched:
    """Whose records a step touches: one problem of theirs, or with `people` all their problems."""

    patients: set[int] = field(default_factory=set)
    problems: set[int] = field(default_factory=set)
    people: set[int] = field(default_factory=set)

    def by(self, c: Connection, fact: Fact, patient_id: int) -> None:
        self.patients.add(patient_id)
        if isinstance(fact, Problem):
            self.problems.add(fact.id)
        elif isinstance(fact, Override | SafetyAnswer):
            problem_id = facts.problem_of_injection(c, fact.injection_id)
            self.problems.update([] if problem_id is None else [problem_id])
        elif isinstance(fact, Injection | Medication | Risk):
            self.people.add(patient_id)
        elif not isinstance(fact, Patient):
            self.problems.add(fact.problem_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenIn:
    """How many records an import added or corrected, and whose."""

    count: int
    patient_ids: frozenset[int]


class Record:
    """All that a person writes into a clinic's file goes through here."""

    def __init__(
        self, database: Database, bench: Bench, changes: Changes, judging: Judging, *, refuse: Callable[[], None]
    ) -> None:
        """Write into `database`; `refuse` raises where this session may not write."""
        self._database = database
        self._bench = bench
        self._changes = changes
        self._judging = judging
        self._refuse = refuse
        self.ids = IdMaker(bench.now, bench.random_bits)

    def new_id(self) -> int:
        """An id for a fact that is about to be born."""
        return self.ids()

    def add(self, *new: Fact) -> Change:
        """Add facts in one step; they may refer to each other.

        Raises:
            Invalid: one of them cannot stand beside what is recorded; none is kept.
        """
        self._refuse()
        ordered = sorted(new, key=lambda fact: _ORDER[kind_of(fact)])
        with self._database.writing() as c:
            step = self._step(c, Did.ADDED, ordered)
            references, touched = References(c, self._bench.today), _Touched()
            for fact in ordered:
                patient_id = self._insert(c, fact, step, references)
                trail.note(c, step, Act.ADDED, fact, patient_id)
                touched.by(c, fact, patient_id)
            change = self._finish(c, step, Did.ADDED, ordered, touched)
        return self._told(change)

    def _insert(self, c: Connection, fact: Fact, step: int, references: References) -> int:
        patient_id = references.patient_of(fact)
        if facts.known(c, kind_of(fact), fact.id):
            raise Invalid("id", Why.USED_TWICE, value=fact.id)
        facts.insert(c, fact, step)
        return patient_id

    def correct(self, fact: Fact, *, former: Fact | None = None) -> Change:
        """Let the fact stand in place of the one with its id; `former` is what the person saw before them.

        Raises:
            Invalid: it cannot stand, is withdrawn, or (Why.STALE) is no longer what `former` says.
        """
        self._refuse()
        kind = kind_of(fact)
        with self._database.writing() as c:
            now = self._standing(c, kind, fact.id)
            if former is not None and former != now:
                raise Invalid("id", Why.STALE, kind=kind, id=fact.id)
            if fact == now:
                return Change(step=0, did=Did.CORRECTED, kind=kind, count=0)
            step = self._step(c, Did.CORRECTED, [fact])
            touched = self._correct(c, fact, now, step)
            change = self._finish(c, step, Did.CORRECTED, [fact], touched)
        return self._told(change)

    def _standing(self, c: Connection, kind: RecordKind, record_id: int) -> Fact:
        now = facts.get(c, kind, record_id)
        if now is None:
            raise Invalid("id", Why.NOBODY, value=record_id)
        return now

    def _correct(self, c: Connection, fact: Fact, now: Fact, step: int) -> _Touched:
        references, touched = References(c, self._bench.today), _Touched()
        patient_id, before = references.patient_of(fact), References(c, self._bench.today)
        if isinstance(fact, Problem) and isinstance(now, Problem) and fact.patient_id != now.patient_id:
            _refuse_to_move(c, fact)
        touched.by(c, now, before.owner_of(now))
        facts.update(c, fact, step)
        touched.by(c, fact, patient_id)
        trail.note(c, step, Act.CORRECTED, fact, patient_id, now)
        return touched

    def withdraw(self, kind: RecordKind, record_id: int) -> Change:
        """Withdraw a record, and with a person, problem or injection what hangs on it."""
        self._refuse()
        with self._database.writing() as c:
            now = self._standing(c, kind, record_id)
            step = self._step(c, Did.WITHDREW, [now])
            touched = _Touched()
            patient_id = References(c, self._bench.today).owner_of(now)
            touched.by(c, now, patient_id)
            if isinstance(now, Patient | Problem):
                touched.people.add(patient_id)
            facts.withdraw(c, kind, record_id, step)
            trail.note(c, step, Act.WITHDREW, now, patient_id)
            change = self._finish(c, step, Did.WITHDREW, [now], touched)
        return self._told(change)

    def last_step(self) -> Step | None:
        """What `undo` would take back."""
        with self._database.reading() as c:
            return trail.last_to_undo(c)

    def undo(self) -> Change | None:
        """Take back the last step that is not undone; None where there is none."""
        last = self.last_step()
        return None if last is None else self.undo_step(last.id)

    def redo(self) -> Change | None:
        """Take back the last undoing, if nothing else was done since; None where something was."""
        with self._database.reading() as c:
            last = trail.last_to_redo(c)
        return None if last is None else self.undo_step(last.id)

    def undo_step(self, step_id: int) -> Change:
        """Take back one step, be it itself an undoing.

        Raises:
            Invalid: there is nothing to take back, or (Why.STALE) something it corrected was changed since.
        """
        self._refuse()
        with self._database.writing() as c:
            undone = trail.step(c, step_id)
            if undone is None or undone.id == trail.FIRST or undone.did is Did.RULES:
                raise Invalid("step", Why.NOBODY, value=step_id)
            if trail.is_undone(c, step_id):
                raise Invalid("step", Why.STALE, id=step_id)
            done_by = trail.last_done_by(c, step_id)
            step = trail.add_step(c, self._bench.now(), self._bench.user, Did.UNDID, undone.kind, undone.count, step_id)
            people = take_back(c, done_by, step) | facts.touched_in(c, step)
            touched = _Touched(patients=people, people=set(people))
            change = self._finish(c, step, Did.UNDID, [], touched, undone)
        return self._told(change)

    def set_clinic(self, clinic: Clinic) -> Change:
        """Change the clinic's card."""
        self._refuse()
        with self._database.writing() as c:
            former = clinic_card.get(c)
            if former == clinic:
                return Change(step=0, did=Did.CLINIC, kind=None, count=0)
            step = self._step(c, Did.CLINIC, [])
            trail.note_many(c, step, Act.CORRECTED, trail.CLINIC, 1, clinic_card.to_text(former))
            clinic_card.put(c, clinic, step)
        return self._told(Change(step=step, did=Did.CLINIC, kind=None, count=1))

    def take_in(
        self,
        take: Callable[[Connection, int], TakenIn],
        *,
        progress: Progress | None = None,
        cancelled: IsCancelled | None = None,
    ) -> Change:
        """Let `take` put in many records as one step, which undo takes back whole.

        `take` gets the transaction and the step's id, writes rows and trail lines, and returns what it did; whatever it
        raises, nothing of it is kept. Progress counts people whose injections are judged.

        Raises:
            Cancelled: asked to stop; nothing is kept.
        """
        self._refuse()
        with self._database.writing() as c:
            number = trail.next_step(c)
            taken = take(c, number)
            if not taken.count:
                return Change(step=0, did=Did.IMPORTED, kind=None, count=0)
            step = trail.add_step(c, self._bench.now(), self._bench.user, Did.IMPORTED, None, taken.count)
            touched = _Touched(patients=set(taken.patient_ids), people=set(taken.patient_ids))
            change = self._finish(c, step, Did.IMPORTED, [], touched, trail.step(c, step), progress, cancelled)
        return self._told(change)

    def _step(self, c: Connection, did: Did, touched: list[Fact]) -> int:
        return trail.add_step(c, self._bench.now(), self._bench.user, did, _one_kind(touched), len(touched) or 1)

    def _finish(
        self,
        c: Connection,
        step: int,
        did: Did,
        touched_facts: list[Fact],
        touched: _Touched,
        like: Step | None = None,
        progress: Progress | None = None,
        cancelled: IsCancelled | None = None,
    ) -> Change:
        """Judge what was touched and make people findable, all within the step's own transaction."""
        problems = touched.problems | facts.problems_of(c, touched.people)
        self._judging.keep(c, sorted(touched.patients), problems, progress, cancelled)
        patients.refresh(c, touched.patients)
        return Change(
            step=step,
            did=did,
            kind=like.kind if like else _one_kind(touched_facts),
            count=like.count if like else len(touched_facts),
            patient_ids=frozenset(touched.patients),
            problem_ids=frozenset(problems),
        )

    def _told(self, change: Change) -> Change:
        self._changes.tell(change)
        return change


def _one_kind(touched: list[Fact]) -> RecordKind | None:
    kinds = {kind_of(fact) for fact in touched}
    return kinds.pop() if len(kinds) == 1 else None


def _refuse_to_move(c: Connection, problem: Problem) -> None:
    if facts.medicines_with(c, problem.id):
        raise Invalid("patient_id", Why.OTHER_PATIENT, value=problem.patient_id)
