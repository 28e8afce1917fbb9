"""The six-week score was never taken: what the twelve-week window, recall or the early days can still say."""

from __future__ import annotations

from functools import partial

from cortitrack.rules.discord import discordant
from cortitrack.rules.level import level_of
from cortitrack.rules.outcome import (
    Outcome,
    Telling,
    no_follow_up,
    no_score_before,
    undecided,
    window_empty,
    window_reason,
)
from cortitrack.rules.primary_window import responded, twelve_weeks
from cortitrack.rules.short_lived import short_lived
from cortitrack.rules.sighting import DayScore, Sighting, Window
from cortitrack.rules.verdict import Flag, Level, Mend, Reason, Rule, VerdictKind, VerdictReason


def primary_missed(seen: Sighting, baseline: DayScore) -> Outcome:
    """Rule 8; it always decides."""
    n = seen.n
    early = seen.window(n.evidence, n.primary_first - 1)
    if seen.late.value is not None:
        outcome = _by_twelve_weeks(seen, baseline, seen.late.value, early)
    elif early.value is not None:
        outcome = _by_early_days(seen, baseline, early, early.value)
    else:
        outcome = _by_nothing(seen)
    return outcome.flagged(Flag.PRIMARY_MISSING)


def _by_twelve_weeks(seen: Sighting, baseline: DayScore, value: int, early: Window) -> Outcome:
    n = seen.n
    level = level_of(baseline.score, value, n)
    outcome = short_lived(seen, baseline, level)
    if outcome is None:
        outcome = _plain(seen, baseline, level, twelve_weeks(seen, baseline))
        if level is Level.NONE:
            outcome = _unchanged(seen, outcome, early)
    if discordant(level, seen.pgic(n.durability_first, n.durability_last), n):
        outcome.flagged(Flag.PGIC_DISCORDANT)
    return outcome


def _plain(seen: Sighting, baseline: DayScore, level: Level, reasons: tuple[Telling, ...]) -> Outcome:
    if level.responds:
        return responded(seen, baseline, level, reasons)
    kind = {
        Level.PARTIAL: VerdictKind.PARTIAL,
        Level.NONE: VerdictKind.FAILED_NO_RESPONSE,
        Level.WORSE: VerdictKind.FAILED_WORSENED,
    }[level]
    return Outcome(kind, level=level, reasons=reasons)


def _unchanged(seen: Sighting, plain: Outcome, early: Window) -> Outcome:
    """No benefit at twelve weeks: was there any before? The patient's recall says, else an early score."""
    n = seen.n
    recall = seen.recall()
    if recall is None or recall.relief_tenths is None or recall.weeks_tenths is None:
        if early.size:
            return plain
        return Outcome(
            VerdictKind.FAILED_NO_LASTING_BENEFIT,
            level=plain.level,
            reasons=plain.reasons,
            mend=Mend.ASK_RECALL,
        )
    helped = recall.relief_tenths >= n.recall_pct * 10 and recall.weeks_tenths >= n.recall_weeks * 10
    found = {
        "percent": recall.relief_tenths / 10, "weeks": recall.weeks_tenths / 10, "day": recall.on - seen.given.on,
    }  # fmt: skip
    needed = {"percent": n.recall_pct, "weeks": n.recall_weeks}
    said = partial(Reason, Rule.RECALL, found, needed, helped, (recall.id,))
    return Outcome(
        VerdictKind.FAILED_SHORT_LIVED if helped else VerdictKind.FAILED_NO_RESPONSE,
        level=plain.level,
        flags=[Flag.RECALL_BASED],
        reasons=(*plain.reasons, said),
    )


def _by_early_days(seen: Sighting, baseline: DayScore, early: Window, value: int) -> Outcome:
    level = level_of(baseline.score, value, seen.n)
    said = (partial(window_reason, Rule.EARLY_WINDOW, seen, baseline, early, value),)
    outcome = short_lived(seen, baseline, level) or _plain(seen, baseline, level, said)
    return outcome.flagged(Flag.EARLY_BASIS)


def _by_nothing(seen: Sighting) -> Outcome:
    n = seen.n
    if seen.censored_by(1, n.durability_last):
        return no_score_before(seen)
    if seen.today <= n.durability_last:
        missed = VerdictReason.PRIMARY_MISSED
        empty = window_empty(n.durability_first, n.durability_last, seen.today)
        return undecided(VerdictKind.AWAITING_DATA, missed, empty, mend=Mend.RECORD_SCORE)
    if seen.last_attributable() is not None:
        outside = VerdictReason.OUTSIDE_WINDOWS
        empty = window_empty(n.durability_first, n.durability_last, None)
        return undecided(VerdictKind.INSUFFICIENT_DATA, outside, empty, mend=Mend.FIND_SCORE)
    return no_follow_up(n.durability_last)
