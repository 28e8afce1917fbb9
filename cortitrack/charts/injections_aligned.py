"""All injections of a problem laid on day 0: does each one help less, or as long, as the one before?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial
from math import nan
from typing import NamedTuple

from matplotlib.figure import Figure

from cortitrack.charts.course_axis import draw_grid
from cortitrack.charts.palette import Palette
from cortitrack.charts.readout import Point, Readout
from cortitrack.charts.room import text_width
from cortitrack.charts.sheet_plan import EDGE, POINTS_PER_INCH, ROW, SMALL, Margins, Pen, Plan
from cortitrack.domain.injection import Injection
from cortitrack.domain.timeline import Timeline
from cortitrack.rules.numbers import FORTIETHS
from cortitrack.rules.ruleset import RuleSet
from cortitrack.rules.sighting import Prepared
from cortitrack.rules.verdict import Verdict
from cortitrack.words.figures import day_number, day_short, number, span
from cortitrack.words.phrases import course_sentence
from cortitrack.words.tongue import t

NAME = "injections aligned"
STEP = 28
SHAPES = ("o", "s", "^", "D", "v", "P", "X", "p")
DASHES: tuple[tuple[float, ...], ...] = ((), (5, 2), (1.5, 1.5), (5, 1.5, 1, 1.5))


class Strand(NamedTuple):
    """One injection's scores, in days from it; cut at the next injection."""

    injection: Injection
    order: int
    days: list[int]
    scores: list[float]


def draw_injections_aligned(
    figure: Figure,
    timeline: Timeline,
    verdicts: Sequence[Verdict],
    rules: RuleSet,
    palette: Palette,
    today: date,
    chosen_injection_id: int | None = None,
    *,
    scale: float = 1.0,
) -> Readout:
    """Draw each injection's course from its own day 0, the chosen one (else the latest) in front."""
    strands = _strands(timeline, rules, today)
    chosen = next((s for s in strands if s.injection.id == chosen_injection_id), strands[-1] if strands else None)
    sentence = course_sentence(timeline, verdicts, today, chosen_injection_id)
    pen = Pen(figure, _plan(figure, strands, rules, scale), palette, NAME)
    plan = pen.plan
    if not strands:
        pen.text(plan.plot_width / 2, plan.plot_height / 2, t("No injections yet"), palette.muted, ha="center")
        return Readout(tuple, sentence)
    _frame(pen, rules)
    for strand in strands:
        _draw(pen, strand, strand is chosen)
    _names(pen, strands, chosen)
    return Readout(partial(_points, strands), sentence)


def _strands(timeline: Timeline, rules: RuleSet, today: date) -> list[Strand]:
    v, seen = rules.values, Prepared(timeline.course())
    given = [i for i in timeline.injections if i.given_on <= today]
    strands = []
    for order, injection in enumerate(given):
        zero = injection.given_on.toordinal()
        following = [i.given_on.toordinal() for i in given if i.given_on > injection.given_on]
        last = min([zero + v["durability_last_day"], today.toordinal(), *following])
        pairs = [
            (day - zero, score / FORTIETHS)
            for day, score in zip(seen.days, seen.scores, strict=True)
            if zero + v["baseline_first_day"] <= day <= last
        ]
        strands.append(Strand(injection, order, [d for d, _ in pairs], [s for _, s in pairs]))
    return strands


def _plan(figure: Figure, strands: list[Strand], rules: RuleSet, scale: float) -> Plan:
    width, height = (side * POINTS_PER_INCH for side in figure.get_size_inches())
    names = [text_width(day_short(s.injection.given_on), SMALL * scale * 1.1) for s in strands]
    first, last = rules.values["baseline_first_day"], rules.values["durability_last_day"] + 1
    margins = Margins(
        left=26 * scale,
        right=max(names, default=0.0) + 22 * scale,
        top=1.6 * ROW * scale,
        bottom=1.6 * ROW * scale,
    )
    return Plan(width=width, height=height, margins=margins, first=first - 2, last=last + 2, scale=scale)


