"""What an analyst would write with pandas: baseline, 6-week and 12-week median, and a three-way category.

    python bench/peers/pandas_windows.py FILE

It reads the clinic's own file and gives the numbers of the verdict page's section 3 (the problem's kind of pain,
several scores of a day as one, medians of windows), but no more: no other treatment, no hours of the injection's day,
no anaesthetic, impressions, durability, flags, hints or reasons, and nothing is kept.
"""

from __future__ import annotations

import json
import sqlite3
import sys

import pandas as pd

INJECTIONS = "SELECT id AS injection_id, problem_id, given_on FROM injections WHERE withdrawn_step IS NULL"
SCORES = (
    'SELECT s.problem_id, s."on", s.tenths FROM pain_scores s JOIN problems p ON p.id = s.problem_id '
    "WHERE s.kind = p.primary_kind AND s.withdrawn_step IS NULL"
)


def windows(path: str) -> pd.DataFrame:
    """One row for each injection: baseline, the two medians, the category."""
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as connection:
        given = pd.read_sql(INJECTIONS, connection)
        scores = pd.read_sql(SCORES, connection)
    daily = scores.groupby(["problem_id", "on"], as_index=False)["tenths"].median()
    both = given.merge(daily, on="problem_id")
    both["day"] = both["on"] - both["given_on"]
    before = both[both["day"].between(-28, 0)].sort_values("day")
    found = given.set_index("injection_id")
    found["baseline"] = before.groupby("injection_id")["tenths"].last()
    found["six_weeks"] = both[both["day"].between(28, 69)].groupby("injection_id")["tenths"].median()
    found["twelve_weeks"] = both[both["day"].between(70, 125)].groupby("injection_id")["tenths"].median()
    fall = found["baseline"] - found["six_weeks"]
    found["category"] = "no response"
    found.loc[(fall >= 10) & (fall >= 0.15 * found["baseline"]), "category"] = "partial"
    found.loc[(fall >= 20) & (fall >= 0.30 * found["baseline"]), "category"] = "responded"
    found.loc[fall.isna(), "category"] = "cannot judge"
    return found


def main() -> None:
    """Count the categories of one file."""
    print(json.dumps(windows(sys.argv[1])["category"].value_counts().to_dict()))


if __name__ == "__main__":
    main()
