"""What a rule decided, before flags that stand on their own and hints are added."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial

from cortitrack.rules.level import change, level_of, wanted
from cortitrack.rules.sighting import DayScore, Sighting, Window
from cortitrack.rules.verdict import (
    Durability,
    Flag,
    Level,
    Mend,
    Number,
    Reason,
    Rule,
    VerdictKind,
    VerdictReason,
)

Telling = Callable[[], Reason]
"""A reason that is made when somebody asks for it: sixty thousand verdicts are kept without theirs."""


@dataclass(slots=True)
class Outcome:
    """A verdict in the making."""

    kind: VerdictKind
    reason: VerdictReason | None = None
    durability: Durability | None = None
    level: Level | None = None
    flags: list[Flag] = field(default_factory=list)
    reasons: tuple[Telling, ...] = ()
    mend: Mend | None = None

    def led_by(self, first: Telling) -> Outcome:
        """Itself with one more reason in front."""
        self.reasons = (first, *self.reasons)
        return self

    def followed_by(self, last: Telling) -> Outcome:
        """Itself with one more reason behind."""
        self.reasons = (*self.reasons, last)
        return self

    def flagged(self, *flags: Flag) -> Outcome:
        """Itself with more flags."""
        self.flags.extend(flags)
        return self


def undecided(kind: VerdictKind, reason: VerdictReason | None, found: Telling, *, mend: Mend | None = None) -> Outcome:
    """No judgement, with the one finding that explains it."""
    return Outcome(kind, reason, reasons=(found,), mend=mend)


def window_reason(rule: Rule, seen: Sighting, baseline: DayScore, window: Window, value: int) -> Reason:
    """What a window said, with its numbers and entries."""
    level = level_of(baseline.score, value, seen.n)
    found = change(baseline.score, value)
    found["scores"] = window.size
    found["level"] = level.value
    found["first_day"] = window.first
    found["last_day"] = window.last
    return Reason(rule, found, wanted(seen.n), level.responds, window.entries)


def window_empty(first: int, last: int, today: int | None) -> Telling:
    """A window without a score; `today` while it is still open, since what is settled counts no days."""
    found: dict[str, Number] = {"first_day": first, "last_day": last}
    if today is not None:
        found["day"] = today
    return partial(Reason, Rule.WINDOW_EMPTY, found, {"scores": 1}, False)


def no_follow_up(until: int) -> Outcome:
    """Nothing that counts was recorded up to the last day of the last window that could have judged."""
    nothing = partial(Reason, Rule.NOTHING_RECORDED, {"day": until}, {}, False)
    none = VerdictReason.NO_FOLLOW_UP
    return undecided(VerdictKind.INSUFFICIENT_DATA, none, nothing, mend=Mend.FIND_SCORE)


def no_score_before(seen: Sighting) -> Outcome:
    """Confounded: other treatment came before any score that could speak."""
    reason = VerdictReason.NO_SCORE_BEFORE_REINTERVENTION
    return undecided(VerdictKind.CONFOUNDED, reason, partial(_no_score_before, seen), mend=Mend.FIND_SCORE)


def _no_score_before(seen: Sighting) -> Reason:
    first = tuple(entry for day, entry in seen.censors if day == seen.censored_on)
    return Reason(Rule.NO_SCORE_BEFORE, {"day": seen.censored_on}, {"day": seen.n.evidence}, False, first)
