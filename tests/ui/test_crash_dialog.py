"""The crash dialog: it shows where it happened and never what a record said."""

import logging

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cortitrack.ui.crash_dialog import CrashDialog, CrashHook, technical_details
from cortitrack.ui.theme import Theme

SECRET = "Marta Alvarez-Quinn has pain 8"


def raise_about_a_patient() -> None:
    patient_name = SECRET
    raise ValueError(patient_name)


def test_details_name_the_place_and_not_the_patient() -> None:
    with pytest.raises(ValueError, match="Marta") as caught:
        raise_about_a_patient()
    details = technical_details(caught.type, caught.tb, "0.1.0")
    assert "raise_about_a_patient" in details
    assert "ValueError" in details
    assert "Marta" not in details


@pytest.mark.expects_log
def test_the_hook_shows_one_dialog_at_a_time_and_logs_no_patient(
    theme: Theme, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    shown: list[str] = []

    def show(details: str) -> None:
        shown.append(details)
        hook.catch(RuntimeError, None, None)

    hook = CrashHook(theme, "0.1.0", show)
    with caplog.at_level(logging.CRITICAL):
        hook.catch(ValueError, ValueError(SECRET), None)
    assert len(shown) == 1
    assert SECRET not in caplog.text


def test_details_can_be_copied(theme: Theme, qtbot: QtBot) -> None:
    dialog = CrashDialog(theme, "where it was")
    qtbot.addWidget(dialog)
    dialog.copy_button.click()
    assert QApplication.clipboard().text() == "where it was"
    assert dialog.result() == 0
