"""What the facts of the pathway and of safety refuse, and where they point."""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from cortitrack.domain.consultation import Consultation, Specialty
from cortitrack.domain.errors import Invalid, Why
from cortitrack.domain.function_mark import FunctionMark
from cortitrack.domain.imaging import Imaging, Modality
from cortitrack.domain.measure import Measure, MeasureKind
from cortitrack.domain.pathway import ITEMS, STAGE_OF, Item, ItemState, PathwayItem, PathwayMove, Stage
from cortitrack.domain.procedure import Procedure, ProcedureKind
from cortitrack.domain.reassessment import Reassessment
from cortitrack.domain.records import Fact, not_in_future
from cortitrack.domain.red_flag import RedFlag, RedFlagKind
from cortitrack.domain.risk import Risk, RiskKind
from cortitrack.domain.safety_answer import AlertLevel, Answer, SafetyAnswer, SafetyRule
from cortitrack.domain.therapy import TherapyKind
from cortitrack.domain.therapy_plan import Exercise, Motion, TherapyPlan

D = Decimal
ON = date(2026, 1, 12)
DAY = timedelta(days=1)
OF: dict[str, Any] = {"id": 1, "problem_id": 2, "on": ON}
ITEM = OF | {"item": Item.INTOLERANCE, "state": ItemState.DONE}
RISK: dict[str, Any] = {"id": 1, "patient_id": 2, "from_on": ON}
OVERRIDDEN: dict[str, Any] = {
    "id": 1, "injection_id": 2, "on": ON, "rule": SafetyRule.S1, "level": AlertLevel.STOP, "answer": Answer.OVERRIDDEN,
    "who": "A. Lind", "role": "physician", "why": "agreed",
}  # fmt: skip

REFUSED: list[tuple[Callable[..., Fact], dict[str, Any], str, Why]] = [
    (Reassessment, OF | {"painful_sites": -1}, "painful_sites", Why.OUT_OF_RANGE),
    (PathwayItem, ITEM, "why", Why.MISSING),
    (PathwayMove, OF | {"stage": Stage.SURGICAL, "why": " "}, "why", Why.MISSING),
    (TherapyPlan, {"id": 1, "problem_id": 2, "from_on": ON, "kind": TherapyKind.PT, "to_on": ON - DAY}, "to_on",
     Why.BEFORE_START),
    (TherapyPlan, {"id": 1, "problem_id": 2, "from_on": ON, "kind": TherapyKind.PT, "adherence_percent": D("100.1")},
     "adherence_percent", Why.OUT_OF_RANGE),
    (Exercise, OF | {"exercise": ""}, "exercise", Why.MISSING),
    (Motion, OF | {"movement": "flexion", "degrees": D("-90.1")}, "degrees", Why.OUT_OF_RANGE),
    (Motion, OF | {"movement": "flexion", "degrees": D("360.1")}, "degrees", Why.OUT_OF_RANGE),
    (Motion, OF | {"movement": "flexion", "degrees": D("12.25")}, "degrees", Why.TOO_PRECISE),
    (Consultation, {"id": 1, "problem_id": 2, "asked_on": ON, "specialty": Specialty.PAIN, "seen_on": ON - DAY},
     "seen_on", Why.BEFORE_START),
    (FunctionMark, OF | {"limited": True, "note": ""}, "note", Why.MISSING),
    (Risk, RISK | {"kind": RiskKind.DIABETES, "value": D("25.1")}, "value", Why.OUT_OF_RANGE),
    (Risk, RISK | {"kind": RiskKind.DIABETES, "value": D(7), "unit": "mmol/mol"}, "unit", Why.UNKNOWN_CODE),
    (Risk, RISK | {"kind": RiskKind.ANTICOAGULANT, "value": D(0)}, "value", Why.OUT_OF_RANGE),
    (Risk, RISK | {"kind": RiskKind.GLAUCOMA, "to_on": ON - DAY}, "to_on", Why.BEFORE_START),
    (RedFlag, OF | {"flag": RedFlagKind.FEVER, "present": True, "resolved_on": ON - DAY}, "resolved_on",
     Why.BEFORE_START),
    *((SafetyAnswer, OVERRIDDEN | {field: ""}, field, Why.MISSING) for field in ("who", "role", "why")),
    (Procedure, OF | {"kind": ProcedureKind.PRP, "number_in_series": 0}, "number_in_series", Why.OUT_OF_RANGE),
    (Procedure, OF | {"kind": ProcedureKind.RFA, "relief_6_months_percent": D(101)}, "relief_6_months_percent",
     Why.OUT_OF_RANGE),
    (Measure, OF | {"kind": MeasureKind.BRACE, "hours_a_day": D("24.1")}, "hours_a_day", Why.OUT_OF_RANGE),
    (Measure, OF | {"kind": MeasureKind.WEIGHT, "height_cm": D("1.75")}, "height_cm", Why.OUT_OF_RANGE),
    (Imaging, OF | {"modality": Modality.MRI, "requested_on": ON + DAY}, "on", Why.BEFORE_START),
]  # fmt: skip


@pytest.mark.parametrize(("fact", "values", "field", "why"), REFUSED)
def test_what_is_refused(fact: Callable[..., Fact], values: dict[str, Any], field: str, why: Why) -> None:
    with pytest.raises(Invalid) as refused:
        fact(**values)
    assert (refused.value.field, refused.value.why) == (field, why)


def test_ends_and_limits_are_taken() -> None:
    assert Motion(**OF, movement="extension", degrees=D(-90)).degrees == -90
    assert Risk(**RISK, kind=RiskKind.INSULIN, value=D(25), unit="%").value == 25
    assert SafetyAnswer(**OVERRIDDEN | {"answer": Answer.ACKNOWLEDGED, "who": "", "role": "", "why": ""}).why == ""
    assert PathwayItem(**ITEM | {"state": ItemState.OPEN}).why == ""


def test_what_is_still_to_come_is_no_record_yet() -> None:
    seen = Consultation(id=1, problem_id=2, asked_on=ON, specialty=Specialty.PAIN, seen_on=ON + DAY)
    resolved = RedFlag(**OF, flag=RedFlagKind.FEVER, present=True, resolved_on=ON + DAY)
    for fact, field in ((seen, "seen_on"), (resolved, "resolved_on")):
        with pytest.raises(Invalid) as refused:
            not_in_future(fact, ON)
        assert (refused.value.field, refused.value.why) == (field, Why.FUTURE)
    not_in_future(Risk(**RISK, kind=RiskKind.PREGNANCY, to_on=ON + DAY), ON)


def test_a_flag_stands_until_the_day_it_is_resolved() -> None:
    flag = RedFlag(**OF, flag=RedFlagKind.FEVER, present=True, resolved_on=ON + DAY)
    assert [flag.stands_on(ON + day * DAY) for day in (-1, 0, 1)] == [False, True, False]
    assert not RedFlag(**OF, flag=RedFlagKind.FEVER, present=False).stands_on(ON)


def test_a_risk_holds_to_its_last_day() -> None:
    risk = Risk(**RISK, kind=RiskKind.PREGNANCY, to_on=ON + DAY)
    assert [risk.holds_on(ON + day * DAY) for day in (-1, 0, 1, 2)] == [False, True, True, False]


def test_every_item_has_its_stage() -> None:
    assert set(STAGE_OF) == set(Item)
    assert set(ITEMS) == set(Stage)
