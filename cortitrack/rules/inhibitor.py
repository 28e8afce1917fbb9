"""Strong inhibitors of CYP3A4: which of them a person takes, or took until lately."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from cortitrack.domain.medication import Medication, MedicationClass
from cortitrack.domain.risk import RiskKind
from cortitrack.rules.drug_names import STRONG_CYP3A4_INHIBITORS, named
from cortitrack.rules.safety_view import SafetyView


class Inhibitor(NamedTuple):
    """One of them: its name, days since its end (0: taken still), the entry."""

    name: str
    days: int
    entry: int


def inhibitors(view: SafetyView, day: date, at_most_days: int) -> tuple[Inhibitor, ...]:
    """Those taken on `day`, or whose end lies no more than `at_most_days` back."""
    taken = [(one.drug, one.from_on, one.to_on, one.id) for one in view.medications if _inhibits(one)]
    taken += [
        (one.detail or one.kind.value, one.from_on, one.to_on, one.id)
        for one in view.risks
        if one.kind is RiskKind.INTERACTING_MEDICINE
    ]
    found = [
        Inhibitor(name, 0 if end is None else max((day - end).days, 0), entry)
        for name, start, end, entry in taken
        if start <= day
    ]
    return tuple(sorted((one for one in found if one.days <= at_most_days), key=lambda one: (one.days, one.entry)))


def _inhibits(medicine: Medication) -> bool:
    by_class = medicine.medication_class is MedicationClass.CYP3A4_INHIBITOR
    return by_class or named(medicine.drug, STRONG_CYP3A4_INHIBITORS) is not None
