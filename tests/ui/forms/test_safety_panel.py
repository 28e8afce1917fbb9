"""The safety panel of the injection form: what speaks is answered at its place, and kept in the same step."""

from datetime import timedelta
from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from cortitrack.domain.injection import Drug
from cortitrack.domain.records import RecordKind
from cortitrack.domain.risk import Risk, RiskKind
from cortitrack.domain.safety_answer import AlertLevel, Answer, SafetyRule
from cortitrack.services.desk import Desk
from cortitrack.ui.forms.injection import InjectionDialog
from cortitrack.ui.forms.opening import open_form
from cortitrack.ui.forms.safety_panel import ROLE, WHO
from cortitrack.ui.surroundings import Surroundings
from tests.ui.forms.fingers import choose, enter, error
from tests.ui.forms.harbour import GIVEN, KNEE, MARTA, SHOULDER, TODAY
from tests.ui.forms.test_form_dialog import assert_tab_reads


@pytest.fixture
def knee(around: Surroundings, window: QWidget) -> InjectionDialog:
    """A new injection 65 days after the last one."""
    dialog = open_form(RecordKind.INJECTION, around, parent=window, problem_id=KNEE)
    assert isinstance(dialog, InjectionDialog)
    dialog.activateWindow()
    return dialog


def said(dialog: InjectionDialog) -> str:
    """All that the panel shows."""
    return "\n".join(label.text() for label in dialog.safety.findChildren(QLabel) if label.isVisible())


def test_the_interval_is_said_as_soon_as_the_form_opens(knee: InjectionDialog) -> None:
    words = said(knee)
    assert "Alert · S1" in words
    assert "65 days since the last corticosteroid" in words
    assert "Source:" in words
    assert "2026" in words
    assert "RIGHT knee: 1 corticosteroid in 365 days · last on 12 January 2026 · earliest next 6 April 2026" in words


def test_what_is_typed_is_checked_after_a_pause(knee: InjectionDialog, qtbot: QtBot) -> None:
    choose(knee, "drug", Drug.METHYLPREDNISOLONE_ACETATE)
    enter(knee, "dose_mg", "120")
    qtbot.waitUntil(lambda: "Alert · S7" in said(knee))
    enter(knee, "dose_mg", "80")
    qtbot.waitUntil(lambda: "Alert · S7" not in said(knee))


def test_a_tick_is_for_what_was_read(knee: InjectionDialog, qtbot: QtBot) -> None:
    choose(knee, "S1_acknowledged", True)
    enter(knee, "given_on", "-1")
    qtbot.waitUntil(lambda: "64 days since" in said(knee))
    assert knee.sheet.answer("S1_acknowledged") is None


def test_an_unanswered_alert_is_said_at_its_place_and_nothing_is_lost(knee: InjectionDialog, desk: Desk) -> None:
    choose(knee, "drug", Drug.HYDROCORTISONE)
    enter(knee, "dose_mg", "20")
    knee.save()
    assert error(knee, "S1_acknowledged") == "To be acknowledged."
    assert knee.sheet.answer("dose_mg") == Decimal(20)
    assert knee.aside.text() == "⚠ To answer: 2 alerts"
    assert len(desk.review.timeline(KNEE).injections) == 1


def test_an_acknowledged_alert_is_kept_with_the_injection(knee: InjectionDialog, desk: Desk, qtbot: QtBot) -> None:
    choose(knee, "drug", Drug.HYDROCORTISONE)
    enter(knee, "dose_mg", "20")
    knee.save()
    choose(knee, "S1_acknowledged", True)
    choose(knee, "S4_acknowledged", True)
    assert not knee.aside.text()
    with qtbot.waitSignal(knee.saved):
        knee.save()
    timeline = desk.review.timeline(KNEE)
    answer, again = timeline.safety_answers
    assert again.rule is SafetyRule.S4
    assert (answer.rule, answer.level, answer.answer) == (SafetyRule.S1, AlertLevel.ALERT, Answer.ACKNOWLEDGED)
    assert (answer.injection_id, answer.on, answer.who) == (timeline.injections[-1].id, TODAY, "R. Osei")
    desk.record.undo()
    assert len(desk.review.timeline(KNEE).injections) == 1
    assert not desk.review.timeline(KNEE).safety_answers


def test_a_stop_asks_who_role_and_reason(knee: InjectionDialog, desk: Desk, qtbot: QtBot) -> None:
    desk.record.add(Risk(id=90, patient_id=MARTA, kind=RiskKind.ALLERGY, from_on=TODAY, detail="triamcinolone"))
    choose(knee, "drug", Drug.TRIAMCINOLONE_ACETONIDE)
    enter(knee, "dose_mg", "40")
    choose(knee, WHO, "")
    knee.save()
    stop = "Stopped: an override needs who, role and reason."
    assert error(knee, "S24_why") == stop
    assert error(knee, WHO) == "Name who overrides."
    assert error(knee, ROLE) == "Name the role."
    assert_tab_reads(knee)
    for name, text in ((WHO, "Dr O"), (ROLE, "surgeon"), ("S24_why", "tested negative since")):
        enter(knee, name, text)
    choose(knee, "S1_acknowledged", True)
    choose(knee, "S4_acknowledged", True)
    with qtbot.waitSignal(knee.saved):
        knee.save()
    answers = {answer.rule: answer for answer in desk.review.timeline(KNEE).safety_answers}
    stopped = answers[SafetyRule.S24]
    assert (stopped.level, stopped.answer) == (AlertLevel.STOP, Answer.OVERRIDDEN)
    assert (stopped.who, stopped.role, stopped.why) == ("Dr O", "surgeon", "tested negative since")


