"""Pictures of the place, and what they showed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from cortitrack.domain.checks import LINE, LONG, amount, dated, in_order, text_fits


class Modality(StrEnum):
    """How the picture was made."""

    XRAY = "xray"
    ULTRASOUND = "ultrasound"
    MRI = "mri"
    CT = "ct"
    OTHER = "other"


class Finding(StrEnum):
    """The finding that matters most for what comes next."""

    NONE = "none"
    TENDON_TEAR = "tendon_tear"
    NERVE_COMPRESSION = "nerve_compression"
    JOINT_DESTRUCTION = "joint_destruction"
    CORD_COMPRESSION = "cord_compression"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Imaging:
    """One examination; no finding recorded is not the finding "none"."""

    id: int
    problem_id: int
    on: date
    modality: Modality
    finding: Finding | None = None
    grade: str = ""
    size_cm: Decimal | None = None
    level: str = ""
    text: str = ""
    requested_on: date | None = None
    own_reading: str = ""
    agrees_with_report: bool | None = None
    kept_at: str = ""

    def __post_init__(self) -> None:
        dated(on=self.on, requested_on=self.requested_on)
        in_order(self.requested_on, "on", self.on)
        amount("size_cm", self.size_cm, 0, 100, places=2)
        text_fits(LINE, grade=self.grade, level=self.level, kept_at=self.kept_at)
        text_fits(LONG, text=self.text, own_reading=self.own_reading)
