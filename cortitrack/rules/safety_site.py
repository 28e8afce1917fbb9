"""S17, S18, S22, S23, S27, S28: what the place itself forbids or asks for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from cortitrack.domain.anatomy import Region, Site, Target
from cortitrack.domain.imaging import Modality
from cortitrack.domain.injection import Drug
from cortitrack.domain.records import RecordKind
from cortitrack.domain.red_flag import RedFlagKind
from cortitrack.domain.safety_answer import AlertLevel, SafetyRule
from cortitrack.rules.alerts import Alert, Clears, Ground, Missing, Value, Wants
from cortitrack.rules.doses import KENALOG
from cortitrack.rules.ruleset import BY_KEY, RuleSet
from cortitrack.rules.safety_case import SPINE, TRIAMCINOLONES, Case
from cortitrack.rules.safety_view import SafetyView
from cortitrack.rules.structure import epicondyle, lateral, load_bearing_tendon, plantar_fascia, superficial
from cortitrack.rules.thresholds_safety import CARDONE, EPICONDYLE, FDA_EPIDURAL, PLANTAR

NOT_PARTICULATE = frozenset({Drug.DEXAMETHASONE})


def s17_tendon(case: Case) -> Iterator[Alert | Missing]:
    """Into or around a tendon that bears the body."""
    tendon, still_open = load_bearing_tendon(case)
    if tendon is not None:
        yield Alert(
            rule=SafetyRule.S17,
            ground=Ground.LOAD_BEARING_TENDON,
            level=AlertLevel.STOP,
            found={"tendon": tendon},
            source=CARDONE,
            clears=Clears.OTHER_WAY,
        )
    elif still_open:
        yield Missing(rule=SafetyRule.S17, wants=Wants.WHICH_TENDON, kind=RecordKind.INJECTION, field="approach")


def s18_fascia_and_epicondyle(case: Case) -> Iterator[Alert | Missing]:
    """Plantar fascia: rupture. Lateral epicondyle: worse later."""
    if plantar_fascia(case):
        yield _reminder(SafetyRule.S18, Ground.PLANTAR_FASCIA, PLANTAR)
        for flag in case.view.signs(RedFlagKind.PLANTAR_RUPTURE):
            yield Alert(
                rule=SafetyRule.S18,
                ground=Ground.PLANTAR_RUPTURED,
                level=AlertLevel.ALERT,
                found={"flag": flag.flag.value, "on": flag.on},
                source=PLANTAR,
                clears=Clears.RESOLVED,
                entries=(flag.id,),
            )
    at_epicondyle = epicondyle(case)
    if at_epicondyle is None:
        yield Missing(rule=SafetyRule.S18, wants=Wants.TARGET, kind=RecordKind.INJECTION, field="target")
    elif at_epicondyle and lateral(case):
        yield _at_epicondyle(case)


def _at_epicondyle(case: Case) -> Alert:
    count, needed = len(case.earlier_here) + 1, case.number("epicondyle_count_alert")
    if count < needed:
        return _reminder(SafetyRule.S18, Ground.EPICONDYLE, EPICONDYLE)
    return Alert(
        rule=SafetyRule.S18,
        ground=Ground.EPICONDYLE_AGAIN,
        level=AlertLevel.ALERT,
        found={"count": count},
        needed={"count": needed},
        source=BY_KEY["epicondyle_count_alert"].source,
        clears=Clears.NOTHING,
        entries=tuple(one.id for one in case.earlier_here),
    )


def _reminder(rule: SafetyRule, ground: Ground, source: str, found: dict[str, Value] | None = None) -> Alert:
    return Alert(
        rule=rule, ground=ground, level=AlertLevel.INFO, found=found or {}, source=source, clears=Clears.NOTHING
    )


def s22_cervical_particulate(case: Case) -> Iterator[Alert | Missing]:
    """Particles near the arteries of the cord."""
    if case.planned.drug in NOT_PARTICULATE:
        return
    there = _cervical_transforaminal(case)
    if there is None:
        yield Missing(rule=SafetyRule.S22, wants=Wants.REGION, kind=RecordKind.INJECTION, field="region")
    elif there and case.planned.drug is Drug.OTHER:
        yield Missing(rule=SafetyRule.S22, wants=Wants.DRUG, kind=RecordKind.INJECTION, field="drug")
    elif there:
        yield Alert(
            rule=SafetyRule.S22,
            ground=Ground.CERVICAL_PARTICULATE,
            level=AlertLevel.STOP,
            found={"drug": case.planned.drug.value},
            source=FDA_EPIDURAL,
            clears=Clears.OTHER_DRUG,
        )


def _cervical_transforaminal(case: Case) -> bool | None:
    if case.planned.region is not None:
        return case.planned.region is Region.CERVICAL_TRANSFORAMINAL
    if case.site is not Site.CERVICAL_SPINE or case.target not in {None, Target.EPIDURAL, Target.NERVE}:
        return False
    return True if "transforaminal" in case.texts else None


def s23_not_for_epidural(case: Case) -> Iterator[Alert | Missing]:
    """A label that says: not for epidural use."""
    if case.planned.drug not in TRIAMCINOLONES:
        return
    if case.target is Target.EPIDURAL:
        yield Alert(
            rule=SafetyRule.S23,
            ground=Ground.NOT_FOR_EPIDURAL,
            level=AlertLevel.ALERT,
            found={"drug": case.planned.drug.value},
            source=KENALOG,
            clears=Clears.OTHER_DRUG,
        )
    elif case.target is None and case.site in SPINE:
        yield Missing(rule=SafetyRule.S23, wants=Wants.TARGET, kind=RecordKind.INJECTION, field="target")


def s28_superficial(case: Case) -> Iterator[Alert | Missing]:
    """Skin and fat above a superficial place."""
    if case.planned.drug not in TRIAMCINOLONES:
        return
    where = superficial(case)
    if where == "open":
        yield Missing(rule=SafetyRule.S28, wants=Wants.TARGET, kind=RecordKind.INJECTION, field="target")
    elif where is not None:
        found: dict[str, Value] = {"site": where, "drug": case.planned.drug.value}
        yield _reminder(SafetyRule.S28, Ground.SUPERFICIAL, CARDONE, found)


def s27_planned(case: Case) -> Iterator[Alert | Missing]:
    """Again into a hip that has not been X-rayed of late."""
    entries = tuple(one.id for one in case.earlier_here)
    yield from _hip(case.view, case.rules, len(entries) + 1, case.day, entries)


def s27_record(view: SafetyView, rules: RuleSet) -> Iterator[Alert | Missing]:
    """The same of a hip injected of late."""
    given = view.exposures_at(view.place)
    if given and (view.today - given[-1].on).days < rules.values["hip_xray_days"]:
        yield from _hip(view, rules, len(given), given[-1].on, tuple(one.id for one in given))


def _hip(view: SafetyView, rules: RuleSet, count: int, day: date, entries: tuple[int, ...]) -> Iterator[Alert]:
    needed, days = rules.values["hip_count_alert"], rules.values["hip_xray_days"]
    if view.problem.site is not Site.HIP or count < needed:
        return
    pictures = [picture for one in view.same_place for picture in one.imaging if picture.modality is Modality.XRAY]
    last = max(pictures, key=lambda picture: (picture.on, picture.id), default=None)
    if last is not None and (day - last.on).days <= days:
        return
    found: dict[str, Value] = {"count": count}
    yield Alert(
        rule=SafetyRule.S27,
        ground=Ground.HIP_WITHOUT_XRAY,
        level=AlertLevel.ALERT,
        found=found if last is None else {**found, "last_xray_on": last.on},
        needed={"count": needed, "days": days},
        source=BY_KEY["hip_xray_days"].source,
        clears=Clears.PICTURE,
        entries=entries if last is None else (*entries, last.id),
    )
