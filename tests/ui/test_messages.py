"""The one door for telling and asking, and the news of a change."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QLabel
from pytestqt.qtbot import QtBot

from cortitrack.ui.messages import Messages, WindowMessages
from cortitrack.ui.news import News
from cortitrack.ui.theme import Theme
from tests.ui.answering_messages import AnsweringMessages


def press(verb: str) -> None:
    """Press the button of this name in the dialog that is open by then."""

    def find_and_press() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        buttons = dialog.findChild(QDialogButtonBox)
        assert buttons is not None
        next(button for button in buttons.buttons() if button.text() == verb).click()

    QTimer.singleShot(0, find_and_press)


def test_a_confirmation_is_given_by_its_verb(qtbot: QtBot, theme: Theme) -> None:
    messages = WindowMessages(theme)
    press("Withdraw")
    assert messages.confirm("Withdraw the letter?", "Withdraw")
    press("Cancel")
    assert not messages.confirm("Withdraw the letter?", "Withdraw")


def test_an_error_is_said_as_plain_text(qtbot: QtBot, theme: Theme) -> None:
    seen: list[str] = []

    def read_and_close() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        seen.extend(label.text() for label in dialog.findChildren(QLabel) if label.text())
        dialog.accept()

    QTimer.singleShot(0, read_and_close)
    WindowMessages(theme).error("The disk is full: <b>free some room</b>.")
    assert seen == ["The disk is full: <b>free some room</b>."]


def test_a_test_can_answer_in_place_of_a_person() -> None:
    answering = AnsweringMessages(True)
    messages: Messages = answering
    assert messages.confirm("Sure?", "Go")
    assert messages.choose_folder("Where?") is None
    assert answering.said == [("confirm", "Sure?"), ("choose", "Where?")]


def test_news_carries_the_change(qtbot: QtBot) -> None:
    news, change = News(), object()
    with qtbot.waitSignal(news.changed) as told:
        news.tell(change)
    assert told.args == [change]
