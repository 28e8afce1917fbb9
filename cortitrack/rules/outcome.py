"""What a rule decided, before flags that stand on their own and hints are added."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from cortitrack.rules.level import change, level_of, wanted
from cortitrack.rules.sighting import DayScore, Sighting, median
from cortitrack.rules.verdict import (
    Durability,
    Flag,
    Level,
    Mend,
    Reason,
    Rule,
    VerdictKind,
    VerdictReason,
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """A verdict in the making."""

    kind: VerdictKind
    reason: VerdictReason | None = None
    durability: Durability | None = None
    level: Level | None = None
    flags: frozenset[Flag] = frozenset()
    reasons: tuple[Reason, ...] = field(default=())
    mend: Mend | None = None

    def led_by(self, first: Reason) -> Outcome:
        """The same with one more reason in front."""
        return replace(self, reasons=(first, *self.reasons))

    def flagged(self, *flags: Flag) -> Outcome:
        """The same with more flags."""
        return replace(self, flags=self.flags.union(flags))


def undecided(
    kind: VerdictKind, reason: VerdictReason | None, found: Reason, *, mend: Mend | None = None
) -> Outcome:
    """No judgement, with the one finding that explains it."""
    return Outcome(kind, reason, reasons=(found,), mend=mend)


def entries_of(scores: Iterable[DayScore]) -> tuple[int, ...]:
    """The entries behind some day scores."""
    return tuple(entry for score in scores for entry in score.entries)


def window_reason(
    rule: Rule, seen: Sighting, baseline: DayScore, window: list[DayScore], first: int, last: int
) -> Reason:
    """What a window said, with its numbers and entries."""
    value = median(s.score for s in window)
    level = level_of(baseline.score, value, seen.n)
    found = change(baseline.score, value) | {
        "scores": len(window), "level": level.value, "first_day": first, "last_day": last,
    }  # fmt: skip
    return Reason(rule, found, wanted(seen.n), level.responds, entries_of(window))


def no_score_before(seen: Sighting) -> Outcome:
    """Confounded: other treatment came before any score that could speak."""
    found = Reason(
        Rule.NO_SCORE_BEFORE,
        {"day": seen.censored_on},
        {"day": seen.n.evidence},
        False,
        tuple(entry for day, entry in seen.censors if day == seen.censored_on),
    )
    reason = VerdictReason.NO_SCORE_BEFORE_REINTERVENTION
    return undecided(VerdictKind.CONFOUNDED, reason, found, mend=Mend.FIND_SCORE)
