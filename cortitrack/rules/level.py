"""How far a score lies from the baseline: level, loss, and the fall as a reader is told it. All in fortieths."""

from __future__ import annotations

from cortitrack.rules.numbers import FORTIETHS, Numbers
from cortitrack.rules.verdict import Level, Number


def level_of(baseline: int, score: int, n: Numbers) -> Level:
    """The level of a score against its baseline."""
    fall = baseline - score
    if -fall >= n.worse_q:
        return Level.WORSE
    if score <= responds_at(baseline, n):
        return Level.SUBSTANTIAL if fall * 100 >= n.substantial_pct * baseline else Level.RESPONSE
    if fall >= n.partial_q and fall * 100 >= n.partial_pct * baseline:
        return Level.PARTIAL
    return Level.NONE


def responds_at(baseline: int, n: Numbers) -> int:
    """The highest score that responds; below zero where none can."""
    return baseline - max(n.response_q, -(-n.response_pct * baseline // 100))


def is_lost(baseline: int, score: int, n: Numbers) -> bool:
    """Whether so little of the relief is left that it counts as gone."""
    return (baseline - score) * 100 < n.lost_pct * baseline or level_of(baseline, score, n).poor


def points(fortieths: int) -> float:
    """Fortieths as points on the 0–10 scale."""
    return fortieths / FORTIETHS


def percent_of(baseline: int, fall: int) -> float:
    """The fall in percent of the baseline, cut (never rounded up) to one decimal; a rise is negative."""
    if baseline == 0:
        return 0.0
    cut = abs(fall) * 1000 // baseline
    return (cut if fall >= 0 else -cut) / 10


def change(baseline: int, score: int) -> dict[str, Number]:
    """The fall as found: from, to, fall in points, percent."""
    return {
        "from": points(baseline),
        "to": points(score),
        "fall": points(baseline - score),
        "percent": percent_of(baseline, baseline - score),
    }


def wanted(n: Numbers) -> dict[str, Number]:
    """The fall that a response needs."""
    return {"fall": points(n.response_q), "percent": n.response_pct}
