"""What is particular to the forms of the pathway and of safety: the checklist, the screen, and what asks why."""

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from cortitrack.domain.anatomy import Side, Site
from cortitrack.domain.imaging import Imaging, Modality
from cortitrack.domain.measure import MeasureKind
from cortitrack.domain.pathway import Item, ItemState, PathwayItem, Stage
from cortitrack.domain.procedure import Procedure, ProcedureKind
from cortitrack.domain.records import RecordKind
from cortitrack.domain.red_flag import RedFlagKind
from cortitrack.domain.risk import RiskKind
from cortitrack.domain.surgery import SurgeryKind
from cortitrack.rules.pathway_items import item_standings
from cortitrack.services.desk import Desk
from cortitrack.ui.forms.measure import MeasureDialog
from cortitrack.ui.forms.opening import open_form
from cortitrack.ui.forms.reassessment import line_of
from cortitrack.ui.forms.record_dialog import RecordDialog
from cortitrack.ui.forms.red_flag_screen import GROUPS, RedFlagScreenDialog
from cortitrack.ui.surroundings import Surroundings
from tests.ui.forms.fingers import choose, enter, error
from tests.ui.forms.harbour import KNEE, MARTA, SHOULDER, TODAY


@pytest.fixture
def visit(around: Surroundings, window: QWidget) -> RecordDialog:
    return open_form(RecordKind.REASSESSMENT, around, parent=window, problem_id=KNEE)


@pytest.fixture
def screen(around: Surroundings, window: QWidget) -> RedFlagScreenDialog:
    dialog = open_form(RecordKind.RED_FLAG, around, parent=window, problem_id=KNEE)
    assert isinstance(dialog, RedFlagScreenDialog)
    return dialog


def test_the_checklist_is_kept_with_the_visit_in_one_step(visit: RecordDialog, desk: Desk, qtbot: QtBot) -> None:
    enter(visit, "working_diagnosis", "meniscus tear")
    choose(visit, "referred_pain", True)
    choose(visit, line_of(Item.INFLAMMATION), ItemState.NOT_NEEDED)
    choose(visit, line_of(Item.STRUCTURE_CONFIRMED), ItemState.OPEN)
    with qtbot.waitSignal(visit.saved):
        visit.save()
    timeline = desk.review.timeline(KNEE)
    marked = {one.item: one.state for one in timeline.pathway_items}
    assert marked == {Item.INFLAMMATION: ItemState.NOT_NEEDED, Item.STRUCTURE_CONFIRMED: ItemState.OPEN}
    assert {one.by for one in timeline.pathway_items} == {"Dr R. Osei"}
    assert item_standings(timeline)[Item.DIAGNOSIS].state is ItemState.DONE
    desk.record.undo()
    assert not desk.review.timeline(KNEE).pathway_items
    assert not desk.review.timeline(KNEE).reassessments


def test_the_checklist_begins_as_it_stands_and_repeats_nothing(
    around: Surroundings, window: QWidget, desk: Desk, qtbot: QtBot
) -> None:
    desk.record.add(PathwayItem(id=80, problem_id=KNEE, on=TODAY, item=Item.DIAGNOSIS, state=ItemState.DONE))
    visit = open_form(RecordKind.REASSESSMENT, around, parent=window, problem_id=KNEE)
    assert visit.sheet.answer(line_of(Item.DIAGNOSIS)) is ItemState.DONE
    with qtbot.waitSignal(visit.saved):
        visit.save()
    assert len(desk.review.timeline(KNEE).pathway_items) == 1


def test_a_hint_stands_beside_its_item_as_weak_evidence(visit: RecordDialog) -> None:
    said = [label.text() for label in visit.sheet.findChildren(QLabel)]
    (hint,) = [text for text in said if "weak evidence" in text]
    item = visit.sheet[line_of(Item.STRUCTURE_CONFIRMED)].field
    assert said.index(hint) > said.index("Structure confirmed")
    assert item.isVisible()


