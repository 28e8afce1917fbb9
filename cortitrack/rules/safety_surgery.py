"""S9–S12: an operation ahead at the same place, and metal in the joint."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from cortitrack.domain.anatomy import Side, Site
from cortitrack.domain.records import RecordKind
from cortitrack.domain.risk import Risk, RiskKind
from cortitrack.domain.safety_answer import AlertLevel, SafetyRule
from cortitrack.domain.surgery import Surgery, SurgeryKind
from cortitrack.rules.alerts import Alert, Clears, Ground, Missing, Wants
from cortitrack.rules.ruleset import BY_KEY, REASONED, RuleSet
from cortitrack.rules.safety_case import Case
from cortitrack.rules.safety_view import SafetyView

HAND = frozenset({Site.HAND, Site.FINGER, Site.THUMB_BASE})
_RULES = {
    SurgeryKind.JOINT_REPLACEMENT: (SafetyRule.S9, Ground.BEFORE_ARTHROPLASTY),
    SurgeryKind.CUFF_REPAIR: (SafetyRule.S10, Ground.BEFORE_CUFF_REPAIR),
}


def planned_before_surgery(case: Case) -> Iterator[Alert | Missing]:
    """S9–S11: an injection before an operation that is planned at the place."""
    for surgery in case.view.surgeries_here:
        if surgery.planned:
            yield from _spoken(surgery, case.view, case.rules, case.day, ())


def record_before_surgery(view: SafetyView, rules: RuleSet) -> Iterator[Alert | Missing]:
    """S9–S11: an operation planned too soon after the last injection at the place."""
    given = view.exposures_at(view.place)
    for surgery in view.surgeries_here:
        if surgery.planned and given:
            yield from _spoken(surgery, view, rules, given[-1].on, (given[-1].id,))


def _spoken(
    surgery: Surgery, view: SafetyView, rules: RuleSet, last: date, entries: tuple[int, ...]
) -> Iterator[Alert | Missing]:
    rule, ground = _RULES.get(surgery.kind, (SafetyRule.S11, Ground.BEFORE_SURGERY))
    if surgery.on < view.today:
        yield Missing(
            rule=rule, wants=Wants.SURGERY_DONE, kind=RecordKind.SURGERY, field="status", entries=(surgery.id,)
        )
        return
    days = (surgery.on - last).days
    for level, key in _waits(surgery, view.problem.site):
        wait = rules.values[key]
        if days < wait:
            longest = rules.values[_waits(surgery, view.problem.site)[-1][1]]
            earliest = last + timedelta(days=longest)
            yield Alert(
                rule=rule,
                ground=ground,
                level=level,
                found={"days": days, "surgery_on": surgery.on, "earliest_on": earliest},
                needed={"days": wait},
                source=BY_KEY[key].source,
                clears=Clears.OTHER_DATE_OF_SURGERY,
                from_on=earliest,
                entries=(surgery.id, *entries),
            )
            return


def _waits(surgery: Surgery, site: Site) -> tuple[tuple[AlertLevel, str], ...]:
    """The waits before this kind of operation, the loudest (and shortest) first."""
    if surgery.kind is SurgeryKind.JOINT_REPLACEMENT:
        return ((AlertLevel.STOP, "arthroplasty_wait_days"),)
    if surgery.kind is SurgeryKind.CUFF_REPAIR:
        return ((AlertLevel.STOP, "cuff_repair_stop_days"), (AlertLevel.ALERT, "cuff_repair_alert_days"))
    return ((AlertLevel.ALERT, "hand_surgery_alert_days" if site in HAND else "other_surgery_alert_days"),)


def s12_prosthesis(case: Case) -> Iterator[Alert | Missing]:
    """A prosthesis in the joint: recorded as a risk, or put in by an operation of the record."""
    entries = [
        surgery.id
        for surgery in case.view.surgeries_here
        if surgery.kind is SurgeryKind.JOINT_REPLACEMENT and not surgery.planned
    ]
    open_place = []
    for risk in case.view.risks_of(RiskKind.PROSTHESIS):
        here = _is_here(risk, case)
        if here:
            entries.append(risk.id)
        elif here is None:
            open_place.append(risk.id)
    if entries:
        yield Alert(
            rule=SafetyRule.S12,
            ground=Ground.PROSTHESIS,
            level=AlertLevel.STOP,
            found={"site": case.place.site.value, "side": case.place.side.value},
            source=REASONED,
            clears=Clears.NOTHING,
            entries=tuple(entries),
        )
    elif open_place:
        yield Missing(
            rule=SafetyRule.S12,
            wants=Wants.PROSTHESIS_PLACE,
            kind=RecordKind.RISK,
            field="site",
            entries=tuple(open_place),
        )


def _is_here(risk: Risk, case: Case) -> bool | None:
    if risk.site is not None and risk.site is not case.place.site:
        return False
    if risk.site is None:
        return False if _other_side(risk, case) else None
    if risk.side is None:
        return None
    return not _other_side(risk, case)


def _other_side(risk: Risk, case: Case) -> bool:
    sides = {risk.side, case.place.side}
    return None not in sides and Side.MIDLINE not in sides and len(sides) > 1
