"""The response chart as the bytes of a picture file, equal for equal facts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from io import BytesIO
from typing import Any

from matplotlib import rc_context
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from cortitrack.charts.pain_course import draw_pain_course, wanted_height
from cortitrack.charts.palette import PAPER, Palette
from cortitrack.charts.room import text_width
from cortitrack.charts.sheet_plan import EDGE, POINTS_PER_INCH
from cortitrack.domain.timeline import Timeline
from cortitrack.rules.ruleset import RuleSet
from cortitrack.rules.verdict import Verdict
from cortitrack.words.labels import problem_name

WIDTH = 7.5  # inches
DOTS = 150  # to the inch
HEAD = 34.0  # points above the chart for the sentence
FORMATS = ("svg", "png", "pdf")
# Nothing in a file tells when it was written; ids inside an SVG come from a fixed seed.
METADATA: dict[str, dict[str, Any]] = {
    "svg": {"Date": None, "Creator": "CortiTrack"},
    "png": {"Software": "CortiTrack"},
    "pdf": {"CreationDate": None, "ModDate": None, "Creator": "CortiTrack", "Producer": "CortiTrack"},
}


def course_picture(
    timeline: Timeline,
    verdicts: Sequence[Verdict],
    rules: RuleSet,
    today: date,
    kind: str,
    *,
    palette: Palette = PAPER,
    other_kinds: bool = False,
) -> bytes:
    """The chart with its sentence and the problem's name over it, as "svg", "png" or "pdf"."""
    height = wanted_height(timeline, today) + HEAD
    figure = Figure(figsize=(WIDTH, height / POINTS_PER_INCH), dpi=DOTS)
    FigureCanvasAgg(figure)
    readout = draw_pain_course(figure, timeline, verdicts, rules, palette, today, other_kinds=other_kinds, head=HEAD)
    _head(figure, readout.sentence, problem_name(timeline.problem), palette, height)
    out = BytesIO()
    with rc_context({"svg.hashsalt": "cortitrack"}):
        figure.savefig(out, format=kind, metadata=METADATA[kind], facecolor=palette.surface)
    return out.getvalue()


def _head(figure: Figure, sentence: str, name: str, palette: Palette, height: float) -> None:
    """The sentence as large as the width allows, with the problem under it."""
    width = WIDTH * POINTS_PER_INCH
    fits = (width - 2 * EDGE) / text_width(sentence, 1.1)
    left = EDGE / width
    style: dict[str, Any] = {"va": "center", "parse_math": False}
    figure.text(left, 1 - 13 / height, sentence, color=palette.ink, fontsize=min(12, fits), fontweight="bold", **style)
    figure.text(left, 1 - 27 / height, name, color=palette.muted, fontsize=9, **style)
