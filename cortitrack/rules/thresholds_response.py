"""The numbers by which an injection's response is judged."""

from __future__ import annotations

from cortitrack.rules.threshold import REASONED, Threshold, Unit

FARRAR = "Farrar JT, Pain 2001;94:149"
SALAFFI = "Salaffi F, Eur J Pain 2004;8:283"
SPINE = "Spine cohort, n = 1232: smallest detectable change 1.77 points"
IMMPACT = "Dworkin RH, J Pain 2008;9:105 (IMMPACT)"
FLARE = "Shoulder steroid flare cohort, PMC5444605"
CUSHMAN = "Cushman DM, Am J Phys Med Rehabil 2022;101:1020"
EULAR = "Uson J, EULAR, Ann Rheum Dis 2021;80:1299: least interval between injections"

RESPONSE: tuple[Threshold, ...] = (
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
)