def test_a_reason_stays_typed_while_the_rule_is_silent(knee: InjectionDialog, qtbot: QtBot) -> None:
    enter(knee, "given_on", "2026-02-01")
    qtbot.waitUntil(lambda: "Stop · S1" in said(knee))
    enter(knee, "S1_why", "severe flare")
    enter(knee, "given_on", "2026-01-01")
    qtbot.waitUntil(lambda: "S1" not in said(knee))
    enter(knee, "given_on", "2026-02-01")
    qtbot.waitUntil(lambda: "Stop · S1" in said(knee))
    assert knee.sheet.answer("S1_why") == "severe flare"


def test_what_was_already_given_can_say_so(knee: InjectionDialog, desk: Desk, qtbot: QtBot) -> None:
    choose(knee, "drug", Drug.HYDROCORTISONE)
    enter(knee, "given_on", "2026-02-01")
    qtbot.waitUntil(lambda: "Stop · S1" in said(knee))
    card = knee.safety._cards[SafetyRule.S1]
    assert card._given.isVisible()
    card._given.click()
    enter(knee, ROLE, "physician")
    if knee.sheet["baseline"].field.isVisible():
        enter(knee, "baseline", "7")
    with qtbot.waitSignal(knee.saved):
        knee.save()
    (answer,) = desk.review.timeline(KNEE).safety_answers
    assert (answer.answer, answer.why, answer.on) == (Answer.OVERRIDDEN, "Already given", TODAY)


def test_no_drug_is_blamed_before_one_is_chosen(
    around: Surroundings, window: QWidget, desk: Desk, qtbot: QtBot
) -> None:
    desk.record.add(Risk(id=90, patient_id=MARTA, kind=RiskKind.ALLERGY, from_on=TODAY, detail="triamcinolone"))
    dialog = open_form(RecordKind.INJECTION, around, parent=window, problem_id=SHOULDER)
    assert isinstance(dialog, InjectionDialog)
    assert "Stop · S24" not in said(dialog)
    choose(dialog, "drug", Drug.TRIAMCINOLONE_ACETONIDE)
    qtbot.waitUntil(lambda: "Stop · S24" in said(dialog))


def test_safety_stands_beside_the_fields_where_there_is_room(knee: InjectionDialog, qtbot: QtBot) -> None:
    def at(part: QWidget) -> QPoint:
        return part.mapTo(knee, QPoint())

    knee.resize(700, 700)
    qtbot.waitUntil(lambda: at(knee.safety).y() > at(knee.sheet["guidance"].field).y())
    knee.resize(1100, 700)
    qtbot.waitUntil(lambda: at(knee.safety).x() > at(knee.sheet["guidance"].field).x())
    assert at(knee.safety).y() < at(knee.sheet["guidance"].field).y()


def test_the_past_is_offered_only_in_the_past(knee: InjectionDialog, qtbot: QtBot, desk: Desk) -> None:
    desk.record.add(Risk(id=90, patient_id=MARTA, kind=RiskKind.ALLERGY, from_on=TODAY, detail="hydrocortisone"))
    choose(knee, "drug", Drug.HYDROCORTISONE)
    qtbot.waitUntil(lambda: "Stop · S24" in said(knee))
    assert not knee.safety._cards[SafetyRule.S24]._given.isVisible()


def test_reminders_are_quiet_and_the_unknown_is_under_a_fold(
    around: Surroundings, window: QWidget, desk: Desk, qtbot: QtBot
) -> None:
    desk.record.add(Risk(id=90, patient_id=MARTA, kind=RiskKind.GLAUCOMA, from_on=TODAY - timedelta(days=9)))
    dialog = open_form(RecordKind.INJECTION, around, parent=window, problem_id=SHOULDER)
    assert isinstance(dialog, InjectionDialog)
    assert "S29" in said(dialog)
    assert "1 reminder" in dialog.safety.summary.text()
    assert "S29_acknowledged" not in dialog.sheet
    assert "not decided" not in said(dialog)
    dialog.safety.unknown.set_open(True)
    assert "not decided" in said(dialog)
    assert "Deciding entry:" in said(dialog)
    assert "LEFT shoulder: no corticosteroid recorded here before" in said(dialog)


def test_opening_and_leaving_is_not_typing(knee: InjectionDialog) -> None:
    assert not knee.is_touched()
    knee.reject()
    assert not knee.isVisible()


def test_a_correction_shows_the_answers_and_asks_for_none(
    around: Surroundings, window: QWidget, desk: Desk, qtbot: QtBot
) -> None:
    fact = desk.review.fact(RecordKind.INJECTION, GIVEN)
    dialog = open_form(RecordKind.INJECTION, around, parent=window, fact=fact)
    assert isinstance(dialog, InjectionDialog)
    choose(dialog, "dose_mg", Decimal(50))
    qtbot.waitUntil(lambda: "Alert · S7" in said(dialog))
    assert "S7_acknowledged" not in dialog.sheet
    with qtbot.waitSignal(dialog.saved):
        dialog.save()