def _frame(pen: Pen, rules: RuleSet) -> None:
    plan, palette, v = pen.plan, pen.palette, rules.values
    for name, tint in (("primary", palette.window_early), ("durability", palette.window_late)):
        first = v[f"{name}_first_day"]
        pen.shade(first, v[f"{name}_last_day"] + 1, tint)
        left, up = plan.left_of(first) + 4 * plan.scale, plan.plot_height - 7 * plan.scale
        pen.text(left, up, span(v[f"{name}_due_day"]), palette.muted)
    draw_grid(pen)
    title = t("Each injection from its own day 0 · lower is better")
    pen.text(EDGE * plan.scale - plan.margins.left, plan.title_up, title, palette.muted)
    pen.line([0, 0], [0, 10], palette.accent, 1.5, linewidth=1.4 * plan.scale)
    for day in range(-STEP, int(plan.last) + 1, STEP):
        text = day_number(0) if day == 0 else number(day)
        pen.text(plan.left_of(day), -0.75 * ROW * plan.scale, text, palette.muted, ha="center")


def _draw(pen: Pen, strand: Strand, chosen: bool) -> None:
    if not strand.days:
        return
    scale, palette = pen.plan.scale, pen.palette
    colour = palette.ink if chosen else palette.muted
    dash = () if chosen else DASHES[1 + strand.order % (len(DASHES) - 1)]
    pen.line(
        [float(day) for day in strand.days],
        strand.scores,
        colour,
        3 if chosen else 2,
        linewidth=(1.9 if chosen else 1.0) * scale,
        marker=SHAPES[strand.order % len(SHAPES)],
        markersize=(6.0 if chosen else 4.2) * scale,
        markerfacecolor=colour if chosen else palette.surface,
        dashes=dash or (None, None),
    )


def _names(pen: Pen, strands: list[Strand], chosen: Strand | None) -> None:
    """Each strand's date at the right, at the height at which it ends, kept apart from its neighbours."""
    plan = pen.plan
    gap = min(ROW * plan.scale, plan.plot_height / max(len(strands), 1))
    ending = sorted((s for s in strands if s.days), key=lambda s: (s.scores[-1], s.order))
    up = -gap
    places = []
    for strand in ending:
        up = max(up + gap, strand.scores[-1] * plan.per_score)
        places.append(up)
    over = max(0.0, (places[-1] - plan.plot_height)) if places else 0.0
    for index in range(len(places) - 1, -1, -1):
        ceiling = plan.plot_height - gap * (len(places) - 1 - index)
        places[index] = min(places[index], ceiling) if over else places[index]
    for strand, height in zip(ending, places, strict=True):
        _name(pen, strand, height, strand is chosen)


def _name(pen: Pen, strand: Strand, up: float, chosen: bool) -> None:
    plan, palette = pen.plan, pen.palette
    colour = palette.ink if chosen else palette.muted
    left = plan.plot_width + 16 * plan.scale
    pen.line(
        [strand.days[-1], plan.last, plan.day_at(left - 7 * plan.scale), nan],
        [strand.scores[-1], plan.score_at(up), plan.score_at(up), nan],
        palette.line,
        0.6,
        linewidth=0.8 * plan.scale,
    )
    shape = {"markerfacecolor": colour if chosen else palette.surface}
    marker = SHAPES[strand.order % len(SHAPES)]
    pen.marks([plan.day_at(left - 7 * plan.scale)], [plan.score_at(up)], colour, 3, marker, 4.5 * plan.scale, **shape)
    weight = "bold" if chosen else "normal"
    pen.text(left, up, day_short(strand.injection.given_on), colour, fontweight=weight)


def _points(strands: list[Strand]) -> Iterator[Point]:
    for strand in strands:
        given = day_short(strand.injection.given_on)
        for day, score in zip(strand.days, strand.scores, strict=True):
            said = t("injection of {date}, day {n}: {score}", date=given, n=number(day), score=number(score))
            yield Point(day, score, said, strand.injection.id)
