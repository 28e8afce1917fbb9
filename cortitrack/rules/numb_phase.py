"""What the local anaesthetic did in its hours: the one sign, a weak one, of whether the needle met the source."""

from __future__ import annotations

from cortitrack.domain.course import Asked
from cortitrack.rules.numbers import PER_TENTH
from cortitrack.rules.sighting import DayScore, Sighting, median, minutes_after, stands_before
from cortitrack.rules.verdict import AnaestheticPhase


def anaesthetic_phase(seen: Sighting, baseline: DayScore | None) -> AnaestheticPhase:
    """Relief to the lowest current score under the anaesthetic, of current pain before it, else of the baseline."""
    scores = numb_scores(seen, baseline)
    if scores is None:
        return AnaestheticPhase.NOT_ASSESSED
    start, lowest = scores
    relief = (start - lowest) * 100
    if relief >= seen.n.numb_positive_pct * start:
        return AnaestheticPhase.POSITIVE
    if relief < seen.n.numb_negative_pct * start:
        return AnaestheticPhase.NEGATIVE
    return AnaestheticPhase.EQUIVOCAL


def numb_scores(seen: Sighting, baseline: DayScore | None) -> tuple[int, int] | None:
    """From where to where pain went under the anaesthetic, in fortieths; None where that was not assessed."""
    if not seen.given.with_anaesthetic or seen.today < 0:
        return None
    asked = [a for a in seen.prepared.course.current if a.on == seen.given.on]
    under = [a.tenths for a in asked if _is_under(a, seen)]
    start = _current_before(asked, seen)
    if start is None and baseline is not None:
        start = baseline.score
    return (start, min(under) * PER_TENTH) if under and start else None


def _is_under(asked: Asked, seen: Sighting) -> bool:
    minutes = minutes_after(asked, seen.given)
    if minutes is None:
        return asked.phase == "anaesthetic"
    return asked.phase in {None, "anaesthetic"} and 1 <= minutes <= seen.n.numb_minutes


def _current_before(asked: list[Asked], seen: Sighting) -> int | None:
    before = [a for a in asked if stands_before(a, seen.given)]
    latest = max((a.minute for a in before if a.minute is not None), default=None)
    last = [a.tenths * PER_TENTH for a in before if a.minute == latest]
    return median(last) if last else None
