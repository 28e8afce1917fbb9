"""Injections on the response chart: vertical marks with labels that never run into one another."""

from __future__ import annotations

from collections.abc import Callable
from math import nan
from typing import NamedTuple

from cortitrack.charts.course_scene import Scene
from cortitrack.charts.room import Box, Room, text_width
from cortitrack.charts.sheet_plan import ROW, SCORES, SMALL, Pen
from cortitrack.domain.injection import Injection
from cortitrack.words.figures import dose
from cortitrack.words.labels import drug_short
from cortitrack.words.phrases import injection_words

ROWS = 2
BOLD = 1.1  # bold letters run wider
AWAY = 5.0  # points between a line and its label


class Head(NamedTuple):
    """One injection's label: where its line stands, the text, the row (0 is the lowest), and on which side."""

    left: float
    text: str
    row: int
    on_right: bool
    chosen: bool


def placed(scene: Scene, plot_width: float, scale: float) -> tuple[list[Head], int]:
    """A label for every injection that has room for one, the chosen one first; and how many rows they fill."""
    if not scene.injections:
        return [], 0
    tries = (_placed(scene, plot_width, scale, naming) for naming in (_named, _amount))
    heads = next((heads for heads in tries if len(heads) == len(scene.injections)), None)
    if heads is None:
        heads = _placed(scene, plot_width, scale, _amount)
    return heads, 1 + max((head.row for head in heads), default=0)


def _placed(scene: Scene, plot_width: float, scale: float, naming: Callable[[Injection], str]) -> list[Head]:
    first, last = scene.limits
    per_day = plot_width / (last - first)
    lefts = {i.id: (i.given_on.toordinal() - scene.origin - first) * per_day for i in scene.injections}
    room = Room()
    for left in lefts.values():
        room.take(Box(left - 3, 0, left + 3, 0.9))  # a mark is never written over
    heads = []
    for injection in sorted(scene.injections, key=lambda i: (i is not scene.chosen, i.given_on, i.id)):
        chosen = injection is scene.chosen
        for text in _texts(injection) if chosen else (naming(injection),):
            wide = text_width(text, SMALL * scale) * (BOLD if chosen else 1) + AWAY * scale
            head = _head(lefts[injection.id], text, wide, chosen, room, plot_width)
            if head:
                heads.append(head)
                break
    return heads


def _head(left: float, text: str, wide: float, chosen: bool, room: Room, plot_width: float) -> Head | None:
    for row in range(ROWS):
        for on_right in (True, False):
            start = left + 3.01 if on_right else left - wide - 3.01
            box = Box(start, row, start + wide, row + 0.9)
            if start >= -12 and box.right <= plot_width + 6 and room.is_free(box):
                room.take(box)
                return Head(left, text, row, on_right, chosen)
    return None


def _texts(injection: Injection) -> tuple[str, ...]:
    return injection_words(injection), _named(injection), _amount(injection)


def _amount(injection: Injection) -> str:
    return dose(injection.dose_mg, "mg") or drug_short(injection.drug)


def _named(injection: Injection) -> str:
    return " ".join(part for part in (dose(injection.dose_mg, "mg"), drug_short(injection.drug)) if part)


def draw(pen: Pen, scene: Scene, heads: list[Head]) -> None:
    """The chosen one as a solid line, the others dashed, each with a head above the plot."""
    plan, palette = pen.plan, pen.palette
    over = {head.left: head.row for head in heads}
    chosen, rest = _lines(pen, scene, over, True), _lines(pen, scene, over, False)
    if rest[0]:
        pen.line(*rest, palette.accent, 1.5, linewidth=1.0 * plan.scale, dashes=(4, 3))
    if chosen[0]:
        pen.line(*chosen, palette.accent, 1.6, linewidth=1.6 * plan.scale)
    for head in heads:
        up = plan.plot_height + ROW * plan.scale * (head.row + 0.62)
        shift = AWAY * plan.scale
        pen.text(
            head.left + (shift if head.on_right else -shift),
            up,
            head.text,
            palette.accent,
            ha="left" if head.on_right else "right",
            fontweight="bold" if head.chosen else "normal",
        )


def _lines(pen: Pen, scene: Scene, over: dict[float, int], chosen: bool) -> tuple[list[float], list[float]]:
    plan = pen.plan
    xs: list[float] = []
    ys: list[float] = []
    for injection in scene.injections:
        if (injection is scene.chosen) is chosen:
            x = injection.given_on.toordinal() - scene.origin
            row = over.get(plan.left_of(x), 0)
            top = SCORES + plan.score_at(ROW * plan.scale * (row + 0.95))
            xs += [x, x, nan]
            ys += [0, top, nan]
    return xs, ys
