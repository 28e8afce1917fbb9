"""From the text of one cell to a value and back: nothing is guessed, and what is refused says why."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, time
from decimal import Decimal
from enum import StrEnum

from cortitrack.domain.errors import Invalid, Why

Read = Callable[[str, str], object]  # (column, cell that is not empty) → value
Write = Callable[[object], str]

_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_NUMBERS_DATE = re.compile(r"([0-9]{1,2})([./ -])([0-9]{1,2})\2([0-9]{4}|[0-9]{2})")
_TIME = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]")
_NUMBER = re.compile(r"[+-]?([0-9]{1,20}(\.[0-9]{0,20})?|\.[0-9]{1,20})")
_COMMA_NUMBER = re.compile(r"[+-]?[0-9]*,[0-9]+|[+-]?[0-9]{1,3}([.,' ][0-9]{3})+([.,][0-9]+)?")
_LONGEST_SHOWN = 80


def shown(cell: str) -> str:
    """A cell as a refusal may repeat it: short, and without what could not be printed."""
    plain = "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in cell)
    return plain if len(plain) <= _LONGEST_SHOWN else plain[: _LONGEST_SHOWN - 1] + "…"


def readable(column: str, cell: str) -> None:
    """Raise `Invalid` for a cell with bytes in it that are no text."""
    if cell.isascii() and cell.isprintable():
        return
    if "\0" in cell:
        raise Invalid(column, Why.NUL)
    if any("\ud800" <= c <= "\udfff" for c in cell):
        raise Invalid(column, Why.NOT_UTF8, value=shown(cell), encoding="")


def read_text(column: str, cell: str) -> str:
    """The text as it is; line ends inside it become newlines."""
    return cell.replace("\r\n", "\n").replace("\r", "\n") if "\r" in cell else cell


def read_date(column: str, cell: str) -> date:
    """A date `YYYY-MM-DD`; 03/04/2026 could be two days and is refused as ambiguous."""
    cell = cell.strip()
    if _DATE.fullmatch(cell):
        try:
            return date.fromisoformat(cell)
        except ValueError:
            raise Invalid(column, Why.NOT_A_DATE, value=cell) from None
    numbers = _NUMBERS_DATE.fullmatch(cell)
    if numbers and int(numbers[1]) <= 12 and int(numbers[3]) <= 12:
        raise Invalid(column, Why.AMBIGUOUS, value=cell)
    raise Invalid(column, Why.NOT_A_DATE, value=shown(cell))


def write_date(value: object) -> str:
    """A date as `YYYY-MM-DD`."""
    assert isinstance(value, date)
    return value.isoformat()


def read_time(column: str, cell: str) -> time:
    """A time `HH:MM`."""
    cell = cell.strip()
    if not _TIME.fullmatch(cell):
        raise Invalid(column, Why.NOT_A_TIME, value=shown(cell))
    return time(int(cell[:2]), int(cell[3:]))


def write_time(value: object) -> str:
    """A time as `HH:MM`."""
    assert isinstance(value, time)
    return value.isoformat("minutes")


def read_decimal(column: str, cell: str) -> Decimal:
    """A number with a decimal point, in its shortest form."""
    cell = cell.strip()
    if _NUMBER.fullmatch(cell):
        return (Decimal(cell) + 0).normalize()
    why = Why.DECIMAL_COMMA if _COMMA_NUMBER.fullmatch(cell) else Why.NOT_A_NUMBER
    raise Invalid(column, why, value=shown(cell))


def write_decimal(value: object) -> str:
    """A number in its shortest plain form, never with an exponent."""
    assert isinstance(value, Decimal)
    return f"{(value + 0).normalize():f}"


def read_whole(column: str, cell: str) -> int:
    """A whole number."""
    number = read_decimal(column, cell)
    if number != number.to_integral_value():
        raise Invalid(column, Why.NOT_WHOLE, value=shown(cell))
    return int(number)


def read_yes_no(column: str, cell: str) -> bool:
    """Yes or no."""
    answer = cell.strip().lower()
    if answer not in ("yes", "no"):
        raise Invalid(column, Why.UNKNOWN_CODE, value=shown(cell), choices=("yes", "no"))
    return answer == "yes"


def write_yes_no(value: object) -> str:
    """Yes or no."""
    return "yes" if value else "no"


def read_code(codes: type[StrEnum]) -> Read:
    """A reader of the codes of one closed set; capitals do not matter."""
    known: dict[str, StrEnum] = {code.value.lower(): code for code in codes}

    def read(column: str, cell: str) -> StrEnum:
        code = known.get(cell.strip().lower())
        if code is None:
            raise Invalid(column, Why.UNKNOWN_CODE, value=shown(cell), choices=tuple(code.value for code in codes))
        return code

    return read


def read_instrument(column: str, cell: str) -> str:
    """The code of a questionnaire, in small letters; whether it is known the fact itself says."""
    return cell.strip().lower()


def write_text(value: object) -> str:
    """The text as it is."""
    return str(value)
