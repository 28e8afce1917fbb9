"""What stands ready before a person writes anything: the last injection, the last session, the usable baseline."""

from __future__ import annotations

from dataclasses import replace

from cortitrack.domain.injection import Injection
from cortitrack.domain.pain import PainScore
from cortitrack.domain.therapy import TherapySession
from cortitrack.domain.timeline import Timeline
from cortitrack.rules.numbers import numbers_of
from cortitrack.rules.response import judge
from cortitrack.rules.ruleset import RuleSet
from cortitrack.rules.sighting import Prepared, Sighting


def last_injection(timeline: Timeline) -> Injection | None:
    """The newest injection of the problem; where there is none, the newest of the person."""
    among = timeline.injections or timeline.elsewhere
    return max(among, key=lambda given: (given.given_on, given.id), default=None)


def last_session(timeline: Timeline) -> TherapySession | None:
    """The newest therapy session of the problem."""
    return max(timeline.sessions, key=lambda session: (session.on, session.id), default=None)


def baseline_before(timeline: Timeline, injection: Injection, rules: RuleSet) -> tuple[PainScore, ...]:
    """The scores from which this injection would be judged if it were given; empty where there is no usable one."""
    course = replace(timeline, injections=(injection,), impressions=()).course()
    given, on = course.injections[0], injection.given_on.toordinal()
    if judge(course, given, on, rules).baseline is None:
        return ()
    before = Sighting(Prepared(course), given, on, numbers_of(rules)).latest_before()
    return tuple(score for score in timeline.scores if before is not None and score.id in before.entries)
