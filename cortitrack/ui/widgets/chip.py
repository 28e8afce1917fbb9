"""A short fact in a rounded field, such as an allergy or a risk."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from cortitrack.ui.marking import mark
from cortitrack.ui.widgets.flow import Flow


class Chip(QLabel):
    """The words say it; the tone (muted, accent, good, warn, bad, hint) only helps to find it."""

    def __init__(self, text: str, tone: str = "muted", *, tip: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("chip", True)
        self.setProperty("tone", tone)
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        if tip:
            self.setToolTip(tip)
            self.setAccessibleDescription(tip)

    def set_tone(self, tone: str) -> None:
        """Colour the chip as a role of the palette."""
        mark(self, "tone", tone)


class ChipRow(QWidget):
    """Chips side by side, in as many rows as they need."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = Flow(self)
        self.setVisible(False)

    def show_chips(self, chips: list[Chip]) -> None:
        """Replace what is shown; an empty row takes no room."""
        while (item := self._flow.takeAt(0)) is not None:
            former = item.widget()
            if former is not None:
                former.hide()
                former.deleteLater()
        for chip in chips:
            self._flow.addWidget(chip)
        self.setVisible(bool(chips))
