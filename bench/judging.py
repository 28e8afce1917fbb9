"""Judge a whole clinic from nothing and keep the verdicts, against a pandas script that computes three numbers of it.

Both are whole processes, from the start of Python to its end, by the clock: ours shares the work among all cores, so
other work going on costs us more than the peer, which uses one.
"""

from __future__ import annotations

import sqlite3
import tempfile
from pathlib import Path

from bench.clinics import PEOPLE, copy_of, unjudged
from bench.measured import Goal, Line, in_turn, milliseconds, run

TIMES = 5
_PEER = Path(__file__).parent / "peers" / "pandas_windows.py"
# Said to Python rather than run as a module: each helping process would import that module with all that it imports,
# which the program's own first module is too light to show.
_OURS = """
import sys
from pathlib import Path
from bench.clinics import opened
with opened(Path(sys.argv[1])) as desk:
    desk.judging.judge_everything()
"""
# What SQLite alone needs for baseline, the two windows and their counts, without anything being handed to Python.
_SQL = """
SELECT count(*), sum(baseline - six_weeks >= 20 AND (baseline - six_weeks) * 10 >= 3 * baseline) FROM (
    SELECT i.id,
        max(CASE WHEN s."on" <= i.given_on THEN s."on" * 1000 + s.tenths END) % 1000 AS baseline,
        avg(CASE WHEN s."on" BETWEEN i.given_on + 28 AND i.given_on + 69 THEN s.tenths END) AS six_weeks,
        avg(CASE WHEN s."on" BETWEEN i.given_on + 70 AND i.given_on + 125 THEN s.tenths END) AS twelve_weeks
    FROM injections i
    JOIN problems p ON p.id = i.problem_id
    JOIN pain_scores s ON s.problem_id = i.problem_id AND s."on" BETWEEN i.given_on - 28 AND i.given_on + 125
    WHERE s.kind = p.primary_kind AND s.withdrawn_step IS NULL AND i.withdrawn_step IS NULL
    GROUP BY i.id
)
"""


def measure() -> list[Line]:
    """The whole clinic by us, by pandas, by SQL alone."""
    clinic = unjudged()

    def ours() -> float:
        with tempfile.TemporaryDirectory() as folder:
            return run(["-c", _OURS, copy_of(clinic, Path(folder))]).seconds

    def pandas() -> float:
        return run([_PEER, clinic]).seconds

    def sql() -> float:
        connection = sqlite3.connect(f"{clinic.as_uri()}?mode=ro", uri=True)
        try:
            return milliseconds(lambda: connection.execute(_SQL).fetchall()) / 1000
        finally:
            connection.close()

    took, peer, alone = in_turn(TIMES, ours, pandas, sql)
    name = f"judge {PEOPLE:,} people / pandas script"
    return [
        Line(name=name, unit="s", ours=took, floor=peer, goal=Goal.RATIO, number=1),
        Line(name="the three numbers by SQL alone / pandas script", unit="s", ours=alone, floor=peer),
    ]