def test_a_reading_without_a_picture_asks_on_what_it_rests(visit: RecordDialog, desk: Desk, qtbot: QtBot) -> None:
    enter(visit, "own_reading", "tear of the meniscus")
    visit.save()
    assert "No imaging is recorded" in error(visit, "note")
    enter(visit, "note", "pictures seen on a disc from abroad")
    with qtbot.waitSignal(visit.saved):
        visit.save()


def test_a_reading_of_a_recorded_picture_asks_nothing(
    around: Surroundings, window: QWidget, desk: Desk, qtbot: QtBot
) -> None:
    desk.record.add(Imaging(id=80, problem_id=KNEE, on=date(2026, 1, 2), modality=Modality.MRI))
    visit = open_form(RecordKind.REASSESSMENT, around, parent=window, problem_id=KNEE)
    enter(visit, "own_reading", "tear of the meniscus")
    with qtbot.waitSignal(visit.saved):
        visit.save()


def test_every_flag_stands_once_on_the_screen() -> None:
    shown = [flag for flags in GROUPS.values() for flag in flags]
    assert sorted(shown) == sorted(RedFlagKind)


def test_only_what_was_asked_is_recorded_and_in_one_step(screen: RedFlagScreenDialog, desk: Desk, qtbot: QtBot) -> None:
    choose(screen, "fever", True)
    choose(screen, "night_pain", False)
    enter(screen, "note", "38.6 °C")
    with qtbot.waitSignal(screen.saved):
        screen.save()
    flags = {one.flag: one for one in desk.review.timeline(KNEE).red_flags}
    assert {flag: one.present for flag, one in flags.items()} == {
        RedFlagKind.FEVER: True,
        RedFlagKind.NIGHT_PAIN: False,
    }
    assert flags[RedFlagKind.FEVER].note == "38.6 °C"
    assert not flags[RedFlagKind.NIGHT_PAIN].note
    desk.record.undo()
    assert not desk.review.timeline(KNEE).red_flags


def test_all_others_absent_leaves_what_was_found(screen: RedFlagScreenDialog, desk: Desk, qtbot: QtBot) -> None:
    choose(screen, "weight_loss", True)
    screen.rest.click()
    with qtbot.waitSignal(screen.saved):
        screen.save()
    flags = desk.review.timeline(KNEE).red_flags
    assert len(flags) == len(RedFlagKind)
    assert [one.flag for one in flags if one.present] == [RedFlagKind.WEIGHT_LOSS]


def test_an_empty_screen_says_so(screen: RedFlagScreenDialog, desk: Desk) -> None:
    screen.save()
    assert "No sign is answered yet" in error(screen, "septic_joint")
    assert not desk.review.timeline(KNEE).red_flags


def test_radiofrequency_without_a_positive_block_asks_why(
    around: Surroundings, window: QWidget, desk: Desk, qtbot: QtBot
) -> None:
    dialog = open_form(RecordKind.PROCEDURE, around, parent=window, problem_id=KNEE)
    choose(dialog, "kind", ProcedureKind.RFA)
    enter(dialog, "nerve", "genicular")
    enter(dialog, "temperature_c", "80")
    dialog.save()
    assert error(dialog, "unusual_why")
    enter(dialog, "unusual_why", "block was done abroad")
    with qtbot.waitSignal(dialog.saved):
        dialog.save()
    (done,) = desk.review.timeline(KNEE).procedures
    assert (done.nerve, done.temperature_c, done.unusual_why) == ("genicular", Decimal(80), "block was done abroad")


def test_radiofrequency_after_a_positive_block_asks_nothing(around: Surroundings, window: QWidget, desk: Desk) -> None:
    desk.record.add(
        Procedure(id=80, problem_id=KNEE, on=TODAY, kind=ProcedureKind.NERVE_BLOCK, relief_percent=Decimal(80))
    )
    dialog = open_form(RecordKind.PROCEDURE, around, parent=window, problem_id=KNEE)
    choose(dialog, "kind", ProcedureKind.RFA)
    assert not dialog.sheet["unusual_why"].field.isVisible()


