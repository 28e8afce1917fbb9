"""What the rules of safety and of the pathway see on one day: a problem, all else of the person, the verdicts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date
from functools import cached_property
from typing import Any, TypeVar

from cortitrack.domain.consultation import Consultation
from cortitrack.domain.medication import Medication
from cortitrack.domain.patient import Patient
from cortitrack.domain.problem import Problem
from cortitrack.domain.records import Fact, happened_on
from cortitrack.domain.red_flag import RedFlag, RedFlagKind
from cortitrack.domain.risk import Risk, RiskKind
from cortitrack.domain.surgery import Surgery
from cortitrack.domain.timeline import Timeline
from cortitrack.rules.exposure import Exposure, Place, of_injection, of_procedure, place_of
from cortitrack.rules.verdict import Verdict

F = TypeVar("F", bound=Fact)


@dataclass(frozen=True, kw_only=True)
class SafetyView:
    """One day's sight: `here` is the problem asked about, `others` the person's other problems. Made by `view_on`."""

    today: date
    here: Timeline
    others: tuple[Timeline, ...] = ()
    verdicts: Mapping[int, Verdict] = field(default_factory=dict)

    @property
    def patient(self) -> Patient:
        """The person."""
        return self.here.patient

    @property
    def problem(self) -> Problem:
        """The problem asked about."""
        return self.here.problem

    @property
    def place(self) -> Place:
        """Its site and side."""
        return place_of(self.problem)

    @cached_property
    def timelines(self) -> tuple[Timeline, ...]:
        """All problems at hand, the one asked about first."""
        return (self.here, *self.others)

    @cached_property
    def same_place(self) -> tuple[Timeline, ...]:
        """All problems of the same site and side."""
        return tuple(one for one in self.timelines if place_of(one.problem) == self.place)

    @cached_property
    def exposures(self) -> tuple[Exposure, ...]:
        """Every steroid through a needle, oldest first; of one day by id."""
        return tuple(sorted(_exposures(self.timelines), key=lambda one: (one.on, one.id)))

    @cached_property
    def risks(self) -> tuple[Risk, ...]:
        """The person's risks, each once, oldest first."""
        return _once(risk for one in self.timelines for risk in one.risks)

    @cached_property
    def medications(self) -> tuple[Medication, ...]:
        """The person's medicines, each once, oldest first."""
        return _once(medicine for one in self.timelines for medicine in one.medications)

    @cached_property
    def red_flags(self) -> tuple[RedFlag, ...]:
        """The looks for red flags at all problems, oldest first."""
        return _once(flag for one in self.timelines for flag in one.red_flags)

    @cached_property
    def surgeries_here(self) -> tuple[Surgery, ...]:
        """Operations at this site and side, planned and done, earliest first."""
        return _once(surgery for one in self.same_place for surgery in one.surgeries)

    def exposures_at(self, place: Place) -> tuple[Exposure, ...]:
        """What one joint got."""
        return tuple(one for one in self.exposures if one.place == place)

    def risks_of(self, *kinds: RiskKind) -> tuple[Risk, ...]:
        """The risks of these kinds that hold today."""
        return tuple(risk for risk in self.risks if risk.kind in kinds and risk.holds_on(self.today))

    def signs(self, *kinds: RedFlagKind) -> tuple[RedFlag, ...]:
        """The signs of these kinds that stand today, at any problem."""
        return tuple(flag for flag in self.red_flags if flag.flag in kinds and flag.stands_on(self.today))

    def on(self, day: date) -> SafetyView:
        """The same on another day: of an earlier one what had happened by then, of a later one no more than now."""
        if day < self.today:
            return view_on(day, self.here, self.others, self.verdicts)
        return replace(self, today=day) if day > self.today else self


def view_on(
    today: date, here: Timeline, others: Iterable[Timeline] = (), verdicts: Mapping[int, Verdict] | None = None
) -> SafetyView:
    """What is to be seen today: nothing that happened later, but operations that are planned."""
    return SafetyView(
        today=today,
        here=_seen(here, today),
        others=tuple(_seen(one, today) for one in others if one.problem.id != here.problem.id),
        verdicts=verdicts or {},
    )


def _seen(timeline: Timeline, today: date) -> Timeline:
    shorter: dict[str, Any] = {}
    for place in fields(Timeline):
        facts = getattr(timeline, place.name)
        if isinstance(facts, tuple):
            kept = tuple(_as_seen(fact, today) for fact in facts if _is_seen(fact, today))
            if kept != facts:
                shorter[place.name] = kept
    return replace(timeline, **shorter) if shorter else timeline


def _is_seen(fact: Fact, today: date) -> bool:
    if isinstance(fact, Surgery) and fact.planned:
        return True
    on = happened_on(fact)
    return on is None or on <= today


def _as_seen(fact: Fact, today: date) -> Fact:
    """A consultation that lies ahead has been asked for and no more."""
    if isinstance(fact, Consultation) and fact.seen_on is not None and fact.seen_on > today:
        return replace(fact, seen_on=None, outcome="")
    return fact


def _exposures(timelines: tuple[Timeline, ...]) -> Iterator[Exposure]:
    at_hand = {one.problem.id: place_of(one.problem) for one in timelines}
    injections = {injection.id: injection for one in timelines for injection in (*one.injections, *one.elsewhere)}
    for injection in injections.values():
        yield of_injection(injection, at_hand.get(injection.problem_id))
    for one in timelines:
        for procedure in one.procedures:
            found = of_procedure(procedure, one.problem)
            if found is not None:
                yield found


def _once(facts: Iterable[F]) -> tuple[F, ...]:
    by_id = {fact.id: fact for fact in facts}
    return tuple(sorted(by_id.values(), key=lambda fact: (happened_on(fact) or date.min, fact.id)))
