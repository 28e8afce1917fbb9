"""A field for a time of day."""

from datetime import time

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from cortitrack.ui.typed_date import CannotRead, read_time
from cortitrack.words.tongue import t


class TimeField(QWidget):
    """Takes 9:30, 0930, 9h30 or 9:30 pm, and shows 09:30 when it is left."""

    changed = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._line = QLineEdit()
        self._line.setMaxLength(12)
        self._line.setPlaceholderText(t("such as 9:30"))
        column.addWidget(self._line)
        self.setFocusProxy(self._line)
        self._line.textChanged.connect(self.changed)
        self._line.editingFinished.connect(self._tidy)

    def value(self) -> time | None:
        """The time, or None when there is none or it cannot be read."""
        try:
            return read_time(self._line.text())
        except CannotRead:
            return None

    def set_value(self, value: time | None) -> None:
        """Show this time."""
        self._line.setText("" if value is None else value.strftime("%H:%M"))

    def trouble(self) -> str:
        """What is wrong with what was typed, or nothing."""
        if not self._line.text().strip():
            return ""
        try:
            read_time(self._line.text())
        except CannotRead as error:
            return str(error)
        return ""

    def editor(self) -> QLineEdit:
        return self._line

    @Slot()
    def _tidy(self) -> None:
        value = self.value()
        if value is not None:
            self.set_value(value)
        self.left.emit()
