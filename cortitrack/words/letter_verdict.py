"""On what a verdict rests, short enough for a column of the letter's table."""

from __future__ import annotations

from collections.abc import Mapping

from cortitrack.rules.verdict import Flag, Reason, Rule, Verdict, VerdictKind, VerdictReason
from cortitrack.words.figures import number
from cortitrack.words.tongue import t

BASES: Mapping[Rule, str] = {
    Rule.LOST: "relief lost by day {day}",
    Rule.IMPRESSION: "by the overall impression",
    Rule.RECALL: "by recall",
    Rule.PRIMARY_WINDOW: "by the score at 6 weeks",
    Rule.LAST_SCORE: "by the last score before other treatment, day {day}",
    Rule.LOW_BASELINE_CHANGE: "by the change from a low start",
    Rule.DURABILITY_WINDOW: "by the score at 12 weeks",
    Rule.EARLY_WINDOW: "by the scores of the first weeks",
}
_BY_TWELVE_WEEKS = {Flag.DELAYED, Flag.PARTIAL_LOST, Flag.FLUCTUATING}
_BY_IMPRESSION = {VerdictReason.PGIC, VerdictReason.PGIC_CEILING}


def basis(verdict: Verdict) -> str:
    """What decided: relief lost by day 45 · final. Empty where there is no judgement."""
    if not verdict.kind.judged:
        return ""
    decided = _deciding(verdict)
    firm = t("provisional") if verdict.provisional else t("final")
    if decided is None:
        return firm
    return " · ".join((t(BASES[decided.rule], day=number(int(decided.found.get("day", 0)))), firm))


def _deciding(verdict: Verdict) -> Reason | None:
    spoke = {reason.rule: reason for reason in verdict.reasons if reason.rule in BASES}
    for rule in (*_first(verdict), *BASES):
        if rule in spoke:
            return spoke[rule]
    return None


def _first(verdict: Verdict) -> tuple[Rule, ...]:
    if verdict.kind is VerdictKind.FAILED_SHORT_LIVED and Flag.RECALL_BASED not in verdict.flags:
        return (Rule.LOST,)
    if verdict.reason in _BY_IMPRESSION:
        return (Rule.IMPRESSION,)
    return (Rule.DURABILITY_WINDOW,) if _BY_TWELVE_WEEKS & set(verdict.flags) else ()
