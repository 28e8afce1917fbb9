"""Records for the rules of safety and of the pathway: entries with days counted from day 0, made in one line each."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from cortitrack.domain.anatomy import Side, Site
from cortitrack.domain.imaging import Finding, Imaging, Modality
from cortitrack.domain.incident import Incident, IncidentKind
from cortitrack.domain.injection import Drug, Injection
from cortitrack.domain.instruments import InstrumentTotal
from cortitrack.domain.measure import Measure, MeasureKind
from cortitrack.domain.medication import Medication, MedicationClass
from cortitrack.domain.pain import PainScore, ScoreKind
from cortitrack.domain.pathway import Item, ItemState, PathwayItem, PathwayMove, Stage
from cortitrack.domain.patient import Patient, Sex
from cortitrack.domain.problem import Problem
from cortitrack.domain.procedure import Procedure, ProcedureKind
from cortitrack.domain.records import KIND_OF, Fact, happened_on
from cortitrack.domain.red_flag import RedFlag, RedFlagKind
from cortitrack.domain.risk import Risk, RiskKind
from cortitrack.domain.surgery import Surgery, SurgeryKind, SurgeryStatus
from cortitrack.domain.therapy import TherapyKind, TherapySession
from cortitrack.domain.timeline import Timeline
from cortitrack.rules.safety_view import SafetyView, view_on
from cortitrack.rules.verdict import Flag, Hint, Verdict, VerdictKind
from tests.builders import on

THIS, OTHER = 2, 3
PLANNED_ID = 900
FIELDS = {
    "injection": "injections",
    "pain_score": "scores",
    "impression": "impressions",
    "instrument_total": "totals",
    "therapy_session": "sessions",
    "procedure": "procedures",
    "surgery": "surgeries",
    "medication": "medications",
    "measure": "measures",
    "imaging": "imaging",
    "incident": "incidents",
    "override": "overrides",
    "reassessment": "reassessments",
    "pathway_item": "pathway_items",
    "pathway_move": "pathway_moves",
    "therapy_plan": "therapy_plans",
    "exercise": "exercises",
    "motion": "motions",
    "consultation": "consultations",
    "talk": "talks",
    "function_mark": "function_marks",
    "risk": "risks",
    "red_flag": "red_flags",
    "safety_answer": "safety_answers",
}
OF_THE_PERSON = (Risk, Medication)


def given(day: int, mg: float | str | None = 1, drug: Drug = Drug.TRIAMCINOLONE_ACETONIDE, **more: Any) -> Injection:
    dose = None if mg is None else Decimal(str(mg))
    usual: dict[str, Any] = {"id": 0, "problem_id": THIS, "given_on": on(day), "drug": drug, "dose_mg": dose}
    return Injection(**(usual | more))


def score(day: int, value: float, kind: ScoreKind = ScoreKind.AVERAGE, **more: Any) -> PainScore:
    return PainScore(id=0, problem_id=THIS, on=on(day), kind=kind, tenths=round(value * 10), **more)


def risk(kind: RiskKind, day: int = -100, to: int | None = None, value: str | None = None, **more: Any) -> Risk:
    number = None if value is None else Decimal(value)
    end = None if to is None else on(to)
    return Risk(id=0, patient_id=1, kind=kind, from_on=on(day), to_on=end, value=number, **more)


def flag(
    kind: RedFlagKind, day: int = -1, resolved: int | None = None, present: bool = True, problem_id: int = THIS
) -> RedFlag:
    end = None if resolved is None else on(resolved)
    return RedFlag(id=0, problem_id=problem_id, on=on(day), flag=kind, present=present, resolved_on=end)


def medicine(kind: MedicationClass, drug: str = "something", day: int = -50, to: int | None = None) -> Medication:
    end = None if to is None else on(to)
    return Medication(id=0, patient_id=1, medication_class=kind, drug=drug, from_on=on(day), to_on=end)


def surgery(kind: SurgeryKind, day: int, status: SurgeryStatus | None = SurgeryStatus.PLANNED) -> Surgery:
    return Surgery(id=0, problem_id=THIS, on=on(day), kind=kind, status=status)


def procedure(kind: ProcedureKind, day: int, **more: Any) -> Procedure:
    numbers: dict[str, Any] = {
        name: Decimal(str(value)) for name, value in more.items() if name.endswith(("_mg", "_percent"))
    }
    usual: dict[str, Any] = {"id": 0, "problem_id": THIS, "on": on(day), "kind": kind}
    return Procedure(**(usual | more | numbers))


def incident(kind: IncidentKind, day: int) -> Incident:
    return Incident(id=0, problem_id=THIS, on=on(day), kind=kind)


def picture(day: int, modality: Modality = Modality.XRAY, finding: Finding | None = None, **more: Any) -> Imaging:
    return Imaging(id=0, problem_id=THIS, on=on(day), modality=modality, finding=finding, **more)


def session(day: int, attended: bool | None = True, kind: TherapyKind = TherapyKind.PT) -> TherapySession:
    return TherapySession(id=0, problem_id=THIS, on=on(day), kind=kind, attended=attended)


def item(which: Item, state: ItemState, day: int = 0, why: str = "told") -> PathwayItem:
    return PathwayItem(id=0, problem_id=THIS, on=on(day), item=which, state=state, why=why)


def move(stage: Stage, day: int = 0) -> PathwayMove:
    return PathwayMove(id=0, problem_id=THIS, on=on(day), stage=stage, why="agreed")


def total(day: int, code: str, value: str) -> InstrumentTotal:
    return InstrumentTotal(id=0, problem_id=THIS, on=on(day), instrument=code, total=Decimal(value))


def weight(day: int, kg: str, cm: str | None = None, target: str | None = None) -> Measure:
    return Measure(
        id=0,
        problem_id=THIS,
        on=on(day),
        kind=MeasureKind.WEIGHT,
        value=Decimal(kg),
        unit="kg",
        height_cm=None if cm is None else Decimal(cm),
        target=None if target is None else Decimal(target),
    )


def judged(
    kind: VerdictKind, injection_id: int, *, hints: tuple[Hint, ...] = (), flags: tuple[Flag, ...] = ()
) -> Verdict:
    return Verdict(
        injection_id=injection_id, as_of=on(0).toordinal(), rule_set="2026-1", kind=kind, hints=hints, flags=flags
    )


def numbered(facts: tuple[Fact, ...]) -> list[Fact]:
    """The facts with ids from 101 in the order in which they are told; an id of its own is kept."""
    return [fact if fact.id else replace(fact, id=101 + place) for place, fact in enumerate(facts)]


def timeline_of(facts: list[Fact], patient: Patient, problem: Problem) -> Timeline:
    """Those of the facts that belong to a problem or to the person, in order."""
    fields: dict[str, Any] = {}
    for fact in sorted(facts, key=lambda one: (happened_on(one) or date.min, one.id)):
        if isinstance(fact, OF_THE_PERSON) or getattr(fact, "problem_id", problem.id) == problem.id:
            name = FIELDS[KIND_OF[type(fact)].value]
            fields[name] = (*fields.get(name, ()), fact)
    elsewhere = tuple(one for one in facts if isinstance(one, Injection) and one.problem_id != problem.id)
    return Timeline(patient=patient, problem=problem, elsewhere=elsewhere, **fields)


def view(
    *facts: Fact,
    today: int = 0,
    site: Site = Site.KNEE,
    other: Site = Site.SHOULDER,
    other_side: Side = Side.LEFT,
    diagnosis: str = "",
    icd10: str = "",
    allergies: str = "none known",
    sex: Sex | None = None,
    verdicts: Mapping[int, Verdict] | None = None,
) -> SafetyView:
    """What is seen on a day of a right knee (or another site), beside a problem of a left shoulder."""
    patient = Patient(id=1, family_name="Sample", birth_date=date(1960, 2, 29), allergies=allergies, sex=sex)
    here = Problem(id=THIS, patient_id=1, site=site, side=Side.RIGHT, diagnosis=diagnosis, icd10=icd10)
    there = Problem(id=OTHER, patient_id=1, site=other, side=other_side)
    entries = numbered(facts)
    timelines = [timeline_of(entries, patient, problem) for problem in (here, there)]
    return view_on(on(today), timelines[0], timelines[1:], verdicts)


def planned(mg: float | str | None = 1, day: int = 0, **more: Any) -> Injection:
    usual: dict[str, Any] = {"id": PLANNED_ID}
    return given(day, mg, **(usual | more))
