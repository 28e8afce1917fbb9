"""What a person does to a form: type into a field, choose, press a key."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from cortitrack.ui.forms.form_dialog import FormDialog


def enter(dialog: FormDialog, name: str, text: str) -> None:
    """Type into a question's field, in place of what stands there."""
    editor = dialog.sheet[name].control.editor()
    editor.setFocus()
    if isinstance(editor, QLineEdit | QPlainTextEdit):
        editor.selectAll()
        if not text.isascii():  # which QTest has no keys for
            editor.insertPlainText(text) if isinstance(editor, QPlainTextEdit) else editor.insert(text)
            return
    QTest.keyClicks(editor, text)


def choose(dialog: FormDialog, name: str, value: Any) -> None:
    """Choose one of what a question offers."""
    dialog.sheet[name].fill(value)


def press(dialog: FormDialog, key: Qt.Key, *, ctrl: bool = False) -> None:
    """Press a key where the keyboard is."""
    focused: QWidget | None = dialog.focusWidget()
    target = dialog if focused is None else focused
    modifier = Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier
    QTest.keyClick(target, key, modifier)


def error(dialog: FormDialog, name: str) -> str:
    """What is said to be wrong at a question; nothing where nothing is."""
    field = dialog.sheet[name].field
    return field.control.editor().accessibleDescription().removeprefix("⚠ ") if field.has_error() else ""


def paste(dialog: FormDialog, name: str, text: str) -> None:
    """Put text into a field at once, without the keyboard being there."""
    editor = dialog.sheet[name].control.editor()
    assert isinstance(editor, QLineEdit)
    editor.setText(text)
