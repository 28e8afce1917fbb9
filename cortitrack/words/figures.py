"""Numbers, scores, doses, dates and spans as a person reads them; years always have four digits."""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal

from cortitrack.words.tongue import nt, t

MINUS = "−"
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
MONTHS_SHORT = (
    "Jan", "Feb", "Mar", "Apr", "May|short", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
WEEK = 7
FEW_DAYS = 28
TWO_YEARS = 730


def _point() -> str:
    return t("0.0")[1:-1]  # a translator writes 0,0 where the decimal sign is a comma


def _decimal(value: Decimal, least: int = 0) -> str:
    whole = value.normalize()
    places = max(least, -int(whole.as_tuple().exponent), 0)
    return f"{whole:.{places}f}".replace("-", MINUS).replace(".", _point())


def number(value: Decimal | float) -> str:
    """A number as short as it can be said exactly: 40, 0.5, −1.25."""
    exact = value if isinstance(value, Decimal) else Decimal(str(value))
    return _decimal(exact + 0 if exact else Decimal(0))


def score(tenths: int) -> str:
    """A pain score from whole tenths: 8, 7.5."""
    return number(Decimal(tenths).scaleb(-1))


def points(value: float) -> str:
    """A computed score or difference, with at least one decimal: 8.0, 7.25."""
    return _decimal(Decimal(str(round(value, 3))) + 0, least=1)


def change(fall: float) -> str:
    """A fall as what it is to the reader: −5.0 for a fall, +1.0 for a rise."""
    if fall > 0:
        return MINUS + points(fall)
    return f"+{points(-fall)}" if fall < 0 else points(0)


def percent(value: Decimal | float) -> str:
    """A percentage, cut and never rounded, so that 29.9 is not shown as the 30 it did not reach."""
    return t("{value} %", value=number(int(round(float(value), 6))))


def dose(amount: Decimal | None, unit: str) -> str:
    """An amount with its unit: 40 mg; nothing where none is recorded."""
    return "" if amount is None else t("{value} {unit}", value=number(amount), unit=unit)


def day(on: date) -> str:
    """12 January 2026."""
    return t("{day} {month} {year:04d}", day=on.day, month=t(MONTHS[on.month - 1]), year=on.year)


def day_long(on: date) -> str:
    """Wednesday 4 March 2026."""
    return t("{weekday} {date}", weekday=t(WEEKDAYS[on.weekday()]), date=day(on))


def day_short(on: date) -> str:
    """12 Jan 2026."""
    month = t(MONTHS_SHORT[on.month - 1]).removesuffix("|short")
    return t("{day} {month_short} {year:04d}", day=on.day, month_short=month, year=on.year)


def clock(at: time) -> str:
    """09:05."""
    return f"{at:%H:%M}"


def moment(at: datetime) -> str:
    """12 January 2026, 09:05."""
    return t("{date}, {time}", date=day(at.date()), time=clock(at.time()))


def span(days: int) -> str:
    """A length of time in the unit in which people count it: 1 day, 27 days, 6 weeks, 3 years."""
    if days < FEW_DAYS:
        return nt("{n} day", "{n} days", days)
    if days < TWO_YEARS:
        return nt("{n} week", "{n} weeks", days // WEEK)
    years = int(days / 365.25)
    return nt("{n} year", "{n} years", years)


def later(days: int) -> str:
    """How long after it happened something was recorded: same day, 2 days later."""
    if days <= 0:
        return t("same day")
    return nt("{n} day later", "{n} days later", days)


def age(years: int) -> str:
    """58 y."""
    return t("{years} y", years=years)


def day_number(days: int) -> str:
    """A day counted from the injection: day 14, day −3."""
    return t("day {n}", n=number(days))
