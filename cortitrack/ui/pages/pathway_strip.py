"""The strip of four stages: where the problem stands and since when, what is done in each, what the record suggests."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QPushButton, QStyle, QWidget

from cortitrack.domain.pathway import Stage
from cortitrack.rules.pathway import STAGES, Pathway
from cortitrack.ui.theme import Size, Space, Theme
from cortitrack.words.strip_phrases import stage_line, stage_title, standing_sentence
from cortitrack.words.tongue import t

_HEIGHT = 46
_LEAST = 168
_RADIUS = 8
_INSET = 5


class StageButton(QPushButton):
    """One stage, painted by ourselves: its name, and under it how things stand there."""

    def __init__(self, theme: Theme, stage: Stage, parent: QWidget) -> None:
        super().__init__(stage_title(stage), parent)
        self._theme, self.stage = theme, stage
        self.line = ""
        self._here = self._suggested = False
        self.setAutoDefault(False)
        self.setFlat(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def say(self, line: str, *, here: bool, suggested: bool) -> None:
        """How things stand at this stage."""
        self.line, self._here, self._suggested = line, here, suggested
        said = t("the problem stands here") if here else ""
        self.setAccessibleName(", ".join(part for part in (self.text(), said, line) if part))
        self.setToolTip(line)
        self.update()

    def is_here(self) -> bool:
        """Whether the problem stands at this stage."""
        return self._here

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(_LEAST), self._theme.px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        room = self.rect().adjusted(Space.MEDIUM, 0, -Space.MEDIUM, 0)
        half = self.height() // 2
        above = QRect(room.left(), 0, room.width(), half + 2)
        below = QRect(room.left(), half + 2, room.width(), half - 2)
        align = Qt.AlignmentFlag
        self._write(painter, above, self.text(), "accent" if self._here else "ink", align.AlignBottom)
        self._write(painter, below, self.line, "accent" if self._suggested else "muted", align.AlignTop)
        painter.end()

    def _write(self, painter: QPainter, room: QRect, text: str, tone: str, side: Qt.AlignmentFlag) -> None:
        is_title = side is Qt.AlignmentFlag.AlignBottom
        painter.setFont(self._theme.font(Size.BODY if is_title else Size.SMALL, bold=is_title or self._suggested))
        painter.setPen(self._theme.colour(tone))
        short = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        lead = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        painter.drawText(room, int(lead | side | Qt.AlignmentFlag.AlignAbsolute), short)

    def _paint_ground(self, painter: QPainter) -> None:
        ground = self.rect().adjusted(1, 1, -1, -1)
        radius = self._theme.px(_RADIUS)
        painter.setPen(QPen(self._theme.colour("accent"), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
        if self._here:
            painter.setBrush(self._theme.colour("accent_soft"))
        elif self.underMouse():
            painter.setBrush(self._theme.colour("muted_soft"))
        else:
            painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(ground, radius, radius)


class PathwayStrip(QFrame):
    """``asked`` carries the Stage whose criteria and items one wants to see."""

    asked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("card", True)
        self.setAccessibleName(t("Pathway"))
        self.stages: dict[Stage, StageButton] = {}
        for stage in STAGES:
            button = StageButton(theme, stage, self)
            button.clicked.connect(partial(self._ask, stage))
            self.stages[stage] = button
        theme.changed.connect(self._arrange)

    def show_pathway(self, pathway: Pathway) -> None:
        """Show where the problem stands."""
        self.setAccessibleDescription(standing_sentence(pathway))
        for view in pathway.stages:
            here, suggested = view.stage is pathway.stage, view.stage is pathway.suggested
            self.stages[view.stage].say(stage_line(pathway, view), here=here, suggested=suggested)

    def height_for(self, width: int) -> int:
        """How high the strip is at this width: one row where four stages fit side by side, else two or four."""
        rows = -(-len(STAGES) // self._in_a_row(width))
        return rows * self._theme.px(_HEIGHT) + 2 * _INSET + (rows - 1) * Space.TIGHT

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(self._theme.colour("line"))
        for button in list(self.stages.values())[1:]:
            place = button.geometry()
            if place.top() == _INSET and place.left() > _INSET:
                x = place.left() - Space.TIGHT // 2 - 1
                painter.drawLine(x, place.top() + Space.SMALL, x, place.bottom() - Space.SMALL)
        painter.end()

    def _in_a_row(self, width: int) -> int:
        room = width - 2 * _INSET
        return next((count for count in (4, 2) if room // count >= self._theme.px(_LEAST)), 1)

    def _arrange(self) -> None:
        count, high = self._in_a_row(self.width()), self._theme.px(_HEIGHT)
        wide = (self.width() - 2 * _INSET - (count - 1) * Space.TIGHT) // count
        for place, button in enumerate(self.stages.values()):
            left = _INSET + place % count * (wide + Space.TIGHT)
            top = _INSET + place // count * (high + Space.TIGHT)
            at = QRect(left, top, wide, high)
            button.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), at))
        self.update()

    def _ask(self, stage: Stage, *_: object) -> None:
        self.asked.emit(stage)
