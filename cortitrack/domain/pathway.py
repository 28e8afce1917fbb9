"""Where a problem stands on its way after a failed injection: stages moved by a clinician, items ticked one by one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from cortitrack.domain.checks import LINE, LONG, dated, required, text_fits


class Stage(StrEnum):
    """The four stages in order, and the end of the way."""

    REASSESS = "reassess"
    CONSERVATIVE = "conservative"
    INTERVENTIONAL = "interventional"
    SURGICAL = "surgical"
    CLOSED = "closed"


class Item(StrEnum):
    """One thing to think of at a stage; `intolerance` says that a trial of conservative care was not tolerated."""

    DIAGNOSIS = "diagnosis"
    IMAGING_REVIEW = "imaging_review"
    TECHNIQUE_TARGET = "technique_target"
    REFERRED_PAIN = "referred_pain"
    INFLAMMATION = "inflammation"
    STRUCTURE_CONFIRMED = "structure_confirmed"
    PHYSICAL_THERAPY = "physical_therapy"
    EXERCISE = "exercise"
    FLEXIBILITY = "flexibility"
    MANUAL_THERAPY = "manual_therapy"
    MEDICINES = "medicines"
    ACTIVITY = "activity"
    BRACE = "brace"
    WEIGHT = "weight"
    INTOLERANCE = "intolerance"
    PRP = "prp"
    NERVE_BLOCK = "nerve_block"
    RFA = "rfa"
    HYALURONIC_ACID = "hyaluronic_acid"
    TALK = "talk"
    CONSULTATION = "consultation"


ITEMS: dict[Stage, tuple[Item, ...]] = {
    Stage.REASSESS: (
        Item.DIAGNOSIS,
        Item.IMAGING_REVIEW,
        Item.TECHNIQUE_TARGET,
        Item.REFERRED_PAIN,
        Item.INFLAMMATION,
        Item.STRUCTURE_CONFIRMED,
    ),
    Stage.CONSERVATIVE: (
        Item.PHYSICAL_THERAPY,
        Item.EXERCISE,
        Item.FLEXIBILITY,
        Item.MANUAL_THERAPY,
        Item.MEDICINES,
        Item.ACTIVITY,
        Item.BRACE,
        Item.WEIGHT,
        Item.INTOLERANCE,
    ),
    Stage.INTERVENTIONAL: (Item.PRP, Item.NERVE_BLOCK, Item.RFA, Item.HYALURONIC_ACID),
    Stage.SURGICAL: (Item.TALK, Item.CONSULTATION),
    Stage.CLOSED: (),
}
STAGE_OF: dict[Item, Stage] = {item: stage for stage, items in ITEMS.items() for item in items}


class ItemState(StrEnum):
    """How an item stands; without an entry it has not been looked at."""

    OPEN = "open"
    DONE = "done"
    NOT_NEEDED = "not_needed"
    DECLINED = "declined"
    NOT_APPLICABLE = "not_applicable"


@dataclass(frozen=True, slots=True, kw_only=True)
class PathwayItem:
    """How one item stood on a day; the latest entry of an item stands."""

    id: int
    problem_id: int
    on: date
    item: Item
    state: ItemState
    by: str = ""
    why: str = ""

    def __post_init__(self) -> None:
        dated(on=self.on)
        text_fits(LINE, by=self.by)
        text_fits(LONG, why=self.why)
        if self.item is Item.INTOLERANCE and self.state is ItemState.DONE:
            required("why", self.why)


@dataclass(frozen=True, slots=True, kw_only=True)
class PathwayMove:
    """A clinician put the problem at a stage, forwards or back; the latest entry stands."""

    id: int
    problem_id: int
    on: date
    stage: Stage
    why: str
    by: str = ""

    def __post_init__(self) -> None:
        dated(on=self.on)
        required("why", self.why)
        text_fits(LINE, by=self.by)
        text_fits(LONG, why=self.why)
