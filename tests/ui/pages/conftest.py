"""The window of a small clinic with real services, on a temporary file and with a clock that tests can turn."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from cortitrack.services.desk import Desk
from cortitrack.settings import Settings
from cortitrack.ui.background import Background
from cortitrack.ui.main_window import MainWindow
from cortitrack.ui.navigator import Navigator
from cortitrack.ui.theme import Theme
from tests.clinics import Clock, new_clinic
from tests.ui.answering_messages import AnsweringMessages
from tests.ui.pages.rooms import surroundings


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def desk(tmp_path: Path, clock: Clock) -> Iterator[Desk]:
    desk = new_clinic(tmp_path / "hill.cortitrack", clock)
    yield desk
    desk.close()


@pytest.fixture
def messages() -> AnsweringMessages:
    return AnsweringMessages()


@pytest.fixture
def lead(
    desk: Desk, clock: Clock, theme: Theme, background: Background, messages: AnsweringMessages, qtbot: QtBot
) -> Navigator:
    """Who leads through the clinic's window."""
    window = MainWindow(theme, Settings())
    qtbot.addWidget(window)
    window.resize(1440, 900)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    return Navigator(surroundings(desk, clock, theme, background, messages), window)
