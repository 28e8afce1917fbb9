from dataclasses import replace
from datetime import timedelta

import pytest

from cortitrack.domain.imaging import Imaging, Modality
from cortitrack.domain.override import Judgement, Override
from cortitrack.domain.patient import Patient
from cortitrack.domain.problem import Problem
from cortitrack.domain.records import Fact
from cortitrack.domain.therapy import TherapyKind, TherapySession
from cortitrack.rules.verdict import VerdictKind
from cortitrack.services.desk import Desk
from cortitrack.services.worklist import DueRow, DueState, Window
from tests.clinics import TODAY, course, injection, patient, person_with_a_failed_injection, problem, score

S, O, C = DueState.DUE, DueState.OVERDUE, DueState.CLOSING  # noqa: E741


def waiting(desk: Desk, days_ago: int, answers: dict[int, int]) -> tuple[Patient, Problem]:
    someone = patient(desk, "Waiter", given_name="Ada", phone="0700 2")
    knee = problem(desk, someone)
    given, scores = course(desk, knee, TODAY - timedelta(days_ago), answers)
    desk.record.add(someone, knee, given, *scores)
    return someone, knee


@pytest.mark.parametrize(
    ("day", "answers", "window", "state"),
    [
        (13, {-1: 80}, None, None),
        (14, {-1: 80}, Window.TWO_WEEKS, S),
        (20, {-1: 80}, Window.TWO_WEEKS, S),
        (21, {-1: 80}, Window.TWO_WEEKS, C),
        (27, {-1: 80}, Window.TWO_WEEKS, C),
        (20, {-1: 80, 15: 40}, None, None),
        (28, {-1: 80}, None, None),
        (42, {-1: 80}, Window.SIX_WEEKS, S),
        (56, {-1: 80}, Window.SIX_WEEKS, S),
        (57, {-1: 80}, Window.SIX_WEEKS, O),
        (62, {-1: 80}, Window.SIX_WEEKS, O),
        (63, {-1: 80}, Window.SIX_WEEKS, C),
        (69, {-1: 80}, Window.SIX_WEEKS, C),
        (50, {-1: 80, 30: 20}, None, None),
        (70, {-1: 80}, Window.TWELVE_WEEKS, S),
        (71, {-1: 80}, Window.TWELVE_WEEKS, O),
        (119, {-1: 80}, Window.TWELVE_WEEKS, C),
        (126, {-1: 80}, None, None),
        (83, {-1: 80, 40: 20}, None, None),
        (84, {-1: 80, 40: 20}, Window.TWELVE_WEEKS, S),
        (84, {-1: 80, 40: 20, 75: 20}, None, None),
        (100, {-1: 80, 40: 60}, Window.TWELVE_WEEKS, S),
        (125, {-1: 80, 40: 20}, Window.TWELVE_WEEKS, C),
        (50, {}, None, None),
    ],
)
def test_an_injection_waits_for_a_score(
    desk: Desk, day: int, answers: dict[int, int], window: Window | None, state: DueState | None
) -> None:
    someone, knee = waiting(desk, day, answers)
    due = desk.worklist.today().due
    assert [(row.window, row.state) for row in due] == ([] if window is None else [(window, state)])
    for row in due:
        assert (row.patient_id, row.problem_id, row.name, row.phone) == (someone.id, knee.id, "Ada Waiter", "0700 2")
        assert row.since <= TODAY <= row.closes


def test_what_closes_first_stands_first(desk: Desk) -> None:
    for days in (42, 68, 16):
        waiting(desk, days, {-1: 80})
    closes = [row.closes for row in desk.worklist.today().due]
    assert closes == sorted(closes)
    counts = desk.worklist.today().counts
    assert (counts.due, counts.overdue, counts.closing) == (2, 0, 1)


def only(desk: Desk) -> tuple[DueRow, ...]:
    return desk.worklist.today().due


def test_closing_a_problem_or_injecting_again_ends_the_waiting(desk: Desk) -> None:
    _, knee = waiting(desk, 45, {-1: 80})
    assert only(desk)
    desk.record.correct(replace(knee, closed_on=TODAY))
    assert not only(desk)
    desk.record.undo()
    desk.record.add(injection(desk, knee, TODAY))
    assert not only(desk)


def test_a_score_takes_it_off_the_list_and_undo_puts_it_back(desk: Desk) -> None:
    _, knee = waiting(desk, 45, {-1: 80})
    desk.record.add(score(desk, knee, TODAY, 20))
    assert not only(desk)
    desk.record.undo()
    assert only(desk)


class TestDecisions:
    def test_a_failed_injection_waits_for_a_decision(self, desk: Desk) -> None:
        someone, knee, given = person_with_a_failed_injection(desk)
        (row,) = desk.worklist.today().decisions
        assert (row.patient_id, row.problem_id, row.injection_id) == (someone.id, knee.id, given.id)
        assert row.verdict is VerdictKind.FAILED_SHORT_LIVED
        assert row.since == given.given_on + timedelta(45)

    @pytest.mark.parametrize("answer", ["imaging", "therapy begun", "judgement", "injection", "closed"])
    def test_whatever_is_done_answers_it(self, desk: Desk, answer: str) -> None:
        _, knee, given = person_with_a_failed_injection(desk)
        new, place = desk.record.new_id(), knee.id
        facts: dict[str, Fact] = {
            "imaging": Imaging(id=new, problem_id=place, on=TODAY, modality=Modality.MRI),
            "therapy begun": TherapySession(id=new, problem_id=place, on=TODAY, kind=TherapyKind.PT),
            "judgement": Override(
                id=new, injection_id=given.id, on=TODAY, judgement=Judgement.FAILED, why="agreed", clinician="Bo"
            ),
            "injection": injection(desk, knee, TODAY),
        }
        if answer == "closed":
            desk.record.correct(replace(knee, closed_on=TODAY))
        else:
            desk.record.add(facts[answer])
        assert not desk.worklist.today().decisions

    def test_therapy_that_ran_already_is_no_answer(self, desk: Desk) -> None:
        _, knee, given = person_with_a_failed_injection(desk)
        for on in (given.given_on + timedelta(10), TODAY):
            desk.record.add(TherapySession(id=desk.record.new_id(), problem_id=knee.id, on=on, kind=TherapyKind.PT))
        assert desk.worklist.today().decisions


def test_follow_up_is_counted_where_the_window_has_closed(desk: Desk) -> None:
    waiting(desk, 80, {-1: 80, 40: 20})
    waiting(desk, 80, {-1: 80})
    waiting(desk, 60, {-1: 80})
    counts = desk.worklist.today().counts
    assert (counts.followed_up, counts.followed_up_of) == (1, 2)
