"""A push button with a verb on it and, when it has one, its key beside the verb."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QPushButton, QStyle, QStyleOptionButton, QWidget

_KEY_GAP = 10
_KEY_SIZE = 0.85


class Button(QPushButton):
    """``kind`` is plain, primary (one in a place), quiet, link (flush with text) or danger."""

    def __init__(
        self,
        text: str,
        *,
        kind: str = "plain",
        key: str = "",
        tip: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self.setProperty("kind", kind)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._key_text = ""
        if tip:
            self.setToolTip(tip)
            self.setAccessibleDescription(tip)
        if key:
            self.set_key(key)

    def set_key(self, key: str) -> None:
        """Press the button by this key anywhere in its window, and show the key on it."""
        self.setShortcut(QKeySequence(key))
        self._key_text = self.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return super().sizeHint() + QSize(self._key_room(), 0)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._key_text:
            super().paintEvent(event)
            return
        option = QStyleOptionButton()
        self.initStyleOption(option)
        room = self._key_room()
        painter = QPainter(self)
        frame = QStyle.ControlElement.CE_PushButtonBevel
        self.style().drawControl(frame, option, painter, self)
        option.rect = self._mirrored(option.rect.adjusted(0, 0, -room, 0))
        self.style().drawControl(QStyle.ControlElement.CE_PushButtonLabel, option, painter, self)
        self._paint_key(painter)
        painter.end()

    def _paint_key(self, painter: QPainter) -> None:
        font = self.font()
        font.setPixelSize(round(font.pixelSize() * _KEY_SIZE))
        painter.setFont(font)
        primary = self.property("kind") == "primary" and self.isEnabled()
        role = QPalette.ColorRole.HighlightedText if primary else QPalette.ColorRole.PlaceholderText
        painter.setPen(self.palette().color(role))
        padding = self.fontMetrics().averageCharWidth() + 4
        width = self._key_room()
        place = QRect(self.width() - padding - width, 0, width, self.height())
        side = Qt.AlignmentFlag.AlignLeft if self._is_mirrored() else Qt.AlignmentFlag.AlignRight
        flags = side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        painter.drawText(self._mirrored(place), int(flags), self._key_text)

    def _key_room(self) -> int:
        if not self._key_text:
            return 0
        return self.fontMetrics().horizontalAdvance(self._key_text) + _KEY_GAP

    def _is_mirrored(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def _mirrored(self, place: QRect) -> QRect:
        if not self._is_mirrored():
            return place
        return QRect(self.width() - place.right() - 1, place.top(), place.width(), place.height())
