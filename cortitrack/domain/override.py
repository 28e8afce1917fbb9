"""A clinician's own judgement of one injection, kept beside the computed one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from cortitrack.domain.checks import LINE, LONG, dated, required, text_fits


class Judgement(StrEnum):
    """What a clinician may set beside the computed verdict."""

    RESPONDED = "responded"
    PARTIAL = "partial"
    FAILED = "failed"
    CANNOT_JUDGE = "cannot_judge"


@dataclass(frozen=True, slots=True, kw_only=True)
class Override:
    """The clinician's judgement with its reason; the latest one of an injection stands."""

    id: int
    injection_id: int
    on: date
    judgement: Judgement
    why: str
    clinician: str

    def __post_init__(self) -> None:
        dated(on=self.on)
        required("why", self.why)
        required("clinician", self.clinician)
        text_fits(LINE, clinician=self.clinician)
        text_fits(LONG, why=self.why)
