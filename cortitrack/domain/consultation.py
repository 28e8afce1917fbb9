"""A colleague's opinion: what was asked, when the patient was seen, what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from cortitrack.domain.checks import LINE, LONG, dated, in_order, text_fits
from cortitrack.domain.referral import Urgency


class Specialty(StrEnum):
    """Who was asked; spine is the spine surgeon or neurosurgeon."""

    ORTHOPAEDIC = "orthopaedic"
    SPINE = "spine"
    PAIN = "pain"
    THERAPY = "therapy"
    RADIOLOGY = "radiology"
    RHEUMATOLOGY = "rheumatology"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Consultation:
    """One request; without `seen_on` it has not been answered as far as is recorded."""

    id: int
    problem_id: int
    asked_on: date
    specialty: Specialty
    to_whom: str = ""
    urgency: Urgency | None = None
    question: str = ""
    seen_on: date | None = None
    outcome: str = ""
    note: str = ""

    def __post_init__(self) -> None:
        dated(asked_on=self.asked_on, seen_on=self.seen_on)
        in_order(self.asked_on, "seen_on", self.seen_on)
        text_fits(LINE, to_whom=self.to_whom)
        text_fits(LONG, question=self.question, outcome=self.outcome, note=self.note)
