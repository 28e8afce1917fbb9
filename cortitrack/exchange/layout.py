"""The files of the CSV archive and their columns in the order of writing: one table for both ways."""

from __future__ import annotations

from dataclasses import MISSING, dataclass, fields
from enum import StrEnum

from cortitrack.domain.anatomy import Guidance, Region, Side, Site, Target
from cortitrack.domain.consultation import Specialty
from cortitrack.domain.imaging import Finding, Modality
from cortitrack.domain.incident import IncidentKind
from cortitrack.domain.injection import Drug
from cortitrack.domain.measure import MeasureKind
from cortitrack.domain.medication import MedicationClass
from cortitrack.domain.override import Judgement
from cortitrack.domain.pain import Phase, Scale, ScoreKind, Source
from cortitrack.domain.pathway import Item, ItemState, Stage
from cortitrack.domain.patient import Sex
from cortitrack.domain.procedure import ProcedureKind
from cortitrack.domain.reassessment import StructureBasis
from cortitrack.domain.records import FACT_TYPES, RecordKind
from cortitrack.domain.red_flag import RedFlagKind
from cortitrack.domain.referral import Urgency
from cortitrack.domain.risk import RiskKind
from cortitrack.domain.safety_answer import AlertLevel, Answer, SafetyRule
from cortitrack.domain.surgery import SurgeryKind, SurgeryStatus
from cortitrack.domain.therapy import TherapyKind
from cortitrack.exchange import cells
from cortitrack.exchange.cells import Read, Write


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its heading, the fact's field it fills, how a cell is read and written."""

    name: str
    field: str
    read: Read
    write: Write
    required: bool


@dataclass(frozen=True, slots=True)
class Reference:
    """One column that names a record of another file."""

    name: str
    field: str
    kind: RecordKind
    required: bool


@dataclass(frozen=True, slots=True)
class Layout:
    """One file. `values` are the fact's fields without its id and its references, in the fact's order."""

    kind: RecordKind
    file: str
    id_column: str
    references: tuple[Reference, ...]
    columns: tuple[Column, ...]
    order: tuple[str, ...]
    values: tuple[str, ...]

    @property
    def required(self) -> tuple[str, ...]:
        """The headings without which the file is refused."""
        named = [r.name for r in self.references if r.required] + [c.name for c in self.columns if c.required]
        return tuple(name for name in self.order if name == self.id_column or name in named)


_SHAPES: dict[str, tuple[Read, Write]] = {
    "text": (cells.read_text, cells.write_text),
    "date": (cells.read_date, cells.write_date),
    "time": (cells.read_time, cells.write_time),
    "decimal": (cells.read_decimal, cells.write_decimal),
    "whole": (cells.read_whole, cells.write_text),
    "yes_no": (cells.read_yes_no, cells.write_yes_no),
    "instrument": (cells.read_instrument, cells.write_text),
}
_CODES: dict[str, type[StrEnum]] = {
    "sex": Sex,
    "site": Site,
    "side": Side,
    "score_kind": ScoreKind,
    "target": Target,
    "drug": Drug,
    "guidance": Guidance,
    "phase": Phase,
    "scale": Scale,
    "source": Source,
    "therapy": TherapyKind,
    "procedure": ProcedureKind,
    "surgery": SurgeryKind,
    "status": SurgeryStatus,
    "class": MedicationClass,
    "measure": MeasureKind,
    "modality": Modality,
    "finding": Finding,
    "incident": IncidentKind,
    "judgement": Judgement,
    "region": Region,
    "basis": StructureBasis,
    "item": Item,
    "state": ItemState,
    "stage": Stage,
    "specialty": Specialty,
    "urgency": Urgency,
    "risk": RiskKind,
    "red_flag": RedFlagKind,
    "rule": SafetyRule,
    "alert_level": AlertLevel,
    "answer": Answer,
}
_REFERENCES = {
    "patient_id": RecordKind.PATIENT,
    "problem_id": RecordKind.PROBLEM,
    "injection_id": RecordKind.INJECTION,
}
# where a heading is not the field's name
_FIELDS = {(RecordKind.MEDICATION, "class"): "medication_class", (RecordKind.PAIN_SCORE, "value"): "tenths"}

