"""The numbers of safety, pathway and questionnaires by name, and every number of the rule set as people read it."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from cortitrack.domain.anatomy import Site
from cortitrack.domain.injection import Drug
from cortitrack.rules.doses import SizeClass, maximum_key
from cortitrack.rules.threshold import Group, Unit
from cortitrack.rules.thresholds_safety import interval_key

SAFETY_NUMBERS: Mapping[str, str] = {
    "interval_alert_days": "S1, interval at a site: alert under",
    "interval_stop_days": "S1, interval at a site: stop under",
    "count_window_days": "S2, rolling window of the count",
    "count_info": "S2, count in the window: reminder from",
    "count_alert": "S2, count in the window: alert from",
    "count_stop": "S2, count in the window: stop from",
    "weight_bearing_count_alert": "S3, weight-bearing joint: alert from",
    "failed_stop_count": "S4, failed in a row: stop from",
    "epidural_sessions_at_most": "S5, epidural sessions of a region: stop above",
    "cumulative_alert_mg": "S6, methylprednisolone equivalents: alert above",
    "cumulative_stop_mg": "S6, methylprednisolone equivalents: stop above",
    "post_menopausal_window_days": "S6, post-menopausal: rolling window",
    "post_menopausal_alert_mg": "S6, post-menopausal: alert above",
    "dose_stop_percent": "S7, dose of the maximum: stop above",
    "one_day_triamcinolone_mg": "S8, triamcinolone of one day: alert above",
    "cuff_repair_stop_days": "S10, before a cuff repair: stop under",
    "cuff_repair_alert_days": "S10, before a cuff repair: alert under",
    "other_surgery_alert_days": "S11, before other surgery: alert under",
    "hand_surgery_alert_days": "S11, before surgery of the hand: alert under",
    "fever_from_celsius_tenths": "S13, fever from",
    "infection_incident_days": "S13, a recorded infection counts for",
    "watch_first_day": "S14, watch after an injection: first day",
    "watch_last_day": "S14, watch after an injection: last day",
    "watch_rise_tenths": "S14, rise above the baseline: alert from",
    "trauma_days": "S16, trauma without a picture counts for",
    "look_valid_days": "S13 to S16, a look for red flags holds for",
    "epicondyle_count_alert": "S18, lateral epicondyle: alert from injection",
    "hba1c_alert_above": "S19, HbA1c: alert above",
    "hba1c_plan_above": "S19, HbA1c: alert with a plan above",
    "glucose_first_day": "S19, glucose rises: from day",
    "glucose_peak_last_day": "S19, glucose is highest: to day",
    "glucose_last_day": "S19, glucose is raised: to day",
    "inr_alert_above": "S20, INR: alert above",
    "inhibitor_days": "S21, after the end of an inhibitor",
    "live_vaccine_days": "S26, around a live vaccine",
    "hip_xray_days": "S27, X-ray of the hip not older than",
    "hip_count_alert": "S27, hip: alert from injection",
    "adrenal_count_info": "S30, adrenal suppression: reminder from injections",
    "adrenal_info_mg": "S30, adrenal suppression: reminder from",
    "tolerable_tenths": "tolerable pain: up to",
    "tolerable_hip_tenths": "tolerable pain, hip: up to",
    "recent_score_days": "a score speaks for now: not older than",
    "recent_function_days": "a questionnaire speaks for now: not older than",
    "trial_lookback_days": "trial of conservative care: looked for within",
    "trial_days": "trial of conservative care: least length",
    "trial_sessions": "trial of conservative care: least sessions",
    "interventional_pain_tenths": "interventional alternatives: pain from",
    "surgical_average_tenths": "severe pain: average from",
    "surgical_worst_tenths": "severe pain: worst from",
    "rfa_block_percent": "positive block before RFA: relief from",
    "rfa_blocks_needed": "positive blocks before RFA",
    "weight_bmi_tenths": "weight is a subject: BMI from",
    "large_cuff_tear_cm_tenths": "large cuff tear: from",
    "advanced_kellgren_lawrence": "advanced destruction: Kellgren–Lawrence grade from",
}
PATTERNS: Mapping[str, str] = {
    "alert": "S1, {site}: alert under",
    "stop": "S1, {site}: stop under",
    "maximum": "S7, most of {drug}: {size}",
    "mcid": "{instrument}: least change that matters",
    "limit": "{instrument}: limit of function",
}
SIZES: Mapping[SizeClass, str] = {
    SizeClass.SMALL: "small joint",
    SizeClass.MEDIUM: "medium joint",
    SizeClass.LARGE: "large joint",
    SizeClass.LARGE_HIP: "hip",
    SizeClass.LARGE_KNEE: "knee",
    SizeClass.SOFT_TISSUE: "soft tissue",
}
SITE_KEYS: Mapping[str, tuple[str, Site]] = {
    interval_key(level, site): (level, site) for level in ("alert", "stop") for site in Site
}
DOSE_KEYS: Mapping[str, tuple[Drug, SizeClass]] = {
    maximum_key(drug, size): (drug, size) for drug in Drug for size in SizeClass
}
GROUP_NAMES: Mapping[Group, str] = {
    Group.RESPONSE: "Response",
    Group.SAFETY: "Safety",
    Group.SITES: "Interval by site",
    Group.DOSES: "Dose maxima",
    Group.PATHWAY: "Pathway",
    Group.INSTRUMENTS: "Questionnaires",
}
_PLACES: Mapping[Unit, int] = {
    Unit.TENTHS: 1,
    Unit.HUNDREDTHS: 2,
    Unit.PERCENT_TENTHS: 1,
    Unit.RATIO_TENTHS: 1,
    Unit.BMI_TENTHS: 1,
    Unit.CELSIUS_TENTHS: 1,
    Unit.CENTIMETRE_TENTHS: 1,
}


def decimals(unit: Unit) -> int:
    """How many decimals a number of this unit has for people; the rule set keeps whole numbers."""
    return _PLACES.get(unit, 0)


def for_people(unit: Unit, value: int) -> Decimal:
    """A number of the rule set as it is read and typed."""
    return Decimal(value).scaleb(-decimals(unit))


def for_rules(unit: Unit, value: Decimal) -> int:
    """A number as it was typed, as the rule set keeps it."""
    return int(value.scaleb(decimals(unit)))
