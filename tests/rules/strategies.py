"""Random records of one problem, crowded around the days and scores at which the rules turn."""

from dataclasses import replace
from datetime import date, time
from decimal import Decimal

from hypothesis import strategies as st

from cortitrack.domain.anatomy import Guidance, Side, Site
from cortitrack.domain.errors import Invalid
from cortitrack.domain.impression import Impression
from cortitrack.domain.incident import Incident, IncidentKind
from cortitrack.domain.injection import Drug, Injection
from cortitrack.domain.measure import Measure, MeasureKind
from cortitrack.domain.medication import Medication, MedicationClass
from cortitrack.domain.pain import PainScore, Phase, ScoreKind
from cortitrack.domain.patient import Patient
from cortitrack.domain.problem import Problem
from cortitrack.domain.procedure import Procedure, ProcedureKind
from cortitrack.domain.records import Fact
from cortitrack.domain.surgery import Surgery, SurgeryKind, SurgeryStatus
from cortitrack.domain.therapy import TherapyKind, TherapySession
from cortitrack.domain.timeline import Timeline
from cortitrack.rules.ruleset import RuleSet
from cortitrack.rules.thresholds_response import RESPONSE
from tests.builders import on

PATIENT = Patient(id=1, family_name="Sample", birth_date=date(1960, 2, 29))
THIS, OTHER = 2, 3
FIRST_ID = 1000
EDGES = (-400, -29, -28, -27, -1, 0, 1, 3, 4, 7, 8, 13, 14, 27, 28, 41, 42, 56, 57, 69, 70, 83, 84, 125, 126, 200)
LATER = tuple(day for day in EDGES if day > 0)
SHAPES = (
    LATER,
    (8, 14, 27, 28, 42, 69, 70, 84, 125),
    (13, 14, 27, 70, 83, 84, 125, 126, 200),
    (1, 8, 13, 14, 27),
    (28, 42, 69, 126, 200),
)
BASELINES = (0, 10, 19, 20, 30, 39, 40, 40, 41, 50, 60, 60, 66, 67, 70, 79, 80, 80, 81, 90, 100)

# Whole entries are drawn, not their fields: a draw costs more than a judgement.
CLOCKS = (None, time(9, 59), time(10, 0), time(10, 1), time(10, 20), time(18, 0), time(18, 1))
MINUTES = (None, None, 0, 1, 20, 480, 481, 1440)
INJECTIONS = [
    Injection(
        id=0,
        problem_id=THIS,
        given_on=on(0),
        given_at=at,
        drug=Drug.TRIAMCINOLONE_ACETONIDE,
        anaesthetic=anaesthetic,
        guidance=guidance,
    )
    for at in (None, time(10, 0), time(9, 59))
    for anaesthetic in ("lidocaine 1 %", "lidocaine 1 %", "", "none")
    for guidance in (None, *Guidance)
]
IMPRESSIONS = [
    Impression(
        id=0, problem_id=THIS, on=on(0), pgic=pgic, best_relief_percent=percent, relief_weeks=weeks, note="asked"
    )
    for pgic in (None, *range(1, 8))
    for percent in (None, *map(Decimal, ("0", "29.9", "30", "30.1", "80")))
    for weeks in (None, *map(Decimal, ("0.9", "1", "6")))
]
ODD_SCORES = [
    PainScore(id=0, problem_id=THIS, on=on(0), at=at, kind=kind, phase=phase, minutes_after=minutes, tenths=0)
    for at in CLOCKS
    for kind in ScoreKind
    for phase in (None, *Phase)
    for minutes in MINUTES
]
CURRENT_SCORES = [score for score in ODD_SCORES if score.kind is ScoreKind.CURRENT]
PROCEDURES = [Procedure(id=0, problem_id=THIS, on=on(0), kind=kind) for kind in ProcedureKind]
SURGERIES = [
    Surgery(id=0, problem_id=THIS, on=on(0), kind=SurgeryKind.ARTHROSCOPY, status=status)
    for status in (None, *SurgeryStatus)
]
MEDICATIONS = [
    Medication(id=0, patient_id=1, problem_id=problem_id, medication_class=kind, drug="something", from_on=on(0))
    for kind in (MedicationClass.SYSTEMIC_STEROID, MedicationClass.SYSTEMIC_STEROID, *MedicationClass)
    for problem_id in ((None, THIS, OTHER) if kind is MedicationClass.SYSTEMIC_STEROID else (None, THIS))
]
INCIDENTS = [Incident(id=0, problem_id=THIS, on=on(0), kind=kind) for kind in IncidentKind]
SESSIONS = [
    TherapySession(id=0, problem_id=THIS, on=on(0), kind=TherapyKind.PT, attended=attended)
    for attended in (None, True, False)
]
MEASURES = [Measure(id=0, problem_id=THIS, on=on(0), kind=kind) for kind in MeasureKind]
ELSEWHERE = [replace(injection, problem_id=OTHER) for injection in INJECTIONS[:3]]

