"""The few tests from which every fact checks itself."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from cortitrack.domain.errors import Invalid, Why

LINE = 200  # characters of a field that is one line
LONG = 10_000  # characters of a note
EARLIEST = date(1880, 1, 1)
LATEST = date(2200, 12, 31)


def required(field: str, text: str) -> None:
    """Raise `Invalid` where a text that must be there is empty or blank."""
    if not text.strip():
        raise Invalid(field, Why.MISSING)


def text_fits(limit: int, **fields: str) -> None:
    """Raise `Invalid` for a text longer than `limit` characters or with control characters in it."""
    for field, text in fields.items():
        if len(text) > limit:
            raise Invalid(field, Why.TOO_LONG, limit=limit, length=len(text))
        if any(_is_control(c) for c in text):
            raise Invalid(field, Why.CONTROL_CHARACTER)


def _is_control(c: str) -> bool:
    return (c < " " and c not in "\n\t") or c == "\x7f" or "\ud800" <= c <= "\udfff"


def within(field: str, value: Decimal | int | None, low: Decimal | int, high: Decimal | int) -> None:
    """Raise `Invalid` where a recorded number lies outside `low` … `high`; nothing recorded is fine."""
    if value is None:
        return
    if isinstance(value, Decimal) and not value.is_finite():
        raise Invalid(field, Why.NOT_A_NUMBER, value=str(value))
    if not low <= value <= high:
        raise Invalid(field, Why.OUT_OF_RANGE, value=value, low=low, high=high)


def amount(field: str, value: Decimal | None, low: int | Decimal, high: int | Decimal, places: int = 3) -> None:
    """As `within`, for a decimal amount that may have at most `places` decimals."""
    within(field, value, low, high)
    if value is not None and -int(value.normalize().as_tuple().exponent) > places:
        raise Invalid(field, Why.TOO_PRECISE, value=value, places=places)


def dated(**fields: date | None) -> None:
    """Raise `Invalid` for a date outside what a living person's record can hold."""
    for field, on in fields.items():
        if on is not None and not EARLIEST <= on <= LATEST:
            raise Invalid(field, Why.OUT_OF_RANGE, value=on, low=EARLIEST, high=LATEST)


def in_order(first: date | None, field: str, last: date | None) -> None:
    """Raise `Invalid` at `field` where its date `last` lies before `first`."""
    if first is not None and last is not None and last < first:
        raise Invalid(field, Why.BEFORE_START, value=last, start=first)
