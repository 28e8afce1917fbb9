"""A section that is folded away until somebody asks for it."""

from PySide6.QtCore import QPointF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from cortitrack.ui.theme import Space
from cortitrack.ui.widgets.chevron import paint_chevron


class _FoldButton(QPushButton):
    """The line with the arrow; the arrow points down when the section is open."""

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(title, parent)
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setProperty("fold", True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return super().sizeHint() + QSize(self.fontMetrics().height() + Space.SMALL, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        half = self.fontMetrics().height() / 4
        inset = Space.MEDIUM + half
        centre = QPointF(inset if mirrored else self.width() - inset, self.height() / 2)
        colour = self.palette().color(QPalette.ColorRole.Link)
        paint_chevron(painter, centre, half, colour, "down" if not self.isChecked() else "up")
        painter.end()


class Fold(QWidget):
    """``body`` takes what is folded; ``unfolded`` says whether it is now open."""

    unfolded = Signal(bool)

    def __init__(self, title: str, *, is_open: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.SMALL)
        self._button = _FoldButton(title, self)
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignLeading)
        self._inside = QWidget()
        self.body = QVBoxLayout(self._inside)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(Space.MEDIUM)
        column.addWidget(self._inside)
        self._button.toggled.connect(self._turn)
        self._inside.setVisible(False)
        self._button.setChecked(is_open)

    def is_open(self) -> bool:
        """Whether the section can be seen."""
        return self._button.isChecked()

    def set_open(self, is_open: bool) -> None:
        """Open or fold the section."""
        self._button.setChecked(is_open)

    @Slot(bool)
    def _turn(self, is_open: bool) -> None:
        self._inside.setVisible(is_open)
        self.unfolded.emit(is_open)
