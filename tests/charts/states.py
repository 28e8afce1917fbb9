"""Made-up records in every state that a chart has to draw."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from itertools import count

from cortitrack.domain.anatomy import Guidance, Side, Site
from cortitrack.domain.incident import Incident, IncidentKind
from cortitrack.domain.injection import Drug, Injection
from cortitrack.domain.measure import Measure, MeasureKind
from cortitrack.domain.medication import Medication, MedicationClass
from cortitrack.domain.pain import PainScore, ScoreKind, Source
from cortitrack.domain.patient import Patient
from cortitrack.domain.problem import Problem
from cortitrack.domain.procedure import Procedure, ProcedureKind
from cortitrack.domain.records import Recorded
from cortitrack.domain.surgery import Surgery, SurgeryKind, SurgeryStatus
from cortitrack.domain.therapy import TherapyKind, TherapySession
from cortitrack.domain.timeline import Timeline
from cortitrack.rules.response import judge_all
from cortitrack.rules.ruleset import RuleSet
from cortitrack.rules.verdict import Verdict

RULES = RuleSet()
ZERO = date(2026, 1, 12)
PATIENT = Patient(id=1, family_name="Alvarez-Quinn", given_name="Marta", birth_date=date(1968, 3, 4))
PROBLEM = Problem(id=2, patient_id=1, site=Site.KNEE, side=Side.RIGHT, diagnosis="osteoarthritis")
SKETCH = [(-21, 7), (-7, 8), (0, 8), (2, 9), (14, 3), (28, 4), (45, 7), (60, 7), (84, 8)]

_ids = count(100)


def on(day: int) -> date:
    return ZERO + timedelta(days=day)


def scores(pairs: Iterable[tuple[int, float]], kind: ScoreKind = ScoreKind.AVERAGE) -> tuple[PainScore, ...]:
    return tuple(
        PainScore(id=next(_ids), problem_id=2, on=on(day), kind=kind, tenths=round(value * 10), source=Source.PHONE)
        for day, value in pairs
    )


def injection(day: int, drug: Drug = Drug.TRIAMCINOLONE_ACETONIDE, mg: str = "40") -> Injection:
    return Injection(
        id=next(_ids),
        problem_id=2,
        given_on=on(day),
        drug=drug,
        dose_mg=Decimal(mg),
        guidance=Guidance.ULTRASOUND,
    )


def sessions(days: Iterable[int], kind: TherapyKind = TherapyKind.PT) -> tuple[TherapySession, ...]:
    return tuple(
        TherapySession(id=next(_ids), problem_id=2, on=on(d), kind=kind, attended=n != 2) for n, d in enumerate(days)
    )


def medicine(drug: str, first: int, last: int | None, kind: MedicationClass = MedicationClass.NSAID) -> Medication:
    return Medication(
        id=next(_ids),
        patient_id=1,
        medication_class=kind,
        drug=drug,
        from_on=on(first),
        to_on=None if last is None else on(last),
    )


def made(late: int = 0, **parts: object) -> Timeline:
    """A timeline; the `late` last scores were put down ten days after their day."""
    line = Timeline(patient=PATIENT, problem=PROBLEM, **parts)  # type: ignore[arg-type]
    recorded = {}
    for n, score in enumerate(reversed(line.scores)):
        after = 10 if n < late else 0
        at = datetime.combine(score.on + timedelta(days=after), time(9, n % 60), UTC)
        recorded[score.id] = Recorded(at=at, by="R. Osei")
    return Timeline(patient=PATIENT, problem=PROBLEM, recorded=recorded, **parts)  # type: ignore[arg-type]


def verdicts(line: Timeline, today: date) -> list[Verdict]:
    return judge_all(line.course(), today.toordinal(), RULES)


def wave(day: int) -> float:
    return [7, 6.5, 6, 4, 3, 3.5, 4, 5, 6, 7, 8, 7.5][day // 9 % 12]


def states() -> dict[str, tuple[Timeline, date]]:
    """Every state by name, with its day."""
    usual = made(
        late=3,
        injections=(injection(0),),
        scores=scores(SKETCH),
        sessions=sessions((50, 54, 57, 61, 64, 68, 71, 75)),
        medications=(medicine("Naproxen", 30, 66),),
    )
    long_name = "Methylprednisolonacetat-Injektionssuspension mit Depotwirkung"
    full = made(
        late=2,
        injections=(injection(-150, Drug.METHYLPREDNISOLONE_ACETATE, "80"), injection(0), injection(110)),
        scores=tuple(
            sorted(
                (
                    *scores([(-160, 8), (-140, 4), (-120, 5), (-100, 6), *SKETCH, (112, 6), (124, 4), (150, 4)]),
                    *scores([(-5, 9), (14, 5), (45, 9), (84, 10)], ScoreKind.WORST),
                    *scores([(-5, 6), (14, 2), (45, 6), (84, 7)], ScoreKind.NIGHT),
                    *scores([(-5, 8), (14, 4), (45, 8)], ScoreKind.ACTIVITY),
                ),
                key=lambda s: (s.on, s.id),
            )
        ),
        sessions=(*sessions((50, 54, 57, 61, 64)), *sessions(range(70, 100, 3), TherapyKind.HOME)),
        medications=(
            medicine(long_name, 20, 40),
            medicine("Pregabalin", -400, None),
            medicine("Prednisolon", 95, 102, MedicationClass.SYSTEMIC_STEROID),
        ),
        procedures=(
            Procedure(id=next(_ids), problem_id=2, on=on(90), kind=ProcedureKind.HYALURONIC_ACID),
            Procedure(id=next(_ids), problem_id=2, on=on(0), kind=ProcedureKind.ASPIRATION),
        ),
        surgeries=(
            Surgery(id=next(_ids), problem_id=2, on=on(-170), kind=SurgeryKind.ARTHROSCOPY),
            Surgery(
                id=next(_ids),
                problem_id=2,
                on=on(190),
                kind=SurgeryKind.JOINT_REPLACEMENT,
                status=SurgeryStatus.PLANNED,
            ),
        ),
        incidents=(Incident(id=next(_ids), problem_id=2, on=on(33), kind=IncidentKind.TRAUMA),),
        measures=(
            Measure(id=next(_ids), problem_id=2, on=on(25), to_on=on(80), kind=MeasureKind.BRACE),
            Measure(id=next(_ids), problem_id=2, on=on(-20), kind=MeasureKind.WEIGHT, value=Decimal(92)),
        ),
    )
    return {
        "usual": (usual, on(128)),
        "full": (full, on(160)),
        "nothing": (made(), on(0)),
        "no-scores": (made(injections=(injection(0),)), on(10)),
        "one-score": (made(scores=scores([(0, 6)])), on(3)),
        "baseline-only": (made(injections=(injection(0),), scores=scores([(-2, 7.5)])), on(5)),
        "no-injection": (made(scores=scores([(0, 6), (10, 7), (31, 5)])), on(33)),
        "two-close": (
            made(injections=(injection(0), injection(6, mg="20")), scores=scores([(-3, 8), (4, 6), (20, 5)])),
            on(40),
        ),
        "twelve": (
            made(
                injections=tuple(injection(90 * n) for n in range(12)),
                scores=scores([(d, wave(d)) for d in range(-10, 1080, 21)]),
            ),
            on(1090),
        ),
        "five-hundred": (
            made(
                late=30,
                injections=(injection(0), injection(400)),
                scores=scores([(d, wave(d)) for d in range(-20, 980, 2)]),
            ),
            on(985),
        ),
        "gaps": (
            made(injections=(injection(0),), scores=scores([(-3, 8), (20, 4), (80, 5), (90, 5), (150, 8)])),
            on(160),
        ),
        "same-day": (
            made(
                injections=(injection(0),),
                scores=scores([(0, 8), (0, 8), (0, 8), (14, 4), (14, 7), (30, 5), (30, 5)]),
            ),
            on(35),
        ),
        "sixty": (
            made(
                late=5,
                injections=(injection(0),),
                scores=scores([(d, wave(d + 40)) for d in range(-28, 152, 3)]),
                sessions=sessions(range(30, 70, 5)),
                medications=(medicine("Naproxen", 30, 66),),
            ),
            on(160),
        ),
    }
