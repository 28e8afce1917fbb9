"""Signs that go past every stage: looked for, found or not, and resolved."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from cortitrack.domain.checks import LINE, LONG, dated, in_order, text_fits


class RedFlagKind(StrEnum):
    """Which sign."""

    SEPTIC_JOINT = "septic_joint"
    FEVER = "fever"
    HOT_SWOLLEN_JOINT = "hot_swollen_joint"
    SADDLE_NUMBNESS = "saddle_numbness"
    BLADDER_BOWEL_SEXUAL = "bladder_bowel_sexual"
    BILATERAL_SCIATICA = "bilateral_sciatica"
    PROGRESSIVE_DEFICIT = "progressive_deficit"
    MYELOPATHY = "myelopathy"
    NIGHT_PAIN = "night_pain"
    WEIGHT_LOSS = "weight_loss"
    SUSPECTED_FRACTURE = "suspected_fracture"
    UNEXPLAINED_MASS = "unexplained_mass"
    PLANTAR_RUPTURE = "plantar_rupture"
    ACUTE_CUFF_TEAR = "acute_cuff_tear"


@dataclass(frozen=True, slots=True, kw_only=True)
class RedFlag:
    """One look for one sign. That it was not there is recorded too; no entry means that nobody has looked."""

    id: int
    problem_id: int
    on: date
    flag: RedFlagKind
    present: bool
    resolved_on: date | None = None
    by: str = ""
    note: str = ""

    def __post_init__(self) -> None:
        dated(on=self.on, resolved_on=self.resolved_on)
        in_order(self.on, "resolved_on", self.resolved_on)
        text_fits(LINE, by=self.by)
        text_fits(LONG, note=self.note)

    def stands_on(self, day: date) -> bool:
        """Whether the sign was there on `day` and not yet resolved."""
        return self.present and self.on <= day and (self.resolved_on is None or day < self.resolved_on)
