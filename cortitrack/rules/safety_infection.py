"""S13–S16: infection, trouble after an injection, and the red flags."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from decimal import Decimal

from cortitrack.domain.incident import Incident, IncidentKind
from cortitrack.domain.pain import PainScore, Phase
from cortitrack.domain.records import RecordKind
from cortitrack.domain.red_flag import RedFlag, RedFlagKind
from cortitrack.domain.risk import RiskKind
from cortitrack.domain.safety_answer import AlertLevel, SafetyRule
from cortitrack.domain.timeline import Timeline
from cortitrack.rules.alerts import Alert, Clears, Ground, Missing, Value, Wants
from cortitrack.rules.numbers import FORTIETHS, PER_TENTH, numbers_of
from cortitrack.rules.ruleset import BY_KEY, REASONED, RuleSet
from cortitrack.rules.safety_case import SPINE
from cortitrack.rules.safety_view import SafetyView
from cortitrack.rules.sighting import DayScore, Prepared, Sighting
from cortitrack.rules.thresholds_safety import CARDONE

OF_INFECTION = (RedFlagKind.SEPTIC_JOINT, RedFlagKind.FEVER, RedFlagKind.HOT_SWOLLEN_JOINT)
OF_THE_SPINE = (
    RedFlagKind.SADDLE_NUMBNESS,
    RedFlagKind.BLADDER_BOWEL_SEXUAL,
    RedFlagKind.BILATERAL_SCIATICA,
    RedFlagKind.PROGRESSIVE_DEFICIT,
    RedFlagKind.MYELOPATHY,
)
GENERAL = (RedFlagKind.WEIGHT_LOSS, RedFlagKind.SUSPECTED_FRACTURE, RedFlagKind.UNEXPLAINED_MASS)
BACKGROUND = (RiskKind.IMMUNOSUPPRESSION, RiskKind.IV_DRUG_USE)
_TRAUMA = frozenset({IncidentKind.TRAUMA, IncidentKind.FRACTURE})


def s13_infection(view: SafetyView, rules: RuleSet) -> Iterator[Alert | Missing]:
    """An infection anywhere, a suspected septic joint, a fever."""
    found = [
        *(_sign(flag, SafetyRule.S13, AlertLevel.STOP, rules, CARDONE) for flag in view.signs(*OF_INFECTION)),
        *_infections(view, rules),
    ]
    yield from found
    if not found:
        yield from _not_looked_for(view, rules, SafetyRule.S13, OF_INFECTION[:2])


def _sign(flag: RedFlag, rule: SafetyRule, level: AlertLevel, rules: RuleSet, source: str) -> Alert:
    found: dict[str, Value] = {"flag": flag.flag.value, "on": flag.on}
    if flag.flag is RedFlagKind.FEVER:
        found["celsius"] = Decimal(rules.values["fever_from_celsius_tenths"]).scaleb(-1)
    return Alert(
        rule=rule,
        ground=_GROUNDS[rule],
        level=level,
        found=found,
        source=source,
        clears=Clears.RESOLVED,
        entries=(flag.id,),
    )


_GROUNDS = {
    SafetyRule.S13: Ground.INFECTION_SIGN,
    SafetyRule.S14: Ground.INFECTION_SIGN,
    SafetyRule.S15: Ground.SPINE_SIGN,
    SafetyRule.S16: Ground.GENERAL_SIGN,
}


def _infections(view: SafetyView, rules: RuleSet) -> Iterator[Alert]:
    known = [(risk.id, Clears.ENDED, None) for risk in view.risks_of(RiskKind.INFECTION)]
    days = rules.values["infection_incident_days"]
    late = [
        (incident.id, Clears.TIME, incident.on + timedelta(days=days))
        for incident in _incidents(view.timelines, {IncidentKind.INFECTION})
        if (view.today - incident.on).days < days
    ]
    for entry, clears, from_on in (*known, *late):
        yield Alert(
            rule=SafetyRule.S13,
            ground=Ground.INFECTION,
            level=AlertLevel.STOP,
            found={"kind": "infection"},
            source=CARDONE,
            clears=clears,
            from_on=from_on,
            entries=(entry,),
        )


def _incidents(timelines: Iterable[Timeline], kinds: Iterable[IncidentKind]) -> list[Incident]:
    wanted = set(kinds)
    found = {i.id: i for one in timelines for i in one.incidents if i.kind in wanted}
    return [found[entry] for entry in sorted(found)]


def _not_looked_for(
    view: SafetyView, rules: RuleSet, rule: SafetyRule, kinds: Iterable[RedFlagKind]
) -> Iterator[Missing]:
    """Which of the signs nobody has looked for of late; that one was looked for and not found is an answer."""
    days = rules.values["look_valid_days"]
    looked = {flag.flag for flag in view.red_flags if 0 <= (view.today - flag.on).days <= days}
    lacks = tuple(kind.value for kind in kinds if kind not in looked)
    if lacks:
        yield Missing(rule=rule, wants=Wants.LOOK, kind=RecordKind.RED_FLAG, field="flag", lacks=lacks)


def s14_after_injection(view: SafetyView, rules: RuleSet) -> Iterator[Alert | Missing]:
    """For ten weeks after an injection: pain well above the baseline, a hot swollen joint, a fever."""
    last_day = rules.values["watch_last_day"]
    watched = [i for i in view.here.injections if 0 <= (view.today - i.given_on).days <= last_day]
    if not watched:
        return
    course = view.here.course()
    prepared, given = Prepared(course), {one.id: one for one in course.injections}
    for injection in watched:
        seen = Sighting(prepared, given[injection.id], view.today.toordinal(), numbers_of(rules))
        yield from _pain_after(seen, view.here.primary_scores(), rules)
    since = min(injection.given_on for injection in watched)
    for flag in view.signs(*OF_INFECTION):
        if flag.on >= since:
            yield _sign(flag, SafetyRule.S14, AlertLevel.ALERT, rules, BY_KEY["watch_rise_tenths"].source)


def _pain_after(seen: Sighting, scores: Iterable[PainScore], rules: RuleSet) -> Iterator[Alert | Missing]:
    """The latest day that was asked about decides, by its worst score: a later score below the line clears it."""
    given, first, last = seen.given, rules.values["watch_first_day"], rules.values["watch_last_day"]
    days = range(given.on + first, given.on + last + 1)
    asked = [one for one in scores if one.on.toordinal() in days and one.phase is not Phase.ANAESTHETIC]
    if not asked:
        return
    latest = max(one.on for one in asked)
    worst = max((one for one in asked if one.on == latest), key=lambda one: (one.tenths, -one.id))
    before = seen.latest_before()
    if before is None or before.day < seen.n.baseline_first:
        yield Missing(
            rule=SafetyRule.S14, wants=Wants.BASELINE, kind=RecordKind.PAIN_SCORE, field="value", entries=(given.id,)
        )
    elif worst.tenths * PER_TENTH - before.score >= rules.values["watch_rise_tenths"] * PER_TENTH:
        yield _risen(seen, before, worst, rules)


def _risen(seen: Sighting, before: DayScore, worst: PainScore, rules: RuleSet) -> Alert:
    baseline = Decimal(before.score) / FORTIETHS
    score = Decimal(worst.tenths).scaleb(-1)
    first, last = rules.values["watch_first_day"], rules.values["watch_last_day"]
    return Alert(
        rule=SafetyRule.S14,
        ground=Ground.PAIN_AFTER,
        level=AlertLevel.ALERT,
        found={
            "score": score,
            "baseline": baseline,
            "rise": score - baseline,
            "day": worst.on.toordinal() - seen.given.on,
            "given_on": date.fromordinal(seen.given.on),
        },
        needed={
            "rise": Decimal(rules.values["watch_rise_tenths"]).scaleb(-1),
            "first_day": first,
            "last_day": last,
        },
        source=BY_KEY["watch_rise_tenths"].source,
        clears=Clears.LATER_SCORE,
        entries=(seen.given.id, *before.entries, worst.id),
    )


def s15_spine(view: SafetyView, rules: RuleSet) -> Iterator[Alert | Missing]:
    """Cord, cauda equina or a nerve in danger."""
    signs = view.signs(*OF_THE_SPINE)
    yield from (_sign(flag, SafetyRule.S15, AlertLevel.STOP, rules, REASONED) for flag in signs)
    if not signs and view.problem.site in SPINE:
        yield from _not_looked_for(view, rules, SafetyRule.S15, OF_THE_SPINE)


def s16_planned(view: SafetyView, rules: RuleSet) -> Iterator[Alert | Missing]:
    """The general red flags before a needle: stopped until resolved."""
    yield from _general(view, rules, AlertLevel.STOP)


def s16_record(view: SafetyView, rules: RuleSet) -> Iterator[Alert | Missing]:
    """The general red flags of the record."""
    yield from _general(view, rules, AlertLevel.ALERT)


def _general(view: SafetyView, rules: RuleSet, level: AlertLevel) -> Iterator[Alert | Missing]:
    found = [
        *(_sign(flag, SafetyRule.S16, level, rules, REASONED) for flag in view.signs(*GENERAL)),
        *_cancer(view, level),
        *_trauma(view, rules, level),
        *_background(view, level),
    ]
    yield from found
    night = (RedFlagKind.NIGHT_PAIN,) if view.risks_of(RiskKind.CANCER_HISTORY) else ()
    spoken = {alert.ground for alert in found}
    if not night and (pain := view.signs(RedFlagKind.NIGHT_PAIN)):
        entries = tuple(flag.id for flag in pain)
        yield Missing(
            rule=SafetyRule.S16, wants=Wants.CANCER_HISTORY, kind=RecordKind.RISK, field="kind", entries=entries
        )
    open_kinds = () if Ground.CANCER_NIGHT_PAIN in spoken else night
    yield from _not_looked_for(view, rules, SafetyRule.S16, (*(() if found else GENERAL), *open_kinds))


def _cancer(view: SafetyView, level: AlertLevel) -> Iterator[Alert]:
    history, pain = view.risks_of(RiskKind.CANCER_HISTORY), view.signs(RedFlagKind.NIGHT_PAIN)
    if history and pain:
        yield Alert(
            rule=SafetyRule.S16,
            ground=Ground.CANCER_NIGHT_PAIN,
            level=level,
            found={"on": pain[-1].on},
            source=REASONED,
            clears=Clears.RESOLVED,
            entries=(*(risk.id for risk in history), *(flag.id for flag in pain)),
        )


def _trauma(view: SafetyView, rules: RuleSet, level: AlertLevel) -> Iterator[Alert]:
    """Trauma or fracture of late that no picture has followed."""
    days = rules.values["trauma_days"]
    pictures = [picture.on for one in view.same_place for picture in one.imaging]
    for incident in _incidents(view.same_place, _TRAUMA):
        since = (view.today - incident.on).days
        if since <= days and not any(on >= incident.on for on in pictures):
            yield Alert(
                rule=SafetyRule.S16,
                ground=Ground.TRAUMA,
                level=level,
                found={"kind": incident.kind.value, "on": incident.on, "days": since},
                needed={"days": days},
                source=REASONED,
                clears=Clears.PICTURE,
                entries=(incident.id,),
            )


def _background(view: SafetyView, level: AlertLevel) -> Iterator[Alert]:
    for risk in view.risks_of(*BACKGROUND):
        yield Alert(
            rule=SafetyRule.S16,
            ground=Ground.BACKGROUND_RED_FLAG,
            level=level,
            found={"risk": risk.kind.value},
            source=REASONED,
            clears=Clears.ENDED,
            entries=(risk.id,),
        )
