"""How a person answered an alert about an injection: acknowledged, or overridden with a name, a role and a reason."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from cortitrack.domain.checks import LINE, LONG, dated, required, text_fits


class SafetyRule(StrEnum):
    """The rules of safety by their numbers."""

    S1 = "S1"
    S2 = "S2"
    S3 = "S3"
    S4 = "S4"
    S5 = "S5"
    S6 = "S6"
    S7 = "S7"
    S8 = "S8"
    S9 = "S9"
    S10 = "S10"
    S11 = "S11"
    S12 = "S12"
    S13 = "S13"
    S14 = "S14"
    S15 = "S15"
    S16 = "S16"
    S17 = "S17"
    S18 = "S18"
    S19 = "S19"
    S20 = "S20"
    S21 = "S21"
    S22 = "S22"
    S23 = "S23"
    S24 = "S24"
    S25 = "S25"
    S26 = "S26"
    S27 = "S27"
    S28 = "S28"
    S29 = "S29"
    S30 = "S30"


class AlertLevel(StrEnum):
    """How loud a safety rule speaks; a stop is only passed with an override."""

    STOP = "stop"
    ALERT = "alert"
    INFO = "info"


class Answer(StrEnum):
    """What the person did about it."""

    ACKNOWLEDGED = "acknowledged"
    OVERRIDDEN = "overridden"


@dataclass(frozen=True, slots=True, kw_only=True)
class SafetyAnswer:
    """The answer to one rule for one injection."""

    id: int
    injection_id: int
    on: date
    rule: SafetyRule
    level: AlertLevel
    answer: Answer
    who: str = ""
    role: str = ""
    why: str = ""

    def __post_init__(self) -> None:
        dated(on=self.on)
        text_fits(LINE, who=self.who, role=self.role)
        text_fits(LONG, why=self.why)
        if self.answer is Answer.OVERRIDDEN:
            required("who", self.who)
            required("role", self.role)
            required("why", self.why)
