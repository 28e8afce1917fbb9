"""The record as a whole, what a rule that lacks data asks for, and the day from which an alert is silent."""

from typing import Any

import pytest

from cortitrack.domain.anatomy import Region, Site, Target
from cortitrack.domain.injection import Drug
from cortitrack.domain.patient import Sex
from cortitrack.domain.procedure import ProcedureKind
from cortitrack.domain.records import Fact
from cortitrack.domain.red_flag import RedFlagKind
from cortitrack.domain.risk import RiskKind
from cortitrack.domain.safety_answer import AlertLevel, SafetyRule
from cortitrack.domain.surgery import SurgeryKind
from cortitrack.rules.alerts import Checked, Wants
from cortitrack.rules.ruleset import RuleSet
from cortitrack.rules.safety import check_injection, check_record
from tests.builders import on
from tests.rules.records import (
    OTHER,
    flag,
    given,
    picture,
    planned,
    procedure,
    risk,
    score,
    surgery,
    view,
)

RULES = RuleSet()
STOP, ALERT, INFO = AlertLevel.STOP, AlertLevel.ALERT, AlertLevel.INFO
TA, MP, DEXA, OTHER_DRUG = (
    Drug.TRIAMCINOLONE_ACETONIDE,
    Drug.METHYLPREDNISOLONE_ACETATE,
    Drug.DEXAMETHASONE,
    Drug.OTHER,
)
LUMBAR, CERVICAL = {"site": Site.LUMBAR_SPINE}, {"site": Site.CERVICAL_SPINE}
REPLACEMENT, CUFF, SCOPE = SurgeryKind.JOINT_REPLACEMENT, SurgeryKind.CUFF_REPAIR, SurgeryKind.ARTHROSCOPY
SHOULDER, HIP, ELBOW = {"site": Site.SHOULDER, "other": Site.KNEE}, {"site": Site.HIP}, {"site": Site.ELBOW}
EPIDURALS: list[Fact] = [procedure(ProcedureKind.EPIDURAL, -364 + place) for place in range(4)]


RECORD: list[tuple[str, list[Fact], dict[str, Any], AlertLevel | None]] = [
    ("S9", [given(-60), surgery(REPLACEMENT, 29)], {}, STOP),
    ("S9", [given(-60), surgery(REPLACEMENT, 30)], {}, None),
    ("S9", [surgery(REPLACEMENT, 1)], {}, None),
    ("S10", [given(-10), surgery(CUFF, 19)], SHOULDER, STOP),
    ("S10", [given(-10), surgery(CUFF, 20)], SHOULDER, ALERT),
    ("S10", [given(-10), surgery(CUFF, 173)], SHOULDER, None),
    ("S11", [given(-10), surgery(SCOPE, 19)], {}, ALERT),
    ("S11", [given(-10), surgery(SCOPE, 20)], {}, None),
    ("S13", [flag(RedFlagKind.SEPTIC_JOINT)], {}, STOP),
    ("S14", [given(-3), score(-4, 5), score(0, 7)], {}, ALERT),
    ("S14", [given(-3), score(-4, 5), score(0, 6.9)], {}, None),
    ("S14", [given(-3), score(-4, 5), score(0, 7.1)], {}, ALERT),
    ("S14", [given(-2), score(-4, 5), score(0, 9)], {}, None),
    ("S14", [given(-70), score(-71, 5), score(0, 7)], {}, ALERT),
    ("S14", [given(-71), score(-72, 5), score(0, 7)], {}, None),
    ("S14", [given(-20), score(-21, 5), score(-10, 9), score(-1, 6)], {}, None),
    ("S14", [given(-20), score(-21, 5), score(-10, 5), score(-10, 9)], {}, ALERT),
    ("S14", [given(-20), flag(RedFlagKind.FEVER, -1)], {}, ALERT),
    ("S14", [given(-20), flag(RedFlagKind.HOT_SWOLLEN_JOINT, -20)], {}, ALERT),
    ("S14", [given(-20), flag(RedFlagKind.HOT_SWOLLEN_JOINT, -21)], {}, None),
    ("S14", [given(-20), flag(RedFlagKind.FEVER, -3, resolved=-1)], {}, None),
    ("S14", [flag(RedFlagKind.FEVER, -1)], {}, None),
    ("S15", [flag(RedFlagKind.MYELOPATHY)], CERVICAL, STOP),
    ("S16", [flag(RedFlagKind.WEIGHT_LOSS)], {}, ALERT),
    ("S16", [flag(RedFlagKind.WEIGHT_LOSS, -9, resolved=-1)], {}, None),
    ("S27", [given(-100), given(-10)], HIP, ALERT),
    ("S27", [given(-10)], HIP, None),
    ("S27", [given(-100), given(-10), picture(-1)], HIP, None),
    ("S27", [given(-300), given(-183)], HIP, None),
    ("S30", [given(-20), given(-10)], {}, None),
    ("S30", [given(-364), given(-20), given(-10, problem_id=OTHER)], {}, INFO),
    ("S30", [given(-365), given(-20), given(-10)], {}, None),
    ("S30", [given(-10, 160, MP)], {}, INFO),
    ("S30", [given(-10, "159.9", MP)], {}, None),
]


