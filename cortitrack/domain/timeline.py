"""A problem with all its events: what screens, letters and charts read, and from which the rules get their numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time

from cortitrack.domain.consultation import Consultation
from cortitrack.domain.course import Asked, Course, EventKind, Given, Happened, Plain, Said
from cortitrack.domain.function_mark import FunctionMark
from cortitrack.domain.imaging import Imaging
from cortitrack.domain.impression import Impression
from cortitrack.domain.incident import Incident, IncidentKind
from cortitrack.domain.injection import Injection
from cortitrack.domain.instruments import InstrumentTotal
from cortitrack.domain.measure import Measure
from cortitrack.domain.medication import Medication, MedicationClass
from cortitrack.domain.override import Override
from cortitrack.domain.pain import PainScore, ScoreKind
from cortitrack.domain.pathway import PathwayItem, PathwayMove
from cortitrack.domain.patient import Patient
from cortitrack.domain.problem import Problem
from cortitrack.domain.procedure import Procedure, ProcedureKind
from cortitrack.domain.reassessment import Reassessment
from cortitrack.domain.records import Fact, Recorded, happened_on
from cortitrack.domain.red_flag import RedFlag
from cortitrack.domain.risk import Risk
from cortitrack.domain.safety_answer import SafetyAnswer
from cortitrack.domain.surgery import Surgery
from cortitrack.domain.talk import Talk
from cortitrack.domain.therapy import TherapySession
from cortitrack.domain.therapy_plan import Exercise, Motion, TherapyPlan

WITH_THE_NEEDLE = frozenset({ProcedureKind.ASPIRATION, ProcedureKind.HYDRODILATATION, ProcedureKind.BARBOTAGE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """All that is recorded (and not withdrawn) about one problem, each kind in order of day, then of id.

    `medications` holds those of the problem and those of the person without a problem, and every systemic steroid
    of the person; `risks` are the person's. `elsewhere` holds the injections into the person's other problems, and
    `safety_answers` answer alerts about this problem's injections. What changes no verdict is not in `course()`.
    """

    patient: Patient
    problem: Problem
    injections: tuple[Injection, ...] = ()
    scores: tuple[PainScore, ...] = ()
    impressions: tuple[Impression, ...] = ()
    totals: tuple[InstrumentTotal, ...] = ()
    sessions: tuple[TherapySession, ...] = ()
    procedures: tuple[Procedure, ...] = ()
    surgeries: tuple[Surgery, ...] = ()
    medications: tuple[Medication, ...] = ()
    measures: tuple[Measure, ...] = ()
    imaging: tuple[Imaging, ...] = ()
    incidents: tuple[Incident, ...] = ()
    overrides: tuple[Override, ...] = ()
    reassessments: tuple[Reassessment, ...] = ()
    pathway_items: tuple[PathwayItem, ...] = ()
    pathway_moves: tuple[PathwayMove, ...] = ()
    therapy_plans: tuple[TherapyPlan, ...] = ()
    exercises: tuple[Exercise, ...] = ()
    motions: tuple[Motion, ...] = ()
    consultations: tuple[Consultation, ...] = ()
    talks: tuple[Talk, ...] = ()
    function_marks: tuple[FunctionMark, ...] = ()
    risks: tuple[Risk, ...] = ()
    red_flags: tuple[RedFlag, ...] = ()
    safety_answers: tuple[SafetyAnswer, ...] = ()
    elsewhere: tuple[Injection, ...] = ()
    recorded: Mapping[int, Recorded] = field(default_factory=dict)

    def entries(self) -> list[Fact]:
        """Every entry of this problem, oldest first."""
        facts: list[Fact] = [
            *self.injections,
            *self.scores,
            *self.impressions,
            *self.totals,
            *self.sessions,
            *self.procedures,
            *self.surgeries,
            *self.medications,
            *self.measures,
            *self.imaging,
            *self.incidents,
            *self.overrides,
            *self.reassessments,
            *self.pathway_items,
            *self.pathway_moves,
            *self.therapy_plans,
            *self.exercises,
            *self.motions,
            *self.consultations,
            *self.talks,
            *self.function_marks,
            *self.risks,
            *self.red_flags,
            *self.safety_answers,
        ]
        return sorted(facts, key=lambda fact: (happened_on(fact) or date.min, fact.id))

    def primary_scores(self) -> tuple[PainScore, ...]:
        """The scores that may decide: those of the problem's primary kind."""
        return tuple(s for s in self.scores if s.kind is self.problem.primary_kind)

    def course(self) -> Course:
        """The same as plain numbers for the response rules."""
        asked = sorted(_asked(s) for s in self.primary_scores())
        plain = [a for a in asked if a[3:] == (None, None, None)]
        return Course(
            problem_id=self.problem.id,
            patient_id=self.patient.id,
            injections=tuple(_given(i) for i in self.injections),
            plain=Plain(tuple(a.on for a in plain), tuple(a.tenths for a in plain), tuple(a.id for a in plain)),
            marked=tuple(a for a in asked if a[3:] != (None, None, None)),
            current=tuple(_asked(s) for s in self.scores if s.kind is ScoreKind.CURRENT),
            said=tuple(_said(i) for i in self.impressions),
            events=tuple(self._events()),
        )

    def _events(self) -> list[Happened]:
        return [
            *(Happened(i.given_on.toordinal(), i.id, EventKind.INJECTION) for i in self.injections),
            *(Happened(i.given_on.toordinal(), i.id, EventKind.INJECTION_ELSEWHERE) for i in self.elsewhere),
            *(Happened(p.on.toordinal(), p.id, procedure_event(p.kind)) for p in self.procedures),
            *(Happened(s.on.toordinal(), s.id, EventKind.SURGERY) for s in self.surgeries if not s.planned),
            *(Happened(m.from_on.toordinal(), m.id, medication_event(m.medication_class)) for m in self.medications),
            *(
                Happened(i.on.toordinal(), i.id, INCIDENT_EVENTS[i.kind])
                for i in self.incidents
                if i.kind in INCIDENT_EVENTS
            ),
            *(Happened(s.on.toordinal(), s.id, EventKind.THERAPY) for s in self.sessions if s.attended is not False),
            *(Happened(m.on.toordinal(), m.id, EventKind.MEASURE) for m in self.measures),
        ]


