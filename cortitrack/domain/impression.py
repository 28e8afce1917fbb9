"""What the patient says overall: the global impression of change, and relief recalled at a later visit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from cortitrack.domain.checks import LONG, amount, dated, text_fits, within
from cortitrack.domain.errors import Invalid, Why


@dataclass(frozen=True, slots=True, kw_only=True)
class Impression:
    """PGIC 1 (very much improved) … 7 (very much worse); recall is best relief and how many weeks it lasted."""

    id: int
    problem_id: int
    on: date
    pgic: int | None = None
    best_relief_percent: Decimal | None = None
    relief_weeks: Decimal | None = None
    note: str = ""

    def __post_init__(self) -> None:
        dated(on=self.on)
        within("pgic", self.pgic, 1, 7)
        amount("best_relief_percent", self.best_relief_percent, 0, 100, places=1)
        amount("relief_weeks", self.relief_weeks, 0, 520, places=1)
        text_fits(LONG, note=self.note)
        if self.pgic is None and self.best_relief_percent is None and self.relief_weeks is None and not self.note:
            raise Invalid("pgic", Why.MISSING)
