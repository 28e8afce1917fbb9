"""A rule set's response numbers made ready for exact comparison: days as they are, points in fortieths.

A fortieth of a point is the finest a median can be: scores are tenths, a day's median may be half a tenth, and the
mean of two such days a quarter of one.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from cortitrack.rules.ruleset import RuleSet

FORTIETHS = 40  # in a point
PER_TENTH = 4
TOP = 10 * FORTIETHS


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbers:
    """The thresholds of the response rules; `…_q` are fortieths of a point, `…_pct` whole percents."""

    version: str
    baseline_first: int
    carry_over_first: int
    flare_first: int
    flare_last: int
    prolonged_first: int
    early_first: int
    evidence: int
    primary_first: int
    overdue_after: int
    primary_last: int
    durability_first: int
    durability_last: int
    minimum_benefit: int
    response_q: int
    response_pct: int
    substantial_pct: int
    partial_q: int
    partial_pct: int
    worse_q: int
    lost_pct: int
    low_q: int
    low_fall_q: int
    low_fall_pct: int
    pgic_improved: int
    pgic_partial: int
    pgic_unchanged: int
    pgic_contradicts: int
    recall_pct: int
    recall_weeks: int
    numb_positive_pct: int
    numb_negative_pct: int
    numb_minutes: int


@lru_cache(maxsize=64)
def numbers_of(rules: RuleSet) -> Numbers:
    """The rule set's numbers in the units in which they are compared."""
    v = rules.values
    return Numbers(
        version=rules.version,
        baseline_first=v["baseline_first_day"],
        carry_over_first=v["carry_over_first_day"],
        flare_first=v["flare_first_day"],
        flare_last=v["flare_last_day"],
        prolonged_first=v["prolonged_flare_first_day"],
        early_first=v["early_first_day"],
        evidence=v["early_evidence_day"],
        primary_first=v["primary_first_day"],
        overdue_after=v["primary_overdue_after_day"],
        primary_last=v["primary_last_day"],
        durability_first=v["durability_first_day"],
        durability_last=v["durability_last_day"],
        minimum_benefit=v["minimum_benefit_days"],
        response_q=v["response_tenths"] * PER_TENTH,
        response_pct=v["response_percent"],
        substantial_pct=v["substantial_percent"],
        partial_q=v["partial_tenths"] * PER_TENTH,
        partial_pct=v["partial_percent"],
        worse_q=v["worse_tenths"] * PER_TENTH,
        lost_pct=v["lost_percent"],
        low_q=v["low_baseline_tenths"] * PER_TENTH,
        low_fall_q=v["low_baseline_fall_tenths"] * PER_TENTH,
        low_fall_pct=v["low_baseline_fall_percent"],
        pgic_improved=v["pgic_improved_at_most"],
        pgic_partial=v["pgic_partial"],
        pgic_unchanged=v["pgic_unchanged_at_most"],
        pgic_contradicts=v["pgic_contradicts_response_from"],
        recall_pct=v["recall_relief_percent"],
        recall_weeks=v["recall_weeks"],
        numb_positive_pct=v["anaesthetic_positive_percent"],
        numb_negative_pct=v["anaesthetic_negative_below_percent"],
        numb_minutes=v["anaesthetic_window_minutes"],
    )
