"""Safety before the needle: what the rules say of an injection and of the record, the ledger, and the answers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from cortitrack.db import facts, timelines
from cortitrack.db.database import Connection, Database
from cortitrack.domain.errors import Invalid, Why
from cortitrack.domain.injection import Injection
from cortitrack.domain.records import Fact
from cortitrack.domain.safety_answer import Answer, SafetyAnswer, SafetyRule
from cortitrack.domain.timeline import Timeline
from cortitrack.rules import ledger as ledger_rules
from cortitrack.rules.alerts import Checked
from cortitrack.rules.criterion import Criterion
from cortitrack.rules.ledger import Ledger
from cortitrack.rules.response import judge_all
from cortitrack.rules.safety import check_injection, check_record
from cortitrack.rules.safety_view import SafetyView, view_on
from cortitrack.rules.unusual import Unusual, unusual
from cortitrack.rules.verdict import Verdict
from cortitrack.services.bench import Bench
from cortitrack.services.changes import Change
from cortitrack.services.judging import Judging
from cortitrack.services.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Unanswered:
    """The rules that speak of an injection and that nobody has answered: false where there are none."""

    stops: tuple[SafetyRule, ...]
    alerts: tuple[SafetyRule, ...]

    def __bool__(self) -> bool:
        return bool(self.stops or self.alerts)


class Safety:
    """Gathers what the safety rules look at, and takes an injection in together with its answers."""

    def __init__(self, database: Database, bench: Bench, judging: Judging, record: Record) -> None:
        """Look into `database` on the bench's today; what is recorded goes through `record`."""
        self._database = database
        self._bench = bench
        self._judging = judging
        self._record = record

    def view(self, problem_id: int, on: date | None = None, without: int | None = None) -> SafetyView:
        """What was to be seen of a problem and its person on a day (default: today), one injection left out.

        Raises:
            Invalid: there is no such problem, or it was withdrawn.
        """
        day = on or self._bench.today
        with self._database.reading() as c:
            here, *others = [_without(one, without) for one in _timelines_of_the_person(c, problem_id)]
        return view_on(day, here, others, self._verdicts([here, *others], day))

    def _verdicts(self, of: Iterable[Timeline], day: date) -> Mapping[int, Verdict]:
        rules = self._judging.rules()
        return {
            verdict.injection_id: verdict for one in of for verdict in judge_all(one.course(), day.toordinal(), rules)
        }

    def check(self, problem_id: int, planned: Injection) -> Checked:
        """All that the rules say about an injection, planned, being entered or given: with what its own day knew."""
        day = min(planned.given_on, self._bench.today)
        return check_injection(self.view(problem_id, day, planned.id), planned, self._judging.rules())

    def of_record(self, problem_id: int) -> Checked:
        """All that the rules say about a problem and its person as they stand today."""
        return check_record(self.view(problem_id), self._judging.rules())

    def ledger(self, problem_id: int, planned: Injection | None = None) -> Ledger:
        """The person's steroids as of today; with `planned` as they would stand once it is given."""
        return ledger_rules.ledger(self.view(problem_id), self._judging.rules(), planned)

    def unusual(self, problem_id: int, fact: Fact) -> tuple[tuple[Unusual, Criterion | None], ...]:
        """What is unusual about an entry that is being made, so that its form asks why."""
        return unusual(self.view(problem_id), fact, self._judging.rules())

    def unanswered(self, planned: Injection, answers: Iterable[SafetyAnswer] = ()) -> Unanswered:
        """Which stops lack an override, and which alerts any answer."""
        given = [answer for answer in answers if answer.injection_id == planned.id]
        overridden = {answer.rule for answer in given if answer.answer is Answer.OVERRIDDEN}
        answered = {answer.rule for answer in given}
        checked = self.check(planned.problem_id, planned)
        return Unanswered(
            stops=tuple(rule for rule in checked.stops if rule not in overridden),
            alerts=tuple(rule for rule in checked.to_acknowledge if rule not in answered),
        )

    def demand(self, planned: Injection, answers: Iterable[SafetyAnswer] = (), *, already_given: bool = False) -> None:
        """Refuse an injection of today that still lacks an answer; what has already happened is never refused.

        Raises:
            Invalid: (Why.UNANSWERED) `value` names the rules.
        """
        if already_given or planned.given_on < self._bench.today:
            return
        lacks = self.unanswered(planned, answers)
        if lacks:
            raise Invalid("answer", Why.UNANSWERED, value=", ".join((*lacks.stops, *lacks.alerts)))

    def record(
        self, planned: Injection, *more: Fact, answers: Iterable[SafetyAnswer] = (), already_given: bool = False
    ) -> Change:
        """Add an injection, what was entered with it (scores) and the answers to its alerts, in one step.

        Raises:
            Invalid: it is planned for today and an alert or stop is not answered; or it cannot be recorded at all.
        """
        given = tuple(answers)
        self.demand(planned, given, already_given=already_given)
        return self._record.add(planned, *more, *given)

    def rules_of(self, injection_id: int) -> Checked:
        """What the rules said about an injection that is recorded.

        Raises:
            Invalid: there is none, or it was withdrawn.
        """
        with self._database.reading() as c:
            problem_id = facts.problem_of_injection(c, injection_id)
            here = None if problem_id is None else timelines.timeline(c, problem_id)
        found = [one for one in here.injections if one.id == injection_id] if here else []
        if not found:
            raise Invalid("injection_id", Why.NOBODY, value=injection_id)
        return self.check(found[0].problem_id, found[0])


def _timelines_of_the_person(c: Connection, problem_id: int) -> list[Timeline]:
    """The problem asked about, then the person's others."""
    here = timelines.timeline(c, problem_id)
    if here is None:
        raise Invalid("problem_id", Why.NOBODY, value=problem_id)
    others = [one.id for one in timelines.problems_of(c, here.patient.id) if one.id != problem_id]
    found = [timelines.timeline(c, other) for other in others]
    return [here, *(one for one in found if one is not None)]


def _without(timeline: Timeline, injection_id: int | None) -> Timeline:
    """The timeline as if an injection had not been given: it is being corrected, and answers for itself."""
    if injection_id is None:
        return timeline
    return replace(
        timeline,
        injections=tuple(one for one in timeline.injections if one.id != injection_id),
        elsewhere=tuple(one for one in timeline.elsewhere if one.id != injection_id),
    )
