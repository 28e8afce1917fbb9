"""The kinds of record there are, and what is common to them: whose they are and when they happened."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import cast

from cortitrack.domain.consultation import Consultation
from cortitrack.domain.errors import Invalid, Why
from cortitrack.domain.function_mark import FunctionMark
from cortitrack.domain.imaging import Imaging
from cortitrack.domain.impression import Impression
from cortitrack.domain.incident import Incident
from cortitrack.domain.injection import Injection
from cortitrack.domain.instruments import InstrumentTotal
from cortitrack.domain.measure import Measure
from cortitrack.domain.medication import Medication
from cortitrack.domain.override import Override
from cortitrack.domain.pain import PainScore
from cortitrack.domain.pathway import PathwayItem, PathwayMove
from cortitrack.domain.patient import Patient
from cortitrack.domain.problem import Problem
from cortitrack.domain.procedure import Procedure
from cortitrack.domain.reassessment import Reassessment
from cortitrack.domain.red_flag import RedFlag
from cortitrack.domain.risk import Risk
from cortitrack.domain.safety_answer import SafetyAnswer
from cortitrack.domain.surgery import Surgery
from cortitrack.domain.talk import Talk
from cortitrack.domain.therapy import TherapySession
from cortitrack.domain.therapy_plan import Exercise, Motion, TherapyPlan

Fact = (
    Patient
    | Problem
    | Injection
    | PainScore
    | Impression
    | InstrumentTotal
    | TherapySession
    | Procedure
    | Surgery
    | Medication
    | Measure
    | Imaging
    | Incident
    | Override
    | Reassessment
    | PathwayItem
    | PathwayMove
    | TherapyPlan
    | Exercise
    | Motion
    | Consultation
    | Talk
    | FunctionMark
    | Risk
    | RedFlag
    | SafetyAnswer
)


class RecordKind(StrEnum):
    """The kinds of record, in the order in which one can refer to another."""

    PATIENT = "patient"
    PROBLEM = "problem"
    INJECTION = "injection"
    PAIN_SCORE = "pain_score"
    IMPRESSION = "impression"
    INSTRUMENT_TOTAL = "instrument_total"
    THERAPY_SESSION = "therapy_session"
    PROCEDURE = "procedure"
    SURGERY = "surgery"
    MEDICATION = "medication"
    MEASURE = "measure"
    IMAGING = "imaging"
    INCIDENT = "incident"
    OVERRIDE = "override"
    REASSESSMENT = "reassessment"
    PATHWAY_ITEM = "pathway_item"
    PATHWAY_MOVE = "pathway_move"
    THERAPY_PLAN = "therapy_plan"
    EXERCISE = "exercise"
    MOTION = "motion"
    CONSULTATION = "consultation"
    TALK = "talk"
    FUNCTION_MARK = "function_mark"
    RISK = "risk"
    RED_FLAG = "red_flag"
    SAFETY_ANSWER = "safety_answer"


FACT_TYPES: dict[RecordKind, type[Fact]] = {
    RecordKind.PATIENT: Patient,
    RecordKind.PROBLEM: Problem,
    RecordKind.INJECTION: Injection,
    RecordKind.PAIN_SCORE: PainScore,
    RecordKind.IMPRESSION: Impression,
    RecordKind.INSTRUMENT_TOTAL: InstrumentTotal,
    RecordKind.THERAPY_SESSION: TherapySession,
    RecordKind.PROCEDURE: Procedure,
    RecordKind.SURGERY: Surgery,
    RecordKind.MEDICATION: Medication,
    RecordKind.MEASURE: Measure,
    RecordKind.IMAGING: Imaging,
    RecordKind.INCIDENT: Incident,
    RecordKind.OVERRIDE: Override,
    RecordKind.REASSESSMENT: Reassessment,
    RecordKind.PATHWAY_ITEM: PathwayItem,
    RecordKind.PATHWAY_MOVE: PathwayMove,
    RecordKind.THERAPY_PLAN: TherapyPlan,
    RecordKind.EXERCISE: Exercise,
    RecordKind.MOTION: Motion,
    RecordKind.CONSULTATION: Consultation,
    RecordKind.TALK: Talk,
    RecordKind.FUNCTION_MARK: FunctionMark,
    RecordKind.RISK: Risk,
    RecordKind.RED_FLAG: RedFlag,
    RecordKind.SAFETY_ANSWER: SafetyAnswer,
}
DAY_FIELDS: dict[RecordKind, str] = dict.fromkeys(RecordKind, "on") | {
    RecordKind.PATIENT: "birth_date",
    RecordKind.PROBLEM: "onset_on",
    RecordKind.INJECTION: "given_on",
    RecordKind.MEDICATION: "from_on",
    RecordKind.THERAPY_PLAN: "from_on",
    RecordKind.CONSULTATION: "asked_on",
    RecordKind.RISK: "from_on",
}
KIND_OF: dict[type[Fact], RecordKind] = {fact: kind for kind, fact in FACT_TYPES.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """When and by whom an entry was put down, kept apart from when it happened."""

    at: datetime
    by: str
    corrected: bool = False


def kind_of(fact: Fact) -> RecordKind:
    """The kind of record that `fact` is."""
    return KIND_OF[type(fact)]


def happened_on(fact: Fact) -> date | None:
    """The day on which it happened; None for people and problems, which are not events."""
    if isinstance(fact, Patient | Problem):
        return None
    return cast(date, getattr(fact, DAY_FIELDS[kind_of(fact)]))


def not_in_future(fact: Fact, today: date) -> None:
    """Raise `Invalid` where the fact says that something happened after `today`; what is planned may lie ahead."""
    if isinstance(fact, Surgery) and fact.planned:
        return
    for field in _PAST_FIELDS[kind_of(fact)]:
        on = getattr(fact, field)
        if on is not None and on > today:
            raise Invalid(field, Why.FUTURE, value=on, today=today)


_PAST_FIELDS: dict[RecordKind, tuple[str, ...]] = {kind: (field,) for kind, field in DAY_FIELDS.items()} | {
    RecordKind.PROBLEM: ("onset_on", "closed_on"),
    RecordKind.CONSULTATION: ("asked_on", "seen_on"),
    RecordKind.RED_FLAG: ("on", "resolved_on"),
}
