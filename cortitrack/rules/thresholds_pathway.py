"""The numbers of the pathway: what a trial of care is, when pain counts as severe, which findings are advanced."""

from __future__ import annotations

from cortitrack.rules.threshold import REASONED, Group, Threshold, Unit

TUBACH = "Tubach F, Ann Rheum Dis 2005;64:34 (acceptable state)"
COHEN = "Cohen SP, Reg Anesth Pain Med 2020;45:424"


def _number(key: str, unit: Unit, default: int, low: int, high: int, source: str = REASONED) -> Threshold:
    return Threshold(key, unit, default, low, high, source, Group.PATHWAY)


PATHWAY: tuple[Threshold, ...] = (
    _number("tolerable_tenths", Unit.TENTHS, 32, 0, 100, TUBACH),
    _number("tolerable_hip_tenths", Unit.TENTHS, 35, 0, 100, TUBACH),
    _number("recent_score_days", Unit.DAYS, 42, 1, 365),
    _number("recent_function_days", Unit.DAYS, 183, 1, 1095),
    _number("trial_lookback_days", Unit.DAYS, 365, 42, 3650),
    _number("trial_days", Unit.DAYS, 42, 7, 365),
    _number("trial_sessions", Unit.COUNT, 6, 1, 100),
    _number("interventional_pain_tenths", Unit.TENTHS, 40, 0, 100),
    _number("surgical_average_tenths", Unit.TENTHS, 50, 0, 100),
    _number("surgical_worst_tenths", Unit.TENTHS, 70, 0, 100),
    _number("rfa_block_percent", Unit.PERCENT, 50, 1, 100, f"{COHEN}: at least 50 % once; a stricter choice is 80 %"),
    _number("rfa_blocks_needed", Unit.COUNT, 1, 1, 2, f"{COHEN}: once at 50 %; twice with the stricter 80 %"),
    _number("weight_bmi_tenths", Unit.BMI_TENTHS, 250, 150, 600),
    _number("large_cuff_tear_cm_tenths", Unit.CENTIMETRE_TENTHS, 30, 1, 200),
    _number("advanced_kellgren_lawrence", Unit.GRADE, 3, 1, 4),
)
