"""Shows a chart that matplotlib drew, and says the value under the pointer or the arrow keys.

The drawn figure is kept as a picture. Whatever follows the pointer is painted over a copy of it
(blitting); matplotlib draws again only when the facts, the size or the theme change.
"""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from cortitrack.charts.readout import Point, Readout
from cortitrack.ui.announce import announce
from cortitrack.ui.theme import Theme
from cortitrack.ui.widgets.chart_libraries import DOTS_PER_INCH, ChartLibraries, figure_with_canvas
from cortitrack.ui.widgets.chart_marks import (
    Frame,
    Measure,
    Spot,
    measure_place,
    paint_measure,
    paint_spot,
    spot_place,
)
from cortitrack.words.tongue import nt, t

Draw = Callable[[Any], Readout]
_SETTLES_MS = 40
_REACH = 28
_LEAST_ROOM = 8


class ChartView(QWidget):
    """``draw`` is given a matplotlib Figure of 72 × text scale dots per inch, so that a point of type
    is a pixel at ordinary text size, and returns the Readout. It is the same figure each time, with
    the former drawing still on it, for what can stay need not be made again.

    ``pointed`` carries the Point under the cursor or None, ``chosen`` the Point that was pressed,
    ``measured`` the whole days between two places.
    """

    pointed = Signal(object)
    chosen = Signal(object)
    measured = Signal(int)

    def __init__(self, theme: Theme, libraries: ChartLibraries, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._libraries = theme, libraries
        self._draw: Draw | None = None
        self._figure: Any = None
        self._canvas: Any = None
        self._picture: QPixmap | None = None
        self._readout: Readout | None = None
        self._frame: Frame | None = None
        self._density = 1.0
        self._placed: tuple[Spot, ...] | None = ()
        self._at: int | None = None
        self._measure: Measure | None = None
        self._stale = True
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(t("Chart"))
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.timeout.connect(self.redraw)
        libraries.ready.connect(self.redraw)
        theme.changed.connect(self.redraw)

    def show_chart(self, draw: Draw) -> None:
        """Draw this from now on; at once if the chart can be seen."""
        self._draw = draw
        self.redraw()

    def clear(self) -> None:
        """Show nothing."""
        self._draw = self._picture = self._readout = self._frame = None
        self._placed, self._at, self._measure = (), None, None
        self.setAccessibleName(t("Chart"))
        self.setAccessibleDescription("")
        self.update()

    def readout(self) -> Readout | None:
        """What the chart that is shown now says."""
        return self._readout

    def point(self) -> Point | None:
        """The point under the cursor."""
        return None if self._at is None else self._spots[self._at].point

    def days_measured(self) -> int | None:
        """The days between the two places that were last measured."""
        return None if self._measure is None else self._measure.days

    @Slot()
    def redraw(self) -> None:
        """Let matplotlib draw the figure again, now or once it can be seen; nothing else does."""
        self._settling.stop()
        self._stale = True
        draw = self._draw
        if draw is None or not self._can_draw():
            self.update()
            return
        self._stale = False
        if self._figure is None:
            self._figure, self._canvas = figure_with_canvas()
        density = self.devicePixelRatioF()
        self._figure.set_dpi(DOTS_PER_INCH * self._theme.scale * density)
        dots = self._figure.get_dpi()
        size = (round(self.width() * density), round(self.height() * density))
        self._figure.set_size_inches(size[0] / dots, size[1] / dots)
        readout = draw(self._figure)
        self._canvas.draw()
        self._keep(readout, density)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(720), self._theme.px(320))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(320), self._theme.px(220))

    def _can_draw(self) -> bool:
        room = self.width() >= _LEAST_ROOM and self.height() >= _LEAST_ROOM
        return room and self.isVisible() and self._libraries.is_ready

    def _keep(self, readout: Readout, density: float) -> None:
        """Keep the drawn pixels and where its points lie in them."""
        pixels = self._canvas.buffer_rgba()
        height, width = pixels.shape[:2]
        image = QImage(pixels, width, height, width * 4, QImage.Format.Format_RGBA8888)
        self._picture = QPixmap.fromImage(image)
        self._picture.setDevicePixelRatio(density)
        former = self.point()
        self._readout, self._density, self._placed = readout, density, None
        frame = self._frame = Frame.of_axes(self._figure.axes[readout.axes_index], height, density)
        self._at = self._index_of(former.entry_id) if former is not None else None
        if self._measure is not None:
            self._measure = Measure.between(self._measure.start, self._measure.end, frame)
        self.setAccessibleName(readout.sentence)
        self._say_point()

    @property
    def _spots(self) -> tuple[Spot, ...]:
        """The points of the drawn chart and where they lie, found when first asked for."""
        if self._placed is None and self._readout is not None:
            points, transform = self._readout.points, self._figure.axes[self._readout.axes_index].transData
            height = self._picture.height() if self._picture is not None else 0
            places = transform.transform([(point.x, point.y) for point in points]) if points else ()
            self._placed = tuple(
                Spot(point, QPointF(float(x) / self._density, (height - float(y)) / self._density))
                for point, (x, y) in zip(points, places, strict=True)
            )
        return self._placed or ()

    def _index_of(self, entry_id: int) -> int | None:
        return next((n for n, spot in enumerate(self._spots) if spot.point.entry_id == entry_id), None)

    # What follows the pointer and the keys.

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._frame is None:
            return
        if self._measure is not None and event.buttons() & Qt.MouseButton.LeftButton:
            self._stretch(self._frame.day_at(event.position().x()))
            return
        self._go_to(self._nearest(event.position()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or self._frame is None:
            event.ignore()
            return
        self._drop_measure()
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            day = self._frame.day_at(event.position().x())
            self._measure = Measure.between(day, day, self._frame)
            self._go_to(None)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._measure is not None:
            self._end_measure()
            return
        point = self.point()
        if event.button() == Qt.MouseButton.LeftButton and point is not None:
            self.chosen.emit(point)

    def leaveEvent(self, event: QEvent) -> None:
        if not self.hasFocus():
            self._go_to(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        last = len(self._spots) - 1
        measures = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        targets = {
            Qt.Key.Key_Left: last if self._at is None else max(self._at - 1, 0),
            Qt.Key.Key_Right: 0 if self._at is None else min(self._at + 1, last),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        if key in targets and last >= 0:
            self._walk(targets[key], measures=measures)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.point() is not None:
            self.chosen.emit(self.point())
        elif key == Qt.Key.Key_Escape and (self._at is not None or self._measure is not None):
            self._drop_measure()
            self._go_to(None)
        else:
            event.ignore()

    def _walk(self, index: int, *, measures: bool) -> None:
        former = self.point()
        self._go_to(index)
        if not measures:
            self._drop_measure()
            return
        if self._measure is None and former is not None and self._frame is not None:
            self._measure = Measure.between(round(former.x), round(former.x), self._frame)
        if self._measure is not None:
            self._stretch(round(self._spots[index].point.x))
            self._end_measure()

    def _nearest(self, place: QPointF) -> int | None:
        reach = self._theme.px(_REACH)
        best, index = float(reach), None
        for number, spot in enumerate(self._spots):
            apart = abs(spot.place.x() - place.x()) + 0.2 * abs(spot.place.y() - place.y())
            if apart < best:
                best, index = apart, number
        return index

    def _go_to(self, index: int | None) -> None:
        if index == self._at:
            return
        before = self._marked()
        self._at = index
        self.update(before.united(self._marked()))
        self._say_point()
        self.pointed.emit(self.point())

    def _say_point(self) -> None:
        point = self.point()
        said = point.text if point is not None else ""
        if said != self.accessibleDescription():
            self.setAccessibleDescription(said)
            announce(self, said)

    def _stretch(self, day: int) -> None:
        if self._measure is None or self._frame is None:
            return
        before = self._marked()
        self._measure = Measure.between(self._measure.start, day, self._frame)
        self.update(before.united(self._marked()))

    def _end_measure(self) -> None:
        if self._measure is None:
            return
        if self._measure.days == 0:
            self._drop_measure()
            return
        announce(self, self._days_said(self._measure))
        self.measured.emit(self._measure.days)

    def _drop_measure(self) -> None:
        if self._measure is not None:
            before = self._marked()
            self._measure = None
            self.update(before)

    def _days_said(self, measure: Measure) -> str:
        return nt("{n} day", "{n} days", measure.days)

    def _marked(self) -> QRect:
        """The part of the widget that now carries marks."""
        covered = QRect()
        if self._frame is None:
            return covered
        if self._at is not None:
            covered = covered.united(spot_place(self._spots[self._at], self._frame, self._theme, self.rect()))
        if self._measure is not None:
            said = self._days_said(self._measure)
            covered = covered.united(measure_place(self._measure, said, self._frame, self._theme))
        return covered

    # What Qt asks for.

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._picture is None or self._frame is None:
            self._paint_waiting(painter)
        else:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.drawPixmap(0, 0, self._picture)
            if self._measure is not None:
                said = self._days_said(self._measure)
                paint_measure(painter, self._measure, said, self._frame, self._theme)
            if self._at is not None:
                paint_spot(painter, self._spots[self._at], self._frame, self._theme, self.rect())
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._theme.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 8, 8)
        painter.end()

    def _paint_waiting(self, painter: QPainter) -> None:
        if self._draw is None:
            return
        painter.setPen(self._theme.colour("muted"))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), t("The chart is being prepared …"))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._settling.start(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stale = True
        if self.isVisible():
            self._settling.start(_SETTLES_MS if self._picture is not None else 0)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._go_to(None)
        self.update()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._settling.start(0)
        return super().event(event)
