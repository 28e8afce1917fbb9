"""Relief that came and was lost before the least interval between injections had passed."""

from __future__ import annotations

from functools import partial
from typing import NamedTuple

from cortitrack.rules.level import change, is_lost, level_of, responds_at, wanted
from cortitrack.rules.outcome import Outcome
from cortitrack.rules.sighting import DayScore, Sighting
from cortitrack.rules.verdict import Flag, Level, Reason, Rule, VerdictKind


class Relief(NamedTuple):
    """When relief was there last, and the last score of all up to day 125."""

    latest: DayScore
    last: DayScore


def responding(seen: Sighting, baseline: DayScore) -> list[int]:
    """The places of the attributable scores, up to the end of the durability window, that respond."""
    return seen.responding(responds_at(baseline.score, seen.n))


def last_relief(seen: Sighting, baseline: DayScore) -> DayScore | None:
    """The latest of those scores."""
    good = responding(seen, baseline)
    return seen.at(good[-1]) if good else None


def relief_lost(seen: Sighting, baseline: DayScore) -> Relief | None:
    """The relief that was lost too soon, or None where none was, or none was lost, or it had lasted long enough."""
    last = seen.last_attributable(seen.n.durability_last)
    if last is None or not is_lost(baseline.score, last.score, seen.n):
        return None
    latest = last_relief(seen, baseline)
    if latest is None or latest.day >= min(last.day, seen.n.minimum_benefit):
        return None
    return Relief(latest, last)


def short_lived(seen: Sighting, baseline: DayScore, level: Level | None) -> Outcome | None:
    """Failed: relief did not last. `level` is that of the window that would have decided; None: the last score's."""
    relief = relief_lost(seen, baseline)
    if relief is None:
        return None
    last = relief.last
    rebound = [Flag.REBOUND_WORSE] if last.score >= baseline.score + seen.n.worse_q else []
    return Outcome(
        VerdictKind.FAILED_SHORT_LIVED,
        level=level or level_of(baseline.score, last.score, seen.n),
        flags=rebound,
        reasons=(partial(_helped, seen, baseline), partial(_lost, seen, baseline, relief)),
    )


def _helped(seen: Sighting, baseline: DayScore) -> Reason:
    best = min(map(seen.at, responding(seen, baseline)), key=lambda s: (s.score, s.day))
    found = change(baseline.score, best.score) | {"day": best.day}
    return Reason(Rule.HELPED_AT_FIRST, found, wanted(seen.n), True, best.entries)


def _lost(seen: Sighting, baseline: DayScore, relief: Relief) -> Reason:
    last = relief.last
    found = change(baseline.score, last.score) | {"day": last.day, "last_relief_day": relief.latest.day}
    needed = {"percent": seen.n.lost_pct, "before_day": seen.n.minimum_benefit}
    return Reason(Rule.LOST, found, needed, True, last.entries)
