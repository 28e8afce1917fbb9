"""Did the injection work? The rules in their order; the first that matches decides.

A verdict describes the course of pain after an injection; it proves no cause.
"""

from __future__ import annotations

from functools import partial

from cortitrack.domain.course import Course, Given
from cortitrack.rules.flags import standing_flags
from cortitrack.rules.hints import hints_for
from cortitrack.rules.level import points
from cortitrack.rules.low_baseline import low_baseline
from cortitrack.rules.numb_phase import anaesthetic_phase
from cortitrack.rules.numbers import Numbers, numbers_of
from cortitrack.rules.outcome import Outcome, undecided, window_empty
from cortitrack.rules.primary_missed import primary_missed
from cortitrack.rules.primary_window import cut_short, primary_window
from cortitrack.rules.ruleset import RuleSet
from cortitrack.rules.sighting import NEVER, DayScore, Prepared, Sighting
from cortitrack.rules.verdict import Flag, Mend, Reason, Rule, Standing, Verdict, VerdictKind, VerdictReason

SETTLED = frozenset({VerdictReason.NO_BASELINE, VerdictReason.STALE_BASELINE, VerdictReason.SAME_DAY_INTERVENTION})


def judge(course: Course, injection: Given, as_of: int, rules: RuleSet) -> Verdict:
    """Judge one injection of `course` on the day `as_of` (an ordinal)."""
    return _judge(Prepared(course), injection, as_of, numbers_of(rules))


def judge_all(course: Course, as_of: int, rules: RuleSet) -> list[Verdict]:
    """Judge every injection of `course` that was given by `as_of`, the latest first."""
    prepared, numbers = Prepared(course), numbers_of(rules)
    return [_judge(prepared, injection, as_of, numbers) for injection in _latest_first(course, as_of)]


def standings(course: Course, as_of: int, rules: RuleSet) -> list[Standing]:
    """What is kept of `judge_all`: the same verdicts without reasons, hints and numbers, in a third of the time."""
    prepared, numbers = Prepared(course), numbers_of(rules)
    return [_standing(Sighting(prepared, given, as_of, numbers)) for given in _latest_first(course, as_of)]


def _latest_first(course: Course, as_of: int) -> list[Given]:
    return sorted((g for g in course.injections if g.on <= as_of), key=lambda g: (-g.on, -g.id))


def _standing(seen: Sighting) -> Standing:
    outcome, baseline = _outcome(seen)
    return Standing(
        seen.given.id,
        seen.given.on,
        outcome.kind,
        outcome.reason,
        outcome.durability,
        _provisional(outcome, seen),
        tuple(sorted(outcome.flags + standing_flags(seen, baseline))),
        _stands_until(outcome, seen),
        seen.given.on + (_rests_on(outcome, seen) if outcome.kind.failed else 0),
    )


def _rests_on(outcome: Outcome, seen: Sighting) -> int:
    """The day of the last entry that a failure rests on."""
    n = seen.n
    last = seen.last_attributable(n.durability_last)
    days = [0 if last is None else last.day]
    said = [seen.recall()] if Flag.RECALL_BASED in outcome.flags else []
    if outcome.reason is VerdictReason.PGIC or outcome.reason is VerdictReason.PGIC_CEILING:
        said.append(seen.pgic(n.primary_first, n.durability_last))
    return max(days + [s.on - seen.given.on for s in said if s is not None])


def _outcome(seen: Sighting) -> tuple[Outcome, DayScore | None]:
    before = seen.latest_before()
    if before is None or before.day < seen.n.baseline_first:
        return _no_baseline(seen, before), None
    return _decide(seen, before), before


def _judge(prepared: Prepared, given: Given, as_of: int, n: Numbers) -> Verdict:
    seen = Sighting(prepared, given, as_of, n)
    outcome, baseline = _outcome(seen)
    flags = outcome.flags + standing_flags(seen, baseline)
    numb = anaesthetic_phase(seen, baseline)
    return Verdict(
        injection_id=given.id,
        as_of=as_of,
        rule_set=n.version,
        kind=outcome.kind,
        reason=outcome.reason,
        durability=outcome.durability,
        level=outcome.level,
        provisional=_provisional(outcome, seen),
        anaesthetic_phase=numb,
        flags=tuple(sorted(flags)),
        hints=hints_for(outcome.kind, numb, given.image_guided, flags),
        baseline=None if baseline is None else points(baseline.score),
        primary_value=_points(seen.primary.value),
        durability_value=_points(seen.late.value),
        reasons=(*[tell() for tell in outcome.reasons], *_overlap(seen)),
        mend=outcome.mend,
        stands_until=_stands_until(outcome, seen),
    )


