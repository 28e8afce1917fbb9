"""Puts the program together: one instance, the window at once, then the clinic; and what happens when it goes wrong."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PySide6.QtCore import QEvent, QLockFile, QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget

from cortitrack import paths, settings
from cortitrack.services.bench import Bench
from cortitrack.settings import Settings
from cortitrack.ui.main_window import MainWindow
from cortitrack.ui.theme import Appearance, Theme
from cortitrack.words.tongue import t

DONE, REFUSED = 0, 1


def run(*, bench: Bench, data: Path, clinic: Path | None, read_only: bool) -> int:
    """Open the window; return the exit code once it is closed."""
    if not _has_display():
        return _refuse(t("There is no display here. `cortitrack tour DIR` shows the program as pictures."))
    try:
        data.mkdir(parents=True, exist_ok=True)
    except OSError:
        return _refuse(t("The folder {folder} cannot be made. Choose another with --data-dir.", folder=data))
    application = _application()
    lock = QLockFile(str(data / "window.lock"))
    lock.setStaleLockTime(0)
    if not lock.tryLock(0):
        return _raise_the_other(data, clinic)
    try:
        start = Start(application, bench, data, clinic, read_only=read_only)
        code = application.exec()
        start.end()
        return code
    finally:
        lock.unlock()


def _has_display() -> bool:
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _application() -> QApplication:
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        application = QApplication(sys.argv[:1])
    application.setApplicationName("CortiTrack")
    application.setDesktopFileName("cortitrack")
    application.setQuitOnLastWindowClosed(False)
    return application


def _raise_the_other(data: Path, clinic: Path | None) -> int:
    """Let the window that is open already come to the front."""
    from cortitrack.ui.one_instance import call_the_other

    if call_the_other(data, clinic):
        return DONE
    return _refuse(t("CortiTrack is open already but does not answer. Close it, or end it, and try again."))


def _refuse(sentence: str) -> int:
    sys.stderr.write(sentence + "\n")
    return REFUSED


class FirstPaint(QObject):
    """``seen`` once, when the window has been painted for the first time."""

    seen = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._is_over = False
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and not self._is_over:
            self._is_over = True
            QTimer.singleShot(0, self.seen.emit)
        return False


class Start(QObject):
    """Paints the window first; only then are services, pages and the clinic's file loaded, which takes longer."""

    def __init__(
        self, application: QApplication, bench: Bench, data: Path, clinic: Path | None, *, read_only: bool
    ) -> None:
        super().__init__()
        self._application, self._bench, self._data, self._read_only = application, bench, data, read_only
        self._settings = settings.load(paths.settings_file(data))
        self._clinic = clinic or self._settings.last_clinic
        self._program: QObject | None = None
        self.theme = Theme(
            application,
            paths.resources() / "icons",
            appearance=_appearance(self._settings),
            text_scale=self._settings.text_percent / 100,
        )
        application.setWindowIcon(self.theme.icon("injection", "accent"))
        self.window: MainWindow | None = None
        if self._clinic is None:
            QTimer.singleShot(0, self._go_on)
        else:
            self.window = MainWindow(self.theme, self._settings)
            self.window.place()
            self.window.show()
            FirstPaint(self.window).seen.connect(self._go_on)

    @Slot()
    def _go_on(self) -> None:
        """Load the rest of the program and open the clinic, or ask which."""
        from cortitrack.ui.program import Program

        self._program = Program(
            self._application, self.theme, self._bench, self._data, self._settings, read_only=self._read_only
        )
        self._program.start(self._clinic, self.window)

    def end(self) -> None:
        """The event loop has ended: nothing of Qt may outlive the application."""
        self._program = self.window = None


def _appearance(chosen: Settings) -> Appearance:
    try:
        return Appearance(chosen.appearance)
    except ValueError:
        return Appearance.SYSTEM
