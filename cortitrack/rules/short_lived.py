"""Relief that came and was lost before the least interval between injections had passed."""

from __future__ import annotations

from typing import NamedTuple

from cortitrack.rules.level import change, is_lost, level_of, responds_at, wanted
from cortitrack.rules.outcome import Outcome
from cortitrack.rules.sighting import DayScore, Sighting
from cortitrack.rules.verdict import Flag, Level, Reason, Rule, VerdictKind


class Relief(NamedTuple):
    """When relief was there: the best and the latest responding score, and the last score of all up to day 125."""

    best: DayScore
    latest: DayScore
    last: DayScore


def responding(seen: Sighting, baseline: DayScore) -> list[DayScore]:
    """The attributable scores, up to the end of the durability window, that respond."""
    return seen.responding(responds_at(baseline.score, seen.n))


def relief_lost(seen: Sighting, baseline: DayScore) -> Relief | None:
    """The relief that was lost too soon, or None where none was, or none was lost, or it had lasted long enough."""
    last = seen.last_attributable(seen.n.durability_last)
    if last is None or not is_lost(baseline.score, last.score, seen.n):
        return None
    good = responding(seen, baseline)
    if not good or good[-1].day >= min(last.day, seen.n.minimum_benefit):
        return None
    return Relief(min(good, key=lambda s: (s.score, s.day)), good[-1], last)


def short_lived(seen: Sighting, baseline: DayScore, level: Level | None) -> Outcome | None:
    """Failed: relief did not last. `level` is that of the window that would have decided; None: the last score's."""
    relief = relief_lost(seen, baseline)
    if relief is None:
        return None
    last = relief.last
    rebound = [Flag.REBOUND_WORSE] if last.score >= baseline.score + seen.n.worse_q else []
    helped = change(baseline.score, relief.best.score) | {"day": relief.best.day}
    lost = change(baseline.score, last.score) | {"day": last.day, "last_relief_day": relief.latest.day}
    needed = {"percent": seen.n.lost_pct, "before_day": seen.n.minimum_benefit}
    return Outcome(
        VerdictKind.FAILED_SHORT_LIVED,
        level=level or level_of(baseline.score, last.score, seen.n),
        flags=rebound,
        reasons=(
            Reason(Rule.HELPED_AT_FIRST, helped, wanted(seen.n), True, relief.best.entries),
            Reason(Rule.LOST, lost, needed, True, last.entries),
        ),
    )
