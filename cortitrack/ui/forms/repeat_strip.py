"""A quiet strip over a form: what was done last time, and a button that fills it in again."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from cortitrack.ui.forms.columns import Columns
from cortitrack.ui.theme import Size, Space
from cortitrack.ui.widgets.button import Button
from cortitrack.ui.widgets.flow import Flow
from cortitrack.ui.widgets.label import Label
from cortitrack.words.tongue import t

_SENTENCE_LETTERS = 30


class RepeatStrip(QFrame):
    """``asked`` when a person wants the same again."""

    asked = Signal()

    def __init__(self, sentence: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        columns = Columns(gap=Space.MEDIUM)
        self.setLayout(columns)
        columns.setContentsMargins(Space.MEDIUM, Space.SMALL, Space.SMALL, Space.SMALL)
        columns.add(Label(sentence, size=Size.SMALL, tone="muted", wrap=True), 3, _SENTENCE_LETTERS)
        side = QWidget()
        flow = Flow(side)
        self.button = Button(t("Same as last time"), kind="quiet", tip=sentence)
        self.button.clicked.connect(self.asked)
        flow.addWidget(self.button)
        columns.add(side, 1, 1)
