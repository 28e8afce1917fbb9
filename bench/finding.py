"""Find people as somebody types, against SQLite looking through every name for the text."""

from __future__ import annotations

import sqlite3

from bench.clinics import PEOPLE, judged, opened
from bench.measured import Goal, Line, in_turn, milliseconds

TIMES = 15
TYPED = "corvey benno"
_SCAN = (
    "SELECT id, family_name, given_name, birth_date FROM patients "
    "WHERE family_name || ' ' || given_name LIKE '%' || ? || '%' ORDER BY last_seen DESC LIMIT 200"
)


def measure() -> list[Line]:
    """A whole name, one keystroke after the other; the mean for a keystroke, and the slowest one."""
    path = judged()
    keys = [TYPED[:length] for length in range(1, len(TYPED) + 1)]
    plain = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)
    with opened(path) as desk:

        def ours() -> float:
            return milliseconds(lambda: [desk.patients.find(text) for text in keys]) / len(keys)

        def scan() -> float:
            return milliseconds(lambda: [plain.execute(_SCAN, (text,)).fetchall() for text in keys]) / len(keys)

        def slowest() -> float:
            return max(milliseconds(lambda text=text: desk.patients.find(text)) for text in keys)

        mean, floor, worst = in_turn(TIMES, ours, scan, slowest)
    plain.close()
    name = f"find per keystroke, {PEOPLE:,} people / scan of all names"
    return [
        Line(name=name, unit="ms", ours=mean, floor=floor),
        Line(name="the slowest keystroke", unit="ms", ours=worst, goal=Goal.OURS, number=50),
    ]
