"""The lanes below the curve: surgery, procedures, therapy, medicines and measures on the same days."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import nan

from cortitrack.charts.course_marks import Lane, LaneMark, Shape, spoken
from cortitrack.charts.course_scene import Scene
from cortitrack.charts.readout import Point
from cortitrack.charts.room import shortened
from cortitrack.charts.sheet_plan import EDGE, LANE, ROW, Pen
from cortitrack.domain.imaging import Imaging
from cortitrack.domain.measure import Measure
from cortitrack.domain.therapy_plan import Exercise, Motion, TherapyPlan
from cortitrack.words.tongue import t

BAR_WIDTH = 5.0
AXIS_ROWS = 2.05  # days and dates stand between the plot and the first lane
MARKERS: Mapping[Shape, tuple[str, float, str, bool]] = {  # marker, size, role of its colour, filled
    Shape.SESSION: ("|", 9, "hint", True),
    Shape.MISSED: ("x", 5, "muted", True),
    Shape.PROCEDURE: ("D", 5.5, "accent", True),
    Shape.SURGERY: ("s", 7, "bad", True),
    Shape.PLANNED: ("s", 7, "bad", False),
    Shape.INCIDENT: ("X", 7, "bad", True),
    Shape.ELSEWHERE: ("v", 6, "accent", False),
    Shape.MEASURE: ("o", 4.5, "muted", False),
    Shape.VISIT: ("p", 6, "hint", False),
}
SUBJECTS: Mapping[Shape, str] = {
    Shape.SESSION: "Therapy",
    Shape.MISSED: "Therapy",
    Shape.PROCEDURE: "Procedures",
    Shape.ELSEWHERE: "Procedures",
    Shape.SURGERY: "Surgery",
    Shape.PLANNED: "Surgery",
    Shape.INCIDENT: "Incidents",
    Shape.VISIT: "Visits",
    Shape.MEASURE: "Measures",
    Shape.BAR: "Medicines",
    Shape.STEROID_BAR: "Medicines",
}
BARS: Mapping[Shape, str] = {Shape.BAR: "muted", Shape.STEROID_BAR: "warn"}


def that_fit(lanes: list[Lane], count: int) -> list[Lane]:
    """The lanes, gathered by subject where there are too many; the last one says how many are left out."""
    if len(lanes) > count:
        lanes = _gathered(lanes)
    if len(lanes) <= count:
        return lanes
    kept = lanes[: max(count - 1, 0)]
    return [*kept, Lane(t("{n} more", n=len(lanes) - len(kept)), [])] if count > 0 else []


def _gathered(lanes: list[Lane]) -> list[Lane]:
    by_subject: dict[str, list[Lane]] = {}
    for lane in lanes:
        by_subject.setdefault(_subject(lane.marks[0]), []).append(lane)
    return [
        few[0] if len(few) == 1 else Lane(t(subject), [mark for lane in few for mark in lane.marks])
        for subject, few in by_subject.items()
    ]


def _subject(mark: LaneMark) -> str:
    if isinstance(mark.fact, Measure):
        return "Measures"
    if isinstance(mark.fact, TherapyPlan | Exercise | Motion):
        return "Therapy"
    if isinstance(mark.fact, Imaging):
        return "Imaging"
    return SUBJECTS[mark.shape]


def draw(pen: Pen, scene: Scene, lanes: list[Lane]) -> None:
    """Draw the lanes, all marks of one shape as one artist."""
    placed: dict[Shape, list[tuple[LaneMark, float]]] = {}
    for index, lane in enumerate(lanes):
        up = _middle(pen, index)
        _name(pen, lane.name, up)
        for mark in lane.marks:
            placed.setdefault(mark.shape, []).append((mark, pen.plan.score_at(up)))
    for shape, marks in placed.items():
        if shape in BARS:
            _bars(pen, scene, marks, getattr(pen.palette, BARS[shape]))
        else:
            _markers(pen, scene, shape, marks)


def points(pen: Pen, scene: Scene, lanes: list[Lane]) -> Iterator[Point]:
    """The marks of the lanes, to read out."""
    for index, lane in enumerate(lanes):
        y = pen.plan.score_at(_middle(pen, index))
        for mark in lane.marks:
            x = _inside(pen, mark.first - scene.origin)
            yield Point(x, y, spoken(mark.fact, scene.zero), mark.fact.id)


def _middle(pen: Pen, index: int) -> float:
    return -(ROW * AXIS_ROWS + LANE * (index + 0.5)) * pen.plan.scale


def _name(pen: Pen, name: str, up: float) -> None:
    plan = pen.plan
    edge = EDGE * plan.scale
    fits = shortened(name, plan.small, plan.margins.left - 2 * edge)
    pen.text(edge - plan.margins.left, up, fits, pen.palette.muted)


def _inside(pen: Pen, x: float) -> float:
    """A day on the axis; what lies beyond its ends waits there."""
    return min(max(x, pen.plan.first), pen.plan.last)


def _markers(pen: Pen, scene: Scene, shape: Shape, marks: list[tuple[LaneMark, float]]) -> None:
    marker, size, role, filled = MARKERS[shape]
    colour, scale = getattr(pen.palette, role), pen.plan.scale
    style: dict[str, object] = {"markeredgewidth": (2.2 if shape is Shape.SESSION else 1.1) * scale}
    if not filled:
        style["markerfacecolor"] = pen.palette.surface
    xs = [_inside(pen, mark.first - scene.origin) for mark, _ in marks]
    pen.marks(xs, [y for _, y in marks], colour, 3, marker, size * scale, **style)


def _bars(pen: Pen, scene: Scene, marks: list[tuple[LaneMark, float]], colour: str) -> None:
    """Bars from start to end with round ends; an arrow where they go on beyond."""
    xs: list[float] = []
    ys: list[float] = []
    arrows: dict[str, tuple[list[float], list[float]]] = {"<": ([], []), ">": ([], [])}
    scale = pen.plan.scale
    for (mark, y), (first, last) in zip(marks, _ends(pen, scene, marks), strict=True):
        xs += [first, last, nan]
        ys += [y, y, nan]
        for marker, x, beyond in (
            ("<", first, mark.first - scene.origin < pen.plan.first),
            (">", last, mark.open_end or mark.last - scene.origin > pen.plan.last),
        ):
            if beyond:
                arrows[marker][0].append(x)
                arrows[marker][1].append(y)
    pen.line(xs, ys, colour, 2.8, linewidth=BAR_WIDTH * scale, solid_capstyle="round")
    for marker, (at_x, at_y) in arrows.items():
        pen.marks(at_x, at_y, colour, 2.9, marker, BAR_WIDTH * 1.9 * scale, markeredgewidth=0)


def _ends(pen: Pen, scene: Scene, marks: list[tuple[LaneMark, float]]) -> Iterator[tuple[float, float]]:
    """Start and end on the axis, drawn in by half the bar's height so that round ends do not stand over."""
    cap = BAR_WIDTH / 2 * pen.plan.scale / pen.plan.per_day
    for mark, _ in marks:
        first = _inside(pen, mark.first - scene.origin) + cap
        last = _inside(pen, mark.last + 1 - scene.origin) - cap
        yield (first, last) if first < last else ((first + last) / 2,) * 2
