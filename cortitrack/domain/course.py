"""One problem as plain numbers: what the response rules read, whether it comes from one timeline or from thousands.

Days are ordinals (`date.toordinal`), times are minutes of the day, scores are whole tenths.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class EventKind(StrEnum):
    """What happened beside the scores, in the terms in which the response rules weigh it."""

    INJECTION = "injection"
    INJECTION_ELSEWHERE = "injection_elsewhere"
    PROCEDURE = "procedure"
    PART_OF_INJECTION = "part_of_injection"  # aspiration, hydrodilatation, barbotage
    SURGERY = "surgery"
    SYSTEMIC_STEROID = "systemic_steroid"
    FRACTURE = "fracture"
    TRAUMA = "trauma"
    THERAPY = "therapy"
    MEASURE = "measure"
    MEDICATION = "medication"


class Given(NamedTuple):
    """One injection of the problem."""

    id: int
    on: int
    minute: int | None
    with_anaesthetic: bool
    image_guided: bool


class Plain(NamedTuple):
    """Scores of the primary kind that say no more than their day, side by side, oldest first.

    `entries` (their ids) may be left empty where nobody will ask which entries spoke.
    """

    days: tuple[int, ...]
    tenths: tuple[int, ...]
    entries: tuple[int, ...]


NO_SCORES = Plain((), (), ())


class Asked(NamedTuple):
    """One pain score that says when on its day it was taken, or one of current pain."""

    on: int
    tenths: int
    id: int
    minute: int | None = None
    phase: str | None = None
    minutes_after: int | None = None


class Said(NamedTuple):
    """One impression; recall in tenths of a percent and of a week, both or neither."""

    on: int
    id: int
    pgic: int | None
    relief_tenths: int | None
    weeks_tenths: int | None


class Happened(NamedTuple):
    """One event."""

    on: int
    id: int
    what: EventKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """A problem's injections with all that the response rules may see; the order of entries carries no meaning."""

    problem_id: int
    patient_id: int
    injections: tuple[Given, ...]
    plain: Plain
    marked: tuple[Asked, ...]
    current: tuple[Asked, ...]
    said: tuple[Said, ...]
    events: tuple[Happened, ...]
