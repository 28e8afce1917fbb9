"""Writes the CSV archive as a folder or a zip, so that equal records give equal bytes."""

from __future__ import annotations

import csv
import io
import os
import shutil
import zipfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from cortitrack.domain.pain import Scale, on_scale
from cortitrack.domain.records import RecordKind
from cortitrack.exchange.cells import write_decimal
from cortitrack.exchange.layout import LAYOUTS, Column, Layout

Decode = Callable[[str, object], object]  # (field, stored value) → the fact's value
Records = Iterable[tuple[object, ...]]  # id, references, then values in the order of `Layout.values`
TableOut = tuple[RecordKind, Records, Decode]

_EPOCH = (1980, 1, 1, 0, 0, 0)
_REMEMBERED = 20_000


def write_archive(path: Path, tables: Iterable[TableOut]) -> dict[RecordKind, int]:
    """Write every table to `path` (a zip if it is named so) and return how many records each holds.

    All is written beside its place first and put there whole.

    Raises:
        FileExistsError: where something is there already that is no empty folder.
    """
    if path.exists() and not (path.is_dir() and not any(path.iterdir()) and path.suffix.lower() != ".zip"):
        raise FileExistsError(path)
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    counts: dict[RecordKind, int] = {}
    try:
        with (_zip if path.suffix.lower() == ".zip" else _folder)(beside) as place:
            for kind, records, decode in tables:
                with place(LAYOUTS[kind].file) as stream:
                    counts[kind] = write_table(stream, LAYOUTS[kind], records, decode)
        if path.is_dir():
            path.rmdir()
        beside.replace(path)
    finally:
        if beside.is_dir():
            shutil.rmtree(beside)
        beside.unlink(missing_ok=True)
    return counts


def write_table(stream: IO[bytes], layout: Layout, records: Records, decode: Decode) -> int:
    """Write one file and return how many records it holds."""
    text = io.TextIOWrapper(stream, "utf-8", newline="", write_through=False)
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(layout.order)
    counted = _Counted(records)
    writer.writerows(_lines(layout, counted, decode))
    text.flush()
    text.detach()
    return counted.count


class _Counted:
    """Records, counted as they pass."""

    def __init__(self, records: Records) -> None:
        self._records = records
        self.count = 0

    def __iter__(self) -> Iterator[tuple[object, ...]]:
        for record in self._records:
            self.count += 1
            yield record


def _lines(layout: Layout, records: Records, decode: Decode) -> Iterator[list[object]]:
    """Each record as cells; what a column has held before is not turned into text again."""
    first = 1 + len(layout.references)
    places = {field: first + place for place, field in enumerate(layout.values)}
    names = {reference.name: 1 + place for place, reference in enumerate(layout.references)}
    columns = {column.name: column for column in layout.columns}
    plan: list[tuple[int, _Cell | None]] = [
        (names.get(name, 0), None) if name not in columns else _planned(columns[name], places, decode)
        for name in layout.order
    ]
    tenths, scale = places.get("tenths"), places.get("scale")
    value = layout.order.index("value") if tenths else 0
    for record in records:
        line = [record[at] if cell is None else cell[record[at]] for at, cell in plan]
        if tenths is not None and scale is not None:
            line[value] = _VALUES[record[scale], record[tenths]]
        yield line


def _planned(column: Column, places: dict[str, int], decode: Decode) -> tuple[int, _Cell | None]:
    return places[column.field], None if column.field == "tenths" else _Cell(column, decode)


# What was answered, by scale and whole tenths.
_VALUES: dict[tuple[object, object], str] = {
    (scale.value, tenths): write_decimal(on_scale(tenths, scale)) for scale in Scale for tenths in range(101)
}


class _Cell(dict[object, str]):
    """The text of each value that a column has held so far."""

    def __init__(self, column: Column, decode: Decode) -> None:
        super().__init__()
        self._column = column
        self._decode = decode

    def __missing__(self, stored: object) -> str:
        value = self._decode(self._column.field, stored)
        text = "" if value is None or value == "" else self._column.write(value)
        if len(self) < _REMEMBERED:
            self[stored] = text
        return text


@contextmanager
def _folder(path: Path) -> Iterator[Callable[[str], IO[bytes]]]:
    path.mkdir(parents=True)
    yield lambda name: (path / name).open("wb")


@contextmanager
def _zip(path: Path) -> Iterator[Callable[[str], IO[bytes]]]:
    """A zip whose bytes depend on nothing but what is in it: no clock, no system, no permissions."""
    path.parent.mkdir(parents=True, exist_ok=True)

    def entry(name: str) -> IO[bytes]:
        info = zipfile.ZipInfo(name, _EPOCH)
        info.create_system = 3
        info.external_attr = 0o644 << 16
        info.compress_type = zipfile.ZIP_DEFLATED
        return packed.open(info, "w", force_zip64=True)

    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as packed:
        yield entry
