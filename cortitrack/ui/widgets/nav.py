"""The navigation at the leading side of the window: places with an icon, a name and a count."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from cortitrack.ui.theme import Size, Space, Theme
from cortitrack.ui.widgets.label import Label

_ICON = 20
_HEIGHT = 34


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A page one can go to."""

    code: str
    label: str
    icon: str
    key: str = ""
    at_foot: bool = False


class _PlaceButton(QPushButton):
    """One place, painted by ourselves so that icon, name and count sit in fixed columns."""

    def __init__(self, theme: Theme, place: Place, parent: QWidget) -> None:
        super().__init__(place.label, parent)
        self.place = place
        self._theme = theme
        self._count = 0
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setFlat(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        if place.key:
            self.setShortcut(QKeySequence(place.key))
            self.setToolTip(self.shortcut().toString(QKeySequence.SequenceFormat.NativeText))
        theme.changed.connect(self.updateGeometry)

    def set_count(self, count: int, said: str) -> None:
        """Show how many wait there; ``said`` is the same in words for a screen reader."""
        self._count = count
        self.setAccessibleDescription(said if count else "")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        words = metrics.horizontalAdvance(self.place.label) * 1.1 + metrics.horizontalAdvance("0000")
        wide = Space.MEDIUM * 3 + self._theme.px(_ICON) + words
        return QSize(round(wide), self._theme.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        chosen = self.isChecked()
        side = self._theme.px(_ICON)
        inset = Space.MEDIUM
        icon = QRect(inset, (self.height() - side) // 2, side, side)
        self._theme.icon(self.place.icon, "accent" if chosen else "muted", _ICON).paint(painter, self._mirrored(icon))
        start = inset + side + Space.MEDIUM
        words = QRect(start, 0, self.width() - start - inset, self.height())
        painter.setFont(self._theme.font(Size.BODY, bold=chosen))
        painter.setPen(self._theme.colour("accent" if chosen else "ink"))
        painter.drawText(self._mirrored(words), self._flags(leading=True), self.place.label)
        if self._count:
            painter.setFont(self._theme.font(Size.SMALL, bold=True))
            painter.setPen(self._theme.colour("accent" if chosen else "muted"))
            painter.drawText(self._mirrored(words), self._flags(leading=False), str(self._count))
        painter.end()

    def _paint_ground(self, painter: QPainter) -> None:
        ground = self.rect().adjusted(1, 1, -1, -1)
        radius = self._theme.px(8)
        painter.setPen(QPen(self._theme.colour("accent"), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
        if self.isChecked():
            painter.setBrush(self._theme.colour("accent_soft"))
        elif self.underMouse():
            painter.setBrush(self._theme.colour("muted_soft"))
        else:
            painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(ground, radius, radius)

    def _is_mirrored(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def _mirrored(self, place: QRect) -> QRect:
        if not self._is_mirrored():
            return place
        return QRect(self.width() - place.right() - 1, place.top(), place.width(), place.height())

    def _flags(self, *, leading: bool) -> int:
        left = leading != self._is_mirrored()
        side = Qt.AlignmentFlag.AlignLeft if left else Qt.AlignmentFlag.AlignRight
        return int(side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute)


class Navigation(QWidget):
    """``chosen`` carries the code of the place; arrow keys walk, Tab leaves."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, name: str, places: Sequence[Place], *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._buttons: dict[str, _PlaceButton] = {}
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Expanding)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.SMALL, Space.LARGE, Space.SMALL, Space.LARGE)
        column.setSpacing(Space.TIGHT)
        brand = Label(name, size=Size.TITLE, tone="accent", bold=True)
        brand.setContentsMargins(Space.MEDIUM, 0, Space.MEDIUM, Space.MEDIUM)
        column.addWidget(brand)
        group = QButtonGroup(self)
        group.setExclusive(True)
        for at_foot in (False, True):
            if at_foot:
                column.addStretch(1)
            for place in (one for one in places if one.at_foot is at_foot):
                button = _PlaceButton(theme, place, self)
                self._buttons[place.code] = button
                group.addButton(button)
                column.addWidget(button)
        group.buttonClicked.connect(self._go)
        self.foot = QVBoxLayout()
        self.foot.setContentsMargins(Space.MEDIUM, Space.MEDIUM, Space.MEDIUM, 0)
        self.foot.setSpacing(0)
        column.addLayout(self.foot)
        theme.changed.connect(self.update)

    def select(self, code: str) -> None:
        """Show where we are without announcing a choice."""
        self._buttons[code].setChecked(True)

    def set_count(self, code: str, count: int, said: str = "") -> None:
        """Show how many things wait at a place."""
        self._buttons[code].set_count(count, said or str(count))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("surface"))
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        edge = 0 if mirrored else self.width() - 1
        painter.fillRect(QRect(edge, 0, 1, self.height()), self._theme.colour("line"))
        painter.end()

    @Slot(QAbstractButton)
    def _go(self, button: QAbstractButton) -> None:
        if isinstance(button, _PlaceButton):
            self.chosen.emit(button.place.code)
