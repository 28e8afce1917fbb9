"""Stage 3: what a block must have shown before radiofrequency, where hyaluronic acid is known, and what was tried."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from cortitrack.domain.anatomy import Site
from cortitrack.domain.pathway import ITEMS, Item, ItemState, Stage
from cortitrack.domain.problem import Problem
from cortitrack.domain.procedure import Procedure, ProcedureKind
from cortitrack.domain.records import RecordKind
from cortitrack.domain.timeline import Timeline
from cortitrack.rules.criterion import Criterion, CriterionName
from cortitrack.rules.pathway_items import RULED_OUT, ItemStanding
from cortitrack.rules.ruleset import RuleSet

_OSTEOARTHRITIS = ("osteoarth", "gonarth", "arthrosis", "arthrose", "artrosis", "artrosi")


def positive_block(timeline: Timeline, until: date, rules: RuleSet) -> Criterion:
    """A diagnostic block that relieved enough, as often as the rule set asks, by a day."""
    percent, needed = rules.values["rfa_block_percent"], rules.values["rfa_blocks_needed"]
    blocks = [one for one in timeline.procedures if one.kind is ProcedureKind.NERVE_BLOCK and one.on <= until]
    positive = {one.on for one in blocks if _relief(one) >= percent}
    unknown = {one.on for one in blocks if one.relief_percent is None} - positive
    met: bool | None = len(positive) >= needed
    if not met and (not blocks or len(positive) + len(unknown) >= needed):
        met = None
    best = max((one.relief_percent for one in blocks if one.relief_percent is not None), default=None)
    return Criterion(
        name=CriterionName.POSITIVE_BLOCK,
        met=met,
        found={"count": len(positive)} | ({} if best is None else {"best_percent": best}) if blocks else {},
        needed={"count": needed, "percent": percent},
        wants=RecordKind.PROCEDURE if met is None else None,
        field="relief_percent" if met is None else "",
        entries=tuple(sorted(one.id for one in blocks)),
    )


def _relief(block: Procedure) -> int:
    """Relief in whole percent, cut; none recorded is below any limit and counted apart."""
    return -1 if block.relief_percent is None else int(block.relief_percent)


def knee_osteoarthritis(problem: Problem) -> Criterion:
    """Whether the problem is one for which hyaluronic acid is labelled; another place is a plain no."""
    named = any(name in problem.diagnosis.casefold() for name in _OSTEOARTHRITIS)
    coded = problem.icd10.strip().upper()
    met: bool | None = None
    if problem.site is not Site.KNEE:
        met = False
    elif named or coded.startswith("M17"):
        met = True
    elif coded:
        met = False
    return Criterion(
        name=CriterionName.KNEE_OSTEOARTHRITIS,
        met=met,
        found={"site": problem.site.value, "diagnosis": problem.diagnosis},
        wants=RecordKind.PROBLEM if met is None else None,
        field="icd10" if met is None else "",
        entries=(problem.id,),
    )


def alternatives_tried(items: Mapping[Item, ItemStanding], conditions: Mapping[Item, Criterion]) -> Criterion:
    """One of stage 3 was tried, or each was declined or does not apply."""
    ours = [items[item] for item in ITEMS[Stage.INTERVENTIONAL]]
    tried = [one for one in ours if one.state is ItemState.DONE]
    ruled_out = [one for one in ours if one not in tried and _ruled_out(one, items, conditions)]
    rest = [one for one in ours if one not in tried and one not in ruled_out]
    met: bool | None = bool(tried) or not rest
    if not met and any(one.state is None for one in rest):
        met = None
    entries = [entry for one in ours for entry in (one.shown_by if one.marked is None else (one.marked,))]
    return Criterion(
        name=CriterionName.ALTERNATIVES_TRIED,
        met=met,
        found={"tried": len(tried), "ruled_out": len(ruled_out), "open": len(rest)},
        wants=None if met else RecordKind.PATHWAY_ITEM,
        entries=tuple(sorted(entries)),
    )


def _ruled_out(
    standing: ItemStanding, items: Mapping[Item, ItemStanding], conditions: Mapping[Item, Criterion]
) -> bool:
    """Declined, or it does not apply: also hyaluronic acid outside the knee, and RFA where no block opens the way."""
    if standing.state is not None:
        return standing.state in RULED_OUT
    if standing.item is Item.RFA and items[Item.NERVE_BLOCK].state in RULED_OUT:
        return True
    return standing.item in conditions and conditions[standing.item].met is False