def test_hyaluronic_acid_in_a_shoulder_asks_why(around: Surroundings, window: QWidget, desk: Desk) -> None:
    dialog = open_form(RecordKind.PROCEDURE, around, parent=window, problem_id=SHOULDER)
    choose(dialog, "kind", ProcedureKind.HYALURONIC_ACID)
    enter(dialog, "product", "brand of the house")
    dialog.save()
    assert error(dialog, "unusual_why")
    assert not desk.review.timeline(SHOULDER).procedures


def test_a_replacement_soon_after_an_injection_asks_why(around: Surroundings, window: QWidget) -> None:
    dialog = open_form(RecordKind.SURGERY, around, parent=window, problem_id=KNEE)
    choose(dialog, "kind", SurgeryKind.JOINT_REPLACEMENT)
    assert not dialog.sheet["unusual_why"].field.isVisible(), "no day is given yet"
    enter(dialog, "on", "today")
    assert dialog.sheet["unusual_why"].field.isVisible()


def test_a_weight_says_its_body_mass_index(around: Surroundings, window: QWidget, desk: Desk) -> None:
    dialog = open_form(RecordKind.MEASURE, around, parent=window, problem_id=KNEE)
    assert isinstance(dialog, MeasureDialog)
    choose(dialog, "kind", MeasureKind.WEIGHT)
    assert dialog.sheet.answer("unit") == "kg"
    enter(dialog, "value", "92")
    assert not dialog.bmi.isVisible()
    enter(dialog, "height_cm", "178.5")
    assert dialog.bmi.text() == "Body mass index: 28.9"


def test_a_risk_is_the_persons_and_asks_what_is_its_own(
    around: Surroundings, window: QWidget, desk: Desk, qtbot: QtBot
) -> None:
    dialog = open_form(RecordKind.RISK, around, parent=window, problem_id=KNEE)
    assert dialog.about.text() == "Marta Alvarez-Quinn · 4 March 1968"
    choose(dialog, "kind", RiskKind.PROSTHESIS)
    assert not dialog.sheet["value"].field.isVisible()
    choose(dialog, "site", Site.HIP)
    choose(dialog, "side", Side.LEFT)
    choose(dialog, "kind", RiskKind.DIABETES)
    enter(dialog, "value", "99")
    dialog.save()
    assert "99 lies outside 2 to 25" in error(dialog, "value")
    enter(dialog, "value", "7.2")
    with qtbot.waitSignal(dialog.saved):
        dialog.save()
    (risk,) = desk.review.timeline(SHOULDER).risks
    assert (risk.patient_id, risk.value, risk.unit, risk.site) == (MARTA, Decimal("7.2"), "%", None)


def test_a_stage_is_moved_either_way_with_a_reason(around: Surroundings, window: QWidget, desk: Desk) -> None:
    for stage in (Stage.INTERVENTIONAL, Stage.CONSERVATIVE):
        dialog = open_form(RecordKind.PATHWAY_MOVE, around, parent=window, problem_id=KNEE)
        choose(dialog, "stage", stage)
        dialog.save()
        assert "nothing is filled in" in error(dialog, "why")
        enter(dialog, "why", "as talked over")
        dialog.save()
        assert desk.pathway.of(KNEE).stage is stage


def test_an_intolerance_needs_its_reason(around: Surroundings, window: QWidget, desk: Desk, qtbot: QtBot) -> None:
    begin = {"item": Item.INTOLERANCE}
    dialog = open_form(RecordKind.PATHWAY_ITEM, around, parent=window, problem_id=KNEE, begin_with=begin)
    choose(dialog, "state", ItemState.DONE)
    dialog.save()
    assert "nothing is filled in" in error(dialog, "why")
    enter(dialog, "why", "bleeding of the stomach")
    with qtbot.waitSignal(dialog.saved):
        dialog.save()
