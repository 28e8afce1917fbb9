"""The English name of every code of the pathway and of safety; `words.labels` says them in the user's language."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from cortitrack.domain.anatomy import Region
from cortitrack.domain.consultation import Specialty
from cortitrack.domain.pathway import Item, ItemState, Stage
from cortitrack.domain.reassessment import StructureBasis
from cortitrack.domain.red_flag import RedFlagKind
from cortitrack.domain.risk import RiskKind
from cortitrack.domain.safety_answer import AlertLevel, Answer, SafetyRule

PATHWAY_NAMES: Mapping[type[StrEnum], Mapping[str, str]] = {
    Region: {
        "cervical_interlaminar": "cervical, interlaminar",
        "cervical_transforaminal": "cervical, transforaminal",
        "thoracic_interlaminar": "thoracic, interlaminar",
        "thoracic_transforaminal": "thoracic, transforaminal",
        "lumbar_interlaminar": "lumbar, interlaminar",
        "lumbar_transforaminal": "lumbar, transforaminal",
        "caudal": "caudal",
    },
    StructureBasis: {
        "anaesthetic_50": "at least 50 % relief from the anaesthetic",
        "anaesthetic_80": "at least 80 % relief from the anaesthetic",
        "imaging": "imaging",
        "examination": "examination",
    },
    Stage: {
        "reassess": "diagnostic reassessment",
        "conservative": "conservative care",
        "interventional": "interventional alternatives",
        "surgical": "surgical evaluation",
        "closed": "closed",
    },
    Item: {
        "diagnosis": "diagnosis",
        "imaging_review": "review of the imaging",
        "technique_target": "technique and target",
        "referred_pain": "referred pain",
        "inflammation": "inflammation as the source",
        "structure_confirmed": "structure confirmed",
        "physical_therapy": "physical or occupational therapy",
        "exercise": "targeted exercise",
        "flexibility": "flexibility, range of motion, posture",
        "manual_therapy": "manual therapy",
        "medicines": "medicines",
        "activity": "activity modification",
        "brace": "brace, orthotic or walking aid",
        "weight": "weight management",
        "intolerance": "intolerance of conservative care",
        "prp": "PRP",
        "nerve_block": "nerve block",
        "rfa": "radiofrequency ablation",
        "hyaluronic_acid": "hyaluronic acid",
        "talk": "talk about benefit and risk",
        "consultation": "consultation",
    },
    ItemState: {
        "open": "open",
        "done": "done",
        "not_needed": "not needed",
        "declined": "declined",
        "not_applicable": "not applicable",
    },
    Specialty: {
        "orthopaedic": "orthopaedic surgeon",
        "spine": "neurosurgeon or spine surgeon",
        "pain": "pain physician",
        "therapy": "physical or occupational therapist",
        "radiology": "radiology",
        "rheumatology": "rheumatologist",
        "other": "other colleague",
    },
    RiskKind: {
        "diabetes": "diabetes",
        "insulin": "diabetes on insulin",
        "anticoagulant": "anticoagulant",
        "antiplatelet": "antiplatelet",
        "interacting_medicine": "interacting medicine",
        "prosthesis": "prosthesis",
        "allergy": "allergy",
        "pregnancy": "pregnancy",
        "breast_feeding": "breast-feeding",
        "immunosuppression": "immunosuppression",
        "cancer_history": "history of cancer",
        "osteoporosis": "osteoporosis",
        "glaucoma": "glaucoma",
        "psychosis": "psychosis",
        "uncontrolled_pressure": "uncontrolled blood pressure",
        "heart_failure": "heart failure",
        "recent_infarction": "recent heart attack",
        "live_vaccine": "live vaccine",
        "post_menopausal": "post-menopausal",
        "iv_drug_use": "intravenous drug use",
        "infection": "infection",
    },
    RedFlagKind: {
        "septic_joint": "suspected septic joint",
        "fever": "fever of 38 °C or more",
        "hot_swollen_joint": "hot, swollen joint",
        "saddle_numbness": "saddle numbness",
        "bladder_bowel_sexual": "bladder, bowel or sexual change",
        "bilateral_sciatica": "sciatica on both sides",
        "progressive_deficit": "progressive motor deficit",
        "myelopathy": "signs of myelopathy",
        "night_pain": "new or night pain",
        "weight_loss": "unexplained weight loss",
        "suspected_fracture": "suspected fracture",
        "unexplained_mass": "unexplained mass",
        "plantar_rupture": "rupture of the plantar fascia",
        "acute_cuff_tear": "acute full-thickness cuff tear",
    },
    SafetyRule: {rule.value: rule.value for rule in SafetyRule},
    AlertLevel: {"stop": "stop", "alert": "alert", "info": "reminder"},
    Answer: {"acknowledged": "acknowledged", "overridden": "overridden"},
}
