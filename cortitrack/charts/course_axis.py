"""The frame of the response chart: grid, windows, scores at the side, days and dates below, notes at the foot."""

from __future__ import annotations

from datetime import date
from math import nan

from cortitrack.charts import course_curve
from cortitrack.charts.course_marks import LATE_AFTER_DAYS
from cortitrack.charts.course_scene import Scene
from cortitrack.charts.room import Box, Room, text_width
from cortitrack.charts.sheet_plan import EDGE, ROW, SMALL, Pen, Plan
from cortitrack.words.figures import day_number, day_short, number, span
from cortitrack.words.labels import heading, label
from cortitrack.words.tongue import t

STEPS = (1, 2, 7, 14, 28, 56, 84, 168, 364, 728, 1456, 3640)
GRID = (0, 2, 4, 6, 8, 10)
AIRY = 1.5  # dates stand wide apart: they are for orientation, the days are for reading
BETWEEN = 8  # points between two labels of an axis


def draw(pen: Pen, scene: Scene) -> None:
    """Grid, windows, scores at the side, days and dates."""
    plan, palette = pen.plan, pen.palette
    named = _windows_named(scene, plan.plot_width, plan.small)
    for window, tint in zip(scene.windows, (palette.window_early, palette.window_late), strict=False):
        _window(pen, window.first, window.last + 1, span(window.due) if named else "", tint)
    draw_grid(pen)
    pen.text(EDGE * plan.scale - plan.margins.left, plan.title_up, scene.title, palette.muted)
    _days(pen, scene)


def _window(pen: Pen, first: float, last: float, name: str, tint: str) -> None:
    plan = pen.plan
    hair = 0.75 / plan.per_day
    pen.shade(first + hair, last - hair, tint)
    if name:
        left, up = plan.left_of(first) + 4 * plan.scale, plan.plot_height - 7 * plan.scale
        pen.text(left, up, name, pen.palette.muted)


def draw_grid(pen: Pen) -> None:
    """Lines at the even scores, with their figures at the side."""
    plan, palette = pen.plan, pen.palette
    xs: list[float] = []
    ys: list[float] = []
    for score in GRID:
        xs += [plan.first, plan.last, nan]
        ys += [score, score, nan]
        up = score * plan.per_score
        pen.text(-7 * plan.scale, up, number(score), palette.muted, ha="right", va="center_baseline")
    pen.line(xs, ys, palette.line, 0.5, linewidth=0.8)


def step_for(plan: Plan, widest: float) -> int:
    """The least step of days at which labels of this width stay apart."""
    return next((s for s in STEPS if s * plan.per_day >= widest + BETWEEN * plan.scale), STEPS[-1])


def _days(pen: Pen, scene: Scene) -> None:
    plan = pen.plan
    up = -ROW * plan.scale * 0.75
    if scene.zero is not None:
        step = step_for(plan, plan.wide("−000"))
        taken = Room()
        ticks = _ticks(plan, scene.zero_x, step)
        for x in sorted(ticks, key=lambda x: x != scene.zero_x):
            text = day_number(0) if x == scene.zero_x else number(x - scene.zero_x)
            _tick(pen, taken, x, up, text, pen.palette.muted)
        up -= ROW * plan.scale * 0.95
    else:
        step = 1
    _dates(pen, scene, step, up)


def _tick(pen: Pen, taken: Room, x: float, up: float, text: str, colour: str) -> None:
    plan = pen.plan
    left, half = plan.left_of(x), plan.wide(text) / 2 + 3 * plan.scale
    if taken.first_free([Box(left - half, up, left + half, up + 1)]):
        pen.text(left, up, text, colour, ha="center")


def _ticks(plan: Plan, zero: int, step: int) -> list[int]:
    before = int((zero - plan.first) // step)
    after = int((plan.last - zero) // step)
    return [zero + n * step for n in range(-before, after + 1)]


def _dates(pen: Pen, scene: Scene, step: int, up: float) -> None:
    """Dates under every so many days, starting from the chosen injection; the edges of the sheet are kept."""
    plan = pen.plan
    wide = plan.wide("00 Mmm 0000")
    every = max(step, step_for(plan, wide * AIRY))
    every += -every % step
    for x in _ticks(plan, scene.zero_x, every):
        left = plan.left_of(x)
        inside = left - wide / 2 >= -plan.margins.left and left + wide / 2 <= plan.plot_width + plan.margins.right
        if inside:
            text = day_short(date.fromordinal(scene.origin + x))
            pen.text(left, up, text, pen.palette.muted, ha="center")


def foot_notes(scene: Scene, plot_width: float, width: float, size: float) -> list[str]:
    """What the reader needs to know about the marks, in lines that fit the width."""
    notes = course_curve.level_texts(scene) if course_curve.levels_at_foot(scene, plot_width, size) else []
    if not _windows_named(scene, plot_width, size):
        notes.append(t("shaded: {windows}", windows=", ".join(span(w.due) for w in scene.windows)))
    if any(m.hollow for m in (*scene.marks, *scene.others)):
        notes.append(t("hollow: recorded more than {n} days later, or recalled", n=LATE_AFTER_DAYS))
    if any(m.beside for m in scene.marks):
        notes.append(t("ringed: the same answer more than once that day"))
    if len({m.on for m in scene.marks}) < len({(m.on, m.value) for m in scene.marks}):
        notes.append(t("several scores of a day: the line runs through their median"))
    if scene.broken:
        notes.append(t("the line breaks over gaps of more than {n} days", n=scene.gap_days))
    if scene.hidden_kinds:
        kinds = ", ".join(label(kind) for kind in scene.hidden_kinds)
        notes.append(t("{kinds}: off", kinds=kinds))
    return _wrapped(notes, width, size)


def _windows_named(scene: Scene, plot_width: float, size: float) -> bool:
    """Whether the names of the windows fit into them."""
    first, last = scene.limits
    per_day = plot_width / (last - first)
    return all(
        (w.last + 1 - w.first) * per_day >= text_width(span(w.due), size) + 6 * size / SMALL for w in scene.windows
    )


def _wrapped(notes: list[str], width: float, size: float) -> list[str]:
    lines: list[str] = []
    for note in notes:
        joined = f"{lines[-1]} · {note}" if lines else heading(note)
        if lines and text_width(joined, size) <= width:
            lines[-1] = joined
        else:
            lines.append(heading(note))
    return lines


def draw_foot(pen: Pen, lines: list[str]) -> None:
    """The notes under everything else."""
    plan = pen.plan
    up = -plan.margins.bottom + ROW * plan.scale * (0.6 + len(lines) - 1)
    for line in lines:
        pen.text(EDGE * plan.scale - plan.margins.left, up, line, pen.palette.muted)
        up -= ROW * plan.scale
