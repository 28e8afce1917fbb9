"""Where a problem stands on its way after a failed injection, and which stage the record suggests next.

A clinician moves it; nothing here does. A stage is suggested, with each criterion beside it, and never ordered.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from cortitrack.domain.anatomy import Site
from cortitrack.domain.override import Judgement
from cortitrack.domain.pathway import Item, PathwayMove, Stage
from cortitrack.domain.records import RecordKind
from cortitrack.domain.timeline import Timeline
from cortitrack.rules.criterion import Criterion, CriterionName, all_of
from cortitrack.rules.current_pain import current_pain
from cortitrack.rules.past_stages import PastTheStages, past_the_stages
from cortitrack.rules.pathway_items import ItemStanding, item_standings, of_stage
from cortitrack.rules.ruleset import RuleSet
from cortitrack.rules.safety_view import SafetyView
from cortitrack.rules.stage_conservative import adequate_trial, weight_is_a_subject
from cortitrack.rules.stage_interventional import alternatives_tried, knee_osteoarthritis, positive_block
from cortitrack.rules.stage_reassess import called_for, reassessed
from cortitrack.rules.stage_surgical import function_limited, lesion, severe_pain
from cortitrack.rules.standing import Standing, standings
from cortitrack.rules.verdict import Flag, Hint

STAGES = (Stage.REASSESS, Stage.CONSERVATIVE, Stage.INTERVENTIONAL, Stage.SURGICAL)
ITEM_OF: Mapping[Hint, Item] = {
    Hint.SOURCE_ELSEWHERE: Item.REFERRED_PAIN,
    Hint.TECHNIQUE: Item.TECHNIQUE_TARGET,
    Hint.NOT_INFLAMMATORY: Item.INFLAMMATION,
    Hint.ANAESTHETIC_UNKNOWN: Item.STRUCTURE_CONFIRMED,
    Hint.MECHANICAL_DRIVER: Item.EXERCISE,
    Hint.COURSE_UNKNOWN: Item.DIAGNOSIS,
    Hint.OPTIMISE_CONSERVATIVE: Item.PHYSICAL_THERAPY,
    Hint.RED_FLAG_REVIEW: Item.DIAGNOSIS,
}


class Suppressed(StrEnum):
    """Why no stage is suggested although one might be."""

    RESPONDED = "responded"  # the last judged injection helped, and pain is tolerable
    LATE_IMPROVEMENT = "late_improvement"


@dataclass(frozen=True, slots=True, kw_only=True)
class Gate:
    """What leads into a stage: all criteria together; `met` None while one is not to be decided."""

    stage: Stage
    met: bool | None
    criteria: tuple[Criterion, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StageView:
    """One stage of the strip: its items as they stand."""

    stage: Stage
    items: tuple[ItemStanding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pathway:
    """The strip of one problem.

    `stage` is where a clinician put it (None: nobody has yet). `next` is the stage that could come, with its gate;
    `suggested` is that stage once the gate is met and nothing suppresses it. `conditions` are what the record says
    about single items: RFA, hyaluronic acid, weight. `hints` (weak evidence) stand beside their item.
    """

    stage: Stage | None
    since: date | None
    move: PathwayMove | None
    stages: tuple[StageView, ...]
    next: Stage | None
    suggested: Stage | None
    suppressed: Suppressed | None
    gates: Mapping[Stage, Gate]
    conditions: Mapping[Item, tuple[Criterion, ...]]
    hints: Mapping[Item, tuple[Hint, ...]]
    past_the_stages: tuple[PastTheStages, ...]

    @property
    def criteria(self) -> tuple[Criterion, ...]:
        """The criteria of the stage that could come."""
        return () if self.next is None else self.gates[self.next].criteria


def pathway(view: SafetyView, rules: RuleSet) -> Pathway:
    """The strip of the view's problem on the view's day."""
    here = view.here
    move = max(here.pathway_moves, key=lambda one: (one.on, one.id), default=None)
    items, judged = item_standings(here), standings(here, view.verdicts)
    conditions = _conditions(here, view.today, rules)
    gates = {gate.stage: gate for gate in _gates(view, items, judged, conditions, rules)}
    coming = _coming(move, judged, gates)
    suppressed = _suppressed(here, judged, view.today, rules)
    met = coming is not None and gates[coming].met is True
    return Pathway(
        stage=None if move is None else move.stage,
        since=None if move is None else _since(move, here),
        move=move,
        stages=tuple(StageView(stage=stage, items=of_stage(stage, items)) for stage in STAGES),
        next=coming,
        suggested=coming if met and suppressed is None else None,
        suppressed=suppressed,
        gates=gates,
        conditions=conditions,
        hints=_hints(judged),
        past_the_stages=past_the_stages(view, rules),
    )


def _since(move: PathwayMove, timeline: Timeline) -> date:
    """The day from which it stands there without a break: moves to the same stage only add a reason."""
    since = move.on
    for one in sorted(timeline.pathway_moves, key=lambda one: (one.on, one.id), reverse=True):
        if one.stage is not move.stage:
            break
        since = one.on
    return since


def _conditions(timeline: Timeline, today: date, rules: RuleSet) -> dict[Item, tuple[Criterion, ...]]:
    return {
        Item.WEIGHT: weight_is_a_subject(timeline, rules),
        Item.RFA: (positive_block(timeline, today, rules),),
        Item.HYALURONIC_ACID: (knee_osteoarthritis(timeline.problem),),
    }


def _gates(
    view: SafetyView,
    items: Mapping[Item, ItemStanding],
    judged: Sequence[Standing],
    conditions: Mapping[Item, tuple[Criterion, ...]],
    rules: RuleSet,
) -> list[Gate]:
    here, today = view.here, view.today
    trial = adequate_trial(here, items, today, rules)
    only = {item: conditions[item][0] for item in (Item.RFA, Item.HYALURONIC_ACID)}
    parts = (trial, alternatives_tried(items, only))
    failed = Criterion(name=CriterionName.NON_OPERATIVE_FAILED, met=all_of(part.met for part in parts), parts=parts)
    surgical = (severe_pain(here, today, rules), failed, function_limited(here, today, rules), lesion(here, rules))
    return [
        _gate(Stage.REASSESS, (called_for(judged),)),
        _gate(Stage.CONSERVATIVE, reassessed(items)),
        _gate(Stage.INTERVENTIONAL, (trial, _pain(here, today, rules))),
        _gate(Stage.SURGICAL, surgical),
    ]


def _gate(stage: Stage, criteria: tuple[Criterion, ...]) -> Gate:
    return Gate(stage=stage, met=all_of(one.met for one in criteria), criteria=criteria)


def _pain(timeline: Timeline, today: date, rules: RuleSet) -> Criterion:
    pain = current_pain(timeline, timeline.problem.primary_kind, today, rules.values["recent_score_days"])
    needed = rules.values["interventional_pain_tenths"]
    return Criterion(
        name=CriterionName.PAIN,
        met=None if pain is None else pain.at_least(needed),
        found={} if pain is None else {"score": pain.score, "on": pain.on},
        needed={"score": Decimal(needed).scaleb(-1)},
        wants=RecordKind.PAIN_SCORE if pain is None else None,
        field="value" if pain is None else "",
        entries=() if pain is None else pain.entries,
    )


def _coming(move: PathwayMove | None, judged: Sequence[Standing], gates: Mapping[Stage, Gate]) -> Stage | None:
    """The stage after the one where it stands; back to the first where a later injection failed."""
    if move is None:
        return Stage.REASSESS
    again = any(one.asks_why and one.injection.given_on > move.on for one in judged)
    if again and move.stage is not Stage.REASSESS:
        return Stage.REASSESS
    if move.stage is Stage.CONSERVATIVE and gates[Stage.SURGICAL].met:  # stage 3 lies behind it already
        return Stage.SURGICAL
    after = {Stage.REASSESS: Stage.CONSERVATIVE, Stage.CONSERVATIVE: Stage.INTERVENTIONAL}
    return after.get(move.stage, Stage.SURGICAL if move.stage is Stage.INTERVENTIONAL else None)


def _suppressed(timeline: Timeline, judged: Sequence[Standing], today: date, rules: RuleSet) -> Suppressed | None:
    known = [one for one in judged if one.judgement is not None]
    if not known:
        return None
    last = known[-1]
    if last.verdict is not None and Flag.LATE_IMPROVEMENT in last.verdict.flags:
        return Suppressed.LATE_IMPROVEMENT
    if last.judgement is Judgement.RESPONDED and _tolerable(timeline, today, rules):
        return Suppressed.RESPONDED
    return None


def _tolerable(timeline: Timeline, today: date, rules: RuleSet) -> bool:
    pain = current_pain(timeline, timeline.problem.primary_kind, today, rules.values["recent_score_days"])
    key = "tolerable_hip_tenths" if timeline.problem.site is Site.HIP else "tolerable_tenths"
    return pain is not None and pain.at_most(rules.values[key])


def _hints(judged: Sequence[Standing]) -> dict[Item, tuple[Hint, ...]]:
    """The hints of the last injection that failed or helped only in part, beside their items."""
    hinted = [one.verdict for one in judged if one.verdict is not None and one.verdict.hints]
    beside: dict[Item, tuple[Hint, ...]] = {}
    for hint in hinted[-1].hints if hinted else ():
        beside[ITEM_OF[hint]] = (*beside.get(ITEM_OF[hint], ()), hint)
    return beside
