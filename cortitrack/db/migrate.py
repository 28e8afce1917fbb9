"""Brings a file up to date: numbered scripts, each whole or not at all, after a copy of the file was taken."""

from __future__ import annotations

import re
import sqlite3
from pathlib import Path

APPLICATION_ID = 0x436F7254  # "CorT", in the header of every clinic's file
SCRIPTS = Path(__file__).with_name("migrations")
_NAME = re.compile(r"(\d{4})_\w+\.sql")


def scripts(folder: Path = SCRIPTS) -> dict[int, Path]:
    """The scripts by the version to which they lead."""
    found = {int(match[1]): path for path in folder.iterdir() if (match := _NAME.fullmatch(path.name))}
    return dict(sorted(found.items()))


def newest(folder: Path = SCRIPTS) -> int:
    """The version that this program writes."""
    return max(scripts(folder))


def migrate(connection: sqlite3.Connection, path: Path, folder: Path = SCRIPTS) -> Path | None:
    """Run every script above the file's version; return the copy taken first, where there was something to copy."""
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    todo = {number: script for number, script in scripts(folder).items() if number > version}
    copy = _copied(connection, path, version) if todo and version else None
    for number, script in todo.items():
        _run(connection, number, script.read_text("utf-8"))
    return copy


def _copied(connection: sqlite3.Connection, path: Path, version: int) -> Path:
    target = free_name(path.with_name(f"{path.stem}.before-version-{version + 1}{path.suffix}"))
    copy = sqlite3.connect(target)
    try:
        connection.backup(copy)
    finally:
        copy.close()
    return target


def free_name(path: Path) -> Path:
    """`path`, or the first of its numbered neighbours that does not exist yet."""
    number, free = 1, path
    while free.exists():
        number += 1
        free = path.with_name(f"{path.stem}-{number}{path.suffix}")
    return free


def _run(connection: sqlite3.Connection, number: int, script: str) -> None:
    whole = (
        f"BEGIN IMMEDIATE;\n{script}\n"
        f"PRAGMA application_id = {APPLICATION_ID};\nPRAGMA user_version = {number};\nCOMMIT;"
    )
    try:
        connection.executescript(whole)
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
