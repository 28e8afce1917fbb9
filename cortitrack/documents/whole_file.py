"""Files that are either whole or not there: written beside their place, then moved into it."""

import contextlib
import os
import threading
from pathlib import Path


class PaperTrouble(Exception):
    """The disk refused a document; the cause is the OSError, and the chosen file is as it was."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"the document could not be written: {path.name}")
        self.path = path


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that its name never holds a part of it."""
    beside = path.with_name(f".{path.name}.{os.getpid()}-{threading.get_ident()}.part")
    try:
        try:
            with beside.open("wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            beside.replace(path)
        except BaseException:
            with contextlib.suppress(OSError):
                beside.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise PaperTrouble(path) from error
