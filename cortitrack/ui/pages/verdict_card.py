"""The verdict of the chosen injection: in words, with its reasons, what to know beside it, and what would change it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QStackedLayout, QVBoxLayout, QWidget

from cortitrack.domain.injection import Injection
from cortitrack.domain.records import Fact
from cortitrack.domain.timeline import Timeline
from cortitrack.rules.verdict import Mend, Verdict, VerdictKind
from cortitrack.ui.pages.verdict_parts import cut_off_remark, flag_remark, hint_remark, reason_remark
from cortitrack.ui.theme import Size, Space, Theme
from cortitrack.ui.verdict_look import look
from cortitrack.ui.widgets.button import Button
from cortitrack.ui.widgets.card import Card
from cortitrack.ui.widgets.choice import Choice
from cortitrack.ui.widgets.empty_state import EmptyState
from cortitrack.ui.widgets.flow import Flow
from cortitrack.ui.widgets.fold import Fold
from cortitrack.ui.widgets.label import Label, rule
from cortitrack.words.figures import day
from cortitrack.words.labels import heading, label
from cortitrack.words.phrases import durability, headline, injection_words, mend, override, status
from cortitrack.words.tongue import t

_ICON = 22
_MEND_VERBS = {
    Mend.RECORD_BASELINE: "Record the score before it",
    Mend.RECORD_SCORE: "Record a score",
    Mend.FIND_SCORE: "Record a score",
    Mend.RECORD_IMPRESSION: "Record the impression",
    Mend.ASK_RECALL: "Record the recall",
}
Sensitivity = Callable[[int], Mapping[int, VerdictKind]]


class VerdictCard(Card):
    """``chosen`` carries the id of another injection, ``mend_asked`` the act that would make it judgeable."""

    chosen = Signal(object)
    mend_asked = Signal(object)
    override_asked = Signal()
    sources_asked = Signal()
    injection_asked = Signal()

    def __init__(self, theme: Theme, sensitivity: Sensitivity, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._sensitivity = sensitivity
        self._verdict: Verdict | None = None
        self._cut_in_force = 0
        self._told: object = None
        self._stack = QStackedLayout()
        self._stack.setContentsMargins(0, 0, 0, 0)
        self.body.addLayout(self._stack, 1)
        self._lay_out_verdict()
        self.empty = EmptyState(
            theme,
            "injection",
            t("No injection yet"),
            t("A verdict needs the injection, the pain before it, and the pain some weeks after."),
            t("Record an injection"),
        )
        self.empty.acted.connect(self.injection_asked)
        self._stack.addWidget(self.empty)
        theme.changed.connect(self._draw_mark)

    def _lay_out_verdict(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.SMALL)
        self.choice = Choice()
        self.choice.editor().setAccessibleName(t("Injection"))
        self.choice.changed.connect(self._choose)
        column.addWidget(self.choice)
        self.given = Label(tone="muted", wrap=True)
        column.addWidget(self.given)
        row = QHBoxLayout()
        row.setSpacing(Space.SMALL)
        self._mark = QLabel()
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        self.headline = Label(size=Size.HEADING, bold=True, wrap=True)
        row.addWidget(self.headline, 1)
        column.addLayout(row)
        self.status = Label(size=Size.SMALL, tone="muted", wrap=True)
        column.addWidget(self.status)
        self._room = QScrollArea()
        self._room.setWidgetResizable(True)
        self._room.setFrameShape(QFrame.Shape.NoFrame)
        self._room.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._room.setAccessibleName(t("Reasons"))
        self._room.viewport().setAutoFillBackground(False)
        column.addWidget(self._room, 1)
        column.addWidget(rule())
        column.addWidget(self._foot())
        self._stack.addWidget(inside)

    def _foot(self) -> QWidget:
        foot = QWidget()
        flow = Flow(foot, gap=Space.LARGE)
        self.sources_button = Button(t("Sources"), kind="link")
        self.sources_button.clicked.connect(self.sources_asked)
        self.override_button = Button(t("Override …"), kind="link", tip=t("Your own judgement beside the computed one"))
        self.override_button.clicked.connect(self.override_asked)
        flow.addWidget(self.sources_button)
        flow.addWidget(self.override_button)
        return foot

    def show_verdict(
        self,
        timeline: Timeline,
        verdicts: Sequence[Verdict],
        chosen_id: int | None,
        *,
        cut_in_force: int,
        writing: bool,
    ) -> None:
        """Show the verdict of one injection; the others can be chosen from the list above it."""
        self._cut_in_force = cut_in_force
        self._verdict = next((one for one in verdicts if one.injection_id == chosen_id), None)
        injections = {injection.id: injection for injection in timeline.injections}
        injection = injections.get(chosen_id) if chosen_id is not None else None
        if self._verdict is None or injection is None:
            self._show_empty(writing=writing)
            return
        self._stack.setCurrentIndex(0)
        self._offer([injections[one.injection_id] for one in verdicts], injection)
        self.headline.setText(headline(self._verdict))
        self.status.setText(status(self._verdict))
        tone = look(self._verdict.kind).tone
        self.headline.set_tone("ink" if tone == "muted" else tone)
        self.set_stripe(tone)
        self.setAccessibleName(f"{self.given.text()}: {self.headline.text()}")
        self.override_button.setVisible(writing)
        self._draw_mark()
        self._fill(timeline, self._verdict, writing=writing)

    def _show_empty(self, *, writing: bool) -> None:
        self.set_stripe("")
        self.setAccessibleName(t("No injection yet"))
        self.empty.button.setVisible(writing)
        self._stack.setCurrentWidget(self.empty)

    def _offer(self, injections: Sequence[Injection], chosen: Injection) -> None:
        self.choice.blockSignals(True)
        self.choice.set_pairs([(str(one.id), _injection_line(one)) for one in injections])
        self.choice.set_value(str(chosen.id))
        self.choice.blockSignals(False)
        self.choice.setVisible(len(injections) > 1)
        said = t("Injection of {date}", date=day(chosen.given_on))
        self.given.setText(said if len(injections) == 1 else injection_words(chosen))

    def _fill(self, timeline: Timeline, verdict: Verdict, *, writing: bool) -> None:
        """Say the reasons and what stands beside them, unless exactly that is said already."""
        entries = _by_id(timeline)
        own = [one for one in timeline.overrides if one.injection_id == verdict.injection_id]
        used = [entries.get(entry) for reason in verdict.reasons for entry in reason.entries]
        told = (verdict, own, used, writing)
        if told == self._told:
            return
        self._told = told
        inside = QWidget()
        inside.setProperty("page", True)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, Space.TIGHT, Space.SMALL, Space.SMALL)
        column.setSpacing(Space.MEDIUM)
        if lasted := durability(verdict):
            column.addWidget(Label(lasted, wrap=True))
        if verdict.mend is not None:
            self._add_mend(column, verdict.mend, writing=writing)
        for reason in verdict.reasons:
            column.addWidget(reason_remark(self._theme, reason, entries))
        for entry in own:
            column.addWidget(rule())
            column.addWidget(Label(t("Clinician’s judgement"), size=Size.CAPTION, tone="muted", bold=True))
            column.addWidget(Label(override(entry), wrap=True))
        if verdict.flags:
            column.addWidget(rule())
        for flag in verdict.flags:
            column.addWidget(flag_remark(self._theme, flag))
        if verdict.hints:
            column.addWidget(rule())
        for hint in verdict.hints:
            column.addWidget(hint_remark(self._theme, hint))
        self.what_if = Fold(t("What would change it?"))
        self.what_if.unfolded.connect(self._show_cut_offs)
        column.addWidget(self.what_if)
        column.addStretch(1)
        self._room.setWidget(inside)

    def _add_mend(self, column: QVBoxLayout, act: Mend, *, writing: bool) -> None:
        column.addWidget(Label(mend(act), wrap=True))
        verb = _MEND_VERBS.get(act)
        if verb is not None and writing:
            self.mend_button = Button(t(verb))
            self.mend_button.clicked.connect(self._ask_mend)
            column.addWidget(self.mend_button, 0, Qt.AlignmentFlag.AlignLeading)

    @Slot()
    def _ask_mend(self) -> None:
        if self._verdict is not None and self._verdict.mend is not None:
            self.mend_asked.emit(self._verdict.mend)

    @Slot()
    def _choose(self) -> None:
        chosen = self.choice.value()
        if chosen is not None and not self.choice.signalsBlocked():
            self.chosen.emit(int(chosen))

    @Slot(bool)
    def _show_cut_offs(self, is_open: bool) -> None:
        if not is_open or self._verdict is None or self.what_if.body.count():
            return
        self.what_if.body.addWidget(
            Label(t("With another published cut-off for a response, all else equal:"), tone="muted", wrap=True)
        )
        for cut, kind in self._sensitivity(self._verdict.injection_id).items():
            in_force = cut == self._cut_in_force
            self.what_if.body.addWidget(cut_off_remark(self._theme, cut, kind, in_force=in_force))
        QTimer.singleShot(0, self._scroll_to_end)

    @Slot()
    def _scroll_to_end(self) -> None:
        bar = self._room.verticalScrollBar()
        bar.setValue(bar.maximum())

    @Slot()
    def _draw_mark(self) -> None:
        if self._verdict is not None:
            tone, icon = look(self._verdict.kind)
            side = self._theme.px(_ICON)
            self._mark.setPixmap(self._theme.icon(icon, tone, _ICON).pixmap(side, side))
            self._mark.setAccessibleName(heading(label(self._verdict.kind)))


def _injection_line(injection: Injection) -> str:
    return t("Injection of {date}", date=day(injection.given_on))


def _by_id(timeline: Timeline) -> dict[int, Fact]:
    found: dict[int, Fact] = {fact.id: fact for fact in timeline.entries()}
    found.update((injection.id, injection) for injection in timeline.elsewhere)
    return found
