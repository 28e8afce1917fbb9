"""The letter's annex: what was tried, found and known, each kind of record in a section of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from reportlab.platypus import Flowable

from cortitrack.documents.letter_evidence import answers, closing, rules_in_force, scores, verdicts
from cortitrack.documents.letter_facts import LetterFacts
from cortitrack.documents.letter_injections import injection_table, long_notes, notes_below
from cortitrack.documents.letter_looks import TIGHT, headed
from cortitrack.documents.letter_pathway import answers_to_alerts, pathway_tables, red_flags, risks
from cortitrack.documents.letter_tables import Table, laid_out
from cortitrack.documents.prose import Content
from cortitrack.documents.sheet import Sheet
from cortitrack.documents.styles import SMALL, TITLE, Span
from cortitrack.domain.imaging import Imaging
from cortitrack.domain.medication import Medication
from cortitrack.domain.procedure import Procedure
from cortitrack.domain.therapy import TherapySession
from cortitrack.words import letter_annex_words as words
from cortitrack.words.figures import day_short, dose, number, percent
from cortitrack.words.labels import heading, label
from cortitrack.words.letter_annex_words import Column, Section, said
from cortitrack.words.letter_pathway_words import allergies
from cortitrack.words.letter_tried import relief_words, tried_medicines
from cortitrack.words.letter_words import not_recorded
from cortitrack.words.phrases import hint, hint_look

NONE = "–"


def annex(sheet: Sheet, facts: LetterFacts) -> list[Flowable]:
    """All sections; those without an entry are named in one line, so that none is taken for empty by mistake."""
    return [
        sheet.text(said(Section.ANNEX), replace(TITLE, keep_with_next=False)),
        sheet.text(words.annex_note(), SMALL),
        *_care(sheet, facts),
        *_person(sheet, facts),
        *_evidence(sheet, facts),
        *closing(sheet, facts),
    ]


def _care(sheet: Sheet, facts: LetterFacts) -> Iterator[Flowable]:
    tables = [_therapy(facts), _measures(facts), _medicines(facts), _procedures(facts), _imaging(facts)]
    tables += [_operations(facts), _incidents(facts)]
    for table in tables:
        if table.rows:
            yield from headed(sheet, said(table.section), laid_out(sheet, table))
    for table in pathway_tables(facts):
        yield from headed(sheet, said(table.section), laid_out(sheet, table))
    absent = [said(table.section) for table in tables if not table.rows]
    if absent:
        yield sheet.text(words.nothing_recorded(absent), SMALL)


def _person(sheet: Sheet, facts: LetterFacts) -> Iterator[Flowable]:
    patient = facts.timeline.patient
    for table in answers_to_alerts(facts):
        yield from headed(sheet, said(table.section), laid_out(sheet, table))
    yield from headed(sheet, said(Section.EXAMINATION), [sheet.text(line, TIGHT) for line in red_flags(facts)])
    yield from _hints(sheet, facts)
    yield from _section(sheet, Section.ALLERGIES, words.allergies(allergies(facts.timeline, facts.today)))
    for table in risks(facts):
        yield from headed(sheet, said(table.section), laid_out(sheet, table))
    yield from _section(sheet, Section.CONDITIONS, patient.conditions.strip() or not_recorded())
    if facts.medicines_now:
        now = Table(Section.MEDICINES_NOW, _MEDICINE_COLUMNS, [_medicine(m) for m in facts.medicines_now])
        yield from headed(sheet, said(Section.MEDICINES_NOW), laid_out(sheet, now))
    else:
        yield from _section(sheet, Section.MEDICINES_NOW, not_recorded())
    if facts.timeline.problem.note.strip():
        yield from _section(sheet, Section.NOTE, facts.timeline.problem.note)
    if facts.other_problems:
        rows: list[list[Content]] = [
            [words.problem_words(problem), words.newest_verdict(verdict)] for problem, verdict in facts.other_problems
        ]
        columns = [(Column.PROBLEM, 60), (Column.LAST_VERDICT, 40)]
        yield from headed(sheet, said(Section.OTHERS), laid_out(sheet, Table(Section.OTHERS, columns, rows)))


def _section(sheet: Sheet, section: Section, text: str) -> Iterator[Flowable]:
    return headed(sheet, said(section), [sheet.text(text, TIGHT)])


def _hints(sheet: Sheet, facts: LetterFacts) -> Iterator[Flowable]:
    for injection in facts.injections:
        verdict = facts.verdict_of.get(injection.id)
        if verdict is not None and verdict.hints:
            lines = [[Span(f"{hint(code)} ", bold=True), Span(hint_look(code))] for code in verdict.hints]
            yield from headed(sheet, words.hints_of(injection.given_on), [sheet.text(line, TIGHT) for line in lines])


def _evidence(sheet: Sheet, facts: LetterFacts) -> Iterator[Flowable]:
    if facts.injections:
        table = injection_table(sheet, facts, facts.injections, whole=True)
        yield from headed(sheet, said(Section.INJECTIONS), [table, notes_below(sheet)])
        yield from long_notes(sheet, facts.injections)
    yield from verdicts(sheet, facts)
    yield from answers(sheet, facts)
    yield from scores(sheet, facts)
    yield from rules_in_force(sheet, facts)


def _therapy(facts: LetterFacts) -> Table:
    columns = [(Column.DATE, 13), (Column.KIND, 17), (Column.ATTENDED, 10), (Column.THERAPIST, 16)]
    columns += [(Column.ADHERENCE, 12), (Column.CONTENT, 42)]
    return Table(Section.THERAPY, columns, [_session(s) for s in reversed(facts.timeline.sessions)])


def _session(found: TherapySession) -> list[Content]:
    adherence = NONE if found.adherence_percent is None else percent(found.adherence_percent)
    text = "\n".join(filter(None, (found.content, found.note)))
    kind = heading(label(found.kind))
    return [day_short(found.on), kind, words.yes_no(found.attended), found.therapist or NONE, adherence, text or NONE]


def _measures(facts: LetterFacts) -> Table:
    columns = [(Column.FROM, 13), (Column.UNTIL, 13), (Column.KIND, 17), (Column.VALUE, 14), (Column.NOTE, 53)]
    rows: list[list[Content]] = [
        [
            day_short(found.on),
            day_short(found.to_on) if found.to_on else NONE,
            heading(label(found.kind)),
            NONE if found.value is None else f"{number(found.value)} {found.unit}".strip(),
            found.note or NONE,
        ]
        for found in reversed(facts.timeline.measures)
    ]
    return Table(Section.MEASURES, columns, rows)


_MEDICINE_COLUMNS = (
    (Column.FROM, 13),
    (Column.UNTIL, 13),
    (Column.MEDICINE, 28),
    (Column.DOSE, 20),
    (Column.EFFECT, 36),
)


def _medicines(facts: LetterFacts) -> Table:
    found = reversed(tried_medicines(facts.timeline))
    return Table(Section.MEDICINES, _MEDICINE_COLUMNS, [_medicine(m) for m in found])


def _medicine(found: Medication) -> list[Content]:
    return [
        day_short(found.from_on),
        day_short(found.to_on) if found.to_on else NONE,
        [Span(found.drug, bold=True, apart=True), Span(f"\n{heading(label(found.medication_class))}")],
        "\n".join(filter(None, (found.dose, found.route))) or NONE,
        "\n".join(filter(None, (found.effect, found.note))) or NONE,
    ]


def _procedures(facts: LetterFacts) -> Table:
    columns = [(Column.DATE, 13), (Column.KIND, 20), (Column.PRODUCT, 22), (Column.GUIDANCE, 14)]
    columns += [(Column.RELIEF, 15), (Column.NOTE, 26)]
    return Table(Section.PROCEDURES, columns, [_procedure(p) for p in reversed(facts.timeline.procedures)])


def _procedure(found: Procedure) -> list[Content]:
    steroid = " ".join(filter(None, (found.steroid, dose(found.steroid_mg, "mg"))))
    return [
        day_short(found.on),
        "\n".join(filter(None, (heading(label(found.kind)), found.target))),
        "\n".join(filter(None, (found.product, steroid))) or NONE,
        label(found.guidance) if found.guidance else NONE,
        relief_words(found) or NONE,
        found.note or NONE,
    ]


def _imaging(facts: LetterFacts) -> Table:
    columns = [(Column.DATE, 13), (Column.KIND, 13), (Column.FINDING, 26), (Column.REPORT, 58)]
    return Table(Section.IMAGING, columns, [_picture(p) for p in reversed(facts.timeline.imaging)])


def _picture(found: Imaging) -> list[Content]:
    finding = [
        heading(label(found.finding)) if found.finding else NONE,
        words.graded(found),
    ]
    kind = heading(label(found.modality))
    return [day_short(found.on), kind, "\n".join(filter(None, finding)), found.text or NONE]


def _operations(facts: LetterFacts) -> Table:
    columns = [(Column.DATE, 13), (Column.WHAT, 27), (Column.SURGEON, 18), (Column.OUTCOME, 52)]
    rows: list[list[Content]] = [
        [
            day_short(found.on),
            ", ".join((heading(label(found.kind)), *([label(found.status)] if found.status else []))),
            found.surgeon or NONE,
            "\n".join(filter(None, (found.outcome, found.note))) or NONE,
        ]
        for found in reversed(facts.timeline.surgeries)
    ]
    return Table(Section.OPERATIONS, columns, rows)


def _incidents(facts: LetterFacts) -> Table:
    columns = [(Column.DATE, 13), (Column.WHAT, 27), (Column.NOTE, 70)]
    rows: list[list[Content]] = [
        [day_short(found.on), heading(label(found.kind)), found.note or NONE]
        for found in reversed(facts.timeline.incidents)
    ]
    return Table(Section.INCIDENTS, columns, rows)
