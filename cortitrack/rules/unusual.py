"""What is unusual about an entry, so that its form asks why; it forbids nothing that has already happened."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from cortitrack.domain.procedure import Procedure, ProcedureKind
from cortitrack.domain.reassessment import Reassessment, StructureBasis
from cortitrack.domain.records import Fact
from cortitrack.domain.surgery import Surgery, SurgeryKind
from cortitrack.domain.timeline import Timeline
from cortitrack.rules.criterion import Criterion
from cortitrack.rules.exposure import place_of
from cortitrack.rules.ruleset import RuleSet
from cortitrack.rules.safety_view import SafetyView
from cortitrack.rules.stage_interventional import knee_osteoarthritis, positive_block


class Unusual(StrEnum):
    """What is unusual."""

    HYALURONIC_ACID_NOT_KNEE = "hyaluronic_acid_not_knee"
    RFA_WITHOUT_POSITIVE_BLOCK = "rfa_without_positive_block"
    FINDINGS_WITHOUT_IMAGING = "findings_without_imaging"
    REPLACEMENT_SOON_AFTER_INJECTION = "replacement_soon_after_injection"


def unusual(view: SafetyView, fact: Fact, rules: RuleSet) -> tuple[tuple[Unusual, Criterion | None], ...]:
    """What is unusual about a fact of the view's problem, with the criterion that it does not meet."""
    if isinstance(fact, Procedure):
        return tuple(_procedure(view.here, fact, rules))
    if isinstance(fact, Surgery):
        return tuple((one, None) for one in _surgery(view, fact, rules))
    if isinstance(fact, Reassessment):
        return tuple((one, None) for one in _reassessment(view.here, fact))
    return ()


def _procedure(here: Timeline, done: Procedure, rules: RuleSet) -> Iterator[tuple[Unusual, Criterion]]:
    if done.kind is ProcedureKind.HYALURONIC_ACID:
        place = knee_osteoarthritis(here.problem)
        if place.met is False:
            yield Unusual.HYALURONIC_ACID_NOT_KNEE, place
    if done.kind is ProcedureKind.RFA:
        block = positive_block(here, done.on, rules)
        if not block.met:
            yield Unusual.RFA_WITHOUT_POSITIVE_BLOCK, block


def _surgery(view: SafetyView, operation: Surgery, rules: RuleSet) -> Iterator[Unusual]:
    if operation.kind is not SurgeryKind.JOINT_REPLACEMENT:
        return
    given = [one.on for one in view.exposures_at(place_of(view.problem)) if one.on <= operation.on]
    if given and (operation.on - given[-1]).days < rules.values["arthroplasty_wait_days"]:
        yield Unusual.REPLACEMENT_SOON_AFTER_INJECTION


def _reassessment(here: Timeline, visit: Reassessment) -> Iterator[Unusual]:
    """Findings on a picture where no picture is recorded by then."""
    rests_on_one = visit.own_reading.strip() or visit.agrees_with_report is not None
    rests_on_one = rests_on_one or visit.structure_basis is StructureBasis.IMAGING
    if rests_on_one and not any(picture.on <= visit.on for picture in here.imaging):
        yield Unusual.FINDINGS_WITHOUT_IMAGING