INCIDENT_EVENTS = {IncidentKind.FRACTURE: EventKind.FRACTURE, IncidentKind.TRAUMA: EventKind.TRAUMA}


def procedure_event(kind: ProcedureKind) -> EventKind:
    """What a procedure is to the response rules."""
    return EventKind.PART_OF_INJECTION if kind in WITH_THE_NEEDLE else EventKind.PROCEDURE


def medication_event(kind: MedicationClass) -> EventKind:
    """What the start of a medicine is to the response rules."""
    return EventKind.SYSTEMIC_STEROID if kind is MedicationClass.SYSTEMIC_STEROID else EventKind.MEDICATION


def _minute(at: time | None) -> int | None:
    return None if at is None else at.hour * 60 + at.minute


def _given(injection: Injection) -> Given:
    return Given(
        injection.id,
        injection.given_on.toordinal(),
        _minute(injection.given_at),
        injection.with_anaesthetic,
        injection.image_guided,
    )


def _asked(score: PainScore) -> Asked:
    return Asked(score.on.toordinal(), score.tenths, score.id, _minute(score.at), score.phase, score.minutes_after)


def _said(impression: Impression) -> Said:
    both = impression.best_relief_percent is not None and impression.relief_weeks is not None
    return Said(
        impression.on.toordinal(),
        impression.id,
        impression.pgic,
        int((impression.best_relief_percent or 0) * 10) if both else None,
        int((impression.relief_weeks or 0) * 10) if both else None,
    )
