"""The three ways in, each on a card of its own."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QProgressBar, QWidget

from cortitrack.domain.errors import Invalid
from cortitrack.ui.messages import Messages
from cortitrack.ui.places import place_warning
from cortitrack.ui.theme import Size, Theme
from cortitrack.ui.widgets.banner import Banner
from cortitrack.ui.widgets.button import Button
from cortitrack.ui.widgets.card import Card
from cortitrack.ui.widgets.field import Field
from cortitrack.ui.widgets.label import Label
from cortitrack.ui.widgets.text_field import TextField
from cortitrack.words.phrases import refusal
from cortitrack.words.tongue import t

ENDING = ".cortitrack"
_RECENT_AT_MOST = 5
_LEADING = Qt.AlignmentFlag.AlignLeading


class MyClinicCard(Card):
    """A name for the clinic, one's own name, and where the file will lie."""

    asked = Signal()

    def __init__(
        self, theme: Theme, folder: Path, user: str, messages: Messages, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, t("My clinic"), parent=parent)
        self._folder, self._messages = folder, messages
        self._chosen: Path | None = None
        self.body.addWidget(Label(t("A new, empty file that belongs to you alone."), tone="muted", wrap=True))
        name = TextField()
        name.editor().returnPressed.connect(self._ask)
        self.clinic_name = Field(t("Name of the clinic"), name, needed=True)
        self.user_name = Field(t("Your name"), TextField(), hint=t("It stands beside what you record."))
        self.user_name.control.set_value(user)
        self.body.addWidget(self.clinic_name)
        self.body.addWidget(self.user_name)
        self.place = Label(size=Size.SMALL, tone="muted", wrap=True, selectable=True)
        self.body.addWidget(self.place)
        self.warning = Banner(theme)
        self.body.addWidget(self.warning)
        elsewhere = Button(t("Another place …"), kind="link")
        elsewhere.clicked.connect(self._choose_place)
        self.body.addWidget(elsewhere, 0, _LEADING)
        self.body.addStretch(1)
        self.button = Button(t("Make my clinic"), kind="primary")
        self.button.clicked.connect(self._ask)
        self.body.addWidget(self.button, 0, _LEADING)
        self.clinic_name.control.changed.connect(self._say_place)
        self._say_place()

    def name(self) -> str:
        """The clinic's name."""
        return self.clinic_name.control.value()

    def user(self) -> str:
        """The name of the one who records."""
        return self.user_name.control.value()

    def path(self) -> Path:
        """Where the file will lie."""
        if self._chosen is not None:
            return self._chosen
        return free_path(self._folder, self.name() or t("my clinic"))

    def show_refusal(self, invalid: Invalid) -> None:
        """Say at its field what is wrong."""
        field = self.user_name if invalid.field == "clinician" else self.clinic_name
        field.show_error(refusal(invalid))
        field.take_focus()

    @Slot()
    def _say_place(self) -> None:
        path = self.path()
        self.place.setText(t("The file will lie here: {path}", path=path))
        warning = place_warning(path.parent)
        if warning:
            self.warning.say("warn", warning)
        else:
            self.warning.clear()

    @Slot()
    def _choose_place(self) -> None:
        chosen = self._messages.choose_save(
            t("Where the clinic’s file will lie"), self.path(), [(t("Clinics"), [ENDING])]
        )
        if chosen is not None:
            self._chosen = chosen if chosen.suffix else chosen.with_name(chosen.name + ENDING)
            self._say_place()

    @Slot()
    def _ask(self) -> None:
        self.asked.emit()


class TryCard(Card):
    """Made-up people, with progress and a way to stop."""

    asked = Signal()
    stopped = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, t("Try with made-up people"), parent=parent)
        said = t(
            "A clinic with forty invented people in which every verdict occurs. Change what you like; nobody is real."
        )
        self.body.addWidget(Label(said, tone="muted", wrap=True))
        self.body.addStretch(1)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(t("Making up people"))
        self.bar.setVisible(False)
        self.body.addWidget(self.bar)
        self.button = Button(t("Try it"))
        self.button.clicked.connect(self.asked)
        self.stop_button = Button(t("Stop"))
        self.stop_button.clicked.connect(self.stopped)
        self.stop_button.setVisible(False)
        self.body.addWidget(self.button, 0, _LEADING)
        self.body.addWidget(self.stop_button, 0, _LEADING)

    def begin(self) -> None:
        """People are being made up."""
        self.bar.setRange(0, 0)
        self._turn(is_busy=True)
        self.stop_button.setFocus()

    @Slot()
    def end(self) -> None:
        """It is done, or was stopped."""
        self._turn(is_busy=False)

    @Slot(int, int)
    def show_progress(self, done: int, total: int) -> None:
        """Say how far it is."""
        self.bar.setRange(0, max(total, 1))
        self.bar.setValue(done)

    def _turn(self, *, is_busy: bool) -> None:
        self.bar.setVisible(is_busy)
        self.stop_button.setVisible(is_busy)
        self.button.setVisible(not is_busy)


class FileCard(Card):
    """Files that were opened before, and a button for any other."""

    asked = Signal()
    chosen = Signal(object)

    def __init__(self, theme: Theme, recent: Sequence[Path], parent: QWidget | None = None) -> None:
        super().__init__(theme, t("Open a clinic file"), parent=parent)
        self.body.addWidget(Label(t("One that you or a colleague made before."), tone="muted", wrap=True))
        self.recent_buttons: list[Button] = []
        for path in recent[:_RECENT_AT_MOST]:
            button = Button(path.stem, kind="link", tip=str(path))
            button.clicked.connect(partial(self._choose, path))
            self.recent_buttons.append(button)
            self.body.addWidget(button, 0, _LEADING)
            self.body.addWidget(Label(str(path.parent), size=Size.CAPTION, tone="muted", wrap=True))
        self.body.addStretch(1)
        self.button = Button(t("Choose a file …"))
        self.button.clicked.connect(self.asked)
        self.body.addWidget(self.button, 0, _LEADING)

    def _choose(self, path: Path, *_: object) -> None:
        self.chosen.emit(path)


def free_path(folder: Path, name: str) -> Path:
    """A file in the folder that is not there yet, named after the clinic."""
    words = "".join(sign if sign.isalnum() else " " for sign in name.casefold()).split()
    stem = "-".join(words)[:60] or "clinic"
    path, number = folder / f"{stem}{ENDING}", 1
    while path.exists():
        number += 1
        path = folder / f"{stem}-{number}{ENDING}"
    return path
