"""Kept verdicts: one row for each injection, with the day until which it stands if nothing is recorded."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import NamedTuple

from cortitrack.db.database import Connection


class Kept(NamedTuple):
    """What lists ask of one verdict; flags are codes with spaces between them."""

    injection_id: int
    problem_id: int
    patient_id: int
    given_on: int
    kind: str
    failed: int
    reason: str | None
    durability: str | None
    provisional: int
    flags: str
    as_of: int
    stands_until: int | None
    since: int
    rule_set: str


_COLUMNS = ", ".join(Kept._fields)
_PUT = f"INSERT INTO verdicts ({_COLUMNS}) VALUES ({', '.join('?' * len(Kept._fields))})"
_STALE = "(v.stands_until < :today OR v.as_of > :today OR v.rule_set <> :rule_set)"


def put(c: Connection, kept: Iterable[tuple[object, ...]]) -> None:
    """Keep these verdicts; their injections have none."""
    c.executemany(_PUT, kept)


def drop(c: Connection, problem_ids: Iterable[int]) -> None:
    """Forget the verdicts of these problems."""
    c.executemany("DELETE FROM verdicts WHERE problem_id = :problem", [{"problem": p} for p in problem_ids])


def forget_all(c: Connection) -> None:
    """Forget all verdicts."""
    c.execute("DELETE FROM verdicts")


@contextmanager
def all_anew(c: Connection) -> Iterator[None]:
    """Forget all verdicts and put in new ones; their indexes are made at the end, which halves the time of putting."""
    forget_all(c)
    indexes = c.execute(
        "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'verdicts' AND sql IS NOT NULL"
    ).fetchall()
    for name, _ in indexes:
        c.execute(f"DROP INDEX {name}")
    yield
    for _, made in indexes:
        c.execute(made)


def every(c: Connection) -> Iterator[Kept]:
    """All kept verdicts, in order of injection."""
    return (Kept(*row) for row in c.execute(f"SELECT {_COLUMNS} FROM verdicts ORDER BY injection_id"))


def due(c: Connection, today: int, rule_set: str) -> list[tuple[int, int]]:
    """Person and problem of every verdict that no longer stands, and of every injection that has none yet."""
    return c.execute(
        f"SELECT v.patient_id, v.problem_id FROM verdicts v WHERE {_STALE} UNION "
        "SELECT p.patient_id, p.id FROM injections i JOIN problems p ON p.id = i.problem_id "
        "WHERE i.withdrawn_step IS NULL AND i.given_on <= :today "
        "AND i.id NOT IN (SELECT injection_id FROM verdicts) ORDER BY 1, 2",
        {"today": today, "rule_set": rule_set},
    ).fetchall()


def shadow(c: Connection) -> None:
    """Let a connection that may not write keep verdicts of its own, for as long as it is open."""
    c.execute("DROP TABLE IF EXISTS temp.verdicts")
    c.execute("CREATE TEMP TABLE verdicts AS SELECT * FROM main.verdicts")
    for column in ("injection_id", "problem_id", "kind"):
        c.execute(f"CREATE INDEX temp.own_verdicts_{column} ON verdicts ({column})")


def lift_shadow(c: Connection) -> None:
    """Look at the file's own verdicts again."""
    c.execute("DROP TABLE IF EXISTS temp.verdicts")


class Injected(NamedTuple):
    """An injection as the list of verdicts names it, with ids as they are shown."""

    injection_id: int
    problem_id: int
    patient_id: int
    shown_injection: str
    shown_problem: str
    shown_patient: str
    given_on: int
    site: str
    side: str
    drug: str
    dose_mg: str | None
    guidance: str | None


_INJECTED = (
    "SELECT i.id, p.id, p.patient_id, CAST(coalesce(i.archive_id, i.id) AS TEXT), "
    "CAST(coalesce(p.archive_id, p.id) AS TEXT), CAST(coalesce(n.archive_id, n.id) AS TEXT), "
    "i.given_on, p.site, p.side, i.drug, i.dose_mg, i.guidance "
    "FROM patients n JOIN problems p ON p.patient_id = n.id JOIN injections i ON i.problem_id = p.id "
    "WHERE i.withdrawn_step IS NULL AND i.given_on <= :as_of AND n.id IN (SELECT value FROM json_each(:people)) "
    "ORDER BY n.id, p.id, i.given_on, i.id"
)


def injected(c: Connection, people: str, as_of: int) -> list[Injected]:
    """The injections given by a day to these people (a JSON list of ids), person by person."""
    return [Injected(*row) for row in c.execute(_INJECTED, {"people": people, "as_of": as_of})]


_ENTRY_TABLES = (
    "pain_scores", "impressions", "injections", "procedures", "surgeries", "medications",
    "incidents", "therapy_sessions", "measures",
)  # fmt: skip


def shown_entries(c: Connection, entries: set[int]) -> dict[int, str]:
    """The archive ids of those of these entries that came from an archive."""
    found: dict[int, str] = {}
    for table in _ENTRY_TABLES:
        here = "archive_id IS NOT NULL AND withdrawn_step IS NULL"
        if c.execute(f"SELECT 1 FROM {table} WHERE {here} LIMIT 1").fetchone():
            rest = json.dumps(list(entries - found.keys()))
            rows = c.execute(
                f"SELECT id, archive_id FROM {table} WHERE {here} AND id IN (SELECT value FROM json_each(:ids))",
                {"ids": rest},
            )
            found.update(rows.fetchall())
    return found
