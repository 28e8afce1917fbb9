"""Into stage 1, and out of it: what calls for a new look at the diagnosis, and when that look is complete."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from cortitrack.domain.pathway import ITEMS, Item, Stage
from cortitrack.domain.records import RecordKind
from cortitrack.rules.criterion import Criterion, CriterionName, any_of
from cortitrack.rules.pathway_items import ItemStanding
from cortitrack.rules.standing import Standing
from cortitrack.rules.verdict import Hint


def called_for(standings: Sequence[Standing]) -> Criterion:
    """A failed or partial verdict, or a hint to look for red flags."""
    parts = (_verdict(standings), _hinted(standings))
    return Criterion(name=CriterionName.CALLED_FOR, met=any_of(part.met for part in parts), parts=parts)


def _verdict(standings: Sequence[Standing]) -> Criterion:
    asking = [one for one in standings if one.asks_why]
    shown = asking[-1] if asking else standings[-1] if standings else None
    met: bool | None = bool(asking)
    if not asking and any(one.judgement is None for one in standings):
        met = None
        shown = [one for one in standings if one.judgement is None][-1]
    return Criterion(
        name=CriterionName.VERDICT,
        met=met,
        found={} if shown is None else {"verdict": shown.code, "on": shown.injection.given_on},
        wants=RecordKind.PAIN_SCORE if met is None else None,
        field="value" if met is None else "",
        entries=() if shown is None else shown.entries,
    )


def _hinted(standings: Iterable[Standing]) -> Criterion:
    hinted = [one for one in standings if one.verdict is not None and Hint.RED_FLAG_REVIEW in one.verdict.hints]
    return Criterion(
        name=CriterionName.RED_FLAG_HINT,
        met=bool(hinted),
        found={"on": hinted[-1].injection.given_on} if hinted else {},
        entries=tuple(one.injection.id for one in hinted),
    )


def reassessed(items: Mapping[Item, ItemStanding]) -> tuple[Criterion, ...]:
    """Every item of stage 1 is done or marked not needed."""
    return tuple(_item(items[item]) for item in ITEMS[Stage.REASSESS])


def _item(standing: ItemStanding) -> Criterion:
    entries = standing.shown_by if standing.marked is None else (standing.marked,)
    settled = standing.settled
    return Criterion(
        name=CriterionName.ITEM,
        met=settled,
        found={"item": standing.item.value} | ({} if standing.state is None else {"state": standing.state.value}),
        wants=None if settled else RecordKind.REASSESSMENT,
        entries=entries,
    )