days = st.sampled_from(EDGES) | st.integers(-30, 210)
AS_OF = (0, 1, 7, 8, 14, 27, 28, 42, 56, 57, 69, 69, 70, 70, 84, 125, 125, 126, 126, 200, 500)
asked_days = st.sampled_from(AS_OF) | st.integers(0, 210)
baselines = st.sampled_from([(day, tenths) for day in (-29, -28, -1, -1, -1, 0, 0, 0) for tenths in BASELINES])
follow_ups = {shape: st.lists(st.tuples(st.sampled_from(shape), st.integers(0, 99)), max_size=7) for shape in SHAPES}
moments = st.tuples(days, st.integers(0, 99))
any_injection: st.SearchStrategy[Fact] = st.sampled_from(INJECTIONS)
medications: st.SearchStrategy[Fact] = st.sampled_from(MEDICATIONS)
procedures: st.SearchStrategy[Fact] = st.sampled_from([*PROCEDURES, *SURGERIES])
incidents: st.SearchStrategy[Fact] = st.sampled_from(INCIDENTS)
beside: st.SearchStrategy[Fact] = st.sampled_from([*SESSIONS, *MEASURES, *ELSEWHERE])
events = any_injection | procedures | medications | incidents
company = beside | medications


def near(baseline: int) -> list[int]:
    """Scores in tenths at, just below and just above each threshold from a baseline."""
    falls = {0, 10, 20, -20, *(-(-baseline * percent // 100) for percent in (15, 20, 30, 50, 100))}
    return sorted(
        {baseline - fall + step for fall in falls for step in (-1, 0, 1) if 0 <= baseline - fall + step <= 100}
    )


def moved(fact: Fact, day: int) -> Fact:
    """The same entry on another day."""
    field = next(name for name in ("on", "given_on", "from_on") if hasattr(fact, name))
    return replace(fact, **{field: on(day)})  # type: ignore[arg-type]


@st.composite
def scores(draw: st.DrawFn, kind: ScoreKind) -> list[PainScore]:
    """A baseline mostly, scores after it, odd ones on any day, and current scores of the day of the injection."""
    day, baseline = draw(baselines)
    values = near(baseline)
    rows = [(day, baseline)] if draw(st.integers(0, 11)) else []
    rows += [(day, values[place % len(values)]) for day, place in draw(follow_ups[draw(st.sampled_from(SHAPES))])]
    found = [PainScore(id=0, problem_id=THIS, on=on(day), kind=kind, tenths=tenths) for day, tenths in rows]
    for score in draw(st.lists(st.sampled_from(ODD_SCORES), max_size=2)):
        day, place = draw(moments)
        same_kind = score.kind if place % 2 else kind
        found.append(replace(score, on=on(day), kind=same_kind, tenths=values[place % len(values)]))
    for score in draw(st.lists(st.sampled_from(CURRENT_SCORES), max_size=3)):
        found.append(replace(score, tenths=draw(st.sampled_from(values))))
    return found


@st.composite
def facts(draw: st.DrawFn, kind: ScoreKind) -> list[Fact]:
    """All entries of a record, the injection of day 0 first, without ids."""
    said = draw(st.lists(st.tuples(st.sampled_from(IMPRESSIONS), days), max_size=3))
    done = draw(st.lists(st.tuples(events, days), max_size=2))
    along = draw(st.lists(st.tuples(company, days), max_size=1))
    return [
        draw(any_injection),
        *draw(scores(kind)),
        *(moved(fact, day) for fact, day in (*said, *done, *along)),
    ]


@st.composite
def timelines(draw: st.DrawFn) -> Timeline:
    """A record of one problem with an injection on day 0, whose id is `FIRST_ID`."""
    kind = draw(st.sampled_from([ScoreKind.AVERAGE, ScoreKind.AVERAGE, ScoreKind.WORST, ScoreKind.CURRENT]))
    return timeline_of(draw(facts(kind)), kind)


def timeline_of(entries: list[Fact], kind: ScoreKind, ids: list[int] | None = None) -> Timeline:
    """The record that holds these entries, each with an id of its own, in the order of a kept timeline."""
    numbers = ids or [FIRST_ID + row for row in range(len(entries))]
    numbered = [with_id(fact, number) for fact, number in zip(entries, numbers, strict=True)]

    def all_of(fact_type: type, day: str = "on", problem_id: int | None = None) -> tuple:
        chosen = [f for f in numbered if isinstance(f, fact_type) and problem_id in {None, getattr(f, "problem_id", 0)}]
        return tuple(sorted(chosen, key=lambda fact: (getattr(fact, day), fact.id)))

    return Timeline(
        patient=PATIENT,
        problem=Problem(id=THIS, patient_id=1, site=Site.KNEE, side=Side.RIGHT, primary_kind=kind),
        injections=all_of(Injection, "given_on", THIS),
        elsewhere=all_of(Injection, "given_on", OTHER),
        scores=all_of(PainScore),
        impressions=all_of(Impression),
        sessions=all_of(TherapySession),
        procedures=all_of(Procedure),
        surgeries=all_of(Surgery),
        medications=all_of(Medication, "from_on"),
        measures=all_of(Measure),
        incidents=all_of(Incident),
    )


def with_id(fact: Fact, number: int) -> Fact:
    """The same fact under another id."""
    return replace(fact, id=number)


@st.composite
def rule_sets(draw: st.DrawFn) -> RuleSet:
    """A clinic's own numbers, a few of them, anywhere in their range; those out of order are not a rule set."""
    own: dict[str, int] = {}
    for threshold in draw(st.lists(st.sampled_from(RESPONSE), max_size=8, unique=True)):
        near = (max(threshold.low, threshold.default - 5), min(threshold.high, threshold.default + 5))
        value = draw(st.integers(*near) | st.integers(threshold.low, threshold.high))
        try:
            RuleSet(own=(*own.items(), (threshold.key, value)))
        except Invalid:
            continue
        own[threshold.key] = value
    return RuleSet(version="2026-2", own=tuple(own.items()))
