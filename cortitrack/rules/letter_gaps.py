"""What the reader of a letter will miss: by the kind of reader, each gap with the field that would fill it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from cortitrack.domain.clinic import Clinic
from cortitrack.domain.imaging import Imaging, Modality
from cortitrack.domain.measure import MeasureKind
from cortitrack.domain.medication import Medication
from cortitrack.domain.procedure import ProcedureKind
from cortitrack.domain.records import RecordKind
from cortitrack.domain.referral import Preset, Referral, Urgency
from cortitrack.domain.risk import RiskKind
from cortitrack.domain.timeline import Timeline


class Missing(StrEnum):
    """What is not there."""

    QUESTION = "question"
    RECIPIENT = "recipient"
    URGENCY_REASON = "urgency_reason"
    SIGNATURE = "signature"
    WANTS = "wants"
    CALL_BACK = "call_back"
    PATIENT_PHONE = "patient_phone"
    ALLERGIES = "allergies"
    CONDITIONS = "conditions"
    DIAGNOSIS = "diagnosis"
    ONSET = "onset"
    PAIN_NOW = "pain_now"
    FUNCTION = "function"
    INJECTION_DOSE = "injection_dose"
    INJECTION_GUIDANCE = "injection_guidance"
    IMAGING = "imaging"
    XRAY = "xray"
    MRI = "mri"
    MRI_LEVEL = "mri_level"
    WEIGHT = "weight"
    MEDICINES = "medicines"
    MEDICINE_DOSE = "medicine_dose"
    BLOCK_RELIEF = "block_relief"
    THERAPY = "therapy"


@dataclass(frozen=True, slots=True)
class Gap:
    """One gap. `kind` None: the letter's own form, or for `call_back` the clinic's; an id where an entry is there."""

    missing: Missing
    field: str
    kind: RecordKind | None = None
    record_id: int | None = None


def letter_gaps(
    referral: Referral, clinic: Clinic, timeline: Timeline, medications: Sequence[Medication]
) -> tuple[Gap, ...]:
    """Everything that this kind of reader will miss, what every reader misses first."""
    found = [
        *_of_the_letter(referral, clinic),
        *_of_the_person(timeline),
        *_of_the_course(timeline),
        *(gap for want in _WANTED[referral.preset] for gap in want(referral, timeline, medications)),
    ]
    return tuple(found)


def _of_the_letter(referral: Referral, clinic: Clinic) -> Iterator[Gap]:
    if not referral.question.strip():
        yield Gap(Missing.QUESTION, "question")
    if not referral.to.strip():
        yield Gap(Missing.RECIPIENT, "to")
    if referral.urgency in {Urgency.EMERGENCY, Urgency.URGENT} and not referral.urgency_reason.strip():
        yield Gap(Missing.URGENCY_REASON, "urgency_reason")
    if not referral.signed_by.strip():
        yield Gap(Missing.SIGNATURE, "signed_by")
    if not clinic.call_back.strip():
        yield Gap(Missing.CALL_BACK, "call_back")


def _of_the_person(timeline: Timeline) -> Iterator[Gap]:
    patient = timeline.patient
    if not patient.allergies.strip() and not any(one.kind is RiskKind.ALLERGY for one in timeline.risks):
        yield Gap(Missing.ALLERGIES, "allergies", RecordKind.PATIENT, patient.id)
    if not (patient.phone.strip() or patient.email.strip()):
        yield Gap(Missing.PATIENT_PHONE, "phone", RecordKind.PATIENT, patient.id)


def _of_the_course(timeline: Timeline) -> Iterator[Gap]:
    problem = timeline.problem
    if not problem.diagnosis.strip():
        yield Gap(Missing.DIAGNOSIS, "diagnosis", RecordKind.PROBLEM, problem.id)
    if problem.onset_on is None:
        yield Gap(Missing.ONSET, "onset_on", RecordKind.PROBLEM, problem.id)
    given = timeline.injections[-1] if timeline.injections else None
    scores = timeline.primary_scores()
    if not scores or (given is not None and scores[-1].on <= given.given_on):
        yield Gap(Missing.PAIN_NOW, "value", RecordKind.PAIN_SCORE)
    if given is not None and given.dose_mg is None:
        yield Gap(Missing.INJECTION_DOSE, "dose_mg", RecordKind.INJECTION, given.id)
    if given is not None and given.guidance is None:
        yield Gap(Missing.INJECTION_GUIDANCE, "guidance", RecordKind.INJECTION, given.id)


def _pictures(timeline: Timeline, modality: Modality) -> list[Imaging]:
    return [picture for picture in timeline.imaging if picture.modality is modality]


def _picture(modality: Modality, missing: Missing, timeline: Timeline) -> Iterator[Gap]:
    if not _pictures(timeline, modality):
        yield Gap(missing, "modality", RecordKind.IMAGING)


def _xray(_: Referral, timeline: Timeline, __: Sequence[Medication]) -> Iterable[Gap]:
    return _picture(Modality.XRAY, Missing.XRAY, timeline)


def _mri(_: Referral, timeline: Timeline, __: Sequence[Medication]) -> Iterator[Gap]:
    yield from _picture(Modality.MRI, Missing.MRI, timeline)
    last = _pictures(timeline, Modality.MRI)[-1:]
    yield from (Gap(Missing.MRI_LEVEL, "level", RecordKind.IMAGING, mri.id) for mri in last if not mri.level.strip())


def _any_picture(_: Referral, timeline: Timeline, __: Sequence[Medication]) -> Iterator[Gap]:
    if not timeline.imaging:
        yield Gap(Missing.IMAGING, "modality", RecordKind.IMAGING)


def _weight(_: Referral, timeline: Timeline, __: Sequence[Medication]) -> Iterator[Gap]:
    if not any(m.kind is MeasureKind.WEIGHT and m.value is not None for m in timeline.measures):
        yield Gap(Missing.WEIGHT, "value", RecordKind.MEASURE)


def _conditions(_: Referral, timeline: Timeline, __: Sequence[Medication]) -> Iterator[Gap]:
    if not timeline.patient.conditions.strip():
        yield Gap(Missing.CONDITIONS, "conditions", RecordKind.PATIENT, timeline.patient.id)


def _medicines(_: Referral, __: Timeline, medications: Sequence[Medication]) -> Iterator[Gap]:
    if not medications:
        yield Gap(Missing.MEDICINES, "drug", RecordKind.MEDICATION)


def _doses(_: Referral, __: Timeline, medications: Sequence[Medication]) -> Iterator[Gap]:
    without = [m for m in medications if not m.dose.strip()]
    if without:
        yield Gap(Missing.MEDICINE_DOSE, "dose", RecordKind.MEDICATION, without[-1].id)


def _blocks(_: Referral, timeline: Timeline, __: Sequence[Medication]) -> Iterator[Gap]:
    for block in timeline.procedures:
        if block.kind is ProcedureKind.NERVE_BLOCK and block.relief_percent is None:
            yield Gap(Missing.BLOCK_RELIEF, "relief_percent", RecordKind.PROCEDURE, block.id)


def _wishes(referral: Referral, _: Timeline, __: Sequence[Medication]) -> Iterator[Gap]:
    if not referral.wants.strip():
        yield Gap(Missing.WANTS, "wants")


def _function(_: Referral, timeline: Timeline, __: Sequence[Medication]) -> Iterator[Gap]:
    if not timeline.totals:
        yield Gap(Missing.FUNCTION, "total", RecordKind.INSTRUMENT_TOTAL)


def _therapy(_: Referral, timeline: Timeline, __: Sequence[Medication]) -> Iterator[Gap]:
    if not timeline.sessions:
        yield Gap(Missing.THERAPY, "kind", RecordKind.THERAPY_SESSION)


_WANTED = {
    Preset.ORTHOPAEDIC: (_xray, _weight, _conditions, _medicines, _function, _therapy),
    Preset.SPINE: (_mri, _medicines, _function, _therapy),
    Preset.PAIN: (_medicines, _doses, _blocks, _wishes, _function),
    Preset.THERAPY: (_wishes, _function, _therapy),
    Preset.RADIOLOGY: (_any_picture, _conditions),
}
