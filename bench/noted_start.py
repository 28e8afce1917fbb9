"""The program as its command line starts it, with its clock on the made-up clinic's day and some moments noted.

    python -m bench.noted_start FILE FOLDER NOW STARTED

NOW is a moment, STARTED the reading of the monotonic clock when the process was asked for. Milliseconds since then are
printed as JSON when the window was painted, when it showed today's list, and when the chart libraries were there; then
a patient is opened, and how long that took until the chart was painted is printed too.
"""

from __future__ import annotations

import json
import sys
import time
from datetime import datetime, tzinfo
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from cortitrack import app, cli

GO_ON = app.Start._go_on


class Watch:
    """Notes moments of a start, without changing what happens in it."""

    def __init__(self, started: float) -> None:
        self._started = started
        self._last_beat = 0.0
        self._pulse: QTimer | None = None
        self.moments: dict[str, float] = {"stall": 0.0}

    def go_on(self, start: app.Start) -> None:
        """The window has been painted for the first time: note it, and what follows."""
        self._note("window")
        GO_ON(start)
        assert start.window is not None
        start.window.repaint()
        self._note("list")
        program: Any = start._program
        program.libraries.ready.connect(lambda: self._open_a_patient(program))
        self._last_beat = time.monotonic()
        self._pulse = QTimer()
        self._pulse.timeout.connect(self._beat)
        self._pulse.start(1)

    def _note(self, moment: str) -> None:
        self.moments[moment] = (time.monotonic() - self._started) * 1000

    def _beat(self) -> None:
        now = time.monotonic()
        self.moments["stall"] = max(self.moments["stall"], (now - self._last_beat) * 1000)
        self._last_beat = now

    def _open_a_patient(self, program: Any) -> None:
        self._note("libraries")
        assert self._pulse is not None
        self._pulse.stop()
        person = program.desk.patients.find("", 1)[0]
        begun = time.monotonic()
        program.navigator.open_patient(person.id)
        view = program.navigator.patient.chart.view
        while view.readout() is None:
            QApplication.processEvents()
        program.window.repaint()
        self.moments["chart"] = (time.monotonic() - begun) * 1000
        program.window.close()


def main() -> int:
    """Start, note, end."""
    clinic, folder, now, started = sys.argv[1:]

    class Clock(datetime):
        """A clock that stands still."""

        @classmethod
        def now(cls, tz: tzinfo | None = None) -> Any:
            return datetime.fromisoformat(now)

    watch = Watch(float(started))
    cli.datetime = Clock
    app.Start._go_on = lambda start: watch.go_on(start)
    code = cli.main(["--clinic", clinic, "--data-dir", folder])
    print(json.dumps(watch.moments))
    return code


if __name__ == "__main__":
    sys.exit(main())
