"""The window itself: navigation, search box, banners and the room for pages. It opens before any record is read."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QByteArray, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from cortitrack.settings import Settings
from cortitrack.ui.find_box import FindBox
from cortitrack.ui.menus import Menus
from cortitrack.ui.theme import Appearance, Size, Space, Theme
from cortitrack.ui.widgets.banner import Banner
from cortitrack.ui.widgets.label import Label, rule
from cortitrack.ui.widgets.nav import Navigation, Place
from cortitrack.ui.widgets.toast import Toast
from cortitrack.words.tongue import t

TODAY, PATIENTS, RULES, CLINIC = "today", "patients", "rules", "clinic"
_WIDTH, _HEIGHT = 1240, 820


class MainWindow(QMainWindow):
    """``settings_changed`` carries the Settings to keep; what the window does beyond that, a Navigator makes it do."""

    settings_changed = Signal(object)
    closed = Signal()

    def __init__(self, theme: Theme, settings: Settings) -> None:
        super().__init__()
        self._theme, self._settings = theme, settings
        self.setWindowTitle("CortiTrack")
        self.setMinimumSize(640, 480)
        self.menus = Menus()
        self.setMenuBar(self.menus)
        self._lay_out()
        self.menus.show_choices(theme.appearance, settings.text_percent)
        self.menus.quit.connect(self.close)
        self.menus.appearance_chosen.connect(self._choose_appearance)
        self.menus.text_size_chosen.connect(self._choose_text_size)
        self._set_working(False)

    def _lay_out(self) -> None:
        whole = QWidget()
        whole.setObjectName("page")
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.nav = Navigation(self._theme, "CortiTrack", _places())
        self.nav.select(TODAY)
        row.addWidget(self.nav)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self._top_bar())
        column.addWidget(rule())
        column.addLayout(self._banners())
        self.pages = QStackedWidget()
        self.pages.addWidget(self._opening())
        column.addWidget(self.pages, 1)
        row.addLayout(column, 1)
        self.setCentralWidget(whole)
        self.toast = Toast(self)

    def _top_bar(self) -> QWidget:
        bar = QFrame()
        bar.setProperty("side", True)
        row = QHBoxLayout(bar)
        row.setContentsMargins(Space.HUGE, Space.SMALL, Space.HUGE, Space.SMALL)
        row.setSpacing(Space.LARGE)
        self.find_box = FindBox(self._theme)
        row.addWidget(self.find_box, 2)
        row.addStretch(1)
        self.clinic_name = Label()
        row.addWidget(self.clinic_name)
        return bar

    def _banners(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setContentsMargins(Space.HUGE, Space.MEDIUM, Space.HUGE, 0)
        column.setSpacing(Space.SMALL)
        self.read_only_banner, self.demo_banner, self.place_banner = (Banner(self._theme) for _ in range(3))
        for banner in (self.read_only_banner, self.demo_banner, self.place_banner):
            column.addWidget(banner)
        return column

    def _opening(self) -> QWidget:
        """What stands there until the clinic's file is open."""
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(Space.HUGE, Space.LARGE, Space.HUGE, Space.HUGE)
        said = Label(t("Opening the clinic …"), size=Size.HEADLINE, tone="muted")
        column.addWidget(said, 0, Qt.AlignmentFlag.AlignTop)
        return inside

    def let_in(self) -> None:
        """The clinic is open: everything can be used."""
        self._set_working(True)

    def _set_working(self, working: bool) -> None:
        for part in (self.nav, self.find_box):
            part.setEnabled(working)

    @Slot(object)
    def _choose_appearance(self, appearance: Appearance) -> None:
        self._theme.set_appearance(appearance)
        self._keep(replace(self._settings, appearance=appearance.value))

    @Slot(int)
    def _choose_text_size(self, percent: int) -> None:
        self.toast.setVisible(False)
        self._theme.set_text_scale(percent / 100)
        self._keep(replace(self._settings, text_percent=percent))

    def _keep(self, settings: Settings) -> None:
        self._settings = settings
        self.menus.show_choices(self._theme.appearance, settings.text_percent)
        self.settings_changed.emit(settings)

    def closeEvent(self, event: QCloseEvent) -> None:
        kept = bytes(self.saveGeometry().toBase64().data()).decode()
        self._keep(replace(self._settings, window=kept))
        super().closeEvent(event)
        self.closed.emit()

    def place(self) -> None:
        """Take the place and size of the last time, or a good one."""
        kept = QByteArray.fromBase64(self._settings.window.encode())
        if not self._settings.window or not self.restoreGeometry(kept):
            self.resize(self._theme.px(_WIDTH), self._theme.px(_HEIGHT))


def _places() -> list[Place]:
    return [
        Place(code=TODAY, label=t("Today"), icon="today"),
        Place(code=PATIENTS, label=t("Patients"), icon="patients"),
        Place(code=RULES, label=t("Rule set"), icon="table", at_foot=True),
        Place(code=CLINIC, label=t("Clinic …"), icon="settings", at_foot=True),
    ]
