"""What happens to made-up people: courses written so that every verdict occurs, and others drawn as life goes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

from cortitrack.services.demo_people import lines_of

WAYS = ("lasts", "fades", "partly", "never", "worsens")
_WEIGHTS = (50, 18, 14, 13, 5)
# How much of the baseline is left at each visit, by how it goes.
_LEFT: dict[str, tuple[float, ...]] = {
    "lasts": (0.5, 0.35, 0.35, 0.45, 0.5),
    "fades": (0.35, 0.7, 0.95, 1.0, 1.0),
    "partly": (0.75, 0.75, 0.8, 0.85, 0.9),
    "never": (1.0, 1.0, 0.95, 1.0, 1.05),
    "worsens": (1.1, 1.3, 1.35, 1.3, 1.3),
}
_VISITS = (14, 42, 84, 182, 365)
_NEXT_INJECTION = 150


@dataclass(frozen=True, slots=True)
class Event:
    """Something on a day, counted from the injection."""

    day: int
    what: str
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Script:
    """One injection and what happened around it; `age` is how many days ago it was given, first to last."""

    name: str
    age: tuple[int, int]
    place: tuple[str, str, str]  # site, side, target
    syringe: tuple[str, str, str, str]  # drug, mg, anaesthetic, guidance
    diagnosis: str
    events: tuple[Event, ...]


def written(folder: Path) -> list[Script]:
    """The courses of `courses.txt`, in its order."""
    return [_script(line) for line in lines_of(folder / "courses.txt")]


def _script(line: str) -> Script:
    name, ages, place, syringe, diagnosis, events = (part.strip() for part in line.split("|"))
    first, last = ages.split()
    site, side, target = place.split()
    drug, dose, anaesthetic, guidance = syringe.split()
    return Script(
        name=name,
        age=(int(first), int(last)),
        place=(site, side, target),
        syringe=(drug, dose, "" if anaesthetic == "-" else anaesthetic, guidance),
        diagnosis=diagnosis,
        events=tuple(_event(text) for text in events.split(";")),
    )


def _event(text: str) -> Event:
    day, what, *values = text.split()
    return Event(int(day), what, tuple(values))


def drawn(random: Random, like: Script) -> Script:
    """A course as life goes, at the place and with the syringe of `like`."""
    way = random.choices(WAYS, _WEIGHTS)[0]
    baseline = random.randrange(9, 19) / 2
    events = [Event(-random.randrange(0, 12), "avg", (f"{baseline:g}",))]
    for visit, left in zip(_VISITS, _LEFT[way], strict=True):
        if random.random() < 0.22:  # did not come, did not answer
            continue
        value = min(10.0, max(0.0, round(baseline * left * 2 + random.gauss(0, 1.2)) / 2))
        day = visit + random.randrange(-4, 9)
        events.append(Event(day, "avg", (f"{value:g}",)))
        events += _beside(random, day, value, left)
    if way in ("fades", "partly") and random.random() < 0.4:
        events.append(Event(_NEXT_INJECTION + random.randrange(60), "inj"))
    if random.random() < 0.4:
        events.append(Event(random.randrange(5, 30), random.choice(("pt", "pt", "ot", "home")), ("5",)))
    if random.random() < 0.3:
        events.append(Event(random.randrange(-40, 60), random.choice(("nsaid", "analgesic", "brace", "exercise"))))
    if random.random() < 0.3:
        events.append(Event(-random.randrange(5, 90), random.choice(("xray", "ultrasound", "mri")), ("other",)))
    return replace(like, name=f"drawn_{way}", age=(25, 800), events=tuple(events))


def _beside(random: Random, day: int, value: float, left: float) -> list[Event]:
    """What is asked at the same visit, sometimes."""
    events = []
    if random.random() < 0.35:
        pgic = 2 if left < 0.6 else 3 if left < 0.9 else 4 if left <= 1.05 else 6
        events.append(Event(day, "pgic", (str(pgic),)))
    if random.random() < 0.25:
        events.append(Event(day, random.choice(("night", "worst", "activity")), (f"{min(10.0, value + 1.5):g}",)))
    return events
