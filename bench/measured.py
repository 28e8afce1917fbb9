"""What a bench says, and how things are timed against each other: in turn, A B A B, medians of both."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


class Goal(StrEnum):
    """What is held against the goal's number."""

    RATIO = "ratio at most"
    MORE = "more than the floor at most"
    OURS = "at most"
    NONE = "for information"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One row of the table."""

    name: str
    unit: str
    ours: float
    floor: float | None = None
    goal: Goal = Goal.NONE
    number: float = 0

    @property
    def ratio(self) -> float | None:
        """How often the floor goes into ours."""
        return self.ours / self.floor if self.floor else None

    @property
    def reached(self) -> bool | None:
        """Whether the goal is; None where there is none."""
        if self.goal is Goal.NONE:
            return None
        found = {Goal.RATIO: self.ratio, Goal.MORE: self.ours - (self.floor or 0), Goal.OURS: self.ours}[self.goal]
        return found is not None and found <= self.number


def milliseconds(work: Callable[[], object]) -> float:
    """How long it took."""
    started = time.perf_counter()
    work()
    return (time.perf_counter() - started) * 1000


def in_turn(times: int, *timed: Callable[[], float]) -> tuple[float, ...]:
    """The medians of several timings, one of each at a time, so that what slows the machine slows all alike."""
    found: list[list[float]] = [[] for _ in timed]
    for _ in range(times):
        for kept, one in zip(found, timed, strict=True):
            kept.append(one())
    return tuple(statistics.median(kept) for kept in found)


@dataclass(frozen=True, slots=True)
class Ran:
    """A whole process: seconds by the clock and by the processor, the most memory it held in MB, what it printed."""

    seconds: float
    busy: float
    peak_mb: float
    said: str


def run(arguments: Sequence[str | Path], **environment: str) -> Ran:
    """Run Python with these arguments from start to end, and see what it took."""
    started = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, *map(str, arguments)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen", **environment},
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        said = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{arguments} failed with exit code {process.returncode}")
    peak = usage.ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024)
    return Ran(time.perf_counter() - started, usage.ru_utime + usage.ru_stime, peak, said)


def hand_over(lines: Sequence[Line]) -> None:
    """Print lines so that `received` finds them behind whatever else was printed."""
    print("\n" + json.dumps([asdict(line) for line in lines]))


def received(said: str) -> list[Line]:
    """The lines that another process handed over."""
    return [Line(**{**line, "goal": Goal(line["goal"])}) for line in json.loads(said.strip().splitlines()[-1])]
