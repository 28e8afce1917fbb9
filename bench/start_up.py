"""Start the program with a large clinic, against a bare Qt window; and how soon the first chart can be seen.

Whole processes on Qt's offscreen platform. The program runs as from its command line, except that its clock stands on
the made-up clinic's day; four moments are noted: the window painted, today's list painted, the chart libraries there
(they load in a thread meanwhile), and the chart of a patient painted who is opened as soon as they are.
"""

from __future__ import annotations

import json
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from bench.clinics import PEOPLE, copy_of, judged
from bench.measured import Goal, Line, in_turn, run
from bench.synthetic import NOW

TIMES = 7
_BARE = Path(__file__).parent / "peers" / "bare_window.py"


def measure() -> list[Line]:
    """Both windows in turn, each in a process of its own."""
    moments: list[dict[str, float]] = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        clinic = copy_of(judged(), folder)

        def ours() -> float:
            said = run(["-m", "bench.noted_start", clinic, folder, NOW.isoformat(), str(time.monotonic())]).said
            moments.append(json.loads(said.strip().splitlines()[-1]))
            return moments[-1]["window"]

        def bare() -> float:
            return float(run([_BARE, str(time.monotonic())]).said)

        window, floor = in_turn(TIMES, ours, bare)
        taken = iter(moments * 4)

        def of(which: str) -> Callable[[], float]:
            return lambda: next(taken)[which]

        (listed,) = in_turn(len(moments), of("list"))
        (ready,) = in_turn(len(moments), of("libraries"))
        (chart,) = in_turn(len(moments), of("chart"))
        (stall,) = in_turn(len(moments), of("stall"))
    return [
        Line(name=f"start to painted window, {PEOPLE:,} people / bare window with a table", unit="ms", ours=window,
             floor=floor, goal=Goal.RATIO, number=2),
        Line(name="start to today's list painted / the same", unit="ms", ours=listed, floor=floor),
        Line(name="start to chart libraries there / the same", unit="ms", ours=ready, floor=floor),
        Line(name="first chart, from opening a patient to painted", unit="ms", ours=chart, goal=Goal.OURS, number=300),
        Line(name="longest stall of the window while libraries load", unit="ms", ours=stall),
    ]  # fmt: skip
