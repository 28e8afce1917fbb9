"""One person's page: who it is, the problems; pathway, response chart, verdict, ledger and timeline of one of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from cortitrack.charts.readout import Point
from cortitrack.domain.errors import Invalid
from cortitrack.domain.injection import Injection
from cortitrack.domain.override import Override
from cortitrack.domain.pathway import Stage
from cortitrack.domain.problem import Problem
from cortitrack.domain.records import Fact, RecordKind, kind_of
from cortitrack.domain.timeline import Timeline
from cortitrack.rules.after_procedure import after_procedures
from cortitrack.rules.exposure import place_of
from cortitrack.rules.verdict import Mend, Verdict, VerdictKind
from cortitrack.services.changes import Change
from cortitrack.ui.pages.beside_card import BesideCard
from cortitrack.ui.pages.chart_card import ChartCard
from cortitrack.ui.pages.form_door import open_form
from cortitrack.ui.pages.pathway_strip import PathwayStrip
from cortitrack.ui.pages.patient_actions import PatientActions
from cortitrack.ui.pages.patient_banner import PatientBanner
from cortitrack.ui.pages.patient_columns import PatientColumns
from cortitrack.ui.pages.patient_head import PatientHead
from cortitrack.ui.pages.problem_tabs import ProblemTabs
from cortitrack.ui.pages.red_flag_banner import RedFlagBanner
from cortitrack.ui.pages.stage_panel import StagePanel
from cortitrack.ui.pages.timeline_card import TimelineCard
from cortitrack.ui.pages.verdict_card import VerdictCard
from cortitrack.ui.surroundings import Surroundings
from cortitrack.ui.theme import Space
from cortitrack.ui.troubles import telling
from cortitrack.ui.widgets.card import Card
from cortitrack.ui.widgets.empty_state import EmptyState
from cortitrack.words.tongue import t

_MENDED_BY = {
    Mend.RECORD_BASELINE: RecordKind.PAIN_SCORE,
    Mend.RECORD_SCORE: RecordKind.PAIN_SCORE,
    Mend.FIND_SCORE: RecordKind.PAIN_SCORE,
    Mend.RECORD_IMPRESSION: RecordKind.IMPRESSION,
    Mend.ASK_RECALL: RecordKind.IMPRESSION,
}


_OF_MORE = {RecordKind.PATIENT, RecordKind.PROBLEM, RecordKind.MEDICATION, RecordKind.RISK}
_OF_ONE_PROBLEM = frozenset(RecordKind) - _OF_MORE


class PatientPage(QWidget):
    """``left`` when the person is no longer there; ``letter_asked`` carries the id of the problem."""

    left = Signal()
    letter_asked = Signal(object)

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._around = around
        self.patient_id: int | None = None
        self.problem_id: int | None = None
        self.injection_id: int | None = None
        self._timeline: Timeline | None = None
        self._verdicts: Sequence[Verdict] = ()
        self._lay_out()
        self._connect()
        around.news.changed.connect(self._hear)
        around.theme.changed.connect(self._settle)

    def _lay_out(self) -> None:
        theme = self._around.theme
        column = QVBoxLayout(self)
        column.setContentsMargins(0, Space.LARGE, 0, 0)
        column.setSpacing(Space.MEDIUM)
        self.banner = PatientBanner()
        self.red_flags = RedFlagBanner(theme)
        self.tabs = ProblemTabs(theme)
        self.actions_row = PatientActions()
        self.head = PatientHead((self.banner, self.red_flags), (self.tabs, self.actions_row))
        column.addWidget(self.head)
        self.chart = ChartCard(self._around)
        self.verdict = VerdictCard(theme, self._sensitivity)
        self.strip, self.beside = PathwayStrip(theme), BesideCard(theme)
        self.timeline = TimelineCard(theme)
        self.columns = PatientColumns(theme, self.strip, self.chart, self.verdict, self.beside, self.timeline)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self._scrolled())
        self._course, self._beginning = area, self._no_problem()
        column.addWidget(self._course, 1)
        column.addWidget(self._beginning, 1)

    def _scrolled(self) -> QWidget:
        whole = QWidget()
        whole.setProperty("page", True)
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.MEDIUM)
        column.addWidget(self.head.spill)
        column.addWidget(self.columns, 1)
        return whole

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.head.settle(self.height())

    def _no_problem(self) -> QWidget:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(Space.HUGE, 0, Space.HUGE, Space.HUGE)
        card = Card(self._around.theme)
        self.empty = EmptyState(
            self._around.theme,
            "plus",
            t("No problem yet"),
            t("A problem is one painful place: its site, its side and what it is. Injections and scores belong to it."),
            t("Record a problem"),
        )
        card.body.addWidget(self.empty, 1)
        column.addWidget(card, 1)
        return whole

    def _connect(self) -> None:
        self.banner.edit_asked.connect(self._edit_patient)
        self.banner.risk_asked.connect(self._add_risk)
        self.red_flags.asked.connect(self._look_again)
        self.strip.asked.connect(self.open_stage)
        self.tabs.chosen.connect(self._choose_problem)
        self.tabs.new_asked.connect(self.add_problem)
        self.tabs.edit_asked.connect(self._edit_problem)
        self.empty.acted.connect(self.add_problem)
        self.actions_row.asked.connect(self.add)
        self.actions_row.letter_asked.connect(self._ask_letter)
        self.chart.chosen.connect(self._choose_point)
        self.chart.score_asked.connect(self._add_score)
        self.chart.table_asked.connect(self._toggle_table)
        self.verdict.chosen.connect(self._choose_injection)
        self.verdict.mend_asked.connect(self._mend)
        self.verdict.override_asked.connect(self._override)
        self.verdict.sources_asked.connect(self._show_sources)
        self.verdict.injection_asked.connect(self._add_injection)
        self.timeline.chart_asked.connect(self._toggle_table)
        self.timeline.correct_asked.connect(self.correct)
        self.timeline.withdraw_asked.connect(self.withdraw)
        self.timeline.picked.connect(self._pick)

    # What is shown.

    def show_patient(self, patient_id: int, problem_id: int | None = None, injection_id: int | None = None) -> None:
        """Open the page of a person, at a problem and an injection if these are given."""
        if patient_id != self.patient_id:
            self.problem_id = self.injection_id = None
        self.patient_id = patient_id
        if problem_id is not None:
            self.problem_id, self.injection_id = problem_id, injection_id
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Read everything about the person again."""
        if self.patient_id is None:
            return
        desk = self._around.desk
        try:
            patient = desk.patients.get(self.patient_id)
        except Invalid:
            self.patient_id = self.problem_id = None
            self.left.emit()
            return
        problems = desk.review.problems(patient.id)
        risks = desk.review.risks_of(patient.id)
        self.banner.show_patient(patient, desk.review.medications_of(patient.id), risks, self._around.today)
        ids = [problem.id for problem in problems]
        if self.problem_id not in ids:
            self.problem_id, self.injection_id = (ids[0] if ids else None), None
        self.tabs.show_problems(problems, [self._state_of(problem) for problem in problems], self.problem_id)
        self._allow(bool(problems))
        self._show_problem()
        QTimer.singleShot(0, self._settle)

    @Slot()
    def _settle(self) -> None:
        self.head.settle(self.height())

    def _state_of(self, problem: Problem) -> VerdictKind | None:
        verdicts = self._around.desk.review.verdicts(problem.id)
        return verdicts[0].kind if verdicts else None

    def _allow(self, has_problem: bool) -> None:
        writing = self._may_write
        self.actions_row.setVisible(has_problem)
        self.actions_row.allow(writing=writing)
        for button in (self.banner.edit_button, self.banner.risk_button):
            button.setEnabled(writing)
        self.tabs.new_button.setEnabled(writing)
        self.tabs.edit_button.setEnabled(writing)
        self.empty.button.setVisible(writing)

    @property
    def _may_write(self) -> bool:
        return not self._around.desk.read_only

    def _show_problem(self) -> None:
        self._course.setVisible(self.problem_id is not None)
        self._beginning.setVisible(self.problem_id is None)
        if self.problem_id is None:
            self._timeline = None
            self.red_flags.show_reasons((), writing=False)
            return
        review = self._around.desk.review
        self._timeline = review.timeline(self.problem_id)
        self._verdicts = review.verdicts(self.problem_id)
        given = [verdict.injection_id for verdict in self._verdicts]
        if self.injection_id not in given:
            self.injection_id = given[0] if given else None
        self._show_pathway()
        self._show_injection()

    def _show_pathway(self) -> None:
        """The strip, what goes past it, the ledger, and the course after later procedures."""
        desk, timeline, today = self._around.desk, self._timeline, self._around.today
        assert self.problem_id is not None
        assert timeline is not None
        pathway = desk.pathway.of(self.problem_id)
        self.strip.show_pathway(pathway)
        self.columns.show_strip(bool(timeline.injections or pathway.move))
        self.red_flags.show_reasons(pathway.past_the_stages, writing=self._may_write)
        self.beside.show_ledger(desk.safety.ledger(self.problem_id), place_of(timeline.problem))
        self.beside.show_after(after_procedures(timeline, today, desk.judging.rules()))

    def _show_injection(self) -> None:
        timeline, writing = self._timeline, self._may_write
        if timeline is None:
            return
        self.chart.show_course(timeline, self._verdicts, self.injection_id, writing=writing)
        cut = self._around.desk.judging.rules().values["response_percent"]
        self.verdict.show_verdict(timeline, self._verdicts, self.injection_id, cut_in_force=cut, writing=writing)
        self.timeline.show_timeline(timeline, self._injection(), writing=writing)

    def _injection(self) -> Injection | None:
        given = self._timeline.injections if self._timeline is not None else ()
        return next((injection for injection in given if injection.id == self.injection_id), None)

    def _sensitivity(self, injection_id: int) -> dict[int, VerdictKind]:
        assert self.problem_id is not None
        return self._around.desk.review.sensitivity(self.problem_id, injection_id)

    @Slot(object)
    def _hear(self, change: Change) -> None:
        """Follow a write; out of sight nothing is done, for opening the page reads everything again."""
        if self.patient_id is None or not self.isVisible():
            return
        if change.kind in _OF_ONE_PROBLEM and change.problem_ids == {self.problem_id}:
            self._show_problem()
            self.tabs.show_state(self.problem_id, self._verdicts[0].kind if self._verdicts else None)
        elif not change.patient_ids or self.patient_id in change.patient_ids:
            self.refresh()

    # What is chosen.

    @Slot(object)
    def _choose_problem(self, problem_id: int) -> None:
        self.problem_id, self.injection_id = problem_id, None
        self._show_problem()

    @Slot(object)
    def _choose_injection(self, injection_id: int) -> None:
        if injection_id != self.injection_id:
            self.injection_id = injection_id
            self._show_injection()

    @Slot(object)
    def _choose_point(self, point: Point) -> None:
        self.timeline.select(point.entry_id)

    @Slot(object)
    def _pick(self, fact: Fact) -> None:
        if isinstance(fact, Injection) and any(one.injection_id == fact.id for one in self._verdicts):
            self._choose_injection(fact.id)

    @Slot()
    def _toggle_table(self) -> None:
        alone = not self.chart.isHidden()
        self.columns.show_chart(not alone)
        self.timeline.chart_button.setVisible(alone)
        (self.timeline.view if alone else self.chart.view).setFocus()

    @Slot()
    def _show_sources(self) -> None:
        from cortitrack.ui.pages.sources_dialog import SourcesDialog

        SourcesDialog(self._around.theme, self._around.desk.judging.rules(), self).open()

    @Slot(object)
    def open_stage(self, stage: Stage) -> None:
        """Open the panel of one stage."""
        if self.problem_id is not None:
            panel = StagePanel(self._around, self.problem_id, stage, self)
            panel.form_asked.connect(self.add)
            panel.open()

    # What is recorded.

    @Slot(object)
    def add(self, kind: RecordKind) -> None:
        """Open the form for a new entry of the chosen problem."""
        self._open(kind, injection_id=self.injection_id)

    @Slot()
    def add_problem(self) -> None:
        """Open the form for a new problem; it is shown once it is there."""
        if self.patient_id is None:
            return
        with telling(self._around.messages):
            dialog = open_form(RecordKind.PROBLEM, self._around, parent=self, patient_id=self.patient_id)
            dialog.saved.connect(self._show_new_problem)

    @Slot(object)
    def _show_new_problem(self, change: Change) -> None:
        if self.patient_id is not None:
            for problem_id in change.problem_ids:
                self.show_patient(self.patient_id, problem_id)

    @Slot(object)
    def correct(self, fact: Fact) -> None:
        """Open the form with an entry that is there."""
        injection_id = fact.injection_id if isinstance(fact, Override) else self.injection_id
        self._open(kind_of(fact), fact=fact, injection_id=injection_id)

    @Slot(object)
    def withdraw(self, fact: Fact) -> None:
        """Withdraw an entry; the toast offers to take that back."""
        with telling(self._around.messages):
            self._around.desk.record.withdraw(kind_of(fact), fact.id)

    def _open(self, kind: RecordKind, *, fact: Fact | None = None, injection_id: int | None = None) -> None:
        with telling(self._around.messages):
            open_form(
                kind,
                self._around,
                parent=self,
                patient_id=self.patient_id,
                problem_id=None if kind is RecordKind.PATIENT else self.problem_id,
                injection_id=injection_id,
                fact=fact,
            )

    @Slot()
    def _add_score(self) -> None:
        self.add(RecordKind.PAIN_SCORE)

    @Slot()
    def _add_risk(self) -> None:
        self.add(RecordKind.RISK)

    @Slot(object)
    def _look_again(self, entries: tuple[int, ...]) -> None:
        """Open the look behind the banner, to write that it is resolved; or a new look where it is none."""
        looks = self._timeline.red_flags if self._timeline is not None else ()
        known = next((look for look in looks if look.id in entries), None)
        self._open(RecordKind.RED_FLAG, fact=known, injection_id=self.injection_id)

    @Slot()
    def _add_injection(self) -> None:
        self.add(RecordKind.INJECTION)

    @Slot(object)
    def _mend(self, act: Mend) -> None:
        self.add(_MENDED_BY[act])

    @Slot()
    def _override(self) -> None:
        own = self._timeline.overrides if self._timeline is not None else ()
        former = next((one for one in reversed(own) if one.injection_id == self.injection_id), None)
        self._open(RecordKind.OVERRIDE, fact=former, injection_id=self.injection_id)

    @Slot()
    def _edit_patient(self) -> None:
        if self.patient_id is not None:
            self._open(RecordKind.PATIENT, fact=self._around.desk.patients.get(self.patient_id))

    @Slot()
    def _edit_problem(self) -> None:
        if self._timeline is not None:
            self._open(RecordKind.PROBLEM, fact=self._timeline.problem)

    @Slot()
    def _ask_letter(self) -> None:
        if self.problem_id is not None:
            self.letter_asked.emit(self.problem_id)
