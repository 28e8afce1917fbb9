"""The evidence page: every number that the rules use, with unit, default, allowed range and source."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import pairwise

from cortitrack.domain.anatomy import Site
from cortitrack.domain.errors import Invalid, Why
from cortitrack.rules.threshold import REASONED, Group, Threshold, Unit
from cortitrack.rules.thresholds_instruments import INSTRUMENT_NUMBERS
from cortitrack.rules.thresholds_pathway import PATHWAY
from cortitrack.rules.thresholds_response import RESPONSE
from cortitrack.rules.thresholds_safety import SAFETY, interval_key

__all__ = [
    "BY_KEY",
    "DEFAULT_VERSION",
    "REASONED",
    "THRESHOLDS",
    "Group",
    "RuleSet",
    "Threshold",
    "Unit",
    "interval_days",
]

THRESHOLDS: tuple[Threshold, ...] = (*RESPONSE, *SAFETY, *PATHWAY, *INSTRUMENT_NUMBERS)
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
    ("interval_stop_days", "interval_alert_days"),
    ("count_info", "count_alert", "count_stop"),
    ("cumulative_alert_mg", "cumulative_stop_mg"),
    ("count_window_days", "post_menopausal_window_days"),
    ("cuff_repair_stop_days", "cuff_repair_alert_days"),
    ("watch_first_day", "watch_last_day"),
    ("hba1c_alert_above", "hba1c_plan_above"),
    ("glucose_first_day", "glucose_peak_last_day", "glucose_last_day"),
    ("surgical_average_tenths", "surgical_worst_tenths"),
    ("trial_days", "trial_lookback_days"),
)


def _check_order(own: Mapping[str, int]) -> None:
    values = {threshold.key: threshold.default for threshold in THRESHOLDS} | dict(own)
    for chain in _RISING:
        for first, second in pairwise(chain):
            if values[first] > values[second]:
                culprit = second if second in own else first
                raise Invalid(culprit, Why.OUT_OF_RANGE, value=values[culprit], low=first, high=second)
    for site in Site:
        _check_site(values, site, own)


def _check_site(values: Mapping[str, int], site: Site, own: Mapping[str, int]) -> None:
    """A site's own intervals keep their order, also where one of them is that of every site."""
    first, second = interval_key("stop", site), interval_key("alert", site)
    if (first in own or second in own) and _interval(values, "stop", site) > _interval(values, "alert", site):
        culprit = second if second in own else first
        raise Invalid(culprit, Why.OUT_OF_RANGE, value=values[culprit], low=first, high=second)


def _interval(values: Mapping[str, int], level: str, site: Site) -> int:
    return values[interval_key(level, site)] or values[f"interval_{level}_days"]


def interval_days(rules: RuleSet, level: str, site: Site) -> int:
    """The least interval at a site, `alert` or `stop`: its own where the clinic set one."""
    return _interval(rules.values, level, site)
