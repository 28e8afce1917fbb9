"""The one way a fact says that it cannot be: which field, and why, in machine words that `words` can say."""

from __future__ import annotations

from enum import StrEnum


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
