"""People as rows: name, birth date and age, record number, problems, when last seen, what has failed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from cortitrack.services.patients import PatientRow
from cortitrack.words.figures import age, day, day_short
from cortitrack.words.labels import side_site
from cortitrack.words.tongue import nt, t

AnyIndex = QModelIndex | QPersistentModelIndex
PatientRole = Qt.ItemDataRole.UserRole
NOWHERE = QModelIndex()
NEVER = "–"


class Column(IntEnum):
    """The columns, in reading order."""

    NAME = 0
    BORN = 1
    NUMBER = 2
    PROBLEMS = 3
    LAST_SEEN = 4
    STATE = 5


def spoken_name(given_name: str, family_name: str) -> str:
    """The two name fields as one line, in the order in which `Patient.name` says them."""
    return f"{given_name} {family_name}".strip()


def years_old(born: date, today: date) -> int:
    """Completed years."""
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))


class PatientsTable(QAbstractTableModel):
    """A Qt model of people that were found, in the order in which they were found."""

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self._today = today
        self._rows: Sequence[PatientRow] = ()

    def show_people(self, rows: Sequence[PatientRow]) -> None:
        """Replace what is shown."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def patient_at(self, row: int) -> PatientRow | None:
        """The person in a row."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def rowCount(self, parent: AnyIndex = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: AnyIndex = NOWHERE) -> int:
        return 0 if parent.isValid() else len(Column)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], Column(index.column())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._said(row, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{_headings()[column]}: {self._said(row, column) or t('none')}"
        if role == PatientRole:
            return row.id
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _headings()[Column(section)]
        return None

    def _said(self, row: PatientRow, column: Column) -> str:
        match column:
            case Column.NAME:
                return spoken_name(row.given_name, row.family_name)
            case Column.BORN:
                return f"{day(row.birth_date)} · {age(years_old(row.birth_date, self._today()))}"
            case Column.NUMBER:
                return row.record_number
            case Column.PROBLEMS:
                return ", ".join(side_site(problem) for problem in row.problems)
            case Column.LAST_SEEN:
                return day_short(row.last_seen) if row.last_seen else NEVER
            case Column.STATE:
                return nt("{n} failed", "{n} failed", row.failed) if row.failed else ""


def _headings() -> dict[Column, str]:
    return {
        Column.NAME: t("Name"),
        Column.BORN: t("Born"),
        Column.NUMBER: t("Record number"),
        Column.PROBLEMS: t("Problems"),
        Column.LAST_SEEN: t("Last seen"),
        Column.STATE: t("Injections"),
    }
