"""The wording of the letter's annex: its sections, the heads of its tables, and its closing lines."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum

from cortitrack.domain.imaging import Imaging
from cortitrack.domain.pain import PainScore
from cortitrack.domain.problem import Problem
from cortitrack.rules.ruleset import RuleSet, Threshold, Unit
from cortitrack.rules.verdict import Verdict, VerdictKind
from cortitrack.words.figures import day, dose, number, percent, score
from cortitrack.words.labels import field_name, heading, label, problem_name
from cortitrack.words.letter_words import apart
from cortitrack.words.phrases import headline, hint_label
from cortitrack.words.tongue import nt, t


class Section(StrEnum):
    """What stands over a section of the annex."""

    ANNEX = "Annex: the evidence"
    THERAPY = "Therapy"
    MEASURES = "Braces, weight, activity and other measures"
    MEDICINES = "Medicines tried for this problem"
    PROCEDURES = "Other procedures"
    IMAGING = "Imaging"
    EXAMINATION = "Examination and red flags"
    HINTS = "Hints to the cause, weak evidence"
    STAGES = "Pathway: stages and checklist"
    REASSESSMENTS = "Reassessment"
    PLANS = "Therapy plans and exercises"
    MOTIONS = "Range of motion"
    CONSULTATIONS = "Consultations"
    TALKS = "What the patient was told"
    AFTER = "What pain did after other procedures and operations"
    ALERTS = "Answers to safety alerts"
    RISKS = "Risks"
    OPERATIONS = "Operations"
    INCIDENTS = "Incidents"
    CONDITIONS = "Conditions"
    MEDICINES_NOW = "All current medicines"
    ALLERGIES = "Allergies"
    NOTE = "Note on this problem"
    OTHERS = "Other problems of this person"
    INJECTIONS = "All injections"
    ANSWERS = "Overall impressions and questionnaires"
    SCORES = "All pain scores"
    VERDICTS = "How each injection was judged"
    RULES = "Rules in force"


class Column(StrEnum):
    """The head of a column."""

    DATE = "Date"
    DAY = "Day"
    KIND = "Kind"
    VALUE = "Value"
    SOURCE = "Source"
    RECORDED = "Recorded"
    ATTENDED = "Attended"
    THERAPIST = "Therapist"
    ADHERENCE = "Adherence"
    CONTENT = "Content"
    FROM = "From"
    UNTIL = "Until"
    NOTE = "Note"
    MEDICINE = "Medicine"
    DOSE = "Dose and route"
    EFFECT = "Effect"
    PRODUCT = "Product, steroid"
    GUIDANCE = "Guidance"
    RELIEF = "Relief"
    FINDING = "Finding"
    REPORT = "Report"
    WHAT = "What"
    OUTCOME = "Outcome"
    SURGEON = "Surgeon"
    PROBLEM = "Problem"
    LAST_VERDICT = "Newest injection"
    MET = "Met"
    RULE = "Rule"
    FOUND = "Found"
    NEEDED = "Needed"
    NUMBER = "Number of the rules"
    HERE = "This clinic"
    DEFAULT = "Default"


def said(name: Section | Column) -> str:
    """The name in the user's language."""
    return t(name.value)


def annex_note() -> str:
    """How the annex is to be read."""
    return t("Nothing here is needed for a first answer. – stands for not recorded, which is not the same as none.")


def nothing_recorded(sections: list[str]) -> str:
    """The sections of which nothing is recorded, in one line."""
    return t("Nothing is recorded of: {sections}.", sections="; ".join(sections))


def below_the_table() -> str:
    """Where a text is too long for its column."""
    return t("see below the table")


def examination(*, examined: bool, screened: bool) -> str:
    """What nobody has recorded of examination and red flags, said so that silence is not read as normal."""
    lines = [
        "" if examined else t("Examination: not recorded."),
        "" if screened else t("Red-flag screen: not recorded; that is not a negative screen."),
        "" if examined and screened else t("Ask the referring clinician."),
    ]
    return " ".join(filter(None, lines))


def allergies(text: str) -> str:
    """Allergies, never blank."""
    return apart(text) if text.strip() else t("not recorded: this is not “none known”")


