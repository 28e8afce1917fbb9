"""The menu bar: every command of the window with its usual key, named once."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from cortitrack.ui.theme import Appearance
from cortitrack.words.tongue import t

TEXT_SIZES = (100, 125, 150, 200)
Key = QKeySequence.StandardKey


class Menus(QMenuBar):
    """Each command is a signal; the window decides what it does."""

    new_patient = Signal()
    find_asked = Signal()
    another_clinic = Signal()
    clinic_details = Signal()
    rule_set = Signal()
    quit = Signal()
    undo = Signal()
    redo = Signal()
    today = Signal()
    patients = Signal()
    appearance_chosen = Signal(object)
    text_size_chosen = Signal(int)
    about = Signal()
    undo_menu_opened = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._file()
        self._edit()
        self._view()
        more = self.addMenu(t("&Help"))
        self._add(more, t("About CortiTrack"), self.about)

    def _file(self) -> None:
        menu = self.addMenu(t("&File"))
        self.new_action = self._add(menu, t("New patient …"), self.new_patient, "Ctrl+N")
        self._add(menu, t("Find people"), self.find_asked, "Ctrl+K", "Ctrl+F")
        menu.addSeparator()
        self._add(menu, t("Another clinic …"), self.another_clinic, "Ctrl+O")
        self.details_action = self._add(menu, t("Clinic details …"), self.clinic_details, "Ctrl+,")
        self._add(menu, t("Rule set"), self.rule_set)
        menu.addSeparator()
        self._add(menu, t("Quit"), self.quit, "Ctrl+Q")

    def _edit(self) -> None:
        menu = self.addMenu(t("&Edit"))
        self.undo_action = self._add(menu, t("Undo"), self.undo, "Ctrl+Z")
        self.redo_action = self._add(menu, t("Redo"), self.redo, "Ctrl+Shift+Z", "Ctrl+Y")
        menu.aboutToShow.connect(self.undo_menu_opened)

    def _view(self) -> None:
        menu = self.addMenu(t("&View"))
        self._add(menu, t("Today"), self.today, "Ctrl+1")
        self._add(menu, t("Patients"), self.patients, "Ctrl+2")
        menu.addSeparator()
        self.appearances = QActionGroup(self)
        looks = {
            Appearance.SYSTEM: t("As the system"),
            Appearance.LIGHT: t("Light"),
            Appearance.DARK: t("Dark"),
        }
        inside = menu.addMenu(t("Appearance"))
        for appearance, name in looks.items():
            self._add_choice(inside, self.appearances, name, appearance, self.appearance_chosen.emit)
        self.sizes = QActionGroup(self)
        inside = menu.addMenu(t("Text size"))
        for size in TEXT_SIZES:
            self._add_choice(inside, self.sizes, t("{percent} %", percent=size), size, self.text_size_chosen.emit)

    def show_choices(self, appearance: Appearance, text_percent: int) -> None:
        """Tick what is chosen now."""
        for group, chosen in ((self.appearances, appearance), (self.sizes, text_percent)):
            for action in group.actions():
                action.setChecked(action.data() == chosen)

    def name_undo(self, undo: str) -> None:
        """Say what Undo would take back; an empty name switches the command off."""
        self.undo_action.setText(undo or t("Undo"))
        self.undo_action.setEnabled(bool(undo))

    def allow_writing(self, allowed: bool) -> None:
        """Whether anything may be written into this clinic's file."""
        for action in (self.new_action, self.details_action, self.undo_action, self.redo_action):
            action.setEnabled(allowed)

    def _add(self, menu: QMenu, name: str, answer: object, *keys: str) -> QAction:
        action = QAction(name, self)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.triggered.connect(partial(self._send, answer))
        menu.addAction(action)
        return action

    def _add_choice(
        self, menu: QMenu, group: QActionGroup, name: str, value: object, answer: Callable[[object], None]
    ) -> None:
        action = QAction(name, self)
        action.setCheckable(True)
        action.setData(value)
        action.triggered.connect(partial(_tell, answer, value))
        group.addAction(action)
        menu.addAction(action)

    @Slot()
    def _send(self, answer: object, *_: object) -> None:
        answer.emit()  # type: ignore[attr-defined]


def _tell(answer: Callable[[object], None], value: object, *_: object) -> None:
    answer(value)
