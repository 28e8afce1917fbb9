"""Lays chart, verdict and timeline side by side where there is room, and below each other where there is not."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from cortitrack.ui.theme import Space, Theme

_WIDE_FROM = 880
_VERDICT = 330


class PatientColumns(QWidget):
    """Three cards; the tab order is always chart, verdict, timeline."""

    def __init__(self, theme: Theme, chart: QWidget, verdict: QWidget, timeline: QWidget) -> None:
        super().__init__()
        self._theme = theme
        self._cards = (chart, verdict, timeline)
        self._shown: tuple[bool, bool] | None = None
        self.setProperty("page", True)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(Space.HUGE, 0, Space.HUGE, Space.HUGE)
        self._grid.setSpacing(Space.MEDIUM)
        for card in self._cards:
            card.setParent(self)
        self._arrange(wide=True)
        theme.changed.connect(self._rearrange)

    def show_chart(self, shown: bool) -> None:
        """Show the chart, or leave its room to the timeline."""
        self._cards[0].setVisible(shown)
        self._rearrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._rearrange()

    def _rearrange(self) -> None:
        self._arrange(wide=self.width() >= self._theme.px(_WIDE_FROM))

    def _arrange(self, *, wide: bool) -> None:
        chart, verdict, timeline = self._cards
        px = self._theme.px
        chart.setMinimumHeight(px(310))
        timeline.setMinimumHeight(px(200))
        verdict.setMinimumHeight(px(300))
        verdict.setMinimumWidth(px(_VERDICT) if wide else 0)
        shown = (wide, not chart.isHidden())
        if shown == self._shown:
            return
        self._shown = shown
        for card in self._cards:
            self._grid.removeWidget(card)
        if wide:
            self._grid.addWidget(chart, 0, 0)
            self._grid.addWidget(verdict, 0, 1, 2, 1)
            self._grid.addWidget(timeline, 1, 0)
        else:
            self._grid.addWidget(chart, 0, 0)
            self._grid.addWidget(verdict, 1, 0)
            self._grid.addWidget(timeline, 2, 0)
        first = 0 if chart.isHidden() else 3
        for row, stretch in enumerate((first, 2, 0) if wide else (first, 3, 3)):
            self._grid.setRowStretch(row, stretch)
        self._grid.setColumnStretch(0, 5)
        self._grid.setColumnStretch(1, 2 if wide else 0)
