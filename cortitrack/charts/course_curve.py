"""The curve of the response chart: scores, the line through them, baseline and response threshold."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from math import hypot, isnan

from cortitrack.charts.course_marks import ScoreMark
from cortitrack.charts.course_scene import Scene
from cortitrack.charts.room import Box, Room
from cortitrack.charts.sheet_plan import Pen
from cortitrack.domain.pain import ScoreKind
from cortitrack.words.figures import number
from cortitrack.words.tongue import t

LARGEST, SMALLEST = 6.4, 2.8
KIND_MARKERS = {
    ScoreKind.AVERAGE: "p",
    ScoreKind.WORST: "^",
    ScoreKind.ACTIVITY: "s",
    ScoreKind.NIGHT: "D",
    ScoreKind.REST: "v",
    ScoreKind.CURRENT: "X",
}


def draw(pen: Pen, scene: Scene) -> None:
    """Line and marks, then the two levels with their labels where they cover nothing."""
    plan, palette = pen.plan, pen.palette
    size = mark_size(pen, len(scene.marks))
    if scene.line[0]:
        width = 1.6 * plan.scale if size > SMALLEST * plan.scale else 1.0 * plan.scale
        pen.line(*scene.line, palette.ink, 2, linewidth=width, solid_joinstyle="round")
    solid = [m for m in scene.marks if not m.hollow]
    hollow = [m for m in scene.marks if m.hollow]
    pen.marks(*_places(pen, scene, solid, size), palette.ink, 3, "o", size, markeredgewidth=0)
    edge = {"markerfacecolor": palette.surface, "markeredgewidth": 1.3 * plan.scale}
    pen.marks(*_places(pen, scene, hollow, size), palette.ink, 3.1, "o", size, **edge)
    _others(pen, scene, size)
    if not scene.marks:
        _no_scores(pen)
    _levels(pen, scene, _obstacles(pen, scene, size))


def mark_size(pen: Pen, count: int) -> float:
    """Marks shrink where there are many."""
    crowded = pen.plan.plot_width / max(count, 1) * 0.9
    return max(SMALLEST * pen.plan.scale, min(LARGEST * pen.plan.scale, crowded))


def place(pen: Pen, scene: Scene, mark: ScoreMark, size: float) -> float:
    """Where a mark stands on the axis of days; equal answers of one day stand side by side."""
    return mark.on - scene.origin + mark.beside * size * 0.8 / pen.plan.per_day


def _places(pen: Pen, scene: Scene, marks: list[ScoreMark], size: float) -> tuple[list[float], list[float]]:
    return [place(pen, scene, m, size) for m in marks], [m.value for m in marks]


def _others(pen: Pen, scene: Scene, size: float) -> None:
    small = max(size * 0.7, 3.4 * pen.plan.scale)
    for kind, marker in KIND_MARKERS.items():
        marks = [m for m in scene.others if m.fact.kind is kind]
        style = {"markerfacecolor": "none", "markeredgewidth": 0.9 * pen.plan.scale}
        pen.marks(*_places(pen, scene, marks, small), pen.palette.hint, 2.5, marker, small, **style)


def _no_scores(pen: Pen) -> None:
    plan = pen.plan
    pen.text(plan.plot_width / 2, plan.plot_height / 2, t("No scores yet"), pen.palette.muted, ha="center")


def _levels(pen: Pen, scene: Scene, room: Room) -> None:
    if scene.baseline is None or not scene.windows:
        return
    palette, end = pen.palette, scene.windows[-1].last + 1
    base = [float(min(scene.baseline_x, scene.zero_x)), float(end)]
    width = 1.0 * pen.plan.scale
    pen.line(base, [scene.baseline] * 2, palette.muted, 1, linewidth=width, dashes=(1, 2.5))
    _label(pen, room, base, scene.baseline, t("baseline {score}", score=number(scene.baseline)), palette.muted)
    if scene.response is None:
        return
    reach = [float(scene.zero_x), float(end)]
    pen.line(reach, [scene.response] * 2, palette.good, 1.1, linewidth=1.2 * pen.plan.scale, dashes=(4, 2.5))
    text = t("response: {score} or lower", score=number(scene.response))
    _label(pen, room, reach, scene.response, text, palette.good)


def _label(pen: Pen, room: Room, reach: list[float], score: float, text: str, colour: str) -> None:
    """On its line, from the right to the left, above before below, where nothing stands; else at the right end."""
    plan = pen.plan
    wide, high = plan.wide(text), plan.small * 1.15
    left, right = plan.left_of(reach[0]), min(plan.left_of(reach[1]), plan.plot_width)
    line = score * plan.per_score
    ups = [up for up in (line + 2, line - high - 2) if 0 <= up <= plan.plot_height - high]
    lefts = [right - wide - 2 - step for step in range(0, max(1, int(right - left - wide)), 8)]
    boxes = (Box(x, up, x + wide, up + high) for x in lefts for up in ups)
    box = room.first_free(boxes) or Box(right - wide - 2, ups[0], right - 2, ups[0] + high)
    pen.text(box.left, box.bottom + high / 2, text, colour)


def _obstacles(pen: Pen, scene: Scene, size: float) -> Room:
    """Where marks, the curve, injections and the names of the windows stand."""
    plan, room, half = pen.plan, Room(), size / 2 + 1
    for x, y in zip(*_places(pen, scene, [*scene.marks, *scene.others], size), strict=True):
        left, up = plan.left_of(x), y * plan.per_score
        room.take(Box(left - half, up - half, left + half, up + half))
    for box in _along(pen, scene):
        room.take(box)
    for injection in scene.injections:
        left = plan.left_of(injection.given_on.toordinal() - scene.origin)
        room.take(Box(left - 2, 0, left + 2, plan.plot_height))
    room.take(Box(-10, plan.plot_height - 14 * plan.scale, 0, plan.plot_height))
    for window in scene.windows:
        left = plan.left_of(window.first)
        high = plan.plot_height
        room.take(Box(left, high - 14 * plan.scale, left + 50 * plan.scale, high))
    return room


def _along(pen: Pen, scene: Scene) -> Iterable[Box]:
    """Small boxes along the curve, only where a label could stand: near one of the two levels."""
    plan = pen.plan
    levels = [level * plan.per_score for level in (scene.baseline, scene.response) if level is not None]
    near = plan.small * 2
    places = [(plan.left_of(x), y * plan.per_score) for x, y in zip(*scene.line, strict=True)]
    for (x0, y0), (x1, y1) in pairwise(places):
        if isnan(x0) or isnan(x1):
            continue
        low, high = min(y0, y1) - near, max(y0, y1) + near
        if not any(low <= level <= high for level in levels):
            continue
        steps = min(60, int(hypot(x1 - x0, y1 - y0) / 6) + 1)
        for n in range(steps + 1):
            x, y = x0 + (x1 - x0) * n / steps, y0 + (y1 - y0) * n / steps
            yield Box(x - 3, y - 2, x + 3, y + 2)
