"""What pain is now: the latest day's score of one kind, while it is not too old to speak for today."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from cortitrack.domain.pain import Phase, ScoreKind
from cortitrack.domain.timeline import Timeline
from cortitrack.rules.numbers import FORTIETHS, PER_TENTH
from cortitrack.rules.sighting import median


@dataclass(frozen=True, slots=True, kw_only=True)
class Pain:
    """The scores of one day as one, in fortieths of a point."""

    on: date
    fortieths: int
    entries: tuple[int, ...]

    @property
    def score(self) -> Decimal:
        """In points."""
        return Decimal(self.fortieths) / FORTIETHS

    def at_least(self, tenths: int) -> bool:
        """Whether it is so high or higher."""
        return self.fortieths >= tenths * PER_TENTH

    def at_most(self, tenths: int) -> bool:
        """Whether it is so low or lower."""
        return self.fortieths <= tenths * PER_TENTH


def current_pain(timeline: Timeline, kind: ScoreKind, today: date, at_most_days: int) -> Pain | None:
    """The latest day's score of a kind; None where there is none, or none of late. Numb scores never count."""
    asked = [one for one in timeline.scores if one.kind is kind and one.phase is not Phase.ANAESTHETIC]
    asked = [one for one in asked if 0 <= (today - one.on).days <= at_most_days]
    if not asked:
        return None
    latest = max(one.on for one in asked)
    last = [one for one in asked if one.on == latest]
    fortieths = median(one.tenths * PER_TENTH for one in last)
    return Pain(on=latest, fortieths=fortieths, entries=tuple(sorted(one.id for one in last)))
