"""What every form does: errors at their place, nothing lost, keys, names, room for large and long text."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from cortitrack.domain.errors import StorageTrouble, Trouble
from cortitrack.domain.records import RecordKind
from cortitrack.domain.therapy import TherapyKind
from cortitrack.services.desk import Desk
from cortitrack.services.record import Record
from cortitrack.ui.forms.opening import open_clinic_form, open_form
from cortitrack.ui.forms.record_dialog import RecordDialog
from cortitrack.ui.surroundings import Surroundings
from cortitrack.words import tongue
from tests.ui.forms.fingers import choose, enter, error, paste, press
from tests.ui.forms.harbour import GIVEN, KNEE, MARTA

Open = Callable[[RecordKind], RecordDialog]


@pytest.fixture
def opened(around: Surroundings, window: QWidget, qtbot: QtBot) -> Open:
    def opened(kind: RecordKind) -> RecordDialog:
        about: dict[str, Any] = {"patient_id": MARTA}
        if kind not in (RecordKind.PATIENT, RecordKind.PROBLEM):
            about["problem_id"] = KNEE
        if kind is RecordKind.OVERRIDE:
            about["injection_id"] = GIVEN
        dialog = open_form(kind, around, parent=window, **({} if kind is RecordKind.PATIENT else about))
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow)
        return dialog

    return opened


def test_the_title_and_the_button_are_the_same_verb(opened: Open) -> None:
    for kind in RecordKind:
        dialog = opened(kind)
        assert dialog.windowTitle() == dialog.verb.text()
        assert dialog.windowModality() is Qt.WindowModality.WindowModal


def test_whom_it_is_about_stands_under_the_title(opened: Open) -> None:
    assert opened(RecordKind.SURGERY).about.text() == "Marta Alvarez-Quinn · RIGHT knee · osteoarthritis"
    assert opened(RecordKind.PROBLEM).about.text() == "Marta Alvarez-Quinn · 4 March 1968"


def test_every_error_is_said_at_its_field_and_the_rest_stays(opened: Open) -> None:
    dialog = opened(RecordKind.THERAPY_SESSION)
    enter(dialog, "content", "quadriceps")
    enter(dialog, "adherence_percent", "120")
    enter(dialog, "on", "03/04/2026")
    press(dialog, Qt.Key.Key_Return)
    assert error(dialog, "kind") == "Kind: nothing is filled in. Fill it in."
    assert error(dialog, "adherence_percent") == (
        "Adherence in percent: 120 lies outside 0 to 100. Check the value and its unit."
    )
    assert "2026-04-03" in error(dialog, "on")
    assert dialog.sheet.answer("content") == "quadriceps"
    assert dialog.isVisible()


def test_an_error_in_a_fold_opens_it(opened: Open) -> None:
    dialog = opened(RecordKind.THERAPY_SESSION)
    paste(dialog, "adherence_percent", "many")
    dialog.save()
    assert dialog.sheet["adherence_percent"].field.isVisible()


def test_what_the_fact_refuses_is_said_as_soon_as_the_field_is_left(opened: Open) -> None:
    dialog = opened(RecordKind.INJECTION)
    enter(dialog, "dose_mg", "2000")
    press(dialog, Qt.Key.Key_Tab)
    assert error(dialog, "dose_mg") == "Dose in mg: 2000 lies outside 0 to 1000. Check the value and its unit."
    assert not error(dialog, "drug"), "what is merely still empty is not an error yet"
    enter(dialog, "dose_mg", "40")
    assert not error(dialog, "dose_mg")


def test_control_enter_saves_from_a_note(opened: Open, desk: Desk, qtbot: QtBot) -> None:
    dialog = opened(RecordKind.THERAPY_SESSION)
    choose(dialog, "kind", TherapyKind.HOME)
    enter(dialog, "content", "step-downs")
    press(dialog, Qt.Key.Key_Return)
    assert dialog.isVisible(), "Enter alone begins a new line"
    with qtbot.waitSignal(dialog.saved) as told:
        press(dialog, Qt.Key.Key_Return, ctrl=True)
    assert told.args is not None
    assert told.args[0].problem_ids == {KNEE}
    assert desk.review.timeline(KNEE).sessions[-1].content == "step-downs"


def test_enter_on_a_button_presses_that_button(opened: Open) -> None:
    dialog = opened(RecordKind.SURGERY)
    dialog.cancel.setFocus()
    press(dialog, Qt.Key.Key_Return)
    assert not dialog.isVisible()


def test_escape_leaves_an_untouched_form_at_once(opened: Open) -> None:
    dialog = opened(RecordKind.SURGERY)
    press(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_escape_asks_once_where_something_was_typed(opened: Open) -> None:
    dialog = opened(RecordKind.SURGERY)
    enter(dialog, "surgeon", "Dr Marsh")
    press(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert dialog.banner.isVisible()
    enter(dialog, "surgeon", "Dr Quill Marsh")
    assert not dialog.banner.isVisible(), "typing on takes the question back"
    press(dialog, Qt.Key.Key_Escape)
    press(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_a_closed_window_asks_too_and_discard_answers(opened: Open) -> None:
    dialog = opened(RecordKind.SURGERY)
    enter(dialog, "surgeon", "Dr Marsh")
    dialog.close()
    assert dialog.isVisible()
    dialog.banner.button.click()
    assert not dialog.isVisible()


def test_storage_trouble_is_said_and_nothing_typed_is_lost(
    opened: Open, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise StorageTrouble(Trouble.FULL, desk.path)

    monkeypatch.setattr(Record, "add", full)
    dialog = opened(RecordKind.INCIDENT)
    choose(dialog, "kind", "trauma")
    enter(dialog, "note", "fell on the stairs")
    dialog.save()
    assert dialog.isVisible()
    assert "full" in dialog.banner.accessibleName()
    assert dialog.sheet.answer("note") == "fell on the stairs"


def test_a_correction_that_came_too_late_is_said(opened: Open, desk: Desk, around: Surroundings) -> None:
    window = opened(RecordKind.SURGERY)
    fact = desk.review.timeline(KNEE).sessions[0]
    dialog = open_form(RecordKind.THERAPY_SESSION, around, parent=window, fact=fact)
    desk.record.withdraw(RecordKind.THERAPY_SESSION, fact.id)
    enter(dialog, "content", "stretching")
    dialog.save()
    assert dialog.isVisible()
    assert dialog.banner.isVisible()


def test_the_dialog_is_gone_after_it_was_left(opened: Open, qtbot: QtBot) -> None:
    dialog = opened(RecordKind.SURGERY)
    with qtbot.waitSignal(dialog.destroyed):
        press(dialog, Qt.Key.Key_Escape)


def test_tab_walks_in_reading_order(opened: Open) -> None:
    for kind in RecordKind:
        assert_tab_reads(opened(kind))


def assert_tab_reads(dialog: RecordDialog) -> None:
    order = [ask.name for ask in dialog.sheet if ask.field.isVisible()]
    met: list[str] = []
    dialog.sheet[order[0]].field.take_focus()
    for _ in range(60):
        focused: QWidget | None = dialog.focusWidget()
        name = next((a.name for a in dialog.sheet if focused is not None and a.field.isAncestorOf(focused)), "")
        if name and name not in met:
            met.append(name)
        if len(met) == len(order):
            break
        press(dialog, Qt.Key.Key_Tab)
    assert met == order, dialog.kind


def test_every_field_has_a_name(opened: Open) -> None:
    for kind in RecordKind:
        dialog = opened(kind)
        for ask in dialog.sheet:
            assert ask.control.editor().accessibleName(), (kind, ask.name)
        for button in dialog.findChildren(QAbstractButton):
            assert button.text() or button.accessibleName() or not button.isVisible(), kind


def test_the_wheel_changes_nothing(opened: Open) -> None:
    for kind in RecordKind:
        turn_the_wheel(opened(kind))


def turn_the_wheel(dialog: RecordDialog) -> None:
    before = dialog.sheet.typed()
    for ask in dialog.sheet:
        editor = ask.control.editor()
        middle = QPointF(editor.rect().center())
        where = editor.mapToGlobal(middle)
        turn = QWheelEvent(
            middle,
            where,
            QPoint(),
            QPoint(0, -120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(editor, turn)
    assert dialog.sheet.typed() == before


class _Long:
    """A language whose words are two thirds longer than the English ones."""

    def gettext(self, text: str) -> str:
        if not any(sign.isalpha() for sign in text):
            return text
        more = "verabreichung" * 20
        return (
            f"{text} {more[: len(text) * 2 // 3]}" if len(text) < 20 else f"{text} {'noch mehr ' * (len(text) // 15)}"
        )

    def ngettext(self, one: str, many: str, n: int) -> str:
        return one if n == 1 else many


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_nothing_is_cut_off_in_a_long_language(
    opened: Open, around: Surroundings, monkeypatch: pytest.MonkeyPatch, scale: float, qtbot: QtBot
) -> None:
    monkeypatch.setattr(tongue._Tongue, "catalogue", _Long())
    around.theme.set_text_scale(scale)
    for kind in RecordKind:
        dialog = opened(kind)
        dialog.save()
        assert_nothing_is_cut_off(dialog, qtbot)


def assert_nothing_is_cut_off(dialog: RecordDialog, qtbot: QtBot) -> None:
    sheet, area = dialog.sheet, dialog.findChild(QScrollArea)
    assert area is not None
    room = area.viewport()
    QApplication.processEvents()  # what was just said gets its room with the next round of events
    qtbot.waitUntil(lambda: sheet.width() <= room.width(), timeout=2000)  # no scrolling sideways
    screen = dialog.screen().availableGeometry()
    assert dialog.width() <= screen.width()
    assert dialog.height() <= screen.height()
    for label in dialog.findChildren(QLabel):
        if label.isVisible() and label.text() and label.pixmap().isNull():
            needed = label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
            assert label.height() >= needed, label.text()
    for button in dialog.findChildren(QAbstractButton):
        if button.isVisible() and button.text():
            assert button.width() >= button.minimumSizeHint().width(), button.text()


def test_the_form_mirrors(opened: Open, qapp: QApplication) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        for kind in RecordKind:
            assert_mirrored(opened(kind))
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def assert_mirrored(dialog: RecordDialog) -> None:
    assert dialog.verb.mapTo(dialog, QPoint()).x() < dialog.cancel.mapTo(dialog, QPoint()).x()
    shown = [ask.field for ask in dialog.sheet if ask.field.isVisible()]
    for line in {field.parentWidget() for field in shown}:
        fields = [field for field in shown if field.parentWidget() is line]
        rights = [field.geometry().right() for field in fields]
        assert rights == sorted(rights, reverse=True), dialog.kind


def test_the_clinic_details_are_changed(around: Surroundings, desk: Desk, window: QWidget, qtbot: QtBot) -> None:
    dialog = open_clinic_form(around, parent=window)
    enter(dialog, "name", " ")
    dialog.save()
    assert error(dialog, "name") == "Name: nothing is filled in. Fill it in."
    enter(dialog, "name", "Quay Clinic")
    with qtbot.waitSignal(dialog.saved):
        press(dialog, Qt.Key.Key_Return)
    assert desk.clinic().name == "Quay Clinic"
    assert desk.clinic().clinician == "Dr R. Osei"


def test_decimals_and_lists_are_what_the_fact_holds(opened: Open, desk: Desk, qtbot: QtBot) -> None:
    dialog = opened(RecordKind.INSTRUMENT_TOTAL)
    drop = dialog.sheet["instrument"].control.editor()
    assert isinstance(drop, QComboBox)
    assert drop.itemData(1) == "oks", "those about the knee come first"
    choose(dialog, "instrument", "oks")
    enter(dialog, "total", "60")
    press(dialog, Qt.Key.Key_Tab)
    assert "0 to 48" in error(dialog, "total")
    enter(dialog, "total", "31")
    with qtbot.waitSignal(dialog.saved):
        press(dialog, Qt.Key.Key_Return)
    assert desk.review.timeline(KNEE).totals[0].total == Decimal(31)


def test_showing_and_hiding_never_leaves_an_event_behind(opened: Open, qtbot: QtBot) -> None:
    dialog = opened(RecordKind.PAIN_SCORE)
    choose(dialog, "scale", "vas")
    choose(dialog, "scale", "nrs")
    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    assert dialog.sheet["nrs"].field.isVisible()
    assert not dialog.sheet["vas"].field.isVisible()
