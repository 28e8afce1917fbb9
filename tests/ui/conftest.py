"""A theme and loaded chart libraries for tests with real widgets."""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cortitrack.ui.background import Background
from cortitrack.ui.garbage import collect_due
from cortitrack.ui.theme import Appearance, Theme
from cortitrack.ui.widgets.chart_libraries import ChartLibraries

ICONS = Path(__file__).resolve().parents[2] / "resources" / "icons"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Without a display Qt complains about each window with a least size."""
    for item in items:
        item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints"))


@pytest.fixture(autouse=True)
def garbage_waits() -> Iterator[None]:
    """As in the program, circles of garbage are looked for only when Qt is not at work."""
    gc.disable()
    yield
    collect_due()
    gc.enable()


@pytest.fixture(scope="session")
def worn_theme(qapp: QApplication) -> Theme:
    return Theme(qapp, ICONS, appearance=Appearance.LIGHT)


@pytest.fixture
def theme(worn_theme: Theme) -> Iterator[Theme]:
    """The light theme at ordinary size, whatever a test before did to it."""
    yield worn_theme
    worn_theme.set_appearance(Appearance.LIGHT)
    worn_theme.set_text_scale(1.0)


@pytest.fixture
def background(qapp: QApplication) -> Iterator[Background]:
    background = Background()
    yield background
    assert background.finish()


@pytest.fixture
def libraries(background: Background, qtbot: QtBot) -> ChartLibraries:
    """matplotlib, imported in a thread as in the program."""
    libraries = ChartLibraries(background)
    with qtbot.waitSignal(libraries.ready, timeout=60_000):
        libraries.start()
    return libraries
