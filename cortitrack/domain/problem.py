"""One painful place of one person: site, side and diagnosis, with the kind of pain that decides."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from cortitrack.domain.anatomy import Side, Site
from cortitrack.domain.checks import LINE, LONG, dated, in_order, text_fits
from cortitrack.domain.pain import ScoreKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """What injections go into and pain scores are about."""

    id: int
    patient_id: int
    site: Site
    side: Side
    diagnosis: str = ""
    icd10: str = ""
    onset_on: date | None = None
    primary_kind: ScoreKind = ScoreKind.AVERAGE
    closed_on: date | None = None
    note: str = ""

    def __post_init__(self) -> None:
        text_fits(LINE, diagnosis=self.diagnosis, icd10=self.icd10)
        text_fits(LONG, note=self.note)
        dated(onset_on=self.onset_on, closed_on=self.closed_on)
        in_order(self.onset_on, "closed_on", self.closed_on)
