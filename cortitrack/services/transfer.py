"""Records carried in and out: an archive into the clinic as one step, the clinic into an archive."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cortitrack.db import bulk, rows
from cortitrack.db.database import Connection, Database, trouble_of
from cortitrack.domain.errors import Cancelled, StorageTrouble, Trouble
from cortitrack.domain.records import RecordKind
from cortitrack.exchange.csv_archive import TableOut, write_archive
from cortitrack.exchange.csv_reader import TableReader
from cortitrack.exchange.layout import LAYOUTS
from cortitrack.exchange.problems import NotRead, Problems, Refusal
from cortitrack.exchange.sources import Table, open_tables
from cortitrack.services.bench import Bench
from cortitrack.services.intake import Counts, Intake
from cortitrack.services.judging import IsCancelled, Progress
from cortitrack.services.record import Record, TakenIn

__all__ = ["Counts", "ImportReport", "NotRead", "Refusal", "Transfer"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportReport:
    """What an import did, or would do. `step` is what undo takes back; None where nothing was kept."""

    counts: dict[RecordKind, Counts]
    refusals: tuple[Refusal, ...]
    not_read: tuple[NotRead, ...]
    step: int | None
    dry_run: bool

    @property
    def refused_whole(self) -> bool:
        """Whether something was wrong and therefore nothing was kept."""
        return bool(self.refusals) and self.step is None and not self.dry_run


class _NothingToKeep(Exception):
    """Ends a transaction without keeping it: a dry run, a refusal, or nothing new."""


class Transfer:
    """Where archives come in and go out."""

    def __init__(self, database: Database, bench: Bench, record: Record) -> None:
        """Read and write `database`; what comes in goes through the writing hand."""
        self._database = database
        self._bench = bench
        self._record = record

    def import_paths(
        self,
        paths: Sequence[Path],
        *,
        dry_run: bool = False,
        partial: bool = False,
        progress: Progress | None = None,
        cancelled: IsCancelled | None = None,
    ) -> ImportReport:
        """Take in an archive: all or nothing, or with `partial` its good rows; one step, one undo.

        Raises:
            StorageTrouble: the clinic's file cannot be written.
            Cancelled: asked to stop; nothing is kept.
        """
        problems = Problems()
        counts: dict[RecordKind, Counts] = {}

        def take(c: Connection, step: int) -> TakenIn:
            intake = Intake(c, step, self._record.ids, self._bench.today, problems, partial=partial)
            self._read(intake, tables, problems, _Pause(tables, progress, cancelled))
            counts.update(intake.counts)
            changed = sum(count.added + count.corrected for count in counts.values())
            if dry_run or not changed or (problems.refusals and not partial):
                raise _NothingToKeep
            return TakenIn(count=changed, patient_ids=frozenset(intake.patient_ids))

        step = None
        with open_tables(paths, problems) as tables:
            try:
                if tables:
                    step = self._record.take_in(take, cancelled=cancelled).step
            except _NothingToKeep:
                pass
        return ImportReport(
            counts=counts,
            refusals=tuple(problems.refusals),
            not_read=tuple(problems.not_read),
            step=step,
            dry_run=dry_run,
        )

    def _read(self, intake: Intake, tables: Sequence[Table], problems: Problems, pause: _Pause) -> None:
        for table in tables:
            to_cell = {column.field: column.to_cell for column in rows.columns(table.layout.kind)}

            def encode(name: str, value: Any, to_cell: dict[str, Any] = to_cell) -> object:
                turn = to_cell[name]
                return value if value is None or turn is None else turn(name, value)

            reader = TableReader(table.layout, table.label, self._bench.today, problems, encode)
            pause.reader = reader
            intake.take(reader, table.label, reader.rows(table.open), pause)
            pause.behind += table.size

    def export_csv(
        self, path: Path, patient_id: int | None = None, progress: Progress | None = None
    ) -> dict[RecordKind, int]:
        """Write the clinic, or one person, as an archive: a folder, or a zip if it is named so.

        Raises:
            StorageTrouble: there is something at `path` already, or the disk does not take it.
        """
        try:
            with self._database.reading() as c:
                return write_archive(path, self._tables(c, patient_id, progress))
        except FileExistsError as error:
            raise StorageTrouble(Trouble.EXISTS, path) from error
        except OSError as error:
            raise StorageTrouble(trouble_of(error), path) from error

    def _tables(self, c: Connection, patient_id: int | None, progress: Progress | None) -> Iterator[TableOut]:
        for number, (kind, layout) in enumerate(LAYOUTS.items()):
            if progress is not None:
                progress(number, len(LAYOUTS))
            from_cell = {column.field: column.from_cell for column in rows.columns(kind)}

            def decode(name: str, cell: Any, from_cell: dict[str, Any] = from_cell) -> object:
                turn = from_cell[name]
                return cell if cell is None or turn is None else turn(cell)

            references = {reference.field: reference.kind for reference in layout.references}
            yield kind, bulk.taken_out(c, kind, references, layout.values, patient_id), decode


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
            self.progress(self.behind + self.reader.position(), sum(table.size for table in self.tables))
