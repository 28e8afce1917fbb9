"""What the response chart shows, gathered from the record and counted in days from the first entry."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import nan
from typing import NamedTuple

from cortitrack.charts.course_marks import ScoreMark, other_kinds, score_marks
from cortitrack.domain.injection import Injection
from cortitrack.domain.pain import ScoreKind
from cortitrack.domain.timeline import Timeline
from cortitrack.rules.level import responds_at
from cortitrack.rules.numbers import FORTIETHS, numbers_of
from cortitrack.rules.ruleset import RuleSet
from cortitrack.rules.sighting import Prepared
from cortitrack.rules.verdict import Rule, Verdict
from cortitrack.words.labels import heading, label
from cortitrack.words.tongue import t

SHORTEST = 28  # days that the axis shows at least
PAD = 0.03  # of the span, free on both sides
REACH_BACK = 180  # days before the first score or injection in which other entries still stretch the axis
REACH_AHEAD = 90  # the same after the last, for what is planned


class Window(NamedTuple):
    """One follow-up window of the chosen injection, on the axis."""

    first: int
    last: int
    due: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """Everything that is drawn; x counts days from `origin` (an ordinal)."""

    timeline: Timeline
    today: int
    origin: int
    last: float
    injections: tuple[Injection, ...]
    chosen: Injection | None
    baseline: float | None
    baseline_x: int
    response: float | None
    windows: tuple[Window, ...]
    marks: list[ScoreMark]
    others: list[ScoreMark]
    hidden_kinds: list[ScoreKind]
    line: tuple[list[float], list[float]]
    gap_days: int
    broken: bool

    @property
    def is_empty(self) -> bool:
        """Whether there is neither a score nor an injection."""
        return not (self.marks or self.others or self.injections)

    @property
    def title(self) -> str:
        """What the curve shows: Average pain, last 7 days · lower is better."""
        kind = self.timeline.problem.primary_kind
        what = t("average pain, last 7 days") if kind is ScoreKind.AVERAGE else label(kind)
        return t("{what} · lower is better", what=heading(what))

    @property
    def zero(self) -> int | None:
        """The day of the chosen injection, as an ordinal."""
        return None if self.chosen is None else self.chosen.given_on.toordinal()

    @property
    def zero_x(self) -> int:
        """The day from which days are counted, on the axis."""
        return (self.zero or self.origin) - self.origin

    @property
    def limits(self) -> tuple[float, float]:
        """First and last day of the axis, with a little room for the marks at its ends."""
        return -PAD * self.last, self.last * (1 + PAD)


def scene_of(
    timeline: Timeline,
    verdicts: Sequence[Verdict],
    rules: RuleSet,
    today: date,
    chosen_id: int | None,
    with_others: bool,
) -> Scene:
    """Gather what is to be drawn up to `today`."""
    now = today.toordinal()
    given = tuple(i for i in timeline.injections if i.given_on <= today)
    chosen = next((i for i in given if i.id == chosen_id), given[-1] if given else None)
    primary = [s for s in timeline.primary_scores() if s.on <= today]
    kinds = other_kinds(timeline)
    others = [s for s in timeline.scores if s.kind in kinds and s.on <= today] if with_others else []
    marks, other_marks = score_marks(timeline, primary), score_marks(timeline, others)
    origin, end = _span(timeline, now, [m.on for m in (*marks, *other_marks)], given, chosen, rules)
    verdict = next((v for v in verdicts if chosen and v.injection_id == chosen.id), None)
    gap = rules.values["primary_last_day"] - rules.values["primary_first_day"] + 1
    xs, ys, broken = _line(timeline, now, origin, gap)
    zero_x = (chosen.given_on.toordinal() if chosen else origin) - origin
    return Scene(
        timeline=timeline,
        today=now,
        origin=origin,
        last=max(end - origin, SHORTEST),
        injections=given,
        chosen=chosen,
        baseline=verdict.baseline if verdict else None,
        baseline_x=zero_x + _baseline_day(verdict),
        response=_response(verdict, rules),
        windows=_windows(zero_x, rules) if chosen else (),
        marks=marks,
        others=other_marks,
        hidden_kinds=[] if with_others else kinds,
        line=(xs, ys),
        gap_days=gap,
        broken=broken,
    )


def _span(
    timeline: Timeline,
    now: int,
    scored: list[int],
    given: Sequence[Injection],
    chosen: Injection | None,
    rules: RuleSet,
) -> tuple[int, int]:
    """First and last day. Entries of other kinds stretch it a little; far ones wait at the edge."""
    beside = [
        fact.on.toordinal()
        for facts in (timeline.procedures, timeline.surgeries, timeline.incidents, timeline.sessions)
        for fact in facts
    ]
    core = scored + [i.given_on.toordinal() for i in given] or [on for on in beside if on <= now] or [now]
    first, last = min(core), max(core)
    if chosen:
        last = max(last, chosen.given_on.toordinal() + rules.values["durability_last_day"] + 1)
    near = [on for on in beside if first - REACH_BACK <= on <= last + REACH_AHEAD]
    return min([first, *near]), max([last, *near])


def _line(timeline: Timeline, now: int, origin: int, gap: int) -> tuple[list[float], list[float], bool]:
    """The day scores as a line, broken where no score was taken for longer than `gap` days."""
    seen = Prepared(timeline.course())
    xs: list[float] = []
    ys: list[float] = []
    broken = False
    for day, score in zip(seen.days, seen.scores, strict=True):
        if day > now:
            break
        if xs and day - origin - xs[-1] > gap:
            xs.append(nan)
            ys.append(nan)
            broken = True
        xs.append(day - origin)
        ys.append(score / FORTIETHS)
    return xs, ys, broken


def _baseline_day(verdict: Verdict | None) -> int:
    found = [r.found for r in verdict.reasons if r.rule is Rule.BASELINE] if verdict else []
    return int(found[0]["day"]) if found else 0


def _response(verdict: Verdict | None, rules: RuleSet) -> float | None:
    """The highest score that responds; none where the baseline is low, for then other rules speak."""
    if verdict is None or verdict.baseline is None:
        return None
    n, baseline = numbers_of(rules), round(verdict.baseline * FORTIETHS)
    highest = responds_at(baseline, n)
    return None if baseline < n.low_q or highest < 0 else highest / FORTIETHS


def _windows(zero_x: int, rules: RuleSet) -> tuple[Window, ...]:
    v = rules.values
    return tuple(
        Window(zero_x + v[f"{name}_first_day"], zero_x + v[f"{name}_last_day"], v[f"{name}_due_day"])
        for name in ("primary", "durability")
    )
