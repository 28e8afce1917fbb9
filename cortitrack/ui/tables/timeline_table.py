"""All entries of one problem as rows: when, which day after the injection, what, its value, by whom, how late."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from cortitrack.domain.pain import PainScore, Source
from cortitrack.domain.records import Fact, Recorded, RecordKind, happened_on, kind_of
from cortitrack.domain.timeline import Timeline
from cortitrack.words.figures import day_long, day_short, number
from cortitrack.words.labels import label
from cortitrack.words.phrases import entry_value, entry_what, recorded_words
from cortitrack.words.tongue import t

AnyIndex = QModelIndex | QPersistentModelIndex
FactRole = Qt.ItemDataRole.UserRole
NOWHERE = QModelIndex()


class Column(IntEnum):
    """The columns, in reading order."""

    DATE = 0
    DAY = 1
    WHAT = 2
    VALUE = 3
    BY = 4
    RECORDED = 5


@dataclass(frozen=True, slots=True)
class Row:
    """One entry with what the table needs to say and to sort."""

    fact: Fact
    kind: RecordKind
    on: date
    day: int | None
    recorded: Recorded | None

    def said(self, column: Column) -> str:
        """The words of one cell."""
        return _SAID[column](self)

    def order(self, column: Column) -> tuple[Any, ...]:
        """By what the row is sorted in one column; equal rows follow their day."""
        if column is Column.DATE or column is Column.DAY:
            return (self.on, self.fact.id)
        if column is Column.RECORDED:
            late = (self.recorded.at.date() - self.on).days if self.recorded else -1
            return (late, self.on, self.fact.id)
        if column is Column.VALUE and isinstance(self.fact, PainScore):
            return ("", self.fact.tenths, self.on, self.fact.id)
        return (self.said(column).casefold(), 0, self.on, self.fact.id)


def _by(row: Row) -> str:
    source = row.fact.source if isinstance(row.fact, PainScore) else None
    told = label(source) if source not in (None, Source.CLINIC) else ""  # asked in the clinic is the rule
    parts = (row.recorded.by if row.recorded else "", told)
    return ", ".join(part for part in parts if part)


_SAID: dict[Column, Callable[[Row], str]] = {
    Column.DATE: lambda row: day_short(row.on),
    Column.DAY: lambda row: "" if row.day is None else number(row.day),
    Column.WHAT: lambda row: entry_what(row.fact),
    Column.VALUE: lambda row: entry_value(row.fact),
    Column.BY: _by,
    Column.RECORDED: lambda row: recorded_words(row.fact, row.recorded),
}


class TimelineTable(QAbstractTableModel):
    """A Qt model of one timeline, newest first; it sorts and filters by kind itself."""

    def __init__(self) -> None:
        super().__init__()
        self._all: list[Row] = []
        self._shown: list[Row] = []
        self._kind: RecordKind | None = None
        self._sorted = (Column.DATE, Qt.SortOrder.DescendingOrder)

    def show_timeline(self, timeline: Timeline | None, day_zero: date | None) -> None:
        """Take the entries of a problem; days are counted from ``day_zero``."""
        entries = timeline.entries() if timeline is not None else []
        recorded = timeline.recorded if timeline is not None else {}
        self._all = []
        for fact in entries:
            on = happened_on(fact) or date.min
            day = None if day_zero is None else (on - day_zero).days
            self._all.append(Row(fact, kind_of(fact), on, day, recorded.get(fact.id)))
        if self._kind is not None and self._kind not in self.kinds():
            self._kind = None
        self._arrange()

    def show_kind(self, kind: RecordKind | None) -> None:
        """Keep only one kind of entry in sight, or all of them."""
        self._kind = kind
        self._arrange()

    def shown_kind(self) -> RecordKind | None:
        """The kind that alone is in sight."""
        return self._kind

    def kinds(self) -> Counter[RecordKind]:
        """How many entries there are of each kind, in the order of the kinds."""
        counted = Counter(row.kind for row in self._all)
        return Counter({kind: counted[kind] for kind in RecordKind if counted[kind]})

    def fact_at(self, index: AnyIndex) -> Fact | None:
        """The entry of a row."""
        return self._shown[index.row()].fact if index.isValid() else None

    def row_of(self, fact_id: int) -> int | None:
        """Where an entry stands now."""
        return next((number for number, row in enumerate(self._shown) if row.fact.id == fact_id), None)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if 0 <= column < len(Column):
            self._sorted = (Column(column), order)
            self._arrange()

    def rowCount(self, parent: AnyIndex = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: AnyIndex = NOWHERE) -> int:
        return 0 if parent.isValid() else len(Column)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self._shown[index.row()], Column(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return row.said(column).replace("\n", " ")
        if role == Qt.ItemDataRole.ToolTipRole:
            return day_long(row.on) if column is Column.DATE else row.said(column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{_headings()[column]}: {row.said(column) or t('nothing recorded')}"
        if role == FactRole:
            return row.fact
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _headings()[Column(section)]
        return None

    def _arrange(self) -> None:
        self.beginResetModel()
        column, order = self._sorted
        kept = [row for row in self._all if self._kind in (None, row.kind)]
        downwards = order == Qt.SortOrder.DescendingOrder
        self._shown = sorted(kept, key=lambda row: row.order(column), reverse=downwards)
        self.endResetModel()


def _headings() -> dict[Column, str]:
    return {
        Column.DATE: t("Date"),
        Column.DAY: t("Day"),
        Column.WHAT: t("What"),
        Column.VALUE: t("Value"),
        Column.BY: t("By"),
        Column.RECORDED: t("Recorded"),
    }
