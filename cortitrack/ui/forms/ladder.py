"""The seven answers of the global impression, one under another as on the paper form; a digit chooses."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from cortitrack.ui.theme import Space


class Ladder(QWidget):
    """One of a few whole numbers, each with its words; Backspace takes the answer away."""

    changed = Signal()
    left = Signal()

    def __init__(self, rungs: Sequence[tuple[int, str]], *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.TIGHT // 2)
        self._group = QButtonGroup(self)
        for number, words in rungs:
            button = QRadioButton(f"{number}   {words}")
            self._group.addButton(button, number)
            column.addWidget(button)
        self.setFocusProxy(self._group.buttons()[0])
        self._group.idToggled.connect(self._chosen)

    def value(self) -> int | None:
        """The number chosen, or None."""
        chosen = self._group.checkedId()
        return None if chosen < 0 else chosen

    def set_value(self, value: int | None) -> None:
        """Choose this number; None chooses nothing."""
        if value is not None:
            self._group.button(value).setChecked(True)
        elif (chosen := self._group.checkedButton()) is not None:
            self._group.setExclusive(False)
            chosen.setChecked(False)
            self._group.setExclusive(True)
            self.changed.emit()

    def trouble(self) -> str:
        """What is offered can always be chosen."""
        return ""

    def editor(self) -> QWidget:
        return self

    def keyPressEvent(self, event: QKeyEvent) -> None:
        typed = event.text()
        if typed.isdecimal() and (rung := self._group.button(int(typed))) is not None:
            rung.setChecked(True)
            rung.setFocus()
        elif event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self.set_value(None)
        else:
            super().keyPressEvent(event)

    @Slot(int, bool)
    def _chosen(self, number: int, checked: bool) -> None:
        if checked:
            self.setFocusProxy(self._group.button(number))
            self.changed.emit()
