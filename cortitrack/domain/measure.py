"""Conservative measures: activity, brace, orthotic, walking aid, weight, exercise."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from cortitrack.domain.checks import LINE, LONG, amount, dated, in_order, text_fits


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
    """One measure from a day on, with a number and its unit where it has one."""

    id: int
    problem_id: int
    on: date
    kind: MeasureKind
    value: Decimal | None = None
    unit: str = ""
    to_on: date | None = None
    note: str = ""

    def __post_init__(self) -> None:
        dated(on=self.on, to_on=self.to_on)
        in_order(self.on, "to_on", self.to_on)
        amount("value", self.value, 0, 100_000)
        text_fits(LINE, unit=self.unit)
        text_fits(LONG, note=self.note)
