"""The letter's table of injections: what was given, what pain did in each window, what was judged."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportlab.platypus import Flowable

from cortitrack.documents.grid import Grid
from cortitrack.documents.letter_facts import LetterFacts
from cortitrack.documents.letter_looks import FINE, fine, long_text, tight_table
from cortitrack.documents.prose import Content, Prose
from cortitrack.documents.sheet import Sheet
from cortitrack.documents.styles import MUTED, Span, Style
from cortitrack.domain.injection import Injection
from cortitrack.rules.relief import Eased
from cortitrack.words.figures import day_short, number
from cortitrack.words.letter_injection import drug_words, how_words, long_texts, more_words, place_words
from cortitrack.words.letter_verdict import basis
from cortitrack.words.letter_words import Part, eased, own_judgement, part, table_notes, window_days
from cortitrack.words.phrases import headline

SHARES = (51, 142, 33, 43, 45, 45, 51, 92)


def injection_table(sheet: Sheet, facts: LetterFacts, injections: Sequence[Injection], *, whole: bool) -> Grid:
    """The injections given, each with its figures; `whole` prints long texts to their end."""
    head: list[Content] = [
        part(Part.DATE),
        part(Part.GIVEN),
        part(Part.BEFORE),
        part(Part.NUMB),
        _window(facts, Part.WEEKS_2, "early_first_day", "primary_first_day", 1),
        _window(facts, Part.WEEKS_6, "primary_first_day", "primary_last_day"),
        _window(facts, Part.WEEKS_12, "durability_first_day", "durability_last_day"),
        part(Part.VERDICT),
    ]
    return tight_table(sheet, head, [_row(facts, injection, whole) for injection in injections], SHARES)


def notes_below(sheet: Sheet, more: str = "") -> Prose:
    """How to read the table, and what is not in it."""
    return sheet.text(" ".join(filter(None, (table_notes(), more))), Style(size=FINE, colour=MUTED, after=2))


def long_notes(sheet: Sheet, injections: Sequence[Injection]) -> Iterator[Flowable]:
    """What is too long for the table, over the whole width."""
    for injection in injections:
        for name, text in long_texts(injection):
            yield long_text(sheet, f"{day_short(injection.given_on)}, {name}", text)


def _window(facts: LetterFacts, name: Part, first: str, last: str, before: int = 0) -> list[Span]:
    return [Span(part(name)), fine("\n" + window_days(facts.rules, first, last, before))]


def _row(facts: LetterFacts, injection: Injection, whole: bool) -> list[Content]:
    relief = facts.relief_of[injection.id]
    return [
        day_short(injection.given_on),
        _given(facts, injection, whole),
        "–" if relief.before is None else number(relief.before),
        *(_eased(found) for found in (relief.numb, relief.early, relief.primary, relief.late)),
        _judged(facts, injection),
    ]


def _given(facts: LetterFacts, injection: Injection, whole: bool) -> list[Span]:
    lines = [how_words(injection, whole)]
    if whole and (more := more_words(injection)):
        lines.append(more)
    first = f"{drug_words(injection)}\n"
    return [
        Span(first, bold=True),
        Span(place_words(injection, facts.timeline.problem)),
        *(fine(f"\n{line}") for line in lines),
    ]


def _eased(found: Eased | None) -> list[Span]:
    score, relief = eased(found)
    return [Span(score, bold=bool(relief)), *([fine(f"\n{relief}")] if relief else [])]


def _judged(facts: LetterFacts, injection: Injection) -> list[Span]:
    verdict = facts.verdict_of.get(injection.id)
    spans = [] if verdict is None else [Span(headline(verdict), bold=True)]
    if verdict is not None and (why := basis(verdict)):
        spans.append(fine(f"\n{why}"))
    if (override := facts.override_of.get(injection.id)) is not None:
        spans.append(fine(f"\n{own_judgement(override)}"))
    return spans or [Span("–")]
