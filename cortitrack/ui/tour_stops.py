"""The stops of the tour: each goes to a page or does a piece of the work, and keeps pictures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any, Protocol

from PySide6.QtWidgets import QWidget

from cortitrack.domain.anatomy import Guidance, Side, Site, Target
from cortitrack.domain.injection import Drug
from cortitrack.domain.pain import PainScore, ScoreKind, Source
from cortitrack.domain.patient import Patient
from cortitrack.domain.problem import Problem
from cortitrack.domain.records import RecordKind
from cortitrack.domain.referral import Referral, Urgency
from cortitrack.ui.forms.opening import FORMS, open_clinic_form, open_form
from cortitrack.ui.main_window import MainWindow
from cortitrack.ui.navigator import Navigator
from cortitrack.ui.pages.letter import LetterDialog
from cortitrack.ui.pages.patient import PatientPage
from cortitrack.ui.pages.sources_dialog import SourcesDialog
from cortitrack.ui.surroundings import Surroundings
from cortitrack.words.labels import label

QUESTION = "What hurts, and would surgery or imaging help? Please assess."
_SITES = tuple(Site)[:12]


class Shooting(Protocol):
    """What a stop needs of the camera."""

    def rest(self) -> None: ...

    def keep(self, widget: QWidget, name: str) -> None: ...

    def note(self, path: Path) -> None: ...

    def folder(self) -> Path: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Album:
    """Who leads through the clinic, and the camera."""

    navigator: Navigator
    camera: Shooting

    @property
    def window(self) -> MainWindow:
        """The window as people see it."""
        return self.navigator.window

    @property
    def around(self) -> Surroundings:
        """What surrounds every page."""
        return self.navigator.around

    def person(self) -> PatientPage:
        """The page of the person that is open."""
        page = self.navigator.patient
        assert isinstance(page, PatientPage)
        return page

    def page(self, name: str) -> None:
        """Keep a picture of the window."""
        self.camera.keep(self.window, name)

    def fill(
        self,
        kind: RecordKind,
        answers: Mapping[str, Any],
        name: str = "",
        *,
        patient_id: int | None = None,
        problem_id: int | None = None,
    ) -> frozenset[int]:
        """Record something through its form; return the people it touched."""
        touched: list[frozenset[int]] = []
        dialog = open_form(kind, self.around, parent=self.window, patient_id=patient_id, problem_id=problem_id)
        dialog.saved.connect(lambda change: touched.append(change.patient_ids))
        dialog.sheet.fill(answers)
        if name:
            self.camera.keep(dialog, name)
        dialog.save()
        self.camera.rest()
        if not touched:
            raise RuntimeError(f"The form of {kind.value} did not take its answers: {dialog.troubles()}")
        return touched[0]


def usual_stops(album: Album) -> None:
    """Every page and dialog of a clinic at work."""
    lead, around = album.navigator, album.around
    lead.show_today()
    album.page("today")
    lead.show_patients()
    album.page("patients")
    album.window.find_box.setText("zzz")
    lead.patients.look_for("zzz")
    album.page("patients-nobody")
    waiting = around.desk.worklist.today()
    places = [(row.patient_id, row.problem_id, row.injection_id) for row in waiting.decisions[:2]]
    places += [(row.patient_id, row.problem_id, row.injection_id) for row in waiting.due[:1]]
    for number, place in enumerate(places, start=1):
        lead.open_patient(*place)
        album.page(f"patient-{number}")
        if number == 1:
            _patient_stops(album)
    _keep_dialogs(album, "clinic")


def _patient_stops(album: Album) -> None:
    page = album.person()
    page.verdict.what_if.set_open(True)
    album.page("patient-what-would-change-it")
    page.chart.table_button.click()
    album.page("patient-table")
    page.timeline.chart_button.click()
    sources = SourcesDialog(album.around.theme, album.around.desk.judging.rules(), album.window)
    sources.show()
    album.camera.keep(sources, "sources")
    sources.close()
    assert page.problem_id is not None
    _write_letter(album, page.problem_id)


def _write_letter(album: Album, problem_id: int) -> None:
    dialog = LetterDialog(album.around, problem_id, album.window)
    dialog.show()
    dialog.question.control.set_value(QUESTION)
    dialog.to.control.set_value("Orthopaedic outpatients")
    dialog.urgency.control.set_value(Urgency.SOON.value)
    dialog.urgency_reason.control.set_value("Night pain, off work")
    dialog.wants.control.set_value("To walk to work again without a stick.")
    while not dialog.preview.pages():
        album.camera.rest()
    album.camera.rest()
    album.camera.keep(dialog, "letter")
    path = album.camera.folder() / "referral-letter.pdf"
    referral: Referral = dialog.referral(draft=False)
    dialog.close()
    album.around.desk.letters.write(problem_id, referral, path)
    album.camera.note(path)


def first_visit(album: Album) -> None:
    """The main job: a person, a problem, an injection with the pain before it, and the scores after."""
    lead, today = album.navigator, album.around.today
    given_on = today - timedelta(days=85)
    person = {"family_name": "Okafor-Lindqvist", "given_name": "Ngozi", "birth_date": date(1971, 5, 9)}
    more = {"record_number": "31877", "phone": "01632 960 118", "allergies": "lidocaine", "conditions": "diabetes"}
    (patient_id,) = album.fill(RecordKind.PATIENT, person | more, "form-patient")
    lead.open_patient(patient_id)
    album.page("patient-no-problem")
    problem = {"site": Site.KNEE, "side": Side.RIGHT, "diagnosis": "osteoarthritis"}
    album.fill(RecordKind.PROBLEM, problem, "form-problem", patient_id=patient_id)
    problem_id = album.around.desk.review.problems(patient_id)[0].id
    lead.open_patient(patient_id, problem_id)
    album.page("patient-no-score")
    spot = {"patient_id": patient_id, "problem_id": problem_id}
    injection = {
        "given_on": given_on,
        "drug": Drug.TRIAMCINOLONE_ACETONIDE,
        "dose_mg": Decimal(40),
        "guidance": Guidance.ULTRASOUND,
        "target": Target.JOINT,
        "baseline": 80,
    }
    album.fill(RecordKind.INJECTION, injection, "form-injection", **spot)
    album.page("patient-awaiting")
    for number, (day, tenths) in enumerate(((14, 30), (42, 70), (84, 80))):
        answers = {"nrs": tenths, "on": given_on + timedelta(days=day), "source": Source.PHONE}
        album.fill(RecordKind.PAIN_SCORE, answers, "" if number else "form-score", **spot)
        album.page(f"first-visit-day-{day}")
    _other_forms(album, patient_id, problem_id)


def _other_forms(album: Album, patient_id: int, problem_id: int) -> None:
    shown = {RecordKind.PATIENT, RecordKind.PROBLEM, RecordKind.INJECTION, RecordKind.PAIN_SCORE}
    injection_id = album.person().injection_id
    for kind in FORMS:
        if kind in shown:
            continue
        dialog = open_form(
            kind,
            album.around,
            parent=album.window,
            patient_id=patient_id,
            problem_id=problem_id,
            injection_id=injection_id,
        )
        album.camera.keep(dialog, f"form-{kind.value.replace('_', '-')}")
        dialog.done(0)


def _keep_dialogs(album: Album, name: str) -> None:
    dialog = open_clinic_form(album.around, parent=album.window)
    album.camera.keep(dialog, f"form-{name}")
    dialog.done(0)


def empty_stops(album: Album) -> None:
    """A clinic in which nothing is recorded yet."""
    album.navigator.show_today()
    album.page("today-empty")
    album.navigator.show_patients()
    album.page("patients-empty")


def overfull_stops(album: Album) -> None:
    """One person with twelve problems, five hundred entries, and a name of two hundred characters."""
    record = album.around.desk.record
    new = record.new_id
    patient = Patient(
        id=new(),
        family_name=("Alvarez-Quinn von und zu Hohenstein-Wrocławska " * 5)[:200].strip(),
        given_name="Marta Maria",
        birth_date=date(1968, 3, 4),
        record_number="20418",
        allergies="lidocaine\npenicillin\nlatex",
        conditions="diabetes, hip prosthesis, hypertension, reflux; chronic kidney disease of the third stage, gout",
    )
    problems = [
        Problem(id=new(), patient_id=patient.id, site=site, side=Side.LEFT, diagnosis=f"pain of the {label(site)}")
        for site in _SITES
    ]
    today = album.around.today
    scores = [
        PainScore(
            id=new(),
            problem_id=problems[0].id,
            on=today - timedelta(days=number),
            kind=ScoreKind.AVERAGE if number % 3 else ScoreKind.WORST,
            tenths=(number * 37) % 101,
            source=Source.DIARY,
        )
        for number in range(500)
    ]
    record.add(patient, *problems, *scores)
    album.navigator.open_patient(patient.id)
    album.page("patient-overfull")
