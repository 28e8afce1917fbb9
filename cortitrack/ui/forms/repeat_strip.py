"""A quiet strip over a form: what was done last time, and a button that fills it in again."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from cortitrack.ui.theme import Size, Space
from cortitrack.ui.widgets.button import Button
from cortitrack.ui.widgets.label import Label
from cortitrack.words.tongue import t


class RepeatStrip(QFrame):
    """``asked`` when a person wants the same again."""

    asked = Signal()

    def __init__(self, sentence: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.MEDIUM, Space.SMALL, Space.SMALL, Space.SMALL)
        row.setSpacing(Space.MEDIUM)
        row.addWidget(Label(sentence, size=Size.SMALL, tone="muted", wrap=True), 1)
        self.button = Button(t("Same as last time"), kind="quiet", tip=sentence)
        self.button.clicked.connect(self.asked)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
