"""The English name of every code that a record can hold; `words.labels` says them in the user's language."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from cortitrack.domain.anatomy import Guidance, Side, Site, Target
from cortitrack.domain.course import EventKind
from cortitrack.domain.imaging import Finding, Modality
from cortitrack.domain.incident import IncidentKind
from cortitrack.domain.injection import Drug
from cortitrack.domain.measure import MeasureKind
from cortitrack.domain.medication import MedicationClass
from cortitrack.domain.override import Judgement
from cortitrack.domain.pain import Phase, Scale, ScoreKind, Source
from cortitrack.domain.patient import Sex
from cortitrack.domain.procedure import ProcedureKind
from cortitrack.domain.records import RecordKind
from cortitrack.domain.referral import Preset, Urgency
from cortitrack.domain.steps import Act, Did
from cortitrack.domain.surgery import SurgeryKind, SurgeryStatus
from cortitrack.domain.therapy import TherapyKind

RECORD_NAMES: Mapping[type[StrEnum], Mapping[str, str]] = {
    Site: {
        "shoulder": "shoulder",
        "acromioclavicular": "acromioclavicular joint",
        "elbow": "elbow",
        "wrist": "wrist",
        "hand": "hand",
        "finger": "finger",
        "thumb_base": "thumb base",
        "hip": "hip",
        "trochanter": "trochanter",
        "knee": "knee",
        "patellar_tendon": "patellar tendon",
        "ankle": "ankle",
        "achilles": "Achilles tendon",
        "heel": "heel",
        "foot": "foot",
        "sacroiliac": "sacroiliac joint",
        "cervical_spine": "cervical spine",
        "thoracic_spine": "thoracic spine",
        "lumbar_spine": "lumbar spine",
        "other": "other site",
    },
    Side: {"left": "left", "right": "right", "midline": "midline"},
    Target: {
        "joint": "joint",
        "bursa": "bursa",
        "tendon_sheath": "tendon sheath",
        "tendon": "tendon",
        "soft_tissue": "soft tissue",
        "epidural": "epidural space",
        "facet": "facet joint",
        "nerve": "nerve",
        "other": "other structure",
    },
    Guidance: {
        "none": "no image guidance",
        "ultrasound": "ultrasound",
        "fluoroscopy": "fluoroscopy",
        "ct": "CT",
        "unknown": "guidance unknown",
    },
    Drug: {
        "triamcinolone_acetonide": "triamcinolone acetonide",
        "triamcinolone_hexacetonide": "triamcinolone hexacetonide",
        "triamcinolone_er": "triamcinolone, extended release",
        "methylprednisolone_acetate": "methylprednisolone acetate",
        "betamethasone": "betamethasone",
        "dexamethasone": "dexamethasone",
        "hydrocortisone": "hydrocortisone",
        "other": "other corticosteroid",
    },
    ScoreKind: {
        "average": "average pain",
        "worst": "worst pain",
        "activity": "pain on activity",
        "night": "night pain",
        "rest": "pain at rest",
        "current": "current pain",
    },
    Phase: {
        "pre": "before the injection",
        "anaesthetic": "anaesthetic phase",
        "follow_up": "after the injection",
    },
    Scale: {"nrs": "numeric scale 0–10", "vas": "visual scale 0–100"},
    Source: {
        "clinic": "in the clinic",
        "phone": "by phone",
        "diary": "diary",
        "recalled": "recalled",
        "import": "imported",
    },
    Sex: {"female": "female", "male": "male", "other": "other", "unknown": "unknown"},
    TherapyKind: {"pt": "physical therapy", "ot": "occupational therapy", "home": "exercise at home"},
    ProcedureKind: {
        "prp": "PRP",
        "hyaluronic_acid": "hyaluronic acid",
        "nerve_block": "nerve block",
        "rfa": "radiofrequency ablation",
        "epidural": "epidural",
        "other": "other procedure",
        "aspiration": "aspiration",
        "hydrodilatation": "hydrodilatation",
        "barbotage": "barbotage",
    },
    SurgeryKind: {
        "arthroscopy": "arthroscopy",
        "joint_replacement": "joint replacement",
        "spinal_fusion": "spinal fusion",
        "cuff_repair": "rotator cuff repair",
        "manipulation": "manipulation under anaesthesia",
        "other": "other surgery",
    },
    SurgeryStatus: {"planned": "planned", "done": "done"},
    MedicationClass: {
        "nsaid": "NSAID",
        "muscle_relaxer": "muscle relaxer",
        "analgesic": "analgesic",
        "opioid": "opioid",
        "systemic_steroid": "oral or intramuscular steroid",
        "cyp3a4_inhibitor": "CYP3A4 inhibitor",
        "anticoagulant": "anticoagulant",
        "other": "other medicine",
    },
    MeasureKind: {
        "activity": "activity",
        "brace": "brace",
        "orthotic": "orthotic",
        "walking_aid": "walking aid",
        "weight": "weight",
        "exercise": "exercise",
    },
    Modality: {
        "xray": "X-ray",
        "ultrasound": "ultrasound",
        "mri": "MRI",
        "ct": "CT",
        "other": "other imaging",
    },
    Finding: {
        "none": "no finding",
        "tendon_tear": "tendon tear",
        "nerve_compression": "nerve compression",
        "joint_destruction": "joint destruction",
        "cord_compression": "cord compression",
        "other": "other finding",
    },
    IncidentKind: {
        "trauma": "major trauma",
        "fracture": "fracture",
        "infection": "infection",
        "tendon_rupture": "tendon rupture",
        "other": "other incident",
    },
    Judgement: {
        "responded": "responded",
        "partial": "partly helped",
        "failed": "failed",
        "cannot_judge": "cannot be judged",
    },
    RecordKind: {
        "patient": "patient",
        "problem": "problem",
        "injection": "injection",
        "pain_score": "score",
        "impression": "impression",
        "instrument_total": "questionnaire",
        "therapy_session": "therapy session",
        "procedure": "procedure",
        "surgery": "surgery",
        "medication": "medicine",
        "measure": "measure",
        "imaging": "imaging",
        "incident": "incident",
        "override": "clinician’s judgement",
        "reassessment": "reassessment",
        "pathway_item": "pathway item",
        "pathway_move": "move of the stage",
        "therapy_plan": "therapy plan",
        "exercise": "exercise",
        "motion": "range of motion",
        "consultation": "consultation",
        "talk": "talk",
        "function_mark": "mark of function",
        "risk": "risk",
        "red_flag": "red flag",
        "safety_answer": "answer to an alert",
    },
    Did: {
        "added": "added",
        "corrected": "corrected",
        "withdrew": "withdrew",
        "undid": "undid",
        "imported": "imported",
        "rules": "changed the rules",
        "clinic": "changed the clinic’s details",
    },
    Act: {"added": "added", "corrected": "corrected", "withdrew": "withdrew", "restored": "restored"},
    EventKind: {
        "injection": "corticosteroid injection",
        "injection_elsewhere": "injection at another site",
        "procedure": "procedure",
        "part_of_injection": "part of the injection",
        "surgery": "surgery",
        "systemic_steroid": "oral or intramuscular steroid",
        "fracture": "fracture",
        "trauma": "major trauma",
        "therapy": "therapy",
        "measure": "measure",
        "medication": "medicine",
    },
    Urgency: {
        "emergency": "emergency",
        "urgent": "urgent, within 2 weeks",
        "soon": "soon",
        "routine": "routine",
    },
    Preset: {
        "orthopaedic": "orthopaedic surgeon",
        "spine": "neurosurgeon or spine surgeon",
        "pain": "pain physician",
        "therapy": "physical or occupational therapist",
        "radiology": "radiology",
    },
}
