"""What a made-up clinic records of the pathway and of safety, from lines written beside the courses."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from cortitrack.domain.records import DAY_FIELDS, FACT_TYPES, Fact, RecordKind
from cortitrack.exchange.cells import read_date
from cortitrack.exchange.layout import LAYOUTS, Layout
from cortitrack.services.demo_people import lines_of

_MAY_LIE_AHEAD = "to_on"


@dataclass(frozen=True, slots=True)
class Written:
    """One record of a course: on which day from the injection, of what kind, with which cells."""

    day: int
    kind: RecordKind
    cells: dict[str, str]


@dataclass(frozen=True, slots=True)
class Played:
    """A course that has been played: whose it is and what its records may name."""

    name: str
    given_on: date
    places: dict[str, int]  # patient_id, problem_id, injection_id


def written(folder: Path) -> dict[str, list[Written]]:
    """The lines of `pathways.txt` by the course to which they belong."""
    found: dict[str, list[Written]] = defaultdict(list)
    for line in lines_of(folder / "pathways.txt"):
        course, day, kind, *cells = (part.strip() for part in line.split("|"))
        named = dict(cell.split("=", 1) for cell in cells)
        found[course].append(Written(int(day), RecordKind(kind), named))
    return dict(found)


def records(lines: list[Written], played: Played, new_id: Callable[[], int], as_of: date) -> list[tuple[date, Fact]]:
    """The records of one course as far as they have happened, each with the day on which it was put down."""
    kept = []
    for line in lines:
        on = played.given_on + timedelta(days=line.day)
        number = new_id()
        if on <= as_of:
            kept.append((max(on, played.given_on), _fact(line, on, number, played, as_of)))
    return kept


def _fact(line: Written, on: date, number: int, played: Played, as_of: date) -> Fact:
    layout = LAYOUTS[line.kind]
    values: dict[str, Any] = {reference.field: played.places[reference.field] for reference in layout.references}
    values[DAY_FIELDS[line.kind]] = on
    return FACT_TYPES[line.kind](id=number, **values, **_cells(layout, line, played.given_on, as_of))


def _cells(layout: Layout, line: Written, given_on: date, as_of: date) -> dict[str, Any]:
    columns = {column.name: column for column in layout.columns}
    found: dict[str, Any] = {}
    for name, cell in line.cells.items():
        column = columns[name]
        if column.read is not read_date:
            found[column.field] = column.read(name, cell)
        elif (on := given_on + timedelta(days=int(cell))) <= as_of or name == _MAY_LIE_AHEAD:
            found[column.field] = on
    return found
