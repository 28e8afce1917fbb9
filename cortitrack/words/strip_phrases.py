"""The strip of four stages in words: a stage's name, how things stand there, and what is known about its items."""

from __future__ import annotations

from collections.abc import Mapping

from cortitrack.domain.pathway import Item, ItemState, Stage
from cortitrack.rules.pathway import Gate, Pathway, StageView
from cortitrack.words.figures import day_short, number
from cortitrack.words.labels import heading, label
from cortitrack.words.pathway_phrases import stage_words, suggestion
from cortitrack.words.tongue import nt, t

STAGE_TITLES: Mapping[Stage, str] = {
    Stage.REASSESS: "1 Reassess",
    Stage.CONSERVATIVE: "2 Conservative care",
    Stage.INTERVENTIONAL: "3 Interventional",
    Stage.SURGICAL: "4 Surgical evaluation",
}
EVIDENCE: Mapping[Item, str] = {
    Item.PRP: "Evidence mixed; ACR advises against it in osteoarthritis.",
    Item.HYALURONIC_ACID: "Known for knee osteoarthritis only; guidelines advise against routine use.",
    Item.MANUAL_THERAPY: "An adjunct.",
    Item.EXERCISE: "Judged after 6 to 12 weeks.",
    Item.IMAGING_REVIEW: "The first images once more, before any new scan.",
}


def stage_title(stage: Stage) -> str:
    """1 Reassess."""
    return t(STAGE_TITLES[stage]) if stage in STAGE_TITLES else heading(label(stage))


def stage_line(pathway: Pathway, view: StageView) -> str:
    """What stands under a stage's name on the strip: 4 of 6 done · since 2 Mar 2026."""
    if view.stage is pathway.stage and pathway.since is not None:
        return t("{done} · since {date}", done=items_done(view), date=day_short(pathway.since))
    if view.stage is pathway.suggested:
        return t("suggested: {criteria}", criteria=criteria_met(pathway.gates[view.stage]))
    if _lies_behind(pathway, view.stage):
        return items_done(view)
    return criteria_met(pathway.gates[view.stage])


def _lies_behind(pathway: Pathway, stage: Stage) -> bool:
    order = list(Stage)
    return pathway.stage is not None and order.index(stage) < order.index(pathway.stage)


def items_done(view: StageView) -> str:
    """4 of 6 done. What was not tolerated is no item to be done."""
    items = [one for one in view.items if one.item is not Item.INTOLERANCE]
    if view.stage is Stage.INTERVENTIONAL:
        return t("{n} tried", n=number(sum(one.state is ItemState.DONE for one in items)))
    return t("{n} of {all} done", n=number(sum(one.settled is True for one in items)), all=number(len(items)))


def criteria_met(gate: Gate) -> str:
    """1 of 2 criteria met."""
    met = sum(one.met is True for one in gate.criteria)
    return nt("{met} of {n} criterion met", "{met} of {n} criteria met", len(gate.criteria), met=number(met))


def item_evidence(item: Item) -> str:
    """What is known about an item besides its state; empty for most."""
    return t(EVIDENCE[item]) if item in EVIDENCE else ""


def standing_sentence(pathway: Pathway) -> str:
    """Where the problem stands, and what the record says about the stage that could come."""
    said = suggestion(pathway)
    return f"{stage_words(pathway)}. {said}".strip()
