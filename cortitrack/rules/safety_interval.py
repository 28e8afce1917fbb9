"""S1–S5: too soon, too often, again after a failure."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from cortitrack.domain.anatomy import Site, Target
from cortitrack.domain.procedure import ProcedureKind
from cortitrack.domain.records import RecordKind
from cortitrack.domain.safety_answer import AlertLevel, SafetyRule
from cortitrack.rules.alerts import Alert, Clears, Ground, Missing, Value, Wants
from cortitrack.rules.exposure import Exposure
from cortitrack.rules.ledger import within
from cortitrack.rules.ruleset import BY_KEY, REASONED, interval_days
from cortitrack.rules.safety_case import SPINE, Case, spinal_level
from cortitrack.rules.standing import Standing, standings

WEIGHT_BEARING = frozenset({Site.HIP, Site.KNEE, Site.ANKLE})


def s1_interval(case: Case) -> Iterator[Alert | Missing]:
    """Too soon after the last one at the same site and side."""
    if not case.earlier_here:
        return
    last = case.earlier_here[-1]
    days = (case.day - last.on).days
    alert, stop = (interval_days(case.rules, level, case.site) for level in ("alert", "stop"))
    if days >= alert:
        return
    yield Alert(
        rule=SafetyRule.S1,
        ground=Ground.INTERVAL,
        level=AlertLevel.STOP if days < stop else AlertLevel.ALERT,
        found={"days": days, "last_on": last.on},
        needed={"days": alert},
        source=BY_KEY["interval_alert_days"].source,
        clears=Clears.TIME,
        from_on=last.on + timedelta(days=alert),
        entries=(last.id,),
    )


def _counted(case: Case) -> list[Exposure]:
    return within((*case.earlier_here, case.exposure), case.day, case.number("count_window_days"))


def _free_on(case: Case, counted: list[Exposure], at_least: int) -> date:
    """The first day on which fewer than `at_least` would be counted, this one included."""
    oldest = sorted(one.on for one in counted if one.id != case.planned.id)
    leaves = oldest[len(counted) - at_least] if oldest and len(counted) - at_least < len(oldest) else case.day
    return leaves + timedelta(days=case.number("count_window_days"))


def s2_count(case: Case) -> Iterator[Alert | Missing]:
    """The third, fourth, fifth at the same site and side in a year."""
    counted = _counted(case)
    for level in (AlertLevel.STOP, AlertLevel.ALERT, AlertLevel.INFO):
        needed = case.number(f"count_{level.value}")
        if len(counted) >= needed:
            yield _too_many(case, SafetyRule.S2, Ground.COUNT, level, counted, needed)
            return


def s3_weight_bearing(case: Case) -> Iterator[Alert | Missing]:
    """The third into a weight-bearing joint in a year."""
    counted, needed = _counted(case), case.number("weight_bearing_count_alert")
    if case.site in WEIGHT_BEARING and len(counted) >= needed:
        yield _too_many(case, SafetyRule.S3, Ground.WEIGHT_BEARING, AlertLevel.ALERT, counted, needed)


def _too_many(
    case: Case, rule: SafetyRule, ground: Ground, level: AlertLevel, counted: list[Exposure], needed: int
) -> Alert:
    key = "weight_bearing_count_alert" if ground is Ground.WEIGHT_BEARING else f"count_{level.value}"
    return Alert(
        rule=rule,
        ground=ground,
        level=level,
        found={"count": len(counted), "days": case.number("count_window_days")},
        needed={"count": needed},
        source=BY_KEY[key].source,
        clears=Clears.TIME,
        from_on=_free_on(case, counted, needed),
        entries=tuple(one.id for one in counted if one.id != case.planned.id),
    )


def s4_failed(case: Case) -> Iterator[Alert | Missing]:
    """The last one at the site failed, or more than one in a row."""
    found = [
        standing
        for one in case.view.same_place
        for standing in standings(one, case.view.verdicts)
        if standing.injection.id != case.planned.id and standing.injection.given_on < case.day
    ]
    found.sort(key=lambda one: (one.injection.given_on, one.injection.id), reverse=True)
    failed = _failed_in_a_row(found)
    if failed:
        yield _after_failure(case, failed)
    undecided = found[len(failed) : len(failed) + 1]
    if undecided and undecided[0].judgement is None and len(failed) < case.number("failed_stop_count"):
        entries = (undecided[0].injection.id,)
        yield Missing(rule=SafetyRule.S4, wants=Wants.FOLLOW_UP, kind=RecordKind.PAIN_SCORE, entries=entries)


def _failed_in_a_row(found: list[Standing]) -> list[Standing]:
    row = []
    for standing in found:
        if not standing.failed:
            break
        row.append(standing)
    return row


def _after_failure(case: Case, failed: list[Standing]) -> Alert:
    last, stop = failed[0], case.number("failed_stop_count")
    entries = tuple(entry for standing in failed for entry in standing.entries)
    if len(failed) >= stop:
        return Alert(
            rule=SafetyRule.S4,
            ground=Ground.FAILED_IN_A_ROW,
            level=AlertLevel.STOP,
            found={"count": len(failed)},
            needed={"count": stop},
            source=REASONED,
            clears=Clears.NOTHING,
            entries=entries,
        )
    again = [
        visit
        for one in case.view.same_place
        for visit in one.reassessments
        if last.injection.given_on < visit.on <= case.day
    ]
    seen = max(again, key=lambda visit: (visit.on, visit.id), default=None)
    found: dict[str, Value] = {"verdict": last.code, "on": last.injection.given_on}
    return Alert(
        rule=SafetyRule.S4,
        ground=Ground.LAST_FAILED if seen is None else Ground.LAST_FAILED_REASSESSED,
        level=AlertLevel.ALERT if seen is None else AlertLevel.INFO,
        found=found if seen is None else {**found, "reassessed_on": seen.on},
        source=REASONED,
        clears=Clears.REASSESSMENT if seen is None else Clears.NOTHING,
        entries=entries if seen is None else (*entries, seen.id),
    )


def s5_epidural_sessions(case: Case) -> Iterator[Alert | Missing]:
    """More than four epidural sessions of one region in a year."""
    if case.target is None and case.site in SPINE:
        yield Missing(rule=SafetyRule.S5, wants=Wants.TARGET, kind=RecordKind.INJECTION, field="target")
    if case.target is not Target.EPIDURAL:
        return
    level, most = spinal_level(case.site, case.planned.region), case.number("epidural_sessions_at_most")
    sessions = _epidurals(case)
    here = {on: entry for on, where, entry in sessions if where == level and level is not None}
    here[case.day] = here.get(case.day, case.planned.id)
    unknown = {on for on, where, _ in sessions if where is None or level is None} - set(here)
    if len(here) > most and level is not None:
        days = case.number("count_window_days")
        yield Alert(
            rule=SafetyRule.S5,
            ground=Ground.EPIDURAL_SESSIONS,
            level=AlertLevel.STOP,
            found={"count": len(here), "region": level, "days": days},
            needed={"count": most},
            source=BY_KEY["epidural_sessions_at_most"].source,
            clears=Clears.TIME,
            from_on=sorted(here)[len(here) - most - 1] + timedelta(days=days),
            entries=tuple(here[on] for on in sorted(here) if here[on] != case.planned.id),
        )
    elif len(here) + len(unknown) > most:
        yield Missing(rule=SafetyRule.S5, wants=Wants.REGION, kind=RecordKind.INJECTION, field="region")


def _epidurals(case: Case) -> list[tuple[date, str | None, int]]:
    """The epidurals of the rolling year before this one: day, level of the spine, entry."""
    found: list[tuple[date, str | None, int]] = []
    for one in case.view.timelines:
        for given in one.injections:
            if given.id != case.planned.id and (given.region is not None or given.target is Target.EPIDURAL):
                found.append((given.given_on, spinal_level(one.problem.site, given.region), given.id))
        for done in one.procedures:
            if done.kind is ProcedureKind.EPIDURAL:
                found.append((done.on, spinal_level(one.problem.site, None), done.id))
    days = case.number("count_window_days")
    recent = [session for session in found if 0 <= (case.day - session[0]).days < days]
    return sorted(recent, key=lambda session: (session[0], session[2]))
