"""A control with its label above it, and below it a hint or, at its place, what is wrong."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cortitrack.ui.announce import announce
from cortitrack.ui.marking import mark
from cortitrack.ui.theme import Size, Space
from cortitrack.ui.widgets.control import Control
from cortitrack.ui.widgets.label import Label
from cortitrack.words.tongue import t


class Field(QWidget):
    """Names its control for a screen reader and clears the error once the control changes."""

    def __init__(
        self,
        label: str,
        control: Control,
        *,
        hint: str = "",
        needed: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.control = control
        self._hint = hint
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.TIGHT)
        assert isinstance(control, QWidget)
        self._lay(column, label, control, needed=needed)
        self._below = Label(size=Size.SMALL, wrap=True)
        column.addWidget(self._below)
        column.addStretch(1)
        editor = control.editor()
        editor.setAccessibleName(t("{label}, needed", label=label) if needed else label)
        self.label.setBuddy(editor)
        control.changed.connect(self.clear_error)
        control.left.connect(self.check)
        self.clear_error()

    def show_error(self, sentence: str) -> None:
        """Say what is wrong at this place; what was typed stays."""
        self._say("\u26a0 " + sentence, "bad")
        mark(self.control.editor(), "error", True)
        announce(self, sentence)

    @Slot()
    def clear_error(self) -> None:
        """Nothing is wrong (any more): show the hint again."""
        self._say(self._hint, "muted")
        mark(self.control.editor(), "error", False)

    @Slot()
    def check(self) -> bool:
        """Show what the control itself finds wrong with what was typed."""
        trouble = self.control.trouble()
        if trouble:
            self.show_error(trouble)
        return not trouble

    def has_error(self) -> bool:
        """Whether an error is shown now."""
        return bool(self.control.editor().property("error"))

    def take_focus(self) -> None:
        """Bring the keyboard here."""
        self.control.editor().setFocus()

    def _lay(self, column: QVBoxLayout, label: str, control: QWidget, *, needed: bool) -> None:
        """Set the label above its control; a field of a list sets them side by side."""
        column.addLayout(self._head(label, needed=needed))
        column.addWidget(control)

    def _head(self, label: str, *, needed: bool) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(Space.SMALL)
        self.label = Label(label, size=Size.SMALL, bold=True, wrap=True)
        row.addWidget(self.label, 1)
        if needed:
            row.addWidget(Label(t("needed"), size=Size.CAPTION, tone="muted"))
        return row

    def _say(self, sentence: str, tone: str) -> None:
        self._below.setText(sentence)
        self._below.set_tone(tone)
        self._below.setVisible(bool(sentence))
        self.control.editor().setAccessibleDescription(sentence)
