"""The patient form: who may be the same person is shown, and can be added all the same."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from cortitrack.domain.records import RecordKind
from cortitrack.services.desk import Desk
from cortitrack.ui.forms.opening import open_form
from cortitrack.ui.forms.record_dialog import RecordDialog
from cortitrack.ui.surroundings import Surroundings
from cortitrack.ui.widgets.date_field import DateField
from tests.ui.forms.fingers import enter, error, press
from tests.ui.forms.harbour import MARTA


@pytest.fixture
def dialog(around: Surroundings, window: QWidget) -> RecordDialog:
    return open_form(RecordKind.PATIENT, around, parent=window)


def test_family_name_and_birth_date_are_enough(dialog: RecordDialog, desk: Desk, qtbot: QtBot) -> None:
    enter(dialog, "family_name", "李")
    enter(dialog, "birth_date", "4 March 1990")
    with qtbot.waitSignal(dialog.saved) as told:
        press(dialog, Qt.Key.Key_Return)
    assert told.args is not None
    (patient_id,) = told.args[0].patient_ids
    assert desk.patients.get(patient_id).birth_date == date(1990, 3, 4)


def test_a_likely_twin_is_shown_before_anything_is_saved(dialog: RecordDialog, desk: Desk, qtbot: QtBot) -> None:
    enter(dialog, "family_name", "alvarez-quinn")
    enter(dialog, "given_name", "Marta")
    enter(dialog, "birth_date", "1968-03-04")
    press(dialog, Qt.Key.Key_Return)
    assert dialog.isVisible()
    said = dialog.notice.accessibleName()
    assert "Marta Alvarez-Quinn · 4 March 1968 · No. 20418" in said
    assert dialog.verb.text() == "Add all the same"
    qtbot.wait(1)
    with qtbot.waitSignal(dialog.saved):
        press(dialog, Qt.Key.Key_Return)
    assert desk.patients.count() == 2


def test_the_warning_goes_with_its_cause(dialog: RecordDialog) -> None:
    enter(dialog, "family_name", "Alvarez-Quinn")
    enter(dialog, "given_name", "Marta")
    enter(dialog, "birth_date", "1968-03-04")
    press(dialog, Qt.Key.Key_Return)
    assert dialog.notice.isVisible()
    enter(dialog, "birth_date", "1969-03-04")
    dialog.answer_left("birth_date")
    assert not dialog.notice.isVisible()
    assert dialog.verb.text() == "Add patient"


def test_nobody_is_their_own_twin(around: Surroundings, window: QWidget, desk: Desk, qtbot: QtBot) -> None:
    dialog = open_form(RecordKind.PATIENT, around, parent=window, fact=desk.patients.get(MARTA))
    enter(dialog, "phone", "030 555 0143")
    with qtbot.waitSignal(dialog.saved):
        press(dialog, Qt.Key.Key_Return)
    assert desk.patients.get(MARTA).phone == "030 555 0143"


def test_a_birth_date_is_said_back_with_the_years(dialog: RecordDialog) -> None:
    enter(dialog, "birth_date", "4.3.1968")
    born = dialog.sheet["birth_date"].control
    assert isinstance(born, DateField)
    assert born.echo() == "Monday 4 March 1968 · 58 years ago"


@pytest.mark.parametrize(
    ("typed", "said"), [("4.3.68", "four digits"), ("03/04/1968", "can be"), ("+3", "future"), ("1850-01-01", "year")]
)
def test_a_birth_date_is_never_guessed(dialog: RecordDialog, typed: str, said: str) -> None:
    enter(dialog, "family_name", "Weber")
    enter(dialog, "birth_date", typed)
    press(dialog, Qt.Key.Key_Return)
    assert said in error(dialog, "birth_date")
    assert dialog.sheet.answer("family_name") == "Weber"
