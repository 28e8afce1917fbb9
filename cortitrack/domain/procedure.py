"""Other procedures with a needle or a probe: PRP, hyaluronic acid, blocks, radiofrequency, epidurals."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from cortitrack.domain.anatomy import Guidance, Side
from cortitrack.domain.checks import LINE, LONG, amount, dated, text_fits, within


class ProcedureKind(StrEnum):
    """What was done. The last three are part of the injection when done on its day."""

    PRP = "prp"
    HYALURONIC_ACID = "hyaluronic_acid"
    NERVE_BLOCK = "nerve_block"
    RFA = "rfa"
    EPIDURAL = "epidural"
    OTHER = "other"
    ASPIRATION = "aspiration"
    HYDRODILATATION = "hydrodilatation"
    BARBOTAGE = "barbotage"


@dataclass(frozen=True, slots=True, kw_only=True)
class Procedure:
    """One procedure that is no corticosteroid injection of its own.

    `relief_percent` and `relief_hours` are what a block gave; `relief_…_months_percent` what was left of it later.
    """

    id: int
    problem_id: int
    on: date
    kind: ProcedureKind
    target: str = ""
    product: str = ""
    steroid: str = ""
    steroid_mg: Decimal | None = None
    relief_percent: Decimal | None = None
    relief_hours: Decimal | None = None
    guidance: Guidance | None = None
    note: str = ""
    volume_ml: Decimal | None = None
    number_in_series: int | None = None
    nerve: str = ""
    level: str = ""
    side: Side | None = None
    drug: str = ""
    drug_mg: Decimal | None = None
    temperature_c: Decimal | None = None
    seconds: int | None = None
    relief_3_months_percent: Decimal | None = None
    relief_6_months_percent: Decimal | None = None
    relief_12_months_percent: Decimal | None = None
    unusual_why: str = ""

    def __post_init__(self) -> None:
        dated(on=self.on)
        text_fits(LINE, target=self.target, product=self.product, steroid=self.steroid)
        text_fits(LINE, nerve=self.nerve, level=self.level, drug=self.drug)
        text_fits(LONG, note=self.note, unusual_why=self.unusual_why)
        amount("steroid_mg", self.steroid_mg, 0, 1000)
        amount("volume_ml", self.volume_ml, 0, 1000)
        amount("drug_mg", self.drug_mg, 0, 10_000)
        amount("temperature_c", self.temperature_c, -100, 200, places=1)
        within("number_in_series", self.number_in_series, 1, 100)
        within("seconds", self.seconds, 0, 36_000)
        self._check_relief()

    def _check_relief(self) -> None:
        amount("relief_percent", self.relief_percent, 0, 100, places=1)
        amount("relief_hours", self.relief_hours, 0, 100_000, places=2)
        amount("relief_3_months_percent", self.relief_3_months_percent, 0, 100, places=1)
        amount("relief_6_months_percent", self.relief_6_months_percent, 0, 100, places=1)
        amount("relief_12_months_percent", self.relief_12_months_percent, 0, 100, places=1)
