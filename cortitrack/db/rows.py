"""Flat dataclass ⇄ row, by field name: days as ordinals, times as minutes, amounts as decimal text, codes as text."""

from __future__ import annotations

import dataclasses
import json
import typing
from collections.abc import Callable, Mapping, Sequence
from datetime import date, time
from decimal import Decimal
from enum import StrEnum
from functools import cache
from types import NoneType

from cortitrack.db.tables import TABLES
from cortitrack.domain.errors import Invalid, Why
from cortitrack.domain.records import FACT_TYPES, Fact, RecordKind

Cell = int | str | None


@dataclasses.dataclass(frozen=True, slots=True)
class Column:
    """One field and how it goes to the table and back; None where it goes as it is."""

    field: str
    to_cell: Callable[[str, typing.Any], Cell] | None
    from_cell: Callable[[typing.Any], object] | None

    @property
    def name(self) -> str:
        """The column's name as SQL wants it."""
        return '"on"' if self.field == "on" else self.field


def _minutes(field: str, at: time) -> int:
    if at.second or at.microsecond or at.tzinfo is not None:
        raise Invalid(field, Why.TOO_PRECISE, value=at, places=0)
    return at.hour * 60 + at.minute


def decimal_text(value: Decimal) -> str:
    """The one way in which an amount is written: plain, without needless zeros."""
    return format(value.normalize(), "f") if value else "0"


@cache
def columns(kind: RecordKind) -> tuple[Column, ...]:
    """The columns of a kind's facts, in the order of their fields."""
    fact = FACT_TYPES[kind]
    types = typing.get_type_hints(fact)
    return tuple(_column(field.name, types[field.name]) for field in dataclasses.fields(fact))


def _column(field: str, annotation: typing.Any) -> Column:
    parts = [part for part in typing.get_args(annotation) if part is not NoneType]
    kept: type = parts[0] if parts else annotation
    if issubclass(kept, StrEnum):
        return Column(field, lambda _, code: str(code.value), kept)
    if kept is date:
        return Column(field, lambda _, on: int(on.toordinal()), date.fromordinal)
    if kept is time:
        return Column(field, _minutes, lambda minutes: time(minutes // 60, minutes % 60))
    if kept is Decimal:
        return Column(field, lambda _, value: decimal_text(value), Decimal)
    if kept is bool:
        return Column(field, lambda _, value: int(value), bool)
    return Column(field, None, None)


@cache
def names(kind: RecordKind, prefix: str = "") -> str:
    """The columns of a kind as a list for SQL, each with `prefix` before it."""
    return ", ".join(prefix + column.name for column in columns(kind))


@cache
def insertion(kind: RecordKind) -> str:
    """The statement that puts in one row, with a named parameter for each field, `archive_id` and `step`."""
    fields = [column.field for column in columns(kind)]
    return (
        f"INSERT INTO {TABLES[kind].name} ({names(kind)}, archive_id, step) "
        f"VALUES ({', '.join(':' + field for field in fields)}, :archive_id, :step)"
    )


def to_row(kind: RecordKind, fact: Fact) -> dict[str, Cell]:
    """The cells of a fact by field name."""
    row: dict[str, Cell] = {}
    for column in columns(kind):
        value = getattr(fact, column.field)
        if value is not None and column.to_cell is not None:
            value = column.to_cell(column.field, value)
        row[column.field] = value
    return row


def from_row(kind: RecordKind, row: Sequence[Cell]) -> Fact:
    """The fact whose cells these are, in the order of `columns`; further cells are not looked at."""
    values: dict[str, typing.Any] = {}
    for column, cell in zip(columns(kind), row, strict=False):
        known = cell is not None and column.from_cell is not None
        values[column.field] = column.from_cell(cell) if known and column.from_cell else cell
    return FACT_TYPES[kind](**values)


def to_text(kind: RecordKind, fact: Fact) -> str:
    """A fact as the trail keeps it."""
    return json.dumps(to_row(kind, fact), ensure_ascii=False, separators=(",", ":"))


def from_text(kind: RecordKind, text: str) -> Fact:
    """The fact that the trail kept; fields that it did not know yet have their defaults."""
    kept: Mapping[str, Cell] = json.loads(text)
    values = {
        column.field: column.from_cell(kept[column.field])
        if column.from_cell is not None and kept[column.field] is not None
        else kept[column.field]
        for column in columns(kind)
        if column.field in kept
    }
    return FACT_TYPES[kind](**typing.cast(dict[str, typing.Any], values))
