"""A section of the letter's annex as a table; what is too long for its last column stands below it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportlab.platypus import Flowable

from cortitrack.documents.letter_looks import LONGEST_CELL, long_text, tight_table
from cortitrack.documents.prose import Content
from cortitrack.documents.sheet import Sheet
from cortitrack.words import letter_annex_words as words
from cortitrack.words.letter_annex_words import Column, Section, said


@dataclass(frozen=True, slots=True)
class Table:
    """A section that is one table: its columns with their shares of the width, and its rows."""

    section: Section
    columns: Sequence[tuple[Column, float]]
    rows: list[list[Content]]


def laid_out(sheet: Sheet, table: Table) -> Iterator[Flowable]:
    """The table; texts too long for its last column follow over the whole width."""
    rows: list[list[Content]] = []
    long: list[tuple[Content, str]] = []
    for *cells, last in table.rows:
        if isinstance(last, str) and len(last) > LONGEST_CELL:
            long.append((cells[0], last))
            last = words.below_the_table()
        rows.append([*cells, last])
    yield tight_table(sheet, [said(column) for column, _ in table.columns], rows, [share for _, share in table.columns])
    for date, text in long:
        yield long_text(sheet, str(date), text)
