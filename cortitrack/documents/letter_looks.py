"""The looks that the letter's pages share: tight tables, fine print, values under small labels."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from reportlab.platypus import CondPageBreak, Flowable

from cortitrack.documents.grid import Grid, GridLook
from cortitrack.documents.prose import Content
from cortitrack.documents.sheet import Sheet
from cortitrack.documents.styles import CELL, CELL_HEAD, HEADING, INK, LABEL, MUTED, VALUE, Align, Span, Style

FINE = 7.0
LONGEST_CELL = 400  # characters; a longer text leaves its column
LEAST_BELOW = 64.0  # points that a heading wants below its top
SECTION = replace(HEADING, keep_with_next=False)
TIGHT = replace(CELL, size=8, leading=1.22)
TIGHT_HEAD = replace(CELL_HEAD, size=7.5, leading=1.22)
SMALL_VALUE = replace(VALUE, size=8.5, leading=1.25)
SMALL_LABEL = replace(LABEL, size=7.5, leading=1.25)


def headed(sheet: Sheet, title: str, parts: Iterable[Flowable], style: Style = SECTION) -> Iterator[Flowable]:
    """Parts under a heading that never stands alone at the foot of a page; a long table begins right below it."""
    yield CondPageBreak(LEAST_BELOW)
    yield sheet.text(title, style)
    yield from parts


def long_text(sheet: Sheet, label: str, text: str) -> Flowable:
    """A text too long for its table, over the whole width."""
    return sheet.text([Span(f"{label}: ", bold=True), Span(text, apart=True)], replace(TIGHT, after=3))


def fine(text: str) -> Span:
    """Text in the smallest type, muted."""
    return Span(text, bold=False, colour=MUTED, size=FINE)


def tight_table(
    sheet: Sheet, head: Sequence[Content], rows: Sequence[Sequence[Content]], shares: Sequence[float]
) -> Grid:
    """A table in small type over the whole width."""
    look = GridLook(pad_x=2.5, pad_y=1.7, before=1, after=3)
    cells = [[sheet.text(content, TIGHT) for content in row] for row in rows]
    return Grid(cells, _widths(sheet, shares), head=[sheet.text(cell, TIGHT_HEAD) for cell in head], look=look)


def labelled(sheet: Sheet, pairs: Sequence[tuple[str, Content]], *, label_width: float = 72, columns: int = 1) -> Grid:
    """Small labels with their values beside them."""
    column = sheet.width / columns
    blank: tuple[str, Content] = ("", "")
    rows = []
    for at in range(0, len(pairs), columns):
        line = [*pairs[at : at + columns], *[blank] * (columns - len(pairs[at : at + columns]))]
        rows.append(
            [
                sheet.text(part, style)
                for label, value in line
                for part, style in ((label, SMALL_LABEL), (value, SMALL_VALUE))
            ]
        )
    look = GridLook(rule=None, pad_x=4, pad_y=1.1, before=0, after=2)
    return Grid(rows, [label_width, column - label_width] * columns, look=look)


def blocks(sheet: Sheet, columns: Sequence[tuple[str, Sequence[Span]]], shares: Sequence[float]) -> Grid:
    """Columns, each a small label with lines under it."""
    style = Style(size=8.5, leading=1.27, colour=INK, after=0, align=Align.LEFT)
    cells = [
        sheet.text([Span(label, colour=MUTED, size=7.5), *(_below(span) for span in lines)], style)
        for label, lines in columns
    ]
    look = GridLook(pad_x=6, pad_y=4, before=2, after=5)
    return Grid([cells], _widths(sheet, shares), look=look)


def _below(span: Span) -> Span:
    return replace(span, text=f"\n{span.text}")


def _widths(sheet: Sheet, shares: Sequence[float]) -> list[float]:
    return [sheet.width * share / sum(shares) for share in shares]
