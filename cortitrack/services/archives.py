"""An archive on its way in, as one step of the record, and on its way out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from cortitrack.db import bulk, rows
from cortitrack.db.database import Connection, Database, trouble_of
from cortitrack.domain.errors import Cancelled, StorageTrouble, Trouble
from cortitrack.domain.records import RecordKind
from cortitrack.exchange.csv_archive import TableOut, write_archive
from cortitrack.exchange.csv_reader import TableReader
from cortitrack.exchange.layout import LAYOUTS
from cortitrack.exchange.problems import Problems
from cortitrack.exchange.sources import Table, open_tables
from cortitrack.services.import_report import Counts, ImportReport
from cortitrack.services.intake import Intake
from cortitrack.services.judging import IsCancelled, Progress
from cortitrack.services.record import Record, TakenIn

READING_SHARE = 60  # percent of an import that reading takes; judging takes the rest


class _NothingToKeep(Exception):
    """Ends a transaction without keeping it: a dry run, a refusal, or nothing new."""


def read_in(
    record: Record,
    today: date,
    paths: Sequence[Path],
    *,
    dry_run: bool,
    partial: bool,
    progress: Progress | None,
    cancelled: IsCancelled | None,
) -> ImportReport:
    """Let the writing hand take in what these files hold, as far as it may be kept."""
    problems = Problems()
    counts: dict[RecordKind, Counts] = {}

    def take(c: Connection, step: int) -> TakenIn:
        intake = Intake(c, step, record.ids, today, problems, partial=partial)
        pause = _Pause(tables, progress, cancelled)
        for table in tables:
            _read(table, intake, today, problems, pause)
        counts.update(intake.counts)
        changed = sum(count.added + count.corrected for count in counts.values())
        if dry_run or not changed or (problems.refusals and not partial):
            raise _NothingToKeep
        return TakenIn(count=changed, patient_ids=frozenset(intake.patient_ids))

    step = None
    with open_tables(paths, problems) as tables, suppress(_NothingToKeep):
        if tables:
            step = record.take_in(take, progress=_judged(progress), cancelled=cancelled).step
    return ImportReport(
        counts=counts,
        refusals=tuple(problems.refusals),
        not_read=tuple(problems.not_read),
        step=step,
        dry_run=dry_run,
        partial=partial,
    )


def _read(table: Table, intake: Intake, today: date, problems: Problems, pause: _Pause) -> None:
    to_cell = {column.field: column.to_cell for column in rows.columns(table.layout.kind)}

    def encode(name: str, value: Any) -> object:
        turn = to_cell[name]
        return value if value is None or turn is None else turn(name, value)

    reader = TableReader(table.layout, table.label, today, problems, encode)
    pause.reader = reader
    intake.take(reader, table.label, reader.rows(table.open), pause)
    pause.behind += table.size


def _judged(progress: Progress | None) -> Progress | None:
    if progress is None:
        return None
    tell = progress
    return lambda done, of: tell(READING_SHARE + done * (100 - READING_SHARE) // max(of, 1), 100)


@dataclass(slots=True)
class _Pause:
    """Between two batches: tells how far it is, and stops where a person asked for it."""

    tables: Sequence[Table]
    progress: Progress | None
    cancelled: IsCancelled | None
    behind: int = 0
    reader: TableReader | None = None

    def __call__(self) -> None:
        if self.cancelled is not None and self.cancelled():
            raise Cancelled
        if self.progress is not None and self.reader is not None:
            whole = max(sum(table.size for table in self.tables), 1)
            self.progress((self.behind + self.reader.position()) * READING_SHARE // whole, 100)


def write_out(
    database: Database, path: Path, patient_id: int | None, progress: Progress | None
) -> dict[RecordKind, int]:
    """Write an archive to `path` and return how many records of each kind it holds."""
    try:
        with database.reading() as c:
            return write_archive(path, _tables(c, patient_id, progress))
    except FileExistsError as error:
        raise StorageTrouble(Trouble.EXISTS, path) from error
    except OSError as error:
        raise StorageTrouble(trouble_of(error), path) from error


def _tables(c: Connection, patient_id: int | None, progress: Progress | None) -> Iterator[TableOut]:
    for number, (kind, layout) in enumerate(LAYOUTS.items()):
        if progress is not None:
            progress(number, len(LAYOUTS))
        from_cell = {column.field: column.from_cell for column in rows.columns(kind)}

        def decode(name: str, cell: Any, from_cell: dict[str, Any] = from_cell) -> object:
            turn = from_cell[name]
            return cell if cell is None or turn is None else turn(cell)

        references = {reference.field: reference.kind for reference in layout.references}
        yield kind, bulk.taken_out(c, kind, references, layout.values, patient_id), decode
