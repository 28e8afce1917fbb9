"""The numbers of one group of the rule set as a table: in force, default, unit, source, since when."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from cortitrack.rules.ruleset import THRESHOLDS, RuleSet
from cortitrack.rules.threshold import Group, Threshold
from cortitrack.words.figures import day_short, number
from cortitrack.words.labels import field_name, heading, label
from cortitrack.words.threshold_names import for_people
from cortitrack.words.tongue import t

AnyIndex = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class Column(IntEnum):
    """The columns in order."""

    NAME = 0
    IN_FORCE = 1
    DEFAULT = 2
    UNIT = 3
    SOURCE = 4
    SINCE = 5


class RuleNumbers(QAbstractTableModel):
    """A value that is noted and not yet in force stands beside the one that is, with an arrow."""

    def __init__(self) -> None:
        super().__init__()
        self._rules = RuleSet()
        self._since: Mapping[str, date] = {}
        self._pending: Mapping[str, int] = {}
        self._rows: list[Threshold] = []

    def show_rules(self, rules: RuleSet, since: Mapping[str, date], pending: Mapping[str, int]) -> None:
        """Show this rule set."""
        self.beginResetModel()
        self._rules, self._since, self._pending = rules, since, dict(pending)
        self.endResetModel()

    def show_pending(self, pending: Mapping[str, int]) -> None:
        """Show what is noted and not yet in force."""
        self._pending = dict(pending)
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, len(Column) - 1))

    def show_group(self, group: Group) -> None:
        """Show the numbers of one group."""
        self.beginResetModel()
        self._rows = [one for one in THRESHOLDS if one.group is group]
        self.endResetModel()

    def threshold_at(self, row: int) -> Threshold | None:
        """The number in a row."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def row_of(self, key: str) -> int:
        """The row of a number of the group that is shown."""
        return next(row for row, one in enumerate(self._rows) if one.key == key)

    def rowCount(self, parent: AnyIndex = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: AnyIndex = NOWHERE) -> int:
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        names = (t("Number"), t("In force"), t("Default"), t("Unit"), t("Source"), t("Own since"))
        return names[section]

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        threshold = self.threshold_at(index.row()) if index.isValid() else None
        if threshold is None or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        return self._text(threshold, Column(index.column()))

    def _text(self, one: Threshold, column: Column) -> str:
        if column is Column.NAME:
            return heading(field_name(one.key))
        if column is Column.IN_FORCE:
            return self._value(one)
        if column is Column.DEFAULT:
            return number(for_people(one.unit, one.default))
        if column is Column.UNIT:
            return label(one.unit)
        if column is Column.SOURCE:
            return one.source
        since = self._since.get(one.key)
        return day_short(since) if since else ""

    def _value(self, one: Threshold) -> str:
        now = number(for_people(one.unit, self._rules.values[one.key]))
        noted = self._pending.get(one.key)
        return now if noted is None else f"{now} → {number(for_people(one.unit, noted))}"
