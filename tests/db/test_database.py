import sqlite3
from pathlib import Path

import pytest

from cortitrack.db.database import Database, create_file
from cortitrack.db.lock import WriterLock
from cortitrack.db.migrate import APPLICATION_ID, migrate, newest, scripts
from cortitrack.domain.errors import StorageTrouble, Trouble
from cortitrack.services.desk import Desk
from tests.clinics import Clock, new_clinic, person_with_a_failed_injection, reopened


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "hill.cortitrack"
    desk = new_clinic(path)
    person_with_a_failed_injection(desk)
    desk.close()
    return path


def refused(path: Path, *, read_only: bool = False) -> Trouble:
    """What is said of a file, which stays byte for byte what it was."""
    before = path.read_bytes() if path.is_file() else None
    beside = sorted(path.parent.iterdir())
    with pytest.raises(StorageTrouble) as trouble:
        reopened(path, read_only=read_only)
    assert (path.read_bytes() if path.is_file() else None) == before
    assert sorted(path.parent.iterdir()) == beside
    return trouble.value.kind


@pytest.mark.parametrize("read_only", [False, True])
class TestRefused:
    def test_nothing_there(self, tmp_path: Path, read_only: bool) -> None:
        assert refused(tmp_path / "none", read_only=read_only) is Trouble.MISSING

    def test_a_folder(self, tmp_path: Path, read_only: bool) -> None:
        assert refused(tmp_path, read_only=read_only) is Trouble.NOT_A_CLINIC

    @pytest.mark.parametrize("text", ["", "a shopping list", "SQLite format 4 is not there yet"])
    def test_another_kind_of_file(self, tmp_path: Path, read_only: bool, text: str) -> None:
        path = tmp_path / "list.txt"
        path.write_text(text, "utf-8")
        assert refused(path, read_only=read_only) is Trouble.NOT_A_CLINIC

    def test_another_database(self, tmp_path: Path, read_only: bool) -> None:
        path = tmp_path / "music.db"
        other = sqlite3.connect(path)
        other.execute("CREATE TABLE songs (name TEXT)")
        other.close()
        assert refused(path, read_only=read_only) is Trouble.NOT_A_CLINIC

    def test_a_file_of_a_later_program(self, file: Path, read_only: bool) -> None:
        later = sqlite3.connect(file)
        later.execute(f"PRAGMA user_version = {newest() + 1}")
        later.close()
        assert refused(file, read_only=read_only) is Trouble.NEWER

    def test_a_file_cut_short(self, file: Path, read_only: bool) -> None:
        file.write_bytes(file.read_bytes()[:-5000])
        assert refused(file, read_only=read_only) is Trouble.DAMAGED

    @pytest.mark.parametrize("start", [4096, 40960, 102400])
    def test_a_page_overwritten(self, file: Path, read_only: bool, start: int) -> None:
        whole = bytearray(file.read_bytes())
        whole[start : start + 4096] = b"\xa5" * 4096
        file.write_bytes(whole)
        assert refused(file, read_only=read_only) is Trouble.DAMAGED


def test_no_file_is_overwritten_by_a_new_clinic(file: Path) -> None:
    before = file.read_bytes()
    with pytest.raises(StorageTrouble) as trouble:
        new_clinic(file)
    assert trouble.value.kind is Trouble.EXISTS
    assert file.read_bytes() == before


def test_a_new_clinic_needs_its_folder(tmp_path: Path) -> None:
    with pytest.raises(StorageTrouble) as trouble:
        new_clinic(tmp_path / "nowhere" / "hill.cortitrack")
    assert trouble.value.kind in {Trouble.MISSING, Trouble.NO_ACCESS}
    assert not list(tmp_path.iterdir())


def test_a_clinic_that_could_not_be_finished_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), create_file(tmp_path / "hill.cortitrack"):
        raise ZeroDivisionError
    assert not list(tmp_path.iterdir())


def test_the_second_to_open_reads_and_is_told_who_writes(file: Path) -> None:
    first, second = reopened(file), reopened(file)
    assert (first.read_only, second.read_only) == (False, True)
    assert second.held_by.startswith("anna on ")
    someone, knee, _ = person_with_a_failed_injection(first)
    assert second.review.timeline(knee.id).patient == someone
    with pytest.raises(StorageTrouble) as trouble:
        person_with_a_failed_injection(second)
    assert (trouble.value.kind, trouble.value.holder) == (Trouble.LOCKED, second.held_by)
    second.close()
    first.close()
    third = reopened(file)
    assert not third.read_only
    third.close()


def test_a_holder_who_died_holds_nothing(file: Path) -> None:
    file.with_name(file.name + ".writer").write_text('{"user": "bo", "host": "desk-2", "since": "2026-01-01T08:00"}')
    desk = reopened(file)
    assert not desk.read_only
    desk.close()


def test_a_note_nobody_can_read_names_nobody(file: Path) -> None:
    lock = WriterLock(file)
    file.with_name(file.name + ".writer").write_text("?", "utf-8")
    assert lock.holder() == ""