# kind, file, columns: `*` required, `name:shape` (text where none is given); the first is the record's id
_FILES = """
patient | patients.csv | *patient_id *family_name given_name *birth_date:date sex:sex record_number \
    phone email address language allergies conditions note
problem | problems.csv | *problem_id *patient_id *site:site *side:side diagnosis icd10 onset_on:date \
    primary_kind:score_kind closed_on:date note
injection | injections.csv | *injection_id *problem_id *given_on:date given_at:time target:target \
    *drug:drug dose_mg:decimal volume_ml:decimal anaesthetic anaesthetic_ml:decimal \
    guidance:guidance approach operator lot expires_on:date adverse note region:region
pain_score | pain_scores.csv | *score_id *problem_id *on:date at:time *kind:score_kind phase:phase \
    minutes_after:whole *value:decimal scale:scale source:source note
impression | impressions.csv | *impression_id *problem_id *on:date pgic:whole \
    best_relief_percent:decimal relief_weeks:decimal note
instrument_total | instrument_totals.csv | *total_id *problem_id *on:date *instrument:instrument \
    *total:decimal
therapy_session | therapy_sessions.csv | *session_id *problem_id *on:date *kind:therapy \
    attended:yes_no therapist content adherence_percent:decimal note
procedure | procedures.csv | *procedure_id *problem_id *on:date *kind:procedure target product \
    steroid steroid_mg:decimal relief_percent:decimal relief_hours:decimal guidance:guidance note \
    volume_ml:decimal number_in_series:whole nerve level side:side drug drug_mg:decimal temperature_c:decimal \
    seconds:whole relief_3_months_percent:decimal relief_6_months_percent:decimal \
    relief_12_months_percent:decimal unusual_why
surgery | surgeries.csv | *surgery_id *problem_id *on:date *kind:surgery status:status surgeon \
    outcome note unusual_why
medication | medications.csv | *medication_id *patient_id problem_id *class:class *drug dose route \
    *from_on:date to_on:date effect note stopped_why
measure | measures.csv | *measure_id *problem_id *on:date *kind:measure value:decimal unit \
    to_on:date note what hours_a_day:decimal height_cm:decimal target:decimal
imaging | imaging.csv | *imaging_id *problem_id *on:date *modality:modality finding:finding grade \
    size_cm:decimal level text requested_on:date own_reading agrees_with_report:yes_no kept_at
incident | incidents.csv | *incident_id *problem_id *on:date *kind:incident note
override | overrides.csv | *override_id *injection_id *on:date *judgement:judgement *why *clinician
reassessment | reassessments.csv | *reassessment_id *problem_id *on:date clinician working_diagnosis \
    alternatives changed:yes_no painful_sites:whole low_mood:yes_no poor_sleep:yes_no own_reading \
    agrees_with_report:yes_no technique effusion_or_synovitis:yes_no referred_pain:yes_no \
    spine_and_nerves provoking_tests selective_block structure structure_basis:basis note
pathway_item | pathway_items.csv | *item_id *problem_id *on:date *item:item *state:state by why
pathway_move | pathway_moves.csv | *move_id *problem_id *on:date *stage:stage *why by
therapy_plan | therapy_plans.csv | *plan_id *problem_id *from_on:date *kind:therapy aim \
    sessions_planned:whole home_programme manual_therapy to_on:date adherence_percent:decimal note
exercise | exercises.csv | *exercise_id *problem_id *on:date *exercise sets:whole repetitions:whole \
    load:decimal load_unit progress note
motion | range_of_motion.csv | *motion_id *problem_id *on:date *movement *degrees:decimal passive:yes_no note
consultation | consultations.csv | *consultation_id *problem_id *asked_on:date *specialty:specialty \
    to_whom urgency:urgency question seen_on:date outcome note
talk | talks.csv | *talk_id *problem_id *on:date by benefit_and_risk:yes_no recovery_time:yes_no \
    complications:yes_no realistic_outcome:yes_no goal expectation note
function_mark | function_marks.csv | *mark_id *problem_id *on:date *limited:yes_no *note by
risk | risks.csv | *risk_id *patient_id *kind:risk *from_on:date to_on:date value:decimal unit \
    site:site side:side detail note
red_flag | red_flags.csv | *flag_id *problem_id *on:date *flag:red_flag *present:yes_no \
    resolved_on:date by note
safety_answer | safety_answers.csv | *answer_id *injection_id *on:date *rule:rule *level:alert_level \
    *answer:answer who role why
"""


def _column(kind: RecordKind, word: str) -> Column:
    name, _, shape = word.lstrip("*").partition(":")
    read, write = (cells.read_code(_CODES[shape]), cells.write_text) if shape in _CODES else _SHAPES[shape or "text"]
    field = _FIELDS.get((kind, name), name)
    return Column(name, field, read, write, word.startswith("*"))


def _layout(line: str) -> Layout:
    code, file, words = (part.strip() for part in line.split("|"))
    kind = RecordKind(code)
    first, *rest = words.split()
    names = [word.lstrip("*").partition(":")[0] for word in rest]
    references = tuple(
        Reference(name, name, _REFERENCES[name], word.startswith("*"))
        for word, name in zip(rest, names, strict=True)
        if name in _REFERENCES
    )
    columns = tuple(_column(kind, word) for word, name in zip(rest, names, strict=True) if name not in _REFERENCES)
    values = tuple(f.name for f in fields(FACT_TYPES[kind]) if f.name != "id" and f.name not in _REFERENCES)
    return Layout(kind, file, first.lstrip("*"), references, columns, (first.lstrip("*"), *names), values)


LAYOUTS: dict[RecordKind, Layout] = {layout.kind: layout for layout in map(_layout, _FILES.strip().splitlines())}
BY_FILE: dict[str, Layout] = {layout.file: layout for layout in LAYOUTS.values()}


def defaults(kind: RecordKind) -> dict[str, object]:
    """What the values of this kind are where a cell is empty; one without a default is not in it."""
    named = LAYOUTS[kind].values
    return {f.name: f.default for f in fields(FACT_TYPES[kind]) if f.name in named and f.default is not MISSING}
