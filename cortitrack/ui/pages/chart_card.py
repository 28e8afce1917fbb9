"""The response chart on a card: its sentence as the title, the other kinds of pain on wish, one key for the table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedLayout, QWidget

from cortitrack.charts.readout import Point, Readout
from cortitrack.domain.timeline import Timeline
from cortitrack.rules.verdict import Verdict
from cortitrack.ui.surroundings import Surroundings
from cortitrack.ui.widgets.button import Button
from cortitrack.ui.widgets.card import Card
from cortitrack.ui.widgets.chart_view import ChartView
from cortitrack.ui.widgets.empty_state import EmptyState
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
        primary = timeline.problem.primary_kind
        self.kinds_button.setVisible(any(score.kind is not primary for score in timeline.scores))
        self.empty.button.setVisible(writing)
        has_course = bool(timeline.scores or timeline.injections)
        self.table_button.setVisible(has_course)
        if has_course:
            self.set_title(course_sentence(timeline, verdicts, self._around.today, chosen_id))
            self._stack.setCurrentWidget(self.view)
            self._draw()
        else:
            self.set_title("")
            self._stack.setCurrentWidget(self.empty)
            self.view.clear()

    @Slot()
    def _draw(self) -> None:
        if self._timeline is not None:
            self.view.show_chart(self._draw_on)

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
