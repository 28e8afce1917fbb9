"""Reads one file of the CSV archive row by row: each good row as plain values, everything wrong gathered."""

from __future__ import annotations

import csv
import io
import zipfile
import zlib
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from typing import IO

from cortitrack.domain.checks import LINE, required, text_fits
from cortitrack.domain.errors import Invalid, Why
from cortitrack.domain.pain import Scale, tenths_of
from cortitrack.domain.records import FACT_TYPES, RecordKind, not_in_future
from cortitrack.exchange.cells import read_text, readable, shown
from cortitrack.exchange.known_scores import KnownScores
from cortitrack.exchange.layout import Column, Layout, defaults
from cortitrack.exchange.problems import NotRead, Problems

LONGEST_LINE = 4 << 20  # characters; a longer line is no row of ours
REMEMBERED = 20_000  # distinct cells of a column that are kept read
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")

# What reading a damaged zip or a failing disk raises.
_DAMAGE = (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError)

Encode = Callable[[str, object], object]  # (field, value) → the form in which the caller wants it


# One good row: its number, its id, its references as they stand in the file, and its values in the order of
# `Layout.values`, encoded. A bare tuple, because there may be millions.
Row = tuple[int, str, tuple[str, ...], tuple[object, ...]]


class TableReader:
    """Iterates over the good rows of one file; what is wrong goes to `problems`, refused ids to `refused`."""

    def __init__(
        self,
        layout: Layout,
        label: str,
        today: date,
        problems: Problems,
        encode: Encode = lambda _, value: value,
    ) -> None:
        """Prepare to read; `encode` turns a value into the form in which the caller wants it."""
        self.layout = layout
        self.refused: set[str] = set()
        self.whole_file_refused = False
        self.seen: dict[str, int] = {}
        self._label = label
        self._today = today
        self._problems = problems
        self._encode = encode
        self._fact = FACT_TYPES[layout.kind]
        self._defaults = defaults(layout.kind)
        self._memos: list[dict[str, object]] = [{} for _ in layout.columns]
        self._places: dict[str, int] = {}
        self._width = 0
        self._stream: IO[bytes] | None = None
        self._known: KnownScores | None = None

    def position(self) -> int:
        """How many bytes were read."""
        return self._stream.tell() if self._stream and not self._stream.closed else 0

    def rows(self, open_file: Callable[[], IO[bytes]]) -> Iterator[Row]:
        """Yield the good rows of the file that `open_file` opens."""
        try:
            with open_file() as self._stream:
                yield from self._records(self._stream)
        except csv.Error as error:
            why = Why.TOO_LONG if "limit" in str(error) else Why.BAD_QUOTES
            self._refuse_file(Invalid("", why, limit=csv.field_size_limit()), self._number + 1)
        except _DAMAGE:
            self._refuse_file(Invalid("", Why.NOT_READABLE))

    def _records(self, stream: IO[bytes]) -> Iterator[Row]:
        self._number = 0
        start = stream.read(4)
        if start.startswith(_UTF_16):
            self._refuse_file(Invalid("", Why.NOT_UTF8, encoding="UTF-16"))
            return
        whole = io.BufferedReader(_Behind(start, stream), 1 << 16)
        text = io.TextIOWrapper(whole, "utf-8-sig", errors="surrogateescape", newline="")
        records = csv.reader(iter(partial(text.readline, LONGEST_LINE), ""), strict=True)
        if not self._take_header(next(records, [])):
            return
        recall = self._known.recall if self._known else None
        seen = self.seen
        for self._number, cells in enumerate(records, start=2):
            known = recall(cells) if recall else None
            if known is not None and known[0] not in seen:
                archive_id, problem, values = known
                seen[archive_id] = self._number
                yield self._number, archive_id, (problem,), values
            elif (row := self._row(self._number, cells)) is not None:
                yield row

    def _refuse_file(self, invalid: Invalid, row: int = 0) -> None:
        self.whole_file_refused = True
        self._problems.add(self._label, row, invalid)

    # --- the header ---------------------------------------------------------------------------

    def _take_header(self, header: list[str]) -> bool:
        self._number = 1
        names = [name.strip().lower() for name in header]
        if any("\0" in name for name in names):
            self._refuse_file(Invalid("", Why.NUL), 1)
            return False
        if len(names) == 1 and (separator := next((c for c in ";\t|" if c in names[0]), None)):
            self._refuse_file(Invalid("", Why.NOT_COMMAS, separator=separator), 1)
            return False
        wrong = self._wrong_with(names)
        for invalid in wrong:
            self._refuse_file(invalid, 1)
        if wrong:
            return False
        self._places = {name: place for place, name in enumerate(names) if name in self.layout.order}
        self._problems.not_read.extend(
            NotRead(self._label, shown(header[place].strip()))
            for place, name in enumerate(names)
            if name and name not in self.layout.order
        )
        self._width = len(names)
        if self.layout.kind is RecordKind.PAIN_SCORE:
            self._known = KnownScores(self._places, self._width, self._encode("at", None))
        return True

    def _wrong_with(self, names: list[str]) -> list[Invalid]:
        known = [name for name in names if name in self.layout.order]
        return [
            *(Invalid(n, Why.NO_COLUMN) for n in self.layout.required if n not in known),
            *(Invalid(n, Why.COLUMN_TWICE) for n in dict.fromkeys(known) if known.count(n) > 1),
        ]

    # --- one row ------------------------------------------------------------------------------

    def _row(self, number: int, cells: list[str]) -> Row | None:
        if not any(cells):
            return None
        wrong: list[Invalid] = []
        if any(cells[self._width :]):
            wrong.append(Invalid("", Why.TOO_MANY_CELLS, limit=self._width, length=len(cells)))
        cells = cells + [""] * (self._width - len(cells))
        archive_id = self._id(cells, number, wrong)
        references = self._references(cells, wrong)
        values = self._values(cells, wrong)
        if wrong:
            for invalid in wrong:
                self._problems.add(self._label, number, invalid)
            if archive_id and archive_id not in self.seen:
                self.refused.add(archive_id)
            return None
        self.seen[archive_id] = number
        if self._known:
            self._known.learn(cells, values)
        return number, archive_id, references, values

    def _cell(self, cells: list[str], name: str) -> str:
        place = self._places.get(name)
        return "" if place is None else cells[place]

    def _id(self, cells: list[str], number: int, wrong: list[Invalid]) -> str:
        name = self.layout.id_column
        cell = self._name(name, self._cell(cells, name), wrong, needed=True)
        if cell in self.seen:
            wrong.append(Invalid(name, Why.USED_TWICE, value=shown(cell), row=self.seen[cell]))
        return cell

    def _references(self, cells: list[str], wrong: list[Invalid]) -> tuple[str, ...]:
        return tuple(
            self._name(r.name, self._cell(cells, r.name), wrong, needed=r.required) for r in self.layout.references
        )

    def _name(self, column: str, cell: str, wrong: list[Invalid], *, needed: bool) -> str:
        """An id: any text, kept as it came."""
        cell = read_text(column, cell)
        try:
            readable(column, cell)
            text_fits(LINE, **{column: cell})
            if needed:
                required(column, cell)
        except Invalid as invalid:
            wrong.append(invalid)
        return cell

    def _values(self, cells: list[str], wrong: list[Invalid]) -> tuple[object, ...]:
        before = len(wrong)
        found = dict(self._defaults)
        for column, memo in zip(self.layout.columns, self._memos, strict=True):
            cell = self._cell(cells, column.name)
            try:
                if cell:
                    found[column.field] = self._read(column, memo, cell)
                elif column.required:
                    raise Invalid(column.name, Why.MISSING)
            except Invalid as invalid:
                wrong.append(invalid)
        if len(wrong) > before:
            return ()
        try:
            return self._checked(found)
        except Invalid as invalid:
            wrong.append(self._at_column(invalid))
            return ()

    def _read(self, column: Column, memo: dict[str, object], cell: str) -> object:
        if cell in memo:
            return memo[cell]
        readable(column.name, cell)
        value = column.read(column.name, cell)
        if len(memo) < REMEMBERED:
            memo[cell] = value
        return value

    def _checked(self, found: dict[str, object]) -> tuple[object, ...]:
        """Let the fact check itself, with any id and reference, and take its values."""
        if self.layout.kind is RecordKind.PAIN_SCORE:
            scale = found["scale"]
            assert isinstance(scale, Scale)
            found["tenths"] = tenths_of(found["tenths"], scale)  # type: ignore[arg-type]
        filled = dict.fromkeys((r.field for r in self.layout.references), 0)
        fact = self._fact(id=0, **filled, **found)  # type: ignore[arg-type]
        not_in_future(fact, self._today)
        return tuple(self._encode(field, getattr(fact, field)) for field in self.layout.values)

    def _at_column(self, invalid: Invalid) -> Invalid:
        """The same at the heading, where the fact's field has another name."""
        names = {column.field: column.name for column in self.layout.columns}
        return Invalid(names.get(invalid.field, invalid.field), invalid.why, **invalid.found)


class _Behind(io.RawIOBase):
    """A stream whose first bytes were already read."""

    def __init__(self, start: bytes, rest: IO[bytes]) -> None:
        self._start = start
        self._rest = rest

    def readable(self) -> bool:
        return True

    def readinto(self, into: object) -> int:
        view = memoryview(into).cast("B")  # type: ignore[arg-type]
        piece, self._start = (self._start or self._rest.read(len(view)))[: len(view)], b""
        view[: len(piece)] = piece
        return len(piece)
