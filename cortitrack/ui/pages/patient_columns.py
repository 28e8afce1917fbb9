"""Lays chart, verdict and timeline side by side where there is room, and below each other where there is not."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStyle, QWidget

from cortitrack.ui.theme import Space, Theme

_WIDE_FROM = 880
_CHART, _VERDICT, _TIMELINE = 335, 340, 205
_VERDICT_SHARE, _CHART_SHARE = 0.29, 0.61
_TALL = {"chart": 380, "verdict": 460, "timeline": 360}


class PatientColumns(QWidget):
    """Three cards; the tab order is always chart, verdict, timeline. Cards scroll inside before the page does."""

    def __init__(self, theme: Theme, chart: QWidget, verdict: QWidget, timeline: QWidget) -> None:
        super().__init__()
        self._theme = theme
        self._chart, self._verdict, self._timeline = chart, verdict, timeline
        self.setProperty("page", True)
        for card in (chart, verdict, timeline):
            card.setParent(self)
        theme.changed.connect(self._arrange)

    def show_chart(self, shown: bool) -> None:
        """Show the chart, or leave its room to the timeline."""
        self._chart.setVisible(shown)
        self._arrange()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(_WIDE_FROM), self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        if self.width() >= self._theme.px(_WIDE_FROM):
            self._side_by_side()
        else:
            self._below_each_other()

    def _side_by_side(self) -> None:
        px, gap = self._theme.px, Space.MEDIUM
        self.setMinimumHeight(px(_CHART + _TIMELINE) + gap + Space.HUGE)
        width, height = self.width() - 2 * Space.HUGE, self.height() - Space.HUGE
        right = max(px(_VERDICT), round(width * _VERDICT_SHARE))
        left = width - right - gap
        shown = not self._chart.isHidden()
        upper = max(px(_CHART), round((height - gap) * _CHART_SHARE)) if shown else -gap
        self._put(self._chart, QRect(Space.HUGE, 0, left, max(upper, 0)))
        self._put(self._timeline, QRect(Space.HUGE, upper + gap, left, height - upper - gap))
        self._put(self._verdict, QRect(Space.HUGE + left + gap, 0, right, height))

    def _below_each_other(self) -> None:
        width, top = self.width() - 2 * Space.HUGE, 0
        cards = {"chart": self._chart, "verdict": self._verdict, "timeline": self._timeline}
        for name, card in cards.items():
            if card.isHidden():
                continue
            height = self._theme.px(_TALL[name])
            self._put(card, QRect(Space.HUGE, top, width, height))
            top += height + Space.MEDIUM
        self.setMinimumHeight(top + Space.MEDIUM)

    def _put(self, card: QWidget, place: QRect) -> None:
        card.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), place))
