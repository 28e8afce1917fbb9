"""The parts of a stage's panel: a criterion with its numbers, an item with its hints, and the fields that set them."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cortitrack.domain.pathway import Item, ItemState
from cortitrack.rules.criterion import Criterion
from cortitrack.rules.pathway import Pathway
from cortitrack.rules.pathway_items import ItemStanding
from cortitrack.ui.pages.verdict_parts import Remark, hint_remark
from cortitrack.ui.theme import Size, Space, Theme
from cortitrack.ui.widgets.button import Button
from cortitrack.ui.widgets.choice import Segments
from cortitrack.ui.widgets.date_field import DateField
from cortitrack.ui.widgets.field import Field
from cortitrack.ui.widgets.text_field import TextField
from cortitrack.words.labels import heading, label
from cortitrack.words.pathway_phrases import (
    criterion_entry,
    criterion_found,
    criterion_needed,
    criterion_title,
    item_state,
    met_words,
)
from cortitrack.words.strip_phrases import item_evidence
from cortitrack.words.tongue import t

_LOOKS = {True: ("done", "good"), False: ("close", "muted"), None: ("unsure", "warn")}
_ITEM_LOOKS = {
    None: ("open", "muted"),
    ItemState.OPEN: ("open", "accent"),
    ItemState.DONE: ("done", "good"),
    ItemState.NOT_NEEDED: ("done", "muted"),
    ItemState.NOT_APPLICABLE: ("done", "muted"),
    ItemState.DECLINED: ("close", "muted"),
}
_INDENT = 22
_LONGEST = 4000


def criterion_remark(theme: Theme, criterion: Criterion) -> QWidget:
    """What is asked, what was found, what it needs, and met, not met or unknown; its parts stand under it."""
    icon, tone = _LOOKS[criterion.met]
    state = met_words(criterion.met)
    remark = Remark(theme, icon, tone, state, heading(f"{criterion_title(criterion)}: {state}"))
    numbers = (criterion_found(criterion), criterion_needed(criterion))
    remark.add_line(heading(" · ".join(part for part in numbers if part)))
    remark.add_line(criterion_entry(criterion), "muted", Size.CAPTION)
    if not criterion.parts:
        return remark
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(Space.SMALL)
    column.addWidget(remark)
    inside = QVBoxLayout()
    inside.setContentsMargins(theme.px(_INDENT), 0, 0, 0)
    inside.setSpacing(Space.SMALL)
    for part in criterion.parts:
        inside.addWidget(criterion_remark(theme, part))
    column.addLayout(inside)
    return whole


class ItemRow(QWidget):
    """One item of the checklist; ``set_asked`` carries the item, its state and the reason that was written."""

    set_asked = Signal(object, object, str)

    def __init__(self, theme: Theme, standing: ItemStanding, pathway: Pathway, *, writing: bool) -> None:
        super().__init__()
        self._theme, self._standing = theme, standing
        self.item: Item = standing.item
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.TIGHT)
        row = QHBoxLayout()
        row.setSpacing(Space.SMALL)
        row.addWidget(self._remark(pathway), 1)
        self.set_button = Button(t("Set …"), kind="quiet")
        self.set_button.setAccessibleName(t("Set {item}", item=label(self.item)))
        self.set_button.setVisible(writing)
        self.set_button.clicked.connect(self._open)
        row.addWidget(self.set_button)
        column.addLayout(row)
        for hint in pathway.hints.get(self.item, ()):
            aside = QVBoxLayout()
            aside.setContentsMargins(theme.px(_INDENT), 0, 0, Space.TIGHT)
            aside.addWidget(hint_remark(theme, hint))
            column.addLayout(aside)
        self._column = column
        self.editor: ItemEditor | None = None

    def _remark(self, pathway: Pathway) -> Remark:
        icon, tone = _ITEM_LOOKS[self._standing.state]
        state = item_state(self._standing)
        if self._standing.shown_by:
            state = t("{state}, shown by the record", state=state)
        remark = Remark(self._theme, icon, tone, state, heading(label(self.item)))
        remark.add_line(state, "muted")
        remark.add_line(item_evidence(self.item), "muted", Size.CAPTION)
        for criterion in pathway.conditions.get(self.item, ()):
            found = criterion_found(criterion)
            said = t("{title}: {state}", title=heading(criterion_title(criterion)), state=met_words(criterion.met))
            remark.add_line(f"{said} · {found}" if found else said, "muted", Size.CAPTION)
        return remark

    @Slot()
    def _open(self) -> None:
        if self.editor is not None:
            self.editor.state.editor().setFocus()
            return
        self.editor = ItemEditor(self._standing.state, self._theme.px(_INDENT))
        self.editor.kept.connect(self._keep)
        self.editor.left.connect(self.close_editor)
        self._column.addWidget(self.editor)
        self.editor.state.editor().setFocus()

    @Slot()
    def close_editor(self) -> None:
        """Leave without setting anything."""
        if self.editor is not None:
            self.editor.hide()
            self.editor.deleteLater()
            self.editor = None
            self.set_button.setFocus()

    @Slot()
    def _keep(self) -> None:
        if self.editor is not None:
            self.set_asked.emit(self.item, ItemState(self.editor.state.value() or ""), self.editor.why.control.value())


class ItemEditor(QWidget):
    """Five states, a reason, and two verbs."""

    kept = Signal()
    left = Signal()

    def __init__(self, state: ItemState | None, indent: int) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(indent, Space.TIGHT, Space.SMALL, Space.SMALL)
        column.setSpacing(Space.SMALL)
        self.state = Segments([(one.value, heading(label(one))) for one in ItemState])
        self.state.set_value((state or ItemState.DONE).value)
        column.addWidget(self.state)
        line = TextField(longest=_LONGEST)
        line.editor().returnPressed.connect(self.kept)
        self.why = Field(t("Reason or note"), line)
        column.addWidget(self.why)
        verbs = QHBoxLayout()
        verbs.addStretch(1)
        leave = Button(t("Leave as it is"), kind="quiet")
        leave.clicked.connect(self.left)
        self.keep_button = Button(t("Set"), kind="primary")
        self.keep_button.clicked.connect(self.kept)
        verbs.addWidget(leave)
        verbs.addWidget(self.keep_button)
        column.addLayout(verbs)


class MoveEditor(QWidget):
    """From when, and why, a problem stands at a stage; ``kept`` when both are written."""

    kept = Signal()
    left = Signal()

    def __init__(self, today: date, verb: str) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.SMALL)
        row = QHBoxLayout()
        row.setSpacing(Space.MEDIUM)
        self.on = Field(t("From"), DateField(today, latest=today), needed=True)
        self.on.control.set_value(today)
        line = TextField(longest=_LONGEST)
        line.editor().returnPressed.connect(self.kept)
        self.why = Field(t("Reason"), line, needed=True)
        row.addWidget(self.on, 2)
        row.addWidget(self.why, 3)
        column.addLayout(row)
        verbs = QHBoxLayout()
        verbs.addStretch(1)
        leave = Button(t("Leave as it is"), kind="quiet")
        leave.clicked.connect(self.left)
        self.keep_button = Button(verb, kind="primary")
        self.keep_button.clicked.connect(self.kept)
        verbs.addWidget(leave)
        verbs.addWidget(self.keep_button)
        column.addLayout(verbs)
