"""Conservative measures: activity, brace, orthotic, walking aid, weight, exercise."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from cortitrack.domain.checks import LINE, LONG, amount, dated, in_order, text_fits

KILOGRAM = "kg"


class MeasureKind(StrEnum):
    """Which measure."""

    ACTIVITY = "activity"
    BRACE = "brace"
    ORTHOTIC = "orthotic"
    WALKING_AID = "walking_aid"
    WEIGHT = "weight"
    EXERCISE = "exercise"


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One measure from a day on: what was agreed or worn, with a number and its unit where it has one.

    Of a weight, `target` is in the unit of the weight itself.
    """

    id: int
    problem_id: int
    on: date
    kind: MeasureKind
    value: Decimal | None = None
    unit: str = ""
    to_on: date | None = None
    note: str = ""
    what: str = ""
    hours_a_day: Decimal | None = None
    height_cm: Decimal | None = None
    target: Decimal | None = None

    def __post_init__(self) -> None:
        dated(on=self.on, to_on=self.to_on)
        in_order(self.on, "to_on", self.to_on)
        amount("value", self.value, 0, 100_000)
        amount("hours_a_day", self.hours_a_day, 0, 24, places=1)
        amount("height_cm", self.height_cm, 30, 280, places=1)
        amount("target", self.target, 0, 100_000)
        text_fits(LINE, unit=self.unit, what=self.what)
        text_fits(LONG, note=self.note)

    @property
    def bmi(self) -> Decimal | None:
        """Body mass index to one decimal, of a weight in kilograms whose height is recorded."""
        if self.kind is not MeasureKind.WEIGHT or self.value is None or self.height_cm is None:
            return None
        if self.unit.strip().casefold() != KILOGRAM:
            return None
        return (self.value * 10_000 / (self.height_cm * self.height_cm)).quantize(Decimal("0.1"))
