"""Where an archive's files come from: a folder, a zip or a single file, never unpacked to disk."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO

from cortitrack.domain.errors import Invalid, Why
from cortitrack.exchange.layout import BY_FILE, Layout
from cortitrack.exchange.problems import NotRead, Problems

MOST_BYTES = 2 << 30  # of one file
MOST_TOGETHER = 4 << 30
SMALL = 16 << 20  # below this, how well a file is packed does not matter
MOST_PACKED = 150  # times smaller than the file; scores as they occur pack about ten times


@dataclass(frozen=True, slots=True)
class Table:
    """One file of the archive that can be opened."""

    label: str
    layout: Layout
    size: int
    open: Callable[[], IO[bytes]]


@contextmanager
def open_tables(paths: Sequence[Path], problems: Problems) -> Iterator[list[Table]]:
    """Find the archive's files in what was given, in the order in which records refer to one another.

    What cannot be opened is noted in `problems`.
    """
    with ExitStack() as stack:
        tables: list[Table] = []
        for path in paths:
            tables += _tables_of(path, stack, problems, f"{path.name}/" if len(paths) > 1 else "")
        yield sorted(tables, key=lambda table: list(BY_FILE).index(table.layout.file))


def _tables_of(path: Path, stack: ExitStack, problems: Problems, prefix: str) -> list[Table]:
    try:
        if path.is_dir():
            found = _in_folder(path, problems, prefix)
        elif not path.exists():
            raise Invalid("", Why.NO_SUCH_FILE)
        elif not path.is_file():
            raise Invalid("", Why.NOT_AN_ARCHIVE)
        elif path.name.lower() in BY_FILE:
            found = [_plain(path, path.name)]
        else:
            found = _in_zip(path, stack, problems, prefix)
        if not found:
            raise Invalid("", Why.NOT_AN_ARCHIVE)
    except Invalid as invalid:
        problems.add(path.name, 0, invalid)
    except (OSError, ValueError):
        problems.add(path.name, 0, Invalid("", Why.NOT_READABLE))
    else:
        return found
    return []


def _plain(path: Path, label: str) -> Table:
    size = path.stat().st_size
    if size > MOST_BYTES:
        raise Invalid("", Why.TOO_LARGE, limit=MOST_BYTES, length=size)
    return Table(label, BY_FILE[path.name.lower()], size, lambda: path.open("rb"))


def _in_folder(folder: Path, problems: Problems, prefix: str) -> list[Table]:
    found = []
    for path in sorted(folder.iterdir()):
        if path.name.lower() in BY_FILE and path.is_file():
            found.append(_plain(path, prefix + path.name))
        elif not path.name.startswith("."):
            problems.not_read.append(NotRead(prefix + path.name))
    return found


def _in_zip(path: Path, stack: ExitStack, problems: Problems, prefix: str) -> list[Table]:
    if not zipfile.is_zipfile(path):
        raise Invalid("", Why.NOT_AN_ARCHIVE)
    try:
        packed = stack.enter_context(zipfile.ZipFile(path))
        entries = [entry for entry in packed.infolist() if not entry.is_dir() and not _hidden(entry.filename)]
        check_entries(entries)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, UnicodeError):
        raise Invalid("", Why.BROKEN_ZIP) from None
    known = [entry for entry in entries if _name(entry) in BY_FILE]
    _in_one_folder(known)
    problems.not_read.extend(NotRead(prefix + entry.filename) for entry in entries if _name(entry) not in BY_FILE)
    return [
        Table(
            prefix + entry.filename,
            BY_FILE[_name(entry)],
            entry.file_size,
            lambda entry=entry: packed.open(entry),  # type: ignore[misc]
        )
        for entry in known
    ]


def check_entries(entries: Sequence[zipfile.ZipInfo]) -> None:
    """Raise `Invalid` for a zip that points outside itself, claims too much, is a bomb, or is encrypted."""
    for entry in entries:
        parts = PurePosixPath(entry.filename.replace("\\", "/")).parts
        if ".." in parts or entry.filename.startswith(("/", "\\")) or ":" in parts[0]:
            raise Invalid("", Why.UNSAFE_PATH, value=entry.filename[:80])
        if entry.flag_bits & 0x1:
            raise Invalid("", Why.ENCRYPTED_ZIP)
        bomb = entry.file_size > SMALL and entry.file_size > MOST_PACKED * max(entry.compress_size, 1)
        if entry.file_size > MOST_BYTES or bomb:
            raise Invalid("", Why.TOO_LARGE, limit=MOST_BYTES, length=entry.file_size)
    together = sum(entry.file_size for entry in entries)
    if together > MOST_TOGETHER:
        raise Invalid("", Why.TOO_LARGE, limit=MOST_TOGETHER, length=together)


def _hidden(name: str) -> bool:
    return name.startswith("__MACOSX/") or PurePosixPath(name).name.startswith(".")


def _name(entry: zipfile.ZipInfo) -> str:
    return PurePosixPath(entry.filename.replace("\\", "/")).name.lower()


def _in_one_folder(entries: Sequence[zipfile.ZipInfo]) -> None:
    """Two files of one name, or files of several folders, could be two archives: that is not guessed."""
    names = [_name(entry) for entry in entries]
    folders = {PurePosixPath(entry.filename.replace("\\", "/")).parent for entry in entries}
    for name in names:
        if names.count(name) > 1 or len(folders) > 1:
            raise Invalid("", Why.AMBIGUOUS, value=name)
