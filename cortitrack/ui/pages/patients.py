"""People: found while one types in the search box above, the one seen last first."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QStackedLayout, QTableView, QVBoxLayout, QWidget

from cortitrack.services.changes import Change
from cortitrack.ui.surroundings import Surroundings
from cortitrack.ui.tables.columns_look import ColumnsLook, dress, fit_rows
from cortitrack.ui.tables.patients_table import Column, PatientsTable
from cortitrack.ui.theme import Space, Theme
from cortitrack.ui.troubles import telling
from cortitrack.ui.widgets.button import Button
from cortitrack.ui.widgets.card import Card
from cortitrack.ui.widgets.empty_state import EmptyState
from cortitrack.ui.widgets.headline import Headline
from cortitrack.words.figures import number
from cortitrack.words.tongue import nt, t

LIMIT = 200
_ROLES: dict[int, str] = {Column.BORN: "muted", Column.NUMBER: "muted", Column.LAST_SEEN: "muted", Column.STATE: "bad"}
_WIDTHS = {Column.NAME: 250, Column.BORN: 216, Column.NUMBER: 120, Column.LAST_SEEN: 110, Column.STATE: 100}
_WALKED_BY = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 10, Qt.Key.Key_PageUp: -10}


_DROPPED = (Column.NUMBER, Column.LAST_SEEN, Column.STATE)
_PROBLEMS, _LEAST_NAME = 150, 150


class PeopleView(QTableView):
    """Enter opens the person in the current row; with little room the last columns are left out first."""

    opened = Signal(QModelIndex)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.drop_columns()

    def drop_columns(self) -> None:
        """Leave out columns until the others have room."""
        needed = self._theme.px(sum(_WIDTHS.values()) + _PROBLEMS)
        for column in _DROPPED:
            lacking = needed > self.viewport().width()
            self.setColumnHidden(column, lacking)
            needed -= self._theme.px(_WIDTHS[column]) if lacking else 0
        room = self._theme.px(_WIDTHS[Column.NAME]) - max(needed - self.viewport().width(), 0)
        self.setColumnWidth(Column.NAME, max(room, self._theme.px(_LEAST_NAME)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex())
            return
        super().keyPressEvent(event)


class PatientsPage(QWidget):
    """``patient_asked`` carries the id of the person to open."""

    patient_asked = Signal(object)
    new_patient_asked = Signal()

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._around = around
        self._text = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.HUGE, Space.LARGE, Space.HUGE, Space.HUGE)
        column.setSpacing(Space.LARGE)
        self.headline = Headline(t("People"))
        self.new_button = Button(t("New patient"), kind="primary", key="N")
        self.new_button.clicked.connect(self.new_patient_asked)
        self.headline.side.addWidget(self.new_button)
        self.new_button.setVisible(not around.desk.read_only)
        column.addWidget(self.headline)
        card = Card(around.theme)
        self._stack = QStackedLayout()
        self._stack.setContentsMargins(0, 0, 0, 0)
        card.body.addLayout(self._stack, 1)
        column.addWidget(card, 1)
        self._stack.addWidget(self._table())
        self.nobody = EmptyState(
            around.theme,
            "search",
            t("Nobody found"),
            t(
                "Every typed word is looked for at the start of a name, record number or diagnosis, "
                "or is the birth date."
            ),
        )
        self.empty = EmptyState(
            around.theme,
            "patients",
            t("Nobody has a record yet"),
            t("Add the first person; problems, injections and scores follow on their page."),
            "" if around.desk.read_only else t("New patient"),
        )
        self.empty.acted.connect(self.new_patient_asked)
        self._stack.addWidget(self.nobody)
        self._stack.addWidget(self.empty)
        around.news.changed.connect(self._hear)

    def _table(self) -> QWidget:
        theme = self._around.theme
        self.model = PatientsTable(lambda: self._around.today)
        self.view = PeopleView(theme)
        self.view.setModel(self.model)
        self.view.setAccessibleName(t("People"))
        self.view.setItemDelegate(
            ColumnsLook(theme, self.view, roles=_ROLES, bold=frozenset({int(Column.NAME), int(Column.STATE)}))
        )
        dress(self.view, theme, stretched=Column.PROBLEMS)
        self.view.clicked.connect(self._open)
        self.view.opened.connect(self._open)
        self.view.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self._size_columns()
        theme.changed.connect(self._size_columns)
        return self.view

    def look_for(self, text: str) -> None:
        """Show who is found by this text; the first one is selected."""
        self._text = text
        with telling(self._around.messages):
            rows = self._around.desk.patients.find(text, LIMIT)
            self.model.show_people(rows)
            self.headline.say(t("People"), self._found_words(len(rows)))
        if rows:
            self._select(0)
        searching = bool(text.strip())
        self._stack.setCurrentWidget(self.view if rows else self.nobody if searching else self.empty)

    def _found_words(self, found: int) -> str:
        everyone = self._around.desk.patients.count()
        if not self._text.strip():
            said = nt("{n} person has a record here.", "{n} people have a record here.", everyone)
            return said if found == everyone else f"{said} {t('Those seen last are shown.')}"
        if found >= LIMIT:
            return t("The first {n} that were found; type more to narrow it down.", n=number(LIMIT))
        return nt("{n} person found.", "{n} people found.", found)

    def walk(self, key: Qt.Key) -> None:
        """Move the selection as an arrow key asks, while the keyboard stays in the search box."""
        step = _WALKED_BY.get(key, 0)
        row = min(max(self.view.currentIndex().row() + step, 0), self.model.rowCount() - 1)
        if row >= 0:
            self._select(row)

    def open_selected(self) -> None:
        """Open the person in the selected row."""
        self._open(self.view.currentIndex())

    @Slot()
    def refresh(self) -> None:
        """Look again for the same text, and keep the selected person."""
        former = self.model.patient_at(self.view.currentIndex().row())
        self.look_for(self._text)
        for row in range(self.model.rowCount()):
            person = self.model.patient_at(row)
            if former is not None and person is not None and person.id == former.id:
                self._select(row)

    def _select(self, row: int) -> None:
        index = self.model.index(row, Column.NAME)
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.view.selectionModel().setCurrentIndex(index, flags)
        self.view.scrollTo(index)

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        person = self.model.patient_at(index.row())
        if person is not None:
            self.patient_asked.emit(person.id)

    @Slot()
    def _size_columns(self) -> None:
        fit_rows(self.view, self._around.theme)
        for column, width in _WIDTHS.items():
            self.view.setColumnWidth(column, self._around.theme.px(width))
        self.view.drop_columns()

    @Slot(object)
    def _hear(self, change: Change) -> None:
        if self.isVisible():
            self.refresh()
