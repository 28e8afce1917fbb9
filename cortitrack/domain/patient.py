"""A person with a record."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from cortitrack.domain.checks import LINE, LONG, dated, required, text_fits


class Sex(StrEnum):
    """Sex as recorded."""

    FEMALE = "female"
    MALE = "male"
    OTHER = "other"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Patient:
    """One person. Names are one family and one given field, in any script, never split or re-cased."""

    id: int
    family_name: str
    given_name: str = ""
    birth_date: date
    sex: Sex | None = None
    record_number: str = ""
    phone: str = ""
    email: str = ""
    address: str = ""
    language: str = ""
    allergies: str = ""
    conditions: str = ""
    note: str = ""

    def __post_init__(self) -> None:
        required("family_name", self.family_name)
        text_fits(
            LINE,
            family_name=self.family_name,
            given_name=self.given_name,
            record_number=self.record_number,
            phone=self.phone,
            email=self.email,
            language=self.language,
        )
        text_fits(LONG, address=self.address, allergies=self.allergies, conditions=self.conditions, note=self.note)
        dated(birth_date=self.birth_date)

    @property
    def name(self) -> str:
        """Given and family name in the order they are spoken in most of the program's languages."""
        return f"{self.given_name} {self.family_name}".strip()

    def age_on(self, day: date) -> int:
        """Completed years on `day`; a birthday of 29 February counts on 1 March in other years."""
        before_birthday = (day.month, day.day) < (self.birth_date.month, self.birth_date.day)
        return day.year - self.birth_date.year - before_birthday
