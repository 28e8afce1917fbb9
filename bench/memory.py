"""The most memory that `verdicts --json` holds, for a clinic whose verdicts it has to judge and name in full."""

from __future__ import annotations

import tempfile
from pathlib import Path

from bench.clinics import PEOPLE, copy_of, judged
from bench.measured import Goal, Line, run
from bench.synthetic import TODAY


def measure() -> list[Line]:
    """The whole program as a person would call it."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        clinic = copy_of(judged(), folder)
        asked = ["verdicts", "--json", "--as-of", TODAY.isoformat()]
        shown = run(["-m", "cortitrack", "--clinic", clinic, "--data-dir", folder, "--read-only", *asked])
    what = f"peak memory of verdicts --json, {PEOPLE:,} people"
    return [
        Line(name=what, unit="MB", ours=shown.peak_mb, goal=Goal.OURS, number=400),
        Line(name="its seconds by the processor", unit="s", ours=shown.busy),
    ]
