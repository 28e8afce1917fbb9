"""Judging a large clinic with all the cores of the machine: each process reads and judges some of the people."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from multiprocessing import get_context
from pathlib import Path

from cortitrack.db.database import Database
from cortitrack.rules.ruleset import RuleSet
from cortitrack.services.kept_verdicts import kept_of

WORTH_SHARING = 4_000  # people; for fewer, starting the processes takes longer than it saves
AT_ONCE = 500
MOST = 8
Row = tuple[object, ...]
"""A `Kept` as a bare tuple: a named one takes several times as long from process to process."""


class NoWorkers(Exception):
    """The machine gives no processes, or took one away; one process does it alone then."""


def judged_by_all(path: Path, people: list[int], today: int, rules: RuleSet) -> Iterator[tuple[list[int], list[Row]]]:
    """Some people at a time with their verdicts, in the order given, as they were last written to the file.

    Raises:
        NoWorkers: there is one core, or no processes are to be had.
    """
    workers = min(os.cpu_count() or 1, MOST)
    if workers < 2 or getattr(sys, "frozen", False):
        raise NoWorkers
    portions = [people[start : start + AT_ONCE] for start in range(0, len(people), AT_ONCE)]
    try:
        with ProcessPoolExecutor(workers, get_context("spawn")) as pool:
            try:
                yield from zip(portions, pool.map(partial(_judged, path, today, rules), portions), strict=True)
            finally:
                pool.shutdown(cancel_futures=True)
    except (BrokenProcessPool, OSError, RuntimeError) as error:
        raise NoWorkers from error


def _judged(path: Path, today: int, rules: RuleSet, people: list[int]) -> list[Row]:
    database = Database(path, read_only=True)
    try:
        with database.reading() as c:
            return [tuple(kept) for kept in kept_of(c, people, None, today, rules)]
    finally:
        database.close()
