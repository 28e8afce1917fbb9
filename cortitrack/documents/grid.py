"""Tables, pairs of label and value, and notices: prose set in columns that break between rows and within them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.platypus import Flowable

from cortitrack.documents.prose import Prose
from cortitrack.documents.styles import LINE

_LEAST_ROOM = 24.0
_BREAKABLE = 200.0  # a shorter row goes whole to the next page


@dataclass(frozen=True, slots=True, kw_only=True)
class GridLook:
    """The lines and the room of a grid, in points."""

    pad_x: float = 4
    pad_y: float = 3
    rule: str | None = LINE
    rule_width: float = 0.5
    head_wash: str | None = None
    edge: str | None = None  # a thick line at the side where reading starts
    wash: str | None = None
    flush: bool = True  # the outer columns start at the margin, without padding
    before: float = 2
    after: float = 6


Row = Sequence[Prose]


class Grid(Flowable):
    """Rows of prose in columns; the head is repeated on each page; a row too tall for a page is broken."""

    def __init__(
        self,
        rows: Sequence[Row],
        widths: Sequence[float],
        *,
        head: Row | None = None,
        look: GridLook | None = None,
        leftward: bool = False,
    ) -> None:
        super().__init__()
        self._rows = [list(row) for row in rows]
        self._head = list(head) if head else None
        self._widths = list(widths)
        self._look = look or GridLook()
        self._leftward = leftward

    def getSpaceBefore(self) -> float:  # noqa: N802 (reportlab's name)
        """Return the space above."""
        return self._look.before

    def getSpaceAfter(self) -> float:  # noqa: N802 (reportlab's name)
        """Return the space below."""
        return self._look.after

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Return the room the whole grid takes."""
        self.width = sum(self._widths)
        self.height = self._head_height() + sum(self._row_height(row) for row in self._rows)
        return self.width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        """Return the rows that fit and the rest; a row is broken only where none fits whole."""
        room = height - self._head_height()
        fitting = 0
        for row in self._rows:
            room -= self._row_height(row)
            if room < -0.01:
                break
            fitting += 1
        if fitting == len(self._rows):
            return [self]
        if fitting:
            return [self._part(self._rows[:fitting]), self._part(self._rows[fitting:])]
        broken = self._broken(self._rows[0], height - self._head_height())
        if broken is None:
            return []
        first, rest = broken
        return [self._part([first]), self._part([rest, *self._rows[1:]])]

    def draw(self) -> None:
        """Draw the rows from the top."""
        y = self.height
        self._draw_ground()
        if self._head:
            y = self._draw_row(self._head, y, self._look.head_wash)
        for row in self._rows:
            y = self._draw_row(row, y, None)

    def _draw_ground(self) -> None:
        canvas, look = self.canv, self._look
        canvas.saveState()
        if look.wash:
            canvas.setFillColor(HexColor(look.wash))
            canvas.rect(0, 0, self.width, self.height, stroke=0, fill=1)
        if look.edge:
            canvas.setFillColor(HexColor(look.edge))
            canvas.rect(self.width - 2.5 if self._leftward else 0, 0, 2.5, self.height, stroke=0, fill=1)
        canvas.restoreState()

    def _draw_row(self, row: Row, top: float, wash: str | None) -> float:
        height = self._row_height(row)
        canvas, look = self.canv, self._look
        if wash:
            canvas.saveState()
            canvas.setFillColor(HexColor(wash))
            canvas.rect(0, top - height, self.width, height, stroke=0, fill=1)
            canvas.restoreState()
        baseline = max((cell.first_baseline() for cell in row), default=0.0)
        for cell, (x, _) in zip(row, self._places(), strict=True):
            cell.drawOn(canvas, x, top - look.pad_y - cell.height - (baseline - cell.first_baseline()))
        if look.rule:
            canvas.saveState()
            canvas.setStrokeColor(HexColor(look.rule))
            canvas.setLineWidth(look.rule_width)
            canvas.line(0, top - height, self.width, top - height)
            canvas.restoreState()
        return top - height

    def _places(self) -> list[tuple[float, float]]:
        """Return the left edge and the width of the text in each column."""
        pad, last = self._look.pad_x, len(self._widths) - 1
        x, places = 0.0, []
        for at, width in enumerate(self._widths):
            first_side, last_side = (at == 0, at == last) if not self._leftward else (at == last, at == 0)
            left = 0.0 if self._look.flush and first_side else pad
            right = 0.0 if self._look.flush and last_side else pad
            start = self.width - x - width if self._leftward else x
            places.append((start + left, width - left - right))
            x += width
        return places

    def _row_height(self, row: Row) -> float:
        self.width = sum(self._widths)
        tallest = 0.0
        for cell, (_, width) in zip(row, self._places(), strict=True):
            cell.wrap(width, 1e6)
        baseline = max((cell.first_baseline() for cell in row), default=0.0)
        for cell in row:
            tallest = max(tallest, cell.height + baseline - cell.first_baseline())
        return tallest + 2 * self._look.pad_y

    def _head_height(self) -> float:
        return self._row_height(self._head) if self._head else 0.0

    def _broken(self, row: Row, room: float) -> tuple[list[Prose], list[Prose]] | None:
        """Break the cells of a row at the same height, or not at all where there is too little room."""
        inner = room - 2 * self._look.pad_y
        if inner < _LEAST_ROOM or self._row_height(row) < _BREAKABLE:
            return None
        above, below = [], []
        for cell, (_, width) in zip(row, self._places(), strict=True):
            parts: list[Any] = cell.split(width, inner)
            if not parts:
                return None
            above.append(parts[0])
            below.append(parts[1] if len(parts) > 1 else cell.emptied())
        return above, below

    def _part(self, rows: Sequence[Row]) -> "Grid":
        return Grid(rows, self._widths, head=self._head, look=self._look, leftward=self._leftward)
