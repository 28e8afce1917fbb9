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
    RecordKind.REASSESSMENT: Table("reassessments", _PROBLEM, "problem_id", '"on"'),
    RecordKind.PATHWAY_ITEM: Table("pathway_items", _PROBLEM, "problem_id", '"on"'),
    RecordKind.PATHWAY_MOVE: Table("pathway_moves", _PROBLEM, "problem_id", '"on"'),
    RecordKind.THERAPY_PLAN: Table("therapy_plans", _PROBLEM, "problem_id", "from_on"),
    RecordKind.EXERCISE: Table("exercises", _PROBLEM, "problem_id", '"on"'),
    RecordKind.MOTION: Table("range_of_motion", _PROBLEM, "problem_id", '"on"'),
    RecordKind.CONSULTATION: Table("consultations", _PROBLEM, "problem_id", "asked_on"),
    RecordKind.TALK: Table("talks", _PROBLEM, "problem_id", '"on"'),
    RecordKind.FUNCTION_MARK: Table("function_marks", _PROBLEM, "problem_id", '"on"'),
    RecordKind.RISK: Table("risks", _PATIENT, "patient_id", "from_on"),
    RecordKind.RED_FLAG: Table("red_flags", _PROBLEM, "problem_id", '"on"'),
    RecordKind.SAFETY_ANSWER: Table("safety_answers", _INJECTION, "injection_id", '"on"'),
}
OF_A_PROBLEM = tuple(kind for kind, table in TABLES.items() if table.parent is _PROBLEM)
OF_AN_INJECTION = tuple(kind for kind, table in TABLES.items() if table.parent is _INJECTION)
OF_A_PATIENT = tuple(kind for kind, table in TABLES.items() if table.parent is _PATIENT and table.day)
