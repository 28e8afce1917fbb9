"""The ledger of steroid: per joint and per person how often, when last, when next at the earliest, how much in all.

No high-quality evidence fixes a safe yearly number or dose: whoever shows a total says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_UP, Decimal
from fractions import Fraction

from cortitrack.domain.injection import Injection
from cortitrack.domain.medication import MedicationClass
from cortitrack.rules.doses import TABLES_VERSION
from cortitrack.rules.exposure import Exposure, Place, of_injection
from cortitrack.rules.ruleset import RuleSet, interval_days
from cortitrack.rules.safety_view import SafetyView


@dataclass(frozen=True, slots=True)
class Total:
    """Milligrams of methylprednisolone that the known doses equal, and how many entries are not in it."""

    mg: Fraction
    without_dose: int
    entries: tuple[int, ...]
    unknown: tuple[int, ...]

    @property
    def shown_mg(self) -> Decimal:
        """The milligrams to a tenth, rounded up so that a total above a limit never reads as the limit."""
        return rounded_up(self.mg)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of the ledger: a joint, or the whole person (`place` None)."""

    place: Place | None
    window_days: int
    count: int
    last_on: date | None
    earliest_next_on: date | None
    total: Total
    earliest_arthroplasty_on: date | None
    entries: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """The person's line, and one for each joint that has a problem or got a steroid.

    `systemic_courses` are oral and intramuscular steroids of the window: their doses are text and not in any total.
    """

    person: Line
    joints: tuple[Line, ...]
    systemic_courses: tuple[int, ...]
    table_version: str = TABLES_VERSION

    def at(self, place: Place) -> Line | None:
        """The line of one joint."""
        return next((line for line in self.joints if line.place == place), None)


def ledger(view: SafetyView, rules: RuleSet, planned: Injection | None = None) -> Ledger:
    """The ledger as of the view's day; with `planned` as it would stand once that injection is given."""
    exposures = _with(view, planned)
    today = max(view.today, planned.given_on) if planned else view.today
    known = {*_places(view), *(one.place for one in exposures if one.place is not None)}
    window = rules.values["count_window_days"]
    return Ledger(
        person=_line(None, exposures, today, rules),
        joints=tuple(_line(place, exposures, today, rules) for place in sorted(known)),
        systemic_courses=tuple(
            one.id
            for one in view.medications
            if one.medication_class is MedicationClass.SYSTEMIC_STEROID
            and (one.to_on is None or (today - one.to_on).days < window)
        ),
    )


def within(exposures: Iterable[Exposure], until: date, days: int) -> list[Exposure]:
    """Those of a rolling window of `days` days that ends with the day `until`."""
    return [one for one in exposures if 0 <= (until - one.on).days < days]


def total_of(exposures: Iterable[Exposure]) -> Total:
    """What they equal together; a dose that is not known is not zero but unknown."""
    everything = list(exposures)
    return Total(
        mg=sum((one.equivalent for one in everything if one.equivalent is not None), Fraction(0)),
        without_dose=sum(one.equivalent is None for one in everything),
        entries=tuple(one.id for one in everything),
        unknown=tuple(one.id for one in everything if one.equivalent is None),
    )


def rounded_up(mg: Fraction) -> Decimal:
    """Milligrams to a tenth, rounded up."""
    return (Decimal(mg.numerator) / Decimal(mg.denominator)).quantize(Decimal("0.1"), ROUND_UP).normalize() + 0


def _with(view: SafetyView, planned: Injection | None) -> tuple[Exposure, ...]:
    if planned is None:
        return view.exposures
    kept = [one for one in view.exposures if one.id != planned.id]
    return tuple(sorted((*kept, of_injection(planned, view.place)), key=lambda one: (one.on, one.id)))


def _places(view: SafetyView) -> list[Place]:
    return [Place(one.problem.site, one.problem.side) for one in view.timelines]


def _line(place: Place | None, exposures: Sequence[Exposure], today: date, rules: RuleSet) -> Line:
    mine = [one for one in exposures if place is None or one.place == place]
    window = rules.values["count_window_days"]
    recent = within(mine, today, window)
    last = mine[-1].on if mine else None
    wait = timedelta(days=rules.values["arthroplasty_wait_days"])
    return Line(
        place=place,
        window_days=window,
        count=len(recent),
        last_on=last,
        earliest_next_on=None
        if last is None or place is None
        else last + timedelta(days=interval_days(rules, "alert", place.site)),
        total=total_of(recent),
        earliest_arthroplasty_on=None if last is None or place is None else last + wait,
        entries=tuple(one.id for one in recent),
    )
