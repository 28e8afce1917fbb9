"""A clinician's own mark whether function is significantly limited, beside what questionnaires say."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from cortitrack.domain.checks import LINE, LONG, dated, required, text_fits


@dataclass(frozen=True, slots=True, kw_only=True)
class FunctionMark:
    """One mark with what it rests on; the latest stands."""

    id: int
    problem_id: int
    on: date
    limited: bool
    note: str
    by: str = ""

    def __post_init__(self) -> None:
        dated(on=self.on)
        required("note", self.note)
        text_fits(LINE, by=self.by)
        text_fits(LONG, note=self.note)
