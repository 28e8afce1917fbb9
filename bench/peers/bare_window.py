"""A window with a table of 1,000 rows and nothing else: what Qt itself needs to be seen.

    python bench/peers/bare_window.py STARTED

STARTED is the reading of the monotonic clock when the process was asked for; the milliseconds since are printed.
"""

from __future__ import annotations

import sys
import time

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QTableWidget, QTableWidgetItem

ROWS, COLUMNS = 1000, 5


class Watch(QObject):
    """Says when the window has been painted, and ends the program."""

    def __init__(self, started: float) -> None:
        super().__init__()
        self._started, self._seen = started, False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        """Wait for the first paint to be over."""
        if event.type() == QEvent.Type.Paint and not self._seen:
            self._seen = True
            QTimer.singleShot(0, self.tell)
        return False

    def tell(self) -> None:
        """Print and go."""
        print((time.monotonic() - self._started) * 1000)
        QApplication.quit()


def main() -> None:
    """Show it."""
    application = QApplication(sys.argv[:1])
    table = QTableWidget(ROWS, COLUMNS)
    for row in range(ROWS):
        for column in range(COLUMNS):
            table.setItem(row, column, QTableWidgetItem(f"{row} {column}"))
    window = QMainWindow()
    window.setCentralWidget(table)
    window.resize(1240, 820)
    watch = Watch(float(sys.argv[1]))
    window.installEventFilter(watch)
    window.show()
    application.exec()


if __name__ == "__main__":
    main()
