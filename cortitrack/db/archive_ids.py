"""The ids under which records are shown: those of the archive they came from, else their own."""

from __future__ import annotations

from collections.abc import Iterator

from cortitrack.db.database import Connection
from cortitrack.db.tables import TABLES
from cortitrack.domain.records import RecordKind

LARGEST = 2**63 - 1


def shown(c: Connection, kind: RecordKind, record_id: int) -> str:
    """The id under which a record is shown."""
    row = c.execute(f"SELECT archive_id FROM {TABLES[kind].name} WHERE id = :id", {"id": record_id}).fetchone()
    return str(record_id) if row is None or row[0] is None else str(row[0])


def resolve(c: Connection, kind: RecordKind, text: str) -> int | None:
    """The record that is shown under this id and is not withdrawn."""
    table = TABLES[kind].name
    row = c.execute(
        f"SELECT id FROM {table} WHERE archive_id = :text AND withdrawn_step IS NULL", {"text": text}
    ).fetchone()
    if row is None and text.isascii() and text.isdigit() and int(text) <= LARGEST:
        row = c.execute(
            f"SELECT id FROM {table} WHERE id = :id AND archive_id IS NULL AND withdrawn_step IS NULL",
            {"id": int(text)},
        ).fetchone()
    return row[0] if row else None


def every(c: Connection, kind: RecordKind) -> Iterator[tuple[str, int]]:
    """Every id that is shown, with the record's own; of those not withdrawn."""
    yield from c.execute(
        f"SELECT CAST(coalesce(archive_id, id) AS TEXT), id FROM {TABLES[kind].name} WHERE withdrawn_step IS NULL"
    )
