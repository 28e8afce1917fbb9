"""One clinic's file: opened with care, read and written in whole transactions."""

from __future__ import annotations

import errno
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from cortitrack.db.migrate import APPLICATION_ID, migrate, newest
from cortitrack.domain.errors import StorageTrouble, Trouble

Connection = sqlite3.Connection

BUSY_SECONDS = 5.0
CHECKED_WHOLE_BELOW = 4 * 1024 * 1024  # a quick check of a file this small takes a few milliseconds
HEADER = b"SQLite format 3\x00"

_TROUBLES = {
    sqlite3.SQLITE_PERM: Trouble.NO_ACCESS,
    sqlite3.SQLITE_BUSY: Trouble.LOCKED,
    sqlite3.SQLITE_LOCKED: Trouble.LOCKED,
    sqlite3.SQLITE_READONLY: Trouble.READ_ONLY,
    sqlite3.SQLITE_IOERR: Trouble.DISK,
    sqlite3.SQLITE_CORRUPT: Trouble.DAMAGED,
    sqlite3.SQLITE_FULL: Trouble.FULL,
    sqlite3.SQLITE_CANTOPEN: Trouble.NO_ACCESS,
    sqlite3.SQLITE_AUTH: Trouble.READ_ONLY,
    sqlite3.SQLITE_NOTADB: Trouble.NOT_A_CLINIC,
}
_SYSTEM = {errno.ENOSPC: Trouble.FULL, errno.EDQUOT: Trouble.FULL, errno.EROFS: Trouble.READ_ONLY}


@contextmanager
def told_as_trouble(path: Path) -> Iterator[None]:
    """Turn what the disk and the file do to us into `StorageTrouble`; our own mistakes pass as they are."""
    try:
        yield
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", None)
        trouble = None if code is None else _TROUBLES.get(code & 0xFF)
        if trouble is None:
            raise
        raise StorageTrouble(trouble, path) from error
    except OSError as error:
        raise StorageTrouble(trouble_of(error), path) from error


def trouble_of(error: OSError) -> Trouble:
    """What an error of the operating system means for a person."""
    if isinstance(error, FileExistsError):
        return Trouble.EXISTS
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return Trouble.MISSING
    if isinstance(error, PermissionError):
        return Trouble.NO_ACCESS
    return _SYSTEM.get(error.errno or 0, Trouble.DISK)


class Database:
    """A connection to one clinic's file, for one thread at a time."""

    def __init__(self, path: Path, *, read_only: bool = False) -> None:
        """Open the file; a file of an older version is brought up to date, after a copy was taken.

        Raises:
            StorageTrouble: there is none, it is no clinic, damaged, newer, or cannot be reached.
        """
        self.path = path
        self.read_only = read_only
        look_over(path)
        with told_as_trouble(path):
            self._connection = _connect(path, read_only)
            try:
                self._bring_up_to_date()
            except BaseException:
                self._connection.close()
                raise

    def _bring_up_to_date(self) -> None:
        if _greet(self._connection, self.path) == newest():
            return
        if self.read_only:
            raise StorageTrouble(Trouble.OLDER, self.path)
        migrate(self._connection, self.path)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One consistent view of the file, for reading only."""
        connection = self._connection
        with told_as_trouble(self.path):
            if connection.in_transaction:
                yield connection
                return
            connection.execute("BEGIN")
            try:
                yield connection
            finally:
                connection.rollback()

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction: kept whole at the end, or not at all."""
        if self.read_only:
            raise StorageTrouble(Trouble.READ_ONLY, self.path)
        with self._whole_or_not("BEGIN IMMEDIATE") as connection:
            yield connection

    @contextmanager
    def beside_writing(self) -> Iterator[Connection]:
        """For a file opened for reading only: a transaction that writes tables of the connection's own."""
        with self._whole_or_not("BEGIN") as connection:
            yield connection

    @contextmanager
    def _whole_or_not(self, begin: str) -> Iterator[Connection]:
        connection = self._connection
        with told_as_trouble(self.path):
            connection.execute(begin)
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise

    def changed_by_others(self) -> int:
        """A number that changes whenever another connection has written."""
        with told_as_trouble(self.path):
            return _number(self._connection, "data_version")

    def beside(self) -> Database:
        """A second connection to the same file, for another thread."""
        return Database(self.path, read_only=self.read_only)

    def close(self) -> None:
        """Close the file; what was written is already safe, and a reader leaves nothing beside the file."""
        self._connection.close()
        if self.read_only:
            _tidy(self.path)


