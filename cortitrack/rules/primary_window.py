"""The rules of the primary window, about six weeks: what it says, and what cut it short."""

from __future__ import annotations

from functools import partial

from cortitrack.rules.discord import discordant
from cortitrack.rules.durability import durability_level, durability_of, late_flags
from cortitrack.rules.level import change, level_of, wanted
from cortitrack.rules.numbers import TOP
from cortitrack.rules.outcome import Outcome, Telling, no_score_before, window_reason
from cortitrack.rules.short_lived import responding, short_lived
from cortitrack.rules.sighting import DayScore, Sighting
from cortitrack.rules.verdict import Flag, Level, Reason, Rule, VerdictKind, VerdictReason


def primary_window(seen: Sighting, baseline: DayScore) -> Outcome | None:
    """Rule 5: the window holds a score, so it decides."""
    n = seen.n
    value = seen.primary.value
    if value is None:
        return None
    level = level_of(baseline.score, value, n)
    outcome = (
        short_lived(seen, baseline, level)
        or _responded(seen, baseline, level)
        or _partial(seen, baseline, level)
        or _poor(seen, baseline, level)
    )
    said = partial(window_reason, Rule.PRIMARY_WINDOW, seen, baseline, seen.primary, value)
    if outcome.kind is VerdictKind.FAILED_SHORT_LIVED:
        outcome.followed_by(said)
    else:
        outcome.led_by(said)
    if discordant(level, seen.pgic(n.primary_first, n.primary_last), n):
        outcome.flagged(Flag.PGIC_DISCORDANT)
    return _marked(outcome, seen)


def _marked(outcome: Outcome, seen: Sighting) -> Outcome:
    overlapped = seen.censored_by(1, seen.n.durability_last)
    return outcome.flagged(Flag.REINTERVENTION) if overlapped else outcome


def twelve_weeks(seen: Sighting, baseline: DayScore) -> tuple[Telling, ...]:
    """What the durability window said, if it says anything."""
    value = seen.late.value
    if value is None:
        return ()
    return (partial(window_reason, Rule.DURABILITY_WINDOW, seen, baseline, seen.late, value),)


def _responded(seen: Sighting, baseline: DayScore, level: Level) -> Outcome | None:
    if not level.responds:
        return None
    return responded(seen, baseline, level, twelve_weeks(seen, baseline))


def responded(seen: Sighting, baseline: DayScore, level: Level, reasons: tuple[Telling, ...]) -> Outcome:
    """A response with its durability and what became of it later."""
    return Outcome(
        VerdictKind.RESPONDED,
        durability=durability_of(seen, baseline),
        level=level,
        flags=late_flags(seen, baseline),
        reasons=reasons,
    )


def _partial(seen: Sighting, baseline: DayScore, level: Level) -> Outcome | None:
    if level is not Level.PARTIAL:
        return None
    later = durability_level(seen, baseline)
    reasons = twelve_weeks(seen, baseline)
    if later is not None and later.responds:
        return responded(seen, baseline, later, reasons).flagged(Flag.DELAYED)
    if later is not None and later.poor:
        lost = [Flag.PARTIAL_LOST]
        return Outcome(VerdictKind.FAILED_NO_RESPONSE, level=later, flags=lost, reasons=reasons)
    waning = [Flag.WANING] if responding(seen, baseline) else []
    return Outcome(VerdictKind.PARTIAL, level=level, flags=waning, reasons=reasons)


def _poor(seen: Sighting, baseline: DayScore, level: Level) -> Outcome:
    later = durability_level(seen, baseline)
    improved = later is not None and later.responds
    reasons = twelve_weeks(seen, baseline)
    good = responding(seen, baseline)
    if improved and good and seen.at(good[0]).day < seen.n.primary_first:
        fluctuating = [Flag.FLUCTUATING]
        return Outcome(VerdictKind.PARTIAL, level=level, flags=fluctuating, reasons=reasons)
    flags = [Flag.LATE_IMPROVEMENT] if improved else []
    said = _worse_at_the_ceiling(seen, baseline, level)
    if said is not None:
        return Outcome(
            VerdictKind.FAILED_WORSENED,
            VerdictReason.PGIC_CEILING,
            level=Level.WORSE,
            flags=flags,
            reasons=(*reasons, said),
        )
    kind = VerdictKind.FAILED_WORSENED if level is Level.WORSE else VerdictKind.FAILED_NO_RESPONSE
    return Outcome(kind, level=level, flags=flags, reasons=reasons)


def _worse_at_the_ceiling(seen: Sighting, baseline: DayScore, level: Level) -> Telling | None:
    """Where the scale has no room above the baseline, the patient's word that it is worse."""
    n = seen.n
    said = seen.pgic(n.primary_first, n.primary_last)
    if level is not Level.NONE or baseline.score + n.worse_q <= TOP or said is None or said.pgic is None:
        return None
    if said.pgic <= n.pgic_unchanged:
        return None
    found = {"pgic": said.pgic, "day": said.on - seen.given.on}
    return lambda: Reason(Rule.IMPRESSION, found, {"pgic_at_least": n.pgic_unchanged + 1}, True, (said.id,))


def cut_short(seen: Sighting, baseline: DayScore) -> Outcome | None:
    """Rule 6: the window is empty because other treatment came first."""
    n = seen.n
    if not seen.censored_by(1, n.primary_last):
        return None
    last = seen.last_attributable()
    if last is None or last.day < n.evidence:
        return no_score_before(seen).flagged(Flag.REINTERVENTION)
    outcome = short_lived(seen, baseline, None) or _last_score(seen, baseline, last)
    if outcome.kind.judged:
        outcome.reason = VerdictReason.REINTERVENTION
    return outcome.flagged(Flag.REINTERVENTION)


def _last_score(seen: Sighting, baseline: DayScore, last: DayScore) -> Outcome:
    level = level_of(baseline.score, last.score, seen.n)
    said = (partial(_of_last, seen, baseline, last, level),)
    if level is Level.NONE:
        return Outcome(VerdictKind.FAILED_NO_RESPONSE, level=level, reasons=said)
    if level is Level.WORSE:
        return Outcome(VerdictKind.FAILED_WORSENED, level=level, reasons=said)
    better = VerdictReason.REINTERVENTION_WHILE_BETTER
    return Outcome(VerdictKind.CONFOUNDED, better, level=level, reasons=said)


def _of_last(seen: Sighting, baseline: DayScore, last: DayScore, level: Level) -> Reason:
    found = change(baseline.score, last.score) | {"level": level.value, "day": last.day}
    return Reason(Rule.LAST_SCORE, found, wanted(seen.n), level.responds, last.entries)
