"""The queries behind Today: which injections wait for a score, which failed ones for a decision."""

from __future__ import annotations

from typing import NamedTuple

from cortitrack.db.database import Connection


class Waiting(NamedTuple):
    """One injection on a list."""

    patient_id: int
    problem_id: int
    injection_id: int
    given_name: str
    family_name: str
    phone: str
    site: str
    side: str
    given_on: int
    kind: str
    reason: str | None
    durability: str | None
    flags: str
    since: int


_SELECT = (
    "SELECT n.id, p.id, v.injection_id, n.given_name, n.family_name, n.phone, p.site, p.side, "
    "v.given_on, v.kind, v.reason, v.durability, v.flags, v.since "
    "FROM verdicts v JOIN problems p ON p.id = v.problem_id JOIN patients n ON n.id = p.patient_id "
    "WHERE p.closed_on IS NULL AND v.given_on BETWEEN :earliest AND :latest "
    "AND NOT EXISTS (SELECT 1 FROM injections later WHERE later.problem_id = v.problem_id "
    "AND later.given_on > v.given_on AND later.withdrawn_step IS NULL)"
)
_SCORED = (
    "EXISTS (SELECT 1 FROM pain_scores s WHERE s.problem_id = v.problem_id AND s.kind = p.primary_kind "
    'AND s.withdrawn_step IS NULL AND s."on" BETWEEN v.given_on + :first AND v.given_on + :last)'
)


def without_score(c: Connection, kinds: str, earliest: int, latest: int, first: int, last: int) -> list[Waiting]:
    """Injections given between two days, with such a verdict, and no score on days `first` … `last` after them.

    `kinds` is a JSON list of verdict kinds.
    """
    rows = c.execute(
        f"{_SELECT} AND v.kind IN (SELECT value FROM json_each(:kinds)) AND NOT {_SCORED}",
        {"kinds": kinds, "earliest": earliest, "latest": latest, "first": first, "last": last},
    )
    return [Waiting(*row) for row in rows]


def _none_since(table: str, day: str) -> str:
    return (
        f"AND NOT EXISTS (SELECT 1 FROM {table} d WHERE d.problem_id = v.problem_id "
        f"AND d.{day} >= v.since AND d.withdrawn_step IS NULL) "
    )


_UNDECIDED = (
    f"{_SELECT} AND v.kind IN (SELECT value FROM json_each(:kinds)) "
    "AND NOT EXISTS (SELECT 1 FROM overrides o WHERE o.injection_id = v.injection_id AND o.withdrawn_step IS NULL) "
    + _none_since("procedures", '"on"')
    + _none_since("surgeries", '"on"')
    + _none_since("imaging", '"on"')
    + _none_since("measures", '"on"')
    + _none_since("medications", "from_on")
    # A course of therapy that ran already is no answer to the failure; one that began since is.
    + "AND NOT (EXISTS (SELECT 1 FROM therapy_sessions d WHERE d.problem_id = v.problem_id "
    'AND d."on" >= v.since AND d.withdrawn_step IS NULL) '
    "AND NOT EXISTS (SELECT 1 FROM therapy_sessions d WHERE d.problem_id = v.problem_id "
    'AND d."on" >= v.given_on AND d."on" < v.since AND d.withdrawn_step IS NULL))'
)


def undecided(c: Connection, kinds: str, earliest: int, latest: int) -> list[Waiting]:
    """Injections with such a verdict after which nothing was done and nobody put down a judgement."""
    rows = c.execute(_UNDECIDED, {"kinds": kinds, "earliest": earliest, "latest": latest})
    return [Waiting(*row) for row in rows]


def followed_up(c: Connection, earliest: int, latest: int, first: int, last: int) -> tuple[int, int]:
    """Of the injections given between two days: those with a score on days `first` … `last`, and all."""
    row = c.execute(
        f"SELECT coalesce(sum({_SCORED}), 0), count(*) FROM injections v JOIN problems p ON p.id = v.problem_id "
        "WHERE v.withdrawn_step IS NULL AND v.given_on BETWEEN :earliest AND :latest",
        {"earliest": earliest, "latest": latest, "first": first, "last": last},
    ).fetchone()
    return int(row[0]), int(row[1])
