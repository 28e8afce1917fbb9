from collections.abc import Iterator
from pathlib import Path

import pytest

from cortitrack.services.desk import Desk
from tests.clinics import Clock, new_clinic


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def desk(tmp_path: Path, clock: Clock) -> Iterator[Desk]:
    desk = new_clinic(tmp_path / "hill.cortitrack", clock)
    yield desk
    desk.close()
