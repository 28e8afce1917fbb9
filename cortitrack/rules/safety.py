"""The safety rules S1–S30 in order: of an injection that is planned or being entered, and of the record as a whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from cortitrack.domain.injection import Injection
from cortitrack.rules.alerts import Alert, Checked, Missing, gathered
from cortitrack.rules.ruleset import RuleSet
from cortitrack.rules.safety_allergy import s24_allergy
from cortitrack.rules.safety_case import Case, case_of
from cortitrack.rules.safety_dose import s6_cumulative, s7_dose, s8_one_day, s30_planned, s30_record
from cortitrack.rules.safety_infection import (
    s13_infection,
    s14_after_injection,
    s15_spine,
    s16_planned,
    s16_record,
)
from cortitrack.rules.safety_interval import (
    s1_interval,
    s2_count,
    s3_weight_bearing,
    s4_failed,
    s5_epidural_sessions,
)
from cortitrack.rules.safety_person import (
    s19_diabetes,
    s20_bleeding,
    s21_inhibitor,
    s25_pregnancy,
    s26_live_vaccine,
    s29_background,
)
from cortitrack.rules.safety_site import (
    s17_tendon,
    s18_fascia_and_epicondyle,
    s22_cervical_particulate,
    s23_not_for_epidural,
    s27_planned,
    s27_record,
    s28_superficial,
)
from cortitrack.rules.safety_surgery import planned_before_surgery, record_before_surgery, s12_prosthesis
from cortitrack.rules.safety_view import SafetyView

Said = Iterator[Alert | Missing]
OF_AN_INJECTION: tuple[Callable[[Case], Said], ...] = (
    s1_interval,
    s2_count,
    s3_weight_bearing,
    s4_failed,
    s5_epidural_sessions,
    s6_cumulative,
    s7_dose,
    s8_one_day,
    planned_before_surgery,  # S9–S11
    s12_prosthesis,
    s17_tendon,
    s18_fascia_and_epicondyle,
    s19_diabetes,
    s20_bleeding,
    s21_inhibitor,
    s22_cervical_particulate,
    s23_not_for_epidural,
    s24_allergy,
    s25_pregnancy,
    s26_live_vaccine,
    s27_planned,
    s28_superficial,
    s29_background,
    s30_planned,
)
OF_ITS_DAY: tuple[Callable[[SafetyView, RuleSet], Said], ...] = (
    s13_infection,
    s14_after_injection,
    s15_spine,
    s16_planned,
)
OF_THE_RECORD: tuple[Callable[[SafetyView, RuleSet], Said], ...] = (
    record_before_surgery,  # S9–S11
    s13_infection,
    s14_after_injection,
    s15_spine,
    s16_record,
    s27_record,
    s30_record,
)


def check_injection(view: SafetyView, planned: Injection, rules: RuleSet) -> Checked:
    """All that the rules say about an injection into the view's problem, on its own day."""
    case = case_of(planned, view, rules)
    before = case.without_it()
    said = [one for rule in OF_AN_INJECTION for one in rule(case)]
    said += [one for rule in OF_ITS_DAY for one in rule(before, rules)]
    return gathered(said)


def check_record(view: SafetyView, rules: RuleSet) -> Checked:
    """All that the rules say about the view's problem and person as they stand on the view's day."""
    return gathered(one for rule in OF_THE_RECORD for one in rule(view, rules))
