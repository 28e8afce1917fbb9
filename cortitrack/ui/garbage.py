"""Python's search for circles of garbage, done only between two events of the window."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer, Slot

EVERY_MS = 1_000


class Garbage(QObject):
    """Searches about when Python would, but from the event loop.

    Python's own search may start at any allocation: in a worker's thread, where widgets must not be destroyed, or in
    the middle of Qt's destroying one of them, when the destruction of another waits for a lock that is already held.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    @Slot()
    def collect(self) -> None:
        """Search as many generations as are due."""
        collect_due()

    def stop(self) -> None:
        """Let Python search by itself again."""
        self._timer.stop()
        gc.enable()


def collect_due() -> None:
    """Search the oldest generation that is due, and with it the younger ones."""
    for generation in (2, 1, 0):
        if gc.get_count()[generation] > gc.get_threshold()[generation]:
            gc.collect(generation)
            return
