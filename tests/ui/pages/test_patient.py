"""One person's page: the banner, the problems, the verdict, and what follows a new entry."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from cortitrack.domain.anatomy import Side, Site
from cortitrack.domain.medication import Medication, MedicationClass
from cortitrack.domain.override import Judgement, Override
from cortitrack.domain.patient import Patient
from cortitrack.domain.records import RecordKind
from cortitrack.services.desk import Desk
from cortitrack.ui.forms.record_dialog import RecordDialog
from cortitrack.ui.navigator import Navigator
from cortitrack.ui.pages.patient import PatientPage
from cortitrack.ui.pages.verdict_parts import Remark
from cortitrack.ui.widgets.chip import Chip
from tests.clinics import TODAY, course, patient, person_with_a_failed_injection, problem, score
from tests.ui.pages.rooms import people_page, person_page


@pytest.fixture
def page(lead: Navigator, desk: Desk) -> PatientPage:
    """The page of somebody whose relief was gone by six weeks."""
    someone, _, _ = person_with_a_failed_injection(desk)
    lead.open_patient(someone.id)
    return person_page(lead)


def chips(page: PatientPage) -> list[str]:
    return [chip.text() for chip in page.banner.chips.findChildren(Chip) if not chip.isHidden()]


def form(page: PatientPage) -> RecordDialog:
    forms = [dialog for dialog in page.window().findChildren(RecordDialog) if dialog.isVisible()]
    assert len(forms) == 1
    return forms[0]


def thinner(desk: Desk, of: Patient, drug: str, from_on: date, to_on: date | None) -> Medication:
    return Medication(
        id=desk.record.new_id(),
        patient_id=of.id,
        medication_class=MedicationClass.ANTICOAGULANT,
        drug=drug,
        from_on=from_on,
        to_on=to_on,
    )


def test_the_banner_says_who_and_what_to_beware_of(lead: Navigator, desk: Desk) -> None:
    someone = patient(desk, given_name="Marta", allergies="lidocaine\nlatex", conditions="diabetes; HbA1c 7.2 %")
    desk.record.add(
        someone,
        thinner(desk, someone, "apixaban", date(2025, 1, 1), None),
        thinner(desk, someone, "warfarin", date(2020, 1, 1), date(2024, 1, 1)),
    )
    lead.open_patient(someone.id)
    page = person_page(lead)
    assert page.banner.name.text() == "Marta Ardal"
    assert page.banner.details.text() == "29 February 1960 · 66 y"
    assert chips(page) == [
        "Allergy: lidocaine",
        "Allergy: latex",
        "diabetes",
        "HbA1c 7.2 %",
        "Anticoagulant: apixaban",
    ]


def test_no_allergy_recorded_is_said(page: PatientPage) -> None:
    assert chips(page) == ["Allergies: none recorded"]


def test_a_person_without_a_problem_is_told_what_to_do_first(lead: Navigator, desk: Desk) -> None:
    someone = patient(desk)
    desk.record.add(someone)
    lead.open_patient(someone.id)
    page = person_page(lead)
    assert page.empty.isVisible()
    assert not page.actions_row.isVisible()


def test_a_problem_without_an_entry_is_calm(lead: Navigator, desk: Desk) -> None:
    someone = patient(desk)
    desk.record.add(someone, problem(desk, someone))
    lead.open_patient(someone.id)
    page = person_page(lead)
    assert page.chart.empty.isVisible()
    assert page.verdict.empty.isVisible()
    assert page.timeline.empty.isVisible()


def test_the_verdict_is_said_with_its_reasons(page: PatientPage) -> None:
    assert page.verdict.headline.text() == "Failed: relief did not last"
    assert page.verdict.status.text() == "provisional · rule set 2026-1"
    assert page.chart.title.text() == "Pain fell from 8 to 3 by day 14 and was back at 7.5 by day 45."


def test_tabs_spell_out_the_side_and_say_the_state(page: PatientPage) -> None:
    assert page.tabs.bar.tabText(0) == "RIGHT knee · osteoarthritis"
    assert page.tabs.bar.accessibleTabName(0) == "RIGHT knee · osteoarthritis, Failed: relief did not last"


def test_chart_and_verdict_follow_a_new_score_at_once(page: PatientPage, desk: Desk) -> None:
    timeline = desk.review.timeline(page.problem_id or 0)
    desk.record.add(score(desk, timeline.problem, TODAY, 10))
    assert page.timeline.model.rowCount() == 5
    assert page.chart.title.text() == "Pain fell from 8 to 1 by day 50."
    assert page.verdict.headline.text() != "Failed: relief did not last"


def test_another_injection_can_be_chosen(page: PatientPage, desk: Desk) -> None:
    first = page.injection_id
    timeline = desk.review.timeline(page.problem_id or 0)
    given, scores = course(desk, timeline.problem, TODAY - timedelta(3), {-1: 70})
    desk.record.add(given, *scores)
    assert not page.verdict.choice.isHidden()
    page.verdict.choice.set_value(str(given.id))
    assert page.injection_id == given.id
    assert page.verdict.headline.text() == "Too early to judge"
    page.timeline.select(first or 0)
    assert page.injection_id == first


def test_another_cut_off_is_shown_when_asked(page: PatientPage) -> None:
    page.verdict.what_if.set_open(True)
    said = [remark.accessibleName() for remark in page.verdict.what_if.findChildren(Remark)]
    assert said == ["15 %", "30 % (in force)", "50 %"]


def test_the_clinicians_own_judgement_stands_beside(page: PatientPage, desk: Desk) -> None:
    desk.record.add(
        Override(
            id=desk.record.new_id(),
            injection_id=page.injection_id or 0,
            on=TODAY,
            judgement=Judgement.CANNOT_JUDGE,
            why="fell on the knee",
            clinician="Dr Haddad",
        )
    )
    said = [label.text() for label in page.verdict.findChildren(type(page.verdict.headline))]
    assert any("Dr Haddad" in text and "fell on the knee" in text for text in said)
    assert page.verdict.headline.text() == "Failed: relief did not last"


def test_what_is_missing_opens_the_form_that_mends_it(lead: Navigator, desk: Desk) -> None:
    someone = patient(desk)
    knee = problem(desk, someone)
    given, _ = course(desk, knee, TODAY - timedelta(30), {})
    desk.record.add(someone, knee, given)
    lead.open_patient(someone.id)
    page = person_page(lead)
    page.verdict.mend_button.click()
    assert form(page).kind is RecordKind.PAIN_SCORE


@pytest.mark.parametrize(
    ("key", "kind"),
    [
        ("S", RecordKind.PAIN_SCORE),
        ("I", RecordKind.INJECTION),
        ("T", RecordKind.THERAPY_SESSION),
        ("P", RecordKind.PROCEDURE),
        ("G", RecordKind.IMAGING),
        ("M", RecordKind.MEDICATION),
    ],
)
def test_every_action_has_its_key(page: PatientPage, key: str, kind: RecordKind) -> None:
    assert page.actions_row.buttons[kind].shortcut().toString() == key
    page.actions_row.buttons[kind].click()
    assert form(page).kind is kind


def test_correct_and_withdraw_from_the_timeline(page: PatientPage, desk: Desk) -> None:
    fact = page.timeline.model.fact_at(page.timeline.model.index(0, 0))
    assert fact is not None
    page.timeline.select(fact.id)
    page.timeline.view.setFocus()
    QTest.keyClick(page.timeline.view, Qt.Key.Key_F2)
    assert form(page).fact == fact
    form(page).done(0)
    QTest.keyClick(page.timeline.view, Qt.Key.Key_Delete)
    assert page.timeline.model.row_of(fact.id) is None
    assert page.verdict.headline.text() != "Failed: relief did not last"


def test_one_key_toggles_chart_and_table(page: PatientPage) -> None:
    page.chart.table_button.click()
    assert page.chart.isHidden()
    assert page.timeline.view.hasFocus()
    page.timeline.chart_button.click()
    assert not page.chart.isHidden()


def test_undo_is_named_and_takes_back(lead: Navigator, page: PatientPage, desk: Desk) -> None:
    timeline = desk.review.timeline(page.problem_id or 0)
    desk.record.add(score(desk, timeline.problem, TODAY, 10))
    assert lead.window.menus.undo_action.text() == "Undo add score"
    assert lead.window.toast.accessibleName() == "Added score"
    lead.window.menus.undo_action.trigger()
    assert page.timeline.model.rowCount() == 4
    lead.window.menus.redo_action.trigger()
    assert page.timeline.model.rowCount() == 5


def test_the_toast_takes_back_its_own_step(lead: Navigator, page: PatientPage, desk: Desk) -> None:
    timeline = desk.review.timeline(page.problem_id or 0)
    desk.record.add(score(desk, timeline.problem, TODAY, 10))
    lead.window.toast.button.click()
    assert page.timeline.model.rowCount() == 4


def test_a_person_who_was_withdrawn_is_left(lead: Navigator, page: PatientPage, desk: Desk) -> None:
    desk.record.withdraw(RecordKind.PATIENT, page.patient_id or 0)
    assert page.patient_id is None
    assert lead.window.pages.currentWidget() is people_page(lead)


def test_twelve_problems_and_five_hundred_entries(lead: Navigator, desk: Desk) -> None:
    someone = patient(desk, "A" * 200)
    problems = [problem(desk, someone, site, side=Side.LEFT, diagnosis="d" * 200) for site in list(Site)[:12]]
    scores = [score(desk, problems[0], TODAY - timedelta(day), day % 101) for day in range(500)]
    desk.record.add(someone, *problems, *scores)
    lead.open_patient(someone.id)
    page = person_page(lead)
    assert page.tabs.bar.count() == 12
    assert page.timeline.model.rowCount() == 500
    assert page.banner.name.width() <= lead.window.width()
