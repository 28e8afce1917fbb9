"""The first window: make one's own clinic, try the program with made-up people, or open a file there is already."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QMainWindow, QScrollArea, QVBoxLayout, QWidget

from cortitrack.domain.clinic import Clinic
from cortitrack.domain.errors import Invalid, StorageTrouble
from cortitrack.services import clinics
from cortitrack.services.bench import Bench
from cortitrack.services.desk import Desk
from cortitrack.ui.background import Background, Progress
from cortitrack.ui.first_run_cards import ENDING, FileCard, MyClinicCard, TryCard, free_path
from cortitrack.ui.messages import Messages
from cortitrack.ui.theme import Size, Space, Theme
from cortitrack.ui.troubles import trouble_words
from cortitrack.ui.widgets.banner import Banner
from cortitrack.ui.widgets.headline import Headline
from cortitrack.ui.widgets.label import Label
from cortitrack.words.phrases import not_a_device
from cortitrack.words.tongue import t

_SIDE_BY_SIDE_FROM = 900
MadeUp = Callable[[Path, Callable[[int, int], None]], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entrance:
    """What the first window is given; ``make_demo`` writes a clinic of made-up people into a new file."""

    bench: Bench
    folder: Path
    recent: Sequence[Path]
    make_demo: MadeUp
    open_already: Path | None = None


class FirstRun(QMainWindow):
    """``opened`` carries the Desk of the clinic that was chosen, ``named`` the name under which entries are kept;
    ``returned`` when the clinic that is open already was chosen.
    """

    opened = Signal(object)
    named = Signal(str)
    returned = Signal()

    def __init__(
        self,
        theme: Theme,
        messages: Messages,
        background: Background,
        entrance: Entrance,
        *,
        trouble: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._messages, self._background = theme, messages, background
        self._entrance = entrance
        self.setWindowTitle("CortiTrack")
        self._lay_out()
        self._demo_path: Path | None = None
        if trouble:
            self.banner.say("bad", trouble)
        self.resize(theme.px(1080), theme.px(700))
        self.mine.clinic_name.take_focus()

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setObjectName("page")
        column = QVBoxLayout(inside)
        column.setContentsMargins(Space.HUGE * 2, Space.HUGE * 2, Space.HUGE * 2, Space.HUGE)
        column.setSpacing(Space.HUGE)
        column.addStretch(1)
        known = bool(self._entrance.recent)
        column.addWidget(
            Headline(
                t("Which clinic?") if known else t("Welcome to CortiTrack"),
                t("Did the injection work? It tells you, says why it thinks so, and what is missing."),
            )
        )
        self.banner = Banner(self._theme)
        column.addWidget(self.banner)
        self.mine = MyClinicCard(self._theme, self._entrance.folder, self._entrance.bench.user, self._messages)
        self.made_up = TryCard(self._theme)
        self.file = FileCard(self._theme, self._entrance.recent)
        self._row = QHBoxLayout()
        self._row.setSpacing(Space.LARGE)
        for card, stretch in ((self.mine, 4), (self.made_up, 3), (self.file, 3)):
            self._row.addWidget(card, stretch)
        column.addLayout(self._row)
        column.addStretch(2)
        column.addWidget(Label(not_a_device(), size=Size.SMALL, tone="muted", wrap=True))
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        self.setCentralWidget(area)
        self.mine.asked.connect(self._make)
        self.made_up.asked.connect(self._try)
        self.file.asked.connect(self._choose)
        self.file.chosen.connect(self._open)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= self._theme.px(_SIDE_BY_SIDE_FROM)
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)

    @Slot()
    def _make(self) -> None:
        """Make the file of one's own clinic and open it."""
        self.banner.clear()
        user = self.mine.user()
        bench = replace(self._entrance.bench, user=user) if user else self._entrance.bench
        path = self.mine.path()
        try:
            clinic = Clinic(name=self.mine.name(), clinician=user)
            path.parent.mkdir(parents=True, exist_ok=True)
            desk = clinics.create(path, clinic, bench)
        except Invalid as invalid:
            self.mine.show_refusal(invalid)
        except StorageTrouble as storage:
            self.banner.say("bad", trouble_words(storage))
        except OSError:
            self.banner.say("bad", t("The folder {folder} cannot be made. Choose another place.", folder=path.parent))
        else:
            if user:
                self.named.emit(user)
            self.opened.emit(desk)

    @Slot()
    def _try(self) -> None:
        """Make a clinic of made-up people in the background and open it."""
        self.banner.clear()
        self._demo_path = free_path(self._entrance.folder, t("made-up people"))
        self.made_up.begin()
        work = partial(_make_demo, self._entrance.make_demo, self._demo_path)
        task = self._background.run(
            work, done=self._demo_made, failed=self._demo_failed, progressed=self.made_up.show_progress
        )
        self.made_up.stopped.connect(task.cancel)
        task.cancelled.connect(self.made_up.end)

    @Slot(object)
    def _demo_made(self, result: object) -> None:
        self.made_up.end()
        if self._demo_path is not None:
            self._open(self._demo_path)

    @Slot(object)
    def _demo_failed(self, error: Exception) -> None:
        self.made_up.end()
        said = trouble_words(error)
        if not said:
            raise error
        self.banner.say("bad", said)

    @Slot()
    def _choose(self) -> None:
        kinds = [(t("Clinics"), [ENDING]), (t("All files"), [""])]
        path = self._messages.choose_open(t("Open a clinic file"), kinds, self._entrance.folder)
        if path is not None:
            self._open(path)

    @Slot(object)
    def _open(self, path: Path) -> None:
        """Open a file; what stands against it is said here."""
        if path.absolute() == self._entrance.open_already:
            self.returned.emit()
            return
        desk = self.try_to_open(path)
        if desk is not None:
            self.opened.emit(desk)

    def try_to_open(self, path: Path) -> Desk | None:
        """The desk of this file, or None once the trouble has been said."""
        try:
            return clinics.open_clinic(path, self._entrance.bench)
        except StorageTrouble as storage:
            self.banner.say("bad", trouble_words(storage))
            return None


def _make_demo(make: MadeUp, path: Path, progress: Progress) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    make(path, progress.report)
