"""The clinic's own rule sets, each a dated version; the last one is in force, and none means the program's own."""

from __future__ import annotations

import json
from typing import NamedTuple

from cortitrack.db.database import Connection


class KeptRules(NamedTuple):
    """One version: the numbers in which the clinic departs from the program's defaults."""

    version: str
    since: int
    own: tuple[tuple[str, int], ...]
    why: str
    changed_by: str


_SELECT = "SELECT version, since, own, why, changed_by FROM rule_sets"


def last(c: Connection) -> KeptRules | None:
    """The version in force."""
    row = c.execute(f"{_SELECT} ORDER BY id DESC LIMIT 1").fetchone()
    return _kept(*row) if row else None


def every(c: Connection) -> list[KeptRules]:
    """All versions, the oldest first."""
    return [_kept(*row) for row in c.execute(f"{_SELECT} ORDER BY id")]


def put(c: Connection, rules: KeptRules, step: int) -> None:
    """Let a new version stand."""
    c.execute(
        "INSERT INTO rule_sets (version, since, own, why, changed_by, step) "
        "VALUES (:version, :since, :own, :why, :changed_by, :step)",
        rules._asdict() | {"own": json.dumps(dict(rules.own)), "step": step},
    )


def _kept(version: str, since: int, own: str, why: str, changed_by: str) -> KeptRules:
    return KeptRules(version, since, tuple(json.loads(own).items()), why, changed_by)
