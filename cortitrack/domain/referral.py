"""What a person says when a letter is asked for: to whom, what is asked, how urgent."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from cortitrack.domain.checks import LINE, LONG, required, text_fits


class Urgency(StrEnum):
    """How soon the reader's answer is needed; urgent means within two weeks."""

    EMERGENCY = "emergency"
    URGENT = "urgent"
    SOON = "soon"
    ROUTINE = "routine"


class Preset(StrEnum):
    """For which kind of reader the letter is."""

    ORTHOPAEDIC = "orthopaedic"
    SPINE = "spine"
    PAIN = "pain"
    THERAPY = "therapy"
    RADIOLOGY = "radiology"


@dataclass(frozen=True, slots=True, kw_only=True)
class Referral:
    """One request for a letter. The question may be empty only in a draft, which then says so."""

    to: str = ""
    question: str = ""
    wants: str = ""
    urgency: Urgency = Urgency.ROUTINE
    urgency_reason: str = ""
    preset: Preset = Preset.ORTHOPAEDIC
    signed_by: str = ""
    draft: bool = False

    def __post_init__(self) -> None:
        text_fits(LINE, to=self.to, urgency_reason=self.urgency_reason, signed_by=self.signed_by)
        text_fits(LONG, question=self.question, wants=self.wants)
        if not self.draft:
            required("question", self.question)
