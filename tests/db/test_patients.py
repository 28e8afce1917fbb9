from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from cortitrack.db.folding import days, folded, words
from cortitrack.domain.anatomy import Site
from cortitrack.services.desk import Desk
from tests.clinics import TODAY, new_clinic, patient, problem, score

PEOPLE = {
    "Łódzka": ("Anna Maria", date(1960, 1, 12), "A-77"),
    "O'Brien": ("Siân", date(1971, 12, 1), ""),
    "Müller-Østergård": ("Jörg", date(1985, 6, 30), "B 12"),
    "Straße": ("Ida", date(1999, 2, 28), "77"),
    "Παπαδόπουλος": ("Νίκος", date(1950, 5, 5), ""),
    "王": ("小明", date(2001, 9, 9), ""),
    "بن علي": ("فاطمة", date(1944, 4, 4), ""),
}


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    desk = new_clinic(tmp_path_factory.mktemp("people") / "hill.cortitrack")
    for family, (given, born, number) in PEOPLE.items():
        desk.record.add(patient(desk, family, given_name=given, birth_date=born, record_number=number))
    brien = desk.patients.find("obrien")[0]
    shoulder = problem(desk, desk.patients.get(brien.id), Site.SHOULDER, diagnosis="Frozen shoulder", icd10="M75.0")
    desk.record.add(shoulder, score(desk, shoulder, TODAY - timedelta(3), 50))
    yield desk
    desk.close()


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("lodz", ["Łódzka"]),
        ("ŁÓDZ", ["Łódzka"]),
        ("maria lodz", ["Łódzka"]),
        ("LODZ, anna", ["Łódzka"]),
        ("obri", ["O'Brien"]),
        ("o'brien sian", ["O'Brien"]),
        ("muller", ["Müller-Østergård"]),
        ("ostergard", ["Müller-Østergård"]),
        ("muller-ost", ["Müller-Østergård"]),
        ("strasse", ["Straße"]),
        ("παπα", ["Παπαδόπουλος"]),
        ("ΠΑΠΑΔΌ", ["Παπαδόπουλος"]),
        ("王", ["王"]),
        ("明", ["王"]),
        ("علي", ["بن علي"]),
        ("a-77", ["Łódzka"]),
        ("77", ["Straße"]),
        ("b 12", ["Müller-Østergård"]),
        ("1971", ["O'Brien"]),
        ("1971-12", ["O'Brien"]),
        ("1971-12-01", ["O'Brien"]),
        ("1.12.1971", ["O'Brien"]),
        ("12/1/1971", ["O'Brien"]),
        ("froz", ["O'Brien"]),
        ("m75", ["O'Brien"]),
        ("shoulder sian", ["O'Brien"]),
        ("dzk", ["Łódzka"]),
        ("nobody", []),
        ("anna sian", []),
        ("%", []),
        ("'; --", []),
    ],
)
def test_people_are_found_by_what_is_typed(desk: Desk, typed: str, found: list[str]) -> None:
    assert [row.family_name for row in desk.patients.find(typed)] == found


def test_an_empty_text_finds_everyone_the_last_seen_first(desk: Desk) -> None:
    rows = desk.patients.find("  ")
    assert len(rows) == len(PEOPLE) == desk.patients.count()
    assert rows[0].family_name == "O'Brien"
    assert rows[0].last_seen == TODAY - timedelta(3)
    assert [problem.diagnosis for problem in rows[0].problems] == ["Frozen shoulder"]


def test_the_limit_is_kept(desk: Desk) -> None:
    assert len(desk.patients.find("", limit=2)) == 2
    assert len(desk.patients.find("19", limit=3)) == 3


@pytest.mark.parametrize(
    ("family", "given", "born", "alike"),
    [
        ("LODZKA", "anna", date(1960, 1, 12), True),
        ("Anna", "Łódzka", date(1960, 1, 12), True),
        ("Łódzka", "Maria Anna", date(1960, 1, 12), True),
        ("Łódzka", "Anna", date(1960, 1, 13), False),
        ("Kowalska", "Anna", date(1960, 1, 12), False),
    ],
)
def test_name_and_birth_date_alike_are_pointed_out(
    desk: Desk, family: str, given: str, born: date, alike: bool
) -> None:
    assert bool(desk.patients.possible_duplicates(family, given, born)) is alike


def test_a_corrected_name_is_found_and_the_old_one_not(tmp_path: Path) -> None:
    desk = new_clinic(tmp_path / "hill.cortitrack")
    someone = patient(desk, "Ardal")
    desk.record.add(someone)
    desk.record.correct(replace(someone, family_name="Brenik"))
    assert not desk.patients.find("ardal")
    assert desk.patients.find("brenik")
    desk.record.undo()
    assert desk.patients.find("ardal")
    desk.close()


def test_folding_takes_letters_apart() -> None:
    assert folded("Ærøskøbing Ðorđe Iİı") == "aeroskobing dorde iii"
    assert words("Smith-Jones/2") == ["smith-jones/2", "smith", "jones", "2"]


def test_a_typed_day_may_be_read_in_two_ways_when_looking() -> None:
    assert days("3.4.1960") == [date(1960, 4, 3), date(1960, 3, 4)]
    assert days("1960-04-03") == [date(1960, 4, 3)]
    assert days("31.31.1960") == []
    assert days("april") == []
