"""The two troubles in words: why a value was refused, what is wrong with the file, and what to do about it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path

from cortitrack.domain.errors import Invalid, Trouble, Why
from cortitrack.rules.ruleset import BY_KEY
from cortitrack.words.figures import day, number
from cortitrack.words.labels import field_name, heading
from cortitrack.words.tongue import nt, t

Found = Mapping[str, object]
MEGABYTE = 1_000_000
CHOICES_SHOWN = 8

WHYS: Mapping[Why, str] = {
    Why.MISSING: "nothing is filled in. Fill it in.",
    Why.NOT_A_DATE: "{value} is not a date. Write it as 2026-03-04.",
    Why.NOT_A_TIME: "{value} is not a time. Write it as 14:30.",
    Why.NOT_A_NUMBER: "{value} is not a number. Write digits, with a point before decimals.",
    Why.NOT_WHOLE: "{value} is not a whole number. Leave the decimals away.",
    Why.TOO_PRECISE: "{value} has too many decimals.",
    Why.OUT_OF_RANGE: "{value} lies outside {low} to {high}. Check the value and its unit.",
    Why.FUTURE: "{value} lies in the future. Check the date.",
    Why.BEFORE_BIRTH: "{value} lies before the date of birth. Check both dates.",
    Why.BEFORE_START: "{value} lies before the start, {start}. Check both dates.",
    Why.UNKNOWN_CODE: "{value} is not known here.",
    Why.AMBIGUOUS: "{value} can be read in two ways. Write it as 2026-03-04.",
    Why.TOO_LONG: "{length} characters are too many; {limit} fit. Shorten it.",
    Why.CONTROL_CHARACTER: "it holds an invisible control character. Type it again by hand.",
    Why.NOBODY: "{value} refers to nothing that is recorded. Check the id.",
    Why.USED_TWICE: "{value} is used twice. Give each entry an id of its own.",
    Why.OTHER_PATIENT: "{value} belongs to another person. Check the ids.",
    Why.ALONE: "it stands alone; it needs its partner field. Fill in both or neither.",
    Why.NOT_READABLE: "it cannot be read. Check what it is and try again.",
    Why.STALE: "someone changed it in the meantime. Look at it again, then repeat the change.",
    Why.UNANSWERED: "{value} speak of this injection and are not answered yet. Acknowledge or override them.",
    Why.UNPRINTABLE: "none of the bundled fonts can print {value}. Write it with other letters.",
    Why.DECIMAL_COMMA: "{value} has a decimal comma. Write a point instead.",
    Why.NOT_UTF8: "the text is not UTF-8. Save the file as UTF-8 and try again.",
    Why.NUL: "it holds a zero byte. Export the file again.",
    Why.NO_COLUMN: "this required column is not in the file. Add it.",
    Why.COLUMN_TWICE: "this column stands in the file twice. Take one away.",
    Why.NOT_COMMAS: "the columns are separated by {separator}. Save the file with commas.",
    Why.TOO_MANY_CELLS: "the row has {length} cells, the heading {limit}. Check quotes and commas.",
    Why.BAD_QUOTES: "a quotation mark is not closed. Check the quotes of this row.",
    Why.REFERS_TO_REFUSED: "{value} stands in a refused row of {file}. Mend that row first.",
    Why.NO_SUCH_FILE: "there is no such file or folder. Check the name.",
    Why.NOT_AN_ARCHIVE: "nothing in it is a file that CortiTrack reads. Choose the archive’s folder or zip.",
    Why.BROKEN_ZIP: "the zip is damaged. Copy or download it again.",
    Why.ENCRYPTED_ZIP: "the zip has a password. Unpack it first and choose the folder.",
    Why.UNSAFE_PATH: "{value} points outside the archive. Make the zip again.",
    Why.TOO_LARGE: "{length} are more than the {limit} that can be read at once. Split the file.",
}

TROUBLES: Mapping[Trouble, str] = {
    Trouble.MISSING: "There is no file “{name}” in {folder}. Choose another file, or make a new clinic.",
    Trouble.EXISTS: "“{name}” is there already and stays as it is. Choose another name.",
    Trouble.NOT_A_CLINIC: "“{name}” is not a clinic of CortiTrack. Choose another file; this one was not changed.",
    Trouble.DAMAGED: "“{name}” is damaged and was not changed. Restore the last backup under a new name.",
    Trouble.NEWER: "“{name}” was written by a newer CortiTrack. Install the newer version to open it.",
    Trouble.OLDER: "“{name}” was written by an older CortiTrack. Open it once for writing to bring it up to date.",
    Trouble.LOCKED: "“{name}” is in use by {holder}. Ask them to close it, or open it to read only.",
    Trouble.READ_ONLY: "“{name}” can only be read here. Copy it to a folder in which you can write.",
    Trouble.FULL: "The disk that holds “{name}” is full. Free some space, then repeat; nothing was lost.",
    Trouble.NO_ACCESS: "The system does not let CortiTrack use “{name}”. Check the rights of the file and folder.",
    Trouble.DISK: "Reading or writing “{name}” failed. Check the disk or the network, then try again.",
}


def refusal(invalid: Invalid) -> str:
    """Why a value was refused, and what to do: Dose in mg: 2000 lies outside 0 to 1000. Check the value."""
    if invalid.why is Why.MISSING and invalid.field == "pgic":
        return t("Nothing is filled in. Give the overall impression, the recalled relief or a note.")
    own = _OWN.get(invalid.why)
    why = own(invalid.found) if own else _said(invalid.why, invalid.found)
    if not invalid.field:
        return heading(why)
    return t("{Field}: {why}", Field=heading(field_name(invalid.field)), why=why)


def trouble(kind: Trouble, path: Path, holder: str = "") -> str:
    """What is wrong with a file, and what to do about it."""
    who = holder or t("another program")
    return t(TROUBLES[kind], name=path.name, folder=path.parent, holder=who)


def _said(why: Why, found: Found) -> str:
    shown: dict[str, object] = {key: value_words(value) for key, value in found.items()}
    named = ("value", "low", "high", "start", "limit", "length", "separator", "file")
    return t(WHYS[why], **{key: shown.get(key, t("this")) for key in named})


def value_words(value: object) -> str:
    """A refused value as it is quoted: a number as it is, a date in words, a text in quotes."""
    if isinstance(value, date):
        return day(value)
    if isinstance(value, Decimal | int | float) and Decimal(value).is_finite():
        return number(value)
    text = str(value)
    return field_name(text) if text in BY_KEY else f"“{text}”"


def _too_precise(found: Found) -> str:
    places = found.get("places")
    if not isinstance(places, int):
        return _said(Why.TOO_PRECISE, found)
    if places == 0:
        return t("{value} has decimals. Give a whole number.", value=value_words(found.get("value", "")))
    return nt(
        "{value} has too many decimals. Give at most {n}.",
        "{value} has too many decimals. Give at most {n}.",
        places,
        value=value_words(found.get("value", "")),
    )


def _unknown(found: Found) -> str:
    said = _said(Why.UNKNOWN_CODE, found)
    choices = found.get("choices")
    if not isinstance(choices, tuple | list) or not choices:
        return said
    few = ", ".join(str(choice) for choice in choices[:CHOICES_SHOWN])
    more = " …" if len(choices) > CHOICES_SHOWN else ""
    return t("{said} Known are: {choices}", said=said, choices=f"{few}{more}")


def _too_large(found: Found) -> str:
    sizes = {key: _megabytes(found.get(key)) for key in ("length", "limit")}
    return t(WHYS[Why.TOO_LARGE], **sizes)


def _megabytes(size: object) -> str:
    if not isinstance(size, int):
        return t("this")
    return t("{n} MB", n=number(Decimal(size * 10 // MEGABYTE).scaleb(-1)))


_OWN: Mapping[Why, Callable[[Found], str]] = {
    Why.TOO_PRECISE: _too_precise,
    Why.UNKNOWN_CODE: _unknown,
    Why.TOO_LARGE: _too_large,
}
