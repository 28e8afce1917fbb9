"""Kind of record → table, one line each, and whose entries its rows are."""

from __future__ import annotations

from dataclasses import dataclass

from cortitrack.domain.records import RecordKind


@dataclass(frozen=True, slots=True)
class Table:
    """A record table: its name, the table its rows hang on, the column of that, and the column of the day."""

    name: str
    parent: RecordKind | None
    parent_column: str
    day: str

    @property
    def ordered(self) -> str:
        """The order in which a timeline holds the rows."""
        return f"t.{self.day}, t.id" if self.day else "t.id"


_PATIENT, _PROBLEM, _INJECTION = RecordKind.PATIENT, RecordKind.PROBLEM, RecordKind.INJECTION

TABLES: dict[RecordKind, Table] = {
    RecordKind.PATIENT: Table("patients", None, "", ""),
    RecordKind.PROBLEM: Table("problems", _PATIENT, "patient_id", ""),
    RecordKind.INJECTION: Table("injections", _PROBLEM, "problem_id", "given_on"),
    RecordKind.PAIN_SCORE: Table("pain_scores", _PROBLEM, "problem_id", '"on"'),
    RecordKind.IMPRESSION: Table("impressions", _PROBLEM, "problem_id", '"on"'),
    RecordKind.INSTRUMENT_TOTAL: Table("instrument_totals", _PROBLEM, "problem_id", '"on"'),
    RecordKind.THERAPY_SESSION: Table("therapy_sessions", _PROBLEM, "problem_id", '"on"'),
    RecordKind.PROCEDURE: Table("procedures", _PROBLEM, "problem_id", '"on"'),
    RecordKind.SURGERY: Table("surgeries", _PROBLEM, "problem_id", '"on"'),
    RecordKind.MEDICATION: Table("medications", _PATIENT, "patient_id", "from_on"),
    RecordKind.MEASURE: Table("measures", _PROBLEM, "problem_id", '"on"'),
    RecordKind.IMAGING: Table("imaging", _PROBLEM, "problem_id", '"on"'),
    RecordKind.INCIDENT: Table("incidents", _PROBLEM, "problem_id", '"on"'),
    RecordKind.OVERRIDE: Table("overrides", _INJECTION, "injection_id", '"on"'),
}
OF_A_PROBLEM = tuple(kind for kind, table in TABLES.items() if table.parent is _PROBLEM)
