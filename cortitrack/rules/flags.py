"""Flags that stand whenever their facts are there, judged or not."""

from __future__ import annotations

from cortitrack.rules.numbers import TOP
from cortitrack.rules.sighting import DayScore, Sighting
from cortitrack.rules.verdict import Flag


def standing_flags(seen: Sighting, baseline: DayScore | None) -> list[Flag]:
    """Flare, worse scores, ceiling (with a baseline); carry-over and treatment alongside (with or without)."""
    flags: list[Flag] = []
    if seen.carried:
        flags.append(Flag.CARRY_OVER)
    if seen.alongside:
        flags.append(Flag.CO_INTERVENTION)
    if baseline is not None:
        flags += _of_scores(seen, baseline.score + seen.n.worse_q)
    return flags


def _of_scores(seen: Sighting, worse: int) -> list[Flag]:
    n = seen.n
    flags = [Flag.CEILING] if worse > TOP else []
    days = seen.days_at_least(worse)
    if not days:
        return flags
    if any(n.flare_first <= day <= n.flare_last for day in days):
        flags.append(Flag.FLARE)
    if any(n.prolonged_first <= day <= n.flare_last for day in days):
        flags.append(Flag.PROLONGED_FLARE)
    if days[-1] > n.flare_last:
        flags.append(Flag.WORSE_SCORE)
    return flags
