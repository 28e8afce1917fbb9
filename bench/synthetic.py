"""A large made-up clinic for measuring: the real schema, filled by plain `executemany`, with no verdict kept yet.

python -m bench.synthetic FILE [PEOPLE]
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Iterator
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

from cortitrack.db import clinic, patients, trail
from cortitrack.db.database import Connection, create_file
from cortitrack.domain.anatomy import Side, Site
from cortitrack.domain.clinic import Clinic
from cortitrack.domain.injection import Drug
from cortitrack.domain.steps import Act, Did

TODAY = date(2026, 3, 4)
NOW = datetime(2026, 3, 4, 9, 12, tzinfo=timezone(timedelta(hours=1)))
INJECTIONS_EACH = 3
SCORE_DAYS = (-14, -3, -1, 0, 0, 3, 7, 10, 14, 21, 28, 35, 42, 49, 63, 77, 84, 98, 112, 150)  # 20 for an injection
YEARS_BACK = 8
FIRST_ID = 400_000_000_000_000_000
FAMILIES = ("Ardal", "Brenik", "Corvey", "Dunmar", "Estol", "Farrow", "Gantri", "Hollin", "Ismar", "Jorvik", "Kessin",
            "Lomere", "Mirval", "Norrin", "Ostrel", "Pellan", "Quarry", "Rostan", "Selwin", "Tarnow", "Ulven", "Vintar",
            "Wexel", "Yarden", "Zemlin")  # fmt: skip
ENDINGS = ("", "son", "ska", "berg", "aux", "ez", "ini", "ova")
GIVEN = ("Ada", "Benno", "Cleo", "Dario", "Elin", "Fynn", "Greta", "Hugo", "Ines", "Jano", "Kira", "Levi", "Mila",
         "Nilo", "Olga", "Pavel", "Runa", "Simo", "Tessa", "Urs", "Vera", "Wim", "Yara", "Zeno")  # fmt: skip
DIAGNOSES = ("osteoarthritis", "frozen shoulder", "subacromial bursitis", "trigger finger", "gluteal tendinopathy",
             "carpal tunnel", "plantar fasciitis", "tennis elbow")  # fmt: skip
SITES = (Site.KNEE, Site.SHOULDER, Site.HIP, Site.FINGER, Site.TROCHANTER, Site.ELBOW, Site.HEEL, Site.LUMBAR_SPINE)
Row = tuple[object, ...]


def make(path: Path, people: int = 20_000, seed: int = 1) -> Path:
    """Make a clinic of so many people, three injections each and twenty scores for each injection."""
    rng = random.Random(seed)
    with create_file(path) as database, database.writing() as c:
        step = trail.add_step(c, NOW, "bench", Did.CLINIC, None, 1)
        clinic.put(c, Clinic(name="Bench", made_up=True), step)
        step = trail.add_step(c, NOW, "bench", Did.IMPORTED, None, people)
        trail.note_many(c, step, Act.ADDED, "patient", people)
        _fill(c, rng, people, step)
    return path


class _Ids:
    def __init__(self) -> None:
        self._last = FIRST_ID

    def __call__(self) -> int:
        self._last += 4099
        return self._last


def _fill(c: Connection, rng: random.Random, people: int, step: int) -> None:
    new = _Ids()
    someone = list(_people(rng, people, step, new))
    c.executemany(
        "INSERT INTO patients (id, family_name, given_name, birth_date, sex, record_number, phone, email, address, "
        "language, allergies, conditions, note, step) VALUES (?, ?, ?, ?, ?, ?, ?, '', '', '', '', '', '', ?)",
        someone,
    )
    places = [place for person in someone for place in _problems(rng, person, step, new)]
    c.executemany(
        "INSERT INTO problems (id, patient_id, site, side, diagnosis, icd10, primary_kind, note, step) "
        "VALUES (?, ?, ?, ?, ?, '', 'average', '', ?)",
        places,
    )
    given = list(_injections(rng, places, step, new))
    c.executemany(
        "INSERT INTO injections (id, problem_id, given_on, given_at, target, drug, dose_mg, anaesthetic, guidance, "
        "approach, operator, lot, adverse, note, step) "
        "VALUES (?, ?, ?, ?, 'joint', ?, '40', ?, ?, '', '', '', '', '', ?)",
        given,
    )
    c.executemany(
        'INSERT INTO pain_scores (id, problem_id, "on", kind, phase, minutes_after, tenths, scale, source, note, step) '
        "VALUES (?, ?, ?, ?, ?, ?, ?, 'nrs', 'clinic', '', ?)",
        _scores(rng, given, step, new),
    )
    c.executemany(
        "INSERT INTO impressions (id, problem_id, \"on\", pgic, note, step) VALUES (?, ?, ?, ?, '', ?)",
        ((new(), row[1], _day(row, 42), rng.randint(1, 7), step) for row in given if rng.random() < 0.3),
    )
    c.executemany(
        'INSERT INTO therapy_sessions (id, problem_id, "on", kind, attended, therapist, content, note, step) '
        "VALUES (?, ?, ?, 'pt', 1, '', '', '', ?)",
        ((new(), row[1], _day(row, 20), step) for row in given if rng.random() < 0.3),
    )
    c.executemany(
        'INSERT INTO procedures (id, problem_id, "on", kind, target, product, steroid, note, step) '
        "VALUES (?, ?, ?, 'hyaluronic_acid', '', '', '', '', ?)",
        ((new(), row[1], _day(row, 60), step) for row in given if rng.random() < 0.05),
    )
    patients.refresh(c, [int(str(person[0])) for person in someone])


def _people(rng: random.Random, people: int, step: int, new: _Ids) -> Iterator[Row]:
    for number in range(people):
        family = rng.choice(FAMILIES) + rng.choice(ENDINGS)
        born = TODAY.toordinal() - rng.randint(25 * 365, 90 * 365)
        sex = rng.choice(("female", "male"))
        yield new(), family, rng.choice(GIVEN), born, sex, f"R{number:06d}", f"0700 {number:06d}", step


def _problems(rng: random.Random, person: Row, step: int, new: _Ids) -> Iterator[Row]:
    for side in rng.sample((Side.LEFT, Side.RIGHT), rng.randint(1, 2)):
        place = rng.randrange(len(SITES))
        yield new(), person[0], SITES[place].value, side.value, DIAGNOSES[place], step


def _injections(rng: random.Random, places: list[Row], step: int, new: _Ids) -> Iterator[Row]:
    of_person: dict[object, list[Row]] = {}
    for place in places:
        of_person.setdefault(place[1], []).append(place)
    drugs = [drug.value for drug in Drug]
    for own in of_person.values():
        day = TODAY.toordinal() - rng.randint(0, YEARS_BACK * 365)
        for _ in range(INJECTIONS_EACH):
            place = rng.choice(own)
            numb = "lidocaine 1 %" if rng.random() < 0.7 else ""
            guidance = rng.choice(("ultrasound", "none", "fluoroscopy", None))
            yield new(), place[0], day, 600, rng.choice(drugs), numb, guidance, step
            day = max(day - rng.randint(120, 500), TODAY.toordinal() - 20 * 365)


def _day(injection: Row, days: int) -> int:
    return min(int(str(injection[2])) + days, TODAY.toordinal())


def _scores(rng: random.Random, given: list[Row], step: int, new: _Ids) -> Iterator[Row]:
    """Nine in ten are of average pain; two around the needle are of current pain."""
    today = TODAY.toordinal()
    for row in given:
        on = int(str(row[2]))
        before = rng.randint(35, 95)
        relief, lasts = rng.randint(0, 60), rng.randint(10, 200)
        for place, days in enumerate(SCORE_DAYS):
            day = on + days
            if day > today:
                day, days = on - 400 - place, -400  # what lies ahead is an older score instead: the count stays
            eased = relief if 7 < days < lasts else 0
            tenths = min(100, max(0, before - eased + rng.randint(-8, 8)))
            kind, phase, minutes = "average", None, None
            if days == 0:
                kind, phase, minutes = ("current", "pre", None) if place == 3 else ("current", "anaesthetic", 20)
            yield new(), row[1], day, kind, phase, minutes, tenths, step


if __name__ == "__main__":
    started = time.perf_counter()
    made = make(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 20_000)
    print(f"{made.name}: {made.stat().st_size / 1e6:.0f} MB in {time.perf_counter() - started:.1f} s")