@contextmanager
def create_file(path: Path) -> Iterator[Database]:
    """Make a new clinic's file beside `path` and put it there when all is in it; nothing is ever overwritten.

    Raises:
        StorageTrouble: there is a file of that name, or the disk does not take one.
    """
    with told_as_trouble(path):
        if path.exists():
            raise StorageTrouble(Trouble.EXISTS, path)
        draft = path.with_name(f".{path.name}.{os.getpid()}.new")
        draft.unlink(missing_ok=True)
        try:
            connection = sqlite3.connect(draft, isolation_level=None)
            migrate(connection, draft)
            connection.close()
            database = Database(draft)
            try:
                yield database
            finally:
                database.close()
            _put_in_place(draft, path)
        finally:
            for left in (draft, *(draft.with_name(draft.name + end) for end in ("-wal", "-shm", "-journal"))):
                left.unlink(missing_ok=True)


def _put_in_place(draft: Path, path: Path) -> None:
    try:
        os.link(draft, path)  # unlike a renaming, this fails where the name is taken
    except FileExistsError:
        raise
    except OSError:  # a disk without hard links
        if path.exists():
            raise FileExistsError(path) from None
        draft.rename(path)


def look_over(path: Path) -> None:
    """See whether a file is a whole clinic that this program knows, without putting anything beside it.

    Raises:
        StorageTrouble: it is not.
    """
    _look_at(path)
    if path.with_name(path.name + "-wal").exists():
        return  # someone has it open, or was cut off while writing: only a real opening tells
    with told_as_trouble(path):
        connection = _opened(path, "immutable=1")
        try:
            _greet(connection, path)
            if path.stat().st_size < CHECKED_WHOLE_BELOW:
                said = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
                if said != "ok":
                    raise StorageTrouble(Trouble.DAMAGED, path)
        finally:
            connection.close()


def _greet(connection: Connection, path: Path) -> int:
    if _number(connection, "application_id") != APPLICATION_ID:
        raise StorageTrouble(Trouble.NOT_A_CLINIC, path)
    version = _number(connection, "user_version")
    if version > newest():
        raise StorageTrouble(Trouble.NEWER, path)
    return version


def _number(connection: Connection, pragma: str) -> int:
    return int(connection.execute(f"PRAGMA {pragma}").fetchone()[0])


def _look_at(path: Path) -> None:
    """Say what SQLite would not say well: nothing there, no clinic, cut short."""
    try:
        with path.open("rb") as file:
            head = file.read(100)
            size = file.seek(0, os.SEEK_END)
    except IsADirectoryError as error:
        raise StorageTrouble(Trouble.NOT_A_CLINIC, path) from error
    except OSError as error:
        raise StorageTrouble(trouble_of(error), path) from error
    if not head.startswith(HEADER):
        raise StorageTrouble(Trouble.NOT_A_CLINIC, path)
    if len(head) < 100 or _pages_missing(head, size):
        raise StorageTrouble(Trouble.DAMAGED, path)


def _pages_missing(head: bytes, size: int) -> bool:
    page = int.from_bytes(head[16:18], "big")
    page = 65536 if page == 1 else page
    counted = head[24:28] == head[92:96]  # else the count of pages in the header is not to be trusted
    return counted and size < page * int.from_bytes(head[28:32], "big")


def _connect(path: Path, read_only: bool) -> Connection:
    if not read_only:
        connection = _opened(path, "mode=rw")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        return connection
    try:
        connection = _opened(path, "mode=ro")
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except sqlite3.OperationalError:
        if os.access(path.parent, os.W_OK):
            raise
        # On a disk that cannot be written nobody else writes either, and no side files can be made.
        connection = _opened(path, "immutable=1")
    return connection


def _tidy(path: Path) -> None:
    """Remove the empty side files that a reader had to make and may not remove; the last one out can."""
    log = path.with_name(path.name + "-wal")
    with suppress(sqlite3.Error, OSError):
        if log.stat().st_size == 0:
            connection = _opened(path, "mode=rw")
            try:
                connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
            finally:
                connection.close()


def _opened(path: Path, how: str) -> Connection:
    connection = sqlite3.connect(
        f"{path.resolve().as_uri()}?{how}",
        uri=True,
        timeout=BUSY_SECONDS,
        isolation_level=None,
        check_same_thread=False,
    )
    try:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute("PRAGMA cache_size = -32000")
    except BaseException:
        connection.close()
        raise
    return connection
