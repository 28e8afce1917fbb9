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
    RecordKind.REASSESSMENT: "Add reassessment",
    RecordKind.PATHWAY_ITEM: "Add pathway item",
    RecordKind.PATHWAY_MOVE: "Move to another stage",
    RecordKind.THERAPY_PLAN: "Add therapy plan",
    RecordKind.EXERCISE: "Add exercise",
    RecordKind.MOTION: "Add range of motion",
    RecordKind.CONSULTATION: "Add consultation",
    RecordKind.TALK: "Add talk",
    RecordKind.FUNCTION_MARK: "Add mark of function",
    RecordKind.RISK: "Add risk",
    RecordKind.RED_FLAG: "Record red flags",
    RecordKind.SAFETY_ANSWER: "Add answer to an alert",
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
    RecordKind.REASSESSMENT: "Correct reassessment",
    RecordKind.PATHWAY_ITEM: "Correct pathway item",
    RecordKind.PATHWAY_MOVE: "Correct move of the stage",
    RecordKind.THERAPY_PLAN: "Correct therapy plan",
    RecordKind.EXERCISE: "Correct exercise",
    RecordKind.MOTION: "Correct range of motion",
    RecordKind.CONSULTATION: "Correct consultation",
    RecordKind.TALK: "Correct talk",
    RecordKind.FUNCTION_MARK: "Correct mark of function",
    RecordKind.RISK: "Correct risk",
    RecordKind.RED_FLAG: "Correct red flag",
    RecordKind.SAFETY_ANSWER: "Correct answer to an alert",
}


def add_title(kind: RecordKind) -> str:
    """Add score."""
    return t(ADD[kind])


def correct_title(kind: RecordKind) -> str:
    """Correct score."""
    return t(CORRECT[kind])
