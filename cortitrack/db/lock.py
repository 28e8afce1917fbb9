"""One writer per file: a lock that the system lets go of when its holder dies, and a note that says who holds it."""

from __future__ import annotations

import json
import os
import platform
from datetime import datetime
from pathlib import Path

from filelock import FileLock, Timeout

from cortitrack.db.database import told_as_trouble
from cortitrack.domain.errors import StorageTrouble, Trouble


class WriterLock:
    """Held by the one program that may write a clinic's file."""

    def __init__(self, path: Path) -> None:
        """Prepare a lock beside the clinic's file; nothing is taken yet."""
        self._path = path
        self._note = path.with_name(path.name + ".writer")
        self._lock = FileLock(path.with_name(path.name + ".lock"), blocking=False)

    def take(self, user: str, since: datetime) -> None:
        """Take the lock.

        Raises:
            StorageTrouble: locked by another (with who, where known), or the folder cannot be written.
        """
        with told_as_trouble(self._path):
            try:
                self._lock.acquire()
            except Timeout as error:
                raise StorageTrouble(Trouble.LOCKED, self._path, self.holder()) from error
            self._write_note(user, since)

    def _write_note(self, user: str, since: datetime) -> None:
        note = {
            "user": user,
            "host": platform.node(),
            "pid": os.getpid(),
            "since": since.isoformat(timespec="minutes"),
        }
        self._note.write_text(json.dumps(note, ensure_ascii=False), "utf-8")

    def holder(self) -> str:
        """Who holds the lock, as far as the note tells: "anna on desk-2 since 2026-03-04 09:12"."""
        try:
            note = json.loads(self._note.read_text("utf-8"))
            return f"{note['user']} on {note['host']} since {note['since'][:16].replace('T', ' ')}"
        except (OSError, ValueError, KeyError, TypeError):
            return ""

    def let_go(self) -> None:
        """Give the lock back."""
        if self._lock.is_locked:
            self._note.unlink(missing_ok=True)
            self._lock.release()
