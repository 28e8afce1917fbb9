"""Things that happened to the place besides treatment."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from cortitrack.domain.checks import LONG, dated, text_fits


class IncidentKind(StrEnum):
    """What happened."""

    TRAUMA = "trauma"
    FRACTURE = "fracture"
    INFECTION = "infection"
    TENDON_RUPTURE = "tendon_rupture"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """One incident."""

    id: int
    problem_id: int
    on: date
    kind: IncidentKind
    note: str = ""

    def __post_init__(self) -> None:
        dated(on=self.on)
        text_fits(LONG, note=self.note)
