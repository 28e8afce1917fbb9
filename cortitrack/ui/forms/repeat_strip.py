"""A quiet strip over a form: what was done last time, and a button that fills it in again."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from cortitrack.ui.forms.columns import Columns
from cortitrack.ui.theme import Size
from cortitrack.ui.widgets.button import Button
from cortitrack.ui.widgets.flow import Flow
from cortitrack.ui.widgets.label import Label
from cortitrack.words.tongue import t


class RepeatStrip(QWidget):
    """``asked`` when a person wants the same again."""

    asked = Signal()

    def __init__(self, sentence: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        columns = Columns()
        self.setLayout(columns)
        columns.add(Label(sentence, size=Size.SMALL, tone="muted", wrap=True), 3)
        side = QWidget()
        flow = Flow(side)
        self.button = Button(t("Same as last time"), tip=sentence)
        self.button.clicked.connect(self.asked)
        flow.addWidget(self.button)
        columns.add(side)
