"""Charts in three lines: a name, what happened, what the verdict says on a day; and how a verdict is told in one line.

gone, and worse than ever
    -1 average 7; 0 injection ultrasound; 14 average 3; 42 average 9
    day 44: failed_short_lived level worse provisional +rebound_worse +worse_score ?mechanical_driver
        ?red_flag_review
"""

from typing import NamedTuple

from cortitrack.domain.timeline import Timeline
from cortitrack.rules.verdict import AnaestheticPhase, Verdict
from tests.builders import DAY_0, timeline


class Chart(NamedTuple):
    """What happened, the day of asking, and what the verdict says."""

    name: str
    course: str
    as_of: int
    says: str


def charts_of(text: str) -> list[Chart]:
    """The charts of a text; a line set in further belongs to the one above it."""
    charts: list[Chart] = []
    name = course = ""
    for line in _unbroken(text.strip("\n").splitlines()):
        if not line.startswith(" "):
            name, course = line, ""
        elif line.strip().startswith("day "):
            day, _, says = line.strip().removeprefix("day ").partition(": ")
            charts.append(Chart(name, course, int(day), says))
        else:
            course = line.strip()
    return charts


def _unbroken(lines: list[str]) -> list[str]:
    whole: list[str] = []
    for line in lines:
        if line.startswith(" " * 8):
            whole[-1] += f" {line.strip()}"
        elif line.strip():
            whole.append(line)
    return whole


def course_of(line: str) -> Timeline:
    """The record of a one-line course."""
    rows = [row.strip().partition(" ") for row in line.split(";")]
    return timeline("\n".join(f"{day} | {entries}" for day, _, entries in rows))


def place_of_day_0(course: Timeline) -> int:
    """Which of the record's injections is the first one of day 0."""
    return [injection.given_on for injection in course.injections].index(DAY_0)


def told(verdict: Verdict) -> str:
    """Verdict, reason in brackets, level, durability, provisional or final, anaesthetic phase, +flags, ?hints."""
    words = [verdict.kind.value]
    words += [f"({verdict.reason})"] if verdict.reason else []
    words += [f"level {verdict.level}"] if verdict.level else []
    words += [verdict.durability.value] if verdict.durability else []
    if verdict.kind.judged:
        words.append("provisional" if verdict.provisional else "final")
    if verdict.anaesthetic_phase is not AnaestheticPhase.NOT_ASSESSED:
        words.append(f"numb {verdict.anaesthetic_phase}")
    words += [f"+{flag}" for flag in verdict.flags]
    words += [f"?{hint}" for hint in verdict.hints]
    return " ".join(words)
