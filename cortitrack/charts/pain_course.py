"""The response chart: pain over time with injections, windows and threshold, and everything else in lanes below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial

from matplotlib.figure import Figure

from cortitrack.charts import course_axis, course_curve, course_injections, course_lanes, course_legend
from cortitrack.charts.course_marks import Lane, lanes, spoken
from cortitrack.charts.course_scene import REACH_AHEAD, REACH_BACK, Scene, scene_of
from cortitrack.charts.palette import Palette
from cortitrack.charts.readout import Point, Readout
from cortitrack.charts.room import text_width
from cortitrack.charts.sheet_plan import EDGE, LANE, POINTS_PER_INCH, ROW, SCORES, SMALL, Margins, Pen, Plan
from cortitrack.domain.timeline import Timeline
from cortitrack.rules.ruleset import RuleSet
from cortitrack.rules.verdict import Verdict
from cortitrack.words.phrases import course_sentence
from cortitrack.words.tongue import t

NAME = "pain course"
GUTTER_SHARE = 0.22  # of the width, at most, for the names of lanes
LEAST_GUTTER = 88.0  # points, if the names need them
CALM_PLOT = 210.0  # points of height at which the curve reads well
LEAST_PLOT = 96.0  # points of height that the curve keeps, however many lanes there are


def draw_pain_course(
    figure: Figure,
    timeline: Timeline,
    verdicts: Sequence[Verdict],
    rules: RuleSet,
    palette: Palette,
    today: date,
    chosen_injection_id: int | None = None,
    other_kinds: bool = False,
    *,
    scale: float = 1.0,
    head: float = 0.0,
) -> Readout:
    """Draw the course on a figure of any size; drawn again on the same figure, it takes the former one's place.

    Speaks of the chosen injection, else of the latest. `other_kinds` shows the scores that do not decide; `scale`
    is the size of text, 2.0 for 200 %; `head` are points kept free at the top. Axes 0 has days from the first
    entry as x and points of pain as y.
    """
    scene = scene_of(timeline, verdicts, rules, today, chosen_injection_id, other_kinds)
    sentence = course_sentence(timeline, verdicts, today, chosen_injection_id)
    below = lanes(timeline, today, scene.origin, scene.origin + int(scene.last))
    width, height = (side * POINTS_PER_INCH for side in figure.get_size_inches())
    left, right = _gutter(below, width, scale), EDGE * scale * 1.4
    heads, rows = course_injections.placed(scene, width - left - right, scale)
    plot_width = width - left - right
    notes = course_axis.foot_notes(scene, plot_width, width - 2 * EDGE * scale, SMALL * scale)
    legend = course_legend.rows(scene, width - 2 * EDGE * scale, scale)
    top = (max(rows, 0.3) + 1.25) * ROW * scale + head
    foot = (course_lanes.AXIS_ROWS + 0.35) * ROW * scale + (len(notes) + len(legend)) * ROW * scale
    below = course_lanes.that_fit(below, int((height - top - foot - LEAST_PLOT * scale) // (LANE * scale)))
    margins = Margins(left=left, right=right, top=top, bottom=foot + len(below) * LANE * scale)
    first, last = scene.limits
    plan = Plan(width=width, height=height, margins=margins, first=first, last=last, scale=scale, head=head)
    pen = Pen(figure, plan, palette, NAME)
    if scene.is_empty and not below:
        pen.text(plan.plot_width / 2, plan.plot_height / 2, t("No scores yet"), palette.muted, ha="center")
        return Readout(tuple, sentence)
    course_axis.draw(pen, scene)
    course_injections.draw(pen, scene, heads)
    course_curve.draw(pen, scene)
    course_lanes.draw(pen, scene, below)
    course_legend.draw(pen, legend, len(notes))
    course_axis.draw_foot(pen, notes)
    marks = partial(_points, pen, scene, below)
    return Readout(marks, sentence, date.fromordinal(scene.origin))


def wanted_height(timeline: Timeline, today: date, *, scale: float = 1.0) -> float:
    """The height in points at which every lane has its place and the curve reads well."""
    first = min((s.on.toordinal() for s in timeline.scores), default=today.toordinal())
    count = len(lanes(timeline, today, first - REACH_BACK, today.toordinal() + REACH_AHEAD))
    return (CALM_PLOT + 7 * ROW + count * LANE) * scale


def _gutter(below: list[Lane], width: float, scale: float) -> float:
    """Room at the left for the scores' figures and the names of lanes."""
    widest = max((text_width(lane.name, SMALL * scale) for lane in below), default=0.0)
    return max(24 * scale, min(widest + 2 * EDGE * scale, max(width * GUTTER_SHARE, LEAST_GUTTER * scale)))


def _points(pen: Pen, scene: Scene, below: list[Lane]) -> Iterator[Point]:
    for mark in (*scene.marks, *scene.others):
        yield Point(mark.on - scene.origin, mark.value, spoken(mark.fact, scene.zero), mark.fact.id)
    for i in scene.injections:
        yield Point(i.given_on.toordinal() - scene.origin, SCORES, spoken(i, scene.zero), i.id)
    yield from course_lanes.points(pen, scene, below)
