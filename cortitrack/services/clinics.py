"""A clinic's file: made, opened, looked over."""

from __future__ import annotations

from pathlib import Path

from cortitrack.db import clinic as clinic_card
from cortitrack.db import health, trail
from cortitrack.db.database import Database, create_file, look_over
from cortitrack.db.health import Health
from cortitrack.db.lock import WriterLock
from cortitrack.domain.clinic import Clinic
from cortitrack.domain.errors import StorageTrouble, Trouble
from cortitrack.services.bench import Bench
from cortitrack.services.changes import Changes, Did
from cortitrack.services.desk import Desk, set_up

__all__ = ["Bench", "Health", "check", "create", "open_clinic"]


def create(path: Path, clinic: Clinic, bench: Bench) -> Desk:
    """Make a new, empty clinic and open it.

    Raises:
        StorageTrouble: there is a file of that name already, or the disk does not take one.
    """
    with create_file(path) as database, database.writing() as c:
        step = trail.add_step(c, bench.now(), bench.user, Did.CLINIC, None, 1)
        clinic_card.put(c, clinic, step)
    return open_clinic(path, bench)


def open_clinic(path: Path, bench: Bench, *, read_only: bool = False) -> Desk:
    """Open a clinic's file for writing; where another writes it or its disk refuses, for reading only.

    Raises:
        StorageTrouble: there is none, it is no clinic, damaged, newer, or cannot be reached.
    """
    path = path.absolute()
    if read_only:
        return _for_reading(path, bench, StorageTrouble(Trouble.READ_ONLY, path))
    look_over(path)  # nothing is put beside a file that is no clinic
    lock = WriterLock(path)
    try:
        lock.take(bench.user, bench.now())
    except StorageTrouble as trouble:
        if trouble.kind not in {Trouble.LOCKED, Trouble.READ_ONLY, Trouble.NO_ACCESS}:
            raise
        return _for_reading(path, bench, trouble)
    try:
        database = Database(path)
    except StorageTrouble as trouble:
        lock.let_go()
        if trouble.kind is not Trouble.READ_ONLY:
            raise
        return _for_reading(path, bench, trouble)
    except BaseException:
        lock.let_go()
        raise
    return set_up(database, bench, Changes(), _may_write, held_by="", let_go=lock.let_go)


def _for_reading(path: Path, bench: Bench, why: StorageTrouble) -> Desk:
    def refuse() -> None:
        raise StorageTrouble(why.kind, path, why.holder)

    held_by = (why.holder or "?") if why.kind is Trouble.LOCKED else ""
    database = Database(path, read_only=True)
    return set_up(database, bench, Changes(), refuse, held_by=held_by, let_go=_may_write)


def _may_write() -> None:
    return


def check(desk: Desk) -> Health:
    """Is the file whole: every page, every reference, how much there is of what."""
    return health.examine(desk.database)
