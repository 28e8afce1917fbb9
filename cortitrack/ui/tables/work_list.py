"""What waits to be done, one person per row, as Qt sees it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

AnyIndex = QModelIndex | QPersistentModelIndex
ItemRole = Qt.ItemDataRole.UserRole
NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkItem:
    """A person, what waits, and until when; tones and the mark only colour what the words say."""

    patient_id: int
    problem_id: int
    injection_id: int
    title: str
    line: str
    beside: str = ""
    note: str = ""
    line_tone: str = "muted"
    note_tone: str = "muted"
    mark: str = ""

    def spoken(self) -> str:
        """The row as one sentence for a screen reader."""
        return ". ".join(part for part in (self.title, self.line, self.beside, self.note) if part)


class WorkList(QAbstractListModel):
    """The rows in the order in which they were given."""

    def __init__(self) -> None:
        super().__init__()
        self._items: Sequence[WorkItem] = ()

    def show_items(self, items: Sequence[WorkItem]) -> None:
        """Replace what is shown; an equal list changes nothing, so that a selection stays."""
        if tuple(items) == tuple(self._items):
            return
        self.beginResetModel()
        self._items = items
        self.endResetModel()

    def item_at(self, index: AnyIndex) -> WorkItem | None:
        """The item of a row."""
        return self._items[index.row()] if index.isValid() else None

    def rowCount(self, parent: AnyIndex = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._items)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        item = self.item_at(index)
        if item is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return item.title
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return item.spoken()
        return item if role == ItemRole else None
