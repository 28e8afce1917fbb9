"""The numbers of the safety rules S1–S30, of the ledger, and the maxima of one injection."""

from __future__ import annotations

from cortitrack.domain.anatomy import Site
from cortitrack.domain.injection import Drug
from cortitrack.rules.doses import DEPO_MEDRONE, KENALOG, MAXIMA, MAXIMA_SOURCE, SizeClass, maximum_key
from cortitrack.rules.threshold import REASONED, Group, Threshold, Unit

EULAR = "Uson J, EULAR, Ann Rheum Dis 2021;80:1299"
INTERVAL = f"{EULAR}; {DEPO_MEDRONE}"
BEFORE_ARTHROPLASTY = f"{EULAR}: at least 3 months before joint replacement"
BEFORE_REPLACEMENT_SAFETY = "Infection after injection within 3 months of arthroplasty, OR 1.26, PMC9972619"
CUFF_INFECTION = "Infection after cuff repair with a prior injection"
CUFF = "Traven SA, Arthroscopy 2019 (cuff revision)"
SEPTIC = "Petersen SK 2019 (septic arthritis after injection); Ann Rheum Dis 2008;67:638"
GLUCOSE = "Glucose after injection, PMC7214140; Choudhry MN, JBJS Rev 2016"
CUMULATIVE = "Brown-Beresford, Interv Pain Med 2022;1:100094"
INTERACTION = "MHRA Drug Safety Update (triamcinolone with CYP3A4 inhibitors)"
VACCINES = "ACIP general recommendations"
HIP = "Kompel AJ, Radiology 2019;293:656"
CARDONE = "Cardone DA, Tallia AF, Am Fam Physician 2002;66:283"
EPICONDYLE = "Coombes BK, JAMA 2013;309:461; lateral epicondylitis meta-analysis, PMC3816235"
PLANTAR = "McMillan AM, BMJ 2012;344:e3260"
FDA_EPIDURAL = "FDA 2014 warning, epidural corticosteroids"


def _number(key: str, unit: Unit, default: int, low: int, high: int, source: str = REASONED) -> Threshold:
    return Threshold(key, unit, default, low, high, source, Group.SAFETY)


def interval_key(level: str, site: Site) -> str:
    """The key of a site's own least interval; 0 stands for the one of every site."""
    return f"interval_{level}_days_{site.value}"


def _maximum(drug: Drug, size: SizeClass, mg: int) -> Threshold:
    return Threshold(maximum_key(drug, size), Unit.MILLIGRAMS, mg, 1, 1000, MAXIMA_SOURCE[drug], Group.DOSES)


SAFETY: tuple[Threshold, ...] = (
    _number("arthroplasty_wait_days", Unit.DAYS, 90, 0, 730, f"{BEFORE_ARTHROPLASTY}; {BEFORE_REPLACEMENT_SAFETY}"),
    _number("interval_alert_days", Unit.DAYS, 84, 1, 730, INTERVAL),
    _number("interval_stop_days", Unit.DAYS, 42, 1, 730, INTERVAL),
    _number("count_window_days", Unit.DAYS, 365, 30, 1095, EULAR),
    _number("count_info", Unit.COUNT, 3, 1, 50, EULAR),
    _number("count_alert", Unit.COUNT, 4, 1, 50, EULAR),
    _number("count_stop", Unit.COUNT, 5, 1, 50, EULAR),
    _number("weight_bearing_count_alert", Unit.COUNT, 3, 1, 50),
    _number("failed_stop_count", Unit.COUNT, 2, 1, 20),
    _number("epidural_sessions_at_most", Unit.COUNT, 4, 1, 50),
    _number("cumulative_alert_mg", Unit.MILLIGRAMS, 200, 1, 5000, CUMULATIVE),
    _number("cumulative_stop_mg", Unit.MILLIGRAMS, 300, 1, 5000, CUMULATIVE),
    _number("post_menopausal_window_days", Unit.DAYS, 1095, 365, 3650, CUMULATIVE),
    _number("post_menopausal_alert_mg", Unit.MILLIGRAMS, 400, 1, 5000, CUMULATIVE),
    _number("dose_stop_percent", Unit.PERCENT, 200, 100, 1000),
    _number("one_day_triamcinolone_mg", Unit.MILLIGRAMS, 80, 1, 1000, KENALOG),
    _number("cuff_repair_stop_days", Unit.DAYS, 30, 0, 730, CUFF_INFECTION),
    _number("cuff_repair_alert_days", Unit.DAYS, 183, 0, 730, CUFF),
    _number("other_surgery_alert_days", Unit.DAYS, 30, 0, 730),
    _number("hand_surgery_alert_days", Unit.DAYS, 90, 0, 730),
    _number("fever_from_celsius_tenths", Unit.CELSIUS_TENTHS, 380, 370, 420, CARDONE),
    _number("infection_incident_days", Unit.DAYS, 90, 1, 730),
    _number("watch_first_day", Unit.DAYS, 3, 1, 70),
    _number("watch_last_day", Unit.DAYS, 70, 7, 365, SEPTIC),
    _number("watch_rise_tenths", Unit.TENTHS, 20, 1, 100, SEPTIC),
    _number("trauma_days", Unit.DAYS, 42, 1, 365),
    _number("look_valid_days", Unit.DAYS, 7, 0, 90),
    _number("epicondyle_count_alert", Unit.COUNT, 2, 1, 20, EPICONDYLE),
    _number("hba1c_alert_above", Unit.PERCENT_TENTHS, 70, 50, 150, f"{EULAR}; {GLUCOSE}"),
    _number("hba1c_plan_above", Unit.PERCENT_TENTHS, 80, 50, 150, f"{EULAR}; {GLUCOSE}"),
    _number("glucose_first_day", Unit.DAYS, 1, 0, 14, GLUCOSE),
    _number("glucose_peak_last_day", Unit.DAYS, 3, 1, 14, GLUCOSE),
    _number("glucose_last_day", Unit.DAYS, 7, 1, 30, GLUCOSE),
    _number("inr_alert_above", Unit.RATIO_TENTHS, 30, 10, 100, EULAR),
    _number("inhibitor_days", Unit.DAYS, 14, 0, 90, INTERACTION),
    _number("live_vaccine_days", Unit.DAYS, 28, 1, 180, VACCINES),
    _number("hip_xray_days", Unit.DAYS, 183, 1, 1095, HIP),
    _number("hip_count_alert", Unit.COUNT, 2, 1, 20, HIP),
    _number("adrenal_count_info", Unit.COUNT, 3, 1, 50),
    _number("adrenal_info_mg", Unit.MILLIGRAMS, 160, 1, 5000),
    *(
        Threshold(interval_key(level, site), Unit.DAYS, 0, 0, 730, f"{REASONED}; 0: as for every site", Group.SITES)
        for site in Site
        for level in ("alert", "stop")
    ),
    *(_maximum(drug, size, mg) for drug, maxima in MAXIMA.items() for size, mg in maxima.items()),
)
