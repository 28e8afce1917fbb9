"""The score form: a digit and Enter; the visual scale; the day of an injection."""

from datetime import date, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from cortitrack.domain.pain import PainScore, Phase, Scale, ScoreKind, Source
from cortitrack.domain.records import RecordKind
from cortitrack.services.desk import Desk
from cortitrack.ui.forms.opening import open_form
from cortitrack.ui.forms.record_dialog import RecordDialog
from cortitrack.ui.surroundings import Surroundings
from tests.ui.forms.fingers import choose, enter, error, press
from tests.ui.forms.harbour import KNEE, TODAY


@pytest.fixture
def dialog(around: Surroundings, window: QWidget) -> RecordDialog:
    return open_form(RecordKind.PAIN_SCORE, around, parent=window, problem_id=KNEE)


def newest(desk: Desk) -> PainScore:
    return max(desk.review.timeline(KNEE).scores, key=lambda score: score.id)


def test_a_digit_and_enter(dialog: RecordDialog, desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.saved):
        press(dialog, Qt.Key.Key_4)
        press(dialog, Qt.Key.Key_Return)
    score = newest(desk)
    assert (score.tenths, score.on, score.kind, score.source) == (40, TODAY, ScoreKind.AVERAGE, Source.CLINIC)


def test_nothing_chosen_is_said(dialog: RecordDialog) -> None:
    press(dialog, Qt.Key.Key_Return)
    assert error(dialog, "nrs") == "Choose a score."


def test_the_visual_scale(dialog: RecordDialog, desk: Desk, qtbot: QtBot) -> None:
    choose(dialog, "scale", Scale.VAS)
    assert not dialog.sheet["nrs"].field.isVisible()
    enter(dialog, "vas", "172")
    dialog.save()
    assert error(dialog, "vas") == "Value: 172 lies outside 0 to 100. Check the value and its unit."
    enter(dialog, "vas", "72")
    with qtbot.waitSignal(dialog.saved):
        press(dialog, Qt.Key.Key_Return)
    assert (newest(desk).tenths, newest(desk).scale) == (72, Scale.VAS)


def test_the_question_follows_the_kind(dialog: RecordDialog) -> None:
    assert dialog.sheet["nrs"].field.label.text() == "Average pain over the last 7 days"
    choose(dialog, "kind", ScoreKind.NIGHT)
    assert dialog.sheet["nrs"].field.label.text() == "Night pain"
    assert dialog.sheet["nrs"].control.editor().accessibleName() == "Night pain, needed"


def test_the_needle_is_asked_about_on_its_day_only(dialog: RecordDialog, desk: Desk, qtbot: QtBot) -> None:
    assert not dialog.sheet["phase"].field.isVisible()
    enter(dialog, "on", "12 Jan 2026")
    assert dialog.sheet["phase"].field.isVisible()
    choose(dialog, "phase", Phase.ANAESTHETIC)
    choose(dialog, "kind", ScoreKind.CURRENT)
    enter(dialog, "minutes_after", "30")
    enter(dialog, "at", "9h30")
    enter(dialog, "nrs", "2")
    with qtbot.waitSignal(dialog.saved):
        dialog.save()
    score = newest(desk)
    assert (score.on, score.at, score.phase, score.minutes_after) == (
        date(2026, 1, 12),
        time(9, 30),
        Phase.ANAESTHETIC,
        30,
    )


def test_what_is_no_longer_asked_is_not_kept(dialog: RecordDialog, desk: Desk) -> None:
    enter(dialog, "on", "2026-01-12")
    choose(dialog, "phase", Phase.FOLLOW_UP)
    enter(dialog, "on", "today")
    enter(dialog, "nrs", "3")
    dialog.save()
    assert newest(desk).phase is None


def test_a_correction_shows_the_score_on_its_own_scale(
    around: Surroundings, window: QWidget, desk: Desk, qtbot: QtBot
) -> None:
    desk.record.add(PainScore(id=90, problem_id=KNEE, on=TODAY, tenths=55, scale=Scale.VAS, source=Source.IMPORT))
    fact = desk.review.fact(RecordKind.PAIN_SCORE, 90)
    dialog = open_form(RecordKind.PAIN_SCORE, around, parent=window, fact=fact)
    assert dialog.sheet.answer("vas") == 55
    assert dialog.sheet.answer("source") is Source.IMPORT
    enter(dialog, "vas", "56")
    with qtbot.waitSignal(dialog.saved):
        press(dialog, Qt.Key.Key_Return)
    now = desk.review.fact(RecordKind.PAIN_SCORE, 90)
    assert isinstance(now, PainScore)
    assert (now.tenths, now.source) == (56, Source.IMPORT)
