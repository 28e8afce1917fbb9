"""The evidence page: every number has a unit, a source and a range that holds its default."""

import dataclasses
import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cortitrack.domain.anatomy import Site
from cortitrack.domain.errors import Invalid, Why
from cortitrack.rules.numbers import Numbers, numbers_of
from cortitrack.rules.ruleset import BY_KEY, THRESHOLDS, Group, RuleSet, Threshold, Unit, interval_days
from cortitrack.rules.verdict import VerdictKind
from tests.builders import timeline, verdict
from tests.rules.strategies import rule_sets

KEYS = [threshold.key for threshold in THRESHOLDS]


@pytest.mark.parametrize("threshold", THRESHOLDS, ids=KEYS)
def test_every_number_has_unit_source_and_a_range_around_its_default(threshold: Threshold) -> None:
    assert isinstance(threshold.unit, Unit)
    assert threshold.source.strip()
    assert threshold.low <= threshold.default <= threshold.high
    assert threshold.low < threshold.high


@pytest.mark.parametrize("group", list(Group))
def test_every_group_has_numbers(group: Group) -> None:
    assert [threshold for threshold in THRESHOLDS if threshold.group is group]


def test_sources_that_are_secondary_are_not_named() -> None:
    secondary = re.compile("coverage rule|family-practice", re.IGNORECASE)
    assert not [threshold.key for threshold in THRESHOLDS if secondary.search(threshold.source)]


def test_a_sites_own_interval_is_that_of_every_site_until_it_is_set() -> None:
    assert (interval_days(RuleSet(), "alert", Site.KNEE), interval_days(RuleSet(), "stop", Site.KNEE)) == (84, 42)
    own = RuleSet(version="2026-2", own=(("interval_alert_days_knee", 120),))
    assert [interval_days(own, "alert", site) for site in (Site.KNEE, Site.HIP)] == [120, 84]


def test_no_key_is_used_twice() -> None:
    assert len(set(KEYS)) == len(KEYS) == len(BY_KEY)


def test_the_defaults_are_a_rule_set() -> None:
    assert dict(RuleSet().values) == {threshold.key: threshold.default for threshold in THRESHOLDS}


def test_every_number_that_is_compared_is_a_whole_one() -> None:
    numbers = dataclasses.asdict(numbers_of(RuleSet()))
    assert all(isinstance(numbers[field.name], int) for field in dataclasses.fields(Numbers) if field.name != "version")


@pytest.mark.parametrize("threshold", THRESHOLDS, ids=KEYS)
@pytest.mark.parametrize("step", [-1, 1])
def test_a_value_outside_its_range_is_refused_at_its_key(threshold: Threshold, step: int) -> None:
    value = threshold.low - 1 if step < 0 else threshold.high + 1
    with pytest.raises(Invalid) as refused:
        RuleSet(own=((threshold.key, value),))
    assert (refused.value.field, refused.value.why) == (threshold.key, Why.OUT_OF_RANGE)


def test_an_unknown_key_is_refused() -> None:
    with pytest.raises(Invalid) as refused:
        RuleSet(own=(("patience_days", 3),))
    assert (refused.value.field, refused.value.why) == ("patience_days", Why.UNKNOWN_CODE)


@pytest.mark.parametrize(
    "own",
    [
        {"early_evidence_day": 7},
        {"early_evidence_day": 29},
        {"primary_first_day": 43},
        {"primary_due_day": 57},
        {"primary_overdue_after_day": 70},
        {"primary_last_day": 71},
        {"durability_first_day": 68},
        {"durability_first_day": 85},
        {"durability_due_day": 126},
        {"durability_last_day": 127},
        {"six_months_last_day": 274},
        {"twelve_months_first_day": 457},
        {"flare_last_day": 3},
        {"prolonged_flare_first_day": 8},
        {"partial_percent": 31},
        {"response_percent": 51},
        {"substantial_percent": 29},
        {"partial_tenths": 21},
        {"response_tenths": 9},
        {"lost_percent": 31},
        {"anaesthetic_negative_below_percent": 51},
        {"pgic_improved_at_most": 3, "pgic_partial": 2},
        {"pgic_partial": 4, "pgic_unchanged_at_most": 3},
        {"interval_stop_days": 85},
        {"interval_alert_days": 41},
        {"interval_stop_days_knee": 85},
        {"interval_alert_days_knee": 41},
        {"interval_alert_days_hip": 30, "interval_stop_days_hip": 31},
        {"count_info": 5},
        {"count_stop": 3},
        {"cumulative_alert_mg": 301},
        {"post_menopausal_window_days": 365, "count_window_days": 366},
        {"cuff_repair_stop_days": 184},
        {"watch_last_day": 7, "watch_first_day": 8},
        {"hba1c_alert_above": 81},
        {"glucose_peak_last_day": 8},
        {"surgical_worst_tenths": 49},
        {"trial_days": 365, "trial_lookback_days": 364},
    ],
    ids=str,
)
def test_own_values_out_of_order_are_refused_at_one_of_them(own: dict[str, int]) -> None:
    with pytest.raises(Invalid) as refused:
        RuleSet(own=tuple(own.items()))
    assert refused.value.field in own
    assert refused.value.why is Why.OUT_OF_RANGE


@given(rule_sets())
def test_own_values_lie_over_the_defaults(rules: RuleSet) -> None:
    own = dict(rules.own)
    assert all(value == own.get(key, BY_KEY[key].default) for key, value in rules.values.items())


@given(rule_sets())
def test_equal_rule_sets_are_one(rules: RuleSet) -> None:
    again = RuleSet(version=rules.version, own=rules.own)
    assert again == rules
    assert numbers_of(again) is numbers_of(rules)


@given(st.integers(31, 100))
def test_a_stricter_clinic_says_so_in_its_own_version(percent: int) -> None:
    rules = RuleSet(
        version="2026-2",
        since=date(2026, 3, 1),
        own=(("response_percent", percent), ("substantial_percent", max(50, percent))),
        why="agreed in the team",
        changed_by="Ada Sample",
    )
    course = timeline("0 | average 10, injection 40 mg\n42 | average 7")
    found = verdict(course, as_of=42, rules=rules)
    assert (found.kind, found.rule_set) == (VerdictKind.PARTIAL, "2026-2")
    assert verdict(course, as_of=42).kind is VerdictKind.RESPONDED
