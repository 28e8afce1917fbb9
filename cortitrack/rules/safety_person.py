"""S19–S21, S25, S26, S29: what the person brings along."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from cortitrack.domain.anatomy import Site, Target
from cortitrack.domain.medication import MedicationClass
from cortitrack.domain.records import RecordKind
from cortitrack.domain.risk import Risk, RiskKind
from cortitrack.domain.safety_answer import AlertLevel, SafetyRule
from cortitrack.rules.alerts import Alert, Clears, Ground, Missing, Value, Wants
from cortitrack.rules.inhibitor import inhibitors
from cortitrack.rules.ruleset import BY_KEY, REASONED
from cortitrack.rules.safety_case import SPINE, TRIAMCINOLONES, Case
from cortitrack.rules.thresholds_safety import EULAR, INTERACTION, VACCINES

BACKGROUND = (
    RiskKind.IMMUNOSUPPRESSION,
    RiskKind.OSTEOPOROSIS,
    RiskKind.GLAUCOMA,
    RiskKind.PSYCHOSIS,
    RiskKind.UNCONTROLLED_PRESSURE,
    RiskKind.HEART_FAILURE,
    RiskKind.RECENT_INFARCTION,
)
DEEP_TARGETS = frozenset({Target.EPIDURAL, Target.FACET})
NOT_CONTRAINDICATED = frozenset({Target.JOINT, Target.BURSA, Target.TENDON, Target.TENDON_SHEATH})


def s19_diabetes(case: Case) -> Iterator[Alert | Missing]:
    """Sugar rises after a steroid: when to look, and when to plan."""
    risks = case.view.risks_of(RiskKind.DIABETES, RiskKind.INSULIN)
    if not risks:
        return
    entries = tuple(risk.id for risk in risks)
    days: dict[str, Value] = {
        "first_day": case.number("glucose_first_day"),
        "peak_last_day": case.number("glucose_peak_last_day"),
        "last_day": case.number("glucose_last_day"),
    }
    yield _about(SafetyRule.S19, Ground.DIABETES, AlertLevel.INFO, days, entries, BY_KEY["glucose_last_day"].source)
    value, insulin = latest_value(risks), any(risk.kind is RiskKind.INSULIN for risk in risks)
    if value is None:
        yield Missing(rule=SafetyRule.S19, wants=Wants.HBA1C, kind=RecordKind.RISK, field="value", entries=entries)
    yield from _hba1c(case, value, insulin, entries)


def _hba1c(case: Case, value: Risk | None, insulin: bool, entries: tuple[int, ...]) -> Iterator[Alert]:
    percent = None if value is None or value.value is None else value.value
    high, plan = (Decimal(case.number(key)).scaleb(-1) for key in ("hba1c_alert_above", "hba1c_plan_above"))
    if not insulin and (percent is None or percent <= high):
        return
    found: dict[str, Value] = {} if value is None or percent is None else {"percent": percent, "on": value.from_on}
    with_plan = insulin or (percent is not None and percent > plan)
    if with_plan:
        found["insulin"] = int(insulin)
    yield Alert(
        rule=SafetyRule.S19,
        ground=Ground.DIABETES_PLAN if with_plan else Ground.HBA1C,
        level=AlertLevel.ALERT,
        found=found,
        needed={"percent": plan if with_plan else high},
        source=BY_KEY["hba1c_alert_above"].source,
        clears=Clears.ENDED if insulin else Clears.LATER_VALUE,
        entries=entries,
    )


def latest_value(risks: Iterable[Risk]) -> Risk | None:
    """The latest of them that has a value; of one day the higher value."""
    measured = [risk for risk in risks if risk.value is not None]
    return max(measured, key=lambda risk: (risk.from_on, risk.value or 0, risk.id), default=None)


def s20_bleeding(case: Case) -> Iterator[Alert | Missing]:
    """A needle in someone whose blood does not clot: how deep it goes, and the INR."""
    risks = case.view.risks_of(RiskKind.ANTICOAGULANT, RiskKind.ANTIPLATELET)
    medicines = [
        one
        for one in case.view.medications
        if one.medication_class is MedicationClass.ANTICOAGULANT and (one.to_on is None or case.day <= one.to_on)
    ]
    thinners = [risk for risk in risks if risk.kind is RiskKind.ANTICOAGULANT]
    entries = (*(risk.id for risk in risks), *(one.id for one in medicines))
    if not entries:
        return
    what = RiskKind.ANTICOAGULANT if thinners or medicines else RiskKind.ANTIPLATELET
    deep = case.site in SPINE or case.site is Site.HIP or case.target in DEEP_TARGETS
    found: dict[str, Value] = {"what": what.value}
    ground = Ground.BLEEDING_DEEP if deep else Ground.BLEEDING_PERIPHERAL
    level = AlertLevel.ALERT if deep else AlertLevel.INFO
    yield _about(SafetyRule.S20, ground, level, found, entries, EULAR)
    if case.site is Site.OTHER and not deep:
        yield Missing(rule=SafetyRule.S20, wants=Wants.SITE, kind=RecordKind.PROBLEM, field="site")
    if what is RiskKind.ANTICOAGULANT:
        yield from _inr(case, latest_value(thinners), entries)


def _inr(case: Case, value: Risk | None, entries: tuple[int, ...]) -> Iterator[Alert | Missing]:
    most = Decimal(case.number("inr_alert_above")).scaleb(-1)
    if value is None or value.value is None:
        yield Missing(rule=SafetyRule.S20, wants=Wants.INR, kind=RecordKind.RISK, field="value", entries=entries)
    elif value.value > most:
        yield Alert(
            rule=SafetyRule.S20,
            ground=Ground.INR,
            level=AlertLevel.ALERT,
            found={"inr": value.value, "on": value.from_on},
            needed={"inr": most},
            source=BY_KEY["inr_alert_above"].source,
            clears=Clears.LATER_VALUE,
            entries=(value.id,),
        )


def s21_inhibitor(case: Case) -> Iterator[Alert | Missing]:
    """A strong CYP3A4 inhibitor keeps the steroid in the body."""
    days, triamcinolone = case.number("inhibitor_days"), case.planned.drug in TRIAMCINOLONES
    for taken in inhibitors(case.view, case.day, days):
        yield Alert(
            rule=SafetyRule.S21,
            ground=Ground.INHIBITOR_TRIAMCINOLONE if triamcinolone else Ground.INHIBITOR_OTHER_STEROID,
            level=AlertLevel.STOP if triamcinolone else AlertLevel.ALERT,
            found={"medicine": taken.name, "days": taken.days},
            needed={"days": days},
            source=INTERACTION,
            clears=Clears.ENDED,
            entries=(taken.entry,),
        )


def s25_pregnancy(case: Case) -> Iterator[Alert | Missing]:
    """Pregnant, or breast-feeding."""
    for risk in case.view.risks_of(RiskKind.PREGNANCY, RiskKind.BREAST_FEEDING):
        found: dict[str, Value] = {"risk": risk.kind.value}
        yield _about(SafetyRule.S25, Ground.PREGNANCY, AlertLevel.ALERT, found, (risk.id,), EULAR)


def s26_live_vaccine(case: Case) -> Iterator[Alert | Missing]:
    """A live vaccine of late; into a joint, bursa or tendon that is no contraindication."""
    days = case.number("live_vaccine_days")
    local = case.target in NOT_CONTRAINDICATED
    for risk in case.view.risks:
        if risk.kind is not RiskKind.LIVE_VACCINE:
            continue
        since = (case.day - risk.from_on).days
        if since <= days or (risk.to_on is not None and risk.holds_on(case.day)):
            yield Alert(
                rule=SafetyRule.S26,
                ground=Ground.LIVE_VACCINE_LOCAL if local else Ground.LIVE_VACCINE,
                level=AlertLevel.INFO,
                found={"on": risk.from_on, "days": since},
                needed={"days": days},
                source=VACCINES,
                clears=Clears.NOTHING,
                entries=(risk.id,),
            )


def s29_background(case: Case) -> Iterator[Alert | Missing]:
    """What a steroid may make worse."""
    for risk in case.view.risks_of(*BACKGROUND):
        found: dict[str, Value] = {"risk": risk.kind.value}
        yield _about(SafetyRule.S29, Ground.BACKGROUND, AlertLevel.INFO, found, (risk.id,), REASONED)


def _about(
    rule: SafetyRule, ground: Ground, level: AlertLevel, found: dict[str, Value], entries: tuple[int, ...], source: str
) -> Alert:
    clears = Clears.NOTHING if level is AlertLevel.INFO else Clears.ENDED
    return Alert(rule=rule, ground=ground, level=level, found=found, source=source, clears=clears, entries=entries)
