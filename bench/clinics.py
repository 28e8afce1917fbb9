"""The clinics that are measured: 20,000 people, made once and kept in the system's folder for temporary files."""

from __future__ import annotations

import hashlib
import os
import random
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from bench.measured import ROOT
from bench.synthetic import NOW, make
from cortitrack import paths
from cortitrack.services.bench import Bench
from cortitrack.services.clinics import open_clinic
from cortitrack.services.desk import Desk

PEOPLE = int(os.environ.get("CORTITRACK_BENCH_PEOPLE", "20000"))
_RECORDS = ("bench/synthetic.py", "cortitrack/db/migrations", "cortitrack/db/folding.py", "cortitrack/db/patients.py")
_VERDICTS = ("cortitrack/rules", "cortitrack/db", "cortitrack/services/judging.py")


def bench_of(seed: int = 1) -> Bench:
    """The day of the made-up clinic, and randomness that repeats itself."""
    bits = random.Random(seed).getrandbits
    return Bench(now=lambda: NOW, random_bits=bits, user="bench", fonts=paths.resources() / "fonts")


def unjudged(people: int = PEOPLE) -> Path:
    """A clinic without any verdict; not to be written to."""
    path = _place("records", people, _RECORDS)
    if not path.exists():
        draft = path.with_suffix(f".{os.getpid()}")
        make(draft, people)
        draft.replace(path)
    return path


def judged(people: int = PEOPLE) -> Path:
    """The same with its verdicts; not to be written to."""
    path = _place("verdicts", people, _RECORDS + _VERDICTS)
    if not path.exists():
        draft = path.with_suffix(f".{os.getpid()}")
        shutil.copyfile(unjudged(people), draft)
        with opened(draft) as desk:
            desk.judging.judge_everything()
        draft.replace(path)
    return path


def copy_of(path: Path, folder: Path) -> Path:
    """A copy to be written to."""
    target = folder / f"copy-{path.name}"
    shutil.copyfile(path, target)
    return target


@contextmanager
def opened(path: Path) -> Iterator[Desk]:
    """A clinic opened on its own day, and closed again."""
    desk = open_clinic(path, bench_of())
    try:
        yield desk
    finally:
        desk.close()


def _place(name: str, people: int, sources: tuple[str, ...]) -> Path:
    """Where such a clinic is kept; made anew when what makes it has changed, the former one is let go."""
    folder = Path(tempfile.gettempdir()) / "cortitrack-bench"
    folder.mkdir(exist_ok=True)
    key = hashlib.sha256()
    for source in sources:
        place = ROOT / source
        for file in sorted(place.rglob("*.*")) if place.is_dir() else [place]:
            if file.suffix in {".py", ".sql"}:
                key.update(file.read_bytes())
    path = folder / f"{name}-{people}-{key.hexdigest()[:12]}.cortitrack"
    for old in folder.glob(f"{name}-{people}-*"):
        if old.name.split(".")[0] != path.stem:
            with suppress(OSError):
                old.unlink()
    return path
