"""What stands over a patient's cards: who it is and what to beware of stay; the rest scrolls where room is short."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from cortitrack.ui.theme import Space

_SHARE = 0.6  # of the page's height, at most, for what never scrolls away


class PatientHead(QWidget):
    """``staying`` never scrolls away; ``going`` moves into ``spill``, which lies in the part that scrolls."""

    def __init__(self, staying: Sequence[QWidget], going: Sequence[QWidget]) -> None:
        super().__init__()
        self._staying, self._going = staying, going
        self._is_short = False
        self._column = _column(self)
        for part in (*staying, *going):
            self._column.addWidget(part)
        self.spill = QWidget()
        self._below = _column(self.spill)
        self.spill.setVisible(False)

    def settle(self, height: int) -> None:
        """Find the place of each part on a page of this height."""
        width = self.width() - 2 * Space.HUGE
        shown = [part for part in (*self._staying, *self._going) if not part.isHidden()]
        wanted = sum(_height(part, width) + Space.SMALL for part in shown)
        is_short = wanted > height * _SHARE
        if is_short is self._is_short:
            return
        self._is_short = is_short
        for part in self._going:
            hidden = part.isHidden()
            (self._below if is_short else self._column).addWidget(part)
            part.setVisible(not hidden)
        self.spill.setVisible(is_short)


def _column(whole: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(whole)
    column.setContentsMargins(Space.HUGE, 0, Space.HUGE, 0)
    column.setSpacing(Space.SMALL)
    return column


def _height(part: QWidget, width: int) -> int:
    layout = part.layout()
    if layout is None or not layout.hasHeightForWidth():
        return part.sizeHint().height()
    return layout.totalHeightForWidth(width)
