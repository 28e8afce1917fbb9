"""What a form does, as its title and its button say it: a verb and a noun."""

from collections.abc import Mapping

from cortitrack.domain.records import RecordKind
from cortitrack.words.tongue import t

ADD: Mapping[RecordKind, str] = {
    RecordKind.PATIENT: "Add patient",
    RecordKind.PROBLEM: "Add problem",
    RecordKind.INJECTION: "Add injection",
    RecordKind.PAIN_SCORE: "Add score",
    RecordKind.IMPRESSION: "Add impression",
    RecordKind.INSTRUMENT_TOTAL: "Add questionnaire",
    RecordKind.THERAPY_SESSION: "Add therapy session",
    RecordKind.PROCEDURE: "Add procedure",
    RecordKind.SURGERY: "Add surgery",
    RecordKind.MEDICATION: "Add medicine",
    RecordKind.MEASURE: "Add measure",
    RecordKind.IMAGING: "Add imaging",
    RecordKind.INCIDENT: "Add incident",
    RecordKind.OVERRIDE: "Add own judgement",
}
CORRECT: Mapping[RecordKind, str] = {
    RecordKind.PATIENT: "Correct patient",
    RecordKind.PROBLEM: "Correct problem",
    RecordKind.INJECTION: "Correct injection",
    RecordKind.PAIN_SCORE: "Correct score",
    RecordKind.IMPRESSION: "Correct impression",
    RecordKind.INSTRUMENT_TOTAL: "Correct questionnaire",
    RecordKind.THERAPY_SESSION: "Correct therapy session",
    RecordKind.PROCEDURE: "Correct procedure",
    RecordKind.SURGERY: "Correct surgery",
    RecordKind.MEDICATION: "Correct medicine",
    RecordKind.MEASURE: "Correct measure",
    RecordKind.IMAGING: "Correct imaging",
    RecordKind.INCIDENT: "Correct incident",
    RecordKind.OVERRIDE: "Correct own judgement",
}


def add_title(kind: RecordKind) -> str:
    """Add score."""
    return t(ADD[kind])


def correct_title(kind: RecordKind) -> str:
    """Correct score."""
    return t(CORRECT[kind])
