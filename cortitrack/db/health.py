"""Is a clinic's file whole?"""

from __future__ import annotations

from dataclasses import dataclass

from cortitrack.db.database import Connection, Database
from cortitrack.db.tables import TABLES
from cortitrack.domain.records import RecordKind

MOST = 20  # findings after which nobody needs more


@dataclass(frozen=True, slots=True, kw_only=True)
class Health:
    """What was found; `findings` is empty for a whole file. Counts are of records that are not withdrawn."""

    findings: tuple[str, ...]
    schema: int
    counts: dict[RecordKind, int]
    steps: int

    @property
    def whole(self) -> bool:
        """Whether nothing is wrong."""
        return not self.findings


def examine(database: Database) -> Health:
    """Read every page and follow every reference."""
    with database.reading() as c:
        said = [row[0] for row in c.execute(f"PRAGMA integrity_check({MOST})")]
        findings = [] if said == ["ok"] else said
        findings += [
            f"{table} {row}: refers to nothing in {parent}"
            for table, row, parent, _ in c.execute("PRAGMA foreign_key_check").fetchmany(MOST)
        ]
        return Health(
            findings=tuple(findings),
            schema=c.execute("PRAGMA user_version").fetchone()[0],
            counts={kind: _count(c, table.name) for kind, table in TABLES.items()},
            steps=c.execute("SELECT count(*) FROM steps").fetchone()[0],
        )


def _count(c: Connection, table: str) -> int:
    return int(c.execute(f"SELECT count(*) FROM {table} WHERE withdrawn_step IS NULL").fetchone()[0])
