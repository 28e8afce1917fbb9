"""A scale from 0 to 10 with large cells, half points by a second click, and any tenth by typing."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QSlider, QVBoxLayout, QWidget

from cortitrack.ui.announce import announce
from cortitrack.ui.theme import Size, Space, Theme
from cortitrack.ui.widgets.label import Label
from cortitrack.words import figures
from cortitrack.words.tongue import t

_CELLS = 11
_GAP = 4
_HEIGHT = 40
_TYPING_PAUSE_MS = 1500


class ScoreScale(QSlider):
    """Eleven cells painted by ourselves; to a screen reader it is a slider.

    A digit sets the score, a point after it adds a half, a digit after the point sets that tenth;
    arrows move by one, with Shift by half; Backspace empties it. The wheel never changes it.
    """

    scored = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self._score: int | None = None
        self._hovered = -1
        self._typed = ""
        self.setRange(0, 100)
        self.setSingleStep(10)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_TYPING_PAUSE_MS)
        self._pause.timeout.connect(self._forget_typing)
        theme.changed.connect(self.updateGeometry)

    def score(self) -> int | None:
        """The score in tenths, or None while nothing is chosen."""
        return self._score

    def set_score(self, tenths: int | None) -> None:
        """Choose a score in tenths, or none."""
        if tenths == self._score:
            return
        self._score = tenths
        self.setValue(tenths or 0)
        self.update()
        self.scored.emit()
        announce(self, t("{score} of 10", score=figures.score(tenths)) if tenths is not None else t("empty"))

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(44) * _CELLS, self._theme.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        cell = self.fontMetrics().horizontalAdvance("9.9") + 2 * Space.TIGHT
        return QSize((cell + _GAP) * _CELLS, self._theme.px(_HEIGHT))

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        cell = self._cell_at(event.position().x())
        again = self._score == cell * 10 and cell < _CELLS - 1
        self._forget_typing()
        self.set_score(cell * 10 + 5 if again else cell * 10)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self._cell_at(event.position().x()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(-1)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._forget_typing()
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, text = Qt.Key(event.key()), event.text()
        if text and (text.isdecimal() or text in ".,"):
            self._type(str(int(text)) if text.isdecimal() else ".")
        elif key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self._forget_typing()
            self.set_score(None)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down):
            half = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._step(key, 5 if half else 10)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.set_score(0 if key == Qt.Key.Key_Home else 100)
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for cell in range(_CELLS):
            self._paint_cell(painter, cell)
        painter.end()

    def _paint_cell(self, painter: QPainter, cell: int) -> None:
        place = self._place(cell).adjusted(1, 1, -1, -1)
        chosen = self._score is not None and self._score // 10 == cell
        focused = self.hasFocus() and (chosen or (self._score is None and cell == 0))
        edge = "ink" if focused and chosen else "accent" if focused or cell == self._hovered else "edge"
        if self.property("error"):
            edge = "bad"
        painter.setPen(QPen(self._theme.colour(edge), 2 if focused else 1))
        ground = "accent" if chosen else "accent_soft" if cell == self._hovered else "surface"
        painter.setBrush(self._theme.colour(ground))
        painter.drawRoundedRect(place, self._theme.px(8), self._theme.px(8))
        painter.setFont(self._theme.font(Size.TITLE, bold=chosen))
        painter.setPen(self._theme.colour("on_accent" if chosen else "ink"))
        text = figures.score(self._score) if chosen and self._score is not None else str(cell)
        painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), text)

    def _place(self, cell: int) -> QRectF:
        """Where a cell lies; from the right where people read from the right."""
        wide = (self.width() - _GAP * (_CELLS - 1)) / _CELLS
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        column = _CELLS - 1 - cell if mirrored else cell
        return QRectF(column * (wide + _GAP), 0, wide, self.height())

    def _cell_at(self, x: float) -> int:
        column = min(max(int(x / max(self.width(), 1) * _CELLS), 0), _CELLS - 1)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return _CELLS - 1 - column if mirrored else column

    def _hover(self, cell: int) -> None:
        if cell != self._hovered:
            self._hovered = cell
            self.update()

    def _step(self, key: Qt.Key, by: int) -> None:
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        up = (Qt.Key.Key_Up, Qt.Key.Key_Left if mirrored else Qt.Key.Key_Right)
        self._forget_typing()
        if self._score is None:
            self.set_score(0)
            return
        self.set_score(min(max(self._score + (by if key in up else -by), 0), 100))

    def _type(self, sign: str) -> None:
        tenths = _typed_tenths(self._typed + sign)
        if tenths is None:
            self._typed, tenths = "", _typed_tenths(sign)
        if tenths is None:
            return
        self._typed += sign
        self._pause.start()
        self.set_score(tenths)

    @Slot()
    def _forget_typing(self) -> None:
        self._typed = ""
        self._pause.stop()


def _typed_tenths(typed: str) -> int | None:
    """The score in tenths that the keys mean so far: 7, 7. (seven and a half), 7.3, 10."""
    whole, point, part = typed.partition(".")
    if not whole.isdecimal() or len(part) > 1 or "." in part or (len(whole) > 1 and whole != "10"):
        return None
    tenths = int(whole) * 10 + (int(part) if part else 5 if point else 0)
    return tenths if tenths <= 100 else None


class ScoreField(QWidget):
    """The scale with what its ends mean under it."""

    changed = Signal()
    left = Signal()

    def __init__(self, theme: Theme, *, lowest: str = "", highest: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.TIGHT)
        self._scale = ScoreScale(theme)
        column.addWidget(self._scale)
        ends = QHBoxLayout()
        leading, trailing = Qt.AlignmentFlag.AlignLeading, Qt.AlignmentFlag.AlignTrailing
        middle = Qt.AlignmentFlag.AlignHCenter
        texts = (
            lowest or t("no pain"),
            t("type 0 to 10; point for a half"),
            highest or t("worst imaginable"),
        )
        for text, side in zip(texts, (leading, middle, trailing), strict=True):
            label = Label(text, size=Size.CAPTION, tone="muted", wrap=True)
            label.setAlignment(side | Qt.AlignmentFlag.AlignTop)
            ends.addWidget(label, 1)
        column.addLayout(ends)
        self.setFocusProxy(self._scale)
        self._scale.scored.connect(self.changed)

    def value(self) -> int | None:
        """The score in tenths, or None."""
        return self._scale.score()

    def set_value(self, value: int | None) -> None:
        """Show this score, in tenths."""
        self._scale.set_score(value)

    def trouble(self) -> str:
        """A score on the scale is never wrong by itself."""
        return ""

    def editor(self) -> ScoreScale:
        return self._scale
