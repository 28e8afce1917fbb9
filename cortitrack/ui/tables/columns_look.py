"""How the cells of a table look: quiet, bold or toned columns, and rows of the height of the text."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QFont, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from cortitrack.ui.theme import Theme

_ROW = 34
_BAR = 4


class ColumnsLook(QStyledItemDelegate):
    """``roles`` gives columns a colour of the palette, ``bold`` names the columns that stand out."""

    def __init__(self, theme: Theme, view: QTableView, *, roles: Mapping[int, str], bold: frozenset[int]) -> None:
        super().__init__(view)
        self._theme, self._roles, self._bold = theme, roles, bold

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        option.state &= ~QStyle.StateFlag.State_HasFocus  # the bar at the row's beginning says it for the whole row
        column = index.column()
        if column in self._bold:
            option.font.setWeight(QFont.Weight.DemiBold)
        role = self._roles.get(column)
        if role is not None:
            for part in (QPalette.ColorRole.Text, QPalette.ColorRole.HighlightedText):
                option.palette.setColor(part, self._theme.colour(role))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        view = self.parent()
        if index.column() or not isinstance(view, QTableView) or not view.hasFocus():
            return
        if view.currentIndex().row() == index.row():
            bar = QRect(option.rect.left(), option.rect.top(), _BAR, option.rect.height() - 1)
            painter.fillRect(QStyle.visualRect(option.direction, option.rect, bar), self._theme.colour("accent"))


def dress(view: QTableView, theme: Theme, *, stretched: int) -> None:
    """Make a table of whole rows that reads like the rest of the program."""
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setShowGrid(False)
    view.setWordWrap(False)
    view.setTabKeyNavigation(False)
    view.setCornerButtonEnabled(False)
    view.verticalHeader().hide()
    view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    head = view.horizontalHeader()
    head.setHighlightSections(False)
    head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
    head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
    head.setSectionResizeMode(stretched, QHeaderView.ResizeMode.Stretch)
    head.setMinimumSectionSize(theme.px(48))
    fit_rows(view, theme)


def fit_rows(view: QTableView, theme: Theme) -> None:
    """Give every row the height of its text; after the text size has changed too."""
    view.verticalHeader().setDefaultSectionSize(theme.px(_ROW))
