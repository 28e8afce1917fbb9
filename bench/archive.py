"""Import the archive of a clinic of 400 people, against bare `executemany` of the same rows.

Ours reads and checks every row, refuses what cannot be, keeps a trail, makes people findable and judges everything.
"""

from __future__ import annotations

import csv
import sqlite3
import tempfile
from pathlib import Path

from bench.clinics import bench_of, copy_of, opened, unjudged
from bench.measured import Line, in_turn, milliseconds
from cortitrack.domain.clinic import Clinic
from cortitrack.services.clinics import create

TIMES = 3
PEOPLE = 400


def measure() -> list[Line]:
    """Both into new files, in turn."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        written = folder / "archive"
        with opened(copy_of(unjudged(PEOPLE), folder)) as desk:
            records = sum(desk.transfer.export_csv(written).values())
        numbers = iter(range(100))

        def ours() -> float:
            desk = create(folder / f"ours-{next(numbers)}.cortitrack", Clinic(name="Bench"), bench_of())
            try:
                took = milliseconds(lambda: desk.transfer.import_paths([written])) / 1000
                assert desk.patients.count() == PEOPLE
                return took
            finally:
                desk.close()

        def bare() -> float:
            return milliseconds(lambda: _executemany(written, folder / f"bare-{next(numbers)}.sqlite")) / 1000

        took, floor = in_turn(TIMES, ours, bare)
    what = f"import an archive of {PEOPLE} people, {records:,} records / executemany"
    return [Line(name=what, unit="s", ours=took, floor=floor)]


def _executemany(archive: Path, path: Path) -> None:
    """Every file into a table of text columns with a key on the first."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("BEGIN")
    for file in sorted(archive.glob("*.csv")):
        with file.open(encoding="utf-8-sig", newline="") as text:
            rows = csv.reader(text)
            head = next(rows)
            columns = ", ".join(f'"{column}" TEXT' for column in head)
            connection.execute(f'CREATE TABLE "{file.stem}" ({columns})')
            connection.executemany(f'INSERT INTO "{file.stem}" VALUES ({", ".join("?" * len(head))})', rows)
    connection.execute("COMMIT")
    connection.close()
