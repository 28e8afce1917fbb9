"""Reads a date or a time of day as people type it, and never guesses."""

import re
from collections.abc import Mapping
from datetime import date, time, timedelta

from cortitrack.words.tongue import t

EARLIEST_YEAR, LATEST_YEAR = 1900, 2199

_OFFSET = re.compile(r"([+-])\s*(\d{1,5})\s*([dw]?)")
_YEAR_FIRST = re.compile(r"(\d{4})\s*([-./])\s*(\d{1,2})\s*\2\s*(\d{1,2})")
_YEAR_LAST = re.compile(r"(\d{1,2})\s*([-./])\s*(\d{1,2})\s*\2\s*(\d{4})")
_YEAR_UNCLEAR = re.compile(r"\d{1,2}\s*[-./]\s*\d{1,2}\s*[-./]?\s*(\d{1,3})?")
_BETWEEN_WORDS = re.compile(r"[\s.,/\-]+")
_BRIDGES = {"de", "of", "del", "di"}
_TIME = re.compile(r"(\d{1,2})(?:\s*[:.h]\s*(\d{2}))?\s*(am|pm)?|(\d{1,2})(\d{2})")


class CannotRead(Exception):
    """What was typed is no date or time, or may be more than one; its text says what to do."""


def plain(typed: str) -> str:
    """What was typed in small letters, with the digits and signs of every script made ASCII."""
    signs = {"\u2212": "-", "\u2013": "-", "\u2010": "-", "\u2011": "-", "\uff0b": "+", "\u060c": ","}
    folded = typed.strip().casefold()
    return "".join(str(int(sign)) if sign.isdecimal() else signs.get(sign, sign) for sign in folded)


def read_date(typed: str, today: date, months: Mapping[str, int]) -> date:
    """The one day that can be meant; ``months`` gives the month for each of its names in small letters."""
    text = plain(typed)
    near = {"today": 0, "yesterday": -1, "tomorrow": 1}
    near |= {plain(t("today")): 0, plain(t("yesterday")): -1, plain(t("tomorrow")): 1}
    if text in near:
        return _moved(today, near[text])
    if found := _OFFSET.fullmatch(text):
        sign, count, unit = found.groups()
        return _moved(today, int(sign + count) * (7 if unit == "w" else 1))
    if found := _YEAR_FIRST.fullmatch(text):
        return _existing(int(found[1]), int(found[3]), int(found[4]))
    if found := _YEAR_LAST.fullmatch(text):
        return _year_last(typed.strip(), found[2], int(found[1]), int(found[3]), int(found[4]))
    if _YEAR_UNCLEAR.fullmatch(text):
        raise CannotRead(t("Write the year too, in four digits."))
    return _in_words(text, months)


def read_time(typed: str) -> time:
    """The time of day, from 9:30, 09.30, 0930, 9h30, 9 or 9:30 pm."""
    found = _TIME.fullmatch(plain(typed))
    if found is None:
        raise CannotRead(t("Write a time such as 9:30 or 14:05."))
    hour = int(found[1] or found[4])
    minute = int(found[2] or found[5] or 0)
    if found[3]:
        if not 1 <= hour <= 12:
            raise CannotRead(t("With am or pm the hour runs from 1 to 12."))
        hour = hour % 12 + (12 if found[3] == "pm" else 0)
    if hour > 23 or minute > 59:
        raise CannotRead(t("There is no such time of day."))
    return time(hour, minute)


def _moved(today: date, days: int) -> date:
    try:
        moved = today + timedelta(days=days)
    except OverflowError:
        raise CannotRead(t("That is too far away.")) from None
    if not EARLIEST_YEAR <= moved.year <= LATEST_YEAR:
        raise CannotRead(t("That is too far away."))
    return moved


def _existing(year: int, month: int, day: int) -> date:
    if not EARLIEST_YEAR <= year <= LATEST_YEAR:
        raise CannotRead(t("The year belongs between {first} and {last}.", first=EARLIEST_YEAR, last=LATEST_YEAR))
    try:
        return date(year, month, day)
    except ValueError:
        raise CannotRead(t("There is no such day in the calendar.")) from None


def _year_last(typed: str, mark: str, first: int, second: int, year: int) -> date:
    """With points the day comes first everywhere; with strokes it depends on the country."""
    if mark == "." or first == second or first > 12:
        return _existing(year, second, first)
    if second > 12:
        return _existing(year, first, second)
    one, other = _existing(year, second, first), _existing(year, first, second)
    raise CannotRead(
        t(
            "{typed} can be {one} or {other}: write one of these, or the month as a word.",
            typed=typed,
            one=one.isoformat(),
            other=other.isoformat(),
        )
    )


def _in_words(text: str, months: Mapping[str, int]) -> date:
    parts = [part for part in _BETWEEN_WORDS.split(text) if part and part not in _BRIDGES]
    named = [months[part] for part in parts if part in months]
    figures = [part for part in parts if part.isascii() and part.isdigit()]
    if len(named) != 1 or len(named) + len(figures) != len(parts):
        raise CannotRead(t("Write a date such as 2026-03-04 or 4 March 2026, or today, -3, +14."))
    years = [int(part) for part in figures if len(part) == 4]
    days = [int(part) for part in figures if len(part) <= 2]
    if len(years) != 1:
        raise CannotRead(t("Write the year too, in four digits."))
    if len(days) != 1 or len(figures) != 2:
        raise CannotRead(t("Write a date such as 2026-03-04 or 4 March 2026, or today, -3, +14."))
    return _existing(years[0], named[0], days[0])
