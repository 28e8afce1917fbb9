"""Medicines, for one problem or for the whole person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from cortitrack.domain.checks import LINE, LONG, dated, in_order, required, text_fits


class MedicationClass(StrEnum):
    """What kind of medicine."""

    NSAID = "nsaid"
    MUSCLE_RELAXER = "muscle_relaxer"
    ANALGESIC = "analgesic"
    OPIOID = "opioid"
    SYSTEMIC_STEROID = "systemic_steroid"
    CYP3A4_INHIBITOR = "cyp3a4_inhibitor"
    ANTICOAGULANT = "anticoagulant"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Medication:
    """One course of one medicine; without an end it is taken still."""

    id: int
    patient_id: int
    problem_id: int | None = None
    medication_class: MedicationClass
    drug: str
    dose: str = ""
    route: str = ""
    from_on: date
    to_on: date | None = None
    effect: str = ""
    note: str = ""
    stopped_why: str = ""

    def __post_init__(self) -> None:
        required("drug", self.drug)
        text_fits(LINE, drug=self.drug, dose=self.dose, route=self.route)
        text_fits(LONG, effect=self.effect, note=self.note, stopped_why=self.stopped_why)
        dated(from_on=self.from_on, to_on=self.to_on)
        in_order(self.from_on, "to_on", self.to_on)
