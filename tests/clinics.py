"""Made-up clinics in temporary files, with a clock that tests can turn and facts of every kind."""

import random
import typing
from collections.abc import Callable
from dataclasses import dataclass, field, fields
from datetime import date, datetime, time, timedelta, timezone
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from types import NoneType

from hypothesis import strategies as st

from cortitrack.domain.anatomy import Side, Site
from cortitrack.domain.clinic import Clinic
from cortitrack.domain.errors import Invalid
from cortitrack.domain.injection import Drug, Injection
from cortitrack.domain.instruments import INSTRUMENTS
from cortitrack.domain.pain import PainScore, ScoreKind
from cortitrack.domain.patient import Patient
from cortitrack.domain.problem import Problem
from cortitrack.domain.records import FACT_TYPES, Fact, RecordKind
from cortitrack.services.bench import Bench
from cortitrack.services.clinics import create, open_clinic
from cortitrack.services.desk import Desk

ZONE = timezone(timedelta(hours=1))
TODAY = date(2026, 3, 4)
_CHANCE = random.Random(7)  # one for all: two openings of a file at the same moment must not make the same ids


@dataclass
class Clock:
    """The day and time it is in a test."""

    moment: datetime = field(default=datetime(2026, 3, 4, 9, 12, tzinfo=ZONE))

    def __call__(self) -> datetime:
        return self.moment

    def go_to(self, day: date) -> None:
        self.moment = datetime.combine(day, time(9, 12), ZONE)


def bench(clock: Clock | None = None, user: str = "anna") -> Bench:
    return Bench(now=clock or Clock(), random_bits=_CHANCE.getrandbits, user=user, fonts=Path("fonts-of-nobody"))


def new_clinic(path: Path, clock: Clock | None = None) -> Desk:
    return create(path, Clinic(name="Hill Clinic", call_back="0700 1"), bench(clock))


def reopened(path: Path, clock: Clock | None = None, *, read_only: bool = False) -> Desk:
    return open_clinic(path, bench(clock), read_only=read_only)


def patient(desk: Desk, family_name: str = "Ardal", **more: typing.Any) -> Patient:
    return Patient(id=desk.record.new_id(), family_name=family_name, **{"birth_date": date(1960, 2, 29)} | more)


def problem(desk: Desk, of: Patient, site: Site = Site.KNEE, **more: typing.Any) -> Problem:
    return Problem(id=desk.record.new_id(), patient_id=of.id, site=site, **{"side": Side.RIGHT} | more)


def injection(desk: Desk, into: Problem, given_on: date, **more: typing.Any) -> Injection:
    return Injection(id=desk.record.new_id(), problem_id=into.id, given_on=given_on, **{"drug": Drug.OTHER} | more)


def score(desk: Desk, of: Problem, on: date, tenths: int, **more: typing.Any) -> PainScore:
    return PainScore(id=desk.record.new_id(), problem_id=of.id, on=on, tenths=tenths, **more)


def course(desk: Desk, of: Problem, given_on: date, answers: dict[int, int]) -> tuple[Injection, list[PainScore]]:
    """An injection and the answers of days counted from it."""
    scores = [score(desk, of, given_on + timedelta(day), tenths) for day, tenths in answers.items()]
    return injection(desk, of, given_on), scores


def person_with_a_failed_injection(desk: Desk) -> tuple[Patient, Problem, Injection]:
    """One knee in which relief was gone by six weeks."""
    someone = patient(desk)
    knee = problem(desk, someone, diagnosis="osteoarthritis")
    given, scores = course(desk, knee, TODAY - timedelta(50), {-1: 80, 14: 30, 45: 75})
    desk.record.add(someone, knee, given, *scores)
    return someone, knee, given


# --- facts at random ------------------------------------------------------------------------------

IDS = st.integers(1, 2**63 - 1)
TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12)
DAYS = st.dates(date(1990, 1, 1), TODAY)
MINUTES = st.builds(time, st.integers(0, 23), st.integers(0, 59))
AMOUNTS = st.decimals(0, 100, places=1, allow_nan=False)
PLACES = {"patient_id": 1, "problem_id": 2, "injection_id": 3}
BOUNDED = {
    "tenths": (0, 100), "minutes_after": (0, 1440), "pgic": (1, 7), "painful_sites": (0, 100),
    "number_in_series": (1, 100), "sessions_planned": (0, 1000), "sets": (0, 1000), "repetitions": (0, 10_000),
    "seconds": (0, 36_000),
}  # fmt: skip
MEASURED = {"hours_a_day": (0, 24), "height_cm": (30, 280), "degrees": (-90, 360)}
UNITS = st.sampled_from(["", "kg", "%", "INR"])
WORDED = {"family_name", "drug", "why", "clinician", "who", "role", "exercise", "movement", "note"}


def facts(kind: RecordKind, **fixed: st.SearchStrategy[typing.Any]) -> st.SearchStrategy[Fact]:
    """Valid facts of a kind, every field filled in or not."""
    fact_type = FACT_TYPES[kind]
    hints = typing.get_type_hints(fact_type)
    cells = {f.name: fixed[f.name] if f.name in fixed else _values(f.name, hints[f.name]) for f in fields(fact_type)}
    made = st.fixed_dictionaries(cells).map(lambda values: _made(fact_type, values))
    return made.filter(lambda fact: fact is not None).map(lambda fact: typing.cast(Fact, fact))


def _made(fact_type: Callable[..., Fact], values: dict[str, typing.Any]) -> Fact | None:
    try:
        return fact_type(**values)
    except Invalid:
        return None


def _values(name: str, hint: typing.Any) -> st.SearchStrategy[typing.Any]:
    parts = [part for part in typing.get_args(hint) if part is not NoneType]
    kept = parts[0] if parts else hint
    if name in PLACES:
        found: st.SearchStrategy[typing.Any] = st.just(PLACES[name])
    elif name in BOUNDED:
        found = st.integers(*BOUNDED[name])
    elif name in MEASURED:
        found = st.decimals(*MEASURED[name], places=1, allow_nan=False)
    elif name == "unit":
        return UNITS
    elif name == "instrument":
        return st.sampled_from(sorted(INSTRUMENTS))
    elif issubclass(kept, StrEnum):
        found = st.sampled_from(list(kept))
    else:
        found = {int: IDS, date: DAYS, time: MINUTES, Decimal: AMOUNTS, bool: st.booleans(), str: TEXTS}[kept]
    if kept is str and name in WORDED:
        found = found.filter(str.strip)
    return st.none() | found if NoneType in typing.get_args(hint) else found


PRIMARY_KINDS = (ScoreKind.AVERAGE, ScoreKind.WORST, ScoreKind.CURRENT)
