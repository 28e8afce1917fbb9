"""Sessions of physical or occupational therapy and of exercise at home."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from cortitrack.domain.checks import LINE, LONG, amount, dated, text_fits


class TherapyKind(StrEnum):
    """Who led the session."""

    PT = "pt"
    OT = "ot"
    HOME = "home"


@dataclass(frozen=True, slots=True, kw_only=True)
class TherapySession:
    """One session, attended or missed."""

    id: int
    problem_id: int
    on: date
    kind: TherapyKind
    attended: bool | None = None
    therapist: str = ""
    content: str = ""
    adherence_percent: Decimal | None = None
    note: str = ""

    def __post_init__(self) -> None:
        dated(on=self.on)
        text_fits(LINE, therapist=self.therapist)
        text_fits(LONG, content=self.content, note=self.note)
        amount("adherence_percent", self.adherence_percent, 0, 100, places=1)