def _decide(seen: Sighting, baseline: DayScore) -> Outcome:
    if seen.same_day:
        found = partial(Reason, Rule.SAME_DAY, {"count": len(seen.same_day)}, {}, True, tuple(seen.same_day))
        return undecided(VerdictKind.CONFOUNDED, VerdictReason.SAME_DAY_INTERVENTION, found)
    if seen.today < seen.n.primary_first and seen.censored_on == NEVER:
        found = partial(Reason, Rule.NOT_YET, {"day": seen.today}, {"day": seen.n.primary_first}, False)
        return undecided(VerdictKind.TOO_EARLY, None, found, mend=Mend.WAIT)
    if baseline.score < seen.n.low_q:
        outcome = low_baseline(seen, baseline)
    else:
        outcome = (
            primary_window(seen, baseline)
            or cut_short(seen, baseline)
            or _awaiting(seen)
            or primary_missed(seen, baseline)
        )
    return outcome.led_by(partial(_of_baseline, seen, baseline))


def _of_baseline(seen: Sighting, baseline: DayScore) -> Reason:
    found = {"score": points(baseline.score), "day": baseline.day}
    return Reason(Rule.BASELINE, found, {"first_day": seen.n.baseline_first}, True, baseline.entries)


def _no_baseline(seen: Sighting, old: DayScore | None) -> Outcome:
    needed = {"first_day": seen.n.baseline_first}
    if old is None:
        reason, told = VerdictReason.NO_BASELINE, partial(Reason, Rule.NO_BASELINE, {}, needed, False)
    else:
        reason = VerdictReason.STALE_BASELINE
        found = {"score": points(old.score), "day": old.day}
        told = partial(Reason, Rule.STALE_BASELINE, found, needed, False, old.entries)
    return undecided(VerdictKind.INSUFFICIENT_DATA, reason, told, mend=Mend.RECORD_BASELINE)


def _awaiting(seen: Sighting) -> Outcome | None:
    if seen.today > seen.n.primary_last:
        return None
    overdue = seen.today > seen.n.overdue_after
    found = window_empty(seen.n.primary_first, seen.n.primary_last, seen.today)
    reason = VerdictReason.OVERDUE if overdue else VerdictReason.DUE
    return undecided(VerdictKind.AWAITING_DATA, reason, found, mend=Mend.RECORD_SCORE)


def _overlap(seen: Sighting) -> tuple[Reason, ...]:
    reasons: list[Reason] = []
    within = [c for c in seen.censors if c[0] <= seen.n.durability_last]
    if within:
        reasons.append(
            Reason(
                Rule.OVERLAP,
                {"day": within[0][0], "count": len(within)},
                {},
                False,
                tuple(entry for _, entry in within),
            )
        )
    elif not seen.same_day:
        reasons.append(Reason(Rule.NO_OVERLAP, {}, {}, True))
    if seen.alongside:
        found = {"count": len(seen.alongside)}
        reasons.append(Reason(Rule.ALONGSIDE, found, {}, False, tuple(seen.alongside)))
    return tuple(reasons)


def _points(value: int | None) -> float | None:
    return None if value is None else points(value)


def _provisional(outcome: Outcome, seen: Sighting) -> bool:
    if not outcome.kind.judged:
        return False
    last = seen.n.durability_last if Flag.EARLY_BASIS in outcome.flags else seen.n.primary_last
    return seen.today <= last


def _stands_until(outcome: Outcome, seen: Sighting) -> int | None:
    """The last day on which nothing but a new entry can change the verdict."""
    n = seen.n
    turns = [n.primary_first - 1, n.overdue_after, n.primary_last, n.durability_last]
    days = [] if outcome.reason is not None and outcome.reason in SETTLED else [t for t in turns if t >= seen.today]
    coming = _next_unseen(seen)
    if coming is not None:
        days.append(coming - 1)
    return seen.given.on + min(days) if days else None


def _next_unseen(seen: Sighting) -> int | None:
    """The day of the next entry that lies after the day of judgement, where one was judged back in time."""
    if seen.prepared.latest <= seen.as_of:
        return None
    course = seen.prepared.course
    dated = [s.on for s in course.said] + [a.on for a in course.current] + [e.on for e in course.events]
    return min(on for on in (*seen.prepared.days, *dated) if on > seen.as_of) - seen.given.on
