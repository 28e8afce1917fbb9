"""Today: what waits, said in words, and opened by a click or a key."""

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from cortitrack.services.desk import Desk
from cortitrack.ui.navigator import Navigator
from tests.clinics import TODAY, Clock, course, patient, person_with_a_failed_injection, problem
from tests.ui.pages.rooms import person_page


def test_an_empty_clinic_says_how_to_begin(lead: Navigator) -> None:
    assert lead.today.headline.accessibleDescription() == "Nobody has a record here yet."
    assert lead.today.empty.button.isVisible()


def test_a_failed_injection_waits_for_a_decision(lead: Navigator, desk: Desk) -> None:
    someone, _, _ = person_with_a_failed_injection(desk)
    item = lead.today.decisions.view.work.item_at(lead.today.decisions.view.work.index(0))
    assert item is not None
    assert item.patient_id == someone.id
    assert "failed: relief did not last" in item.line
    assert "1 injection has failed and waits for a decision." in lead.today.headline.accessibleDescription()


def test_a_score_that_is_due_stands_with_the_telephone(lead: Navigator, desk: Desk) -> None:
    someone = patient(desk, phone="030 555 0142")
    knee = problem(desk, someone)
    given, scores = course(desk, knee, TODAY - timedelta(45), {-1: 80})
    desk.record.add(someone, knee, given, *scores)
    item = lead.today.due.view.work.item_at(lead.today.due.view.work.index(0))
    assert item is not None
    assert (item.beside, item.line, item.note) == ("030 555 0142", "RIGHT knee · 6 weeks", "due for 3 days")


def test_nothing_waits_is_calm(lead: Navigator, desk: Desk) -> None:
    desk.record.add(patient(desk))
    assert lead.today.headline.accessibleDescription().startswith("Nothing waits")
    assert lead.today.due.calm.isVisible()


def test_enter_opens_the_person(lead: Navigator, desk: Desk) -> None:
    someone, knee, given = person_with_a_failed_injection(desk)
    lead.show_today()
    assert lead.today.decisions.view.hasFocus()
    QTest.keyClick(lead.today.decisions.view, Qt.Key.Key_Return)
    page = person_page(lead)
    assert (page.patient_id, page.problem_id, page.injection_id) == (someone.id, knee.id, given.id)


def test_over_midnight_the_new_day_is_shown(lead: Navigator, clock: Clock) -> None:
    clock.go_to(TODAY + timedelta(1))
    lead._look_at_the_clock()
    assert lead.today.headline.accessibleName() == "Thursday 5 March 2026"
