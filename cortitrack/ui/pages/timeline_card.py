"""The timeline: every entry of the problem as a table, to be filtered, corrected and withdrawn from."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QMenu, QTableView, QWidget

from cortitrack.domain.injection import Injection
from cortitrack.domain.records import Fact, RecordKind
from cortitrack.domain.timeline import Timeline
from cortitrack.ui.tables.columns_look import ColumnsLook, dress, fit_rows
from cortitrack.ui.tables.timeline_table import Column, TimelineTable
from cortitrack.ui.theme import Theme
from cortitrack.ui.widgets.button import Button
from cortitrack.ui.widgets.card import Card
from cortitrack.ui.widgets.choice import Choice
from cortitrack.ui.widgets.label import Label
from cortitrack.words.labels import heading, label
from cortitrack.words.tongue import nt, t

_QUIET = {int(Column.DAY): "muted", int(Column.BY): "muted", int(Column.RECORDED): "muted"}
_WIDTHS = {Column.DATE: 124, Column.DAY: 60, Column.VALUE: 165, Column.BY: 130, Column.RECORDED: 112}


class TimelineCard(Card):
    """``correct_asked`` and ``withdraw_asked`` carry the entry, ``picked`` the entry now selected."""

    correct_asked = Signal(object)
    withdraw_asked = Signal(object)
    picked = Signal(object)
    chart_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, t("Timeline"), parent=parent)
        self.model = TimelineTable()
        self.filter = Choice([], empty=t("All entries"))
        self.filter.editor().setAccessibleName(t("Show only"))
        self.filter.setFixedWidth(theme.px(200))
        self.filter.changed.connect(self._filter)
        self.add_action(self.filter)
        self.chart_button = Button(t("Chart"), kind="quiet", key="V", tip=t("Show the chart again"))
        self.chart_button.clicked.connect(self.chart_asked)
        self.chart_button.setVisible(False)
        self.add_action(self.chart_button)
        self.view = QTableView()
        self.view.setModel(self.model)
        self.view.setAccessibleName(t("Timeline"))
        look = ColumnsLook(theme, self.view, roles=_QUIET, bold=frozenset({int(Column.VALUE)}))
        self.view.setItemDelegate(look)
        dress(self.view, theme, stretched=Column.WHAT)
        self.view.setSortingEnabled(True)
        self.view.horizontalHeader().setSortIndicator(Column.DATE, Qt.SortOrder.DescendingOrder)
        self.view.setMinimumHeight(theme.px(150))
        self.body.addWidget(self.view, 1)
        self.empty = Label(t("Nothing is recorded here yet."), tone="muted", wrap=True)
        self.body.addWidget(self.empty)
        self.body.addStretch(0)
        self.view.selectionModel().currentRowChanged.connect(self._pick)
        self.view.doubleClicked.connect(self._correct)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.customContextMenuRequested.connect(self._open_menu)
        self._make_actions()
        self._size_columns()
        theme.changed.connect(self._size_columns)

    def _make_actions(self) -> None:
        self.correct_action = QAction(t("Correct …"), self.view)
        self.correct_action.setShortcuts([QKeySequence(key) for key in ("Return", "Enter", "F2")])
        self.withdraw_action = QAction(t("Withdraw"), self.view)
        self.withdraw_action.setShortcut(QKeySequence(QKeySequence.StandardKey.Delete))
        for action, answer in ((self.correct_action, self._correct), (self.withdraw_action, self._withdraw)):
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.triggered.connect(answer)
            self.view.addAction(action)

    def show_timeline(self, timeline: Timeline | None, injection: Injection | None, *, writing: bool) -> None:
        """Show the entries; days count from the chosen injection. What was selected stays so if it is still there."""
        former = self.selected()
        self.model.show_timeline(timeline, injection.given_on if injection is not None else None)
        kinds = self.model.kinds()
        self.filter.set_pairs([(kind.value, f"{heading(label(kind))} ({count})") for kind, count in kinds.items()])
        count = sum(kinds.values())
        self.view.setVisible(bool(count))
        self.empty.setVisible(not count)
        self.filter.setVisible(bool(count))
        self.body.setStretch(self.body.count() - 1, 0 if count else 1)
        self.view.setAccessibleDescription(nt("{n} entry", "{n} entries", count))
        for action in (self.correct_action, self.withdraw_action):
            action.setEnabled(writing)
        if former is not None:
            self.select(former.id)

    def selected(self) -> Fact | None:
        """The entry that is selected."""
        return self.model.fact_at(self.view.currentIndex())

    def select(self, fact_id: int) -> None:
        """Select an entry and bring it into sight."""
        row = self.model.row_of(fact_id)
        if row is None:
            return
        index = self.model.index(row, Column.DATE)
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.view.selectionModel().setCurrentIndex(index, flags)
        self.view.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)

    @Slot()
    def _size_columns(self) -> None:
        fit_rows(self.view, self._theme)
        self.filter.setFixedWidth(self._theme.px(200))
        for column, width in _WIDTHS.items():
            self.view.setColumnWidth(column, self._theme.px(width))

    @Slot()
    def _filter(self) -> None:
        chosen = self.filter.value()
        self.model.show_kind(RecordKind(chosen) if chosen is not None else None)

    @Slot()
    def _pick(self) -> None:
        fact = self.selected()
        if fact is not None:
            self.picked.emit(fact)

    @Slot()
    def _correct(self) -> None:
        fact = self.selected()
        if fact is not None and self.correct_action.isEnabled():
            self.correct_asked.emit(fact)

    @Slot()
    def _withdraw(self) -> None:
        fact = self.selected()
        if fact is not None:
            self.withdraw_asked.emit(fact)

    @Slot(QPoint)
    def _open_menu(self, place: QPoint) -> None:
        if self.selected() is None:
            return
        menu = QMenu(self.view)
        menu.addActions([self.correct_action, self.withdraw_action])
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.view.viewport().mapToGlobal(place))
