"""Operations, planned and done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from cortitrack.domain.checks import LINE, LONG, dated, text_fits


class SurgeryKind(StrEnum):
    """Which operation."""

    ARTHROSCOPY = "arthroscopy"
    JOINT_REPLACEMENT = "joint_replacement"
    SPINAL_FUSION = "spinal_fusion"
    CUFF_REPAIR = "cuff_repair"
    MANIPULATION = "manipulation"
    OTHER = "other"


class SurgeryStatus(StrEnum):
    """Whether it is still to come."""

    PLANNED = "planned"
    DONE = "done"


@dataclass(frozen=True, slots=True, kw_only=True)
class Surgery:
    """One operation; without a status, one that has happened."""

    id: int
    problem_id: int
    on: date
    kind: SurgeryKind
    status: SurgeryStatus | None = None
    surgeon: str = ""
    outcome: str = ""
    note: str = ""
    unusual_why: str = ""

    def __post_init__(self) -> None:
        dated(on=self.on)
        text_fits(LINE, surgeon=self.surgeon)
        text_fits(LONG, outcome=self.outcome, note=self.note, unusual_why=self.unusual_why)

    @property
    def planned(self) -> bool:
        """Whether it lies ahead and so changes nothing yet."""
        return self.status is SurgeryStatus.PLANNED
