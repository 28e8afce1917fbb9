"""Records carried in and out: an archive into the clinic as one step, the clinic into an archive."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from cortitrack.db.database import Database
from cortitrack.domain.records import RecordKind
from cortitrack.exchange.problems import NotRead, Refusal
from cortitrack.services.bench import Bench
from cortitrack.services.import_report import Counts, ImportReport
from cortitrack.services.judging import IsCancelled, Progress
from cortitrack.services.record import Record

__all__ = ["Counts", "ImportReport", "NotRead", "Refusal", "Transfer"]


class Transfer:
    """The door for archives; what reads and writes them is loaded when the first one comes."""

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
        from cortitrack.services.archives import read_in

        return read_in(
            self._record,
            self._bench.today,
            paths,
            dry_run=dry_run,
            partial=partial,
            progress=progress,
            cancelled=cancelled,
        )

    def export_csv(
        self, path: Path, patient_id: int | None = None, progress: Progress | None = None
    ) -> dict[RecordKind, int]:
        """Write the clinic, or one person, as an archive: a folder, or a zip if it is named so.

        Raises:
            StorageTrouble: there is something at `path` already, or the disk does not take it.
        """
        from cortitrack.services.archives import write_out

        return write_out(self._database, path, patient_id, progress)
