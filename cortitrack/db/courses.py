"""Many problems as plain numbers, one after the other: what the rules need to judge a clinic, with flat memory.

The same facts as `Timeline.course()`, without ever making the records themselves: scores, by far the most of the rows,
go from a covering index straight into their tuples.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from itertools import islice

from cortitrack.db.database import Connection
from cortitrack.domain.anatomy import Guidance
from cortitrack.domain.course import NO_SCORES, Asked, Course, EventKind, Given, Happened, Plain, Said
from cortitrack.domain.incident import IncidentKind
from cortitrack.domain.injection import NO_ANAESTHETIC
from cortitrack.domain.medication import MedicationClass
from cortitrack.domain.pain import ScoreKind
from cortitrack.domain.procedure import ProcedureKind
from cortitrack.domain.timeline import INCIDENT_EVENTS, medication_event, procedure_event

PEOPLE_AT_ONCE = 500

_PEOPLE = "SELECT value FROM json_each(:people)"
_JOINED = (
    "FROM problems p CROSS JOIN {table} t ON t.problem_id = p.id "
    f"WHERE p.patient_id IN ({_PEOPLE}) AND p.withdrawn_step IS NULL AND t.withdrawn_step IS NULL"
)
_PROBLEMS = (
    f"SELECT id, patient_id, primary_kind FROM problems WHERE patient_id IN ({_PEOPLE}) "
    "AND withdrawn_step IS NULL ORDER BY patient_id, id"
)
_OF_KIND = 'FROM pain_scores WHERE problem_id = ? AND kind = ? AND withdrawn_step IS NULL ORDER BY "on", id'
_SCORES = f'SELECT "on", tenths, id, at, phase, minutes_after {_OF_KIND}'
_MARKED = 1 << 40
_PACKED = (
    'SELECT "on" * 128 + tenths'
    f" + CASE WHEN phase IS NULL AND at IS NULL AND minutes_after IS NULL THEN 0 ELSE {_MARKED} END {_OF_KIND}"
)
"""A score's day and tenths in one number, above `_MARKED` where it says more than its day: half the cost of a row."""
_CURRENT_SCORES = (
    'SELECT p.id, t."on", t.tenths, t.id, t.at, t.phase, t.minutes_after '
    + _JOINED.format(table="pain_scores")
    + f" AND t.kind = '{ScoreKind.CURRENT.value}'"
)
_INJECTIONS = "SELECT p.id, t.id, t.given_on, t.given_at, t.anaesthetic, t.anaesthetic_ml, t.guidance " + _JOINED
_SAID = 'SELECT p.id, t."on", t.id, t.pgic, t.best_relief_percent, t.relief_weeks ' + _JOINED
_MEDICATIONS = (
    "SELECT patient_id, from_on, id, medication_class, problem_id FROM medications t "
    f"WHERE patient_id IN ({_PEOPLE}) AND withdrawn_step IS NULL"
)
_PROCEDURES = {kind.value: procedure_event(kind) for kind in ProcedureKind}
_MEDICINES = {kind.value: medication_event(kind) for kind in MedicationClass}
_INCIDENTS = {kind.value: INCIDENT_EVENTS[kind] for kind in IncidentKind if kind in INCIDENT_EVENTS}
_BY_IMAGE = frozenset(guidance.value for guidance in Guidance if guidance.by_image)
_STEROID = MedicationClass.SYSTEMIC_STEROID.value

_EVENTS: tuple[tuple[str, str, str, Callable[[str], EventKind]], ...] = (
    ("procedures", "t.kind", "", _PROCEDURES.__getitem__),
    ("surgeries", "''", "AND t.status IS NOT 'planned'", lambda _: EventKind.SURGERY),
    ("incidents", "t.kind", "AND t.kind IN ('fracture', 'trauma')", _INCIDENTS.__getitem__),
    ("therapy_sessions", "''", "AND t.attended IS NOT 0", lambda _: EventKind.THERAPY),
    ("measures", "''", "", lambda _: EventKind.MEASURE),
)


def of_problem(c: Connection, problem_id: int) -> Course | None:
    """One problem's course; None where there is no such problem."""
    row = c.execute(
        "SELECT patient_id FROM problems WHERE id = :id AND withdrawn_step IS NULL", {"id": problem_id}
    ).fetchone()
    if row is None:
        return None
    return next((course for course in of_people(c, row) if course.problem_id == problem_id), None)


def everyone(c: Connection) -> list[int]:
    """The ids of all who have a record, in order."""
    return [row[0] for row in c.execute("SELECT id FROM patients WHERE withdrawn_step IS NULL ORDER BY id")]


def of_people(c: Connection, patient_ids: Iterable[int], *, to_explain: bool = True) -> Iterator[Course]:
    """The courses of all problems of these people, person by person.

    Not `to_explain`: without the ids of scores and without current pain, in half the time; enough for `standings`.
    """
    rest = iter(patient_ids)
    while people := list(islice(rest, PEOPLE_AT_ONCE)):
        yield from _of_some(c, people, to_explain)


