"""What is painted over a drawn chart: the cursor with its words, and a measured span of days."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen

from cortitrack.charts.readout import Point
from cortitrack.ui.theme import Size, Space, Theme

_WIDEST = 280
_DOT = 6


@dataclass(frozen=True, slots=True)
class Frame:
    """Where the axes lie in the widget, and which days they span."""

    box: QRectF
    first_day: float
    last_day: float

    @classmethod
    def of_axes(cls, axes: Any, picture_height: int, density: float) -> "Frame":
        """Read off matplotlib's axes, whose dots count from the lower edge."""
        box = axes.bbox
        top = (picture_height - box.y1) / density
        first, last = (float(day) for day in axes.get_xlim())
        return cls(QRectF(box.x0 / density, top, box.width / density, box.height / density), first, last)

    def day_at(self, x: float) -> int:
        """The whole day at a place, never outside the axes."""
        share = (x - self.box.left()) / max(self.box.width(), 1.0)
        return round(self.first_day + min(max(share, 0.0), 1.0) * (self.last_day - self.first_day))

    def x_of(self, day: float) -> float:
        """The place of a day."""
        share = (day - self.first_day) / ((self.last_day - self.first_day) or 1.0)
        return self.box.left() + share * self.box.width()


@dataclass(frozen=True, slots=True)
class Spot:
    """A point of the chart and where it lies in the widget."""

    point: Point
    place: QPointF


@dataclass(frozen=True, slots=True)
class Measure:
    """A span of days and the two places it runs between."""

    start: int
    end: int
    left: float
    right: float

    @classmethod
    def between(cls, start: int, end: int, frame: Frame) -> "Measure":
        """From one day to another, in either direction."""
        ends = sorted((frame.x_of(start), frame.x_of(end)))
        return cls(start, end, ends[0], ends[1])

    @property
    def days(self) -> int:
        return abs(self.end - self.start)


def spot_place(spot: Spot, frame: Frame, theme: Theme, room: QRect) -> QRect:
    """The part of the widget that the cursor at a spot covers."""
    ring = theme.px(_DOT) + 4
    line = QRectF(spot.place.x() - ring, frame.box.top() - 2, 2 * ring, frame.box.height() + 4)
    dot = QRectF(spot.place.x() - ring, spot.place.y() - ring, 2 * ring, 2 * ring)
    return line.united(dot).united(_words_box(spot, theme, room)).toAlignedRect().adjusted(-2, -2, 2, 2)


def paint_spot(painter: QPainter, spot: Spot, frame: Frame, theme: Theme, room: QRect) -> None:
    """A line through the day, a ring around the point, and the words beside it."""
    pen = QPen(theme.colour("accent"), 1)
    painter.setPen(pen)
    painter.drawLine(QPointF(spot.place.x(), frame.box.top()), QPointF(spot.place.x(), frame.box.bottom()))
    painter.setPen(QPen(theme.colour("accent"), 2))
    painter.setBrush(theme.colour("surface"))
    radius = theme.px(_DOT)
    painter.drawEllipse(spot.place, radius, radius)
    box = _words_box(spot, theme, room)
    painter.setPen(QPen(theme.colour("edge"), 1))
    painter.drawRoundedRect(box, 6, 6)
    painter.setPen(theme.colour("ink"))
    painter.setFont(theme.font(Size.SMALL))
    inside = box.adjusted(Space.SMALL, Space.TIGHT, -Space.SMALL, -Space.TIGHT)
    painter.drawText(inside, int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignVCenter), spot.point.text)


def measure_place(measure: Measure, said: str, frame: Frame, theme: Theme) -> QRect:
    """The part of the widget that a measured span covers."""
    band = QRectF(measure.left, frame.box.top(), measure.right - measure.left, frame.box.height())
    return band.united(_days_box(measure, said, frame, theme)).toAlignedRect().adjusted(-3, -3, 3, 3)


def paint_measure(painter: QPainter, measure: Measure, said: str, frame: Frame, theme: Theme) -> None:
    """A tinted band with its two ends and the days in the middle."""
    band = QRectF(measure.left, frame.box.top(), measure.right - measure.left, frame.box.height())
    tint = QColor(theme.colour("accent"))
    tint.setAlphaF(0.14)
    painter.fillRect(band, tint)
    painter.setPen(QPen(theme.colour("accent"), 1))
    for x in (band.left(), band.right()):
        painter.drawLine(QPointF(x, band.top()), QPointF(x, band.bottom()))
    box = _days_box(measure, said, frame, theme)
    painter.setBrush(theme.colour("accent"))
    painter.drawRoundedRect(box, 6, 6)
    painter.setPen(theme.colour("on_accent"))
    painter.setFont(theme.font(Size.SMALL, bold=True))
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), said)


def _words_box(spot: Spot, theme: Theme, room: QRect) -> QRectF:
    """Beside the point, on the side where there is room, and never outside the widget."""
    metrics = QFontMetrics(theme.font(Size.SMALL))
    widest = min(theme.px(_WIDEST), room.width() - 4 * Space.SMALL)
    wrap = int(Qt.TextFlag.TextWordWrap)
    words = metrics.boundingRect(QRect(0, 0, widest, 10_000), wrap, spot.point.text)
    width, height = words.width() + 2 * Space.SMALL + 2, words.height() + 2 * Space.TIGHT
    away = theme.px(_DOT) + Space.SMALL
    left = spot.place.x() + away
    if left + width > room.right():
        left = spot.place.x() - away - width
    left = min(max(left, room.left() + 1), max(room.right() - width, room.left() + 1))
    top = min(max(spot.place.y() - height / 2, room.top() + 1), room.bottom() - height)
    return QRectF(left, top, width, height)


def _days_box(measure: Measure, said: str, frame: Frame, theme: Theme) -> QRectF:
    metrics = QFontMetrics(theme.font(Size.SMALL, bold=True))
    width = metrics.horizontalAdvance(said) + 2 * Space.SMALL
    height = metrics.height() + Space.TIGHT
    middle = (measure.left + measure.right) / 2
    left = min(max(middle - width / 2, frame.box.left()), frame.box.right() - width)
    return QRectF(left, frame.box.top() + Space.TIGHT, width, height)
