"""Parts of a line put together: only those that say something."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from cortitrack.words.figures import day_short, percent
from cortitrack.words.tongue import t


def join(*parts: str) -> str:
    """The parts that say something, one after the other."""
    return ", ".join(part for part in parts if part)


def named(name: str, more: str) -> str:
    """A name with what belongs to it: NSAID: naproxen."""
    return t("{name}: {value}", name=name, value=more) if more else name


def until(to_on: date | None) -> str:
    """The end of something that lasts; empty where it goes on."""
    return t("until {date}", date=day_short(to_on)) if to_on else ""


def with_percent(name: str, value: Decimal | None) -> str:
    """A name with its percentage; empty where there is none."""
    return "" if value is None else f"{name} {percent(value)}"


def yes_no(name: str, answer: bool | None) -> str:
    """What was answered; empty where nothing is recorded, which is not the answer no."""
    if answer is None:
        return ""
    return t("{name}: yes", name=name) if answer else t("{name}: no", name=name)
