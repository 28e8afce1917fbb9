"""Names of codes, sides, fields and records in the user's language."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Protocol

from cortitrack.domain.anatomy import Side, Site
from cortitrack.domain.injection import Drug
from cortitrack.domain.problem import Problem
from cortitrack.domain.records import RecordKind
from cortitrack.rules.threshold import Group
from cortitrack.words.field_names import FIELD_NAMES, INSTRUMENT_NAMES, THRESHOLD_NAMES
from cortitrack.words.pathway_names import PATHWAY_NAMES
from cortitrack.words.record_names import RECORD_NAMES
from cortitrack.words.threshold_names import DOSE_KEYS, GROUP_NAMES, PATTERNS, SAFETY_NUMBERS, SITE_KEYS, SIZES
from cortitrack.words.tongue import t
from cortitrack.words.verdict_names import VERDICT_NAMES

NAMES: Mapping[type[StrEnum], Mapping[str, str]] = {
    **RECORD_NAMES,
    **PATHWAY_NAMES,
    **VERDICT_NAMES,
    Group: {group.value: name for group, name in GROUP_NAMES.items()},
}
SIDES_SPELT_OUT: Mapping[Side, str] = {Side.LEFT: "LEFT", Side.RIGHT: "RIGHT", Side.MIDLINE: "MIDLINE"}
DRUGS_SHORT: Mapping[Drug, str] = {
    Drug.TRIAMCINOLONE_ACETONIDE: "triamcinolone",
    Drug.TRIAMCINOLONE_HEXACETONIDE: "triamcinolone hexacetonide",
    Drug.TRIAMCINOLONE_ER: "triamcinolone ER",
    Drug.METHYLPREDNISOLONE_ACETATE: "methylprednisolone",
    Drug.BETAMETHASONE: "betamethasone",
    Drug.DEXAMETHASONE: "dexamethasone",
    Drug.HYDROCORTISONE: "hydrocortisone",
    Drug.OTHER: "corticosteroid",
}


def label(code: StrEnum) -> str:
    """The name of a code as it stands inside a sentence: knee, triamcinolone acetonide."""
    return t(NAMES[type(code)][code.value])


def heading(text: str) -> str:
    """A name as it stands at the start of a line: its first letter is a capital."""
    return text[:1].upper() + text[1:]


class Placed(Protocol):
    """Whatever has a side and a site: a problem, a row of the worklist."""

    @property
    def side(self) -> Side:
        """Which side of the body."""

    @property
    def site(self) -> Site:
        """The joint or region."""


def side_site(problem: Placed) -> str:
    """The side spelt out, then the site: RIGHT knee."""
    side = t(SIDES_SPELT_OUT[problem.side])
    return t("{SIDE} {site}", SIDE=side, site=label(problem.site))


def problem_name(problem: Problem) -> str:
    """The problem as a tab names it: RIGHT knee · osteoarthritis."""
    return " · ".join(part for part in (side_site(problem), problem.diagnosis) if part)


def record_kind(kind: RecordKind) -> str:
    """The name of one kind of record: score, injection."""
    return label(kind)


def field_name(field: str) -> str:
    """The name of a record's field or of a number of the rule set; an unknown one is quoted as it is."""
    known = FIELD_NAMES.get(field) or THRESHOLD_NAMES.get(field) or SAFETY_NUMBERS.get(field)
    return t(known) if known else _made_name(field) or f"“{field}”"


def _made_name(key: str) -> str:
    """The name of a number that there is once for every site, drug or questionnaire."""
    if key in SITE_KEYS:
        level, site = SITE_KEYS[key]
        return t(PATTERNS[level], site=label(site))
    if key in DOSE_KEYS:
        drug, size = DOSE_KEYS[key]
        return t(PATTERNS["maximum"], drug=label(drug), size=t(SIZES[size]))
    kind, _, code = key.partition("_")
    if kind in ("mcid", "limit") and code in INSTRUMENT_NAMES:
        return t(PATTERNS[kind], instrument=instrument_name(code))
    return ""


def drug_short(drug: Drug) -> str:
    """The drug as it fits on a chart: triamcinolone."""
    return t(DRUGS_SHORT[drug])


def instrument_name(code: str) -> str:
    """The questionnaire's own name: Oxford Knee Score."""
    return INSTRUMENT_NAMES.get(code, code)
