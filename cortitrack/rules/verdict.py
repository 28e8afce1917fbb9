"""What a judgement of one injection says: a closed set of verdicts, and the facts from which a sentence is made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class VerdictKind(StrEnum):
    """The verdicts there are."""

    INSUFFICIENT_DATA = "insufficient_data"
    CONFOUNDED = "confounded"
    TOO_EARLY = "too_early"
    AWAITING_DATA = "awaiting_data"
    RESPONDED = "responded"
    PARTIAL = "partial"
    FAILED_SHORT_LIVED = "failed_short_lived"
    FAILED_WORSENED = "failed_worsened"
    FAILED_NO_RESPONSE = "failed_no_response"
    FAILED_NO_LASTING_BENEFIT = "failed_no_lasting_benefit"

    @property
    def failed(self) -> bool:
        """Whether it raises the failed-injection flag."""
        return self in FAILED

    @property
    def judged(self) -> bool:
        """Whether it is a judgement of the injection rather than a word on why there is none."""
        return self in JUDGED


FAILED = frozenset(
    {
        VerdictKind.FAILED_SHORT_LIVED,
        VerdictKind.FAILED_WORSENED,
        VerdictKind.FAILED_NO_RESPONSE,
        VerdictKind.FAILED_NO_LASTING_BENEFIT,
    }
)
JUDGED = FAILED | {VerdictKind.RESPONDED, VerdictKind.PARTIAL}


class VerdictReason(StrEnum):
    """Why there is no judgement, or on what a judgement rests besides the scores."""

    NO_BASELINE = "no_baseline"
    STALE_BASELINE = "stale_baseline"
    LOW_BASELINE = "low_baseline"
    NO_FOLLOW_UP = "no_follow_up"
    OUTSIDE_WINDOWS = "outside_windows"
    SAME_DAY_INTERVENTION = "same_day_intervention"
    NO_SCORE_BEFORE_REINTERVENTION = "no_score_before_reintervention"
    REINTERVENTION_WHILE_BETTER = "reintervention_while_better"
    DUE = "due"
    OVERDUE = "overdue"
    PRIMARY_MISSED = "primary_missed"
    REINTERVENTION = "reintervention"
    PGIC = "pgic"
    PGIC_CEILING = "pgic_ceiling"


class Durability(StrEnum):
    """Whether a response lasted."""

    PENDING = "pending"
    SUSTAINED = "sustained"
    WANING = "waning"
    CENSORED = "censored"
    UNKNOWN = "unknown"
    NOT_JUDGED = "not_judged"


class Level(StrEnum):
    """How far a score lies from the baseline."""

    SUBSTANTIAL = "substantial"
    RESPONSE = "response"
    PARTIAL = "partial"
    NONE = "none"
    WORSE = "worse"

    @property
    def responds(self) -> bool:
        """Whether it counts as a response."""
        return self is Level.SUBSTANTIAL or self is Level.RESPONSE

    @property
    def poor(self) -> bool:
        """Whether it counts as no benefit."""
        return self is Level.NONE or self is Level.WORSE


class AnaestheticPhase(StrEnum):
    """What the local anaesthetic did."""

    POSITIVE = "positive"
    EQUIVOCAL = "equivocal"
    NEGATIVE = "negative"
    NOT_ASSESSED = "not_assessed"


class Flag(StrEnum):
    """Things to know beside the verdict."""

    LOW_BASELINE = "low_baseline"
    CARRY_OVER = "carry_over"
    CEILING = "ceiling"
    CO_INTERVENTION = "co_intervention"
    DELAYED = "delayed"
    EARLY_BASIS = "early_basis"
    FLARE = "flare"
    FLUCTUATING = "fluctuating"
    LATE_IMPROVEMENT = "late_improvement"
    LATE_RELAPSE = "late_relapse"
    LATE_WORSE = "late_worse"
    PARTIAL_LOST = "partial_lost"
    PGIC_DISCORDANT = "pgic_discordant"
    PRIMARY_MISSING = "primary_missing"
    PROLONGED_FLARE = "prolonged_flare"
    REBOUND_WORSE = "rebound_worse"
    RECALL_BASED = "recall_based"
    REINTERVENTION = "reintervention"
    WANING = "waning"
    WORSE_SCORE = "worse_score"


class Hint(StrEnum):
    """Where to look for the cause of a failure: weak evidence, always labelled so."""

    ANAESTHETIC_UNKNOWN = "anaesthetic_unknown"
    COURSE_UNKNOWN = "course_unknown"
    MECHANICAL_DRIVER = "mechanical_driver"
    NOT_INFLAMMATORY = "not_inflammatory"
    OPTIMISE_CONSERVATIVE = "optimise_conservative"
    RED_FLAG_REVIEW = "red_flag_review"
    SOURCE_ELSEWHERE = "source_elsewhere"
    TECHNIQUE = "technique"


class Mend(StrEnum):
    """The one act that would make an injection judgeable."""

    RECORD_BASELINE = "record_baseline"
    RECORD_SCORE = "record_score"
    FIND_SCORE = "find_score"  # one of those weeks that stands in the notes but not yet here
    RECORD_IMPRESSION = "record_impression"
    ASK_RECALL = "ask_recall"
    WAIT = "wait"


class Rule(StrEnum):
    """The rules that can decide or speak, each with a sentence of its own in `words.phrases`.

    Behind each rule: the keys of `found`, then those of `needed`. `from`, `to` and `fall` are points (a negative fall
    is a rise), `percent` is the fall in percent of the baseline, cut to one decimal; days count from the injection.
    """

    BASELINE = "baseline"  # score, day | first_day
    NO_BASELINE = "no_baseline"  # (nothing) | first_day
    STALE_BASELINE = "stale_baseline"  # score, day | first_day
    SAME_DAY = "same_day"  # count | (nothing)
    NOT_YET = "not_yet"  # day | day
    LOW_BASELINE = "low_baseline"  # score | score
    LOW_BASELINE_CHANGE = "low_baseline_change"  # from, to, fall, percent, first_day, last_day | fall, percent, rise
    HELPED_AT_FIRST = "helped_at_first"  # from, to, fall, percent, day | fall, percent
    LOST = "lost"  # from, to, fall, percent, day, last_relief_day | percent, before_day
    PRIMARY_WINDOW = "primary_window"  # from, to, fall, percent, scores, level, first_day, last_day | fall, percent
    EARLY_WINDOW = "early_window"  # as PRIMARY_WINDOW
    DURABILITY_WINDOW = "durability_window"  # as PRIMARY_WINDOW
    LAST_SCORE = "last_score"  # from, to, fall, percent, level, day | fall, percent
    NO_SCORE_BEFORE = "no_score_before"  # day (of the other treatment) | day (earliest score that would count)
    WINDOW_EMPTY = "window_empty"  # first_day, last_day, while it can still be filled day (as of) | scores
    IMPRESSION = "impression"  # pgic, day | pgic_at_most or pgic_at_least
    RECALL = "recall"  # percent, weeks, day | percent, weeks
    OVERLAP = "overlap"  # day (first), count | (nothing)
    NO_OVERLAP = "no_overlap"  # (nothing) | (nothing)
    ALONGSIDE = "alongside"  # count | (nothing)
    NOTHING_RECORDED = "nothing_recorded"  # day (last of the last window) | (nothing)


Number = int | float | str


class Standing(NamedTuple):
    """What lists ask of a verdict: no reasons, hints or numbers. Days are ordinals.

    `since` is the day of the last entry on which a failure rests, for any other verdict the injection's day.
    """

    injection_id: int
    given_on: int
    kind: VerdictKind
    reason: VerdictReason | None
    durability: Durability | None
    provisional: bool
    flags: tuple[Flag, ...]
    stands_until: int | None
    since: int


@dataclass(frozen=True, slots=True)
class Reason:
    """One rule that spoke: what it found, what it needed, whether that was met, and the entries it used."""

    rule: Rule
    found: Mapping[str, Number]
    needed: Mapping[str, Number]
    met: bool
    entries: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """The judgement of one injection on one day.

    `as_of` and `stands_until` are ordinals of days; `stands_until` is the last day on which the verdict holds if
    nothing is recorded (None: for ever). Scores are points on the 0–10 scale, exact to a fortieth.
    """

    injection_id: int
    as_of: int
    rule_set: str
    kind: VerdictKind
    reason: VerdictReason | None = None
    durability: Durability | None = None
    level: Level | None = None
    provisional: bool = False
    anaesthetic_phase: AnaestheticPhase = AnaestheticPhase.NOT_ASSESSED
    flags: tuple[Flag, ...] = ()
    hints: tuple[Hint, ...] = ()
    baseline: float | None = None
    primary_value: float | None = None
    durability_value: float | None = None
    reasons: tuple[Reason, ...] = ()
    mend: Mend | None = None
    stands_until: int | None = None
