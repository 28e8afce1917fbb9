"""One stage opened: its criteria with what was found and needed, its checklist, and the clinician's hand that moves."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from cortitrack.domain.errors import Invalid
from cortitrack.domain.pathway import Item, ItemState, Stage
from cortitrack.domain.records import RecordKind
from cortitrack.rules.pathway import Pathway
from cortitrack.services.changes import Change
from cortitrack.ui.pages.pathway_parts import ItemRow, MoveEditor, criterion_remark
from cortitrack.ui.surroundings import Surroundings
from cortitrack.ui.theme import Size, Space
from cortitrack.ui.troubles import telling
from cortitrack.ui.widgets.button import Button
from cortitrack.ui.widgets.flow import Flow
from cortitrack.ui.widgets.headline import Headline
from cortitrack.ui.widgets.label import Label, rule
from cortitrack.words.labels import heading, label
from cortitrack.words.phrases import refusal
from cortitrack.words.strip_phrases import criteria_met, stage_title, standing_sentence
from cortitrack.words.tongue import t

_WIDE, _HIGH = 640, 720
_RECORDS = {
    Stage.REASSESS: (RecordKind.REASSESSMENT, RecordKind.IMAGING, RecordKind.RED_FLAG),
    Stage.CONSERVATIVE: (
        RecordKind.THERAPY_PLAN,
        RecordKind.THERAPY_SESSION,
        RecordKind.EXERCISE,
        RecordKind.MOTION,
        RecordKind.MEDICATION,
        RecordKind.MEASURE,
    ),
    Stage.INTERVENTIONAL: (RecordKind.PROCEDURE,),
    Stage.SURGICAL: (
        RecordKind.CONSULTATION,
        RecordKind.TALK,
        RecordKind.FUNCTION_MARK,
        RecordKind.INSTRUMENT_TOTAL,
        RecordKind.SURGERY,
    ),
}


class StagePanel(QDialog):
    """``form_asked`` carries the kind of record to add; items and moves it records itself."""

    form_asked = Signal(object)

    def __init__(self, around: Surroundings, problem_id: int, stage: Stage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._around, self._problem_id, self.stage = around, problem_id, stage
        self._writing = not around.desk.read_only
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(heading(label(stage)))
        self.rows: dict[Item, ItemRow] = {}
        self.editor: MoveEditor | None = None
        self._lay_out()
        self.refresh()
        theme = around.theme
        screen = self.screen().availableGeometry()
        self.resize(min(theme.px(_WIDE), screen.width()), min(theme.px(_HIGH), screen.height() - 2 * Space.HUGE))
        around.news.changed.connect(self._hear)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.HUGE, Space.LARGE, Space.HUGE, Space.LARGE)
        column.setSpacing(Space.MEDIUM)
        self.headline = Headline(stage_title(self.stage))
        column.addWidget(self.headline)
        self._room = QScrollArea()
        self._room.setWidgetResizable(True)
        self._room.setFrameShape(QFrame.Shape.NoFrame)
        self._room.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._room.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column.addWidget(self._room, 1)
        column.addWidget(rule())
        self._foot = QVBoxLayout()
        self._verbs = QWidget()
        row = QHBoxLayout(self._verbs)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.SMALL)
        self.move_button = Button(t("Move the problem here …"))
        self.move_button.clicked.connect(partial(self._open_move, self.stage))
        self.end_button = Button(t("Close the pathway …"), kind="quiet")
        self.end_button.clicked.connect(partial(self._open_move, Stage.CLOSED))
        done = Button(t("Done"), kind="primary")
        done.clicked.connect(self.accept)
        row.addWidget(self.move_button)
        row.addWidget(self.end_button)
        row.addStretch(1)
        row.addWidget(done)
        self._foot.addWidget(self._verbs)
        column.addLayout(self._foot)

    @Slot()
    def refresh(self) -> None:
        """Read the pathway again and show it."""
        pathway = self._around.desk.pathway.of(self._problem_id)
        self.headline.say(stage_title(self.stage), standing_sentence(pathway))
        here = pathway.stage is self.stage
        self.move_button.setVisible(self._writing and not here)
        self.end_button.setVisible(self._writing and here)
        at = self._room.verticalScrollBar().value()
        self._room.setWidget(self._inside(pathway))
        self._room.verticalScrollBar().setValue(at)

    def _inside(self, pathway: Pathway) -> QWidget:
        inside = QWidget()
        inside.setProperty("page", True)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, Space.SMALL, 0)
        column.setSpacing(Space.MEDIUM)
        self._add_items(column, pathway)
        gate = pathway.gates[self.stage]
        column.addWidget(rule())
        column.addWidget(_section(t("When this stage is suggested"), criteria_met(gate)))
        for criterion in gate.criteria:
            column.addWidget(criterion_remark(self._around.theme, criterion))
        column.addStretch(1)
        return inside

    def _add_items(self, column: QVBoxLayout, pathway: Pathway) -> None:
        column.addWidget(_section(t("Checklist"), t("The last word on an item stands; nothing is ticked by itself.")))
        view = next(one for one in pathway.stages if one.stage is self.stage)
        self.rows = {}
        for standing in view.items:
            row = ItemRow(self._around.theme, standing, pathway, writing=self._writing)
            row.set_asked.connect(self._set)
            self.rows[standing.item] = row
            column.addWidget(row)
        if self._writing:
            column.addWidget(self._forms())

    def _forms(self) -> QWidget:
        whole = QWidget()
        flow = Flow(whole)
        for kind in _RECORDS[self.stage]:
            button = Button(t("+ {what}", what=heading(label(kind))), kind="quiet")
            button.clicked.connect(partial(self._ask, kind))
            flow.addWidget(button)
        return whole

    def _ask(self, kind: RecordKind, *_: object) -> None:
        self.form_asked.emit(kind)

    @Slot(object, object, str)
    def _set(self, item: Item, state: ItemState, why: str) -> None:
        with telling(self._around.messages):
            try:
                self._around.desk.pathway.set_item(self._problem_id, item, state, why)
            except Invalid as invalid:
                editor = self.rows[item].editor
                if editor is None or invalid.field != "why":
                    raise
                editor.why.show_error(refusal(invalid))

    def _open_move(self, stage: Stage, *_: object) -> None:
        verb = t("Close") if stage is Stage.CLOSED else t("Move")
        self.editor = MoveEditor(self._around.today, verb)
        self.editor.kept.connect(partial(self._move, stage))
        self.editor.left.connect(self._leave_move)
        self._verbs.setVisible(False)
        self._foot.addWidget(self.editor)
        self.editor.why.take_focus()

    @Slot()
    def _leave_move(self) -> None:
        if self.editor is not None:
            self.editor.hide()
            self.editor.deleteLater()
            self.editor = None
        self._verbs.setVisible(True)

    def _move(self, stage: Stage) -> None:
        editor = self.editor
        if editor is None or not editor.on.check():
            return
        with telling(self._around.messages):
            try:
                why, on = editor.why.control.value(), editor.on.control.value()
                self._around.desk.pathway.move(self._problem_id, stage, why, on=on)
            except Invalid as invalid:
                if invalid.field not in ("why", "on"):
                    raise
                (editor.why if invalid.field == "why" else editor.on).show_error(refusal(invalid))
                return
            self._leave_move()

    def _hear(self, change: Change) -> None:
        if not change.problem_ids or self._problem_id in change.problem_ids:
            self.refresh()


def _section(title: str, more: str) -> QWidget:
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(1)
    column.addWidget(Label(title, size=Size.TITLE, bold=True))
    column.addWidget(Label(more, size=Size.SMALL, tone="muted", wrap=True))
    return whole
