"""The window of an open clinic: navigation, search, banners, and the page one is on."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QByteArray, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from cortitrack.domain.records import RecordKind
from cortitrack.services.changes import Change, Did
from cortitrack.settings import Settings
from cortitrack.ui.about import AboutDialog
from cortitrack.ui.find_box import FindBox
from cortitrack.ui.forms import opening
from cortitrack.ui.menus import Menus
from cortitrack.ui.pages.letter import LetterDialog
from cortitrack.ui.pages.patient import PatientPage
from cortitrack.ui.pages.patients import PatientsPage
from cortitrack.ui.pages.today import TodayPage
from cortitrack.ui.places import place_warning
from cortitrack.ui.surroundings import Surroundings
from cortitrack.ui.tables.work_list import WorkItem
from cortitrack.ui.theme import Appearance, Space
from cortitrack.ui.troubles import telling
from cortitrack.ui.widgets.banner import Banner
from cortitrack.ui.widgets.label import Label, rule
from cortitrack.ui.widgets.nav import Navigation, Place
from cortitrack.ui.widgets.toast import Toast
from cortitrack.words.phrases import done_name, undo_name
from cortitrack.words.tongue import nt, t

TODAY, PATIENTS, CLINIC = "today", "patients", "clinic"
_MINUTE_MS = 60_000
_OFFERS_UNDO = (Did.ADDED, Did.CORRECTED, Did.WITHDREW, Did.IMPORTED, Did.CLINIC)


class MainWindow(QMainWindow):
    """``settings_changed`` carries the Settings to keep; the other signals ask for what only the program can do."""

    settings_changed = Signal(object)
    another_clinic_asked = Signal()
    reopen_asked = Signal()

    def __init__(self, around: Surroundings, settings: Settings) -> None:
        super().__init__()
        self.around, self._settings = around, settings
        self._patients: PatientsPage | None = None
        self._patient: PatientPage | None = None
        self._day = around.today
        self.setMinimumSize(640, 480)
        self.menus = Menus()
        self.setMenuBar(self.menus)
        self._lay_out()
        self._connect()
        self._say_standing()
        self._name_undo()
        self.show_today()
        self._clock = QTimer(self)
        self._clock.setInterval(_MINUTE_MS)
        self._clock.timeout.connect(self._look_at_the_clock)
        self._clock.start()

    def _lay_out(self) -> None:
        theme = self.around.theme
        whole = QWidget()
        whole.setObjectName("page")
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.nav = Navigation(theme, "CortiTrack", self._places())
        row.addWidget(self.nav)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self._top_bar())
        column.addWidget(rule())
        self._banners = QVBoxLayout()
        self._banners.setContentsMargins(Space.HUGE, Space.MEDIUM, Space.HUGE, 0)
        self._banners.setSpacing(Space.SMALL)
        self.read_only_banner, self.demo_banner, self.place_banner = (Banner(theme) for _ in range(3))
        for banner in (self.read_only_banner, self.demo_banner, self.place_banner):
            self._banners.addWidget(banner)
        column.addLayout(self._banners)
        self.pages = QStackedWidget()
        self.today = TodayPage(self.around)
        self.pages.addWidget(self.today)
        column.addWidget(self.pages, 1)
        row.addLayout(column, 1)
        self.setCentralWidget(whole)
        self.toast = Toast(self)
        self._undo_step = 0

    def _places(self) -> list[Place]:
        return [
            Place(code=TODAY, label=t("Today"), icon="today"),
            Place(code=PATIENTS, label=t("Patients"), icon="patients"),
            Place(code=CLINIC, label=t("Clinic …"), icon="settings", at_foot=True),
        ]

    def _top_bar(self) -> QWidget:
        bar = QFrame()
        bar.setProperty("side", True)
        row = QHBoxLayout(bar)
        row.setContentsMargins(Space.HUGE, Space.SMALL, Space.HUGE, Space.SMALL)
        row.setSpacing(Space.LARGE)
        self.find_box = FindBox(self.around.theme)
        row.addWidget(self.find_box, 2)
        row.addStretch(1)
        self.clinic_name = Label()
        row.addWidget(self.clinic_name)
        return bar

    def _connect(self) -> None:
        self.nav.chosen.connect(self._go)
        self.today.patient_asked.connect(self._open_item)
        self.today.new_patient_asked.connect(self.new_patient)
        self.today.counted.connect(self._count)
        self.find_box.typed.connect(self._find)
        self.find_box.focused.connect(self._begin_find)
        self.find_box.walked.connect(self._walk)
        self.find_box.entered.connect(self._enter)
        self.find_box.left.connect(self._leave_find)
        self.toast.undone.connect(self._undo_shown)
        self.demo_banner.acted.connect(self.another_clinic_asked)
        self.read_only_banner.acted.connect(self.reopen_asked)
        self.around.news.changed.connect(self._hear)
        menus = self.menus
        menus.new_patient.connect(self.new_patient)
        menus.find_asked.connect(self.find_people)
        menus.another_clinic.connect(self.another_clinic_asked)
        menus.clinic_details.connect(self.edit_clinic)
        menus.quit.connect(self.close)
        menus.undo.connect(self.undo)
        menus.redo.connect(self.redo)
        menus.today.connect(self.show_today)
        menus.patients.connect(self.show_patients)
        menus.appearance_chosen.connect(self._choose_appearance)
        menus.text_size_chosen.connect(self._choose_text_size)
        menus.about.connect(self._show_about)
        menus.undo_menu_opened.connect(self._name_undo)

    # Where one is.

    @property
    def patients(self) -> PatientsPage:
        """The list of people, made when it is first wanted."""
        if self._patients is None:
            self._patients = PatientsPage(self.around)
            self._patients.patient_asked.connect(self.open_patient)
            self._patients.new_patient_asked.connect(self.new_patient)
            self.pages.addWidget(self._patients)
        return self._patients

    @property
    def patient(self) -> PatientPage:
        """The page of one person, made when it is first wanted."""
        if self._patient is None:
            self._patient = PatientPage(self.around)
            self._patient.left.connect(self.show_patients)
            self._patient.letter_asked.connect(self.write_letter)
            self.pages.addWidget(self._patient)
        return self._patient

    @Slot()
    def show_today(self) -> None:
        """Go to Today."""
        self.nav.select(TODAY)
        self.today.refresh_if_stale()
        self.pages.setCurrentWidget(self.today)
        self._clear_find()
        self.today.take_focus()

    @Slot()
    def show_patients(self) -> None:
        """Go to the list of people, all of them."""
        self._clear_find()
        self._show_found("")
        self.find_box.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def open_patient(self, patient_id: int, problem_id: int | None = None, injection_id: int | None = None) -> None:
        """Go to the page of a person."""
        self.nav.select(PATIENTS)
        self._clear_find()
        with telling(self.around.messages):
            self.pages.setCurrentWidget(self.patient)
            self.patient.show_patient(patient_id, problem_id, injection_id)
            self.patient.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _open_item(self, item: WorkItem) -> None:
        self.open_patient(item.patient_id, item.problem_id, item.injection_id)

    @Slot(str)
    def _go(self, code: str) -> None:
        if code == TODAY:
            self.show_today()
        elif code == PATIENTS:
            self.show_patients()
        else:
            self.nav.select(TODAY if self.pages.currentWidget() is self.today else PATIENTS)
            self.edit_clinic()

    @Slot(int)
    def _count(self, waiting: int) -> None:
        said = nt("{n} injection waits", "{n} injections wait", waiting)
        self.nav.set_count(TODAY, waiting, said)

    # Finding people.

    @Slot()
    def find_people(self) -> None:
        """Bring the keyboard to the search box."""
        self.find_box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.find_box.selectAll()

    @Slot()
    def _begin_find(self) -> None:
        if self.pages.currentWidget() is not self._patients:
            self._show_found(self.find_box.text())

    @Slot(str)
    def _find(self, text: str) -> None:
        self._show_found(text)

    def _show_found(self, text: str) -> None:
        self.nav.select(PATIENTS)
        self.pages.setCurrentWidget(self.patients)
        self.patients.look_for(text)

    @Slot(object)
    def _walk(self, key: Qt.Key) -> None:
        self._begin_find()
        self.patients.walk(key)

    @Slot()
    def _enter(self) -> None:
        if self.pages.currentWidget() is self._patients:
            self.patients.open_selected()

    @Slot()
    def _leave_find(self) -> None:
        page = self.pages.currentWidget()
        if page is not None:
            page.setFocus(Qt.FocusReason.OtherFocusReason)

    def _clear_find(self) -> None:
        self.find_box.clear()

    # What is done.

    @Slot()
    def new_patient(self) -> None:
        """Open the form for a new person, and their page once they are there."""
        if self.around.desk.read_only:
            return
        dialog = opening.open_form(RecordKind.PATIENT, self.around, parent=self)
        dialog.saved.connect(self._open_new)

    @Slot(object)
    def _open_new(self, change: Change) -> None:
        for patient_id in change.patient_ids:
            self.open_patient(patient_id)

    @Slot()
    def edit_clinic(self) -> None:
        """Open the form of what stands on letters."""
        if not self.around.desk.read_only:
            opening.open_clinic_form(self.around, parent=self)

    @Slot(object)
    def write_letter(self, problem_id: int) -> None:
        """Open the letter about a problem."""
        LetterDialog(self.around, problem_id, parent=self).open()

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
        self.toast.say(done_name(change), t("Undo") if change.did in _OFFERS_UNDO else "")

    @Slot()
    def _name_undo(self) -> None:
        desk = self.around.desk
        last = None if desk.read_only else desk.record.last_step()
        self.menus.name_undo(undo_name(last) if last is not None else "")

    # How things stand.

    def _say_standing(self) -> None:
        desk = self.around.desk
        clinic = desk.clinic()
        self.setWindowTitle(t("{clinic} – CortiTrack", clinic=clinic.name))
        self.clinic_name.setText(clinic.name)
        self.menus.allow_writing(not desk.read_only)
        self.menus.show_choices(self.around.theme.appearance, self._settings.text_percent)
        if desk.read_only:
            self.read_only_banner.say("read_only", _read_only_words(desk.held_by), t("Try again"))
        if clinic.made_up:
            self.demo_banner.say("info", t("These people are made up; nothing here is a real record."), t("My clinic"))
        if warning := place_warning(desk.path.parent):
            self.place_banner.say("warn", warning)

    @Slot(object)
    def _choose_appearance(self, appearance: Appearance) -> None:
        self.around.theme.set_appearance(appearance)
        self._keep(replace(self._settings, appearance=appearance.value))

    @Slot(int)
    def _choose_text_size(self, percent: int) -> None:
        self.toast.setVisible(False)
        self.around.theme.set_text_scale(percent / 100)
        self._keep(replace(self._settings, text_percent=percent))

    def _keep(self, settings: Settings) -> None:
        self._settings = settings
        self.menus.show_choices(self.around.theme.appearance, settings.text_percent)
        self.settings_changed.emit(settings)

    @Slot()
    def _show_about(self) -> None:
        AboutDialog(self.around.theme, self.around.desk.judging.rules().version, self).open()

    @Slot()
    def _look_at_the_clock(self) -> None:
        """A window that stays open over midnight shows the new day."""
        if self.around.today != self._day:
            self._day = self.around.today
            self.today.refresh()
            if self._patient is not None:
                self._patient.refresh()

    def closeEvent(self, event: QCloseEvent) -> None:
        kept = bytes(self.saveGeometry().toBase64().data()).decode()
        self._keep(replace(self._settings, window=kept))
        super().closeEvent(event)

    def place(self) -> None:
        """Take the place and size of the last time, or a good one."""
        kept = QByteArray.fromBase64(self._settings.window.encode())
        if not self._settings.window or not self.restoreGeometry(kept):
            self.resize(self.around.theme.px(1240), self.around.theme.px(820))


def _read_only_words(holder: str) -> str:
    if holder:
        return t(
            "{holder} has this clinic open for writing. Everything can be read here; nothing can be recorded.",
            holder=holder,
        )
    return t("This file can only be read here; nothing can be recorded.")
