"""The reassessment visit: what a clinician found on looking again at the diagnosis after an injection failed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from cortitrack.domain.checks import LINE, LONG, dated, text_fits, within


class StructureBasis(StrEnum):
    """On what the structure named as the source of pain rests."""

    ANAESTHETIC_50 = "anaesthetic_50"
    ANAESTHETIC_80 = "anaesthetic_80"
    IMAGING = "imaging"
    EXAMINATION = "examination"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reassessment:
    """One visit with its checklist; what was not asked is None or empty, which is never the answer no."""

    id: int
    problem_id: int
    on: date
    clinician: str = ""
    working_diagnosis: str = ""
    alternatives: str = ""
    changed: bool | None = None
    painful_sites: int | None = None
    low_mood: bool | None = None
    poor_sleep: bool | None = None
    own_reading: str = ""
    agrees_with_report: bool | None = None
    technique: str = ""
    effusion_or_synovitis: bool | None = None
    referred_pain: bool | None = None
    spine_and_nerves: str = ""
    provoking_tests: str = ""
    selective_block: str = ""
    structure: str = ""
    structure_basis: StructureBasis | None = None
    note: str = ""

    def __post_init__(self) -> None:
        dated(on=self.on)
        within("painful_sites", self.painful_sites, 0, 100)
        text_fits(LINE, clinician=self.clinician, working_diagnosis=self.working_diagnosis, structure=self.structure)
        text_fits(
            LONG,
            alternatives=self.alternatives,
            own_reading=self.own_reading,
            technique=self.technique,
            spine_and_nerves=self.spine_and_nerves,
            provoking_tests=self.provoking_tests,
            selective_block=self.selective_block,
            note=self.note,
        )
