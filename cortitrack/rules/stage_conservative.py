"""Stage 2: what an adequate trial of conservative care is, and whether weight is a subject."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal

from cortitrack.domain.anatomy import Site
from cortitrack.domain.measure import MeasureKind
from cortitrack.domain.pathway import Item, ItemState
from cortitrack.domain.records import RecordKind
from cortitrack.domain.timeline import Timeline
from cortitrack.rules.criterion import Criterion, CriterionName, all_of, any_of
from cortitrack.rules.pathway_items import ItemStanding
from cortitrack.rules.ruleset import RuleSet

LOWER_LIMB = frozenset(
    {
        Site.HIP,
        Site.TROCHANTER,
        Site.KNEE,
        Site.PATELLAR_TENDON,
        Site.ANKLE,
        Site.ACHILLES,
        Site.HEEL,
        Site.FOOT,
    }
)


def adequate_trial(timeline: Timeline, items: Mapping[Item, ItemStanding], today: date, rules: RuleSet) -> Criterion:
    """Six weeks and six sessions attended or logged, or intolerance documented."""
    since = today - timedelta(days=rules.values["trial_lookback_days"])
    duration, sessions = _duration(timeline, since, today, rules), _sessions(timeline, since, rules)
    intolerance = _intolerance(items[Item.INTOLERANCE])
    met = any_of((all_of((duration.met, sessions.met)), intolerance.met))
    return Criterion(name=CriterionName.ADEQUATE_TRIAL, met=met, parts=(duration, sessions, intolerance))


def _logged(timeline: Timeline, since: date) -> dict[int, date]:
    """Sessions attended or logged, and days of exercise on which no session was: entry and day."""
    found = {one.id: one.on for one in timeline.sessions if one.attended is not False and one.on >= since}
    days = set(found.values())
    for exercise in sorted(timeline.exercises, key=lambda one: (one.on, one.id)):
        if exercise.on >= since and exercise.on not in days:
            found[exercise.id] = exercise.on
            days.add(exercise.on)
    return found


def _sessions(timeline: Timeline, since: date, rules: RuleSet) -> Criterion:
    logged, needed = _logged(timeline, since), rules.values["trial_sessions"]
    met = len(logged) >= needed if logged else None
    return Criterion(
        name=CriterionName.TRIAL_SESSIONS,
        met=met,
        found={"count": len(logged)} if logged else {},
        needed={"count": needed},
        wants=None if met else RecordKind.THERAPY_SESSION,
        entries=tuple(sorted(logged)),
    )


def _duration(timeline: Timeline, since: date, today: date, rules: RuleSet) -> Criterion:
    """From the first to the last day of recorded care; a plan without an end goes on until today."""
    logged = _logged(timeline, since)
    plans = [one for one in timeline.therapy_plans if (one.to_on or today) >= since]
    days = [
        *logged.values(),
        *(max(one.from_on, since) for one in plans),
        *(min(one.to_on or today, today) for one in plans),
    ]
    needed = rules.values["trial_days"]
    if not days:
        return Criterion(
            name=CriterionName.TRIAL_DURATION,
            met=None,
            needed={"days": needed},
            wants=RecordKind.THERAPY_SESSION,
        )
    first, last = min(days), max(days)
    met = (last - first).days >= needed
    return Criterion(
        name=CriterionName.TRIAL_DURATION,
        met=met,
        found={"days": (last - first).days, "first_on": first, "last_on": last},
        needed={"days": needed},
        wants=None if met else RecordKind.THERAPY_SESSION,
        entries=(*sorted(logged), *sorted(one.id for one in plans)),
    )


def _intolerance(standing: ItemStanding) -> Criterion:
    """Documented or not: that no one has written of intolerance is no more than that."""
    done = standing.state is ItemState.DONE
    return Criterion(
        name=CriterionName.INTOLERANCE,
        met=done,
        found={"on": standing.on} if done and standing.on is not None else {},
        wants=None if done else RecordKind.PATHWAY_ITEM,
        entries=() if standing.marked is None else (standing.marked,),
    )


def weight_is_a_subject(timeline: Timeline, rules: RuleSet) -> tuple[Criterion, ...]:
    """A body mass index of 25 and more, and a lower limb."""
    site = timeline.problem.site
    lower = Criterion(name=CriterionName.LOWER_LIMB, met=site in LOWER_LIMB, found={"site": site.value})
    weights = [one for one in timeline.measures if one.kind is MeasureKind.WEIGHT]
    known = [(one.on, one.id, one.bmi) for one in weights if one.bmi is not None]
    needed = Decimal(rules.values["weight_bmi_tenths"]).scaleb(-1)
    if not known:
        unknown = Criterion(
            name=CriterionName.OVERWEIGHT,
            met=None,
            needed={"bmi": needed},
            wants=RecordKind.MEASURE,
            field="height_cm" if weights else "value",
        )
        return (lower, unknown)
    _, entry, bmi = max(known)
    found = Criterion(
        name=CriterionName.OVERWEIGHT, met=bmi >= needed, found={"bmi": bmi}, needed={"bmi": needed}, entries=(entry,)
    )
    return (lower, found)
