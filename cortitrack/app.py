"""Puts the program together: one instance, the clinic, the window, and what happens when something goes wrong."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QLockFile, QObject, QTimer, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from cortitrack import paths, settings
from cortitrack.domain.errors import StorageTrouble
from cortitrack.services import clinics
from cortitrack.services.bench import Bench
from cortitrack.services.desk import Desk
from cortitrack.settings import Settings
from cortitrack.ui.background import Background
from cortitrack.ui.crash_dialog import CrashHook
from cortitrack.ui.first_run import Entrance, FirstRun
from cortitrack.ui.fonts import lend_missing
from cortitrack.ui.main_window import MainWindow
from cortitrack.ui.messages import WindowMessages
from cortitrack.ui.news import News
from cortitrack.ui.surroundings import Surroundings
from cortitrack.ui.theme import Appearance, Theme
from cortitrack.ui.troubles import trouble_words
from cortitrack.ui.version import version
from cortitrack.ui.widgets.chart_libraries import ChartLibraries
from cortitrack.words.tongue import t

DONE, REFUSED = 0, 1
_LOG = logging.getLogger(__name__)
_LOG_BYTES, _LOG_FILES = 1_000_000, 2


def run(*, bench: Bench, data: Path, clinic: Path | None, read_only: bool) -> int:
    """Open the window; return the exit code once it is closed."""
    if not _has_display():
        return _refuse(t("There is no display here. `cortitrack tour DIR` shows the program as pictures."))
    data.mkdir(parents=True, exist_ok=True)
    application = _application()
    lock = QLockFile(str(data / "window.lock"))
    lock.setStaleLockTime(0)
    if not lock.tryLock(0):
        return _raise_the_other(data, clinic)
    try:
        program = Program(application, bench, data, read_only=read_only)
        program.start(clinic)
        return application.exec()
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


class Program(QObject):
    """What outlives the change from one clinic to another."""

    def __init__(self, application: QApplication, bench: Bench, data: Path, *, read_only: bool) -> None:
        super().__init__()
        self._application, self._bench, self._data, self._read_only = application, bench, data, read_only
        self._settings_file = paths.settings_file(data)
        self._settings = settings.load(self._settings_file)
        self.theme = Theme(
            application,
            paths.resources() / "icons",
            appearance=_appearance(self._settings),
            text_scale=self._settings.text_percent / 100,
        )
        application.setWindowIcon(QIcon(self.theme.icon("injection", "accent")))
        self.background = Background()
        self.libraries = ChartLibraries(self.background)
        self.messages = WindowMessages(self.theme)
        self._crash = CrashHook(self.theme, version())
        self._crash.install()
        sys.excepthook = self._catch
        self.window: MainWindow | None = None
        self.first_run: FirstRun | None = None
        self.desk: Desk | None = None
        application.lastWindowClosed.connect(self._leave_when_closed)

    def start(self, clinic: Path | None) -> None:
        """Open the clinic that was named or opened last; without one, ask."""
        path = clinic or self._settings.last_clinic
        if path is None:
            self._ask()
        else:
            self._open(path)
        QTimer.singleShot(0, self._after_first_paint)

    def _open(self, path: Path) -> None:
        try:
            desk = clinics.open_clinic(path, self._bench, read_only=self._read_only)
        except StorageTrouble as storage:
            self._ask(trouble_words(storage))
        else:
            self._enter(desk)

    def _ask(self, trouble: str = "") -> None:
        """Show the ways in; the clinic that is open stays so until another one is."""
        if self.first_run is not None:
            self.first_run.close()
        recent = [path for path in map(Path, self._settings.recent_clinics) if path.exists()]
        entrance = Entrance(
            bench=self._bench,
            folder=paths.clinics_folder(self._data),
            recent=recent,
            make_demo=partial(_make_demo, self._bench),
            open_already=self.desk.path if self.desk is not None else None,
        )
        self.first_run = FirstRun(self.theme, self.messages, self.background, entrance, trouble=trouble)
        self.first_run.opened.connect(self._enter)
        self.first_run.named.connect(self._name)
        self.first_run.returned.connect(self._return)
        self.first_run.show()

    @Slot()
    def _return(self) -> None:
        """The clinic that is open was chosen again."""
        if self.first_run is not None:
            self.first_run.close()
            self.first_run = None
        self._come_forward("")

    @Slot()
    def _ask_for_another(self) -> None:
        self._ask()

    @Slot(object)
    def _enter(self, desk: Desk) -> None:
        """Show the window of a clinic in place of the one that was open."""
        former_window = self.window
        self._close_desk()
        self.desk = desk
        news = News()
        desk.changes.subscribe(news.tell)
        around = Surroundings(
            desk=desk,
            theme=self.theme,
            messages=self.messages,
            news=news,
            background=self.background,
            libraries=self.libraries,
            calendar=lambda: self._bench.today,
        )
        self.window = MainWindow(around, self._settings)
        self.window.settings_changed.connect(self._keep)
        self.window.another_clinic_asked.connect(self._ask_for_another)
        self.window.reopen_asked.connect(self._reopen)
        self.window.place()
        self.window.show()
        self._keep(self._settings.opened(desk.path))
        for old in (self.first_run, former_window):
            if old is not None:
                old.close()
                old.deleteLater()
        self.first_run = None

    @Slot()
    def _reopen(self) -> None:
        """Try once more to open the same file for writing."""
        if self.desk is None:
            return
        path, former_window = self.desk.path, self.window
        self._close_desk()
        self.window = None
        self._open(path)
        if former_window is not None:
            former_window.close()
            former_window.deleteLater()

    def _close_desk(self) -> None:
        """Let work that still reads it end, then close the clinic's file."""
        if self.desk is not None:
            self.background.finish()
            self.desk.close()
            self.desk = None

    @Slot()
    def _after_first_paint(self) -> None:
        """What may cost time starts now that the window can be seen."""
        from cortitrack.ui.one_instance import Listener

        self.libraries.start()
        lend_missing(self._bench.fonts)
        self._keep_a_log()
        self._listener = Listener(self._data)
        self._listener.called.connect(self._come_forward)

    def _keep_a_log(self) -> None:
        try:
            handler = RotatingFileHandler(
                paths.log_file(self._data), maxBytes=_LOG_BYTES, backupCount=_LOG_FILES, encoding="utf-8"
            )
        except OSError:
            return
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
        logging.getLogger().addHandler(handler)

    @Slot(str)
    def _come_forward(self, clinic: str) -> None:
        window = self.window or self.first_run
        if window is None:
            return
        window.setWindowState(window.windowState() & ~window.windowState().WindowMinimized)
        window.raise_()
        window.activateWindow()
        if clinic and self.desk is not None and Path(clinic) != self.desk.path:
            self._open(Path(clinic))

    @Slot(object)
    def _keep(self, chosen: Settings) -> None:
        recent, user = self._settings.recent_clinics, self._settings.user
        self._settings = replace(chosen, recent_clinics=chosen.recent_clinics or recent, user=chosen.user or user)
        try:
            settings.save(self._settings_file, self._settings)
        except OSError:
            _LOG.warning("The settings could not be kept.")

    @Slot(str)
    def _name(self, user: str) -> None:
        self._bench = replace(self._bench, user=user)
        self._keep(replace(self._settings, user=user))

    def _catch(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """The user's and the world's troubles are said in words; everything else is ours."""
        said = trouble_words(error)
        if said:
            self.messages.error(said)
        else:
            self._crash.catch(kind, error, trace)

    @Slot()
    def _leave_when_closed(self) -> None:
        """The last window is closed: end all work, close the file, go."""
        if self.window is not None and self.window.isVisible():
            return
        self._close_desk()
        self._application.quit()


def _appearance(chosen: Settings) -> Appearance:
    try:
        return Appearance(chosen.appearance)
    except ValueError:
        return Appearance.SYSTEM


def _make_demo(bench: Bench, path: Path, progress: Callable[[int, int], None]) -> None:
    """Make up people; imported only when they are wanted."""
    from cortitrack.services import demo

    demo.make(path, bench, paths.resources() / "demo", progress=progress)
