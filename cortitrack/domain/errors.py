"""The two troubles, the user's and the world's, in machine words that `words` can say."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path


class Why(StrEnum):
    """Why a value was refused."""

    MISSING = "missing"
    NOT_A_DATE = "not_a_date"
    NOT_A_TIME = "not_a_time"
    NOT_A_NUMBER = "not_a_number"
    NOT_WHOLE = "not_whole"
    TOO_PRECISE = "too_precise"
    OUT_OF_RANGE = "out_of_range"
    FUTURE = "future"
    BEFORE_BIRTH = "before_birth"
    BEFORE_START = "before_start"
    UNKNOWN_CODE = "unknown_code"
    AMBIGUOUS = "ambiguous"
    TOO_LONG = "too_long"
    CONTROL_CHARACTER = "control_character"
    NOBODY = "nobody"
    USED_TWICE = "used_twice"
    OTHER_PATIENT = "other_patient"
    ALONE = "alone"
    NOT_READABLE = "not_readable"
    STALE = "stale"  # someone changed it in between; found: kind, id
    UNANSWERED = "unanswered"  # rules of safety speak of an injection planned for today (value)
    UNPRINTABLE = "unprintable"  # no bundled font has these characters (value)
    # of archives; `found` in brackets
    DECIMAL_COMMA = "decimal_comma"  # (value)
    NOT_UTF8 = "not_utf8"  # a cell or a whole file (encoding, "" where unknown)
    NUL = "nul"
    NO_COLUMN = "no_column"  # field is the required column
    COLUMN_TWICE = "column_twice"
    NOT_COMMAS = "not_commas"  # columns separated by something else (separator)
    TOO_MANY_CELLS = "too_many_cells"  # (limit, length)
    BAD_QUOTES = "bad_quotes"
    REFERS_TO_REFUSED = "refers_to_refused"  # (value, file)
    NO_SUCH_FILE = "no_such_file"
    NOT_AN_ARCHIVE = "not_an_archive"  # nothing in it that CortiTrack reads
    BROKEN_ZIP = "broken_zip"
    ENCRYPTED_ZIP = "encrypted_zip"
    UNSAFE_PATH = "unsafe_path"  # (value)
    TOO_LARGE = "too_large"  # (limit, length in bytes)


class Invalid(ValueError):
    """A value that a record cannot hold.

    Attributes:
        field: the record's field, as it is named in the archive.
        why: the kind of trouble.
        found: what `words.phrases.refusal` needs for the sentence (value, low, high, limit, choices, other, …).
    """

    def __init__(self, field: str, why: Why, **found: object) -> None:
        super().__init__(f"{field}: {why.value}")
        self.field = field
        self.why = why
        self.found = found


class Trouble(StrEnum):
    """What can be wrong with a clinic's file or the disk it lies on."""

    MISSING = "missing"  # there is no such file
    EXISTS = "exists"  # a new one would overwrite it
    NOT_A_CLINIC = "not_a_clinic"
    DAMAGED = "damaged"
    NEWER = "newer"  # written by a later version of the program
    OLDER = "older"  # has to be brought up to date, which this opening may not do
    LOCKED = "locked"  # another program or person writes it; `holder` says who, where known
    READ_ONLY = "read_only"
    FULL = "full"
    NO_ACCESS = "no_access"  # the system does not let us
    DISK = "disk"  # reading or writing failed


class StorageTrouble(Exception):
    """The world's fault: the file or its disk does not do what was asked; nothing was changed.

    Attributes:
        kind: what is wrong.
        path: the file it is wrong with.
        holder: who else writes the file, where that is known ("anna on desk-2").
    """

    def __init__(self, kind: Trouble, path: Path, holder: str = "") -> None:
        super().__init__(f"{kind.value}: {path.name}")
        self.kind = kind
        self.path = path
        self.holder = holder


class Cancelled(Exception):
    """A person stopped a long piece of work; nothing of it was kept."""
