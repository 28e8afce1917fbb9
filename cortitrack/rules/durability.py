"""Whether a response lasted to twelve weeks, and whether it was lost later."""

from __future__ import annotations

from cortitrack.rules.level import is_lost, level_of
from cortitrack.rules.short_lived import last_relief
from cortitrack.rules.sighting import DayScore, Sighting
from cortitrack.rules.verdict import Durability, Flag, Level


def durability_level(seen: Sighting, baseline: DayScore) -> Level | None:
    """The level of the durability window, None where it is empty."""
    value = seen.late.value
    return None if value is None else level_of(baseline.score, value, seen.n)


def durability_of(seen: Sighting, baseline: DayScore) -> Durability:
    """How long a response is known to have lasted."""
    level = durability_level(seen, baseline)
    if level is not None and level.responds:
        return Durability.SUSTAINED
    latest = last_relief(seen, baseline)
    if latest is not None and latest.day >= seen.n.minimum_benefit:
        return Durability.SUSTAINED
    if level is not None:
        return Durability.WANING
    if seen.censored_by(1, seen.n.durability_last):
        return Durability.CENSORED
    return Durability.PENDING if seen.today <= seen.n.durability_last else Durability.UNKNOWN


def late_flags(seen: Sighting, baseline: DayScore) -> list[Flag]:
    """What the first lost score after the durability window says of a response: the natural course, not a failure."""
    for s in seen.after(seen.n.durability_last):
        if is_lost(baseline.score, s.score, seen.n):
            worse = s.score >= baseline.score + seen.n.worse_q
            return [Flag.LATE_WORSE if worse else Flag.LATE_RELAPSE]
    return []
