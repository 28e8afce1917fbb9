"""Where the numbers come from: every number of the rule set in force with its unit and its source."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QHeaderView, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

from cortitrack.rules.ruleset import THRESHOLDS, RuleSet, Threshold
from cortitrack.ui.tables.columns_look import ColumnsLook, dress
from cortitrack.ui.theme import Space, Theme
from cortitrack.ui.widgets.button import Button
from cortitrack.ui.widgets.headline import Headline
from cortitrack.words.figures import day, number
from cortitrack.words.labels import field_name, heading, label
from cortitrack.words.phrases import not_a_device
from cortitrack.words.threshold_names import for_people
from cortitrack.words.tongue import t


class SourcesDialog(QDialog):
    """A table to read; nothing can be changed here."""

    def __init__(self, theme: Theme, rules: RuleSet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = t("Sources of rule set {version}", version=rules.version)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.HUGE, Space.HUGE, Space.HUGE, Space.LARGE)
        column.setSpacing(Space.LARGE)
        since = t("In force since {date}. {boundary}", date=day(rules.since), boundary=not_a_device())
        column.addWidget(Headline(title, since))
        self.table = _table(rules, theme)
        column.addWidget(self.table, 1)
        row = QHBoxLayout()
        row.addStretch(1)
        close = Button(t("Close"), kind="primary")
        close.clicked.connect(self.accept)
        row.addWidget(close)
        column.addLayout(row)
        self.resize(theme.px(1040), theme.px(680))


def _table(rules: RuleSet, theme: Theme) -> QTableWidget:
    table = QTableWidget(len(THRESHOLDS), 4)
    table.setHorizontalHeaderLabels([t("Number"), t("Value"), t("Unit"), t("Source")])
    table.setAccessibleName(t("Numbers of the rule set"))
    own = dict(rules.own)
    for row, threshold in enumerate(THRESHOLDS):
        source = t("This clinic’s own value. {why}", why=rules.why) if threshold.key in own else threshold.source
        cells = (
            heading(field_name(threshold.key)),
            _value(threshold, rules.values[threshold.key]),
            label(threshold.unit),
            source,
        )
        for place, text in enumerate(cells):
            item = QTableWidgetItem(text)
            item.setToolTip(text)
            table.setItem(row, place, item)
    dress(table, theme, stretched=3)
    table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
    table.setColumnWidth(1, theme.px(76))
    table.setColumnWidth(2, theme.px(150))
    table.setItemDelegate(ColumnsLook(theme, table, roles={2: "muted", 3: "muted"}, bold=frozenset({1})))
    return table


def _value(threshold: Threshold, value: int) -> str:
    return number(for_people(threshold.unit, value))
