"""One corticosteroid injection, as given."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from enum import StrEnum

from cortitrack.domain.anatomy import Guidance, Region, Target
from cortitrack.domain.checks import LINE, LONG, amount, dated, text_fits


class Drug(StrEnum):
    """The corticosteroid."""

    TRIAMCINOLONE_ACETONIDE = "triamcinolone_acetonide"
    TRIAMCINOLONE_HEXACETONIDE = "triamcinolone_hexacetonide"
    TRIAMCINOLONE_ER = "triamcinolone_er"
    METHYLPREDNISOLONE_ACETATE = "methylprednisolone_acetate"
    BETAMETHASONE = "betamethasone"
    DEXAMETHASONE = "dexamethasone"
    HYDROCORTISONE = "hydrocortisone"
    OTHER = "other"


NO_ANAESTHETIC = frozenset({"", "none", "no", "-", "–"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Injection:
    """What went where on which day."""

    id: int
    problem_id: int
    given_on: date
    given_at: time | None = None
    target: Target | None = None
    drug: Drug
    dose_mg: Decimal | None = None
    volume_ml: Decimal | None = None
    anaesthetic: str = ""
    anaesthetic_ml: Decimal | None = None
    guidance: Guidance | None = None
    approach: str = ""
    operator: str = ""
    lot: str = ""
    expires_on: date | None = None
    adverse: str = ""
    note: str = ""
    region: Region | None = None

    def __post_init__(self) -> None:
        dated(given_on=self.given_on, expires_on=self.expires_on)
        amount("dose_mg", self.dose_mg, 0, 1000)
        amount("volume_ml", self.volume_ml, 0, 100)
        amount("anaesthetic_ml", self.anaesthetic_ml, 0, 100)
        text_fits(LINE, anaesthetic=self.anaesthetic, approach=self.approach, operator=self.operator, lot=self.lot)
        text_fits(LONG, adverse=self.adverse, note=self.note)

    @property
    def with_anaesthetic(self) -> bool:
        """Whether a local anaesthetic was in the syringe."""
        named = self.anaesthetic.strip().casefold()
        return named not in NO_ANAESTHETIC or (named == "" and bool(self.anaesthetic_ml))

    @property
    def image_guided(self) -> bool:
        """Whether an image showed the needle's way; not recorded counts as not."""
        return self.guidance is not None and self.guidance.by_image
