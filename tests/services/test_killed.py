"""A process that is killed while it writes leaves a whole file with every step that was told as done."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from cortitrack.services.clinics import check
from tests.clinics import new_clinic, reopened

ROOT = Path(__file__).resolve().parents[2]
WRITER = """
import sys
from pathlib import Path
from tests.clinics import person_with_a_failed_injection, reopened

desk = reopened(Path(sys.argv[1]))
while True:
    person_with_a_failed_injection(desk)
    print(desk.patients.count(), flush=True)
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")
@pytest.mark.parametrize("after", [5, 6, 11])
def test_a_killed_writer_loses_nothing_that_was_done(tmp_path: Path, after: int) -> None:
    path = tmp_path / "hill.cortitrack"
    new_clinic(path).close()
    writer = subprocess.Popen([sys.executable, "-c", WRITER, str(path)], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert writer.stdout is not None
    told = [writer.stdout.readline() for _ in range(after)]
    writer.send_signal(signal.SIGKILL)
    told += writer.stdout.read().splitlines(keepends=True)
    writer.wait()
    writer.stdout.close()
    done = max(int(line) for line in told if line.endswith("\n"))
    desk = reopened(path)
    assert not desk.read_only
    assert desk.patients.count() in {done, done + 1}
    assert check(desk).whole
    assert desk.judging.judge_everything() == desk.patients.count()
    desk.close()
