"""People: found, fetched, counted."""

from __future__ import annotations

from datetime import date

from cortitrack.db import facts, patients
from cortitrack.db.database import Database
from cortitrack.db.patients import FoundPatient as PatientRow
from cortitrack.db.patients import FoundProblem
from cortitrack.domain.errors import Invalid, Why
from cortitrack.domain.patient import Patient
from cortitrack.domain.records import RecordKind

__all__ = ["FoundProblem", "PatientRow", "Patients"]


class Patients:
    """Where people are looked for."""

    def __init__(self, database: Database) -> None:
        """Look in `database`."""
        self._database = database

    def find(self, text: str = "", limit: int = 200) -> tuple[PatientRow, ...]:
        """Those with words beginning with all typed words: names, birth date, record number, diagnosis.

        Last seen first; an empty text finds everyone.
        """
        with self._database.reading() as c:
            return patients.find(c, text, limit)

    def get(self, patient_id: int) -> Patient:
        """One person.

        Raises:
            Invalid: there is no such person, or the record was withdrawn.
        """
        with self._database.reading() as c:
            found = facts.get(c, RecordKind.PATIENT, patient_id)
        if not isinstance(found, Patient):
            raise Invalid("patient_id", Why.NOBODY, value=patient_id)
        return found

    def possible_duplicates(self, family_name: str, given_name: str, birth_date: date) -> tuple[PatientRow, ...]:
        """People with such a name born on that day."""
        with self._database.reading() as c:
            return patients.duplicates(c, family_name, given_name, birth_date)

    def count(self) -> int:
        """How many people have a record."""
        with self._database.reading() as c:
            return patients.count(c)
