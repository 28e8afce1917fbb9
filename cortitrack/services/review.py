"""The reading hand: a person's problems, a problem's timeline, its verdicts, the past of a record."""

from __future__ import annotations

from cortitrack.db import archive_ids, facts, timelines, trail
from cortitrack.db.database import Database
from cortitrack.domain.errors import Invalid, Why
from cortitrack.domain.medication import Medication
from cortitrack.domain.problem import Problem
from cortitrack.domain.records import Fact, RecordKind
from cortitrack.domain.risk import Risk
from cortitrack.domain.steps import TrailLine
from cortitrack.domain.timeline import Timeline
from cortitrack.rules.sensitivity import at_other_cutoffs
from cortitrack.rules.verdict import Verdict, VerdictKind
from cortitrack.services.bench import Bench
from cortitrack.services.judging import Judging


class Review:
    """Where the record is read."""

    def __init__(self, database: Database, bench: Bench, judging: Judging) -> None:
        """Read `database`, with the verdicts of the bench's today."""
        self._database = database
        self._bench = bench
        self._judging = judging

    def problems(self, patient_id: int) -> tuple[Problem, ...]:
        """A person's problems, open ones first."""
        with self._database.reading() as c:
            return timelines.problems_of(c, patient_id)

    def timeline(self, problem_id: int) -> Timeline:
        """A problem with all its events.

        Raises:
            Invalid: there is no such problem, or it was withdrawn.
        """
        with self._database.reading() as c:
            found = timelines.timeline(c, problem_id)
        if found is None:
            raise Invalid("problem_id", Why.NOBODY, value=problem_id)
        return found

    def fact(self, kind: RecordKind, record_id: int) -> Fact:
        """One record.

        Raises:
            Invalid: there is none, or it was withdrawn.
        """
        with self._database.reading() as c:
            found = facts.get(c, kind, record_id)
        if found is None:
            raise Invalid("id", Why.NOBODY, value=record_id)
        return found

    def verdicts(self, problem_id: int) -> tuple[Verdict, ...]:
        """The verdicts of a problem's injections as they stand today, the latest injection first."""
        return self._judging.of_problem(problem_id)

    def sensitivity(self, problem_id: int, injection_id: int) -> dict[int, VerdictKind]:
        """What the other published cut-offs would say of one injection today."""
        course = self.timeline(problem_id).course()
        given = next((g for g in course.injections if g.id == injection_id), None)
        if given is None:
            raise Invalid("injection_id", Why.NOBODY, value=injection_id)
        return at_other_cutoffs(course, given, self._bench.today.toordinal(), self._judging.rules())

    def medications_of(self, patient_id: int) -> tuple[Medication, ...]:
        """All medicines of a person."""
        with self._database.reading() as c:
            return timelines.medications_of(c, patient_id)

    def risks_of(self, patient_id: int) -> tuple[Risk, ...]:
        """All risks of a person, in order of the day from which they hold."""
        with self._database.reading() as c:
            found = [fact for fact, _ in timelines.every(c, RecordKind.RISK, patient_id) if isinstance(fact, Risk)]
        return tuple(sorted(found, key=lambda risk: (risk.from_on, risk.id)))

    def resolve(self, kind: RecordKind, shown_id: str) -> int:
        """The record that people know under this id.

        Raises:
            Invalid: nobody is known under it.
        """
        with self._database.reading() as c:
            found = archive_ids.resolve(c, kind, shown_id)
        if found is None:
            raise Invalid(f"{kind.value}_id", Why.NOBODY, value=shown_id)
        return found

    def shown_id(self, kind: RecordKind, record_id: int) -> str:
        """The id under which people know a record: that of its archive, else its own."""
        with self._database.reading() as c:
            return archive_ids.shown(c, kind, record_id)

    def changes_of(self, kind: RecordKind, record_id: int) -> tuple[TrailLine, ...]:
        """What was done to a record, oldest first."""
        with self._database.reading() as c:
            return tuple(trail.history(c, kind, record_id))
