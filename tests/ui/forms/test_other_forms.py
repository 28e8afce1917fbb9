"""Each remaining kind: its smallest entry, a correction that comes back equal, and what is its own."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from cortitrack.domain.anatomy import Side, Site
from cortitrack.domain.medication import MedicationClass
from cortitrack.domain.procedure import ProcedureKind
from cortitrack.domain.records import FACT_TYPES, RecordKind, kind_of
from cortitrack.domain.surgery import SurgeryKind, SurgeryStatus
from cortitrack.domain.therapy import TherapyKind
from cortitrack.services.desk import Desk
from cortitrack.ui.forms.instrument_total import InstrumentTotalDialog
from cortitrack.ui.forms.opening import FORMS, open_form
from cortitrack.ui.forms.override import OverrideDialog
from cortitrack.ui.forms.procedure import ProcedureDialog
from cortitrack.ui.forms.repeat_strip import RepeatStrip
from cortitrack.ui.surroundings import Surroundings
from tests.ui.forms.entries import SMALLEST, WHOLE
from tests.ui.forms.fingers import choose, enter, error, press
from tests.ui.forms.harbour import GIVEN, KNEE, MARTA, SHOULDER


def test_every_kind_has_its_form() -> None:
    assert set(FORMS) == set(RecordKind)


@pytest.mark.parametrize("kind", list(SMALLEST))
def test_the_smallest_entry_is_kept(
    around: Surroundings, window: QWidget, desk: Desk, qtbot: QtBot, kind: RecordKind
) -> None:
    injection = GIVEN if kind is RecordKind.OVERRIDE else None
    dialog = open_form(kind, around, parent=window, problem_id=KNEE, injection_id=injection)
    for name, value in SMALLEST[kind].items():
        choose(dialog, name, value)
    with qtbot.waitSignal(dialog.saved):
        dialog.save()
    entries = [entry for entry in desk.review.timeline(KNEE).entries() if type(entry) is FACT_TYPES[kind]]
    newest = max(entries, key=lambda entry: entry.id)
    for name, value in SMALLEST[kind].items():
        assert getattr(newest, name) == value


@pytest.mark.parametrize("fact", WHOLE, ids=lambda fact: kind_of(fact).value)
def test_what_a_form_shows_is_what_it_keeps(around: Surroundings, window: QWidget, desk: Desk, fact: Any) -> None:
    desk.record.add(fact)
    before = desk.record.last_step()
    dialog = open_form(kind_of(fact), around, parent=window, fact=fact)
    assert dialog.fact_of(dialog.sheet.answers()) == fact
    dialog.save()
    assert not dialog.isVisible()
    assert desk.record.last_step() == before


def test_the_side_has_to_be_chosen(around: Surroundings, window: QWidget, desk: Desk, qtbot: QtBot) -> None:
    dialog = open_form(RecordKind.PROBLEM, around, parent=window, patient_id=MARTA)
    choose(dialog, "site", Site.HIP)
    dialog.save()
    assert error(dialog, "side") == "Side: nothing is filled in. Fill it in."
    choose(dialog, "side", Side.LEFT)
    with qtbot.waitSignal(dialog.saved):
        dialog.save()
    assert Site.HIP in {problem.site for problem in desk.review.problems(MARTA)}


def test_an_empty_impression_says_what_to_give(around: Surroundings, window: QWidget) -> None:
    dialog = open_form(RecordKind.IMPRESSION, around, parent=window, problem_id=KNEE)
    dialog.save()
    assert "impression, the recalled relief or a note" in error(dialog, "pgic")
    dialog.sheet["pgic"].field.take_focus()
    press(dialog, Qt.Key.Key_3)
    assert dialog.sheet.answer("pgic") == 3
    assert not error(dialog, "pgic")
    press(dialog, Qt.Key.Key_Backspace)
    assert dialog.sheet.answer("pgic") is None


def test_hyaluronic_acid_outside_the_knee_gets_a_quiet_word(around: Surroundings, window: QWidget) -> None:
    shoulder = open_form(RecordKind.PROCEDURE, around, parent=window, problem_id=SHOULDER)
    knee = open_form(RecordKind.PROCEDURE, around, parent=window, problem_id=KNEE)
    assert isinstance(shoulder, ProcedureDialog)
    assert isinstance(knee, ProcedureDialog)
    for dialog in (shoulder, knee):
        choose(dialog, "kind", ProcedureKind.HYALURONIC_ACID)
    assert shoulder._remark.isVisible()
    assert not knee._remark.isVisible()
    choose(shoulder, "kind", ProcedureKind.PRP)
    assert not shoulder._remark.isVisible()


def test_only_planned_surgery_lies_ahead(around: Surroundings, window: QWidget, desk: Desk, qtbot: QtBot) -> None:
    dialog = open_form(RecordKind.SURGERY, around, parent=window, problem_id=KNEE)
    choose(dialog, "kind", SurgeryKind.ARTHROSCOPY)
    enter(dialog, "on", "+30")
    dialog.save()
    assert "future" in error(dialog, "on")
    choose(dialog, "status", SurgeryStatus.PLANNED)
    with qtbot.waitSignal(dialog.saved):
        dialog.save()
    assert desk.review.timeline(KNEE).surgeries[0].planned


@pytest.mark.parametrize("whole", [True, False])
def test_a_medicine_is_for_the_problem_or_the_person(
    around: Surroundings, window: QWidget, desk: Desk, whole: bool
) -> None:
    dialog = open_form(RecordKind.MEDICATION, around, parent=window, problem_id=KNEE)
    enter(dialog, "drug", "naproxen")
    choose(dialog, "medication_class", MedicationClass.NSAID)
    choose(dialog, "whom", "person" if whole else "problem")
    dialog.save()
    (medicine,) = desk.review.medications_of(MARTA)
    assert medicine.problem_id == (None if whole else KNEE)
    assert medicine.to_on is None


def test_a_medicine_cannot_end_before_it_began(around: Surroundings, window: QWidget) -> None:
    dialog = open_form(RecordKind.MEDICATION, around, parent=window, patient_id=MARTA)
    assert "whom" not in dialog.sheet
    enter(dialog, "to_on", "-3")
    dialog.save()
    assert "before the start" in error(dialog, "to_on")
    assert "nothing is filled in" in error(dialog, "drug")


def test_therapy_as_last_time(around: Surroundings, window: QWidget) -> None:
    dialog = open_form(RecordKind.THERAPY_SESSION, around, parent=window, problem_id=KNEE)
    strip = dialog.findChild(RepeatStrip)
    assert strip is not None
    strip.button.click()
    assert dialog.sheet.answer("kind") is TherapyKind.PT
    assert dialog.sheet.answer("therapist") == "L. Brandt"
    assert dialog.sheet["therapist"].field.isVisible(), "what is filled in can be seen"


def test_a_questionnaire_says_its_range(around: Surroundings, window: QWidget) -> None:
    dialog = open_form(RecordKind.INSTRUMENT_TOTAL, around, parent=window, problem_id=KNEE)
    assert isinstance(dialog, InstrumentTotalDialog)
    choose(dialog, "instrument", "oks")
    assert dialog._range.text() == "0 to 48, higher is better"


def test_the_computed_verdict_stands_over_the_own_judgement(around: Surroundings, window: QWidget) -> None:
    dialog = open_form(RecordKind.OVERRIDE, around, parent=window, injection_id=GIVEN)
    assert isinstance(dialog, OverrideDialog)
    assert dialog._computed().startswith("Injection of 12 January 2026, computed: ")
    assert dialog.sheet.answer("clinician") == "Dr R. Osei"
    dialog.save()
    assert error(dialog, "why") == "Reason: nothing is filled in. Fill it in."
