"""What the response chart has to draw, as plain marks on days; nothing here knows a pixel."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from cortitrack.domain.medication import Medication, MedicationClass
from cortitrack.domain.pain import PainScore, ScoreKind, Source
from cortitrack.domain.records import Fact, Recorded, happened_on, kind_of
from cortitrack.domain.therapy_plan import TherapyPlan
from cortitrack.domain.timeline import Timeline
from cortitrack.words.figures import day as day_words
from cortitrack.words.labels import heading, label
from cortitrack.words.phrases import entry_value, entry_what
from cortitrack.words.tongue import t

LATE_AFTER_DAYS = 7
BATCH = 5  # so many entries put down at one moment came from a file or a diary, not from memory
TOP = 10


class Shape(StrEnum):
    """How a mark in a lane looks; the shape says what it is, colour only helps."""

    BAR = "bar"
    STEROID_BAR = "steroid_bar"
    SESSION = "session"
    MISSED = "missed"
    PROCEDURE = "procedure"
    SURGERY = "surgery"
    PLANNED = "planned"
    INCIDENT = "incident"
    ELSEWHERE = "elsewhere"
    MEASURE = "measure"
    VISIT = "visit"


class LaneMark(NamedTuple):
    """One mark of a lane, from a day to a day (ordinals); `open_end` where it goes on."""

    shape: Shape
    first: int
    last: int
    open_end: bool
    fact: Fact


class Lane(NamedTuple):
    """One lane below the curve."""

    name: str
    marks: list[LaneMark]


class ScoreMark(NamedTuple):
    """One answer on its day (ordinal); `beside` counts equal answers of that day drawn before it."""

    on: int
    value: float
    hollow: bool
    beside: int
    fact: PainScore


def score_marks(timeline: Timeline, scores: Iterable[PainScore]) -> list[ScoreMark]:
    """The scores as marks, oldest first."""
    batches = Counter(r.at for r in timeline.recorded.values())
    seen: Counter[tuple[date, int]] = Counter()
    marks = []
    for score in scores:
        late = _is_late(score, timeline.recorded.get(score.id), batches)
        marks.append(ScoreMark(score.on.toordinal(), score.tenths / 10, late, seen[score.on, score.tenths], score))
        seen[score.on, score.tenths] += 1
    return marks


def _is_late(score: PainScore, recorded: Recorded | None, batches: Counter) -> bool:  # type: ignore[type-arg]
    if score.source is Source.RECALLED:
        return True
    if recorded is None or batches[recorded.at] >= BATCH:
        return False
    return (recorded.at.date() - score.on).days > LATE_AFTER_DAYS


def other_kinds(timeline: Timeline) -> list[ScoreKind]:
    """The kinds of pain that were asked besides the deciding one."""
    return [
        kind
        for kind in ScoreKind
        if kind is not timeline.problem.primary_kind and any(s.kind is kind for s in timeline.scores)
    ]


def lanes(timeline: Timeline, today: date, first: int, last: int) -> list[Lane]:
    """The lanes that have something between two days: what weighs most comes first."""
    found: dict[str, list[LaneMark]] = {}
    for name, mark in _all_marks(timeline, today):
        if mark.first <= last and mark.last >= first:
            found.setdefault(name, []).append(mark)
    return [Lane(name, marks) for name, marks in found.items()]


def _all_marks(timeline: Timeline, today: date) -> Iterator[tuple[str, LaneMark]]:
    yield from _events(timeline)
    yield from _plans(timeline.therapy_plans, today)
    yield from _medicines(timeline.medications, today)
    for measure in timeline.measures:
        on, name = measure.on.toordinal(), heading(label(measure.kind))
        if measure.to_on:
            yield name, LaneMark(Shape.BAR, on, measure.to_on.toordinal(), False, measure)
        else:
            yield name, LaneMark(Shape.MEASURE, on, on, False, measure)


def _events(timeline: Timeline) -> Iterator[tuple[str, LaneMark]]:
    for surgery in timeline.surgeries:
        shape = Shape.PLANNED if surgery.planned else Shape.SURGERY
        yield heading(label(surgery.kind)), _at(shape, surgery)
    for procedure in timeline.procedures:
        yield heading(label(procedure.kind)), _at(Shape.PROCEDURE, procedure)
    for incident in timeline.incidents:
        yield heading(label(incident.kind)), _at(Shape.INCIDENT, incident)
    for injection in timeline.elsewhere:
        yield t("Injection elsewhere"), _at(Shape.ELSEWHERE, injection)
    for session in timeline.sessions:
        shape = Shape.MISSED if session.attended is False else Shape.SESSION
        yield heading(label(session.kind)), _at(shape, session)

    visits: list[Fact] = [*timeline.reassessments, *timeline.consultations, *timeline.talks]
    for visit in visits:
        yield heading(label(kind_of(visit))), _at(Shape.VISIT, visit)
    for picture in timeline.imaging:
        yield heading(label(picture.modality)), _at(Shape.VISIT, picture)
    looked_at: list[Fact] = [*timeline.exercises, *timeline.motions]
    for look in looked_at:
        yield heading(label(kind_of(look))), _at(Shape.MEASURE, look)


def _plans(plans: Sequence[TherapyPlan], today: date) -> Iterator[tuple[str, LaneMark]]:
    for plan in plans:
        on = plan.from_on.toordinal()
        last = plan.to_on.toordinal() if plan.to_on else max(on, today.toordinal())
        yield t("Plan of {therapy}", therapy=label(plan.kind)), LaneMark(Shape.BAR, on, last, plan.to_on is None, plan)


def _at(shape: Shape, fact: Fact) -> LaneMark:
    on = (happened_on(fact) or date.min).toordinal()
    return LaneMark(shape, on, on, False, fact)


def _medicines(medications: Sequence[Medication], today: date) -> Iterator[tuple[str, LaneMark]]:
    steroid = MedicationClass.SYSTEMIC_STEROID
    for medicine in sorted(medications, key=lambda m: (m.medication_class is not steroid, m.from_on, m.id)):
        shape = Shape.STEROID_BAR if medicine.medication_class is steroid else Shape.BAR
        on = medicine.from_on.toordinal()
        last = medicine.to_on.toordinal() if medicine.to_on else max(on, today.toordinal())
        yield heading(medicine.drug), LaneMark(shape, on, last, medicine.to_on is None, medicine)


def spoken(fact: Fact, day_zero: int | None) -> str:
    """A mark as it is read out: 26 January 2026, day 14: Average pain 3."""
    on = happened_on(fact) or date.min
    when = day_words(on)
    if day_zero is not None:
        when = t("{date}, day {n}", date=when, n=on.toordinal() - day_zero)
    said = " ".join(part for part in (entry_what(fact), entry_value(fact)) if part)
    return t("{when}: {what}", when=when, what=said)
