"""Every corticosteroid a person got through a needle: injections, and the steroid in blocks and other procedures."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from cortitrack.domain.anatomy import Side, Site
from cortitrack.domain.injection import Drug, Injection
from cortitrack.domain.problem import Problem
from cortitrack.domain.procedure import Procedure
from cortitrack.rules.doses import METHYLPREDNISOLONE_MG, PREDNISOLONE_EQUAL_TO_4_MG, equivalent_mg
from cortitrack.rules.drug_names import ANY_STEROID, named, says_something, steroid_named


class Place(NamedTuple):
    """A site of one side: a joint."""

    site: Site
    side: Side


@dataclass(frozen=True, slots=True, kw_only=True)
class Exposure:
    """One of them. `place` None: filed under a problem that is not at hand; `equivalent` None: not known."""

    id: int
    on: date
    place: Place | None
    drug: Drug | None
    mg: Fraction | None
    equivalent: Fraction | None
    injection: Injection | None = None


def place_of(problem: Problem) -> Place:
    """Where a problem is."""
    return Place(problem.site, problem.side)


def of_injection(injection: Injection, place: Place | None) -> Exposure:
    """What an injection brought."""
    mg = None if injection.dose_mg is None else Fraction(injection.dose_mg)
    return Exposure(
        id=injection.id,
        on=injection.given_on,
        place=place,
        drug=injection.drug,
        mg=mg,
        equivalent=equivalent_mg(injection.drug, mg),
        injection=injection,
    )


def of_procedure(procedure: Procedure, problem: Problem) -> Exposure | None:
    """The steroid in a procedure; None where the entry names none."""
    found = _steroid_in(procedure)
    if found is None:
        return None
    text, mg = found
    drug = steroid_named(text)
    place = Place(problem.site, procedure.side or problem.side)
    return Exposure(
        id=procedure.id, on=procedure.on, place=place, drug=drug, mg=mg, equivalent=_equivalent(text, drug, mg)
    )


def _steroid_in(procedure: Procedure) -> tuple[str, Fraction | None] | None:
    if says_something(procedure.steroid) or procedure.steroid_mg:
        return procedure.steroid, None if procedure.steroid_mg is None else Fraction(procedure.steroid_mg)
    drug = procedure.drug
    if steroid_named(drug) or named(drug, (*ANY_STEROID, "prednisolon")):
        return drug, None if procedure.drug_mg is None else Fraction(procedure.drug_mg)
    return None


def _equivalent(text: str, drug: Drug | None, mg: Fraction | None) -> Fraction | None:
    if drug is None and mg is not None and "prednisolon" in text.casefold():
        return mg * METHYLPREDNISOLONE_MG / PREDNISOLONE_EQUAL_TO_4_MG
    return equivalent_mg(drug, mg)
