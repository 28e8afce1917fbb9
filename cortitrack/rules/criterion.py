"""One criterion of a stage: what the record says, what it needs, and met, not met, or not to be decided."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from cortitrack.domain.records import RecordKind
from cortitrack.rules.alerts import Value


class CriterionName(StrEnum):
    """The criteria there are. Behind each: the keys of `found`, then of `needed`."""

    CALLED_FOR = "called_for"  # one of its parts
    VERDICT = "verdict"  # verdict, on (the injection's day) | (nothing)
    RED_FLAG_HINT = "red_flag_hint"  # on (the injection's day) | (nothing)
    ITEM = "item"  # item, state where there is one | (nothing)
    ADEQUATE_TRIAL = "adequate_trial"  # duration and sessions, or intolerance
    TRIAL_DURATION = "trial_duration"  # days, first_on, last_on | days
    TRIAL_SESSIONS = "trial_sessions"  # count | count
    INTOLERANCE = "intolerance"  # on | (nothing)
    PAIN = "pain"  # score, on | score
    SEVERE_PAIN = "severe_pain"  # average, average_on, worst, worst_on as far as known | average, worst
    NON_OPERATIVE_FAILED = "non_operative_failed"  # all of its parts
    ALTERNATIVES_TRIED = "alternatives_tried"  # tried, ruled_out, open | (nothing)
    FUNCTION_LIMITED = "function_limited"  # instrument, total, on; or mark, on | limit
    LESION = "lesion"  # finding, on, with size_cm or grade where it decides | size_cm or grade
    POSITIVE_BLOCK = "positive_block"  # count, best_percent | count, percent
    KNEE_OSTEOARTHRITIS = "knee_osteoarthritis"  # site, diagnosis | (nothing)
    OVERWEIGHT = "overweight"  # bmi | bmi
    LOWER_LIMB = "lower_limb"  # site | (nothing)


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion:
    """One criterion; `met` None: an entry of kind `wants` (its field named) would decide it. Unknown is never no."""

    name: CriterionName
    met: bool | None
    found: Mapping[str, Value] = field(default_factory=dict)
    needed: Mapping[str, Value] = field(default_factory=dict)
    wants: RecordKind | None = None
    field: str = ""
    entries: tuple[int, ...] = ()
    parts: tuple[Criterion, ...] = ()


def all_of(answers: Iterable[bool | None]) -> bool | None:
    """Yes where all are; no where one is not; else unknown."""
    known = list(answers)
    if False in known:
        return False
    return None if None in known else True


def any_of(answers: Iterable[bool | None]) -> bool | None:
    """Yes where one is; no where none is; else unknown."""
    known = list(answers)
    if True in known:
        return True
    return None if None in known else False
