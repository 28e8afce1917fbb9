"""Flags that stand whenever their facts are there, judged or not."""

from __future__ import annotations

from cortitrack.rules.numbers import TOP
from cortitrack.rules.sighting import DayScore, Sighting
from cortitrack.rules.verdict import Flag


def standing_flags(seen: Sighting, baseline: DayScore | None) -> frozenset[Flag]:
    """Flare, worse scores, ceiling (with a baseline); carry-over and treatment alongside (with or without)."""
    flags: set[Flag] = set()
    if seen.carried:
        flags.add(Flag.CARRY_OVER)
    if seen.alongside:
        flags.add(Flag.CO_INTERVENTION)
    if baseline is None:
        return frozenset(flags)
    n = seen.n
    worse = baseline.score + n.worse_q
    if worse > TOP:
        flags.add(Flag.CEILING)
    for day in [s.day for s in seen.after if s.score >= worse]:
        if n.flare_first <= day <= n.flare_last:
            flags.add(Flag.FLARE)
            if day >= n.prolonged_first:
                flags.add(Flag.PROLONGED_FLARE)
        elif day > n.flare_last:
            flags.add(Flag.WORSE_SCORE)
    return frozenset(flags)
