"""The letter's first page: all that a reader with a minute wants, in the order in which it is asked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from matplotlib.figure import Figure
from reportlab.platypus import Flowable

from cortitrack.charts.pain_course import draw_pain_course
from cortitrack.charts.palette import PAPER
from cortitrack.documents.grid import Grid, GridLook
from cortitrack.documents.letter_facts import LetterFacts
from cortitrack.documents.letter_injections import injection_table, notes_below
from cortitrack.documents.letter_looks import SMALL_VALUE, blocks, fine, labelled
from cortitrack.documents.prose import Content
from cortitrack.documents.sheet import Sheet
from cortitrack.documents.styles import ACCENT, BAD, MUTED, TITLE, WARN, WASH, Align, Span, Style
from cortitrack.domain.medication import MedicationClass
from cortitrack.domain.pain import ScoreKind
from cortitrack.domain.referral import Urgency
from cortitrack.words import letter_pathway_words as pathway_words
from cortitrack.words import letter_words as words
from cortitrack.words.figures import day
from cortitrack.words.labels import field_name, heading, label, side_site
from cortitrack.words.letter_tried import tried, untried
from cortitrack.words.letter_words import Part, part
from cortitrack.words.phrases import course_sentence

TALLEST, LOWEST = 215.0, 114.0  # points of height of the chart
# Injections, and entries of one kind of care, that the first page shows: as many as it has room for.
SHOWN = ((4, 3), (4, 2), (4, 1), (3, 1), (2, 1), (1, 1))
OVERRIDES_SHOWN = 2
POINTS_PER_INCH = 72
ALLERGIES_SHOWN = 120  # characters; longer ones stand in the annex
LONG_QUESTION = 320  # characters from which on a question is no headline any more
_HEAD = Style(size=9, leading=1.25, bold=True, colour=ACCENT, before=5, after=2)
_TONES = {Urgency.EMERGENCY: BAD, Urgency.URGENT: WARN}


def page_one(sheet: Sheet, facts: LetterFacts, room: float) -> list[Flowable]:
    """The first page, its chart as high as the rest leaves `room` for."""
    top = [*_address(sheet, facts), *_question(sheet, facts), *_state(sheet, facts)]
    sentence = course_sentence(facts.timeline, facts.verdicts, facts.today)
    said = sheet.text(sentence, Style(size=8.5, leading=1.3, bold=True, after=2))
    for injections, entries in SHOWN:
        above = [*top, *_injections(sheet, facts, injections), sheet.text(part(Part.COURSE), _HEAD)]
        below = [said, *_tried(sheet, facts, entries), *_closing(sheet, facts)]
        height = room - _stacked(sheet, [*above, *below]) - 1
        if height >= LOWEST:
            break
    height = max(LOWEST, min(TALLEST, height))
    return [*above, *_chart(sheet, facts, height, sentence), *below]


def _stacked(sheet: Sheet, parts: Sequence[Flowable]) -> float:
    """The height of parts one below the other; of two spaces that meet the larger one counts."""
    between = [max(one.getSpaceAfter(), other.getSpaceBefore()) for one, other in pairwise(parts)]
    return sum(between) + sum(one.wrap(sheet.width, 1e6)[1] for one in parts)


def _address(sheet: Sheet, facts: LetterFacts) -> Iterator[Flowable]:
    problem, referral = facts.timeline.problem, facts.referral
    title = sheet.text([Span(f"{part(Part.LETTER)}: ", colour=MUTED), Span(side_site(problem))], TITLE)
    date = sheet.text(day(facts.today), Style(size=9.5, align=Align.RIGHT, after=0))
    yield Grid([[title, date]], [sheet.width * 0.76, sheet.width * 0.24], look=GridLook(rule=None, pad_y=0, after=2))
    if referral.draft:
        yield sheet.text(words.draft_notice(), Style(size=9, bold=True, colour=BAD, after=2))
    urgency = [
        Span(f"{part(Part.URGENCY)}: ", colour=MUTED),
        Span(words.urgency(referral), bold=True, colour=_TONES.get(referral.urgency)),
    ]
    if reason := words.urgency_reason(referral):
        urgency += [Span(" · "), Span(reason, apart=True)]
    yield sheet.text(urgency, Style(size=9.5, after=1))
    yield blocks(
        sheet,
        [(part(Part.TO), _to(facts)), (part(Part.FROM), _from(facts)), (part(Part.PATIENT), _patient(facts))],
        (25, 33, 42),
    )


def _to(facts: LetterFacts) -> list[Span]:
    referral = facts.referral
    named = [Span(referral.to, bold=True)] if referral.to.strip() else [Span(words.not_named(), colour=MUTED)]
    return [*named, Span(heading(label(referral.preset)))]


def _from(facts: LetterFacts) -> list[Span]:
    clinic = facts.clinic
    lines = [clinic.clinician, " · ".join(filter(None, map(str.strip, clinic.address.splitlines()))), clinic.email]
    return [
        Span(clinic.name, bold=True),
        *(Span(line) for line in lines if line.strip()),
        Span(words.call_back(clinic.call_back), bold=bool(clinic.call_back)),
    ]


def _patient(facts: LetterFacts) -> list[Span]:
    patient = facts.timeline.patient
    sex = label(patient.sex) if patient.sex else words.called(field_name("sex"), words.not_recorded())
    phone = words.apart(patient.phone) if patient.phone else words.not_recorded()
    language = words.apart(patient.language) if patient.language else words.not_recorded()
    contact = [words.called(field_name("phone"), phone), words.apart(patient.email) if patient.email else ""]
    address = " · ".join(filter(None, map(str.strip, patient.address.splitlines())))
    return [
        Span(patient.name, bold=True),
        Span(", ".join((words.born(patient, facts.today), sex))),
        Span(f"{words.number_of(patient, facts.shown_patient_id)} · {words.called(field_name('language'), language)}"),
        Span(" · ".join(filter(None, contact))),
        *([Span(address)] if address else []),
    ]


def _allergies(said: str) -> str:
    if not said.strip():
        return words.not_recorded()
    return words.apart(said) if len(said) <= ALLERGIES_SHOWN else words.in_the_annex()


def _question(sheet: Sheet, facts: LetterFacts) -> Iterator[Flowable]:
    referral = facts.referral
    asked = referral.question.strip()
    large = len(asked) < LONG_QUESTION
    colour = None if asked else BAD
    question = Span(asked or words.no_question(), bold=large, size=11.5 if large else 9.5, colour=colour)
    wants = Span(referral.wants.strip() or words.not_recorded(), apart=True)
    content = [
        Span(part(Part.QUESTION), colour=MUTED, size=7.5),
        Span("\n"),
        question,
        Span(f"\n{part(Part.WANTS)}: ", colour=MUTED),
        wants,
    ]
    look = GridLook(pad_x=9, pad_y=5, rule=None, wash=WASH, edge=ACCENT, flush=False, before=2, after=4)
    yield Grid([[sheet.text(content, Style(size=9, leading=1.3, after=0))]], [sheet.width], look=look)


def _state(sheet: Sheet, facts: LetterFacts) -> Iterator[Flowable]:
    pairs: list[tuple[str, Content]] = [
        (part(Part.DIAGNOSIS), _diagnosis(facts)),
        (part(Part.PAIN_NOW), _pain_now(facts)),
        (part(Part.FUNCTION), _function(facts)),
        (part(Part.ALLERGIES), _allergies(pathway_words.allergies(facts.timeline, facts.today))),
    ]
    thinners = words.taken([m for m in facts.medicines_now if m.medication_class is MedicationClass.ANTICOAGULANT])
    if thinners := "; ".join(filter(None, (thinners, pathway_words.thinners(facts.timeline, facts.today)))):
        pairs.append((heading(label(MedicationClass.ANTICOAGULANT)), thinners))
    yield labelled(sheet, [*_alarms(facts), *pairs])


def _alarms(facts: LetterFacts) -> Iterator[tuple[str, Content]]:
    """What goes past the stages, the stage, and the stops that were overridden; nothing where there is none."""
    if facts.pathway is not None:
        if past := pathway_words.past_the_stages(facts.pathway):
            yield part(Part.RED_FLAGS), [Span(past, bold=True, colour=BAD)]
        if stage := pathway_words.stage(facts.pathway):
            yield part(Part.STAGE), stage
    if passed := pathway_words.overrides(facts.timeline.safety_answers, OVERRIDES_SHOWN):
        yield part(Part.OVERRIDDEN), [Span(passed, bold=True)]


def _diagnosis(facts: LetterFacts) -> list[Span]:
    problem = facts.timeline.problem
    named = Span(problem.diagnosis or words.no_diagnosis(), bold=bool(problem.diagnosis), apart=True)
    code = [Span(f" ({problem.icd10})")] if problem.icd10 else []
    targets = list(dict.fromkeys(label(i.target) for i in facts.injections if i.target))
    structures = [Span(f" · {words.structures(targets)}")] if targets or not facts.injections else []
    return [
        Span(f"{side_site(problem)} · ", bold=True),
        named,
        *code,
        Span(f" · {words.since(problem.onset_on, facts.today)}"),
        *structures,
    ]


def _pain_now(facts: LetterFacts) -> Content:
    scores = [s for s in facts.timeline.scores if s.on <= facts.today]
    primary = facts.timeline.problem.primary_kind
    shown = [next((s for s in reversed(scores) if s.kind is kind), None) for kind in (primary, ScoreKind.WORST)]
    found = list(dict.fromkeys(s for s in shown if s is not None))
    return [Span(words.pain_now(found, facts.today), bold=True)] if found else words.not_recorded()


def _function(facts: LetterFacts) -> str:
    found = [total for total in facts.timeline.totals if total.on <= facts.today]
    return words.function_now(found[-1]) if found else words.not_recorded()


def _injections(sheet: Sheet, facts: LetterFacts, newest: int) -> Iterator[Flowable]:
    yield sheet.text(part(Part.INJECTIONS), _HEAD)
    given = facts.injections
    if given:
        yield injection_table(sheet, facts, given[:newest], whole=False)
        more = len(given) - newest
        yield notes_below(sheet, words.more_injections(more) if more > 0 else "")
    else:
        yield sheet.text(words.no_injection(), SMALL_VALUE)
    wait = facts.rules.values["arthroplasty_wait_days"]
    last, earliest = facts.last_steroid, facts.earliest_arthroplasty
    pairs: list[tuple[str, Content]] = [
        (part(Part.LAST_INJECTION), [Span(words.last_injection(last, facts.today), bold=True)]),
        (part(Part.ARTHROPLASTY), _earliest(words.arthroplasty(earliest, facts.today), wait if earliest else None)),
    ]
    yield labelled(sheet, pairs, label_width=118)


def _earliest(said: str, wait: int | None) -> list[Span]:
    source = [] if wait is None else [fine(f"  {words.arthroplasty_source(wait)}")]
    return [Span(said, bold=True), *source]


def _chart(sheet: Sheet, facts: LetterFacts, height: float, sentence: str) -> Iterator[Flowable]:
    timeline = facts.timeline
    if timeline.injections or timeline.scores:
        figure = Figure(figsize=(sheet.width / POINTS_PER_INCH, height / POINTS_PER_INCH))
        draw_pain_course(figure, timeline, facts.verdicts, facts.rules, PAPER, facts.today, scale=0.88)
        yield sheet.figure(figure, height=height, said=sentence)


def _tried(sheet: Sheet, facts: LetterFacts, shown: int) -> Iterator[Flowable]:
    yield sheet.text(part(Part.TRIED), _HEAD)
    rows = tried(facts.timeline, shown)
    if rows:
        yield labelled(sheet, rows, label_width=72)
    if absent := untried(facts.timeline):
        yield sheet.text(words.called(part(Part.GAPS), absent), Style(size=8, colour=MUTED, after=2))


def _closing(sheet: Sheet, facts: LetterFacts) -> Iterator[Flowable]:
    missing: Sequence[tuple[str, Content]] = []
    if facts.gaps:
        missing = [(part(Part.MISSING), [Span(words.gaps(facts.gaps), colour=MUTED)])]
    pairs: list[tuple[str, Content]] = [*missing, (part(Part.SIGNATURE), words.signed(facts.referral))]
    yield labelled(sheet, pairs, label_width=72)
