"""What pain did after each injection, window by window: the figures that a letter's table shows beside the verdict."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from cortitrack.domain.course import Course, Given
from cortitrack.rules.level import percent_of, points
from cortitrack.rules.numb_phase import numb_scores
from cortitrack.rules.numbers import Numbers, numbers_of
from cortitrack.rules.ruleset import RuleSet
from cortitrack.rules.sighting import DayScore, Prepared, Sighting


class Eased(NamedTuple):
    """A score in points, and how much of the pain before was gone by then in percent; negative: it was worse."""

    score: float
    percent: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Relief:
    """Pain before one injection, under the anaesthetic, and in the three windows of about 2, 6 and 12 weeks."""

    before: float | None
    numb: Eased | None
    early: Eased | None
    primary: Eased | None
    late: Eased | None


def reliefs(course: Course, as_of: int, rules: RuleSet) -> dict[int, Relief]:
    """The relief after each injection given by `as_of` (an ordinal), by the injection's id."""
    prepared, numbers = Prepared(course), numbers_of(rules)
    return {given.id: _relief(prepared, given, as_of, numbers) for given in course.injections if given.on <= as_of}


def _relief(prepared: Prepared, given: Given, as_of: int, n: Numbers) -> Relief:
    seen = Sighting(prepared, given, as_of, n)
    before = seen.latest_before()
    baseline = before if before is not None and before.day >= n.baseline_first else None
    numb = numb_scores(seen, baseline)
    return Relief(
        before=None if baseline is None else points(baseline.score),
        numb=None if numb is None else Eased(points(numb[1]), percent_of(numb[0], numb[0] - numb[1])),
        early=_eased(baseline, seen.window(n.early_first, n.primary_first - 1).value),
        primary=_eased(baseline, seen.primary.value),
        late=_eased(baseline, seen.late.value),
    )


def _eased(baseline: DayScore | None, score: int | None) -> Eased | None:
    if score is None:
        return None
    percent = percent_of(baseline.score, baseline.score - score) if baseline and baseline.score else None
    return Eased(points(score), percent)
