"""What every test stands on: no display, no data of the person who runs it, no stray warnings."""

import logging
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["LANGUAGE"] = "en"
os.environ["LC_ALL"] = "C.UTF-8"

# Nothing a test opens or saves may be in the folders of the person who runs it.
_home = tempfile.TemporaryDirectory(prefix="cortitrack-tests-")
for _name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_DOCUMENTS_DIR"):
    os.environ[_name] = str(Path(_home.name, _name.lower()))

settings.register_profile(
    "ci", derandomize=True, deadline=None, print_blob=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("search", parent=settings.get_profile("ci"), derandomize=False, max_examples=1000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))


class _Gatherer(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


@pytest.fixture(autouse=True)
def no_stray_log(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that logs a warning or worse, unless it is marked `expects_log`."""
    gatherer = _Gatherer()
    logging.getLogger().addHandler(gatherer)
    try:
        yield
    finally:
        logging.getLogger().removeHandler(gatherer)
    if gatherer.records and request.node.get_closest_marker("expects_log") is None:
        lines = [f"{record.levelname} {record.name}: {record.getMessage()}" for record in gatherer.records]
        pytest.fail("Stray log records:\n" + "\n".join(lines), pytrace=False)


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return Path(__file__).resolve().parent.parent
