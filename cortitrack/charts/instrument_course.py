"""The course of one questionnaire: its totals over time, the first one, and from where a change matters."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import partial
from math import nan
from typing import NamedTuple

from matplotlib.figure import Figure

from cortitrack.charts.course_axis import step_for
from cortitrack.charts.palette import Palette
from cortitrack.charts.readout import Point, Readout
from cortitrack.charts.room import text_width
from cortitrack.charts.sheet_plan import EDGE, POINTS_PER_INCH, ROW, SCORES, SMALL, Margins, Pen, Plan
from cortitrack.domain.instruments import INSTRUMENTS
from cortitrack.domain.timeline import Timeline
from cortitrack.rules.instrument_change import InstrumentChange
from cortitrack.words.after_phrases import direction, instrument_sentence
from cortitrack.words.figures import day_short, number
from cortitrack.words.labels import instrument_name
from cortitrack.words.tongue import t

NAME = "instrument course"
LINES = 5
LEAST_DAYS = 56
MARK = 6.4


class _Scale(NamedTuple):
    """The questionnaire's own range on the height of the plot."""

    low: Decimal
    high: Decimal

    def up(self, total: Decimal) -> float:
        """Where a total lies."""
        return float((total - self.low) / (self.high - self.low) * SCORES)


def draw_instrument_course(
    figure: Figure,
    one: InstrumentChange,
    timeline: Timeline,
    palette: Palette,
    today: date,
    *,
    scale: float = 1.0,
) -> Readout:
    """Draw the totals of one questionnaire; axes 0 has days from its first total as x."""
    row = INSTRUMENTS[one.code]
    within = _Scale(row.low, row.high)
    origin = one.first.on.toordinal()
    pen = Pen(figure, _plan(figure, within, one, scale), palette, NAME)
    _frame(pen, within, one)
    _injections(pen, timeline, origin, today)
    _levels(pen, within, one)
    _curve(pen, within, one, origin)
    _dates(pen, origin)
    return Readout(partial(_points, within, one, origin), instrument_sentence(one), one.first.on)


def _plan(figure: Figure, within: _Scale, one: InstrumentChange, scale: float) -> Plan:
    width, height = (side * POINTS_PER_INCH for side in figure.get_size_inches())
    widest = max(text_width(number(end), SMALL * scale) for end in within)
    margins = Margins(
        left=widest + 2 * EDGE * scale, right=EDGE * scale * 1.4, top=2.2 * ROW * scale, bottom=1.8 * ROW * scale
    )
    days = max((one.last.on - one.first.on).days, LEAST_DAYS)
    return Plan(width=width, height=height, margins=margins, first=-days * 0.04, last=days * 1.06, scale=scale)


def _frame(pen: Pen, within: _Scale, one: InstrumentChange) -> None:
    plan, palette = pen.plan, pen.palette
    xs: list[float] = []
    ys: list[float] = []
    for n in range(LINES):
        total = within.low + (within.high - within.low) * n / (LINES - 1)
        up = within.up(total)
        xs += [plan.first, plan.last, nan]
        ys += [up, up, nan]
        pen.text(-7 * plan.scale, up * plan.per_score, number(total), palette.muted, ha="right", va="center_baseline")
    pen.line(xs, ys, palette.line, 0.5, linewidth=0.8)
    title = f"{instrument_name(one.code)} · {number(within.low)}–{number(within.high)} · {direction(one)}"
    pen.text(EDGE * plan.scale - plan.margins.left, plan.title_up, title, palette.muted)


def _injections(pen: Pen, timeline: Timeline, origin: int, today: date) -> None:
    plan, palette = pen.plan, pen.palette
    for injection in timeline.injections:
        x = injection.given_on.toordinal() - origin
        if injection.given_on <= today and plan.first <= x <= plan.last:
            pen.line([x, x], [0, SCORES], palette.accent, 1.5, linewidth=1.2 * plan.scale)
            pen.text(
                plan.left_of(x) + 3 * plan.scale, plan.plot_height + 5 * plan.scale, t("injection"), palette.accent
            )


def _levels(pen: Pen, within: _Scale, one: InstrumentChange) -> None:
    """The first total, and the total at which a change for the better matters to patients."""
    plan, palette = pen.plan, pen.palette
    first = within.up(one.first.total)
    dotted = {"linewidth": plan.scale, "dashes": (1, 2.5)}
    pen.line([plan.first, plan.last], [first, first], palette.muted, 1, **dotted)
    if one.needed is None or not one.needed:
        return
    matters = one.first.total + (one.needed if one.higher_is_better else -one.needed)
    if not within.low <= matters <= within.high:
        return
    up = within.up(matters)
    pen.line([plan.first, plan.last], [up, up], palette.good, 1.1, linewidth=1.2 * plan.scale, dashes=(4, 2.5))
    values = {"total": number(matters), "change": number(one.needed)}
    more = t("matters from {total} up (+{change})", **values)
    less = t("matters from {total} down (−{change})", **values)
    text = more if one.higher_is_better else less
    side = 1 if one.higher_is_better else -1
    at = up * plan.per_score + side * 7 * plan.scale
    pen.text(plan.plot_width, at, text, palette.good, ha="right")


def _curve(pen: Pen, within: _Scale, one: InstrumentChange, origin: int) -> None:
    xs = [float(total.on.toordinal() - origin) for total in one.totals]
    ys = [within.up(total.total) for total in one.totals]
    scale = pen.plan.scale
    pen.line(xs, ys, pen.palette.ink, 2, linewidth=1.6 * scale, solid_joinstyle="round")
    pen.marks(xs, ys, pen.palette.ink, 3, "s", MARK * scale, markeredgewidth=0)


def _dates(pen: Pen, origin: int) -> None:
    plan = pen.plan
    wide = plan.wide("00 Mmm 0000")
    step = step_for(plan, wide * 1.5)
    up = -ROW * plan.scale
    for x in range(0, int(plan.last) + 1, step):
        left = plan.left_of(x)
        if left + wide / 2 <= plan.plot_width + plan.margins.right and left - wide / 2 >= -plan.margins.left:
            pen.text(left, up, day_short(date.fromordinal(origin + x)), pen.palette.muted, ha="center")


def _points(within: _Scale, one: InstrumentChange, origin: int) -> Iterator[Point]:
    name = instrument_name(one.code)
    for total in one.totals:
        said = t("{name}: {total}, {date}", name=name, total=number(total.total), date=day_short(total.on))
        yield Point(total.on.toordinal() - origin, within.up(total.total), said, total.id)