def days_note(rules: RuleSet) -> str:
    """From what the days of the tables count."""
    return t(
        "Days count from the last injection; before the first one, and from day {first} on before another, to that. "
        "What follows the source is how long after the day the score was put down.",
        first=number(rules.values["baseline_first_day"]),
    )


def yes_no(value: bool | None) -> str:
    """Yes, no, or –."""
    return "–" if value is None else t("yes") if value else t("no")


def score_kind(entry: PainScore) -> str:
    """Average pain; current pain, anaesthetic phase, 20 min."""
    minutes = "" if entry.minutes_after is None else t("{n} min", n=entry.minutes_after)
    return heading(", ".join(filter(None, (label(entry.kind), label(entry.phase) if entry.phase else "", minutes))))


def problem_words(problem: Problem) -> str:
    """LEFT knee · osteoarthritis (closed 12 January 2026)."""
    name = problem_name(problem)
    return t("{name} (closed {date})", name=name, date=day(problem.closed_on)) if problem.closed_on else name


def newest_verdict(verdict: Verdict | None) -> str:
    """The verdict on another problem's newest injection."""
    return t("no injection recorded") if verdict is None else headline(verdict)


def cut_offs(found: Mapping[int, VerdictKind], verdict: Verdict) -> str:
    """What the other published cut-offs would say."""
    others = {cut: kind for cut, kind in found.items() if kind is not verdict.kind}
    if not others:
        return t("Other published cut-offs ({cuts}) say the same.", cuts=", ".join(percent(cut) for cut in found))
    changed = "; ".join(t("at {cut}: {verdict}", cut=percent(cut), verdict=label(kind)) for cut, kind in others.items())
    return t("Other published cut-offs differ: {changed}.", changed=changed)


def rules_in_force(rules: RuleSet) -> str:
    """Rule set 2026-2 since 3 March 2026, changed by Dr Haddad: why."""
    since = t("Rule set {version}, in force since {date}", version=rules.version, date=day(rules.since))
    if not rules.own:
        return t("{since}: all numbers are the defaults of the program.", since=since)
    count = nt("{n} number was changed by the clinic", "{n} numbers were changed by the clinic", len(rules.own))
    who = t(" ({name})", name=apart(rules.changed_by)) if rules.changed_by else ""
    why = t(": {why}", why=apart(rules.why)) if rules.why else ""
    return t(
        "{since}. {count}{who}{why}; all others are the defaults of the program.",
        since=since,
        count=count,
        who=who,
        why=why,
    )


def threshold_value(threshold: Threshold, value: int) -> str:
    """A number of the rules with its unit."""
    if threshold.unit is Unit.TENTHS:
        return t("{score} points", score=score(value))
    if threshold.unit is Unit.PERCENT:
        return percent(value)
    if threshold.unit is Unit.PGIC:
        return t("PGIC {n}", n=value)
    return t("{value} {unit}", value=number(value), unit=label(threshold.unit))


def threshold_name(threshold: Threshold) -> str:
    """What a number of the rules means."""
    return heading(field_name(threshold.key))


def computed(software: str, rules: RuleSet, today: date) -> str:
    """Where the computed values come from."""
    return t(
        "Verdicts, relief, windows and the date for arthroplasty are computed values of {software}, by rule set "
        "{version}, from the entries recorded up to {date}.",
        software=software,
        version=rules.version,
        date=day(today),
    )


def flags(names: Iterable[str]) -> str:
    """Beside the verdict: what there is to know."""
    return t("Beside it: {flags}.", flags="; ".join(names))


def hints_of(on: date) -> str:
    """What stands over the hints to one injection."""
    return t("{label} (injection of {date})", label=hint_label(), date=day(on))


def graded(found: Imaging) -> str:
    """Grade, size and level of a finding."""
    size = dose(found.size_cm, "cm")
    parts = [
        t("grade {text}", text=apart(found.grade)) if found.grade else "",
        size,
        t("level {text}", text=apart(found.level)) if found.level else "",
    ]
    return ", ".join(filter(None, parts))
