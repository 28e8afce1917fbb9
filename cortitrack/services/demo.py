"""A clinic of made-up people in which every verdict occurs; the same seed and day give the same clinic."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import cycle, groupby
from pathlib import Path
from random import Random

from cortitrack.db import facts, patients, trail
from cortitrack.db.database import Connection
from cortitrack.domain.clinic import Clinic
from cortitrack.domain.errors import Invalid, Why
from cortitrack.domain.ids import IdMaker
from cortitrack.domain.injection import Injection
from cortitrack.domain.problem import Problem
from cortitrack.domain.records import Fact, RecordKind, kind_of
from cortitrack.domain.steps import Act, Did
from cortitrack.services import clinics, demo_courses, demo_pathways
from cortitrack.services.bench import Bench
from cortitrack.services.demo_courses import Script
from cortitrack.services.demo_people import People
from cortitrack.services.demo_records import Entries
from cortitrack.services.desk import Desk
from cortitrack.services.judging import Progress

CLINIC = Clinic(
    name="Harbour Steps Clinic (made up)",
    address="1 Harbour Steps\nWestmere",
    call_back="+44 1632 960001",
    email="desk@harboursteps.example",
    clinician="Dr Lind",
    made_up=True,
)
TOGETHER = 500  # people whose steps are put in order of time at once
NOTHING_EACH = 10  # one person in so many has come for nothing yet
_STEROID = "systemic_steroid"  # touches every problem of its person


@dataclass(frozen=True, slots=True)
class Made:
    """How much was made up."""

    patients: int
    injections: int


def make(
    path: Path,
    bench: Bench,
    folder: Path,
    *,
    patients: int = 40,
    seed: int = 1,
    as_of: date | None = None,
    progress: Progress | None = None,
) -> Made:
    """Make the clinic at `path`, from the names and courses in `folder`.

    Raises:
        Invalid: `as_of` lies in the future.
        StorageTrouble: there is something at `path` already, or the disk does not take it.
    """
    day = as_of or bench.today
    if day > bench.today:
        raise Invalid("as_of", Why.FUTURE, value=day, today=bench.today)
    desk = clinics.create(path, CLINIC, bench)
    try:
        made = _Maker(desk, folder, seed, day).fill(patients, progress)
    except BaseException:
        desk.close()
        path.unlink()
        path.with_name(path.name + ".lock").unlink(missing_ok=True)
        raise
    desk.close()
    return made


class _Maker:
    """Fills one clinic."""

    def __init__(self, desk: Desk, folder: Path, seed: int, as_of: date) -> None:
        random = Random(seed)
        self._desk = desk
        self._random = random
        self._as_of = as_of
        self._zone = desk.bench.now().tzinfo
        self._people = People(folder, random, as_of)
        self._scripts = demo_courses.written(folder)
        self._pathways = demo_pathways.written(folder)
        midnight = datetime.combine(as_of, time(), UTC)
        self._new_id = IdMaker(lambda: midnight, random.getrandbits)
        later = midnight + timedelta(hours=1)
        self._chance = Random(f"pathways {seed}")  # its own: what the courses draw stays as it was
        self._new_later_id = IdMaker(lambda: later, self._chance.getrandbits)

    def fill(self, people: int, progress: Progress | None) -> Made:
        """Make all people with their records, in one transaction."""
        plans = self._plans(people)
        injections = 0
        with self._desk.database.writing() as c:
            for start in range(0, people, TOGETHER):
                entries = [self._person(plan) for plan in plans[start : start + TOGETHER]]
                injections += sum(isinstance(fact, Injection) for one in entries for _, fact in one.kept)
                self._put_down(c, entries)
                if progress is not None:
                    progress(min(start + TOGETHER, people), people)
        return Made(people, injections)

    def _plans(self, people: int) -> list[list[Script]]:
        """What happens to whom: the written courses first, then as life goes; some have nothing."""
        plans: list[list[Script]] = [[] for _ in range(people)]
        with_something = [place for place in range(people) if place % NOTHING_EACH != NOTHING_EACH - 1]
        alone = [script for script in self._scripts if any(event.what == _STEROID for event in script.events)]
        others = [script for script in self._scripts if script not in alone]
        plans[0] += alone
        for script, place in zip(others, cycle(with_something[1:] or [0]), strict=False):
            plans[place].append(script)
        for place in with_something[1:]:
            if not plans[place] or self._random.random() < 0.3:
                plans[place].append(demo_courses.drawn(self._random, self._elsewhere(plans[place])))
        return plans

    def _elsewhere(self, plan: list[Script]) -> Script:
        taken = {script.place[:2] for script in plan}
        free = [script for script in self._scripts if script.place[:2] not in taken]
        return self._random.choice(free)

    def _person(self, plan: list[Script]) -> Entries:
        patient = self._people.next(self._new_id())
        entries = Entries(patient.id, self._new_id, self._random, self._as_of)
        for script in plan:
            played = entries.play(script, self._day_of(script))
            lines = self._pathways.get(script.name, [])
            entries.later += demo_pathways.records(lines, played, self._new_later_id, self._as_of)
        first = min((on for on, _ in entries.kept), default=self._as_of - timedelta(days=self._random.randrange(1, 90)))
        entries.kept.insert(0, (first, patient))
        return entries

    def _day_of(self, script: Script) -> date:
        """A working day in the script's range of ages."""
        first, last = script.age
        on = self._as_of - timedelta(days=self._random.randrange(first, last + 1))
        weekend = on.weekday() - 4 if on.weekday() > 4 else 0
        moved = on - timedelta(days=weekend)
        return moved if (self._as_of - moved).days <= last else on + timedelta(days=3 - weekend)

    # --- putting down ---------------------------------------------------------------------------

    def _put_down(self, c: Connection, some: list[Entries]) -> None:
        """Each person's entries of one day are one step, in order of time."""
        steps = sorted((step for one in some for step in self._steps(one)), key=lambda step: step[0])
        for at, patient_id, new in steps:
            kinds = {kind_of(fact) for fact in new}
            kind = kinds.pop() if len(kinds) == 1 else None
            step = trail.add_step(c, at, "Dr Lind", Did.ADDED, kind, len(new))
            for fact in new:
                facts.insert(c, fact, step)
                trail.note(c, step, Act.ADDED, fact, patient_id)
        people = [one.patient_id for one in some]
        problems = {fact.id for one in some for _, fact in one.kept if isinstance(fact, Problem)}
        self._desk.judging.keep(c, people, problems)
        patients.refresh(c, people)

    def _steps(self, one: Entries) -> Iterator[tuple[datetime, int, list[Fact]]]:
        for on, group in _by_day(one.kept):
            minute = self._random.randrange(8 * 60, 17 * 60) if on < self._as_of else 7 * 60
            yield self._at(on, minute), one.patient_id, group
        for on, group in _by_day(one.later):
            minute = self._chance.randrange(17 * 60, 18 * 60) if on < self._as_of else 7 * 60 + 1
            yield self._at(on, minute), one.patient_id, group

    def _at(self, on: date, minute: int) -> datetime:
        return datetime.combine(on, time(minute // 60, minute % 60), self._zone)


def _by_day(kept: list[tuple[date, Fact]]) -> Iterator[tuple[date, list[Fact]]]:
    in_order = sorted(kept, key=lambda entry: (entry[0], _ORDER[kind_of(entry[1])], entry[1].id))
    for on, group in groupby(in_order, key=lambda entry: entry[0]):
        yield on, [fact for _, fact in group]


_ORDER = {kind: place for place, kind in enumerate(RecordKind)}
