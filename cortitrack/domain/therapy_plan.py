"""What therapy was planned, which exercises belong to it, and how far the place moves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from cortitrack.domain.checks import LINE, LONG, amount, dated, in_order, required, text_fits, within
from cortitrack.domain.therapy import TherapyKind


@dataclass(frozen=True, slots=True, kw_only=True)
class TherapyPlan:
    """A course of therapy from a day on; without an end it goes on still."""

    id: int
    problem_id: int
    from_on: date
    kind: TherapyKind
    aim: str = ""
    sessions_planned: int | None = None
    home_programme: str = ""
    manual_therapy: str = ""
    to_on: date | None = None
    adherence_percent: Decimal | None = None
    note: str = ""

    def __post_init__(self) -> None:
        dated(from_on=self.from_on, to_on=self.to_on)
        in_order(self.from_on, "to_on", self.to_on)
        within("sessions_planned", self.sessions_planned, 0, 1000)
        amount("adherence_percent", self.adherence_percent, 0, 100, places=1)
        text_fits(LINE, manual_therapy=self.manual_therapy)
        text_fits(LONG, aim=self.aim, home_programme=self.home_programme, note=self.note)


@dataclass(frozen=True, slots=True, kw_only=True)
class Exercise:
    """One exercise as it was done or set on a day, with its load and how it goes."""

    id: int
    problem_id: int
    on: date
    exercise: str
    sets: int | None = None
    repetitions: int | None = None
    load: Decimal | None = None
    load_unit: str = ""
    progress: str = ""
    note: str = ""

    def __post_init__(self) -> None:
        dated(on=self.on)
        required("exercise", self.exercise)
        within("sets", self.sets, 0, 1000)
        within("repetitions", self.repetitions, 0, 10_000)
        amount("load", self.load, 0, 10_000, places=2)
        text_fits(LINE, exercise=self.exercise, load_unit=self.load_unit)
        text_fits(LONG, progress=self.progress, note=self.note)


@dataclass(frozen=True, slots=True, kw_only=True)
class Motion:
    """How far one movement went, in degrees; below zero where it does not reach the neutral position."""

    id: int
    problem_id: int
    on: date
    movement: str
    degrees: Decimal
    passive: bool | None = None
    note: str = ""

    def __post_init__(self) -> None:
        dated(on=self.on)
        required("movement", self.movement)
        amount("degrees", self.degrees, -90, 360, places=1)
        text_fits(LINE, movement=self.movement)
        text_fits(LONG, note=self.note)
