"""The verdict rules as patients' charts: each rule and boundary of the page at, just below and just above it."""

from itertools import chain

import pytest

from cortitrack.rules.response import judge_all
from cortitrack.rules.ruleset import RuleSet
from cortitrack.rules.verdict import (
    AnaestheticPhase,
    Durability,
    Flag,
    Hint,
    Level,
    Mend,
    Rule,
    Verdict,
    VerdictKind,
    VerdictReason,
)
from tests.builders import DAY_0, FIRST_ID, on, timeline, verdict
from tests.rules.charts import Chart, course_of, place_of_day_0, told
from tests.rules.charts_flags import CHARTS as FLAGS
from tests.rules.charts_low import CHARTS as LOW
from tests.rules.charts_missed import CHARTS as MISSED
from tests.rules.charts_primary import CHARTS as PRIMARY
from tests.rules.charts_start import CHARTS as START
from tests.rules.closed_set import CLOSED
from tests.rules.oracle import judged_by_the_page

CHARTS = [*START, *PRIMARY, *MISSED, *LOW, *FLAGS]
NAMED = [f"{chart.name}, day {chart.as_of}" for chart in CHARTS]

# baseline, six weeks, level
LEVELS = """
    10   5.0 substantial
    10   5.1 response
    10   7.0 response
    10   7.1 partial
    10   8.5 partial
    10   8.6 none
     8   4.0 substantial
     8   4.1 response
     8   5.6 response
     8   5.7 partial
     8   6.8 partial
     8   6.9 none
     8   9.9 none
     8  10.0 worse
   6.7   4.6 response
   6.7   4.7 partial
   6.7   5.6 partial
   6.7   5.7 none
   6.6   4.6 response
   6.6   4.7 partial
   6.6   5.6 partial
   6.6   5.7 none
     6   4.0 response
     6   4.1 partial
     6   3.0 substantial
     6   5.0 partial
     6   5.1 none
     6   7.9 none
     6   8.0 worse
     4   2.0 substantial
     4   2.1 partial
     4   3.0 partial
     4   3.1 none
     4   4.0 none
     4   5.9 none
     4   6.0 worse
"""


def of(chart: Chart) -> Verdict:
    """The verdict on the injection of day 0."""
    course = course_of(chart.course)
    return verdict(course, as_of=chart.as_of, injection=place_of_day_0(course))


def test_relief_gone_by_six_weeks_is_short_lived() -> None:
    course = timeline("""
        day | event
         -1 | average 8
          0 | injection 40 mg
         14 | average 3
         42 | average 8
    """)
    assert verdict(course, as_of=44).kind is VerdictKind.FAILED_SHORT_LIVED


@pytest.mark.parametrize("chart", CHARTS, ids=NAMED)
def test_the_chart_says(chart: Chart) -> None:
    assert told(of(chart)) == chart.says


@pytest.mark.parametrize("chart", CHARTS, ids=NAMED)
def test_the_page_says_the_same_of_the_chart(chart: Chart) -> None:
    course, found = course_of(chart.course), of(chart)
    index = course.injections[place_of_day_0(course)]
    answer = judged_by_the_page(course, index.id, on(chart.as_of))
    assert (answer.verdict, answer.reason, answer.level) == (found.kind, found.reason, found.level)
    assert (sorted(answer.flags), sorted(answer.hints)) == (list(found.flags), list(found.hints))


@pytest.mark.parametrize("line", LEVELS.strip().splitlines())
def test_the_level_of_one_score_at_six_weeks(line: str) -> None:
    before, after, level = line.split()
    course = timeline(f"0 | average {before}, injection 40 mg\n42 | average {after}")
    assert verdict(course, as_of=42).level == level


def test_no_two_charts_share_a_name_and_a_day() -> None:
    assert len(set(NAMED)) == len(NAMED)


