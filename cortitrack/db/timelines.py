"""A problem with all its events, read in one go."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TypeVar, cast

from cortitrack.db.database import Connection
from cortitrack.db.facts import get
from cortitrack.db.rows import columns, from_row, names
from cortitrack.db.tables import TABLES
from cortitrack.domain.consultation import Consultation
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
from cortitrack.domain.records import KIND_OF, Fact, Recorded, RecordKind
from cortitrack.domain.red_flag import RedFlag
from cortitrack.domain.risk import Risk
from cortitrack.domain.safety_answer import SafetyAnswer
from cortitrack.domain.surgery import Surgery
from cortitrack.domain.talk import Talk
from cortitrack.domain.therapy import TherapySession
from cortitrack.domain.therapy_plan import Exercise, Motion, TherapyPlan
from cortitrack.domain.timeline import Timeline

_BY_PROBLEM = "t.problem_id = :problem"
_MEDICATIONS = (
    "t.patient_id = :patient "
    "AND (t.problem_id = :problem OR t.problem_id IS NULL OR t.medication_class = 'systemic_steroid')"
)
_BY_PERSON = "t.patient_id = :patient"
_BY_INJECTION = "t.injection_id IN (SELECT id FROM injections WHERE problem_id = :problem)"
_ELSEWHERE = "t.problem_id IN (SELECT id FROM problems WHERE patient_id = :patient AND id <> :problem)"

F = TypeVar("F", bound=Fact)


class _Reader:
    """Reads the rows of one problem and remembers when and by whom each was put down."""

    def __init__(self, c: Connection, patient_id: int, problem_id: int) -> None:
        self._c = c
        self._which = {"patient": patient_id, "problem": problem_id}
        self._moments: dict[tuple[int, bool], Recorded] = {}
        self.recorded: dict[int, Recorded] = {}

    def all(self, fact_type: type[F], where: str = _BY_PROBLEM) -> tuple[F, ...]:
        kind = KIND_OF[cast(type[Fact], fact_type)]
        rows = self._c.execute(
            f"SELECT {names(kind, 't.')}, t.step, t.corrected_step IS NOT NULL, s.at, s.by "
            f"FROM {TABLES[kind].name} t JOIN steps s ON s.id = t.step "
            f"WHERE {where} AND t.withdrawn_step IS NULL ORDER BY {TABLES[kind].ordered}",
            {name: value for name, value in self._which.items() if f":{name}" in where},
        )
        width = len(columns(kind))
        facts = []
        for row in rows:
            fact = from_row(kind, row[:width])
            self.recorded[fact.id] = self._moment(row[width:])
            facts.append(cast(F, fact))
        return tuple(facts)

    def _moment(self, cells: tuple[int, int, str, str]) -> Recorded:
        step, corrected, at, by = cells
        key = (step, bool(corrected))
        if key not in self._moments:
            self._moments[key] = Recorded(at=datetime.fromisoformat(at), by=by, corrected=key[1])
        return self._moments[key]


def timeline(c: Connection, problem_id: int) -> Timeline | None:
    """All that is recorded and not withdrawn about one problem; None where there is no such problem."""
    problem = get(c, RecordKind.PROBLEM, problem_id)
    if not isinstance(problem, Problem):
        return None
    patient = get(c, RecordKind.PATIENT, problem.patient_id)
    if not isinstance(patient, Patient):
        return None
    read = _Reader(c, patient.id, problem_id)
    return Timeline(
        patient=patient,
        problem=problem,
        injections=read.all(Injection),
        scores=read.all(PainScore),
        impressions=read.all(Impression),
        totals=read.all(InstrumentTotal),
        sessions=read.all(TherapySession),
        procedures=read.all(Procedure),
        surgeries=read.all(Surgery),
        medications=read.all(Medication, _MEDICATIONS),
        measures=read.all(Measure),
        imaging=read.all(Imaging),
        incidents=read.all(Incident),
        overrides=read.all(Override, _BY_INJECTION),
        reassessments=read.all(Reassessment),
        pathway_items=read.all(PathwayItem),
        pathway_moves=read.all(PathwayMove),
        therapy_plans=read.all(TherapyPlan),
        exercises=read.all(Exercise),
        motions=read.all(Motion),
        consultations=read.all(Consultation),
        talks=read.all(Talk),
        function_marks=read.all(FunctionMark),
        risks=read.all(Risk, _BY_PERSON),
        red_flags=read.all(RedFlag),
        safety_answers=read.all(SafetyAnswer, _BY_INJECTION),
        elsewhere=read.all(Injection, _ELSEWHERE),
        recorded=read.recorded,
    )


def problems_of(c: Connection, patient_id: int) -> tuple[Problem, ...]:
    """A person's problems, open ones first, then in the order in which they were put down."""
    rows = c.execute(
        f"SELECT {names(RecordKind.PROBLEM)} FROM problems WHERE patient_id = :patient "
        "AND withdrawn_step IS NULL ORDER BY closed_on IS NOT NULL, id",
        {"patient": patient_id},
    )
    return tuple(cast(Problem, from_row(RecordKind.PROBLEM, row)) for row in rows)


def medications_of(c: Connection, patient_id: int) -> tuple[Medication, ...]:
    """All of a person's medicines, in order of the day they were begun."""
    rows = c.execute(
        f"SELECT {names(RecordKind.MEDICATION)} FROM medications WHERE patient_id = :patient "
        "AND withdrawn_step IS NULL ORDER BY from_on, id",
        {"patient": patient_id},
    )
    return tuple(cast(Medication, from_row(RecordKind.MEDICATION, row)) for row in rows)


def every(c: Connection, kind: RecordKind, patient_id: int | None = None) -> Iterable[tuple[Fact, str]]:
    """Every fact of a kind that is not withdrawn, with the id under which it is shown, in order of id."""
    where = "" if patient_id is None else f" AND {_whose(kind)}"
    rows = c.execute(
        f"SELECT {names(kind, 't.')}, coalesce(t.archive_id, t.id) FROM {TABLES[kind].name} t "
        f"WHERE t.withdrawn_step IS NULL{where} ORDER BY t.id",
        {} if patient_id is None else {"patient": patient_id},
    )
    for row in rows:
        yield from_row(kind, row[:-1]), str(row[-1])


def _whose(kind: RecordKind) -> str:
    if kind is RecordKind.PATIENT:
        return "t.id = :patient"
    if TABLES[kind].parent is RecordKind.PATIENT:
        return _BY_PERSON
    if TABLES[kind].parent is RecordKind.INJECTION:
        return (
            "t.injection_id IN (SELECT i.id FROM injections i JOIN problems p ON p.id = i.problem_id "
            "WHERE p.patient_id = :patient)"
        )
    return "t.problem_id IN (SELECT id FROM problems WHERE patient_id = :patient)"
