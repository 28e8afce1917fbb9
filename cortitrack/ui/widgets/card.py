"""A surface on the canvas that holds one matter, with a title, actions and perhaps a coloured stripe."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from cortitrack.ui.theme import Size, Space, Theme
from cortitrack.ui.widgets.label import Label

_STRIPE = 6
_RADIUS = 10


class Card(QFrame):
    """``body`` takes what the card shows; ``add_action`` puts a small button beside the title."""

    def __init__(self, theme: Theme, title: str = "", *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._stripe = ""
        self.setProperty("card", True)
        self.setAccessibleName(title)
        self._whole = QVBoxLayout(self)
        self._whole.setSpacing(Space.MEDIUM)
        self._set_margins()
        self._head = QHBoxLayout()
        self._head.setSpacing(Space.SMALL)
        self.title = Label(title, size=Size.TITLE, bold=True, wrap=True)
        self._head.addWidget(self.title, 1)
        self._whole.addLayout(self._head)
        self.title.setVisible(bool(title))
        self.body = QVBoxLayout()
        self.body.setSpacing(Space.SMALL)
        self._whole.addLayout(self.body, 1)
        theme.changed.connect(self.update)

    def set_title(self, title: str) -> None:
        """Say what the card is about; an empty title takes no room."""
        self.title.setText(title)
        self.title.setVisible(bool(title))
        self.setAccessibleName(title)

    def add_action(self, widget: QWidget) -> None:
        """Put a button, or a count, at the end of the title's line."""
        self._head.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)

    def set_stripe(self, tone: str) -> None:
        """Colour the leading side by a role of the palette, or clear it with an empty name."""
        self._stripe = tone
        self._set_margins()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._stripe:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect())
        outline = QPainterPath()
        radius = self._theme.px(_RADIUS)
        outline.addRoundedRect(whole, radius, radius)
        side = QPainterPath()
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = whole.right() - _STRIPE if mirrored else whole.left()
        side.addRect(QRectF(left, whole.top(), _STRIPE, whole.height()))
        painter.fillPath(outline.intersected(side), self._theme.colour(self._stripe))
        painter.end()

    def _set_margins(self) -> None:
        lead = Space.LARGE + (_STRIPE if self._stripe else 0)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            self._whole.setContentsMargins(Space.LARGE, Space.MEDIUM, lead, Space.LARGE)
        else:
            self._whole.setContentsMargins(lead, Space.MEDIUM, Space.LARGE, Space.LARGE)
