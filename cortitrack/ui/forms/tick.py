"""A box to tick, as an answer of a form: ticked, or not answered."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget


class Tick(QWidget):
    """Holds True once it is ticked, and nothing before."""

    changed = Signal()
    left = Signal()

    def __init__(self, words: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.box = QCheckBox(words)
        column.addWidget(self.box)
        self.setFocusProxy(self.box)
        self.box.toggled.connect(self.changed)

    def value(self) -> bool | None:
        """True where it is ticked."""
        return True if self.box.isChecked() else None

    def set_value(self, value: bool | None) -> None:
        """Tick it, or take the tick away."""
        self.box.setChecked(bool(value))

    def trouble(self) -> str:
        """A tick is never wrong by itself."""
        return ""

    def editor(self) -> QCheckBox:
        return self.box