def test_a_file_opened_for_reading_is_not_touched(file: Path) -> None:
    before = file.read_bytes()
    clock = Clock()
    desk = reopened(file, clock, read_only=True)
    assert desk.patients.count() == 1
    assert desk.worklist.today().decisions
    with pytest.raises(StorageTrouble) as trouble:
        desk.record.undo()
    assert trouble.value.kind is Trouble.READ_ONLY
    desk.close()
    assert file.read_bytes() == before
    assert not list(file.parent.glob(f"{file.name}-*"))


def _fill(desk: Desk) -> None:
    for _ in range(200):
        person_with_a_failed_injection(desk)


def test_a_full_disk_says_so_and_keeps_what_was_there(file: Path) -> None:
    desk = reopened(file)
    with desk.database.reading() as c:
        pages = c.execute("PRAGMA page_count").fetchone()[0]
    with desk.database.reading() as c:
        c.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(StorageTrouble) as trouble:
        _fill(desk)
    assert trouble.value.kind is Trouble.FULL
    count = desk.patients.count()
    desk.close()
    desk = reopened(file)
    assert desk.patients.count() == count
    desk.close()


def test_a_writer_in_the_way_is_waited_for_then_named(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cortitrack.db.database.BUSY_SECONDS", 0.05)
    one, other = Database(file), Database(file)
    with one.writing(), pytest.raises(StorageTrouble) as trouble, other.writing():
        pass
    assert trouble.value.kind is Trouble.LOCKED
    one.close()
    other.close()


def test_our_own_mistakes_are_no_trouble_of_the_world(file: Path) -> None:
    database = Database(file)
    with pytest.raises(sqlite3.OperationalError), database.reading() as c:
        c.execute("SELECT nonsense FROM nowhere")
    database.close()


def _fail_halfway(database: Database) -> None:
    with database.writing() as c:
        c.execute("UPDATE clinic SET name = 'changed'")
        raise ZeroDivisionError


def test_what_fails_halfway_leaves_nothing(file: Path) -> None:
    database = Database(file)
    with pytest.raises(ZeroDivisionError):
        _fail_halfway(database)
    with database.reading() as c:
        assert c.execute("SELECT name FROM clinic").fetchone()[0] == "Hill Clinic"
    database.close()


class TestMigration:
    @pytest.fixture
    def folder(self, tmp_path: Path) -> Path:
        folder = tmp_path / "migrations"
        folder.mkdir()
        for script in scripts().values():
            (folder / script.name).write_text(script.read_text("utf-8"), "utf-8")
        return folder

    def test_a_copy_is_taken_first(self, file: Path, folder: Path) -> None:
        (folder / f"{newest() + 1:04}_colours.sql").write_text(
            "CREATE TABLE colours (id INTEGER PRIMARY KEY) STRICT;", "utf-8"
        )
        connection = sqlite3.connect(file, isolation_level=None)
        copy = migrate(connection, file, folder)
        assert connection.execute("PRAGMA user_version").fetchone()[0] == newest() + 1
        assert connection.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
        connection.close()
        assert copy is not None
        desk = reopened(copy)
        assert desk.patients.count() == 1
        desk.close()

    def test_a_script_that_fails_leaves_the_file_as_it_was(self, file: Path, folder: Path) -> None:
        (folder / f"{newest() + 1:04}_colours.sql").write_text(
            "CREATE TABLE colours (id INTEGER); SELECT nonsense;", "utf-8"
        )
        connection = sqlite3.connect(file, isolation_level=None)
        with pytest.raises(sqlite3.OperationalError):
            migrate(connection, file, folder)
        assert connection.execute("PRAGMA user_version").fetchone()[0] == newest()
        assert not connection.execute("SELECT 1 FROM sqlite_schema WHERE name = 'colours'").fetchall()
        connection.close()

    def test_a_second_copy_does_not_overwrite_the_first(self, file: Path, folder: Path) -> None:
        (folder / f"{newest() + 1:04}_colours.sql").write_text("SELECT nonsense;", "utf-8")
        connection = sqlite3.connect(file, isolation_level=None)
        for _ in range(2):
            with pytest.raises(sqlite3.OperationalError):
                migrate(connection, file, folder)
        connection.close()
        assert len(list(file.parent.glob(f"*.before-version-{newest() + 1}*"))) == 2

    def test_a_file_that_is_up_to_date_is_left_alone(self, file: Path) -> None:
        connection = sqlite3.connect(file, isolation_level=None)
        assert migrate(connection, file) is None
        connection.close()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE trail SET act = 'added'",
        "DELETE FROM trail",
        "UPDATE steps SET by = 'nobody'",
        "DELETE FROM steps",
        "DELETE FROM pain_scores",
        "DELETE FROM patients",
    ],
)
def test_the_trail_is_only_added_to_and_nothing_is_deleted(file: Path, statement: str) -> None:
    database = Database(file)
    with pytest.raises(sqlite3.IntegrityError), database.writing() as c:
        c.execute(statement)
    database.close()
