"""A message across a page that stays until its cause is gone: information, a warning, read-only."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from cortitrack.ui.announce import announce
from cortitrack.ui.marking import mark
from cortitrack.ui.theme import Space, Theme
from cortitrack.ui.widgets.button import Button
from cortitrack.ui.widgets.label import Label

_LOOKS = {
    "info": ("info", "info", "accent"),
    "read_only": ("lock", "info", "accent"),
    "warn": ("warn", "warn", "warn"),
    "bad": ("stop", "bad", "bad"),
}
_ICON = 20


class Banner(QFrame):
    """``kind`` is info, read_only, warn or bad; ``acted`` when its button is pressed."""

    acted = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._kind = "info"
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.MEDIUM, Space.SMALL, Space.MEDIUM, Space.SMALL)
        row.setSpacing(Space.MEDIUM)
        self._picture = QLabel()
        row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignVCenter)
        self._sentence = Label(wrap=True)
        row.addWidget(self._sentence, 1)
        self.button = Button("", kind="quiet")
        self.button.clicked.connect(self.acted)
        row.addWidget(self.button)
        theme.changed.connect(self._repaint)
        self.setVisible(False)

    def say(self, kind: str, sentence: str, action: str = "") -> None:
        """Show the sentence; a screen reader says it at once."""
        self._kind = kind
        self._sentence.setText(sentence)
        self.button.setText(action)
        self.button.setVisible(bool(action))
        self.setAccessibleName(sentence)
        mark(self, "banner", _LOOKS[kind][1])
        self._repaint()
        self.setVisible(True)
        announce(self, sentence)

    def clear(self) -> None:
        """The cause is gone."""
        self._sentence.clear()
        self.setVisible(False)

    @Slot()
    def _repaint(self) -> None:
        icon, _, role = _LOOKS[self._kind]
        side = self._theme.px(_ICON)
        self._picture.setPixmap(self._theme.icon(icon, role, _ICON).pixmap(side, side))
