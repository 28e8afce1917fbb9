"""Leads through an open clinic: which page the window shows, finding people, what Undo would take back."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from cortitrack.domain.records import RecordKind
from cortitrack.services.changes import Change, Did
from cortitrack.ui.main_window import PATIENTS, RULES, TODAY, MainWindow
from cortitrack.ui.pages import form_door
from cortitrack.ui.pages.today import TodayPage
from cortitrack.ui.places import place_warning
from cortitrack.ui.surroundings import Surroundings
from cortitrack.ui.tables.work_list import WorkItem
from cortitrack.ui.troubles import telling
from cortitrack.words.phrases import done_name, undo_name
from cortitrack.words.tongue import nt, t

_MINUTE_MS = 60_000
_OFFERS_UNDO = (Did.ADDED, Did.CORRECTED, Did.WITHDREW, Did.IMPORTED, Did.CLINIC)


class PersonPage(Protocol):
    """What the window needs of the page of one person."""

    def show_patient(self, patient_id: int, problem_id: int | None = None, injection_id: int | None = None) -> None:
        """Open the page of a person."""

    def refresh(self) -> None:
        """Read everything again."""

    def setFocus(self, reason: Qt.FocusReason, /) -> None:
        """Bring the keyboard here."""


class PeoplePage(Protocol):
    """What the window needs of the list of people."""

    def look_for(self, text: str) -> None:
        """Show who is found by this text."""

    def walk(self, key: Qt.Key) -> None:
        """Move the selection as an arrow key asks."""

    def open_selected(self) -> None:
        """Open the person in the selected row."""


class RulesPage(Protocol):
    """What the window needs of the page of the rule set."""

    def refresh(self) -> None:
        """Read the rule set again."""

    def setFocus(self, reason: Qt.FocusReason, /) -> None:
        """Bring the keyboard here."""


class Navigator(QObject):
    """Works the window of one clinic; ``another_clinic_asked`` and ``reopen_asked`` only the program can answer."""

    another_clinic_asked = Signal()
    reopen_asked = Signal()

    def __init__(self, around: Surroundings, window: MainWindow) -> None:
        super().__init__(window)
        self.around, self.window = around, window
        self._patients: PeoplePage | None = None
        self._patient: PersonPage | None = None
        self._rules: RulesPage | None = None
        self._people_at = self._person_at = self._rules_at = -1
        self._day = around.today
        self._undo_step = 0
        self.today = TodayPage(around)
        self._today_at = window.pages.addWidget(self.today)
        self._connect()
        self._say_standing()
        self._name_undo()
        self.show_today()
        window.let_in()
        self._clock = QTimer(self)
        self._clock.setInterval(_MINUTE_MS)
        self._clock.timeout.connect(self._look_at_the_clock)
        self._clock.start()
        window.closed.connect(self._rest)

    def _connect(self) -> None:
        self.window.nav.chosen.connect(self._go)
        self.today.patient_asked.connect(self._open_item)
        self.today.new_patient_asked.connect(self.new_patient)
        self.today.counted.connect(self._count)
        self.window.find_box.typed.connect(self._find)
        self.window.find_box.focused.connect(self._begin_find)
        self.window.find_box.walked.connect(self._walk)
        self.window.find_box.entered.connect(self._enter)
        self.window.find_box.left.connect(self._leave_find)
        self.window.toast.undone.connect(self._undo_shown)
        self.window.demo_banner.acted.connect(self.another_clinic_asked)
        self.window.read_only_banner.acted.connect(self.reopen_asked)
        self.around.news.changed.connect(self._hear)
        menus = self.window.menus
        menus.new_patient.connect(self.new_patient)
        menus.find_asked.connect(self.find_people)
        menus.another_clinic.connect(self.another_clinic_asked)
        menus.clinic_details.connect(self.edit_clinic)
        menus.rule_set.connect(self.show_rule_set)
        menus.undo.connect(self.undo)
        menus.redo.connect(self.redo)
        menus.today.connect(self.show_today)
        menus.patients.connect(self.show_patients)
        menus.about.connect(self._show_about)
        menus.undo_menu_opened.connect(self._name_undo)

    @Slot()
    def _rest(self) -> None:
        """The window is closed; nothing may ask for records any more."""
        self._clock.stop()
        self.today.rest()

    # Where one is.

    @property
    def patients(self) -> PeoplePage:
        """The list of people, loaded and made when it is first wanted."""
        if self._patients is None:
            from cortitrack.ui.pages.patients import PatientsPage

            page = PatientsPage(self.around)
            page.patient_asked.connect(self.open_patient)
            page.new_patient_asked.connect(self.new_patient)
            self._people_at = self.window.pages.addWidget(page)
            self._patients = page
        return self._patients

    @property
    def patient(self) -> PersonPage:
        """The page of one person, loaded and made when it is first wanted."""
        if self._patient is None:
            from cortitrack.ui.pages.patient import PatientPage

            page = PatientPage(self.around)
            page.left.connect(self.show_patients)
            page.letter_asked.connect(self.write_letter)
            self._person_at = self.window.pages.addWidget(page)
            self._patient = page
        return self._patient

    @property
    def rules(self) -> RulesPage:
        """The page of the rule set, loaded and made when it is first wanted."""
        if self._rules is None:
            from cortitrack.ui.pages.rule_set import RuleSetPage

            page = RuleSetPage(self.around)
            self._rules_at = self.window.pages.addWidget(page)
            self._rules = page
        return self._rules

    def prepare(self) -> None:
        """Once the window can be seen: make what a person is likely to want next."""
        self.patients  # noqa: B018
        self.patient  # noqa: B018

    @Slot()
    def show_today(self) -> None:
        """Go to Today."""
        self.window.nav.select(TODAY)
        self.today.refresh_if_stale()
        self.window.pages.setCurrentIndex(self._today_at)
        self._clear_find()
        self.today.take_focus()

    @Slot()
    def show_patients(self) -> None:
        """Go to the list of people, all of them."""
        self._clear_find()
        self._show_found("")
        self.window.find_box.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def show_rule_set(self) -> None:
        """Go to the numbers by which everything is judged."""
        self._clear_find()
        page = self.rules
        self.window.nav.select(RULES)
        self.window.pages.setCurrentIndex(self._rules_at)
        page.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def open_patient(self, patient_id: int, problem_id: int | None = None, injection_id: int | None = None) -> None:
        """Go to the page of a person."""
        self.window.nav.select(PATIENTS)
        self._clear_find()
        with telling(self.around.messages):
            page = self.patient
            self.window.pages.setCurrentIndex(self._person_at)
            page.show_patient(patient_id, problem_id, injection_id)
            page.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _open_item(self, item: WorkItem) -> None:
        self.open_patient(item.patient_id, item.problem_id, item.injection_id)

    @Slot(str)
    def _go(self, code: str) -> None:
        if code == TODAY:
            self.show_today()
        elif code == PATIENTS:
            self.show_patients()
        elif code == RULES:
            self.show_rule_set()
        else:
            self.window.nav.select(self._place_shown())
            self.edit_clinic()

    def _place_shown(self) -> str:
        at = self.window.pages.currentIndex()
        return TODAY if at == self._today_at else RULES if at == self._rules_at else PATIENTS

    @Slot(int)
    def _count(self, waiting: int) -> None:
        said = nt("{n} injection waits", "{n} injections wait", waiting)
        self.window.nav.set_count(TODAY, waiting, said)

    # Finding people.

    @Slot()
    def find_people(self) -> None:
        """Bring the keyboard to the search box."""
        self.window.find_box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.window.find_box.selectAll()

    @Slot()
    def _begin_find(self) -> None:
        if self.window.pages.currentIndex() != self._people_at:
            self._show_found(self.window.find_box.text())

    @Slot(str)
    def _find(self, text: str) -> None:
        self._show_found(text)

    def _show_found(self, text: str) -> None:
        self.window.nav.select(PATIENTS)
        page = self.patients
        self.window.pages.setCurrentIndex(self._people_at)
        page.look_for(text)

    @Slot(object)
    def _walk(self, key: Qt.Key) -> None:
        self._begin_find()
        self.patients.walk(key)

    @Slot()
    def _enter(self) -> None:
        if self.window.pages.currentIndex() == self._people_at:
            self.patients.open_selected()

    @Slot()
    def _leave_find(self) -> None:
        page = self.window.pages.currentWidget()
        if page is not None:
            page.setFocus(Qt.FocusReason.OtherFocusReason)

    def _clear_find(self) -> None:
        self.window.find_box.clear()

    # What is done.

    @Slot()
    def new_patient(self) -> None:
        """Open the form for a new person, and their page once they are there."""
        if self.around.desk.read_only:
            return
        dialog = form_door.open_form(RecordKind.PATIENT, self.around, parent=self.window)
        dialog.saved.connect(self._open_new)

    @Slot(object)
    def _open_new(self, change: Change) -> None:
        for patient_id in change.patient_ids:
            self.open_patient(patient_id)

    @Slot()
    def edit_clinic(self) -> None:
        """Open the form of what stands on letters."""
        if not self.around.desk.read_only:
            form_door.open_clinic_form(self.around, parent=self.window)

    @Slot(object)
    def write_letter(self, problem_id: int) -> None:
        """Open the letter about a problem."""
        form_door.open_letter(self.around, problem_id, parent=self.window)

    @Slot()
    def undo(self) -> None:
        """Take back the last step, whatever it was."""
        with telling(self.around.messages):
            self.around.desk.record.undo()

    @Slot()
    def redo(self) -> None:
        """Take back the last undoing."""
        with telling(self.around.messages):
            self.around.desk.record.redo()

    @Slot()
    def _undo_shown(self) -> None:
        with telling(self.around.messages):
            self.around.desk.record.undo_step(self._undo_step)

    @Slot(object)
    def _hear(self, change: Change) -> None:
        self._name_undo()
        if change.did is Did.CLINIC:
            self._say_standing()
        self._undo_step = change.step
        self.window.toast.say(done_name(change), t("Undo") if change.did in _OFFERS_UNDO else "")

    @Slot()
    def _name_undo(self) -> None:
        desk = self.around.desk
        last = None if desk.read_only else desk.record.last_step()
        self.window.menus.name_undo(undo_name(last) if last is not None else "")

    # How things stand.

    def _say_standing(self) -> None:
        desk = self.around.desk
        clinic = desk.clinic()
        self.window.setWindowTitle(t("{clinic} – CortiTrack", clinic=clinic.name))
        self.window.clinic_name.setText(clinic.name)
        self.window.menus.allow_writing(not desk.read_only)
        if desk.read_only:
            self.window.read_only_banner.say("read_only", _read_only_words(desk.held_by), t("Try again"))
        if clinic.made_up:
            said = t("These people are made up; nothing here is a real record.")
            self.window.demo_banner.say("info", said, t("My clinic"))
        if warning := place_warning(desk.path.parent):
            self.window.place_banner.say("warn", warning)

    @Slot()
    def _show_about(self) -> None:
        from cortitrack.ui.about import AboutDialog

        AboutDialog(self.around.theme, self.around.desk.judging.rules().version, self.window).open()

    @Slot()
    def _look_at_the_clock(self) -> None:
        """A window that stays open over midnight shows the new day."""
        if self.around.today != self._day:
            self._day = self.around.today
            self.today.refresh()
            if self._patient is not None:
                self._patient.refresh()


def _read_only_words(holder: str) -> str:
    if holder:
        return t(
            "{holder} has this clinic open for writing. Everything can be read here; nothing can be recorded.",
            holder=holder,
        )
    return t("This file can only be read here; nothing can be recorded.")
