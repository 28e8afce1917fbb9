"""What outlives the change from one clinic to another: settings, log, crash hook, background work, the open file."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, QTimer, Slot
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
from cortitrack.ui.garbage import Garbage
from cortitrack.ui.main_window import MainWindow
from cortitrack.ui.messages import WindowMessages
from cortitrack.ui.navigator import Navigator
from cortitrack.ui.news import News
from cortitrack.ui.one_instance import Listener
from cortitrack.ui.surroundings import Surroundings
from cortitrack.ui.theme import Theme
from cortitrack.ui.troubles import trouble_words
from cortitrack.ui.version import version
from cortitrack.ui.widgets.chart_libraries import ChartLibraries

_LOG = logging.getLogger(__name__)
_LOG_BYTES, _LOG_FILES = 1_000_000, 2


class Program(QObject):
    """Opens clinics, one at a time, each in a window of its own."""

    def __init__(
        self,
        application: QApplication,
        theme: Theme,
        bench: Bench,
        data: Path,
        chosen: Settings,
        *,
        read_only: bool = False,
    ) -> None:
        super().__init__()
        self._application, self.theme, self._bench = application, theme, bench
        self._data, self._settings, self._read_only = data, chosen, read_only
        self.garbage = Garbage(self)
        self.background = Background()
        self.libraries = ChartLibraries(self.background)
        self.messages = WindowMessages(theme)
        self._crash = CrashHook(theme, version())
        self._crash.install()
        sys.excepthook = self._catch
        self.window: MainWindow | None = None
        self.navigator: Navigator | None = None
        self.first_run: FirstRun | None = None
        self.desk: Desk | None = None
        self._listener: Listener | None = None
        application.lastWindowClosed.connect(self._leave_when_closed)

    def start(self, clinic: Path | None, window: MainWindow | None) -> None:
        """Open the clinic in the window that stands there already; without one, ask."""
        self.window = window
        if clinic is None:
            self.ask()
        else:
            self.open(clinic)
        QTimer.singleShot(0, self._after_opening)

    def open(self, path: Path) -> None:
        """Open a clinic's file; what stands against it is said beside the other ways in."""
        try:
            desk = clinics.open_clinic(path, self._bench, read_only=self._read_only)
        except StorageTrouble as storage:
            self.ask(trouble_words(storage))
        else:
            self._enter(desk)

    @Slot()
    def ask(self, trouble: str = "") -> None:
        """Show the ways in; the clinic that is open stays so until another one is."""
        former = self.first_run
        entrance = Entrance(
            bench=self._bench,
            folder=paths.clinics_folder(self._data),
            recent=[path for path in map(Path, self._settings.recent_clinics) if path.exists()],
            make_demo=partial(_make_demo, self._bench),
            open_already=self.desk.path if self.desk is not None else None,
        )
        self.first_run = FirstRun(self.theme, self.messages, self.background, entrance, trouble=trouble)
        self.first_run.opened.connect(self._enter)
        self.first_run.named.connect(self._name)
        self.first_run.returned.connect(self._return)
        self.first_run.show()
        self._dismiss(former)
        if self.desk is None:
            self._dismiss(self.window)
            self.window = self.navigator = None

    @Slot()
    def _return(self) -> None:
        """The clinic that is open was chosen again."""
        self._dismiss(self.first_run)
        self.first_run = None
        self.come_forward("")

    @Slot(object)
    def _enter(self, desk: Desk) -> None:
        """Show a clinic; the window of the one that was open goes."""
        former = self.window if self.desk is not None else None
        self._close_desk()
        self.desk = desk
        if former is not None or self.window is None:
            self.window = MainWindow(self.theme, self._settings)
            self.window.place()
        self.window.settings_changed.connect(self._keep)
        self.navigator = Navigator(self._around(desk), self.window)
        self.navigator.another_clinic_asked.connect(self._ask_for_another)
        self.navigator.reopen_asked.connect(self._reopen)
        self.window.show()
        self._keep(self._settings.opened(desk.path))
        self._dismiss(self.first_run)
        self._dismiss(former)
        self.first_run = None

    def _around(self, desk: Desk) -> Surroundings:
        news = News()
        desk.changes.subscribe(news.tell)
        return Surroundings(
            desk=desk,
            theme=self.theme,
            messages=self.messages,
            news=news,
            background=self.background,
            libraries=self.libraries,
            calendar=lambda: self._bench.today,
        )

    def _dismiss(self, window: FirstRun | MainWindow | None) -> None:
        if window is not None:
            window.close()
            window.deleteLater()

    @Slot()
    def _ask_for_another(self) -> None:
        self.ask()

    @Slot()
    def _reopen(self) -> None:
        """Try once more to open the same file for writing."""
        if self.desk is None:
            return
        path, former = self.desk.path, self.window
        self._close_desk()
        self.window = None
        self.open(path)
        self._dismiss(former)

    def _close_desk(self) -> None:
        """Let work that still reads it end, then close the clinic's file."""
        if self.desk is not None:
            self.background.finish()
            self.desk.close()
            self.desk = None

    @Slot()
    def _after_opening(self) -> None:
        """What may cost time starts now that everything can be seen."""
        self.libraries.start()
        if self.navigator is not None:
            self.navigator.prepare()
        lend_missing(self._bench.fonts)
        self._keep_a_log()
        self._listener = Listener(self._data)
        self._listener.called.connect(self.come_forward)

    def _keep_a_log(self) -> None:
        file = paths.log_file(self._data)
        try:
            handler = RotatingFileHandler(file, maxBytes=_LOG_BYTES, backupCount=_LOG_FILES, encoding="utf-8")
        except OSError:
            return
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
        logging.getLogger().addHandler(handler)

    @Slot(str)
    def come_forward(self, clinic: str) -> None:
        """Bring the window to the front, and open the clinic that a second start was given."""
        window = self.first_run or self.window
        if window is not None:
            window.setWindowState(window.windowState() & ~window.windowState().WindowMinimized)
            window.raise_()
            window.activateWindow()
        if clinic and (self.desk is None or Path(clinic) != self.desk.path):
            self.open(Path(clinic))

    @Slot(object)
    def _keep(self, chosen: Settings) -> None:
        """Keep what was chosen in a window, with what only the program knows."""
        recent = chosen.recent_clinics if self.desk is None else chosen.opened(self.desk.path).recent_clinics
        known = self._settings.recent_clinics
        merged = tuple(dict.fromkeys((*recent, *known)))[: len(known) + 1]
        self._settings = replace(chosen, recent_clinics=merged, user=chosen.user or self._settings.user)
        try:
            settings.save(paths.settings_file(self._data), self._settings)
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
        self._close_desk()
        self._application.quit()


def _make_demo(bench: Bench, path: Path, progress: Callable[[int, int], None]) -> None:
    """Make up people; imported only when they are wanted."""
    from cortitrack.services import demo

    demo.make(path, bench, paths.resources() / "demo", progress=progress)
