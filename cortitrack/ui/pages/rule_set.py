"""The rule set: every number by which the program judges, with its source; changed only with a reason."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QTableView, QVBoxLayout, QWidget

from cortitrack.rules.ruleset import RuleSet
from cortitrack.rules.threshold import Group, Threshold
from cortitrack.services.changes import Change, Did
from cortitrack.services.desk import Desk
from cortitrack.ui.background import Progress, Task
from cortitrack.ui.pages.rule_set_editor import RuleSetEditor
from cortitrack.ui.surroundings import Surroundings
from cortitrack.ui.tables.columns_look import ColumnsLook, dress, fit_rows
from cortitrack.ui.tables.rule_numbers import Column, RuleNumbers
from cortitrack.ui.theme import Space
from cortitrack.ui.troubles import trouble_words
from cortitrack.ui.widgets.card import Card
from cortitrack.ui.widgets.choice import Segments
from cortitrack.ui.widgets.headline import Headline
from cortitrack.words.figures import day
from cortitrack.words.threshold_names import GROUP_NAMES
from cortitrack.words.tongue import nt, t

_WIDTHS = {Column.IN_FORCE: 84, Column.DEFAULT: 84, Column.UNIT: 96, Column.SOURCE: 150, Column.SINCE: 112}
_QUIET: dict[int, str] = {Column.DEFAULT: "muted", Column.UNIT: "muted", Column.SOURCE: "muted", Column.SINCE: "muted"}
_EDITOR, _TABLE = 340, 240
_WIDE_FROM = 860
_NO_LIMIT = 16_777_215  # what Qt takes for no limit


class RuleSetPage(QWidget):
    """``judged`` once a new version is in force and everything is judged by it."""

    judged = Signal()

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._around = around
        self._task: Task | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.HUGE, Space.LARGE, Space.HUGE, Space.HUGE)
        column.setSpacing(Space.LARGE)
        self.headline = Headline()
        column.addWidget(self.headline)
        self.groups = Segments([(group.value, t(GROUP_NAMES[group])) for group in Group])
        self.groups.setAccessibleName(t("Group of numbers"))
        self.groups.set_value(Group.RESPONSE.value)
        self.groups.changed.connect(self._show_group)
        column.addWidget(self.groups)
        self.editor = RuleSetEditor(around.theme)
        self.editor.noted.connect(self._note)
        self.editor.asked.connect(self.put_in_force)
        self.editor.cancelled.connect(self._stop)
        column.addWidget(self._room(), 1)
        around.news.changed.connect(self._hear)
        around.theme.changed.connect(self._size)
        around.theme.changed.connect(self._turn)
        self.refresh()

    def _room(self) -> QWidget:
        """Table and editor side by side; below each other, scrolled, where the page is narrow for its text."""
        inside = QWidget()
        inside.setProperty("page", True)
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight, inside)
        self._sides.setContentsMargins(0, 0, 0, 0)
        self._sides.setSpacing(Space.MEDIUM)
        self._sides.addWidget(self._table(), 1)
        self._sides.addWidget(self.editor)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        self._area = area
        return area

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        px = self._around.theme.px
        wide = self.width() >= px(_WIDE_FROM)
        ways = QBoxLayout.Direction
        self._sides.setDirection(ways.LeftToRight if wide else ways.TopToBottom)
        self.editor.setMinimumWidth(px(_EDITOR) if wide else 0)
        self.editor.setMaximumWidth(px(_EDITOR) if wide else _NO_LIMIT)
        self.view.setMinimumHeight(px(_TABLE))
        self._turn_columns()

    def _table(self) -> QWidget:
        theme = self._around.theme
        card = Card(theme)
        self.model = RuleNumbers()
        self.view = QTableView()
        self.view.setModel(self.model)
        self.view.setAccessibleName(t("Numbers of the rule set"))
        self.view.setItemDelegate(ColumnsLook(theme, self.view, roles=_QUIET, bold=frozenset({int(Column.IN_FORCE)})))
        dress(self.view, theme, stretched=Column.NAME)
        self.view.selectionModel().currentRowChanged.connect(self._pick)
        self.view.activated.connect(self._edit)
        card.body.addWidget(self.view, 1)
        self._size()
        return card

    @Slot()
    def _size(self) -> None:
        fit_rows(self.view, self._around.theme)
        for column, width in _WIDTHS.items():
            self.view.setColumnWidth(column, self._around.theme.px(width))
        self._turn_columns()

    def _turn_columns(self) -> None:
        """Where the page is narrow, source and default stand only in the card of the number that is chosen."""
        wide = self.width() >= self._around.theme.px(_WIDE_FROM)
        for column in (Column.SOURCE, Column.DEFAULT):
            self.view.setColumnHidden(column, not wide)

    @Slot()
    def refresh(self) -> None:
        """Read the rule set in force again; what is noted and not yet in force stays."""
        judging = self._around.desk.judging
        rules = judging.rules()
        own = len(rules.own)
        since = t("In force since {date}.", date=day(rules.since))
        said = nt("{n} number is this clinic’s own.", "{n} numbers are this clinic’s own.", own)
        said = said if own else t("Every number is the program’s default.")
        why = t("Reason: {why}", why=rules.why) if rules.why else ""
        self.headline.say(
            t("Rule set {version}", version=rules.version), " ".join(part for part in (since, said, why) if part)
        )
        self.model.show_rules(rules, sinces(judging.history()), self.editor.pending())
        self.editor.begin(rules, writing=not self._around.desk.read_only)
        self._show_group()

    @Slot()
    def _show_group(self) -> None:
        self.model.show_group(Group(self.groups.value() or Group.RESPONSE.value))
        self.view.selectRow(0)

    @Slot()
    def _pick(self) -> None:
        threshold = self.model.threshold_at(self.view.currentIndex().row())
        if threshold is not None:
            self.editor.show_number(threshold)

    @Slot(QModelIndex)
    def _edit(self, _: QModelIndex) -> None:
        self.editor.take_focus()
        self._area.ensureWidgetVisible(self.editor.value)

    @Slot()
    def _note(self) -> None:
        self.model.show_pending(self.editor.pending())
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def choose(self, threshold: Threshold) -> None:
        """Go to one number."""
        self.groups.set_value(threshold.group.value)
        row = self.model.row_of(threshold.key)
        self.view.selectRow(row)
        self.view.scrollTo(self.model.index(row, 0))

    # Putting a new version in force.

    @Slot(object, str)
    def put_in_force(self, own: Mapping[str, int], why: str) -> None:
        """Judge everything by the new numbers, off the UI thread; until that is done the old ones stand."""
        desk = self._around.desk

        def work(progress: Progress) -> RuleSet:
            worker: Desk = desk.worker()
            try:
                return worker.judging.change_rules(tuple(own.items()), why, progress.report)
            finally:
                worker.close()

        self.editor.set_working(True)
        self._task = self._around.background.run(
            work, done=self._done, failed=self._failed, progressed=self.editor.show_progress
        )
        self._task.cancelled.connect(self._end)

    def _done(self, _: RuleSet) -> None:
        self.editor.forget()
        self._end()
        self.refresh()
        self.judged.emit()

    def _failed(self, error: Exception) -> None:
        self._end()
        said = trouble_words(error)
        if not said:
            raise error
        self._around.messages.error(said)

    @Slot()
    def _end(self) -> None:
        self._task = None
        self.editor.set_working(False)

    @Slot()
    def _stop(self) -> None:
        if self._task is not None:
            self._task.cancel()

    @Slot(object)
    def _hear(self, change: Change) -> None:
        if change.did is Did.RULES:
            QTimer.singleShot(0, self.refresh)


def sinces(history: tuple[RuleSet, ...]) -> dict[str, date]:
    """Since when each of the clinic's own values has been in force without a break; the latest version comes first."""
    if not history:
        return {}
    found = {key: history[0].since for key, _ in history[0].own}
    for key, value in history[0].own:
        for former in history[1:]:
            if dict(former.own).get(key) != value:
                break
            found[key] = former.since
    return found
