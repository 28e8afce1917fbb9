"""Other procedures with a needle or a probe: PRP, hyaluronic acid, blocks, radiofrequency, epidurals."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from cortitrack.domain.anatomy import Guidance
from cortitrack.domain.checks import LINE, LONG, amount, dated, text_fits


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
    """One procedure that is no corticosteroid injection of its own."""

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

    def __post_init__(self) -> None:
        dated(on=self.on)
        text_fits(LINE, target=self.target, product=self.product, steroid=self.steroid)
        text_fits(LONG, note=self.note)
        amount("steroid_mg", self.steroid_mg, 0, 1000)
        amount("relief_percent", self.relief_percent, 0, 100, places=1)
        amount("relief_hours", self.relief_hours, 0, 100_000, places=2)
