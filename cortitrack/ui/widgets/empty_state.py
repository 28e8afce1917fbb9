"""What stands where nothing is yet: why it is empty, what to do first, and the button that does it."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from cortitrack.ui.theme import Size, Space, Theme
from cortitrack.ui.widgets.button import Button
from cortitrack.ui.widgets.label import Label

_ICON = 40


class EmptyState(QWidget):
    """A calm middle for an empty page or card; ``acted`` when the button is pressed."""

    acted = Signal()

    def __init__(
        self,
        theme: Theme,
        icon: str,
        title: str,
        sentence: str = "",
        action: str = "",
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self.setAccessibleName(title)
        self.setAccessibleDescription(sentence)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.HUGE, Space.HUGE, Space.HUGE, Space.HUGE)
        column.setSpacing(Space.SMALL)
        column.addStretch(1)
        self._picture = QLabel()
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(self._picture)
        for label in (
            Label(title, size=Size.TITLE, bold=True, wrap=True),
            Label(sentence, tone="muted", wrap=True),
        ):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(label)  # first, or it would be shown as a window of its own
            label.setVisible(bool(label.text()))
        self.button = Button(action, kind="primary")
        self.button.clicked.connect(self.acted)
        column.addSpacing(Space.TIGHT)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        self.button.setVisible(bool(action))
        column.addStretch(1)
        theme.changed.connect(self._repaint)
        self._repaint()

    @Slot()
    def _repaint(self) -> None:
        side = self._theme.px(_ICON)
        self._picture.setPixmap(self._theme.icon(self._icon, "edge", _ICON).pixmap(side, side))
