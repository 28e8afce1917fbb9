"""Fields for words: one line, or a few."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget


class TextField(QWidget):
    """One line of text; what surrounds it as blanks is dropped."""

    changed = Signal()
    left = Signal()

    def __init__(self, *, placeholder: str = "", longest: int = 200, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._line = QLineEdit()
        self._line.setPlaceholderText(placeholder)
        self._line.setMaxLength(longest)
        column.addWidget(self._line)
        self.setFocusProxy(self._line)
        self._line.textChanged.connect(self.changed)
        self._line.editingFinished.connect(self.left)

    def value(self) -> str:
        """What was typed."""
        return self._line.text().strip()

    def set_value(self, value: str) -> None:
        """Show this text."""
        self._line.setText(value)

    def trouble(self) -> str:
        """A line of text is never wrong by itself."""
        return ""

    def editor(self) -> QLineEdit:
        return self._line


class _Sheet(QPlainTextEdit):
    """Tab leaves it, as it leaves every other field."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class LongTextField(QWidget):
    """A few lines of text, such as a note."""

    changed = Signal()
    left = Signal()

    def __init__(self, *, placeholder: str = "", rows: int = 3, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._sheet = _Sheet()
        self._sheet.setPlaceholderText(placeholder)
        column.addWidget(self._sheet)
        self.setFocusProxy(self._sheet)
        self._sheet.textChanged.connect(self.changed)
        self._sheet.left.connect(self.left)
        self._sheet.ensurePolished()
        self._sheet.setFixedHeight(self._sheet.fontMetrics().lineSpacing() * rows + 24)

    def value(self) -> str:
        """What was typed."""
        return self._sheet.toPlainText().strip()

    def set_value(self, value: str) -> None:
        """Show this text."""
        self._sheet.setPlainText(value)

    def trouble(self) -> str:
        """A text is never wrong by itself."""
        return ""

    def editor(self) -> QPlainTextEdit:
        return self._sheet
