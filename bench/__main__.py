"""Measures what is measured and prints one table: `python -m bench [NAME …]`. A missed goal is no error."""

from __future__ import annotations

import sys
from importlib import import_module

from bench.measured import Goal, Line, hand_over, received, run

NAMES = ("judging", "one_score", "memory", "finding", "archive", "start_up", "charts", "letter")
_HEADS = ("what", "ours", "floor", "ratio", "goal", "")


def main(arguments: list[str]) -> int:
    """Run each bench in a process of its own, so that none inherits what another has loaded."""
    if arguments[:1] == ["--inside"]:
        hand_over(import_module(f"bench.{arguments[1]}").measure())
        return 0
    if unknown := set(arguments) - set(NAMES):
        print(f"There is no {', '.join(sorted(unknown))}; there are: {', '.join(NAMES)}", file=sys.stderr)
        return 2
    lines = []
    for name in arguments or NAMES:
        print(f"{name} …", file=sys.stderr, flush=True)
        lines += received(run(["-m", "bench", "--inside", name]).said)
    print(table(lines))
    return 0


def table(lines: list[Line]) -> str:
    """The lines as columns of text."""
    cells = [_HEADS, *(_cells(line) for line in lines)]
    widths = [max(len(row[column]) for row in cells) for column in range(len(_HEADS))]
    return "\n".join("  ".join(map(str.ljust, row, widths)).rstrip() for row in cells)


def _cells(line: Line) -> tuple[str, ...]:
    number = f"{line.number:g}"
    goal = {
        Goal.RATIO: f"≤ {number} ×",
        Goal.MORE: f"≤ floor + {number} {line.unit}",
        Goal.OURS: f"≤ {number} {line.unit}",
        Goal.NONE: "",
    }[line.goal]
    floor = "" if line.floor is None else f"{_figure(line.floor)} {line.unit}"
    ratio = "" if line.ratio is None else f"{line.ratio:.2f}"
    reached = {True: "reached", False: "MISSED", None: ""}[line.reached]
    return line.name, f"{_figure(line.ours)} {line.unit}", floor, ratio, goal, reached


def _figure(value: float) -> str:
    return f"{value:.0f}" if abs(value) >= 100 else f"{value:.1f}" if abs(value) >= 10 else f"{value:.2f}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
