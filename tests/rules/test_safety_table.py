"""Every safety rule at, just below and just above its threshold; and what it says where it lacks data."""

from typing import Any

import pytest

from cortitrack.domain.anatomy import Region, Side, Site, Target
from cortitrack.domain.imaging import Modality
from cortitrack.domain.incident import IncidentKind
from cortitrack.domain.injection import Drug
from cortitrack.domain.medication import MedicationClass
from cortitrack.domain.override import Judgement, Override
from cortitrack.domain.procedure import ProcedureKind
from cortitrack.domain.reassessment import Reassessment
from cortitrack.domain.records import Fact
from cortitrack.domain.red_flag import RedFlagKind
from cortitrack.domain.risk import RiskKind
from cortitrack.domain.safety_answer import AlertLevel, SafetyRule
from cortitrack.domain.surgery import SurgeryKind, SurgeryStatus
from cortitrack.rules.alerts import Clears, Ground
from cortitrack.rules.ruleset import RuleSet
from cortitrack.rules.safety import check_injection
from cortitrack.rules.verdict import VerdictKind
from tests.builders import on
from tests.rules.records import (
    OTHER,
    THIS,
    flag,
    given,
    incident,
    judged,
    medicine,
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
Row = tuple[str, list[Fact], dict[str, Any], dict[str, Any], AlertLevel | None]


def spread(count: int, first: int = -364) -> list[Fact]:
    """So many injections, the first on a day and the others a week apart."""
    return [given(first + 7 * place) for place in range(count)]


def epidurals(count: int, **more: Any) -> list[Fact]:
    return [procedure(ProcedureKind.EPIDURAL, -364 + place, **more) for place in range(count)]


def into_spine(**more: Any) -> dict[str, Any]:
    return {"target": Target.EPIDURAL, "drug": DEXA} | more


LUMBAR, CERVICAL = {"site": Site.LUMBAR_SPINE}, {"site": Site.CERVICAL_SPINE}
REPLACEMENT, CUFF, SCOPE = SurgeryKind.JOINT_REPLACEMENT, SurgeryKind.CUFF_REPAIR, SurgeryKind.ARTHROSCOPY
SHOULDER, HIP, ELBOW = {"site": Site.SHOULDER, "other": Site.KNEE}, {"site": Site.HIP}, {"site": Site.ELBOW}
FAILED = VerdictKind.FAILED_NO_RESPONSE
ONE_FAILED = {"verdicts": {101: judged(FAILED, 101)}}
TWO_FAILED = {"verdicts": {101: judged(FAILED, 101), 102: judged(FAILED, 102)}}
FAILED_THEN_HELPED = {"verdicts": {101: judged(FAILED, 101), 102: judged(VerdictKind.RESPONDED, 102)}}
HELPED_THEN_FAILED = {"verdicts": {101: judged(VerdictKind.RESPONDED, 101), 102: judged(FAILED, 102)}}
VISIT = Reassessment(id=0, problem_id=THIS, on=on(-1))
OVERRULED = Override(id=0, injection_id=101, on=on(-1), judgement=Judgement.RESPONDED, why="x", clinician="y")
FINDS_IT_FAILED = Override(id=0, injection_id=101, on=on(-1), judgement=Judgement.FAILED, why="x", clinician="y")

# rule, entries, the injection, the surroundings, how loud
TABLE: list[Row] = [
    ("S1", [], {}, {}, None),
    ("S1", [given(-84)], {}, {}, None),
    ("S1", [given(-83)], {}, {}, ALERT),
    ("S1", [given(-85)], {}, {}, None),
    ("S1", [given(-42)], {}, {}, ALERT),
    ("S1", [given(-41)], {}, {}, STOP),
    ("S1", [given(-43)], {}, {}, ALERT),
    ("S1", [given(0)], {}, {}, STOP),
    ("S1", [given(-10, problem_id=OTHER)], {}, {}, None),
    ("S1", [given(-10, problem_id=OTHER)], {}, {"other": Site.KNEE, "other_side": Side.RIGHT}, STOP),
    ("S1", [given(-10, problem_id=OTHER)], {}, {"other": Site.KNEE, "other_side": Side.LEFT}, None),
    ("S1", [procedure(ProcedureKind.NERVE_BLOCK, -10, steroid="dexamethasone")], {}, {}, STOP),
    ("S1", [procedure(ProcedureKind.NERVE_BLOCK, -10, steroid="none")], {}, {}, None),
    ("S2", spread(1), {}, {}, None),
    ("S2", spread(2), {}, {}, INFO),
    ("S2", spread(3), {}, {}, ALERT),
    ("S2", spread(4), {}, {}, STOP),
    ("S2", spread(5), {}, {}, STOP),
    ("S2", spread(2, -365), {}, {}, None),
    ("S3", spread(1), {}, {}, None),
    ("S3", spread(2), {}, {}, ALERT),
    ("S3", spread(2), {}, HIP, ALERT),
    ("S3", spread(2), {}, {"site": Site.ANKLE}, ALERT),
    ("S3", spread(4), {}, SHOULDER, None),
    ("S4", [given(-100)], {}, {}, None),
    ("S4", [given(-100)], {}, ONE_FAILED, ALERT),
    ("S4", [given(-100), VISIT], {}, ONE_FAILED, INFO),
    ("S4", [given(-100), OVERRULED], {}, ONE_FAILED, None),
    ("S4", [given(-100), FINDS_IT_FAILED], {}, {}, ALERT),
    ("S4", [given(-200), given(-100)], {}, TWO_FAILED, STOP),
    ("S4", [given(-200), given(-100), VISIT], {}, TWO_FAILED, STOP),
    ("S4", [given(-200), given(-100)], {}, FAILED_THEN_HELPED, None),
    ("S4", [given(-200), given(-100)], {}, HELPED_THEN_FAILED, ALERT),
    ("S5", epidurals(3), into_spine(), LUMBAR, None),
    ("S5", epidurals(4), into_spine(), LUMBAR, STOP),
    ("S5", epidurals(5), into_spine(), LUMBAR, STOP),
    ("S5", epidurals(4), into_spine(target=Target.FACET), LUMBAR, None),
    ("S5", epidurals(4, problem_id=OTHER), into_spine(), LUMBAR | {"other": Site.CERVICAL_SPINE}, None),
    ("S5", epidurals(4, problem_id=OTHER), into_spine(), LUMBAR | {"other": Site.LUMBAR_SPINE}, STOP),
    ("S6", [given(-364, 120, MP)], {"mg": 80, "drug": MP}, {}, None),
    ("S6", [given(-364, 120, MP)], {"mg": "80.001", "drug": MP}, {}, ALERT),
    ("S6", [given(-365, 120, MP)], {"mg": 81, "drug": MP}, {}, None),
    ("S6", [given(-364, 220, MP, problem_id=OTHER)], {"mg": 80, "drug": MP}, {}, ALERT),
    ("S6", [given(-364, 220, MP, problem_id=OTHER)], {"mg": "80.1", "drug": MP}, {}, STOP),
    ("S6", [given(-9, 30, DEXA)], {"mg": 40, "drug": MP}, {}, None),
    ("S6", [given(-9, "30.001", DEXA)], {"mg": 40, "drug": MP}, {}, ALERT),
    ("S6", [procedure(ProcedureKind.NERVE_BLOCK, -9, steroid="Kenalog", steroid_mg=200)], {"mg": 1}, {}, ALERT),
    ("S6", [procedure(ProcedureKind.NERVE_BLOCK, -9, drug="dexamethasone", drug_mg=40)], {"mg": 1}, {}, ALERT),
    ("S6", [procedure(ProcedureKind.NERVE_BLOCK, -9, drug="lidocaine", drug_mg=400)], {"mg": 1}, {}, None),
    ("S6", [given(-1094, 380), risk(RiskKind.POST_MENOPAUSAL)], {"mg": 20}, {}, None),
    ("S6", [given(-1094, 380), risk(RiskKind.POST_MENOPAUSAL)], {"mg": 21}, {}, ALERT),
    ("S6", [given(-1095, 380), risk(RiskKind.POST_MENOPAUSAL)], {"mg": 21}, {}, None),
    ("S7", [], {"mg": 40}, {}, None),
    ("S7", [], {"mg": "40.1"}, {}, ALERT),
    ("S7", [], {"mg": 80}, {}, ALERT),
    ("S7", [], {"mg": "80.1"}, {}, STOP),
    ("S7", [], {"mg": "39.9"}, {}, None),
    ("S7", [], {"mg": 12, "drug": Drug.BETAMETHASONE, "target": Target.JOINT}, HIP, None),
    ("S7", [], {"mg": 12, "drug": Drug.BETAMETHASONE, "target": Target.JOINT}, {}, ALERT),
    ("S7", [], {"mg": "12.1", "drug": Drug.BETAMETHASONE, "target": Target.JOINT}, HIP, ALERT),
    ("S7", [], {"mg": 31, "drug": MP, "target": Target.BURSA}, {}, ALERT),
    ("S7", [], {"mg": 31, "drug": MP, "target": Target.JOINT}, {}, None),
    ("S7", [], {"mg": 11, "target": Target.JOINT}, {"site": Site.FINGER}, ALERT),
    ("S7", [], {"mg": 32, "drug": Drug.TRIAMCINOLONE_ER, "target": Target.JOINT}, {}, None),
    ("S7", [], {"mg": 33, "drug": Drug.TRIAMCINOLONE_ER, "target": Target.JOINT}, {}, ALERT),
    ("S7", [given(-900, 32, Drug.TRIAMCINOLONE_ER)], {"mg": 32, "drug": Drug.TRIAMCINOLONE_ER}, {}, ALERT),
    ("S7", [], {"mg": 500, "drug": Drug.TRIAMCINOLONE_ER, "target": Target.JOINT}, HIP, None),
    ("S8", [given(0, 40, problem_id=OTHER)], {"mg": 40}, {}, None),
    ("S8", [given(0, 40, problem_id=OTHER)], {"mg": "40.1"}, {}, ALERT),
    ("S8", [given(-1, 40, problem_id=OTHER)], {"mg": 41}, {}, None),
    ("S8", [given(0, 40, MP, problem_id=OTHER)], {"mg": 41}, {}, None),
    ("S9", [surgery(REPLACEMENT, 90)], {}, {}, None),
    ("S9", [surgery(REPLACEMENT, 89)], {}, {}, STOP),
    ("S9", [surgery(REPLACEMENT, 91)], {}, {}, None),
    ("S9", [surgery(REPLACEMENT, -1)], {}, {}, None),
    ("S9", [surgery(CUFF, 10)], {}, SHOULDER, None),
    ("S10", [surgery(CUFF, 29)], {}, SHOULDER, STOP),
    ("S10", [surgery(CUFF, 30)], {}, SHOULDER, ALERT),
    ("S10", [surgery(CUFF, 182)], {}, SHOULDER, ALERT),
    ("S10", [surgery(CUFF, 183)], {}, SHOULDER, None),
    ("S11", [surgery(SCOPE, 29)], {}, {}, ALERT),
    ("S11", [surgery(SCOPE, 30)], {}, {}, None),
    ("S11", [surgery(SurgeryKind.OTHER, 89)], {}, {"site": Site.HAND}, ALERT),
    ("S11", [surgery(SurgeryKind.OTHER, 90)], {}, {"site": Site.HAND}, None),
    ("S12", [risk(RiskKind.PROSTHESIS, site=Site.KNEE, side=Side.RIGHT)], {}, {}, STOP),
    ("S12", [risk(RiskKind.PROSTHESIS, site=Site.KNEE, side=Side.LEFT)], {}, {}, None),
    ("S12", [risk(RiskKind.PROSTHESIS, site=Site.HIP, side=Side.RIGHT)], {}, {}, None),
    ("S12", [surgery(REPLACEMENT, -300, SurgeryStatus.DONE)], {}, {}, STOP),
    ("S12", [surgery(REPLACEMENT, -300, None)], {}, {}, STOP),
    ("S12", [surgery(REPLACEMENT, 300)], {}, {}, None),
    ("S13", [flag(RedFlagKind.FEVER)], {}, {}, STOP),
    ("S13", [flag(RedFlagKind.FEVER, -5, resolved=0)], {}, {}, None),
    ("S13", [flag(RedFlagKind.FEVER, -5, resolved=1)], {}, {}, STOP),
    ("S13", [flag(RedFlagKind.FEVER, problem_id=OTHER)], {}, {}, STOP),
    ("S13", [flag(RedFlagKind.SEPTIC_JOINT)], {}, {}, STOP),
    ("S13", [flag(RedFlagKind.HOT_SWOLLEN_JOINT)], {}, {}, STOP),
    ("S13", [flag(RedFlagKind.FEVER, present=False)], {}, {}, None),
    ("S13", [risk(RiskKind.INFECTION)], {}, {}, STOP),
    ("S13", [risk(RiskKind.INFECTION, to=-1)], {}, {}, None),
    ("S13", [incident(IncidentKind.INFECTION, -89)], {}, {}, STOP),
    ("S13", [incident(IncidentKind.INFECTION, -90)], {}, {}, None),
    ("S14", [given(-10), score(-11, 5), score(-1, 7)], {}, {}, ALERT),
    ("S15", [flag(RedFlagKind.MYELOPATHY)], {}, CERVICAL, STOP),
    ("S15", [flag(RedFlagKind.SADDLE_NUMBNESS)], {}, LUMBAR, STOP),
    ("S15", [flag(RedFlagKind.BLADDER_BOWEL_SEXUAL, problem_id=OTHER)], {}, {}, STOP),
    ("S15", [flag(RedFlagKind.BILATERAL_SCIATICA, -5, resolved=0)], {}, LUMBAR, None),
    ("S15", [flag(RedFlagKind.PROGRESSIVE_DEFICIT)], {}, LUMBAR, STOP),
    ("S16", [flag(RedFlagKind.WEIGHT_LOSS)], {}, {}, STOP),
    ("S16", [flag(RedFlagKind.UNEXPLAINED_MASS)], {}, {}, STOP),
    ("S16", [flag(RedFlagKind.SUSPECTED_FRACTURE)], {}, {}, STOP),
    ("S16", [flag(RedFlagKind.NIGHT_PAIN)], {}, {}, None),
    ("S16", [flag(RedFlagKind.NIGHT_PAIN), risk(RiskKind.CANCER_HISTORY)], {}, {}, STOP),
    ("S16", [risk(RiskKind.CANCER_HISTORY)], {}, {}, None),
    ("S16", [risk(RiskKind.IMMUNOSUPPRESSION)], {}, {}, STOP),
    ("S16", [risk(RiskKind.IV_DRUG_USE)], {}, {}, STOP),
    ("S16", [risk(RiskKind.IV_DRUG_USE, to=-1)], {}, {}, None),
    ("S16", [incident(IncidentKind.TRAUMA, -42)], {}, {}, STOP),
    ("S16", [incident(IncidentKind.TRAUMA, -43)], {}, {}, None),
    ("S16", [incident(IncidentKind.FRACTURE, -42), picture(-41)], {}, {}, None),
    ("S17", [], {"target": Target.TENDON}, {"site": Site.ACHILLES}, STOP),
    ("S17", [], {}, {"site": Site.ACHILLES}, STOP),
    ("S17", [], {"target": Target.BURSA}, {"site": Site.ACHILLES}, None),
    ("S17", [], {}, {"site": Site.PATELLAR_TENDON}, STOP),
    ("S17", [], {"target": Target.TENDON}, {"diagnosis": "Quadriceps tendinopathy"}, STOP),
    ("S17", [], {"target": Target.TENDON_SHEATH}, {"site": Site.ANKLE, "diagnosis": "tibialis posterior"}, STOP),
    ("S17", [], {"target": Target.JOINT}, {"site": Site.ANKLE, "diagnosis": "tibialis posterior"}, None),
    ("S18", [], {}, {"site": Site.HEEL}, INFO),
    ("S18", [flag(RedFlagKind.PLANTAR_RUPTURE)], {}, {"site": Site.HEEL}, ALERT),
    ("S18", [], {"target": Target.JOINT}, {"site": Site.FOOT}, None),
    ("S18", [], {"target": Target.TENDON}, ELBOW, INFO),
    ("S18", [given(-900)], {"target": Target.TENDON}, ELBOW, ALERT),
    ("S18", [given(-900)], {"target": Target.JOINT}, ELBOW, None),
    ("S18", [given(-900)], {}, ELBOW | {"diagnosis": "medial epicondylitis"}, None),
    ("S18", [given(-900)], {}, ELBOW | {"diagnosis": "tennis elbow"}, ALERT),
    ("S19", [risk(RiskKind.DIABETES)], {}, {}, INFO),
    ("S19", [risk(RiskKind.DIABETES, value="7.0")], {}, {}, INFO),
    ("S19", [risk(RiskKind.DIABETES, value="7.1")], {}, {}, ALERT),
    ("S19", [risk(RiskKind.DIABETES, value="6.9")], {}, {}, INFO),
    ("S19", [risk(RiskKind.DIABETES, -90, value="9"), risk(RiskKind.DIABETES, -9, value="6.5")], {}, {}, INFO),
    ("S19", [risk(RiskKind.INSULIN, value="6")], {}, {}, ALERT),
    ("S19", [risk(RiskKind.DIABETES, to=-1, value="9")], {}, {}, None),
    ("S20", [risk(RiskKind.ANTICOAGULANT, value="3.0")], {}, {}, INFO),
    ("S20", [risk(RiskKind.ANTICOAGULANT, value="3.1")], {}, {}, ALERT),
    ("S20", [risk(RiskKind.ANTICOAGULANT, value="2.9")], {}, {}, INFO),
    ("S20", [risk(RiskKind.ANTIPLATELET)], {}, {}, INFO),
    ("S20", [risk(RiskKind.ANTIPLATELET)], {}, HIP, ALERT),
    ("S20", [risk(RiskKind.ANTICOAGULANT, value="2")], into_spine(), LUMBAR, ALERT),
    ("S20", [medicine(MedicationClass.ANTICOAGULANT)], {}, {}, INFO),
    ("S20", [medicine(MedicationClass.ANTICOAGULANT, to=-1)], {}, {}, None),
    ("S21", [medicine(MedicationClass.CYP3A4_INHIBITOR)], {}, {}, STOP),
    ("S21", [medicine(MedicationClass.CYP3A4_INHIBITOR)], {"drug": MP}, {}, ALERT),
    ("S21", [medicine(MedicationClass.CYP3A4_INHIBITOR, to=-14)], {}, {}, STOP),
    ("S21", [medicine(MedicationClass.CYP3A4_INHIBITOR, to=-15)], {}, {}, None),
    ("S21", [medicine(MedicationClass.CYP3A4_INHIBITOR, to=-13)], {}, {}, STOP),
    ("S21", [medicine(MedicationClass.OTHER, "Clarithromycin 500 mg")], {}, {}, STOP),
    ("S21", [medicine(MedicationClass.OTHER, "amoxicillin")], {}, {}, None),
    ("S21", [risk(RiskKind.INTERACTING_MEDICINE, detail="ritonavir")], {"drug": OTHER_DRUG}, {}, ALERT),
    ("S22", [], {"drug": MP, "region": Region.CERVICAL_TRANSFORAMINAL}, CERVICAL, STOP),
    ("S22", [], {"drug": DEXA, "region": Region.CERVICAL_TRANSFORAMINAL}, CERVICAL, None),
    ("S22", [], {"drug": MP, "region": Region.CERVICAL_INTERLAMINAR}, CERVICAL, None),
    ("S22", [], {"drug": MP, "region": Region.LUMBAR_TRANSFORAMINAL}, LUMBAR, None),
    ("S23", [], {"target": Target.EPIDURAL}, LUMBAR, ALERT),
    ("S23", [], {"target": Target.EPIDURAL, "drug": MP}, LUMBAR, None),
    ("S23", [], {"target": Target.FACET}, LUMBAR, None),
    ("S24", [], {}, {"allergies": "Triamcinolone"}, STOP),
    ("S24", [], {"drug": MP}, {"allergies": "Triamcinolone"}, None),
    ("S24", [], {}, {"allergies": "latex"}, STOP),
    ("S24", [], {}, {"allergies": "no latex allergy; penicillin"}, None),
    ("S24", [risk(RiskKind.ALLERGY, detail="chlorhexidine")], {}, {}, STOP),
    ("S24", [risk(RiskKind.ALLERGY, detail="macrogol")], {}, {}, STOP),
    ("S24", [risk(RiskKind.ALLERGY, detail="lidocaine")], {"anaesthetic": "lignocaine 1 %"}, {}, STOP),
    ("S24", [risk(RiskKind.ALLERGY, detail="lidocaine")], {"anaesthetic": "ropivacaine"}, {}, None),
    ("S24", [risk(RiskKind.ALLERGY, detail="lidocaine")], {"anaesthetic": "none"}, {}, None),
    ("S24", [risk(RiskKind.ALLERGY, detail="latex", to=-1)], {}, {}, None),
    ("S25", [risk(RiskKind.PREGNANCY)], {}, {}, ALERT),
    ("S25", [risk(RiskKind.BREAST_FEEDING)], {}, {}, ALERT),
    ("S25", [risk(RiskKind.PREGNANCY, to=-1)], {}, {}, None),
    ("S25", [risk(RiskKind.PREGNANCY, to=0)], {}, {}, ALERT),
    ("S26", [risk(RiskKind.LIVE_VACCINE, -28)], {}, {}, INFO),
    ("S26", [risk(RiskKind.LIVE_VACCINE, -29)], {}, {}, None),
    ("S26", [risk(RiskKind.LIVE_VACCINE, -27)], {"target": Target.JOINT}, {}, INFO),
    ("S27", [], {}, HIP, None),
    ("S27", [given(-300)], {}, HIP, ALERT),
    ("S27", [given(-300), picture(-183)], {}, HIP, None),
    ("S27", [given(-300), picture(-184)], {}, HIP, ALERT),
    ("S27", [given(-300), picture(-182)], {}, HIP, None),
    ("S27", [given(-300), picture(-5, Modality.MRI)], {}, HIP, ALERT),
    ("S27", [given(-300)], {}, {}, None),
    ("S28", [], {}, {"site": Site.HEEL}, INFO),
    ("S28", [], {}, {"site": Site.THUMB_BASE}, INFO),
    ("S28", [], {"target": Target.TENDON_SHEATH}, {"site": Site.WRIST}, INFO),
    ("S28", [], {"target": Target.JOINT}, {"site": Site.WRIST}, None),
    ("S28", [], {"target": Target.TENDON}, ELBOW, INFO),
    ("S28", [], {"drug": MP}, {"site": Site.HEEL}, None),
    ("S29", [risk(RiskKind.OSTEOPOROSIS)], {}, {}, INFO),
    ("S29", [risk(RiskKind.GLAUCOMA)], {}, {}, INFO),
    ("S29", [risk(RiskKind.PSYCHOSIS)], {}, {}, INFO),
    ("S29", [risk(RiskKind.HEART_FAILURE)], {}, {}, INFO),
    ("S29", [risk(RiskKind.UNCONTROLLED_PRESSURE)], {}, {}, INFO),
    ("S29", [risk(RiskKind.IMMUNOSUPPRESSION)], {}, {}, INFO),
    ("S29", [risk(RiskKind.RECENT_INFARCTION)], {}, {}, INFO),
    ("S29", [risk(RiskKind.GLAUCOMA, to=-1)], {}, {}, None),
    ("S30", spread(1), {}, {}, None),
    ("S30", spread(2), {}, {}, INFO),
    ("S30", spread(2, -365), {}, {}, None),
    ("S30", [given(-9, 120, MP)], {"mg": "39.9", "drug": MP}, {}, None),
    ("S30", [given(-9, 120, MP)], {"mg": 40, "drug": MP}, {}, INFO),
    ("S30", [given(-9, 120, MP)], {"mg": "40.1", "drug": MP}, {}, INFO),
    ("S30", [medicine(MedicationClass.CYP3A4_INHIBITOR)], {}, {}, INFO),
]


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row[0])
def test_an_injection_being_entered(row: Row) -> None:
    rule, facts, injection, around, level = row
    found = check_injection(view(*facts, **around), planned(**injection), RULES)
    assert found.loudest(SafetyRule(rule)) is level, found.of(SafetyRule(rule))


def test_the_table_holds_every_rule() -> None:
    assert {row[0] for row in TABLE} == {rule.value for rule in SafetyRule}
    spoken = {row[0] for row in TABLE if row[4] is not None}
    assert spoken == {rule.value for rule in SafetyRule}


@pytest.mark.parametrize("row", [row for row in TABLE if row[4] is not None], ids=lambda row: row[0])
def test_every_alert_says_what_it_rests_on(row: Row) -> None:
    rule, facts, injection, around, _ = row
    for alert in check_injection(view(*facts, **around), planned(**injection), RULES).of(SafetyRule(rule)):
        assert alert.source.strip()
        assert "*" not in alert.source
        assert alert.clears in Clears
        assert (alert.clears is not Clears.TIME) or alert.ground is Ground.CUMULATIVE or alert.from_on is not None