def test_every_verdict_occurs_with_each_of_its_reasons_and_no_other() -> None:
    found: dict[VerdictKind, set[VerdictReason | None]] = {kind: set() for kind in VerdictKind}
    for chart in CHARTS:
        found[of(chart).kind].add(of(chart).reason)
    assert found == CLOSED


def test_every_word_of_the_closed_sets_occurs() -> None:
    verdicts = [of(chart) for chart in CHARTS]
    assert {v.durability for v in verdicts} - {None} == set(Durability)
    assert {v.level for v in verdicts} - {None} == set(Level)
    assert {v.anaesthetic_phase for v in verdicts} == set(AnaestheticPhase)
    assert set(chain.from_iterable(v.flags for v in verdicts)) == set(Flag)
    assert set(chain.from_iterable(v.hints for v in verdicts)) == set(Hint)
    assert {v.mend for v in verdicts} - {None} == set(Mend)
    assert {reason.rule for v in verdicts for reason in v.reasons} == set(Rule)


def test_only_a_response_has_a_durability() -> None:
    for chart in CHARTS:
        assert (of(chart).durability is not None) == (of(chart).kind is VerdictKind.RESPONDED)


def test_flags_and_hints_stand_in_order_and_once() -> None:
    for chart in CHARTS:
        found = of(chart)
        assert list(found.flags) == sorted(set(found.flags))
        assert list(found.hints) == sorted(set(found.hints))


def test_each_injection_of_a_course_is_judged_on_its_own() -> None:
    course = timeline("""
         -1 | average 8
          0 | injection 40 mg
         42 | average 4
         90 | average 8
         91 | injection 40 mg
        133 | average 3
    """)
    first, second = (verdict(course, as_of=140, injection=place) for place in (0, 1))
    assert told(first) == "failed_short_lived level substantial final +reintervention ?mechanical_driver"
    assert told(second) == "responded level substantial pending provisional"


def test_all_injections_given_by_the_day_are_judged_the_latest_first() -> None:
    course = timeline("0 | injection 40 mg\n30 | injection 20 mg\n60 | injection 10 mg").course()
    judged = {day: judge_all(course, on(day).toordinal(), RuleSet()) for day in (-1, 0, 29, 30, 100)}
    found = {day: [verdict.injection_id - FIRST_ID for verdict in verdicts] for day, verdicts in judged.items()}
    assert found == {-1: [], 0: [0], 29: [0], 30: [1, 0], 100: [2, 1, 0]}


def test_a_score_noted_before_the_second_injection_is_its_baseline_and_the_first_ones_follow_up() -> None:
    course = timeline("""
         -1 | average 8
          0 | injection 40 mg
         42 | average 3 before, injection 40 mg
         42 | average 9 after
         84 | average 3
    """)
    first, second = (verdict(course, as_of=90, injection=place) for place in (0, 1))
    assert first.primary_value == 6.0  # of the day's two; on another day than its own only the day counts
    assert second.baseline == 3.0


def test_the_entries_behind_a_verdict_are_in_the_record() -> None:
    for chart in CHARTS:
        ids = {fact.id for fact in (*course_of(chart.course).entries(), *course_of(chart.course).elsewhere)}
        assert {entry for reason in of(chart).reasons for entry in reason.entries} <= ids


def test_numbers_are_told_as_found_and_as_needed() -> None:
    course = timeline("""
         -1 | average 8
          0 | injection 40 mg
         42 | average 6
    """)
    found = verdict(course, as_of=44)
    window = next(reason for reason in found.reasons if reason.rule is Rule.PRIMARY_WINDOW)
    assert {key: window.found[key] for key in ("from", "to", "fall", "percent")} == {
        "from": 8.0,
        "to": 6.0,
        "fall": 2.0,
        "percent": 25.0,
    }
    assert window.needed == {"fall": 2.0, "percent": 30}
    assert (window.met, window.entries) == (False, (FIRST_ID + 2,))
    assert (found.baseline, found.primary_value, found.durability_value) == (8.0, 6.0, None)
    assert found.as_of == DAY_0.toordinal() + 44
