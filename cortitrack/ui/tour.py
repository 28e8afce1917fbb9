"""Shows the main job without a person: every page in light and dark, an injection recorded, a letter written."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QEventLoop, QMessageLogContext, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QWidget

from cortitrack import paths
from cortitrack.domain.clinic import Clinic
from cortitrack.services import clinics, demo
from cortitrack.services.bench import Bench
from cortitrack.services.desk import Desk
from cortitrack.settings import Settings
from cortitrack.ui.background import Background
from cortitrack.ui.first_run import Entrance, FirstRun
from cortitrack.ui.fonts import lend_missing
from cortitrack.ui.garbage import Garbage
from cortitrack.ui.main_window import MainWindow
from cortitrack.ui.messages import WindowMessages
from cortitrack.ui.navigator import Navigator
from cortitrack.ui.news import News
from cortitrack.ui.surroundings import Surroundings
from cortitrack.ui.theme import Appearance, Theme
from cortitrack.ui.tour_pathway import overfull_pathway, pathway_stops
from cortitrack.ui.tour_stops import Album, empty_stops, first_visit, overfull_stops, usual_stops
from cortitrack.ui.widgets.chart_libraries import ChartLibraries

WIDTH, HEIGHT = 1440, 900
PEOPLE, SEED = 40, 1
_PAUSE_MS = 30
_PATIENCE = 400


class Camera:
    """Lets the window come to rest and keeps pictures of it."""

    def __init__(self, out: Path, background: Background) -> None:
        self._out, self._background = out, background
        self.written: list[Path] = []
        self.suffix = ""

    def rest(self) -> None:
        """Wait until nothing is under way and what was asked for is painted."""
        for _ in range(_PATIENCE):
            self._wait()
            if self._background.is_idle():
                break
        for _ in range(4):
            self._wait()

    def keep(self, widget: QWidget, name: str) -> None:
        """Write a picture of a window or dialog."""
        self.rest()
        path = self._out / f"{name}{self.suffix}.png"
        widget.grab().save(str(path))
        self.written.append(path)

    def note(self, path: Path) -> None:
        """Something else was written."""
        self.written.append(path)

    def folder(self) -> Path:
        """Where pictures are kept."""
        return self._out

    def _wait(self) -> None:
        loop = QEventLoop()
        QTimer.singleShot(_PAUSE_MS, loop.quit)
        loop.exec()


class Guide:
    """Holds what outlives one clinic of the tour."""

    def __init__(self, out: Path, bench: Bench) -> None:
        application = _application()
        lend_missing(bench.fonts)
        self.bench = bench
        self.theme = Theme(application, paths.resources() / "icons", appearance=Appearance.LIGHT)
        self.garbage = Garbage()
        self.background = Background()
        self.libraries = ChartLibraries(self.background)
        self.camera = Camera(out, self.background)

    @contextmanager
    def window(self, desk: Desk) -> Iterator[Navigator]:
        """The real window of a clinic, as large as on a usual screen."""
        news = News()
        desk.changes.subscribe(news.tell)
        around = Surroundings(
            desk=desk,
            theme=self.theme,
            messages=WindowMessages(self.theme),
            news=news,
            background=self.background,
            libraries=self.libraries,
            calendar=lambda: self.bench.today,
        )
        window = MainWindow(self.theme, Settings())
        window.resize(WIDTH, HEIGHT)
        window.show()
        navigator = Navigator(around, window)
        self.libraries.start()
        try:
            yield navigator
        finally:
            self.camera.rest()
            window.close()
            window.deleteLater()
            self.camera.rest()
            desk.close()

    def album(self, navigator: Navigator) -> Album:
        """What a stop of the tour is given."""
        return Album(navigator=navigator, camera=self.camera)

    def first_run(self, folder: Path) -> None:
        """The window of somebody who starts for the first time."""
        entrance = Entrance(bench=self.bench, folder=folder, recent=(), make_demo=lambda path, progress: None)
        window = FirstRun(self.theme, WindowMessages(self.theme), self.background, entrance)
        window.resize(WIDTH, HEIGHT)
        window.mine.clinic_name.control.set_value("Westmere Joint Clinic")
        window.show()
        self.camera.keep(window, "first-run")
        window.close()
        window.deleteLater()


def run(out: Path, clinic: Path | None, bench: Bench) -> list[Path]:
    """Show everything; the clinic that was named is copied first, so that nothing in it is changed."""
    out.mkdir(parents=True, exist_ok=True)
    _hide_without_display()
    guide = Guide(out, bench)
    with tempfile.TemporaryDirectory(prefix="cortitrack-tour-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        for appearance in (Appearance.LIGHT, Appearance.DARK):
            guide.theme.set_appearance(appearance)
            guide.camera.suffix = f"-{appearance.value}"
            place = folder / appearance.value
            place.mkdir()
            _visit(guide, place, clinic)
        guide.background.finish()
        guide.garbage.stop()
    return guide.camera.written


def _visit(guide: Guide, folder: Path, clinic: Path | None) -> None:
    guide.first_run(Path("CortiTrack"))
    path = _clinic_to_show(folder, clinic, guide.bench)
    with guide.window(clinics.open_clinic(path, guide.bench)) as navigator:
        album = guide.album(navigator)
        usual_stops(album)
        first_visit(album)
        pathway_stops(album)
    new = clinics.create(folder / "new.cortitrack", Clinic(name="Westmere Joint Clinic"), guide.bench)
    with guide.window(new) as navigator:
        album = guide.album(navigator)
        empty_stops(album)
        overfull_stops(album)
        overfull_pathway(album)
        navigator.window.toast.setVisible(False)
        guide.theme.set_text_scale(2.0)
        album.camera.keep(navigator.window, "patient-overfull-200")
        guide.theme.set_text_scale(1.0)


def _clinic_to_show(folder: Path, clinic: Path | None, bench: Bench) -> Path:
    path = folder / "tour.cortitrack"
    if clinic is None:
        demo.make(path, bench, paths.resources() / "demo", patients=PEOPLE, seed=SEED)
        return path
    clinics.open_clinic(clinic, bench, read_only=True).close()  # what is no clinic is said before anything is copied
    for ending in ("", "-wal"):
        source = clinic.with_name(clinic.name + ending)
        if source.exists():
            shutil.copyfile(source, path.with_name(path.name + ending))
    return path


def _hide_without_display() -> None:
    """Where there is no display, Qt paints in memory."""
    has_one = any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
    if sys.platform.startswith("linux") and not has_one:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        qInstallMessageHandler(_say_all_but_one)


def _application() -> QApplication:
    application = QApplication.instance()
    return application if isinstance(application, QApplication) else QApplication(sys.argv[:1])


def _say_all_but_one(_kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    """Pass on what Qt says, but for a complaint about each unseen window with a least size."""
    if "propagateSizeHints" not in message:
        sys.stderr.write(f"{message}\n")
