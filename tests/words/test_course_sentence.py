"""The sentence under the chart, for every kind of record."""

from __future__ import annotations

import pytest

from cortitrack.words.phrases import course_sentence
from tests.charts.states import SKETCH, injection, made, on, scores, verdicts

SAID = [
    ("nothing", [], [], 0, "Nothing is recorded yet."),
    ("only an injection", [0], [], 5, "No score before or after the injection is recorded."),
    ("one score", [], [(0, 6)], 5, "Pain was 6 on 12 January 2026."),
    ("only a baseline", [0], [(-2, 7.5)], 5, "Pain was 7.5 before the injection; no score since."),
    (
        "no baseline", [0], [(20, 5)], 25,
        "Pain was 5 on day 20; no score before the injection to compare with.",
    ),
    ("relapse", [0], SKETCH, 128, "Pain fell from 8 to 3 by day 14 and was back at 7 by day 45."),
    ("improvement", [0], [(0, 8), (20, 5), (42, 2)], 50, "Pain fell from 8 to 2 by day 42."),
    ("lasting", [0], [(0, 8), (20, 3), (84, 3)], 90, "Pain fell from 8 to 3 by day 20 and was still 3 on day 84."),
    ("a little back", [0], [(0, 8), (20, 3), (84, 4)], 90, "Pain fell from 8 to 3 by day 20 and was 4 on day 84."),
    ("worse", [0], [(0, 5), (30, 8), (50, 7)], 60, "Pain rose from 5 to 8 by day 30 and was 7 on day 50."),
    ("unchanged", [0], [(0, 6), (30, 6), (50, 6)], 60, "Pain stayed at 6 up to day 50."),
    ("only the flare", [0], [(0, 6), (2, 9)], 4, "Pain rose from 6 to 9 by day 2."),
    (
        "several injections", [0, 100], [(0, 8), (30, 3), (95, 7), (130, 4)], 140,
        "After the injection of 22 April 2026: pain fell from 7 to 4 by day 30.",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("given", "scored", "today", "said"), [row[1:] for row in SAID], ids=[r[0] for r in SAID])
def test_it_says_what_pain_did(given, scored, today, said) -> None:
    line = made(injections=tuple(injection(day) for day in given), scores=scores(scored))
    assert course_sentence(line, verdicts(line, on(today)), on(today)) == said


def test_it_speaks_of_the_chosen_injection_up_to_the_next() -> None:
    line = made(injections=(injection(0), injection(100)), scores=scores([(0, 8), (30, 3), (95, 7), (130, 4)]))
    chosen = line.injections[0].id
    assert course_sentence(line, verdicts(line, on(140)), on(140), chosen) == (
        "After the injection of 12 January 2026: pain fell from 8 to 3 by day 30 and was back at 7 by day 95."
    )


def test_later_entries_are_not_seen() -> None:
    line = made(injections=(injection(0),), scores=scores(SKETCH))
    assert course_sentence(line, verdicts(line, on(20)), on(20)) == "Pain fell from 8 to 3 by day 14."
