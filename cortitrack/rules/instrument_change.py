"""Questionnaires: how far a total moved against the least change that matters, and whether function is limited."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from cortitrack.domain.instruments import INSTRUMENTS, InstrumentTotal
from cortitrack.rules.ruleset import BY_KEY, RuleSet
from cortitrack.rules.thresholds_instruments import ABOUT_FUNCTION, limit_key, mcid_key


class Moved(StrEnum):
    """What a change amounts to."""

    BETTER = "better"
    WORSE = "worse"
    LITTLE = "little"  # less than the least change that matters
    UNKNOWN = "unknown"  # one total only, or nothing to measure it by


@dataclass(frozen=True, slots=True, kw_only=True)
class InstrumentChange:
    """One questionnaire from its first to its last total; `gained` is above zero where it got better."""

    code: str
    first: InstrumentTotal
    last: InstrumentTotal
    gained: Decimal
    needed: Decimal | None
    needed_percent: int | None
    moved: Moved
    higher_is_better: bool
    source: str
    totals: tuple[InstrumentTotal, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """The latest total of a questionnaire about function beside its limit."""

    code: str
    total: Decimal
    limit: Decimal
    beyond: bool
    on: date
    entry: int


def changes(totals: Iterable[InstrumentTotal], today: date, rules: RuleSet) -> tuple[InstrumentChange, ...]:
    """Every questionnaire asked so far, in the order of the list of questionnaires."""
    by_code = _by_code(totals, today)
    return tuple(change_between(by_code[code][0], by_code[code], rules) for code in INSTRUMENTS if code in by_code)


def change_since(
    totals: Iterable[InstrumentTotal], code: str, since: date, today: date, rules: RuleSet
) -> InstrumentChange | None:
    """One questionnaire from its last total on or before a day, an injection's or an operation's, to its latest."""
    asked = _by_code(totals, today).get(code, ())
    before = [one for one in asked if one.on <= since]
    if not before:
        return None
    return change_between(before[-1], tuple(one for one in asked if one.on >= before[-1].on), rules)


def change_between(first: InstrumentTotal, totals: tuple[InstrumentTotal, ...], rules: RuleSet) -> InstrumentChange:
    """From one total to the last of several, against the least change that matters."""
    row, last = INSTRUMENTS[first.instrument], totals[-1]
    gained = last.total - first.total if row.higher_is_better else first.total - last.total
    key = mcid_key(row.code)
    value = rules.values.get(key)
    percent = value if row.mcid_is_percent else None
    needed = None if value is None else first.total * value / 100 if row.mcid_is_percent else Decimal(value) / 100
    return InstrumentChange(
        code=row.code,
        first=first,
        last=last,
        gained=gained,
        needed=needed,
        needed_percent=percent,
        moved=_moved(gained, needed) if first.id != last.id else Moved.UNKNOWN,
        higher_is_better=row.higher_is_better,
        source=BY_KEY[key].source if key in BY_KEY else "",
        totals=totals,
    )


def _moved(gained: Decimal, needed: Decimal | None) -> Moved:
    if needed is None or needed == 0:
        return Moved.UNKNOWN
    if gained >= needed:
        return Moved.BETTER
    return Moved.WORSE if -gained >= needed else Moved.LITTLE


def limits(totals: Iterable[InstrumentTotal], today: date, rules: RuleSet) -> tuple[Limit, ...]:
    """The latest totals of the questionnaires about function, the latest last; old ones do not speak for today."""
    days, found = rules.values["recent_function_days"], []
    by_code = _by_code(totals, today)
    for code in ABOUT_FUNCTION:
        last = by_code[code][-1] if code in by_code else None
        if last is None or (today - last.on).days > days:
            continue
        limit = Decimal(rules.values[limit_key(code)]) / 100
        beyond = last.total < limit if INSTRUMENTS[code].higher_is_better else last.total > limit
        found.append(Limit(code=code, total=last.total, limit=limit, beyond=beyond, on=last.on, entry=last.id))
    return tuple(sorted(found, key=lambda one: (one.on, one.entry)))


def _by_code(totals: Iterable[InstrumentTotal], today: date) -> dict[str, tuple[InstrumentTotal, ...]]:
    found: dict[str, list[InstrumentTotal]] = {}
    for one in sorted(totals, key=lambda one: (one.on, one.id)):
        if one.on <= today:
            found.setdefault(one.instrument, []).append(one)
    return {code: tuple(asked) for code, asked in found.items()}
