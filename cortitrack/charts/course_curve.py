"""The curve of the response chart: scores, the line through them, baseline and response threshold."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from math import hypot, isnan

from cortitrack.charts.course_marks import ScoreMark
from cortitrack.charts.course_scene import Scene
from cortitrack.charts.room import Box, Room, text_width
from cortitrack.charts.sheet_plan import EDGE, Pen
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
    pen.marks(*_places(scene, solid), palette.ink, 3, "o", size, markeredgewidth=0)
    edge = {"markerfacecolor": palette.surface, "markeredgewidth": 1.3 * plan.scale}
    pen.marks(*_places(scene, hollow), palette.ink, 3.1, "o", size, **edge)
    again = [m for m in scene.marks if m.beside == 1]
    ring = {"markerfacecolor": "none", "markeredgewidth": 0.9 * plan.scale}
    pen.marks(*_places(scene, again), palette.ink, 3.2, "o", size * 1.75, **ring)
    _others(pen, scene, size)
    if not scene.marks:
        _no_scores(pen)
    _levels(pen, scene, _obstacles(pen, scene, size))


def mark_size(pen: Pen, count: int) -> float:
    """Marks shrink where there are many."""
    crowded = pen.plan.plot_width / max(count, 1) * 0.9
    return max(SMALLEST * pen.plan.scale, min(LARGEST * pen.plan.scale, crowded))


def _places(scene: Scene, marks: list[ScoreMark]) -> tuple[list[float], list[float]]:
    return [m.on - scene.origin for m in marks], [m.value for m in marks]


def _others(pen: Pen, scene: Scene, size: float) -> None:
    small = max(size * 0.7, 3.4 * pen.plan.scale)
    for kind in KIND_MARKERS:
        marks = [m for m in scene.others if m.fact.kind is kind]
        small_mark(pen, *_places(scene, marks), kind, small)


def small_mark(pen: Pen, xs: list[float], ys: list[float], kind: ScoreKind, size: float) -> None:
    """The small open marks of a kind that does not decide."""
    style = {"markerfacecolor": "none", "markeredgewidth": 0.9 * pen.plan.scale}
    pen.marks(xs, ys, pen.palette.hint, 2.5, KIND_MARKERS[kind], size, **style)


def _no_scores(pen: Pen) -> None:
    plan = pen.plan
    pen.text(plan.plot_width / 2, plan.plot_height / 2, t("No scores yet"), pen.palette.muted, ha="center")


def level_texts(scene: Scene) -> list[str]:
    """What stands at the baseline and at the response threshold, where there are any."""
    if scene.baseline is None or not scene.windows:
        return []
    texts = [t("baseline {score}", score=number(scene.baseline))]
    if scene.response is not None:
        texts.append(t("response: {score} or lower", score=number(scene.response)))
    return texts


def _levels(pen: Pen, scene: Scene, room: Room) -> None:
    texts = level_texts(scene)
    if scene.baseline is None or not texts:
        return
    plan, palette, end = pen.plan, pen.palette, float(scene.windows[-1].last + 1)
    reach = float(min(scene.baseline_x, scene.zero_x)), end
    pen.line([*reach], [scene.baseline] * 2, palette.muted, 1, linewidth=plan.scale, dashes=(1, 2.5))
    named = [(texts[0], palette.muted, reach, scene.baseline)]
    if scene.response is not None:
        reach = float(scene.zero_x), end
        style = {"linewidth": 1.2 * plan.scale, "dashes": (4, 2.5)}
        pen.line([*reach], [scene.response] * 2, palette.good, 1.1, **style)
        named.append((texts[1], palette.good, reach, scene.response))
    if not levels_at_foot(scene, plan.plot_width, plan.small):
        homeless = [(text, tone) for text, tone, at, y in named if not _label(pen, room, at, y, text, tone)]
        _beside_title(pen, homeless, plan.wide(scene.title))


def levels_at_foot(scene: Scene, plot_width: float, size: float) -> bool:
    """Whether the sheet is too narrow to name the levels on their lines or beside the title."""
    texts = level_texts(scene)
    first, last = scene.limits
    widths = [text_width(text, size) for text in texts]
    if not texts or text_width(scene.title, size) + sum(widths) + 4 * size <= plot_width:
        return False
    reach = (scene.windows[-1].last + 1 - scene.zero_x) * plot_width / (last - first)
    return reach < 2 * max(widths)


def _label(pen: Pen, room: Room, reach: tuple[float, float], score: float, text: str, colour: str) -> bool:
    """On its line, from the right to the left, above before below, or behind its end; whether there was a place."""
    plan = pen.plan
    wide, high = plan.wide(text) * 1.02, plan.small * 1.15
    left, right = plan.left_of(reach[0]), min(plan.left_of(reach[1]), plan.plot_width)
    line = score * plan.per_score
    ups = [up for up in (line + 2, line - high - 2) if 0 <= up <= plan.plot_height - high]
    lefts = [right - wide - 2 - step for step in range(0, max(0, int(right - left - wide)), 8)]
    boxes = [Box(x, up, x + wide, up + high) for x in lefts for up in ups]
    if right + wide + 4 <= plan.plot_width:
        boxes.append(Box(right + 4, line - high / 2, right + 4 + wide, line + high / 2))
    box = room.first_free(boxes)
    if box is not None:
        pen.text(box.left, box.bottom + high / 2, text, colour)
    return box is not None


def _beside_title(pen: Pen, texts: list[tuple[str, str]], taken: float) -> None:
    """Levels that find no place on a crowded plot are named at the right of the title."""
    plan = pen.plan
    right, up = plan.plot_width, plan.title_up
    free = right - (taken + EDGE * plan.scale - plan.margins.left)
    for text, colour in reversed(texts):
        free -= plan.wide(text) + 10 * plan.scale
        if free >= 0:
            pen.text(right, up, text, colour, ha="right")
            right -= plan.wide(text) + 10 * plan.scale


def _obstacles(pen: Pen, scene: Scene, size: float) -> Room:
    """Where marks, the curve, injections and the names of the windows stand."""
    plan, room, half = pen.plan, Room(), size / 2 + 1
    for x, y in zip(*_places(scene, [*scene.marks, *scene.others]), strict=True):
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
