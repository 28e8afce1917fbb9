"""The legend of the scores that do not decide: each kind's shape with its name, below the lanes."""

from __future__ import annotations

from cortitrack.charts.course_curve import KIND_MARKERS, small_mark
from cortitrack.charts.course_scene import Scene
from cortitrack.charts.room import text_width
from cortitrack.charts.sheet_plan import EDGE, ROW, SMALL, Pen
from cortitrack.domain.pain import ScoreKind
from cortitrack.words.labels import heading, label

MARK, AFTER = 12.0, 14.0  # points from a mark to its name, and from a name to the next mark

Row = list[tuple[ScoreKind, float]]


def rows(scene: Scene, width: float, scale: float) -> list[Row]:
    """The kinds that are shown, each with its place, in rows that fit the width."""
    found: list[Row] = []
    left = width
    for kind in KIND_MARKERS:
        if any(m.fact.kind is kind for m in scene.others):
            wide = MARK * scale + text_width(heading(label(kind)), SMALL * scale) + AFTER * scale
            if left + wide > width:
                found.append([])
                left = 0.0
            found[-1].append((kind, left))
            left += wide
    return found


def draw(pen: Pen, legend: list[Row], below: int) -> None:
    """Draw the rows above `below` lines of notes."""
    plan = pen.plan
    for index, row in enumerate(reversed(legend)):
        up = -plan.margins.bottom + ROW * plan.scale * (0.6 + below + index)
        for kind, left in row:
            edge = left + EDGE * plan.scale - plan.margins.left
            place = [plan.day_at(edge + MARK * plan.scale * 0.3)], [plan.score_at(up)]
            small_mark(pen, *place, kind, 4.4 * plan.scale)
            pen.text(edge + MARK * plan.scale, up, heading(label(kind)), pen.palette.muted)
