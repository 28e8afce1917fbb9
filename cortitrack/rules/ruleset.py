"""The evidence page: every number that the rules use, with unit, default, allowed range and source."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property
from itertools import pairwise

from cortitrack.domain.errors import Invalid, Why


class Unit(StrEnum):
    """What a threshold counts; points are in whole tenths of the 0–10 scale."""

    DAYS = "days"
    TENTHS = "tenths_of_a_point"
    PERCENT = "percent"
    MINUTES = "minutes"
    WEEKS = "weeks"
    PGIC = "pgic"


@dataclass(frozen=True, slots=True)
class Threshold:
    """One number of the rule set."""

    key: str
    unit: Unit
    default: int
    low: int
    high: int
    source: str


REASONED = "Reasoned default of CortiTrack; no trial fixes it"
FARRAR = "Farrar JT, Pain 2001;94:149"
SALAFFI = "Salaffi F, Eur J Pain 2004;8:283"
SPINE = "Spine cohort, n = 1232: smallest detectable change 1.77 points"
IMMPACT = "Dworkin RH, J Pain 2008;9:105 (IMMPACT)"
FLARE = "Shoulder steroid flare cohort, PMC5444605"
CUSHMAN = "Cushman DM, Am J Phys Med Rehabil 2022;101:1020"
EULAR = "Uson J, EULAR, Ann Rheum Dis 2021;80:1299: least interval between injections"
BEFORE_ARTHROPLASTY = "Uson J, EULAR, Ann Rheum Dis 2021;80:1299: at least 3 months before joint replacement"

THRESHOLDS: tuple[Threshold, ...] = (
    Threshold("baseline_first_day", Unit.DAYS, -28, -365, 0, REASONED),
    Threshold("carry_over_first_day", Unit.DAYS, -28, -365, -1, REASONED),
    Threshold("flare_first_day", Unit.DAYS, 1, 1, 30, FLARE),
    Threshold("flare_last_day", Unit.DAYS, 7, 1, 60, FLARE),
    Threshold("prolonged_flare_first_day", Unit.DAYS, 4, 1, 60, FLARE),
    Threshold("early_first_day", Unit.DAYS, 8, 1, 90, REASONED),
    Threshold("early_evidence_day", Unit.DAYS, 14, 1, 90, REASONED),
    Threshold("primary_first_day", Unit.DAYS, 28, 7, 180, REASONED),
    Threshold("primary_due_day", Unit.DAYS, 42, 7, 180, REASONED),
    Threshold("primary_overdue_after_day", Unit.DAYS, 56, 7, 180, REASONED),
    Threshold("primary_last_day", Unit.DAYS, 69, 7, 365, REASONED),
    Threshold("durability_first_day", Unit.DAYS, 70, 14, 366, REASONED),
    Threshold("durability_due_day", Unit.DAYS, 84, 14, 400, REASONED),
    Threshold("durability_last_day", Unit.DAYS, 125, 14, 400, REASONED),
    Threshold("six_months_first_day", Unit.DAYS, 126, 15, 500, REASONED),
    Threshold("six_months_last_day", Unit.DAYS, 272, 15, 600, REASONED),
    Threshold("twelve_months_first_day", Unit.DAYS, 273, 15, 800, REASONED),
    Threshold("twelve_months_last_day", Unit.DAYS, 456, 15, 900, REASONED),
    Threshold("minimum_benefit_days", Unit.DAYS, 84, 1, 400, EULAR),
    Threshold("response_tenths", Unit.TENTHS, 20, 1, 100, f"{FARRAR}; {SPINE}"),
    Threshold("response_percent", Unit.PERCENT, 30, 1, 100, f"{FARRAR}; {SALAFFI}"),
    Threshold("substantial_percent", Unit.PERCENT, 50, 1, 100, IMMPACT),
    Threshold("partial_tenths", Unit.TENTHS, 10, 1, 100, SALAFFI),
    Threshold("partial_percent", Unit.PERCENT, 15, 1, 100, SALAFFI),
    Threshold("worse_tenths", Unit.TENTHS, 20, 1, 100, SPINE),
    Threshold("lost_percent", Unit.PERCENT, 20, 1, 100, REASONED),
    Threshold("low_baseline_tenths", Unit.TENTHS, 40, 0, 100, REASONED),
    Threshold("low_baseline_fall_tenths", Unit.TENTHS, 20, 1, 100, SPINE),
    Threshold("low_baseline_fall_percent", Unit.PERCENT, 50, 1, 100, IMMPACT),
    Threshold("pgic_improved_at_most", Unit.PGIC, 2, 1, 3, IMMPACT),
    Threshold("pgic_partial", Unit.PGIC, 3, 2, 4, IMMPACT),
    Threshold("pgic_unchanged_at_most", Unit.PGIC, 5, 3, 6, REASONED),
    Threshold("pgic_contradicts_response_from", Unit.PGIC, 5, 4, 7, REASONED),
    Threshold("recall_relief_percent", Unit.PERCENT, 30, 1, 100, FARRAR),
    Threshold("recall_weeks", Unit.WEEKS, 1, 1, 52, REASONED),
    Threshold("anaesthetic_positive_percent", Unit.PERCENT, 50, 1, 100, CUSHMAN),
    Threshold("anaesthetic_negative_below_percent", Unit.PERCENT, 30, 1, 100, CUSHMAN),
    Threshold("anaesthetic_window_minutes", Unit.MINUTES, 480, 1, 1440, REASONED),
    Threshold("arthroplasty_wait_days", Unit.DAYS, 90, 0, 730, BEFORE_ARTHROPLASTY),
)
BY_KEY: Mapping[str, Threshold] = {threshold.key: threshold for threshold in THRESHOLDS}
DEFAULT_VERSION = "2026-1"


@dataclass(frozen=True)
class RuleSet:
    """One version of the numbers: the defaults with a clinic's own values over them, from a date on."""

    version: str = DEFAULT_VERSION
    since: date = date(2026, 1, 1)
    own: tuple[tuple[str, int], ...] = ()
    why: str = ""
    changed_by: str = ""

    def __post_init__(self) -> None:
        for key, value in self.own:
            threshold = BY_KEY.get(key)
            if threshold is None:
                raise Invalid(key, Why.UNKNOWN_CODE, value=key, choices=tuple(BY_KEY))
            if not threshold.low <= value <= threshold.high:
                raise Invalid(key, Why.OUT_OF_RANGE, value=value, low=threshold.low, high=threshold.high)
        _check_order(dict(self.own))

    @cached_property
    def values(self) -> Mapping[str, int]:
        """Every key with the value in force."""
        return {threshold.key: threshold.default for threshold in THRESHOLDS} | dict(self.own)


_RISING = (
    ("early_first_day", "early_evidence_day", "primary_first_day", "primary_due_day"),
    ("primary_due_day", "primary_overdue_after_day", "primary_last_day", "durability_first_day"),
    ("durability_first_day", "durability_due_day", "durability_last_day", "six_months_first_day"),
    ("six_months_first_day", "six_months_last_day", "twelve_months_first_day", "twelve_months_last_day"),
    ("flare_first_day", "prolonged_flare_first_day", "flare_last_day"),
    ("partial_percent", "response_percent", "substantial_percent"),
    ("partial_tenths", "response_tenths"),
    ("lost_percent", "response_percent"),
    ("anaesthetic_negative_below_percent", "anaesthetic_positive_percent"),
    ("pgic_improved_at_most", "pgic_partial", "pgic_unchanged_at_most"),
)


def _check_order(own: Mapping[str, int]) -> None:
    values = {threshold.key: threshold.default for threshold in THRESHOLDS} | dict(own)
    for chain in _RISING:
        for first, second in pairwise(chain):
            if values[first] > values[second]:
                culprit = second if second in own else first
                raise Invalid(culprit, Why.OUT_OF_RANGE, value=values[culprit], low=first, high=second)
