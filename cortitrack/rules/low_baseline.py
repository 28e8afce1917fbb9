"""A baseline below four leaves little room to fall: change must be plain, or the patient's impression decides."""

from __future__ import annotations

from functools import partial

from cortitrack.domain.course import Said
from cortitrack.rules.level import change, points
from cortitrack.rules.numbers import Numbers
from cortitrack.rules.outcome import Outcome, Telling, no_follow_up, no_score_before, undecided, window_empty
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


def low_baseline(seen: Sighting, baseline: DayScore) -> Outcome:
    """Rule 4; it always decides."""
    n = seen.n
    low = partial(
        Reason,
        Rule.LOW_BASELINE,
        {"score": points(baseline.score)},
        {"score": points(n.low_q)},
        False,
        baseline.entries,
    )
    for window in (seen.primary, seen.late):
        said = seen.pgic(window.first, window.last)
        if window.size or said is not None:
            outcome = _by_window(seen, baseline, window, said)
            break
    else:
        outcome = _by_nothing(seen)
    return outcome.led_by(low).flagged(Flag.LOW_BASELINE)


def _by_window(seen: Sighting, baseline: DayScore, window: Window, said: Said | None) -> Outcome:
    n = seen.n
    reasons: tuple[Telling, ...] = ()
    value = window.value
    if value is not None:
        fall = baseline.score - value
        worse = -fall >= n.worse_q
        better = fall >= n.low_fall_q and fall * 100 >= n.low_fall_pct * baseline.score
        found = change(baseline.score, value) | {"first_day": window.first, "last_day": window.last}
        reasons = (partial(Reason, Rule.LOW_BASELINE_CHANGE, found, _needed(n), worse or better, window.entries),)
        if worse:
            return Outcome(VerdictKind.FAILED_WORSENED, level=Level.WORSE, reasons=reasons)
        if better:
            level = _falling_level(fall, baseline.score, n)
            lasting = Durability.NOT_JUDGED
            return Outcome(VerdictKind.RESPONDED, durability=lasting, level=level, reasons=reasons)
    return _by_impression(seen, said, reasons)


def _needed(n: Numbers) -> dict[str, Number]:
    return {"fall": points(n.low_fall_q), "percent": n.low_fall_pct, "rise": points(n.worse_q)}


def _falling_level(fall: int, baseline: int, n: Numbers) -> Level:
    return Level.SUBSTANTIAL if fall * 100 >= n.substantial_pct * baseline else Level.RESPONSE


def _by_impression(seen: Sighting, said: Said | None, reasons: tuple[Telling, ...]) -> Outcome:
    if said is None or said.pgic is None:
        return Outcome(
            VerdictKind.INSUFFICIENT_DATA,
            VerdictReason.LOW_BASELINE,
            reasons=reasons,
            mend=Mend.RECORD_IMPRESSION,
        )
    n = seen.n
    kind, level, durability = _of_pgic(said.pgic, n)
    found = {"pgic": said.pgic, "day": said.on - seen.given.on}
    met = said.pgic <= n.pgic_improved
    spoke = partial(Reason, Rule.IMPRESSION, found, {"pgic_at_most": n.pgic_improved}, met, (said.id,))
    return Outcome(kind, VerdictReason.PGIC, durability, level, reasons=(*reasons, spoke))


def _of_pgic(pgic: int, n: Numbers) -> tuple[VerdictKind, Level, Durability | None]:
    if pgic <= n.pgic_improved:
        return VerdictKind.RESPONDED, Level.RESPONSE, Durability.NOT_JUDGED
    if pgic <= n.pgic_partial:
        return VerdictKind.PARTIAL, Level.PARTIAL, None
    if pgic <= n.pgic_unchanged:
        return VerdictKind.FAILED_NO_RESPONSE, Level.NONE, None
    return VerdictKind.FAILED_WORSENED, Level.WORSE, None


def _by_nothing(seen: Sighting) -> Outcome:
    n = seen.n
    if seen.censored_by(1, n.durability_last):
        return no_score_before(seen)
    if seen.today <= n.durability_last:
        reason = VerdictReason.PRIMARY_MISSED
        first, last = n.durability_first, n.durability_last
        if seen.today <= n.primary_last:
            reason = VerdictReason.OVERDUE if seen.today > n.overdue_after else VerdictReason.DUE
            first, last = n.primary_first, n.primary_last
        empty = window_empty(first, last, seen.today)
        return undecided(VerdictKind.AWAITING_DATA, reason, empty, mend=Mend.RECORD_SCORE)
    return no_follow_up(n.durability_last)
