"""The files of the CSV archive and their columns in the order of writing: one table for both ways."""

from __future__ import annotations

from dataclasses import MISSING, dataclass, fields
from enum import StrEnum

from cortitrack.domain.anatomy import Guidance, Side, Site, Target
from cortitrack.domain.imaging import Finding, Modality
from cortitrack.domain.incident import IncidentKind
from cortitrack.domain.injection import Drug
from cortitrack.domain.measure import MeasureKind
from cortitrack.domain.medication import MedicationClass
from cortitrack.domain.override import Judgement
from cortitrack.domain.pain import Phase, Scale, ScoreKind, Source
from cortitrack.domain.patient import Sex
from cortitrack.domain.procedure import ProcedureKind
from cortitrack.domain.records import FACT_TYPES, RecordKind
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
}
_REFERENCES = {
    "patient_id": RecordKind.PATIENT,
    "problem_id": RecordKind.PROBLEM,
    "injection_id": RecordKind.INJECTION,
}
_FIELDS = {"class": "medication_class", "value": "tenths"}  # where a heading is not the field's name

# kind, file, columns: `*` required, `name:shape` (text where none is given); the first is the record's id
_FILES = """
patient | patients.csv | *patient_id *family_name given_name *birth_date:date sex:sex record_number \
    phone email address language allergies conditions note
problem | problems.csv | *problem_id *patient_id *site:site *side:side diagnosis icd10 onset_on:date \
    primary_kind:score_kind closed_on:date note
injection | injections.csv | *injection_id *problem_id *given_on:date given_at:time target:target \
    *drug:drug dose_mg:decimal volume_ml:decimal anaesthetic anaesthetic_ml:decimal \
    guidance:guidance approach operator lot expires_on:date adverse note
pain_score | pain_scores.csv | *score_id *problem_id *on:date at:time *kind:score_kind phase:phase \
    minutes_after:whole *value:decimal scale:scale source:source note
impression | impressions.csv | *impression_id *problem_id *on:date pgic:whole \
    best_relief_percent:decimal relief_weeks:decimal note
instrument_total | instrument_totals.csv | *total_id *problem_id *on:date *instrument:instrument \
    *total:decimal
therapy_session | therapy_sessions.csv | *session_id *problem_id *on:date *kind:therapy \
    attended:yes_no therapist content adherence_percent:decimal note
procedure | procedures.csv | *procedure_id *problem_id *on:date *kind:procedure target product \
    steroid steroid_mg:decimal relief_percent:decimal relief_hours:decimal guidance:guidance note
surgery | surgeries.csv | *surgery_id *problem_id *on:date *kind:surgery status:status surgeon \
    outcome note
medication | medications.csv | *medication_id *patient_id problem_id *class:class *drug dose route \
    *from_on:date to_on:date effect note
measure | measures.csv | *measure_id *problem_id *on:date *kind:measure value:decimal unit \
    to_on:date note
imaging | imaging.csv | *imaging_id *problem_id *on:date *modality:modality finding:finding grade \
    size_cm:decimal level text
incident | incidents.csv | *incident_id *problem_id *on:date *kind:incident note
override | overrides.csv | *override_id *injection_id *on:date *judgement:judgement *why *clinician
"""


def _column(kind: RecordKind, word: str) -> Column:
    name, _, shape = word.lstrip("*").partition(":")
    read, write = (cells.read_code(_CODES[shape]), cells.write_text) if shape in _CODES else _SHAPES[shape or "text"]
    field = name if kind is RecordKind.MEASURE else _FIELDS.get(name, name)
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