@pytest.mark.parametrize("row", RECORD, ids=lambda row: row[0])
def test_the_record_as_a_whole(row: tuple[str, list[Fact], dict[str, Any], AlertLevel | None]) -> None:
    rule, facts, around, level = row
    assert check_record(view(*facts, **around), RULES).loudest(SafetyRule(rule)) is level


LACKING: list[tuple[str, list[Fact], dict[str, Any], dict[str, Any], Wants]] = [
    ("S4", [given(-100)], {}, {}, Wants.FOLLOW_UP),
    ("S5", [], {}, LUMBAR, Wants.TARGET),
    ("S5", EPIDURALS, {"target": Target.EPIDURAL, "drug": DEXA}, {"site": Site.OTHER}, Wants.REGION),
    ("S6", [given(-9, None)], {}, {}, Wants.DOSE),
    ("S6", [], {"mg": None}, {}, Wants.DOSE),
    ("S6", [given(-900, 400)], {}, {}, Wants.POST_MENOPAUSAL),
    ("S7", [], {"mg": None}, {}, Wants.DOSE),
    ("S7", [], {"drug": OTHER_DRUG}, {}, Wants.DRUG),
    ("S7", [], {"mg": 40, "drug": MP}, {}, Wants.TARGET),
    ("S7", [], {"drug": Drug.TRIAMCINOLONE_ER, "target": Target.JOINT}, HIP, Wants.NO_PUBLISHED_MAXIMUM),
    ("S7", [], {"target": Target.JOINT}, {"site": Site.SACROILIAC}, Wants.NO_PUBLISHED_MAXIMUM),
    ("S8", [given(0, None, problem_id=OTHER)], {"mg": 40}, {}, Wants.DOSE),
    ("S9", [surgery(REPLACEMENT, -1)], {}, {}, Wants.SURGERY_DONE),
    ("S12", [risk(RiskKind.PROSTHESIS)], {}, {}, Wants.PROSTHESIS_PLACE),
    ("S12", [risk(RiskKind.PROSTHESIS, site=Site.KNEE)], {}, {}, Wants.PROSTHESIS_PLACE),
    ("S13", [], {}, {}, Wants.LOOK),
    ("S13", [flag(RedFlagKind.FEVER, -8, present=False)], {}, {}, Wants.LOOK),
    ("S14", [given(-10), score(-1, 9)], {}, {}, Wants.BASELINE),
    ("S15", [], {}, LUMBAR, Wants.LOOK),
    ("S16", [], {}, {}, Wants.LOOK),
    ("S16", [flag(RedFlagKind.NIGHT_PAIN)], {}, {}, Wants.CANCER_HISTORY),
    ("S17", [], {"target": Target.TENDON}, {}, Wants.WHICH_TENDON),
    ("S18", [], {}, ELBOW, Wants.TARGET),
    ("S19", [risk(RiskKind.DIABETES)], {}, {}, Wants.HBA1C),
    ("S20", [risk(RiskKind.ANTICOAGULANT)], {}, {}, Wants.INR),
    ("S20", [risk(RiskKind.ANTIPLATELET)], {}, {"site": Site.OTHER}, Wants.SITE),
    ("S22", [], {"target": Target.EPIDURAL}, CERVICAL, Wants.REGION),
    ("S22", [], {"drug": OTHER_DRUG, "region": Region.CERVICAL_TRANSFORAMINAL}, CERVICAL, Wants.DRUG),
    ("S23", [], {}, LUMBAR, Wants.TARGET),
    ("S24", [], {}, {"allergies": ""}, Wants.ALLERGIES),
    ("S24", [risk(RiskKind.ALLERGY, detail="lidocaine")], {}, {}, Wants.ANAESTHETIC),
    ("S28", [], {}, {"site": Site.WRIST}, Wants.TARGET),
    ("S30", [given(-9, None)], {}, {}, Wants.DOSE),
]


