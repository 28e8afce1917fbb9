"""A field as one line of a list: the words at the side of the control, under one another where there is little room."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from cortitrack.ui.forms.columns import Columns
from cortitrack.ui.widgets.field import Field
from cortitrack.ui.widgets.label import Label

_WORDS = 20
_CONTROL = 26


class LineField(Field):
    """For lists of short questions, where a label above each would make the list twice as long."""

    def _lay(self, column: QVBoxLayout, label: str, control: QWidget, *, needed: bool) -> None:
        line = QWidget()
        columns = Columns()
        line.setLayout(columns)
        self.label = Label(label, wrap=True)
        columns.add(self.label, 5, _WORDS)
        columns.add(control, 9, _CONTROL)
        column.addWidget(line)
