"""Finding people with the keyboard alone."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from cortitrack.services.desk import Desk
from cortitrack.ui.navigator import Navigator
from tests.clinics import patient
from tests.ui.pages.rooms import people_page, person_page


def add(desk: Desk, *names: str) -> None:
    desk.record.add(*(patient(desk, name) for name in names))


def test_typing_finds_and_enter_opens(lead: Navigator, desk: Desk) -> None:
    add(desk, "Ardal", "Arnesen", "Brandt")
    box = lead.window.find_box
    lead.find_people()
    QTest.keyClicks(box, "ar")
    page = people_page(lead)
    assert page.model.rowCount() == 2
    QTest.keyClick(box, Qt.Key.Key_Down)
    chosen = page.model.patient_at(1)
    assert chosen is not None
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert person_page(lead).patient_id == chosen.id
    assert box.text() == ""


def test_nobody_found_says_what_is_looked_for(lead: Navigator, desk: Desk) -> None:
    add(desk, "Ardal")
    QTest.keyClicks(lead.window.find_box, "zzz")
    assert people_page(lead).nobody.isVisible()
    QTest.keyClick(lead.window.find_box, Qt.Key.Key_Escape)
    assert people_page(lead).model.rowCount() == 1


def test_an_empty_clinic_offers_the_first_person(lead: Navigator) -> None:
    lead.show_patients()
    assert people_page(lead).empty.button.isVisible()


def test_arrows_stop_at_both_ends(lead: Navigator, desk: Desk) -> None:
    add(desk, "Ardal", "Brandt")
    lead.show_patients()
    page = people_page(lead)
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_PageDown):
        QTest.keyClick(lead.window.find_box, key)
    assert page.view.currentIndex().row() == 1
