"""Fields for one of a few: a drop-down list for many, segments side by side for up to five."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPalette, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QComboBox,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from cortitrack.ui.theme import Space
from cortitrack.ui.widgets.chevron import paint_chevron
from cortitrack.ui.widgets.flow import Flow

Pairs = Sequence[tuple[str, str]]


class _Drop(QComboBox):
    """A drop-down list whose wheel only scrolls the page and whose arrow is painted sharp."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        half = self.fontMetrics().height() / 4
        inset = Space.MEDIUM + half
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        centre = QPointF(inset if mirrored else self.width() - inset, self.height() / 2)
        role = QPalette.ColorRole.PlaceholderText
        paint_chevron(painter, centre, half, self.palette().color(role), "down")
        painter.end()


class Choice(QWidget):
    """One of many (code, label) pairs; typing letters finds an entry."""

    changed = Signal()
    left = Signal()

    def __init__(self, pairs: Pairs = (), *, empty: str = "", parent: QWidget | None = None) -> None:
        """``empty`` is what stands for "nothing chosen"; without it the first pair is chosen."""
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._drop = _Drop()
        self._empty = empty
        column.addWidget(self._drop)
        self.setFocusProxy(self._drop)
        self.set_pairs(pairs)
        self._drop.currentIndexChanged.connect(self.changed)

    def set_pairs(self, pairs: Pairs) -> None:
        """Offer these, keeping what was chosen if it is still among them."""
        former = self.value()
        self._drop.blockSignals(True)
        self._drop.clear()
        if self._empty:
            self._drop.addItem(self._empty, None)
        for code, label in pairs:
            self._drop.addItem(label, code)
        self._drop.blockSignals(False)
        self.set_value(former)

    def value(self) -> str | None:
        """The code chosen, or None."""
        code = self._drop.currentData()
        return None if code is None else str(code)

    def set_value(self, value: str | None) -> None:
        """Choose by code; an unknown code chooses nothing."""
        index = self._drop.findData(value) if value is not None else 0
        if index < 0 and self._empty:
            index = 0
        self._drop.setCurrentIndex(index if self._drop.count() else -1)

    def trouble(self) -> str:
        """What is offered can always be chosen."""
        return ""

    def editor(self) -> QComboBox:
        return self._drop


class _Segment(QPushButton):
    """It keeps room for its words in bold, in which they stand once chosen."""

    def __init__(self, label: str) -> None:
        super().__init__(label)
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setProperty("segment", True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        bold = self.font()
        bold.setWeight(QFont.Weight.DemiBold)
        words = QFontMetrics(bold).horizontalAdvance(self.text())
        more = words - self.fontMetrics().horizontalAdvance(self.text())
        return super().sizeHint() + QSize(max(more, 0) + 2, 0)


class Segments(QWidget):
    """One of up to five (code, label) pairs, all seen at once; arrow keys walk, Space chooses."""

    changed = Signal()
    left = Signal()

    def __init__(self, pairs: Pairs, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = Flow(self, gap=Space.TIGHT)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}
        for code, label in pairs:
            button = _Segment(label)
            self._group.addButton(button)
            self._flow.addWidget(button)
            self._buttons[code] = button
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusProxy(next(iter(self._buttons.values())))
        self._group.buttonToggled.connect(self._toggled)

    def value(self) -> str | None:
        """The code chosen, or None."""
        chosen = self._group.checkedButton()
        return next((code for code, button in self._buttons.items() if button is chosen), None)

    def set_value(self, value: str | None) -> None:
        """Choose by code; None chooses nothing."""
        if value in self._buttons:
            self._buttons[value].setChecked(True)
            return
        chosen = self._group.checkedButton()
        if chosen is not None:
            self._group.setExclusive(False)
            chosen.setChecked(False)
            self._group.setExclusive(True)
            self.changed.emit()

    def trouble(self) -> str:
        """What is offered can always be chosen."""
        return ""

    def editor(self) -> QWidget:
        return self

    @Slot(QAbstractButton, bool)
    def _toggled(self, button: QAbstractButton, checked: bool) -> None:
        if checked:
            self.setFocusProxy(button)
            self.changed.emit()
