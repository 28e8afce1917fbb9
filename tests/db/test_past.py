"""A clinic's file of every earlier form opens, with a copy of it beside it, and nothing recorded has changed.

`past/schema-1.sqlite.gz` was made once by the program as it was before its second migration: the demo of three people
of 1 July 2026, seed 1, with a few corrections, a withdrawal and an undoing. It is never made again.
"""

import gzip
import sqlite3
from datetime import datetime, timedelta, timezone
from pathlib import Path
from random import Random

import pytest

from cortitrack import paths
from cortitrack.db.migrate import newest
from cortitrack.domain.errors import StorageTrouble, Trouble
from cortitrack.domain.procedure import Procedure
from cortitrack.domain.records import RecordKind
from cortitrack.domain.steps import Act
from cortitrack.rules.verdict_codec import packed
from cortitrack.services import clinics, demo
from cortitrack.services.bench import Bench
from cortitrack.services.desk import Desk

PAST = Path(__file__).with_name("past")
FILES = sorted(PAST.glob("schema-*.sqlite.gz"))
NOW = datetime(2026, 7, 1, 10, 30, tzinfo=timezone(timedelta(hours=1)))
BENCH = Bench(now=lambda: NOW, random_bits=Random(1).getrandbits, user="tester", fonts=Path())


def unpacked(kept: Path, place: Path) -> Path:
    path = place / "hill.cortitrack"
    path.write_bytes(gzip.decompress(kept.read_bytes()))
    return path


def all_rows(path: Path) -> dict[str, set[tuple[tuple[str, object], ...]]]:
    """Every row of every table, by the columns that it has."""
    connection = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)
    connection.row_factory = sqlite3.Row
    tables = [row[0] for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    found = {
        table: {tuple(zip(row.keys(), row, strict=True)) for row in connection.execute(f"SELECT * FROM {table}")}
        for table in tables
        if not table.startswith("sqlite_")
    }
    connection.close()
    return found


@pytest.mark.parametrize("kept", FILES, ids=lambda path: path.name.split(".")[0])
class TestAPastFile:
    def test_nothing_recorded_has_changed(self, kept: Path, tmp_path: Path) -> None:
        path = unpacked(kept, tmp_path)
        before = all_rows(path)
        desk = clinics.open_clinic(path, BENCH)
        assert clinics.check(desk).whole
        desk.close()
        after = all_rows(path)
        for table, rows in before.items():
            columns = {key for row in rows for key, _ in row}
            kept_of = {tuple((key, value) for key, value in row if key in columns) for row in after[table]}
            assert kept_of == rows, table
        assert not [table for table, rows in after.items() if table not in before and rows]

    def test_a_copy_stands_beside_it(self, kept: Path, tmp_path: Path) -> None:
        path = unpacked(kept, tmp_path)
        before = all_rows(path)
        clinics.open_clinic(path, BENCH).close()
        (copy,) = tmp_path.glob("hill.before-version-*.cortitrack")
        assert all_rows(copy) == before
        connection = sqlite3.connect(path)
        assert connection.execute("PRAGMA user_version").fetchone()[0] == newest()
        connection.close()

    def test_reading_only_leaves_it_alone(self, kept: Path, tmp_path: Path) -> None:
        path = unpacked(kept, tmp_path)
        with pytest.raises(StorageTrouble) as trouble:
            clinics.open_clinic(path, BENCH, read_only=True)
        assert trouble.value.kind is Trouble.OLDER
        assert path.read_bytes() == gzip.decompress(kept.read_bytes())

    def test_its_trail_is_read_and_undone(self, kept: Path, tmp_path: Path) -> None:
        desk = clinics.open_clinic(unpacked(kept, tmp_path), BENCH)
        (fact,) = [p for p in every_procedure(desk) if p.note == "asked again"]
        first, *_, last = desk.review.changes_of(RecordKind.PROCEDURE, fact.id)
        assert first.act is Act.ADDED
        assert isinstance(last.former, Procedure)
        assert (last.former.nerve, last.former.volume_ml) == ("", None)
        withdrawn = desk.record.last_step()
        assert withdrawn is not None
        assert withdrawn.kind is RecordKind.INCIDENT
        assert desk.record.undo() is not None
        desk.close()


def every_procedure(desk: Desk) -> list[Procedure]:
    people = desk.patients.find("", 100)
    problems = [problem for person in people for problem in desk.review.problems(person.id)]
    return [fact for problem in problems for fact in desk.review.timeline(problem.id).procedures]


def test_the_demo_of_then_and_of_now_have_the_same_verdicts(tmp_path: Path) -> None:
    past = clinics.open_clinic(unpacked(PAST / "schema-1.sqlite.gz", tmp_path), BENCH)
    demo.make(tmp_path / "new.cortitrack", BENCH, paths.resources() / "demo", patients=3, as_of=NOW.date())
    new = clinics.open_clinic(tmp_path / "new.cortitrack", BENCH)

    def told(desk: Desk) -> list[tuple[int, str]]:
        return [(row.injection_id, packed(row.verdict)) for row in desk.judging.verdict_rows()]

    assert told(new) == told(past)
    past.close()
    new.close()
