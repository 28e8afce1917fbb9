"""The kinds of record there are, and what is common to them: whose they are and when they happened."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from cortitrack.domain.errors import Invalid, Why
from cortitrack.domain.imaging import Imaging
from cortitrack.domain.impression import Impression
from cortitrack.domain.incident import Incident
from cortitrack.domain.injection import Injection
from cortitrack.domain.instruments import InstrumentTotal
from cortitrack.domain.measure import Measure
from cortitrack.domain.medication import Medication
from cortitrack.domain.override import Override
from cortitrack.domain.pain import PainScore
from cortitrack.domain.patient import Patient
from cortitrack.domain.problem import Problem
from cortitrack.domain.procedure import Procedure
from cortitrack.domain.surgery import Surgery
from cortitrack.domain.therapy import TherapySession

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
    if isinstance(fact, Injection):
        return fact.given_on
    if isinstance(fact, Medication):
        return fact.from_on
    if isinstance(fact, Patient | Problem):
        return None
    return fact.on


def not_in_future(fact: Fact, today: date) -> None:
    """Raise `Invalid` where the fact says that something happened after `today`; what is planned may lie ahead."""
    if isinstance(fact, Surgery) and fact.planned:
        return
    for field in _PAST_FIELDS[kind_of(fact)]:
        on = getattr(fact, field)
        if on is not None and on > today:
            raise Invalid(field, Why.FUTURE, value=on, today=today)


_PAST_FIELDS: dict[RecordKind, tuple[str, ...]] = dict.fromkeys(RecordKind, ("on",)) | {
    RecordKind.PATIENT: ("birth_date",),
    RecordKind.PROBLEM: ("onset_on", "closed_on"),
    RecordKind.INJECTION: ("given_on",),
    RecordKind.MEDICATION: ("from_on",),
}
