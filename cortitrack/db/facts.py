"""The record's rows: put in, corrected, withdrawn, brought back. Nothing is deleted."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from typing import cast

from cortitrack.db.database import Connection
from cortitrack.db.rows import Cell, columns, from_row, insertion, names, to_row
from cortitrack.db.tables import OF_A_PATIENT, OF_A_PROBLEM, OF_AN_INJECTION, TABLES
from cortitrack.domain.errors import Invalid, Why
from cortitrack.domain.records import Fact, RecordKind, kind_of


def get(c: Connection, kind: RecordKind, record_id: int) -> Fact | None:
    """One fact that is not withdrawn."""
    row = c.execute(
        f"SELECT {names(kind)} FROM {TABLES[kind].name} WHERE id = :id AND withdrawn_step IS NULL",
        {"id": record_id},
    ).fetchone()
    return from_row(kind, row) if row else None


def insert(c: Connection, fact: Fact, step: int, archive_id: str | None = None) -> None:
    """Put in a new fact."""
    kind = kind_of(fact)
    row: dict[str, Cell] = to_row(kind, fact)
    c.execute(insertion(kind), row | {"archive_id": archive_id, "step": step})


def update(c: Connection, fact: Fact, step: int) -> None:
    """Let the fact stand in place of the one with its id."""
    kind = kind_of(fact)
    changes = ", ".join(f"{column.name} = :{column.field}" for column in columns(kind) if column.field != "id")
    c.execute(
        f"UPDATE {TABLES[kind].name} SET {changes}, corrected_step = :step WHERE id = :id",
        to_row(kind, fact) | {"step": step},
    )


def corrected_in(c: Connection, kind: RecordKind, record_id: int) -> int | None:
    """The step that corrected a record last."""
    row = c.execute(f"SELECT corrected_step FROM {TABLES[kind].name} WHERE id = :id", {"id": record_id}).fetchone()
    return cast("int | None", row[0]) if row else None


def withdraw(c: Connection, kind: RecordKind, record_id: int, step: int) -> None:
    """Withdraw a record, and with it what hangs on it."""
    c.execute(
        f"UPDATE {TABLES[kind].name} SET withdrawn_step = :step WHERE id = :id AND withdrawn_step IS NULL",
        {"id": record_id, "step": step},
    )
    _withdraw_dependants(c, step)


def withdraw_added(c: Connection, kind: RecordKind, added: int, step: int) -> None:
    """Withdraw all records of a kind that the step `added` put in."""
    c.execute(
        f"UPDATE {TABLES[kind].name} SET withdrawn_step = :step WHERE step = :added AND withdrawn_step IS NULL",
        {"added": added, "step": step},
    )
    _withdraw_dependants(c, step)


def withdraw_restored(c: Connection, kind: RecordKind, restored: int, step: int) -> None:
    """Withdraw again all records of a kind that the step `restored` had brought back."""
    c.execute(
        f"UPDATE {TABLES[kind].name} SET withdrawn_step = :step "
        "WHERE restored_step = :restored AND withdrawn_step IS NULL",
        {"restored": restored, "step": step},
    )
    _withdraw_dependants(c, step)


def _withdraw_dependants(c: Connection, step: int) -> None:
    for table in TABLES.values():
        if table.parent is None:
            continue
        columns_up = {table.parent_column: TABLES[table.parent].name}
        if table.name == "medications":
            columns_up["problem_id"] = "problems"
        for column, parent in columns_up.items():
            c.execute(
                f"UPDATE {table.name} SET withdrawn_step = :step WHERE withdrawn_step IS NULL "
                f"AND {column} IN (SELECT id FROM {parent} WHERE withdrawn_step = :step)",
                {"step": step},
            )


def restore(c: Connection, withdrawn: int, step: int) -> dict[RecordKind, int]:
    """Bring back all that the step `withdrawn` withdrew; return how many of each kind.

    Raises:
        Invalid: what it hangs on is itself withdrawn, or its archive id has been given to another since.
    """
    counts: dict[RecordKind, int] = {}
    for kind, table in TABLES.items():
        _refuse_twins(c, table.name, withdrawn)
        cursor = c.execute(
            f"UPDATE {table.name} SET withdrawn_step = NULL, restored_step = :step WHERE withdrawn_step = :withdrawn",
            {"withdrawn": withdrawn, "step": step},
        )
        if cursor.rowcount:
            counts[kind] = cursor.rowcount
    for kind in counts:
        _refuse_orphans(c, kind, step)
    return counts


def _refuse_twins(c: Connection, table: str, withdrawn: int) -> None:
    twin = c.execute(
        f"SELECT r.archive_id FROM {table} r JOIN {table} other "
        "ON other.archive_id = r.archive_id AND other.withdrawn_step IS NULL "
        "WHERE r.withdrawn_step = :withdrawn LIMIT 1",
        {"withdrawn": withdrawn},
    ).fetchone()
    if twin:
        raise Invalid("id", Why.USED_TWICE, value=twin[0])


def _refuse_orphans(c: Connection, kind: RecordKind, step: int) -> None:
    table = TABLES[kind]
    if table.parent is None:
        return
    orphan = c.execute(
        f"SELECT t.{table.parent_column} FROM {table.name} t "
        f"JOIN {TABLES[table.parent].name} p ON p.id = t.{table.parent_column} "
        "WHERE t.restored_step = :step AND t.withdrawn_step IS NULL AND p.withdrawn_step IS NOT NULL LIMIT 1",
        {"step": step},
    ).fetchone()
    if orphan:
        raise Invalid(table.parent_column, Why.NOBODY, value=orphan[0])


def patient_of_problem(c: Connection, problem_id: int) -> int | None:
    """Whose problem it is; None where there is none, or it is withdrawn."""
    row = c.execute(
        "SELECT patient_id FROM problems WHERE id = :id AND withdrawn_step IS NULL", {"id": problem_id}
    ).fetchone()
    return row[0] if row else None


def problem_of_injection(c: Connection, injection_id: int) -> int | None:
    """The problem an injection went into; None where there is none, or it is withdrawn."""
    row = c.execute(
        "SELECT problem_id FROM injections WHERE id = :id AND withdrawn_step IS NULL", {"id": injection_id}
    ).fetchone()
    return row[0] if row else None


def known(c: Connection, kind: RecordKind, record_id: int) -> bool:
    """Whether the id is taken, be it by a withdrawn record."""
    return c.execute(f"SELECT 1 FROM {TABLES[kind].name} WHERE id = :id", {"id": record_id}).fetchone() is not None


def problems_of(c: Connection, patient_ids: Iterable[int]) -> set[int]:
    """The ids of all problems of these people, withdrawn ones too."""
    rows = c.execute(
        "SELECT id FROM problems WHERE patient_id IN (SELECT value FROM json_each(:people))",
        {"people": json.dumps(sorted(patient_ids))},
    )
    return {row[0] for row in rows}


def medicines_with(c: Connection, problem_id: int) -> int:
    """How many medicines were put down for a problem."""
    row = c.execute(
        "SELECT count(*) FROM medications WHERE problem_id = :problem AND withdrawn_step IS NULL",
        {"problem": problem_id},
    ).fetchone()
    return int(row[0])


def touched_in(c: Connection, step: int) -> set[int]:
    """The ids of the people of whose records a step withdrew or brought back some."""
    people: set[int] = set()
    for kind, table in TABLES.items():
        owner, joined = _OWNERS.get(kind, ("p.patient_id", "JOIN problems p ON p.id = t.problem_id"))
        for column in ("withdrawn_step", "restored_step"):
            rows = c.execute(
                f"SELECT DISTINCT {owner} FROM {table.name} t {joined} WHERE t.{column} = :step", {"step": step}
            )
            people.update(row[0] for row in rows)
    return people


_OWNERS = {
    RecordKind.PATIENT: ("t.id", ""),
    RecordKind.PROBLEM: ("t.patient_id", ""),
    **dict.fromkeys(OF_A_PATIENT, ("t.patient_id", "")),
    **dict.fromkeys(
        OF_AN_INJECTION,
        (
            "p.patient_id",
            "JOIN injections i ON i.id = t.injection_id JOIN problems p ON p.id = i.problem_id",
        ),
    ),
}


def first_day(c: Connection, patient_id: int) -> date | None:
    """The day of the earliest entry about a person."""
    days = [
        f"SELECT min(t.{TABLES[kind].day}) AS day FROM problems p JOIN {TABLES[kind].name} t "
        "ON t.problem_id = p.id WHERE p.patient_id = :patient AND t.withdrawn_step IS NULL"
        for kind in OF_A_PROBLEM
    ]
    days.append("SELECT min(onset_on) FROM problems WHERE patient_id = :patient AND withdrawn_step IS NULL")
    days += [
        f"SELECT min({TABLES[kind].day}) FROM {TABLES[kind].name} "
        "WHERE patient_id = :patient AND withdrawn_step IS NULL"
        for kind in OF_A_PATIENT
    ]
    row = c.execute(f"SELECT min(day) FROM ({' UNION ALL '.join(days)})", {"patient": patient_id}).fetchone()
    return None if row[0] is None else date.fromordinal(row[0])
