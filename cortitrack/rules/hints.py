"""Why did it fail? Patterns that point somewhere, always weak evidence.

Immediate relief of 50 % changes the odds of later relief little: LR+ 1.2–1.3, LR− 0.54–0.63 (Cushman DM, Am J Phys
Med Rehabil 2022;101:1020).
"""

from __future__ import annotations

from collections.abc import Collection

from cortitrack.rules.verdict import AnaestheticPhase, Flag, Hint, VerdictKind

NO_RELIEF = frozenset({VerdictKind.FAILED_NO_RESPONSE, VerdictKind.FAILED_WORSENED})


def hints_for(
    kind: VerdictKind, numb: AnaestheticPhase, image_guided: bool, flags: Collection[Flag]
) -> tuple[Hint, ...]:
    """The hints of a failed or partial verdict, in alphabetical order of their codes."""
    if not kind.failed and kind is not VerdictKind.PARTIAL:
        return ()
    hints = set(_pattern(kind, numb, image_guided))
    if kind is VerdictKind.FAILED_WORSENED or Flag.REBOUND_WORSE in flags or Flag.WORSE_SCORE in flags:
        hints.add(Hint.RED_FLAG_REVIEW)
    return tuple(sorted(hints))


def _pattern(kind: VerdictKind, numb: AnaestheticPhase, image_guided: bool) -> tuple[Hint, ...]:
    if kind is VerdictKind.FAILED_SHORT_LIVED:
        return (Hint.MECHANICAL_DRIVER,)
    if kind is VerdictKind.FAILED_NO_LASTING_BENEFIT:
        return (Hint.COURSE_UNKNOWN,)
    if kind is VerdictKind.PARTIAL:
        return (Hint.OPTIMISE_CONSERVATIVE,)
    technique = () if image_guided else (Hint.TECHNIQUE,)
    if numb is AnaestheticPhase.POSITIVE:
        return (Hint.NOT_INFLAMMATORY,)
    if numb is AnaestheticPhase.NEGATIVE:
        return (Hint.SOURCE_ELSEWHERE, *technique)
    return (Hint.ANAESTHETIC_UNKNOWN, *technique)
