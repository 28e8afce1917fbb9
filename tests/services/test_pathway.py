"""The pathway as a service: it suggests, a clinician moves, either way and with a reason."""

from datetime import timedelta

import pytest

from cortitrack.domain.errors import Invalid, Why
from cortitrack.domain.pathway import ITEMS, Item, ItemState, Stage
from cortitrack.domain.red_flag import RedFlag, RedFlagKind
from cortitrack.rules.past_stages import PastReason
from cortitrack.rules.verdict import Hint
from cortitrack.services.desk import Desk
from cortitrack.words.pathway_phrases import past_words, stage_words, suggestion
from tests.clinics import TODAY, Clock, person_with_a_failed_injection


def test_a_failed_injection_suggests_and_moves_nothing(desk: Desk) -> None:
    _, knee, _ = person_with_a_failed_injection(desk)
    found = desk.pathway.of(knee.id)
    assert (found.stage, found.suggested) == (None, Stage.REASSESS)
    assert stage_words(found) == "No stage is set yet"
    assert suggestion(found) == (
        "The record meets every criterion of the next stage: diagnostic reassessment. A clinician decides."
    )
    assert found.hints[Item.EXERCISE] == (Hint.MECHANICAL_DRIVER,)
    assert desk.review.timeline(knee.id).pathway_moves == ()


def test_a_clinician_moves_it_either_way(desk: Desk, clock: Clock) -> None:
    _, knee, _ = person_with_a_failed_injection(desk)
    with pytest.raises(Invalid) as caught:
        desk.pathway.move(knee.id, Stage.REASSESS, " ")
    assert (caught.value.field, caught.value.why) == ("why", Why.MISSING)
    change = desk.pathway.move(knee.id, Stage.CONSERVATIVE, "already reassessed elsewhere", by="Dr Ito")
    assert change.problem_ids == {knee.id}
    clock.go_to(TODAY + timedelta(3))
    desk.pathway.move(knee.id, Stage.REASSESS, "the films never came")
    found = desk.pathway.of(knee.id)
    assert (found.stage, found.since) == (Stage.REASSESS, TODAY + timedelta(3))
    assert stage_words(found) == "Diagnostic reassessment, since 7 March 2026"
    assert [move.by for move in desk.review.timeline(knee.id).pathway_moves] == ["Dr Ito", "anna"]
    desk.record.undo()
    assert desk.pathway.of(knee.id).stage is Stage.CONSERVATIVE


def test_items_open_the_next_stage(desk: Desk) -> None:
    _, knee, _ = person_with_a_failed_injection(desk)
    desk.pathway.move(knee.id, Stage.REASSESS, "failed")
    for item in ITEMS[Stage.REASSESS]:
        assert desk.pathway.of(knee.id).suggested is None
        desk.pathway.set_item(knee.id, item, ItemState.NOT_NEEDED, "seen before")
    found = desk.pathway.of(knee.id)
    assert (found.next, found.suggested) == (Stage.CONSERVATIVE, Stage.CONSERVATIVE)
    assert found.stage is Stage.REASSESS


def test_intolerance_needs_a_reason(desk: Desk) -> None:
    _, knee, _ = person_with_a_failed_injection(desk)
    with pytest.raises(Invalid):
        desk.pathway.set_item(knee.id, Item.INTOLERANCE, ItemState.DONE)
    desk.pathway.set_item(knee.id, Item.INTOLERANCE, ItemState.DONE, "ulcer from naproxen, knee swells with exercise")


def test_a_red_flag_goes_past_the_stages(desk: Desk) -> None:
    _, knee, _ = person_with_a_failed_injection(desk)
    assert desk.pathway.of(knee.id).past_the_stages == ()
    flag = RedFlag(id=desk.record.new_id(), problem_id=knee.id, on=TODAY, flag=RedFlagKind.SEPTIC_JOINT, present=True)
    desk.record.add(flag)
    said = [past_words(one) for one in desk.pathway.of(knee.id).past_the_stages]
    assert "Infection. Found on 4 March 2026: suspected septic joint." in said
    assert PastReason.INFECTION in {one.reason for one in desk.pathway.of(knee.id).past_the_stages}
