"""Would another published cut-off give another verdict?"""

from __future__ import annotations

from dataclasses import replace

from cortitrack.domain.course import Course, Given
from cortitrack.rules.response import judge
from cortitrack.rules.ruleset import RuleSet
from cortitrack.rules.verdict import VerdictKind

PUBLISHED_CUT_OFFS = (15, 30, 50)
"""Slight, moderate, substantial change in percent: Salaffi F, Eur J Pain 2004;8:283; Dworkin RH, J Pain 2008;9:105."""


def at_other_cutoffs(course: Course, injection: Given, as_of: int, rules: RuleSet) -> dict[int, VerdictKind]:
    """The verdict at each published percentage of response, all else equal."""
    return {cut: judge(course, injection, as_of, _with_cutoff(rules, cut)).kind for cut in PUBLISHED_CUT_OFFS}


def _with_cutoff(rules: RuleSet, cut: int) -> RuleSet:
    own = dict(rules.own) | {"response_percent": cut}
    values = rules.values
    own["partial_percent"] = min(values["partial_percent"], cut)
    own["lost_percent"] = min(values["lost_percent"], cut)
    own["substantial_percent"] = max(values["substantial_percent"], cut)
    return replace(rules, own=tuple(sorted(own.items())))
