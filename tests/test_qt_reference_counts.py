"""Some PySide6 releases lose a reference to None at every call, until Python dies: this one must not.

Python 3.12 made None immortal, so there the test has nothing to measure. It runs in a process of its own,
because what it looks for ends the process.
"""

import subprocess
import sys

import pytest

PROBE = """
import sys
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

class Sender(QObject):
    happened = Signal(int)

class Painted(QWidget):
    def paintEvent(self, event):
        QPainter(self).end()

app = QApplication([])
widget, painted, edit, box, button = QWidget(), Painted(), QLineEdit(), QCheckBox(), QPushButton("x")
sender, image, kept = Sender(), QImage(50, 50, QImage.Format.Format_ARGB32), QObject()
sender.happened.connect(lambda number: None)
button.clicked.connect(lambda: None)
box.toggled.connect(lambda on: None)
painter = QPainter(image)
calls = {
    "setText": lambda: edit.setText("a"),
    "resize": lambda: widget.resize(60, 60),
    "setEnabled": lambda: widget.setEnabled(True),
    "setWindowTitle": lambda: widget.setWindowTitle("x"),
    "isVisible": lambda: widget.isVisible(),
    "parent": lambda: widget.parent(),
    "setProperty": lambda: widget.setProperty("a", True),
    "property": lambda: widget.property("b"),
    "emit": lambda: sender.happened.emit(1),
    "click": lambda: button.click(),
    "toggle": lambda: box.toggle(),
    "processEvents": lambda: app.processEvents(),
    "addWidget": lambda: QVBoxLayout().addWidget(QLabel("x")),
    "singleShot": lambda: (QTimer.singleShot(0, kept, lambda: None), app.processEvents()),
    "setPen": lambda: painter.setPen(QColor("red")),
    "drawLine": lambda: painter.drawLine(0, 0, 5, 5),
    "grab": lambda: painted.grab(),
}
ROUNDS = 100
for name, call in calls.items():
    call()
    before = [sys.getrefcount(value) for value in (None, True, False)]
    for _ in range(ROUNDS):
        call()
    after = [sys.getrefcount(value) for value in (None, True, False)]
    drift = [(b - a) / ROUNDS for a, b in zip(before, after)]
    if min(drift) < -0.4:  # a reference too many harms nobody
        print(f"{name}: None, True, False drift by {drift} a call")
painter.end()
"""


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal from Python 3.12 on")
def test_common_calls_lose_no_references() -> None:
    done = subprocess.run([sys.executable, "-c", PROBE], capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stdout) == (0, ""), done.stdout + done.stderr
