"""What a person brings that makes an injection riskier: recorded once, for all their problems."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from cortitrack.domain.anatomy import Side, Site
from cortitrack.domain.checks import LINE, LONG, amount, dated, in_order, text_fits
from cortitrack.domain.errors import Invalid, Why


class RiskKind(StrEnum):
    """What kind of risk. `insulin` is diabetes treated with it."""

    DIABETES = "diabetes"
    INSULIN = "insulin"
    ANTICOAGULANT = "anticoagulant"
    ANTIPLATELET = "antiplatelet"
    INTERACTING_MEDICINE = "interacting_medicine"
    PROSTHESIS = "prosthesis"
    ALLERGY = "allergy"
    PREGNANCY = "pregnancy"
    BREAST_FEEDING = "breast_feeding"
    IMMUNOSUPPRESSION = "immunosuppression"
    CANCER_HISTORY = "cancer_history"
    OSTEOPOROSIS = "osteoporosis"
    GLAUCOMA = "glaucoma"
    PSYCHOSIS = "psychosis"
    UNCONTROLLED_PRESSURE = "uncontrolled_pressure"
    HEART_FAILURE = "heart_failure"
    RECENT_INFARCTION = "recent_infarction"
    LIVE_VACCINE = "live_vaccine"
    POST_MENOPAUSAL = "post_menopausal"
    IV_DRUG_USE = "iv_drug_use"
    INFECTION = "infection"


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What a risk's value is: the one unit in which it is kept, and between which ends."""

    unit: str
    low: Decimal
    high: Decimal


_HBA1C = Measured(unit="%", low=Decimal(2), high=Decimal(25))
MEASURED: dict[RiskKind, Measured] = {
    RiskKind.DIABETES: _HBA1C,
    RiskKind.INSULIN: _HBA1C,
    RiskKind.ANTICOAGULANT: Measured(unit="INR", low=Decimal("0.1"), high=Decimal(30)),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Risk:
    """One risk from a day on; without an end it holds still. A value has its kind's own unit (HbA1c %, INR)."""

    id: int
    patient_id: int
    kind: RiskKind
    from_on: date
    to_on: date | None = None
    value: Decimal | None = None
    unit: str = ""
    site: Site | None = None
    side: Side | None = None
    detail: str = ""
    note: str = ""

    def __post_init__(self) -> None:
        dated(from_on=self.from_on, to_on=self.to_on)
        in_order(self.from_on, "to_on", self.to_on)
        amount("value", self.value, 0, 100_000)
        text_fits(LINE, unit=self.unit)
        text_fits(LONG, detail=self.detail, note=self.note)
        measured = MEASURED.get(self.kind)
        if measured is not None:
            amount("value", self.value, measured.low, measured.high)
            if self.unit not in ("", measured.unit):
                raise Invalid("unit", Why.UNKNOWN_CODE, value=self.unit, choices=(measured.unit,))

    def holds_on(self, day: date) -> bool:
        """Whether the risk was there on `day`, as far as is recorded."""
        return self.from_on <= day and (self.to_on is None or day <= self.to_on)
