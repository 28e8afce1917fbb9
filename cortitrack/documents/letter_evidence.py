"""The evidence in the letter's annex: every score, how each verdict came about, and the rules behind it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from reportlab.platypus import Flowable

from cortitrack.documents.grid import Grid, GridLook
from cortitrack.documents.letter_facts import LetterFacts
from cortitrack.documents.letter_looks import TIGHT, TIGHT_HEAD, headed, tight_table
from cortitrack.documents.prose import Content
from cortitrack.documents.sheet import Sheet
from cortitrack.documents.styles import MUTED, SMALL, Span, Style
from cortitrack.domain.impression import Impression
from cortitrack.domain.instruments import InstrumentTotal
from cortitrack.domain.pain import PainScore
from cortitrack.rules.ruleset import BY_KEY
from cortitrack.rules.verdict import Reason, Verdict
from cortitrack.words import letter_annex_words as words
from cortitrack.words.figures import day, day_short, number
from cortitrack.words.labels import label
from cortitrack.words.letter_annex_words import Column, Section, said
from cortitrack.words.phrases import (
    entry_value,
    entry_what,
    flag,
    headline,
    not_a_device,
    override,
    reason_found,
    reason_needed,
    reason_title,
    recorded_words,
    status,
)

NONE = "–"
ROWS_BESIDE = 26  # scores in each of two columns before both begin anew
_SCORE_COLUMNS = (
    (Column.DATE, 56),
    (Column.DAY, 25),
    (Column.KIND, 66),
    (Column.VALUE, 30),
    (Column.SOURCE, 60),
)
_GAP = 6.0
_SMALL_HEAD = Style(size=8.5, leading=1.3, before=5, after=1)


def scores(sheet: Sheet, facts: LetterFacts) -> Iterator[Flowable]:
    """Every pain score, newest first, in two columns side by side."""
    found = list(reversed(facts.timeline.scores))
    if not found:
        return
    yield from headed(sheet, said(Section.SCORES), [sheet.text(words.days_note(facts.rules), SMALL)])
    for start in range(0, len(found), 2 * ROWS_BESIDE):
        yield _beside(sheet, [_score(facts, one) for one in found[start : start + 2 * ROWS_BESIDE]])


def _beside(sheet: Sheet, rows: list[list[Content]]) -> Grid:
    half = (len(rows) + 1) // 2
    left, right = rows[:half], rows[half:]
    right += [[""] * len(_SCORE_COLUMNS)] * (half - len(right))
    shares = [share for _, share in _SCORE_COLUMNS]
    unit = (sheet.width - _GAP) / (2 * sum(shares))
    widths = [share * unit for share in shares]
    names: list[Content] = [said(column) for column, _ in _SCORE_COLUMNS]
    cells = [[sheet.text(cell, TIGHT) for cell in (*one, "", *other)] for one, other in zip(left, right, strict=True)]
    head = [sheet.text(name, TIGHT_HEAD) for name in (*names, "", *names)]
    return Grid(cells, [*widths, _GAP, *widths], head=head, look=GridLook(pad_x=2, pad_y=1.4, before=1, after=5))


def _score(facts: LetterFacts, entry: PainScore) -> list[Content]:
    recorded = recorded_words(entry, facts.timeline.recorded.get(entry.id))
    return [
        day_short(entry.on),
        _day(facts, entry.on),
        words.score_kind(entry),
        [Span(entry_value(entry), bold=True)],
        " · ".join(filter(None, (label(entry.source) if entry.source else "", recorded))) or NONE,
    ]


def _day(facts: LetterFacts, on: date) -> str:
    """Days since the last injection; in the days of a baseline, and before the first injection, to the next one."""
    days = [(on - injection.given_on).days for injection in facts.timeline.injections]
    since = min((day for day in days if day >= 0), default=None)
    until = max((day for day in days if day < 0), default=None)
    if until is not None and (since is None or (since and until >= facts.rules.values["baseline_first_day"])):
        return number(until)
    return NONE if since is None else number(since)


def answers(sheet: Sheet, facts: LetterFacts) -> Iterator[Flowable]:
    """Overall impressions, recall and questionnaires."""
    both: list[Impression | InstrumentTotal] = [*facts.timeline.impressions, *facts.timeline.totals]
    if not both:
        return
    columns = (Column.DATE, Column.DAY, Column.WHAT, Column.VALUE, Column.RECORDED)
    rows = [_answer(facts, one) for one in sorted(both, key=lambda one: (one.on, one.id), reverse=True)]
    table = tight_table(sheet, [said(column) for column in columns], rows, (13, 8, 30, 45, 20))
    yield from headed(sheet, said(Section.ANSWERS), [table])


def _answer(facts: LetterFacts, entry: Impression | InstrumentTotal) -> list[Content]:
    note = entry.note if isinstance(entry, Impression) else ""
    return [
        day_short(entry.on),
        _day(facts, entry.on),
        entry_what(entry),
        "\n".join(filter(None, (entry_value(entry), note))),
        recorded_words(entry, facts.timeline.recorded.get(entry.id)) or NONE,
    ]


def verdicts(sheet: Sheet, facts: LetterFacts) -> Iterator[Flowable]:
    """How each injection was judged, the latest first: every rule that spoke, with its numbers."""
    given = {injection.id: injection.given_on for injection in facts.injections}
    judged = [verdict for verdict in facts.verdicts if verdict.injection_id in given]
    if judged:
        yield from headed(sheet, said(Section.VERDICTS), [])
    for verdict in judged:
        yield sheet.together(list(_judged(sheet, facts, verdict, given[verdict.injection_id])))


def _judged(sheet: Sheet, facts: LetterFacts, verdict: Verdict, on: date) -> Iterator[Flowable]:
    title = [
        Span(f"{day(on)} · {headline(verdict)}", bold=True),
        Span(f" · {status(verdict)}", colour=MUTED),
    ]
    yield sheet.text(title, _SMALL_HEAD)
    head = [said(column) for column in (Column.RULE, Column.FOUND, Column.NEEDED, Column.MET)]
    if verdict.reasons:
        yield tight_table(sheet, head, [_reason(reason) for reason in verdict.reasons], (30, 42, 34, 7))
    if verdict.flags:
        yield sheet.text(words.flags(flag(code) for code in verdict.flags), TIGHT)
    if verdict.kind.judged:
        yield sheet.text(words.cut_offs(facts.other_cutoffs(verdict.injection_id), verdict), TIGHT)
    if (own := facts.override_of.get(verdict.injection_id)) is not None:
        yield sheet.text(override(own), TIGHT)


def _reason(reason: Reason) -> list[Content]:
    needed = reason_needed(reason)
    met = words.yes_no(reason.met) if needed else ""
    return [reason_title(reason), reason_found(reason), needed, met]


def rules_in_force(sheet: Sheet, facts: LetterFacts) -> Iterator[Flowable]:
    """The version of the rules, and every number that the clinic changed."""
    yield from headed(sheet, said(Section.RULES), [sheet.text(words.rules_in_force(facts.rules), TIGHT)])
    if facts.rules.own:
        head = [said(column) for column in (Column.NUMBER, Column.HERE, Column.DEFAULT, Column.SOURCE)]
        rows: list[list[Content]] = []
        for key, value in facts.rules.own:
            known = BY_KEY[key]
            here = [Span(words.threshold_value(known, value), bold=True)]
            rows.append([words.threshold_name(known), here, words.threshold_value(known, known.default), known.source])
        yield tight_table(sheet, head, rows, (34, 14, 14, 38))


def closing(sheet: Sheet, facts: LetterFacts) -> Iterator[Flowable]:
    """Where the computed values come from, and what the program is not."""
    yield sheet.gap(6)
    yield sheet.text(words.computed(facts.software, facts.rules, facts.today), SMALL)
    yield sheet.text(not_a_device(), SMALL)
