"""The response chart as a file of its own: SVG, PNG or PDF, the same bytes for the same facts."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import matplotlib
from matplotlib.figure import Figure

from cortitrack.charts.pain_course import draw_pain_course, wanted_height
from cortitrack.charts.palette import PAPER
from cortitrack.documents.whole_file import write_whole
from cortitrack.domain.timeline import Timeline
from cortitrack.rules.ruleset import RuleSet
from cortitrack.rules.verdict import Verdict

FORMS = (".svg", ".png", ".pdf")
WIDTH = 11.0  # inches
DOTS_PER_INCH = 150
_POINTS_PER_INCH = 72
# What would differ from one run to the next is left out.
_METADATA: dict[str, dict[str, None]] = {
    ".svg": {"Date": None, "Creator": None},
    ".png": {"Software": None},
    ".pdf": {"CreationDate": None, "Creator": None, "Producer": None},
}


def write_chart(path: Path, timeline: Timeline, verdicts: Sequence[Verdict], rules: RuleSet, today: date) -> str:
    """Draw the course of a problem into a file whose ending says its form; return the sentence that it shows.

    Raises:
        PaperTrouble: the disk refused it; what was there before still is.
    """
    form = path.suffix.lower()
    figure = Figure(figsize=(WIDTH, wanted_height(timeline, today) / _POINTS_PER_INCH))
    readout = draw_pain_course(figure, timeline, verdicts, rules, PAPER, today)
    content = io.BytesIO()
    with matplotlib.rc_context({"svg.hashsalt": "cortitrack", "pdf.fonttype": 42}):
        figure.savefig(content, format=form[1:], dpi=DOTS_PER_INCH, metadata=_METADATA[form])
    write_whole(path, content.getvalue())
    return readout.sentence
