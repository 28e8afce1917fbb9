"""How a step is taken back: each line of its trail turned round, the last one first."""

from __future__ import annotations

from cortitrack.db import clinic as clinic_card
from cortitrack.db import facts, trail
from cortitrack.db.database import Connection
from cortitrack.db.rows import from_text
from cortitrack.db.trail import Line
from cortitrack.domain.errors import Invalid, Why
from cortitrack.domain.records import RecordKind
from cortitrack.domain.steps import Act


def take_back(c: Connection, undone: int, step: int) -> set[int]:
    """Turn round what the step `undone` did, as part of `step`; return the people whose records were corrected back."""
    people: set[int] = set()
    restored: dict[RecordKind, int] | None = None
    for line in reversed(trail.lines_of(c, undone)):
        if line.kind == trail.CLINIC:
            _clinic_back(c, line, step)
        elif line.act is Act.CORRECTED:
            _correct_back(c, line, undone, step)
            people.add(line.patient_id or 0)
        elif line.act is Act.WITHDREW:
            if restored is None:
                restored = facts.restore(c, undone, step)
            trail.note_again(c, step, Act.RESTORED, line)
        else:
            _withdraw(c, line, undone, step)
            trail.note_again(c, step, Act.WITHDREW, line)
    return people


def _withdraw(c: Connection, line: Line, undone: int, step: int) -> None:
    kind = RecordKind(line.kind)
    if line.record_id is not None:
        facts.withdraw(c, kind, line.record_id, step)
    elif line.act is Act.ADDED:
        facts.withdraw_added(c, kind, undone, step)
    else:
        facts.withdraw_restored(c, kind, undone, step)


def _correct_back(c: Connection, line: Line, undone: int, step: int) -> None:
    kind, record_id = RecordKind(line.kind), line.record_id or 0
    now = facts.get(c, kind, record_id)
    if now is None or line.former is None:
        raise Invalid("id", Why.NOBODY, value=record_id)
    if facts.corrected_in(c, kind, record_id) != undone:
        raise Invalid("id", Why.STALE, kind=kind, id=record_id)
    former = from_text(kind, line.former)
    facts.update(c, former, step)
    trail.note(c, step, Act.CORRECTED, former, line.patient_id or 0, now)


def _clinic_back(c: Connection, line: Line, step: int) -> None:
    now = clinic_card.get(c)
    trail.note_many(c, step, Act.CORRECTED, trail.CLINIC, 1, clinic_card.to_text(now))
    clinic_card.put(c, clinic_card.from_text(line.former or ""), step)
