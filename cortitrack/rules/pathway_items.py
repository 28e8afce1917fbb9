"""How each item of the pathway stands: as a clinician marked it, or as the record shows that it was done."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from cortitrack.domain.consultation import Consultation, Specialty
from cortitrack.domain.measure import MeasureKind
from cortitrack.domain.medication import MedicationClass
from cortitrack.domain.pathway import ITEMS, Item, ItemState, PathwayItem, Stage
from cortitrack.domain.procedure import ProcedureKind
from cortitrack.domain.reassessment import Reassessment
from cortitrack.domain.records import Fact, happened_on
from cortitrack.domain.therapy import TherapyKind
from cortitrack.domain.timeline import Timeline

SETTLED = frozenset({ItemState.DONE, ItemState.NOT_NEEDED, ItemState.NOT_APPLICABLE})
RULED_OUT = frozenset({ItemState.DECLINED, ItemState.NOT_NEEDED, ItemState.NOT_APPLICABLE})
_MEDICINES = frozenset(
    {MedicationClass.NSAID, MedicationClass.MUSCLE_RELAXER, MedicationClass.ANALGESIC, MedicationClass.OPIOID}
)
_SURGEONS = frozenset({Specialty.ORTHOPAEDIC, Specialty.SPINE})


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemStanding:
    """How one item stands; `state` None: nothing says anything. `marked` is the clinician's entry, if that decides."""

    item: Item
    state: ItemState | None
    on: date | None = None
    marked: int | None = None
    shown_by: tuple[int, ...] = ()

    @property
    def settled(self) -> bool | None:
        """Whether it is done or not needed; None where nothing says anything."""
        return None if self.state is None else self.state in SETTLED


def item_standings(timeline: Timeline) -> dict[Item, ItemStanding]:
    """How all items stand."""
    marked: dict[Item, PathwayItem] = {}
    for mark in sorted(timeline.pathway_items, key=lambda one: (one.on, one.id)):
        marked[mark.item] = mark
    return {
        item: _standing(item, marked.get(item), _shown(item, timeline)) for items in ITEMS.values() for item in items
    }


def of_stage(stage: Stage, standings: Mapping[Item, ItemStanding]) -> tuple[ItemStanding, ...]:
    """Those of one stage, in its order."""
    return tuple(standings[item] for item in ITEMS[stage])


def _shown(item: Item, timeline: Timeline) -> list[tuple[date, int]]:
    facts = _SHOWN_BY[item](timeline) if item in _SHOWN_BY else ()
    return sorted((_done_on(fact), fact.id) for fact in facts)


def _done_on(fact: Fact) -> date:
    """The day that counts: of a consultation not when it was asked for."""
    seen_on = fact.seen_on if isinstance(fact, Consultation) else None
    return seen_on or happened_on(fact) or date.min


def _standing(item: Item, mark: PathwayItem | None, shown: list[tuple[date, int]]) -> ItemStanding:
    """A mark decides, but one that says open gives way to what was recorded after it."""
    if mark is not None and (mark.state is not ItemState.OPEN or not shown or shown[-1] < (mark.on, mark.id)):
        return ItemStanding(item=item, state=mark.state, on=mark.on, marked=mark.id)
    if shown:
        entries = tuple(entry for _, entry in shown)
        return ItemStanding(item=item, state=ItemState.DONE, on=shown[-1][0], shown_by=entries)
    return ItemStanding(item=item, state=None)


def _visits(says: Callable[[Reassessment], bool]) -> Callable[[Timeline], Iterable[Fact]]:
    return lambda timeline: [visit for visit in timeline.reassessments if says(visit)]


def _measures(*kinds: MeasureKind) -> Callable[[Timeline], Iterable[Fact]]:
    return lambda timeline: [measure for measure in timeline.measures if measure.kind in kinds]


def _procedures(kind: ProcedureKind) -> Callable[[Timeline], Iterable[Fact]]:
    return lambda timeline: [done for done in timeline.procedures if done.kind is kind]


def _sessions(timeline: Timeline, *kinds: TherapyKind) -> list[Fact]:
    return [session for session in timeline.sessions if session.kind in kinds and session.attended is not False]


def _imaging_review(timeline: Timeline) -> list[Fact]:
    looked: list[Fact] = [
        one for one in timeline.reassessments if one.own_reading.strip() or one.agrees_with_report is not None
    ]
    looked += [one for one in timeline.imaging if one.own_reading.strip() or one.agrees_with_report is not None]
    return looked


def _exercise(timeline: Timeline) -> list[Fact]:
    measures = [one for one in timeline.measures if one.kind is MeasureKind.EXERCISE]
    return [*timeline.exercises, *_sessions(timeline, TherapyKind.HOME), *measures]


def _seen_by_surgeon(timeline: Timeline) -> list[Fact]:
    return [one for one in timeline.consultations if one.specialty in _SURGEONS and one.seen_on is not None]


_SHOWN_BY: Mapping[Item, Callable[[Timeline], Iterable[Fact]]] = {
    Item.DIAGNOSIS: _visits(lambda visit: bool(visit.working_diagnosis.strip())),
    Item.IMAGING_REVIEW: _imaging_review,
    Item.TECHNIQUE_TARGET: _visits(lambda visit: bool(visit.technique.strip())),
    Item.REFERRED_PAIN: _visits(lambda visit: visit.referred_pain is not None),
    Item.INFLAMMATION: _visits(lambda visit: visit.effusion_or_synovitis is not None),
    Item.STRUCTURE_CONFIRMED: _visits(
        lambda visit: bool(visit.structure.strip()) and visit.structure_basis is not None
    ),
    Item.PHYSICAL_THERAPY: lambda timeline: _sessions(timeline, TherapyKind.PT, TherapyKind.OT),
    Item.EXERCISE: _exercise,
    Item.FLEXIBILITY: lambda timeline: timeline.motions,
    Item.MANUAL_THERAPY: lambda timeline: [one for one in timeline.therapy_plans if one.manual_therapy.strip()],
    Item.MEDICINES: lambda timeline: [one for one in timeline.medications if one.medication_class in _MEDICINES],
    Item.ACTIVITY: _measures(MeasureKind.ACTIVITY),
    Item.BRACE: _measures(MeasureKind.BRACE, MeasureKind.ORTHOTIC, MeasureKind.WALKING_AID),
    Item.WEIGHT: lambda timeline: [
        one for one in timeline.measures if one.kind is MeasureKind.WEIGHT and one.target is not None
    ],
    Item.PRP: _procedures(ProcedureKind.PRP),
    Item.NERVE_BLOCK: _procedures(ProcedureKind.NERVE_BLOCK),
    Item.RFA: _procedures(ProcedureKind.RFA),
    Item.HYALURONIC_ACID: _procedures(ProcedureKind.HYALURONIC_ACID),
    Item.TALK: lambda timeline: timeline.talks,
    Item.CONSULTATION: _seen_by_surgeon,
}
