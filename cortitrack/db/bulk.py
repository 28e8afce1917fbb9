"""Many records at once, as plain cells: what an import puts in and an export takes out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from cortitrack.db.database import Connection
from cortitrack.db.rows import Cell
from cortitrack.db.tables import OF_A_PATIENT, OF_AN_INJECTION, TABLES
from cortitrack.domain.records import RecordKind

Cells = tuple[Cell, ...]
LARGEST_ID = 2**63 - 1


class Named(NamedTuple):
    """A person, problem or injection that other records may name."""

    id: int
    patient_id: int
    earliest: int  # the day before which nothing can have happened to it: birth, or the injection's own day
    withdrawn: bool


class Known(NamedTuple):
    """A record of the clinic: its id, and its cells in the order asked for."""

    id: int
    cells: Cells


def column(field: str) -> str:
    """The column's name as SQL wants it."""
    return '"on"' if field == "on" else field


def is_empty(c: Connection, kind: RecordKind) -> bool:
    """Whether there is no record of this kind, withdrawn or not."""
    return c.execute(f"SELECT 1 FROM {TABLES[kind].name} LIMIT 1").fetchone() is None


_NAMED = {
    RecordKind.PATIENT: "SELECT coalesce(t.archive_id, t.id), t.id, t.id, t.birth_date, {gone} FROM patients t",
    RecordKind.PROBLEM: (
        "SELECT coalesce(t.archive_id, t.id), t.id, p.id, p.birth_date, {gone} FROM problems t "
        "JOIN patients p ON p.id = t.patient_id"
    ),
    RecordKind.INJECTION: (
        "SELECT coalesce(t.archive_id, t.id), t.id, r.patient_id, t.given_on, {gone} FROM injections t "
        "JOIN problems r ON r.id = t.problem_id"
    ),
}
_BY_A_PERSON = "t.withdrawn_step IS NOT NULL AND s.did <> 'undid'"


def named(c: Connection, kind: RecordKind) -> dict[str, Named]:
    """Every record of a kind that others may name, by the id under which an archive knows it.

    What a person withdrew is among them, marked so; what an undo took back is not.
    """
    select = _NAMED[kind].format(gone=_BY_A_PERSON)
    rows = c.execute(
        f"{select} LEFT JOIN steps s ON s.id = t.withdrawn_step "
        "WHERE t.withdrawn_step IS NULL OR s.did <> 'undid' "
        "ORDER BY t.withdrawn_step IS NULL"  # a living record is read last and so stands
    )
    return {str(row[0]): Named(row[1], row[2], row[3], bool(row[4])) for row in rows}


def withdrawn(c: Connection, kind: RecordKind) -> set[str]:
    """The ids, as an archive knows them, of what a person withdrew and nothing has replaced."""
    rows = c.execute(
        f"SELECT coalesce(t.archive_id, t.id) FROM {TABLES[kind].name} t "
        f"JOIN steps s ON s.id = t.withdrawn_step WHERE {_BY_A_PERSON}"
    )
    return {str(row[0]) for row in rows}


def known(c: Connection, kind: RecordKind, archive_ids: Iterable[str], fields: Sequence[str]) -> dict[str, Known]:
    """The clinic's records that an archive means by these ids: by the id they came with, else by their own."""
    c.execute("CREATE TEMP TABLE IF NOT EXISTS wanted (archive_id TEXT PRIMARY KEY, own INTEGER)")
    c.execute("DELETE FROM wanted")
    c.executemany("INSERT INTO wanted VALUES (?, ?)", ((name, _own(name)) for name in archive_ids))
    cells = ", ".join(f"t.{column(field)}" for field in fields)
    # CROSS JOIN: the few that are wanted are looked up one by one, the many that are there are never walked.
    select = f"SELECT w.archive_id, t.id, {cells} FROM wanted w CROSS JOIN {TABLES[kind].name} t"
    own = c.execute(f"{select} WHERE t.id = w.own AND t.archive_id IS NULL AND t.withdrawn_step IS NULL")
    found = {row[0]: Known(row[1], row[2:]) for row in own}
    kept = c.execute(
        f"{select} WHERE t.archive_id = w.archive_id AND t.archive_id IS NOT NULL AND t.withdrawn_step IS NULL"
    )
    found.update((row[0], Known(row[1], row[2:])) for row in kept)
    return found


def _own(name: str) -> int | None:
    if not (name.isascii() and name.isdigit() and len(name) <= len(str(LARGEST_ID))):
        return None
    number = int(name)
    return number if number <= LARGEST_ID and str(number) == name else None


def insert(c: Connection, kind: RecordKind, fields: Sequence[str], step: int, rows: Iterable[tuple[Cell, ...]]) -> None:
    """Put in rows of id, archive id and the cells of `fields`."""
    names = ", ".join(map(column, fields))
    marks = ", ".join("?" * len(fields))
    c.executemany(
        f"INSERT INTO {TABLES[kind].name} (id, archive_id, step, {names}) VALUES (?, ?, {int(step)}, {marks})",
        rows,
    )


def update(c: Connection, kind: RecordKind, fields: Sequence[str], step: int, rows: Iterable[tuple[Cell, ...]]) -> None:
    """Let rows of the cells of `fields` and then the id stand in place of what they were."""
    names = ", ".join(f"{column(field)} = ?" for field in fields)
    c.executemany(f"UPDATE {TABLES[kind].name} SET {names}, corrected_step = {int(step)} WHERE id = ?", rows)


def taken_out(
    c: Connection, kind: RecordKind, references: dict[str, RecordKind], fields: Sequence[str], patient_id: int | None
) -> Iterator[Cells]:
    """All records of a kind that are not withdrawn: id and references as they are known outside, then the cells.

    In the order of their outside ids, which is the same in every clinic that holds these records.
    """
    joins, shown = "", ["coalesce(t.archive_id, CAST(t.id AS TEXT))"]
    for field, other in references.items():
        alias = f"r_{field}"
        joins += f" LEFT JOIN {TABLES[other].name} {alias} ON {alias}.id = t.{field}"
        shown.append(f"coalesce({alias}.archive_id, CAST({alias}.id AS TEXT))")
    cells = [f"t.{column(field)}" for field in fields]
    where = "t.withdrawn_step IS NULL"
    if patient_id is not None:
        where += f" AND {_OF_PATIENT.get(kind, _THROUGH_PROBLEM)}"
    rows = c.execute(
        f"SELECT {', '.join(shown + cells)} FROM {TABLES[kind].name} t{joins} WHERE {where} ORDER BY 1",
        {} if patient_id is None else {"patient": patient_id},
    )
    yield from rows


_THROUGH_PROBLEM = "t.problem_id IN (SELECT id FROM problems WHERE patient_id = :patient)"
_OF_PATIENT = {
    RecordKind.PATIENT: "t.id = :patient",
    RecordKind.PROBLEM: "t.patient_id = :patient",
    **dict.fromkeys(OF_A_PATIENT, "t.patient_id = :patient"),
    **dict.fromkeys(
        OF_AN_INJECTION,
        "t.injection_id IN (SELECT i.id FROM injections i JOIN problems r ON r.id = i.problem_id "
        "WHERE r.patient_id = :patient)",
    ),
}