def _scores(c: Connection, problem_id: int, kind: str) -> tuple[Plain, tuple[Asked, ...]]:
    plain, marked = [], []
    for row in c.execute(_SCORES, (problem_id, kind)):
        if row[3] is None and row[4] is None and row[5] is None:
            plain.append(row[:3])
        else:
            marked.append(Asked(*row))
    return Plain(*zip(*plain, strict=True)) if plain else NO_SCORES, tuple(marked)


def _nameless_scores(c: Connection, problem_id: int, kind: str) -> tuple[Plain, tuple[Asked, ...]]:
    packed = [row[0] for row in c.execute(_PACKED, (problem_id, kind))]
    if packed and max(packed) >= _MARKED:
        return _scores(c, problem_id, kind)
    return Plain(tuple([n >> 7 for n in packed]), tuple([n & 127 for n in packed]), ()), ()


def _of_some(c: Connection, people: list[int], to_explain: bool) -> Iterator[Course]:
    some = {"people": json.dumps(people)}
    problems = c.execute(_PROBLEMS, some).fetchall()
    given = _injections(c, some)
    of_person: dict[int, list[int]] = defaultdict(list)
    for problem_id, patient_id, _ in problems:
        of_person[patient_id].append(problem_id)
    current = _current(c, some) if to_explain else {}
    said = _said(c, some)
    read = _scores if to_explain else _nameless_scores
    events, medicines = _events(c, some), _medicines(c, some)
    for problem_id, patient_id, kind in problems:
        own = given.get(problem_id, [])
        elsewhere = [g for other in of_person[patient_id] if other != problem_id for g in given.get(other, ())]
        plain, marked = read(c, problem_id, kind)
        yield Course(
            problem_id=problem_id,
            patient_id=patient_id,
            injections=tuple(own),
            plain=plain,
            marked=marked,
            current=tuple(current.get(problem_id, ())),
            said=tuple(said.get(problem_id, ())),
            events=(
                *[Happened(g.on, g.id, EventKind.INJECTION) for g in own],
                *[Happened(g.on, g.id, EventKind.INJECTION_ELSEWHERE) for g in elsewhere],
                *events.get(problem_id, ()),
                *[event for event, of in medicines.get(patient_id, ()) if of is None or of == problem_id],
            ),
        )


def _current(c: Connection, some: dict[str, str]) -> dict[int, list[Asked]]:
    found: dict[int, list[Asked]] = defaultdict(list)
    for problem_id, *cells in c.execute(_CURRENT_SCORES, some):
        found[problem_id].append(Asked(*cells))
    return found


def _injections(c: Connection, some: dict[str, str]) -> dict[int, list[Given]]:
    found: dict[int, list[Given]] = defaultdict(list)
    for problem_id, entry, on, minute, anaesthetic, ml, guidance in c.execute(
        _INJECTIONS.format(table="injections") + " ORDER BY t.given_on, t.id", some
    ):
        named = anaesthetic.strip().casefold()
        numb = named not in NO_ANAESTHETIC or (named == "" and ml is not None and Decimal(ml) != 0)
        found[problem_id].append(Given(entry, on, minute, numb, guidance in _BY_IMAGE))
    return found


def _said(c: Connection, some: dict[str, str]) -> dict[int, list[Said]]:
    found: dict[int, list[Said]] = defaultdict(list)
    for problem_id, on, entry, pgic, relief, weeks in c.execute(_SAID.format(table="impressions"), some):
        both = relief is not None and weeks is not None
        found[problem_id].append(
            Said(
                on,
                entry,
                pgic,
                int(Decimal(relief) * 10) if both else None,
                int(Decimal(weeks) * 10) if both else None,
            )
        )
    return found


def _events(c: Connection, some: dict[str, str]) -> dict[int, list[Happened]]:
    found: dict[int, list[Happened]] = defaultdict(list)
    for table, kind, which, event in _EVENTS:
        for problem_id, on, entry, what in c.execute(
            f'SELECT p.id, t."on", t.id, {kind} {_JOINED.format(table=table)} {which}', some
        ):
            found[problem_id].append(Happened(on, entry, event(what)))
    return found


def _medicines(c: Connection, some: dict[str, str]) -> dict[int, list[tuple[Happened, int | None]]]:
    """Each person's medicines with the problem they count for; None: for all of the person's problems."""
    found: dict[int, list[tuple[Happened, int | None]]] = defaultdict(list)
    for patient_id, on, entry, kind, problem_id in c.execute(_MEDICATIONS, some):
        counts_for = None if kind == _STEROID else problem_id
        found[patient_id].append((Happened(on, entry, _MEDICINES[kind]), counts_for))
    return found
