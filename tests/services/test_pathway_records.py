"""Records of the pathway and of safety in the writing hand: whose they are, what goes with what, what comes back."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from cortitrack.domain.errors import Invalid, Why
from cortitrack.domain.pathway import PathwayMove, Stage
from cortitrack.domain.records import RecordKind
from cortitrack.domain.red_flag import RedFlag, RedFlagKind
from cortitrack.domain.risk import Risk, RiskKind
from cortitrack.domain.safety_answer import AlertLevel, Answer, SafetyAnswer, SafetyRule
from cortitrack.domain.steps import Act
from cortitrack.rules.verdict_codec import packed
from tests.clinics import TODAY, new_clinic, person_with_a_failed_injection, problem

DAY = timedelta(days=1)


def answer(new_id: int, injection_id: int, **more: object) -> SafetyAnswer:
    values = {"on": TODAY, "rule": SafetyRule.S3, "level": AlertLevel.ALERT, "answer": Answer.ACKNOWLEDGED} | more
    return SafetyAnswer(id=new_id, injection_id=injection_id, **values)  # type: ignore[arg-type]


def test_an_answer_goes_with_its_injection_and_comes_back_with_it(tmp_path: Path) -> None:
    desk = new_clinic(tmp_path / "hill.cortitrack")
    someone, knee, given = person_with_a_failed_injection(desk)
    said = answer(desk.record.new_id(), given.id)
    change = desk.record.add(said)
    assert (change.patient_ids, change.problem_ids) == (frozenset({someone.id}), frozenset({knee.id}))
    assert desk.review.timeline(knee.id).safety_answers == (said,)
    desk.record.withdraw(RecordKind.INJECTION, given.id)
    assert desk.review.timeline(knee.id).safety_answers == ()
    desk.record.undo()
    assert desk.review.timeline(knee.id).safety_answers == (said,)
    desk.close()


def test_an_answer_needs_an_injection_and_is_not_older_than_it(tmp_path: Path) -> None:
    desk = new_clinic(tmp_path / "hill.cortitrack")
    _, _, given = person_with_a_failed_injection(desk)
    for said, field, why in (
        (answer(desk.record.new_id(), 12345), "injection_id", Why.NOBODY),
        (answer(desk.record.new_id(), given.id, on=given.given_on - DAY), "on", Why.BEFORE_START),
    ):
        with pytest.raises(Invalid) as refused:
            desk.record.add(said)
        assert (refused.value.field, refused.value.why) == (field, why)
    desk.close()


def test_a_risk_is_seen_at_all_problems_of_its_person(tmp_path: Path) -> None:
    desk = new_clinic(tmp_path / "hill.cortitrack")
    someone, knee, _ = person_with_a_failed_injection(desk)
    other = problem(desk, someone)
    risk = Risk(id=desk.record.new_id(), patient_id=someone.id, kind=RiskKind.GLAUCOMA, from_on=someone.birth_date)
    desk.record.add(other, risk)
    assert desk.review.timeline(knee.id).risks == desk.review.timeline(other.id).risks == (risk,)
    too_early = Risk(
        id=desk.record.new_id(), patient_id=someone.id, kind=RiskKind.GLAUCOMA, from_on=someone.birth_date - DAY
    )
    with pytest.raises(Invalid) as refused:
        desk.record.add(too_early)
    assert (refused.value.field, refused.value.why) == ("from_on", Why.BEFORE_BIRTH)
    desk.record.withdraw(RecordKind.PATIENT, someone.id)
    desk.record.undo()
    assert desk.review.timeline(knee.id).risks == (risk,)
    desk.close()


def test_a_correction_is_in_the_trail_and_no_verdict_moves(tmp_path: Path) -> None:
    desk = new_clinic(tmp_path / "hill.cortitrack")
    _, knee, given = person_with_a_failed_injection(desk)
    before = [packed(verdict) for verdict in desk.review.verdicts(knee.id)]
    of: dict[str, Any] = {"problem_id": knee.id, "on": given.given_on + 45 * DAY}
    move = PathwayMove(id=desk.record.new_id(), **of, stage=Stage.REASSESS, why="relief did not last")
    flag = RedFlag(id=desk.record.new_id(), **of, flag=RedFlagKind.FEVER, present=True)
    desk.record.add(move, flag)
    mended = PathwayMove(id=move.id, **of, stage=Stage.SURGICAL, why="weakness")
    desk.record.correct(mended, former=move)
    assert [packed(verdict) for verdict in desk.review.verdicts(knee.id)] == before
    lines = desk.review.changes_of(RecordKind.PATHWAY_MOVE, move.id)
    assert [line.act for line in lines] == [Act.ADDED, Act.CORRECTED]
    assert lines[-1].former == move
    assert desk.review.timeline(knee.id).pathway_moves == (mended,)
    desk.close()
