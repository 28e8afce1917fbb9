"""The talk before an operation: what was discussed, and what the patient wants of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from cortitrack.domain.checks import LINE, LONG, dated, text_fits


@dataclass(frozen=True, slots=True, kw_only=True)
class Talk:
    """One talk; each subject was discussed, was not, or nothing is recorded about it."""

    id: int
    problem_id: int
    on: date
    by: str = ""
    benefit_and_risk: bool | None = None
    recovery_time: bool | None = None
    complications: bool | None = None
    realistic_outcome: bool | None = None
    goal: str = ""
    expectation: str = ""
    note: str = ""

    def __post_init__(self) -> None:
        dated(on=self.on)
        text_fits(LINE, by=self.by)
        text_fits(LONG, goal=self.goal, expectation=self.expectation, note=self.note)
