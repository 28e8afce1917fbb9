"""When a joint last had a corticosteroid, and from which day on it may be replaced."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from cortitrack.domain.problem import Problem
from cortitrack.domain.timeline import Timeline
from cortitrack.rules.exposure import of_procedure, place_of
from cortitrack.rules.ruleset import RuleSet


def last_steroid(timeline: Timeline, other_problems: Iterable[Problem], today: date) -> date | None:
    """The last day on which this site and side got a corticosteroid, whichever problem it was filed under."""
    here = timeline.problem
    same_place = {p.id for p in other_problems if (p.site, p.side) == (here.site, here.side)}
    days = [i.given_on for i in timeline.injections]
    days += [i.given_on for i in timeline.elsewhere if i.problem_id in same_place]
    exposures = [of_procedure(procedure, here) for procedure in timeline.procedures]
    days += [one.on for one in exposures if one is not None and one.place == place_of(here)]
    return max((on for on in days if on <= today), default=None)


def earliest_arthroplasty(last: date, rules: RuleSet) -> date:
    """The first day on which a replacement keeps the wait after the last injection."""
    return last + timedelta(days=rules.values["arthroplasty_wait_days"])
