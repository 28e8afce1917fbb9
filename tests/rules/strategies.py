"""Random records of one problem, crowded around the days and scores at which the rules turn."""

from dataclasses import replace
from datetime import date, time
from decimal import Decimal

from hypothesis import strategies as st

from cortitrack.domain.anatomy import Guidance, Side, Site
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

days = st.sampled_from(EDGES) | st.integers(-30, 130)
follow_up_days = st.sampled_from(LATER)
AS_OF = (0, 1, 7, 8, 14, 27, 28, 42, 56, 57, 69, 70, 84, 125, 126, 200, 500)
asked_days = st.sampled_from(AS_OF) | st.integers(0, 210) | st.sampled_from([69, 70, 125, 126, 200])
times = st.none() | st.sampled_from([time(9, 59), time(10, 0), time(10, 1), time(10, 20), time(18, 0), time(18, 1)])
minutes_after = st.none() | st.sampled_from([0, 1, 20, 480, 481, 1440])


def near(baseline: int) -> list[int]:
    """Scores in tenths at, just below and just above each threshold from a baseline."""
    falls = {0, 10, 20, -20, *(-(-baseline * percent // 100) for percent in (15, 20, 30, 50, 100))}
    return sorted(
        {baseline - fall + step for fall in falls for step in (-1, 0, 1) if 0 <= baseline - fall + step <= 100}
    )


@st.composite
def scores(draw: st.DrawFn, kind: ScoreKind) -> list[PainScore]:
    """A baseline mostly, scores after it, and current scores of the day of the injection."""
    baseline = draw(st.sampled_from(BASELINES))
    values = st.sampled_from(near(baseline)) | st.integers(0, 100)
    rows: list[PainScore] = []

    def row(day: int, kind: ScoreKind, tenths: int, **more: object) -> None:
        rows.append(PainScore(id=0, problem_id=THIS, on=on(day), kind=kind, tenths=tenths, **more))  # type: ignore[arg-type]

    if draw(st.integers(0, 9)):
        row(draw(st.sampled_from([-29, -28, -7, -1, -1, -1, 0, 0, 0])), kind, baseline)
    shape = draw(st.sampled_from(SHAPES))
    for day in draw(st.lists(st.sampled_from(shape), max_size=7)):
        row(day, kind, draw(values))
    for _ in range(draw(st.integers(0, 2))):
        phase = draw(st.none() | st.none() | st.sampled_from(Phase))
        more = {"at": draw(times), "phase": phase, "minutes_after": draw(minutes_after)}
        row(draw(days), draw(st.sampled_from([kind, *ScoreKind])), draw(values), **more)
    for _ in range(draw(st.integers(0, 3))):
        phase = draw(st.none() | st.sampled_from(Phase))
        more = {"at": draw(times), "phase": phase, "minutes_after": draw(minutes_after)}
        row(0, ScoreKind.CURRENT, draw(values), **more)
    return rows


def injections(problem_id: int, day: st.SearchStrategy[int]) -> st.SearchStrategy[Injection]:
    """One injection."""
    return st.builds(
        Injection,
        id=st.just(0),
        problem_id=st.just(problem_id),
        given_on=day.map(on),
        given_at=st.none() | st.sampled_from([time(10, 0), time(9, 59)]),
        drug=st.just(Drug.TRIAMCINOLONE_ACETONIDE),
        anaesthetic=st.sampled_from(["lidocaine 1 %", "lidocaine 1 %", "", "none"]),
        guidance=st.none() | st.sampled_from(Guidance),
    )


impressions = st.builds(
    Impression,
    id=st.just(0),
    problem_id=st.just(THIS),
    on=(follow_up_days | days).map(on),
    pgic=st.none() | st.integers(1, 7),
    best_relief_percent=st.sampled_from([None, *map(Decimal, ("0", "29.9", "30", "30.1", "80"))]),
    relief_weeks=st.sampled_from([None, *map(Decimal, ("0", "0.9", "1", "1.1", "6"))]),
    note=st.just("asked by phone"),
)
class_a = st.one_of(
    injections(THIS, days),
    st.builds(Procedure, id=st.just(0), problem_id=st.just(THIS), on=days.map(on), kind=st.sampled_from(ProcedureKind)),
    st.builds(
        Surgery,
        id=st.just(0),
        problem_id=st.just(THIS),
        on=days.map(on),
        kind=st.sampled_from(SurgeryKind),
        status=st.none() | st.sampled_from(SurgeryStatus),
    ),
    st.builds(
        Medication,
        id=st.just(0),
        patient_id=st.just(1),
        problem_id=st.sampled_from([None, THIS, OTHER]),
        medication_class=st.just(MedicationClass.SYSTEMIC_STEROID),
        drug=st.just("prednisolone"),
        from_on=days.map(on),
    ),
    st.builds(Incident, id=st.just(0), problem_id=st.just(THIS), on=days.map(on), kind=st.sampled_from(IncidentKind)),
)
class_b = st.one_of(
    injections(OTHER, days),
    st.builds(
        TherapySession,
        id=st.just(0),
        problem_id=st.just(THIS),
        on=days.map(on),
        kind=st.sampled_from(TherapyKind),
        attended=st.sampled_from([None, True, False]),
    ),
    st.builds(Measure, id=st.just(0), problem_id=st.just(THIS), on=days.map(on), kind=st.sampled_from(MeasureKind)),
    st.builds(
        Medication,
        id=st.just(0),
        patient_id=st.just(1),
        problem_id=st.sampled_from([None, THIS]),
        medication_class=st.sampled_from([c for c in MedicationClass if c is not MedicationClass.SYSTEMIC_STEROID]),
        drug=st.just("something"),
        from_on=days.map(on),
    ),
)


@st.composite
def facts(draw: st.DrawFn, kind: ScoreKind) -> list[Fact]:
    """All entries of a record, the injection of day 0 first, without ids."""
    return [
        draw(injections(THIS, st.just(0))),
        *draw(scores(kind)),
        *draw(st.lists(impressions, max_size=3)),
        *draw(st.just([]) | st.lists(class_a, max_size=2)),
        *draw(st.just([]) | st.lists(class_b, max_size=1)),
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
