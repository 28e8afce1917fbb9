"""The response chart on a card: its sentence as the title, other kinds of pain and questionnaires on wish."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedLayout, QWidget

from cortitrack.charts.readout import Point, Readout
from cortitrack.domain.timeline import Timeline
from cortitrack.rules.instrument_change import InstrumentChange, changes
from cortitrack.rules.verdict import Verdict
from cortitrack.ui.surroundings import Surroundings
from cortitrack.ui.widgets.button import Button
from cortitrack.ui.widgets.card import Card
from cortitrack.ui.widgets.chart_view import ChartView
from cortitrack.ui.widgets.choice import Choice
from cortitrack.ui.widgets.empty_state import EmptyState
from cortitrack.words.after_phrases import instrument_sentence
from cortitrack.words.labels import instrument_name
from cortitrack.words.phrases import course_sentence
from cortitrack.words.tongue import t

_SCREEN = 96 / 72  # charts are set in points, and the view draws a point as a pixel of 96 to the inch


class ChartCard(Card):
    """``chosen`` carries the Point that was pressed; ``score_asked`` when there is nothing to draw yet."""

    chosen = Signal(object)
    score_asked = Signal()
    table_asked = Signal()

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(around.theme, parent=parent)
        self._around = around
        self._timeline: Timeline | None = None
        self._verdicts: Sequence[Verdict] = ()
        self._chosen_id: int | None = None
        self._changes: dict[str, InstrumentChange] = {}
        self.instrument = Choice()
        self.instrument.editor().setAccessibleName(t("Questionnaire"))
        self.instrument.setMinimumWidth(around.theme.px(200))
        self.instrument.changed.connect(self._show)
        self.add_action(self.instrument)
        self.totals_button = Button(t("Questionnaires"), kind="quiet", key="Q", tip=t("Show the totals, or the pain"))
        self.totals_button.setCheckable(True)
        self.totals_button.toggled.connect(self._show)
        self.add_action(self.totals_button)
        self.kinds_button = Button(t("Other kinds of pain"), kind="quiet", key="K")
        self.kinds_button.setCheckable(True)
        self.kinds_button.toggled.connect(self._draw)
        self.add_action(self.kinds_button)
        self.table_button = Button(t("Table"), kind="quiet", key="V", tip=t("Show the table alone, or the chart again"))
        self.table_button.clicked.connect(self.table_asked)
        self.add_action(self.table_button)
        inside = QWidget()
        self._stack = QStackedLayout(inside)
        self.view = ChartView(around.theme, around.libraries)
        self.view.chosen.connect(self._choose)
        self.empty = EmptyState(
            around.theme,
            "chart",
            t("No scores yet"),
            t("Start with the pain before the injection: without it nobody can say whether the injection worked."),
            t("Record a score"),
        )
        self.empty.acted.connect(self.score_asked)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.empty)
        self.body.addWidget(inside, 1)

    def show_course(
        self, timeline: Timeline, verdicts: Sequence[Verdict], chosen_id: int | None, *, writing: bool
    ) -> None:
        """Draw this problem with one of its injections in front."""
        self._timeline, self._verdicts, self._chosen_id = timeline, verdicts, chosen_id
        around = self._around
        found = changes(timeline.totals, around.today, around.desk.judging.rules())
        self._changes = {one.code: one for one in found}
        self.totals_button.setVisible(bool(found))
        self.instrument.set_pairs([(one.code, instrument_name(one.code)) for one in found])
        self.empty.button.setVisible(writing)
        self._show()

    def instrument_shown(self) -> InstrumentChange | None:
        """The questionnaire whose course is shown instead of pain's."""
        if not self.totals_button.isChecked():
            return None
        return self._changes.get(self.instrument.value() or "")

    @Slot()
    def _show(self) -> None:
        timeline = self._timeline
        if timeline is None:
            return
        one = self.instrument_shown()
        self.instrument.setVisible(one is not None and len(self._changes) > 1)
        primary = timeline.problem.primary_kind
        others = any(score.kind is not primary for score in timeline.scores)
        self.kinds_button.setVisible(one is None and others)
        has_course = bool(timeline.scores or timeline.injections or one)
        self.table_button.setVisible(has_course)
        if not has_course:
            self.set_title("")
            self._stack.setCurrentWidget(self.empty)
            self.view.clear()
            return
        said = course_sentence(timeline, self._verdicts, self._around.today, self._chosen_id)
        self.set_title(said if one is None else instrument_sentence(one))
        self._stack.setCurrentWidget(self.view)
        self._draw()

    @Slot()
    def _draw(self) -> None:
        if self._timeline is not None:
            self.view.show_chart(self._draw_on if self.instrument_shown() is None else self._draw_totals)

    def _draw_totals(self, figure: Any) -> Readout:
        """Draw a questionnaire's course, with matplotlib imported only now."""
        from cortitrack.charts.instrument_course import draw_instrument_course

        one = self.instrument_shown()
        assert self._timeline is not None
        assert one is not None
        around = self._around
        return draw_instrument_course(figure, one, self._timeline, around.theme.palette, around.today, scale=_SCREEN)

    def _draw_on(self, figure: Any) -> Readout:
        """Draw with matplotlib, which is imported only now that its libraries are loaded."""
        from cortitrack.charts.pain_course import draw_pain_course

        assert self._timeline is not None
        return draw_pain_course(
            figure,
            self._timeline,
            self._verdicts,
            self._around.desk.judging.rules(),
            self._around.theme.palette,
            self._around.today,
            chosen_injection_id=self._chosen_id,
            other_kinds=self.kinds_button.isChecked(),
            scale=_SCREEN,
        )

    @Slot(object)
    def _choose(self, point: Point) -> None:
        self.chosen.emit(point)
