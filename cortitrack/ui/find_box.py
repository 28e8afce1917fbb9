"""The box at the top of the window in which people are found; arrows walk through what was found meanwhile."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from cortitrack.ui.theme import Theme
from cortitrack.words.tongue import t

_WALKING = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)


class FindBox(QLineEdit):
    """``typed`` carries the text, ``walked`` an arrow key, ``entered`` when Enter opens what is selected."""

    typed = Signal(str)
    walked = Signal(object)
    entered = Signal()
    focused = Signal()
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("search", True)
        self.setAccessibleName(t("Find people"))
        self.setAccessibleDescription(t("Name, birth date, record number or diagnosis"))
        self.setClearButtonEnabled(True)
        self._picture = self.addAction(theme.icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        key = QKeySequence("Ctrl+K").toString(QKeySequence.SequenceFormat.NativeText)
        self.setPlaceholderText(t("Find people   {key}", key=key))
        self.setToolTip(t("Name, birth date, record number or diagnosis"))
        self.textEdited.connect(self.typed)
        theme.changed.connect(self._repaint)
        self._repaint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _WALKING:
            self.walked.emit(key)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif key == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.MouseFocusReason, Qt.FocusReason.ShortcutFocusReason):
            self.focused.emit()

    def _leave(self) -> None:
        if self.text():
            self.clear()
            self.typed.emit("")
        else:
            self.left.emit()

    @Slot()
    def _repaint(self) -> None:
        self._picture.setIcon(self._theme.icon("search"))
        self.setMinimumWidth(self._theme.px(240))
        self.setMaximumWidth(self._theme.px(440))
