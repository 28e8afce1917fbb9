"""People as a Qt model, without a window."""

from datetime import date

from cortitrack.domain.anatomy import Side, Site
from cortitrack.services.patients import FoundProblem, PatientRow
from cortitrack.ui.tables.patients_table import Column, PatientRole, PatientsTable, years_old

ROW = PatientRow(
    id=7,
    shown_id="7",
    family_name="Alvarez-Quinn",
    given_name="Marta",
    birth_date=date(1968, 3, 4),
    record_number="20418",
    problems=(
        FoundProblem(id=1, site=Site.KNEE, side=Side.RIGHT, diagnosis="osteoarthritis"),
        FoundProblem(id=2, site=Site.SHOULDER, side=Side.LEFT, diagnosis=""),
    ),
    last_seen=None,
    failed=2,
)


def test_a_row_says_who_it_is() -> None:
    model = PatientsTable(lambda: date(2026, 3, 3))
    model.show_people([ROW])
    cells = [model.data(model.index(0, column)) for column in Column]
    assert cells == [
        "Marta Alvarez-Quinn",
        "4 March 1968 · 57 y",
        "20418",
        "RIGHT knee, LEFT shoulder",
        "–",
        "2 failed",
    ]
    assert model.data(model.index(0, Column.NAME), PatientRole) == 7


def test_age_turns_on_the_birthday() -> None:
    born = date(1968, 2, 29)
    assert years_old(born, date(2026, 2, 28)) == 57
    assert years_old(born, date(2026, 3, 1)) == 58


def test_a_row_that_is_not_there_is_nobody() -> None:
    assert PatientsTable(lambda: date(2026, 3, 3)).patient_at(0) is None
