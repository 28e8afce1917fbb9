"""A line at the foot of the window that says what was done and offers to take it back."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QFrame, QGraphicsDropShadowEffect, QHBoxLayout, QWidget

from cortitrack.ui.announce import announce
from cortitrack.ui.theme import Space
from cortitrack.ui.widgets.button import Button
from cortitrack.ui.widgets.label import Label

STAYS_MS = 8000


class Toast(QFrame):
    """It waits while the pointer or the keyboard is on it; ``undone`` when the button is pressed."""

    undone = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setProperty("toast", True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.LARGE, Space.SMALL, Space.SMALL, Space.SMALL)
        row.setSpacing(Space.LARGE)
        self._sentence = Label()
        row.addWidget(self._sentence, 1)
        self.button = Button("", kind="quiet")
        row.addWidget(self.button)
        self.button.clicked.connect(self._undo)
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(Space.HUGE)
        shadow.setOffset(0, Space.TIGHT)
        self.setGraphicsEffect(shadow)
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(STAYS_MS)
        self._clock.timeout.connect(self._leave)
        window.installEventFilter(self)
        self.setVisible(False)

    def say(self, sentence: str, undo: str = "") -> None:
        """Show what was done, e.g. "Score added", with "Undo" if it can be taken back."""
        self._sentence.setText(sentence)
        self.button.setText(undo)
        self.button.setVisible(bool(undo))
        self.setAccessibleName(sentence)
        self.setVisible(True)
        self._settle()
        self.raise_()
        self._clock.start()
        announce(self, sentence)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._settle()
        return False

    def enterEvent(self, event: QEnterEvent) -> None:
        self._clock.stop()

    def leaveEvent(self, event: QEvent) -> None:
        self._clock.start()

    @Slot()
    def _undo(self) -> None:
        self.setVisible(False)
        self._clock.stop()
        self.undone.emit()

    @Slot()
    def _leave(self) -> None:
        if self.button.hasFocus():
            self._clock.start()
            return
        self.setVisible(False)

    def _settle(self) -> None:
        window = self._window
        room = window.width() - 2 * Space.HUGE
        self._sentence.setWordWrap(False)
        self.adjustSize()
        if self.width() > room:
            self._sentence.setWordWrap(True)
            self.resize(room, self.heightForWidth(room))
        self.move((window.width() - self.width()) // 2, window.height() - self.height() - Space.HUGE)
