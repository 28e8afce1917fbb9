"""What was done to the record, step by step: the names under which it is told, undone and kept in the trail."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from cortitrack.domain.records import Fact, RecordKind


class Did(StrEnum):
    """What one step was."""

    ADDED = "added"
    CORRECTED = "corrected"
    WITHDREW = "withdrew"
    UNDID = "undid"
    IMPORTED = "imported"
    RULES = "rules"
    CLINIC = "clinic"


class Act(StrEnum):
    """What a step did to one record, or to all records of one kind."""

    ADDED = "added"
    CORRECTED = "corrected"
    WITHDREW = "withdrew"
    RESTORED = "restored"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One thing a person did: one transaction. `kind` is None where several kinds were touched, or none."""

    id: int
    at: datetime
    by: str
    did: Did
    kind: RecordKind | None = None
    count: int = 0
    undoes: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TrailLine:
    """What one step did to one record; `former` is the state before it, where there was one."""

    step: Step
    act: Act
    kind: RecordKind
    record_id: int | None
    patient_id: int | None
    count: int
    former: Fact | None
