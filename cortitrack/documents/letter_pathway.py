"""Pathway and safety in the letter's annex: each kind of record in a section of its own, where there is any."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import TypeVar

from cortitrack.documents.letter_facts import LetterFacts
from cortitrack.documents.letter_tables import Table
from cortitrack.documents.prose import Content
from cortitrack.domain.records import Fact, happened_on
from cortitrack.rules.after_procedure import after_procedures
from cortitrack.words.after_phrases import after_course, after_more, after_title
from cortitrack.words.figures import day_short
from cortitrack.words.letter_annex_words import Column, Section, examination
from cortitrack.words.letter_pathway_words import details, flags_found
from cortitrack.words.phrases import entry_value, entry_what
from cortitrack.words.safety_phrases import answer_words

F = TypeVar("F", bound=Fact)
NONE = "–"
_COLUMNS = [(Column.DATE, 13), (Column.WHAT, 42), (Column.CONTENT, 55)]
_VISIT = (
    "clinician",
    "alternatives",
    "changed",
    "painful_sites",
    "low_mood",
    "poor_sleep",
    "own_reading",
    "agrees_with_report",
    "technique",
    "effusion_or_synovitis",
    "referred_pain",
    "spine_and_nerves",
    "provoking_tests",
    "selective_block",
    "structure",
    "structure_basis",
    "note",
)
_TALK = ("benefit_and_risk", "recovery_time", "complications", "realistic_outcome", "goal", "expectation", "note")
_CONSULTATION = ("question", "urgency", "seen_on", "outcome", "note")


def pathway_tables(facts: LetterFacts) -> list[Table]:
    """The pathway's sections, without those of which nothing is recorded."""
    told = facts.timeline
    tables = [
        _table(Section.STAGES, [*told.pathway_moves, *told.pathway_items, *told.function_marks]),
        _table(Section.REASSESSMENTS, told.reassessments, _VISIT),
        _table(Section.PLANS, [*told.therapy_plans, *told.exercises], ("note",)),
        _table(Section.MOTIONS, told.motions, ("note",)),
        _table(Section.CONSULTATIONS, told.consultations, _CONSULTATION),
        _table(Section.TALKS, told.talks, _TALK),
        _after(facts),
    ]
    return [table for table in tables if table.rows]


def answers_to_alerts(facts: LetterFacts) -> Iterator[Table]:
    """Every answer to an alert about an injection of this problem, with the injection's day."""
    given = {one.id: one.given_on for one in facts.timeline.injections}
    rows: list[list[Content]] = [
        [day_short(given[answer.injection_id]), answer_words(answer)]
        for answer in _newest_first(facts.timeline.safety_answers)
        if answer.injection_id in given
    ]
    if rows:
        yield Table(Section.ALERTS, [(Column.DATE, 13), (Column.WHAT, 97)], rows)


def risks(facts: LetterFacts) -> Iterator[Table]:
    """The person's risks."""
    table = _table(Section.RISKS, facts.timeline.risks, ("note",))
    if table.rows:
        yield table


def red_flags(facts: LetterFacts) -> list[str]:
    """The red-flag screen with its negatives, and what nobody has recorded."""
    told = facts.timeline
    screen = flags_found(told.red_flags)
    visits = told.reassessments
    examined = any(one.spine_and_nerves.strip() or one.provoking_tests.strip() for one in visits)
    return [line for line in (*screen, examination(examined=examined, screened=bool(screen))) if line]


def _table(section: Section, found: Iterable[Fact], fields: Sequence[str] = ()) -> Table:
    return Table(section, _COLUMNS, [_row(fact, fields) for fact in _newest_first(found)])


def _row(fact: Fact, fields: Sequence[str]) -> list[Content]:
    """What it is and what it says; a kind with details of its own says all of them."""
    on = happened_on(fact)
    own = details(fact, fields)
    said = own if len(fields) > 1 else "\n".join(part for part in (entry_value(fact), own) if part)
    return [NONE if on is None else day_short(on), entry_what(fact), said or NONE]


def _newest_first(found: Iterable[F]) -> list[F]:
    return sorted(found, key=lambda fact: (happened_on(fact) or date.min, fact.id), reverse=True)


def _after(facts: LetterFacts) -> Table:
    rows: list[list[Content]] = [
        [
            day_short(line.on),
            after_title(line).rsplit(",", 1)[0],
            "\n".join(part for part in (after_course(line), after_more(line)) if part),
        ]
        for line in after_procedures(facts.timeline, facts.today, facts.rules)
    ]
    return Table(Section.AFTER, _COLUMNS, rows)