def wanted(found: Checked, rule: str) -> set[Wants]:
    return {missing.wants for missing in found.missing if missing.rule is SafetyRule(rule)}


@pytest.mark.parametrize("row", LACKING, ids=lambda row: f"{row[0]}-{row[4]}")
def test_a_rule_that_lacks_data_names_the_entry_that_would_decide(
    row: tuple[str, list[Fact], dict[str, Any], dict[str, Any], Wants],
) -> None:
    rule, facts, injection, around, wants = row
    assert wants in wanted(check_injection(view(*facts, **around), planned(**injection), RULES), rule)


@pytest.mark.parametrize(
    ("rule", "facts", "around"),
    [
        ("S6", [given(-900, 400)], {"sex": Sex.MALE}),
        ("S13", [flag(kind, present=False) for kind in (RedFlagKind.FEVER, RedFlagKind.SEPTIC_JOINT)], {}),
        ("S15", [], {}),
        ("S24", [], {"allergies": "none known"}),
    ],
)
def test_what_was_asked_and_answered_is_not_missing(rule: str, facts: list[Fact], around: dict[str, Any]) -> None:
    assert wanted(check_injection(view(*facts, **around), planned(), RULES), rule) == set()


@pytest.mark.parametrize(("days", "level"), [(59, ALERT), (60, None), (29, STOP), (30, ALERT)])
def test_a_site_may_have_intervals_of_its_own(days: int, level: AlertLevel | None) -> None:
    own = (("interval_alert_days_knee", 60), ("interval_stop_days_knee", 30))
    found = check_injection(view(given(-days)), planned(), RuleSet(version="2026-2", own=own))
    assert found.loudest(SafetyRule.S1) is level


def test_the_day_it_names_is_the_first_on_which_it_is_silent() -> None:
    facts = [given(-300), given(-200), given(-90)]
    for rule in (SafetyRule.S2, SafetyRule.S3):
        alert = check_injection(view(*facts), planned(), RULES).of(rule)[0]
        assert alert.from_on is not None
        later = (alert.from_on - on(0)).days
        again = check_injection(view(*facts, today=later), planned(day=later), RULES).of(rule)
        assert not again or again[0].level is not alert.level
        before = check_injection(view(*facts, today=later - 1), planned(day=later - 1), RULES).of(rule)
        assert before[0].level is alert.level


def test_what_the_person_must_answer() -> None:
    found = check_injection(view(given(-10), risk(RiskKind.PREGNANCY)), planned(), RULES)
    assert found.stops == (SafetyRule.S1,)
    assert found.to_acknowledge == (SafetyRule.S25,)


def test_a_past_injection_is_judged_by_what_was_there_on_its_day() -> None:
    later: list[Fact] = [risk(RiskKind.PREGNANCY, -5), given(-50)]
    found = check_injection(view(*later), planned(day=-100), RULES)
    assert found.of(SafetyRule.S25) == found.of(SafetyRule.S1) == ()


def test_an_entry_checked_again_does_not_count_itself() -> None:
    once = given(0, id=55)
    assert check_injection(view(once), once, RULES).of(SafetyRule.S1) == ()
