"""What the reader of a letter will miss, by the kind of reader."""

from dataclasses import replace
from decimal import Decimal

import pytest

from cortitrack.domain.clinic import Clinic
from cortitrack.domain.imaging import Imaging, Modality
from cortitrack.domain.medication import Medication, MedicationClass
from cortitrack.domain.procedure import Procedure, ProcedureKind
from cortitrack.domain.records import RecordKind
from cortitrack.domain.referral import Preset, Referral, Urgency
from cortitrack.domain.timeline import Timeline
from cortitrack.rules.letter_gaps import Gap, Missing, letter_gaps
from tests.builders import DAY_0, THIS, on, timeline

DRAFT = Referral(draft=True)
COMPLETE = Referral(to="Mr Ito", question="What now?", wants="to walk", signed_by="Bo")


def gaps(told: Timeline, referral: Referral = DRAFT, *medicines: Medication) -> dict[Missing, Gap]:
    return {gap.missing: gap for gap in letter_gaps(referral, Clinic(name="C", call_back="1"), told, medicines)}


def medicine(dose: str = "") -> Medication:
    kind = MedicationClass.NSAID
    return Medication(id=9, patient_id=1, medication_class=kind, drug="pill", dose=dose, from_on=DAY_0)


def picture(modality: Modality, level: str = "") -> Imaging:
    return Imaging(id=8, problem_id=THIS, on=on(-5), modality=modality, level=level)


def test_what_every_reader_misses() -> None:
    found = gaps(timeline("0 | injection"))
    assert {
        Missing.QUESTION,
        Missing.RECIPIENT,
        Missing.SIGNATURE,
        Missing.ALLERGIES,
        Missing.PATIENT_PHONE,
        Missing.DIAGNOSIS,
        Missing.ONSET,
        Missing.PAIN_NOW,
        Missing.INJECTION_DOSE,
        Missing.INJECTION_GUIDANCE,
    } <= set(found)
    assert found[Missing.INJECTION_DOSE] == Gap(Missing.INJECTION_DOSE, "dose_mg", RecordKind.INJECTION, 1001)
    assert found[Missing.DIAGNOSIS].record_id == THIS


def test_a_full_request_leaves_no_gap_of_its_own() -> None:
    missing = set(gaps(timeline("0 | injection 40 mg none, average 8\n14 | average 3"), COMPLETE))
    assert not missing & {Missing.QUESTION, Missing.RECIPIENT, Missing.SIGNATURE, Missing.WANTS, Missing.CALL_BACK}
    assert not missing & {Missing.INJECTION_DOSE, Missing.INJECTION_GUIDANCE, Missing.PAIN_NOW}


def test_urgent_wants_a_reason() -> None:
    told = timeline("0 | average 8")
    assert Missing.URGENCY_REASON in gaps(told, replace(COMPLETE, urgency=Urgency.URGENT))
    assert Missing.URGENCY_REASON not in gaps(told, replace(COMPLETE, urgency=Urgency.URGENT, urgency_reason="fever"))
    assert Missing.URGENCY_REASON not in gaps(told, COMPLETE)


def test_pain_on_the_day_of_the_injection_is_not_pain_now() -> None:
    assert Missing.PAIN_NOW in gaps(timeline("0 | injection, average 8"))
    assert Missing.PAIN_NOW not in gaps(timeline("0 | average 8"))


def test_a_surgeon_misses_x_ray_and_weight() -> None:
    told = timeline("0 | average 8\n1 | weight")
    assert {Missing.XRAY, Missing.WEIGHT, Missing.CONDITIONS, Missing.MEDICINES, Missing.THERAPY} <= set(gaps(told))
    weighed = replace(told.measures[0], value=Decimal(80))
    known = replace(told, imaging=(picture(Modality.XRAY),), measures=(weighed,))
    assert not {Missing.XRAY, Missing.WEIGHT, Missing.MEDICINES} & set(gaps(known, DRAFT, medicine()))


def test_a_spine_surgeon_misses_the_mri_or_its_level() -> None:
    spine = replace(DRAFT, preset=Preset.SPINE)
    told = timeline("0 | average 8")
    assert Missing.MRI in gaps(told, spine)
    assert gaps(replace(told, imaging=(picture(Modality.MRI),)), spine)[Missing.MRI_LEVEL].record_id == 8
    assert Missing.MRI_LEVEL not in gaps(replace(told, imaging=(picture(Modality.MRI, "L4/5"),)), spine)


def test_a_pain_physician_misses_doses_and_block_relief() -> None:
    pain = replace(DRAFT, preset=Preset.PAIN)
    block = Procedure(id=7, problem_id=THIS, on=on(3), kind=ProcedureKind.NERVE_BLOCK)
    told = replace(timeline("0 | average 8"), procedures=(block,))
    found = gaps(told, pain, medicine())
    assert found[Missing.MEDICINE_DOSE].record_id == 9
    assert found[Missing.BLOCK_RELIEF].record_id == 7
    assert Missing.MEDICINE_DOSE not in gaps(told, pain, medicine(dose="5 mg"))


@pytest.mark.parametrize(("preset", "wanted"), [(Preset.THERAPY, Missing.THERAPY), (Preset.RADIOLOGY, Missing.IMAGING)])
def test_other_readers(preset: Preset, wanted: Missing) -> None:
    assert wanted in gaps(timeline("0 | average 8"), replace(DRAFT, preset=preset))
    assert Missing.XRAY not in gaps(timeline("0 | average 8"), replace(DRAFT, preset=preset))
