"""Lays strip, chart, verdict, ledger and timeline beside each other where there is room, else below each other."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStyle, QWidget

from cortitrack.ui.pages.beside_card import BesideCard
from cortitrack.ui.pages.pathway_strip import PathwayStrip
from cortitrack.ui.theme import Space, Theme

_WIDE_FROM = 880
_CHART, _VERDICT, _TIMELINE = 335, 340, 175
_VERDICT_SHARE, _CHART_SHARE = 0.29, 0.61
_BESIDE_SHARE = 0.5
_TALL = {"chart": 380, "verdict": 460, "timeline": 360}


class PatientColumns(QWidget):
    """The strip over the cards; the tab order is always chart, verdict, timeline. Cards scroll before the page does."""

    def __init__(
        self,
        theme: Theme,
        strip: PathwayStrip,
        chart: QWidget,
        verdict: QWidget,
        beside: BesideCard,
        timeline: QWidget,
    ) -> None:
        super().__init__()
        self._theme = theme
        self._strip, self._chart, self._verdict, self._beside, self._timeline = strip, chart, verdict, beside, timeline
        self.setProperty("page", True)
        for card in (strip, chart, verdict, beside, timeline):
            card.setParent(self)
        beside.resized.connect(self._arrange)
        theme.changed.connect(self._arrange)

    def show_chart(self, shown: bool) -> None:
        """Show the chart, or leave its room to the timeline."""
        self._chart.setVisible(shown)
        self._arrange()

    def show_strip(self, shown: bool) -> None:
        """Show the pathway, or leave its room to the cards where there is nothing to walk yet."""
        if shown is self._strip.isHidden():
            self._strip.setVisible(shown)
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

    def _put_strip(self) -> int:
        """Place the strip; return where what stands under it begins."""
        if self._strip.isHidden():
            return 0
        width = self.width() - 2 * Space.HUGE
        height = self._strip.height_for(width)
        self._put(self._strip, QRect(Space.HUGE, 0, width, height))
        return height + Space.MEDIUM

    def _side_by_side(self) -> None:
        px, gap, top = self._theme.px, Space.MEDIUM, self._put_strip()
        self.setMinimumHeight(top + px(_CHART + _TIMELINE) + gap + Space.HUGE)
        width, height = self.width() - 2 * Space.HUGE, self.height() - top - Space.HUGE
        right = max(px(_VERDICT), round(width * _VERDICT_SHARE))
        left = width - right - gap
        shown = not self._chart.isHidden()
        upper = max(px(_CHART), round((height - gap) * _CHART_SHARE)) if shown else -gap
        self._put(self._chart, QRect(Space.HUGE, top, left, max(upper, 0)))
        self._put(self._timeline, QRect(Space.HUGE, top + upper + gap, left, height - upper - gap))
        beside = min(self._beside.height_for(right), round(height * _BESIDE_SHARE))
        verdict = QRect(Space.HUGE + left + gap, top, right, height - beside - gap)
        self._put(self._verdict, verdict)
        self._put(self._beside, QRect(verdict.left(), verdict.bottom() + 1 + gap, right, beside))

    def _below_each_other(self) -> None:
        width, top = self.width() - 2 * Space.HUGE, self._put_strip()
        cards = {"chart": self._chart, "verdict": self._verdict, "beside": self._beside, "timeline": self._timeline}
        for name, card in cards.items():
            if card.isHidden():
                continue
            height = self._beside.height_for(width) if name == "beside" else self._theme.px(_TALL[name])
            self._put(card, QRect(Space.HUGE, top, width, height))
            top += height + Space.MEDIUM
        self.setMinimumHeight(top + Space.MEDIUM)

    def _put(self, card: QWidget, place: QRect) -> None:
        card.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), place))
