"""Safety as a service: what is asked while an injection is entered, what is refused, what never is."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from cortitrack.domain.errors import Invalid, Why
from cortitrack.domain.injection import Drug, Injection
from cortitrack.domain.problem import Problem
from cortitrack.domain.procedure import Procedure, ProcedureKind
from cortitrack.domain.records import RecordKind
from cortitrack.domain.red_flag import RedFlag, RedFlagKind
from cortitrack.domain.safety_answer import AlertLevel, Answer, SafetyAnswer, SafetyRule
from cortitrack.domain.steps import Act
from cortitrack.rules.exposure import place_of
from cortitrack.rules.unusual import Unusual
from cortitrack.services.desk import Desk
from cortitrack.words.refusals import refusal
from tests.clinics import TODAY, Clock, injection, patient, person_with_a_failed_injection, problem, reopened, score

DAY = timedelta(days=1)
TA = Drug.TRIAMCINOLONE_ACETONIDE


def planned_today(desk: Desk, knee: Problem) -> Injection:
    return injection(desk, knee, TODAY, drug=TA, dose_mg=Decimal(40))


def knee_injected(desk: Desk, days_ago: int) -> Problem:
    someone = patient(desk, allergies="none known")
    knee = problem(desk, someone)
    desk.record.add(someone, knee, injection(desk, knee, TODAY - days_ago * DAY, drug=TA, dose_mg=Decimal(40)))
    return knee


def answer(desk: Desk, to: Injection, rule: SafetyRule, how: Answer) -> SafetyAnswer:
    level = AlertLevel.STOP if how is Answer.OVERRIDDEN else AlertLevel.ALERT
    return SafetyAnswer(
        id=desk.record.new_id(), injection_id=to.id, on=to.given_on, rule=rule, level=level, answer=how,
        who="Dr Ito", role="surgeon", why="flies home tomorrow",
    )  # fmt: skip


@pytest.mark.parametrize(("days", "level"), [(84, None), (83, AlertLevel.ALERT), (42, AlertLevel.ALERT), (41, "stop")])
def test_the_interval_is_checked_while_it_is_typed(desk: Desk, days: int, level: AlertLevel | None) -> None:
    knee = knee_injected(desk, days)
    assert desk.safety.check(knee.id, planned_today(desk, knee)).loudest(SafetyRule.S1) == level


def test_a_stop_of_today_is_refused_until_it_is_overridden(desk: Desk) -> None:
    knee = knee_injected(desk, 30)
    planned = planned_today(desk, knee)
    assert desk.safety.unanswered(planned).stops == (SafetyRule.S1,)
    nodded = answer(desk, planned, SafetyRule.S1, Answer.ACKNOWLEDGED)
    with pytest.raises(Invalid) as caught:
        desk.safety.record(planned, answers=[nodded])
    assert (caught.value.field, caught.value.why) == ("answer", Why.UNANSWERED)
    assert "S1" in refusal(caught.value)
    assert len(desk.review.timeline(knee.id).injections) == 1
    overridden = answer(desk, planned, SafetyRule.S1, Answer.OVERRIDDEN)
    before = score(desk, knee, TODAY, 70)
    change = desk.safety.record(planned, before, answers=[overridden])
    told = desk.review.timeline(knee.id)
    assert (told.injections[-1], told.scores, told.safety_answers) == (planned, (before,), (overridden,))
    step = desk.record.last_step()
    assert step is not None
    assert (step.id, step.count) == (change.step, 3)
    assert [line.act for line in desk.review.changes_of(RecordKind.SAFETY_ANSWER, overridden.id)] == [Act.ADDED]
    desk.record.undo()
    assert desk.review.timeline(knee.id).safety_answers == ()
    assert len(desk.review.timeline(knee.id).injections) == 1


def test_an_alert_is_acknowledged(desk: Desk) -> None:
    knee = knee_injected(desk, 60)
    planned = planned_today(desk, knee)
    lacks = desk.safety.unanswered(planned)
    assert lacks
    assert (lacks.stops, lacks.alerts) == ((), (SafetyRule.S1,))
    desk.safety.demand(planned, [answer(desk, planned, SafetyRule.S1, Answer.ACKNOWLEDGED)])
    someone_elses = answer(desk, planned_today(desk, knee), SafetyRule.S1, Answer.ACKNOWLEDGED)
    with pytest.raises(Invalid):
        desk.safety.demand(planned, [someone_elses])


@pytest.mark.parametrize("ago", [1, 29])
def test_a_past_injection_can_always_be_recorded(desk: Desk, ago: int) -> None:
    knee = knee_injected(desk, 30)
    past = replace(planned_today(desk, knee), given_on=TODAY - ago * DAY)
    assert desk.safety.unanswered(past).stops == (SafetyRule.S1,)
    desk.safety.record(past)
    assert past in desk.review.timeline(knee.id).injections


def test_what_was_given_today_already_is_recorded_too(desk: Desk) -> None:
    knee = knee_injected(desk, 30)
    given = planned_today(desk, knee)
    desk.safety.record(given, already_given=True)
    assert given in desk.review.timeline(knee.id).injections
    assert desk.safety.rules_of(given.id).stops == (SafetyRule.S1,)


def test_a_recorded_injection_is_judged_by_what_its_day_knew(desk: Desk) -> None:
    _, knee, failed = person_with_a_failed_injection(desk)
    later = replace(planned_today(desk, knee), given_on=TODAY)
    on_day_ten = replace(later, given_on=failed.given_on + 10 * DAY)
    assert desk.safety.check(knee.id, later).loudest(SafetyRule.S4) is AlertLevel.ALERT
    assert desk.safety.check(knee.id, on_day_ten).loudest(SafetyRule.S4) is None


def test_correcting_an_injection_does_not_count_it_twice(desk: Desk) -> None:
    knee = knee_injected(desk, 30)
    (given,) = desk.review.timeline(knee.id).injections
    assert desk.safety.check(knee.id, given).loudest(SafetyRule.S1) is None
    assert desk.safety.ledger(knee.id, given).person.count == 1


def test_another_problem_of_the_same_joint_counts(desk: Desk) -> None:
    knee = knee_injected(desk, 30)
    again = replace(knee, id=desk.record.new_id(), diagnosis="bursitis")
    desk.record.add(again)
    assert desk.safety.check(again.id, planned_today(desk, again)).stops == (SafetyRule.S1,)
    line = desk.safety.ledger(again.id).at(place_of(again))
    assert line is not None
    assert (line.count, line.total.shown_mg) == (1, Decimal(40))
    assert line.earliest_next_on == TODAY + 54 * DAY
    assert line.earliest_arthroplasty_on == TODAY + 60 * DAY


def test_the_record_is_watched_after_an_injection(desk: Desk) -> None:
    someone = patient(desk)
    knee = problem(desk, someone)
    given = injection(desk, knee, TODAY - 5 * DAY, drug=TA)
    desk.record.add(someone, knee, given, score(desk, knee, TODAY - 6 * DAY, 50))
    assert desk.safety.of_record(knee.id).loudest(SafetyRule.S14) is None
    desk.record.add(score(desk, knee, TODAY, 69))
    assert desk.safety.of_record(knee.id).loudest(SafetyRule.S14) is None
    desk.record.add(score(desk, knee, TODAY, 70))
    assert desk.safety.of_record(knee.id).loudest(SafetyRule.S14) is AlertLevel.ALERT


def test_a_looked_for_sign_is_no_longer_missing(desk: Desk) -> None:
    knee = knee_injected(desk, 100)
    planned = planned_today(desk, knee)
    lacking = {one.rule for one in desk.safety.check(knee.id, planned).missing}
    assert SafetyRule.S13 in lacking
    kinds = (RedFlagKind.FEVER, RedFlagKind.SEPTIC_JOINT)
    looks = [RedFlag(id=desk.record.new_id(), problem_id=knee.id, on=TODAY, flag=kind, present=False) for kind in kinds]
    desk.record.add(*looks)
    assert SafetyRule.S13 not in {one.rule for one in desk.safety.check(knee.id, planned).missing}


def test_unusual_is_said_and_not_forbidden(desk: Desk) -> None:
    knee = knee_injected(desk, 100)
    probe = Procedure(id=desk.record.new_id(), problem_id=knee.id, on=TODAY, kind=ProcedureKind.RFA)
    assert [what for what, _ in desk.safety.unusual(knee.id, probe)] == [Unusual.RFA_WITHOUT_POSITIVE_BLOCK]
    desk.record.add(probe)


def test_a_reader_checks_too_and_the_rules_of_the_clinic_hold(desk: Desk, clock: Clock) -> None:
    knee = knee_injected(desk, 80)
    planned = planned_today(desk, knee)
    assert desk.safety.check(knee.id, planned).loudest(SafetyRule.S1) is AlertLevel.ALERT
    desk.judging.change_rules([("interval_alert_days_knee", 70)], "own policy")
    assert desk.safety.check(knee.id, planned).loudest(SafetyRule.S1) is None
    reader = reopened(desk.path, clock, read_only=True)
    assert reader.safety.check(knee.id, planned).loudest(SafetyRule.S1) is None
    reader.close()


def test_nobody(desk: Desk) -> None:
    for ask in (desk.safety.view, desk.safety.of_record, desk.safety.ledger, desk.safety.rules_of, desk.pathway.of):
        with pytest.raises(Invalid) as caught:
            ask(4)
        assert caught.value.why is Why.NOBODY
