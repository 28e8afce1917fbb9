"""Every rule has its sentence, with its numbers, for whatever record it spoke about."""

from __future__ import annotations

import random
from collections.abc import Mapping

import pytest

from cortitrack.domain.course import Course, EventKind, Given, Happened, Plain, Said
from cortitrack.rules.response import judge
from cortitrack.rules.ruleset import RuleSet
from cortitrack.rules.verdict import Number, Reason, Rule, Verdict
from cortitrack.words import phrases

CHANGE: Mapping[str, Number] = {"from": 8.0, "to": 3.0, "fall": 5.0, "percent": 62.5}
RESPONSE: Mapping[str, Number] = {"fall": 2.0, "percent": 30}
WINDOW = {**CHANGE, "scores": 3, "level": "substantial", "first_day": 28, "last_day": 69}
SAID: dict[Rule, tuple[Mapping[str, Number], Mapping[str, Number], str, str]] = {
    Rule.BASELINE: (
        {"score": 8.0, "day": -3}, {"first_day": -28},
        "8.0 on day −3", "needs a score from day −28 to the injection",
    ),
    Rule.NO_BASELINE: ({}, {"first_day": -28}, "none recorded", "needs a score from day −28 to the injection"),
    Rule.STALE_BASELINE: (
        {"score": 7.5, "day": -40}, {"first_day": -28},
        "7.5 on day −40", "needs a score from day −28 to the injection",
    ),
    Rule.SAME_DAY: ({"count": 1}, {}, "1 other treatment on the day of the injection", ""),
    Rule.NOT_YET: ({"day": 12}, {"day": 28}, "today is day 12", "judged from day 28"),
    Rule.LOW_BASELINE: ({"score": 3.0}, {"score": 4.0}, "3.0 before the injection", "low under 4.0"),
    Rule.LOW_BASELINE_CHANGE: (
        {**CHANGE, "first_day": 28, "last_day": 69}, {"fall": 2.0, "percent": 50, "rise": 2.0},
        "8.0 → 3.0, days 28–69: −5.0, 62 %", "needs −2.0 and 50 %; worse from +2.0",
    ),
    Rule.HELPED_AT_FIRST: (
        {**CHANGE, "day": 14}, RESPONSE, "8.0 → 3.0 on day 14: −5.0, 62 %", "needs −2.0 and 30 %",
    ),
    Rule.LOST: (
        {"from": 8.0, "to": 9.0, "fall": -1.0, "percent": -12.5, "day": 84, "last_relief_day": 28},
        {"percent": 20, "before_day": 84},
        "8.0 → 9.0 on day 84: +1.0, 12 % up; last relief on day 28", "lost under 20 %, relief before day 84",
    ),
    Rule.PRIMARY_WINDOW: (
        WINDOW, RESPONSE,
        "8.0 → 3.0, days 28–69: −5.0, 62 % · substantial relief · median of 3 scores", "needs −2.0 and 30 %",
    ),
    Rule.EARLY_WINDOW: (
        {**WINDOW, "scores": 1}, RESPONSE,
        "8.0 → 3.0, days 28–69: −5.0, 62 % · substantial relief · 1 score", "needs −2.0 and 30 %",
    ),
    Rule.DURABILITY_WINDOW: (
        WINDOW, RESPONSE,
        "8.0 → 3.0, days 28–69: −5.0, 62 % · substantial relief · median of 3 scores", "needs −2.0 and 30 %",
    ),
    Rule.LAST_SCORE: (
        {**CHANGE, "level": "response", "day": 20}, RESPONSE,
        "8.0 → 3.0 on day 20: −5.0, 62 % · response", "needs −2.0 and 30 %",
    ),
    Rule.NO_SCORE_BEFORE: (
        {"day": 10}, {"day": 14}, "next treatment on day 10", "needs a score from day 14 on",
    ),
    Rule.WINDOW_EMPTY: (
        {"first_day": 28, "last_day": 69, "day": 60}, {"scores": 1},
        "no score on days 28–69; today is day 60", "needs 1 score",
    ),
    Rule.IMPRESSION: (
        {"pgic": 2, "day": 45}, {"pgic_at_most": 2},
        "much improved (PGIC 2) on day 45", "a response is PGIC 2 or lower",
    ),
    Rule.RECALL: (
        {"percent": 50.0, "weeks": 3.0, "day": 90}, {"percent": 30, "weeks": 1},
        "50 % for 3 weeks, asked on day 90", "needs 30 % for 1 week or longer",
    ),
    Rule.OVERLAP: ({"day": 50, "count": 2}, {}, "2 treatments, first on day 50", ""),
    Rule.NO_OVERLAP: ({}, {}, "none that counts", ""),
    Rule.ALONGSIDE: ({"count": 8}, {}, "8 entries: therapy, medicines or measures", ""),
    Rule.NOTHING_RECORDED: ({"day": 130}, {}, "nothing that counts up to day 130", ""),
}  # fmt: skip


@pytest.mark.parametrize("rule", Rule)
def test_every_rule_says_its_numbers(rule: Rule) -> None:
    found, needed, said_found, said_needed = SAID[rule]
    reason = Reason(rule, found, needed, True)
    assert phrases.reason_title(reason)
    assert phrases.reason_found(reason) == said_found
    assert phrases.reason_needed(reason) == said_needed


def test_an_impression_may_have_to_be_high() -> None:
    reason = Reason(Rule.IMPRESSION, {"pgic": 6, "day": 45}, {"pgic_at_least": 6}, True)
    assert phrases.reason_needed(reason) == "needs PGIC 6 or higher"


def some_verdict(dice: random.Random) -> Verdict:
    """A judgement of a made-up record of any shape."""
    score = dice.choice([20, 30, 55, 80, 95])
    days = sorted(dice.sample(range(940, 1200), dice.randint(0, 9)))
    tenths = tuple(max(0, min(100, score + dice.randint(-70, 30))) for _ in days)
    plain = Plain(tuple(days), tenths, tuple(range(len(days))))
    kinds = list(EventKind)
    events = [Happened(1000 + dice.randint(-30, 150), 50 + n, dice.choice(kinds)) for n in range(dice.randint(0, 2))]
    said = [
        Said(1000 + dice.randint(1, 150), 70 + n, dice.choice([None, *range(1, 8)]), 500, 20)
        for n in range(dice.randint(0, 2))
    ]
    given = Given(99, 1000, None, dice.random() < 0.5, dice.random() < 0.5)
    course = Course(
        problem_id=1, patient_id=2, injections=(given,), plain=plain, marked=(), current=(), said=tuple(said),
        events=tuple(events),
    )  # fmt: skip
    return judge(course, given, 1000 + dice.randint(0, 500), RuleSet())


def test_whatever_the_rules_say_has_words() -> None:
    dice = random.Random(7)
    spoken: set[Rule] = set()
    for _ in range(1500):
        verdict = some_verdict(dice)
        assert phrases.headline(verdict)
        assert verdict.rule_set in phrases.status(verdict)
        for reason in verdict.reasons:
            spoken.add(reason.rule)
            assert phrases.reason_title(reason)
            assert phrases.reason_found(reason)
            assert bool(reason.needed) == bool(phrases.reason_needed(reason))
    assert len(spoken) >= len(Rule) - 3
