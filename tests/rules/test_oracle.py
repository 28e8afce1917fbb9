"""The fast rules against the page: on any record both say the same."""

from dataclasses import asdict

from hypothesis import given, settings

from cortitrack.domain.timeline import Timeline
from cortitrack.rules.response import judge
from cortitrack.rules.ruleset import RuleSet
from cortitrack.rules.verdict import Verdict
from tests.builders import on
from tests.rules.oracle import Answer, judged_by_the_page
from tests.rules.oracle_sight import DEFAULTS
from tests.rules.strategies import asked_days, timelines

RULES = RuleSet()


def as_answer(verdict: Verdict) -> dict[str, object]:
    """What both sides say, without the number of the rule, which the page alone tells."""
    return {
        "verdict": verdict.kind.value,
        "reason": verdict.reason and verdict.reason.value,
        "level": verdict.level and verdict.level.value,
        "durability": verdict.durability and verdict.durability.value,
        "flags": {flag.value for flag in verdict.flags},
        "provisional": verdict.provisional,
        "anaesthetic_phase": verdict.anaesthetic_phase.value,
        "hints": {hint.value for hint in verdict.hints},
    }


def page_says(answer: Answer) -> dict[str, object]:
    """The page's answer in the same words."""
    told = asdict(answer)
    del told["rule"]
    return told


def compare(timeline: Timeline, day: int, rules: RuleSet, numbers: dict[str, int]) -> None:
    """Every injection given by that day, judged by both; of one not yet given the page does not speak."""
    course = timeline.course()
    as_of = on(day)
    for injection in [one for one in course.injections if one.on <= as_of.toordinal()]:
        ours = as_answer(judge(course, injection, as_of.toordinal(), rules))
        assert ours == page_says(judged_by_the_page(timeline, injection.id, as_of, numbers))


def test_the_defaults_are_those_of_the_page() -> None:
    assert {key: RULES.values[key] for key in DEFAULTS} == DEFAULTS


@settings(max_examples=300)
@given(timelines(), asked_days)
def test_both_say_the_same(timeline: Timeline, day: int) -> None:
    compare(timeline, day, RULES, DEFAULTS)
