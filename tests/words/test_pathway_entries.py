"""What the timeline says of each kind of the pathway and of safety, and of what the older kinds learnt."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from cortitrack.domain.anatomy import Region, Side, Site
from cortitrack.domain.consultation import Consultation, Specialty
from cortitrack.domain.function_mark import FunctionMark
from cortitrack.domain.imaging import Finding, Imaging, Modality
from cortitrack.domain.injection import Drug, Injection
from cortitrack.domain.measure import Measure, MeasureKind
from cortitrack.domain.pathway import Item, ItemState, PathwayItem, PathwayMove, Stage
from cortitrack.domain.procedure import Procedure, ProcedureKind
from cortitrack.domain.reassessment import Reassessment, StructureBasis
from cortitrack.domain.records import FACT_TYPES, Fact, RecordKind
from cortitrack.domain.red_flag import RedFlag, RedFlagKind
from cortitrack.domain.referral import Urgency
from cortitrack.domain.risk import Risk, RiskKind
from cortitrack.domain.safety_answer import AlertLevel, Answer, SafetyAnswer, SafetyRule
from cortitrack.domain.talk import Talk
from cortitrack.domain.therapy import TherapyKind
from cortitrack.domain.therapy_plan import Exercise, Motion, TherapyPlan
from cortitrack.words.entries import _VALUE, _WHAT
from cortitrack.words.phrases import entry_value, entry_what

D = Decimal
ON = date(2026, 1, 12)
OF: dict[str, Any] = {"id": 1, "problem_id": 2, "on": ON}

SAID: list[tuple[Fact, str, str]] = [
    (
        Reassessment(
            **OF, working_diagnosis="stenosis", alternatives="hip", changed=True, painful_sites=1, low_mood=False,
            structure="L5 root", structure_basis=StructureBasis.ANAESTHETIC_80,
        ),
        "Reassessment: stenosis",
        "diagnosis changed: yes, alternatives: hip, 1 painful site, low mood: no, "
        "structure: L5 root, at least 80 % relief from the anaesthetic",
    ),
    (Reassessment(**OF), "Reassessment", ""),
    (
        PathwayItem(**OF, item=Item.BRACE, state=ItemState.NOT_NEEDED, by="Dr Lind", why="no instability"),
        "Brace, orthotic or walking aid: no instability", "not needed, Dr Lind",
    ),
    (
        PathwayMove(**OF, stage=Stage.SURGICAL, why="weakness", by="Dr Lind"),
        "Moved to surgical evaluation: weakness", "Dr Lind",
    ),
    (
        TherapyPlan(
            id=1, problem_id=2, from_on=ON, kind=TherapyKind.PT, aim="stairs", sessions_planned=12,
            home_programme="twice a day", manual_therapy="grade III", to_on=date(2026, 3, 1), adherence_percent=D(75),
        ),
        "Plan of physical therapy: stairs",
        "12 sessions planned, home programme: twice a day, manual therapy: grade III, until 1 Mar 2026, adherence 75 %",
    ),
    (
        Exercise(**OF, exercise="step-downs", sets=3, repetitions=1, load=D("2.5"), load_unit="kg", progress="easier"),
        "Exercise: step-downs", "3 sets, 1 repetition, 2.5 kg, easier",
    ),
    (
        Motion(**OF, movement="extension", degrees=D("-5.5"), passive=True),
        "Range of motion: extension, passive", "−5.5°",
    ),
    (
        Consultation(
            id=1, problem_id=2, asked_on=ON, specialty=Specialty.SPINE, to_whom="Dr Halvorsen", urgency=Urgency.SOON,
            question="decompress?", seen_on=date(2026, 2, 1), outcome="wait",
        ),
        "Neurosurgeon or spine surgeon, Dr Halvorsen: decompress?", "soon, seen 1 Feb 2026, wait",
    ),
    (
        Talk(**OF, by="Dr Lind", benefit_and_risk=True, recovery_time=False, goal="garden"),
        "Talk, Dr Lind", "benefit and risk: yes, recovery time: no, patient’s goal: garden",
    ),
    (FunctionMark(**OF, limited=True, note="ten steps"), "Mark of function: ten steps", "function limited"),
    (FunctionMark(**OF, limited=False, note="walks"), "Mark of function: walks", "function not limited"),
    (
        Risk(id=1, patient_id=3, kind=RiskKind.INSULIN, from_on=ON, value=D("8.25")),
        "Diabetes on insulin", "HbA1c 8.25 %",
    ),
    (Risk(id=1, patient_id=3, kind=RiskKind.ANTICOAGULANT, from_on=ON, value=D("2.5")), "Anticoagulant", "INR 2.5"),
    (
        Risk(
            id=1, patient_id=3, kind=RiskKind.PROSTHESIS, from_on=ON, to_on=date(2026, 2, 1), site=Site.KNEE,
            side=Side.LEFT, detail="cemented",
        ),
        "Prosthesis: LEFT knee, cemented", "until 1 Feb 2026",
    ),
    (RedFlag(**OF, flag=RedFlagKind.FEVER, present=False), "Red flag: fever of 38 °C or more", "not present"),
    (
        RedFlag(**OF, flag=RedFlagKind.MYELOPATHY, present=True, resolved_on=date(2026, 2, 1), note="clonus"),
        "Red flag: signs of myelopathy: clonus", "present, resolved 1 Feb 2026",
    ),
    (
        SafetyAnswer(
            id=1, injection_id=4, on=ON, rule=SafetyRule.S1, level=AlertLevel.STOP, answer=Answer.OVERRIDDEN,
            who="A. Lind", role="physician", why="agreed with the surgeon",
        ),
        "Alert S1 (stop): agreed with the surgeon", "overridden, A. Lind (physician)",
    ),
    (
        Procedure(
            **OF, kind=ProcedureKind.RFA, side=Side.LEFT, nerve="medial branch", level="L4, L5", temperature_c=D(80),
            seconds=90, relief_3_months_percent=D(60),
        ),
        "Radiofrequency ablation: LEFT medial branch, L4, L5", "80 °C, 90 s, relief at 3 months 60 %",
    ),
    (
        Procedure(**OF, kind=ProcedureKind.PRP, product="leucocyte-poor", number_in_series=2, volume_ml=D(4)),
        "PRP", "leucocyte-poor, number 2 of the series, 4 ml",
    ),
    (
        Procedure(**OF, kind=ProcedureKind.NERVE_BLOCK, drug="lidocaine", drug_mg=D(40), relief_percent=D(80)),
        "Nerve block", "lidocaine 40 mg, relief 80 %",
    ),
    (
        Measure(**OF, kind=MeasureKind.WEIGHT, value=D(90), unit="kg", height_cm=D(180), target=D(80)),
        "Weight", "90 kg, 180 cm, BMI 27.8, target 80 kg",
    ),
    (Measure(**OF, kind=MeasureKind.BRACE, what="unloader", hours_a_day=D(6)), "Brace: unloader", "6 hours a day"),
    (
        Imaging(**OF, modality=Modality.MRI, finding=Finding.TENDON_TEAR, size_cm=D("3.2"), agrees_with_report=False),
        "MRI", "tendon tear, 3.2 cm, agrees with the report: no",
    ),
    (
        Injection(id=1, problem_id=2, given_on=ON, drug=Drug.DEXAMETHASONE, region=Region.CAUDAL),
        "Injection dexamethasone, caudal", "",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("fact", "what", "value"), SAID, ids=lambda one: type(one).__name__)
def test_what_the_timeline_says(fact: Fact, what: str, value: str) -> None:
    assert (entry_what(fact), entry_value(fact)) == (what, value)


@pytest.mark.parametrize("kind", RecordKind)
def test_every_kind_has_a_line(kind: RecordKind) -> None:
    assert FACT_TYPES[kind] in _WHAT
    assert FACT_TYPES[kind] in _VALUE


def test_a_weight_in_unknown_units_has_no_index() -> None:
    for unit in ("lb", ""):
        assert Measure(**OF, kind=MeasureKind.WEIGHT, value=D(200), unit=unit, height_cm=D(180)).bmi is None
