"""Who did what: steps, each one transaction, and the lines that say what a step did. Only ever added to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import cast

from cortitrack.db.database import Connection
from cortitrack.db.rows import from_text, to_text
from cortitrack.db.tables import TABLES
from cortitrack.domain.records import Fact, RecordKind, kind_of
from cortitrack.domain.steps import Act, Did, Step, TrailLine

_STEP = "s.id, s.at, s.by, s.did, s.kind, s.count, s.undoes"
CLINIC = "clinic"
RULE_SET = "rule_set"
FIRST = 1  # the step that made the clinic


@dataclass(frozen=True, slots=True)
class Line:
    """One line as undo reads it; `kind` may also be the clinic's own card, `former` is still text."""

    act: Act
    kind: str
    record_id: int | None
    patient_id: int | None
    count: int
    former: str | None


def add_step(
    c: Connection,
    at: datetime,
    by: str,
    did: Did,
    kind: RecordKind | None,
    count: int,
    undoes: int | None = None,
) -> int:
    """Begin a step; return its id."""
    cursor = c.execute(
        "INSERT INTO steps (at, by, did, kind, count, undoes) VALUES (:at, :by, :did, :kind, :count, :undoes)",
        {
            "at": at.isoformat(timespec="seconds"),
            "by": by,
            "did": did.value,
            "kind": kind.value if kind else None,
            "count": count,
            "undoes": undoes,
        },
    )
    return int(cursor.lastrowid or 0)


def next_step(c: Connection) -> int:
    """The id of the step that will be added at the end of this transaction, when it is known what it did."""
    c.execute("PRAGMA defer_foreign_keys = ON")
    return int(c.execute("SELECT coalesce(max(id), 0) + 1 FROM steps").fetchone()[0])


def note(c: Connection, step: int, act: Act, fact: Fact, patient_id: int, former: Fact | None = None) -> None:
    """Add the line for one record."""
    text = to_text(kind_of(former), former) if former is not None else None
    _add(c, step, Line(act, kind_of(fact).value, fact.id, patient_id, 1, text))


def note_again(c: Connection, step: int, act: Act, line: Line) -> None:
    """Add a line about whatever another line is about."""
    _add(c, step, Line(act, line.kind, line.record_id, line.patient_id, line.count, None))


def note_many(c: Connection, step: int, act: Act, kind: str, count: int, former: str | None = None) -> None:
    """Add one line for all records of a kind that the step touched, or for what is no record."""
    _add(c, step, Line(act, kind, None, None, count, former))


def _add(c: Connection, step: int, line: Line) -> None:
    c.execute(
        "INSERT INTO trail (step, act, kind, record_id, patient_id, count, former) "
        "VALUES (:step, :act, :kind, :record_id, :patient_id, :count, :former)",
        {
            "step": step,
            "act": line.act.value,
            "kind": line.kind,
            "record_id": line.record_id,
            "patient_id": line.patient_id,
            "count": line.count,
            "former": line.former,
        },
    )


def step_of(row: Sequence[object]) -> Step:
    """The step in the first cells of a row that was selected as `_STEP`."""
    step_id, at, by, did, kind, count, undoes = row[:7]
    return Step(
        id=int(str(step_id)),
        at=datetime.fromisoformat(str(at)),
        by=str(by),
        did=Did(str(did)),
        kind=RecordKind(str(kind)) if kind is not None else None,
        count=int(str(count)),
        undoes=int(str(undoes)) if undoes is not None else None,
    )


def step(c: Connection, step_id: int) -> Step | None:
    """One step."""
    row = c.execute(f"SELECT {_STEP} FROM steps s WHERE s.id = :id", {"id": step_id}).fetchone()
    return step_of(row) if row else None


def last_to_redo(c: Connection) -> Step | None:
    """The last undoing that can itself be undone: nothing but undoings came after it."""
    for row in c.execute(f"SELECT {_STEP} FROM steps s ORDER BY s.id DESC"):
        found = step_of(row)
        if found.did is not Did.UNDID or found.undoes is None:
            return None
        undone = step(c, found.undoes)
        if undone is not None and undone.did is not Did.UNDID and not is_undone(c, found.id):
            return found
    return None


def _last_undoing(c: Connection, step_id: int) -> int | None:
    row = c.execute("SELECT max(id) FROM steps WHERE undoes = :id", {"id": step_id}).fetchone()
    return cast("int | None", row[0])


def is_undone(c: Connection, step_id: int) -> bool:
    """Whether the step's doing is taken back: its last undoing is itself not undone."""
    undoing = _last_undoing(c, step_id)
    return undoing is not None and not is_undone(c, undoing)


def last_done_by(c: Connection, step_id: int) -> int:
    """The step that did last what this one does: itself, or where it was undone and redone, the redoing."""
    undoing = _last_undoing(c, step_id)
    redoing = None if undoing is None else _last_undoing(c, undoing)
    return step_id if redoing is None else last_done_by(c, redoing)


def last_to_undo(c: Connection) -> Step | None:
    """The last step that can be undone: no undoing, and not undone."""
    steps = c.execute(f"SELECT {_STEP} FROM steps s WHERE s.did NOT IN ('undid', 'rules') ORDER BY s.id DESC")
    for row in steps:
        if row[0] != FIRST and not is_undone(c, row[0]):
            return step_of(row)
    return None


def lines_of(c: Connection, step_id: int) -> list[Line]:
    """What a step did, in the order in which it did it."""
    rows = c.execute(
        "SELECT act, kind, record_id, patient_id, count, former FROM trail WHERE step = :step ORDER BY id",
        {"step": step_id},
    )
    return [Line(Act(row[0]), *row[1:]) for row in rows]


def history(c: Connection, kind: RecordKind, record_id: int) -> list[TrailLine]:
    """Every line about one record, oldest first; the line of an import stands for all it brought."""
    table = TABLES[kind].name
    steps = " UNION ".join(
        f"SELECT {column} FROM {table} WHERE id = :id" for column in ("step", "withdrawn_step", "restored_step")
    )
    rows = c.execute(
        f"SELECT {_STEP}, l.act, l.record_id, l.patient_id, l.count, l.former "
        "FROM trail l JOIN steps s ON s.id = l.step WHERE l.kind = :kind "
        f"AND (l.record_id = :id OR (l.record_id IS NULL AND l.step IN ({steps}))) ORDER BY l.id",
        {"kind": kind.value, "id": record_id},
    )
    return [_told(kind, row) for row in rows]


def _told(kind: RecordKind, row: Sequence[object]) -> TrailLine:
    act, record_id, patient_id, count, former = row[7:]
    return TrailLine(
        step=step_of(row),
        act=Act(str(act)),
        kind=kind,
        record_id=cast("int | None", record_id),
        patient_id=cast("int | None", patient_id),
        count=int(str(count)),
        former=from_text(kind, str(former)) if former is not None else None,
    )
