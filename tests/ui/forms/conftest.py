"""The small clinic, opened, under a window."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QWidget

from cortitrack.services.desk import Desk
from cortitrack.ui.background import Background
from cortitrack.ui.surroundings import Surroundings
from cortitrack.ui.theme import Theme
from tests.ui.forms.harbour import clinic, surroundings


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = clinic(tmp_path)
    yield desk
    desk.close()


@pytest.fixture
def around(desk: Desk, theme: Theme, background: Background) -> Surroundings:
    return surroundings(desk, theme, background)


@pytest.fixture
def window(around: Surroundings) -> Iterator[QWidget]:
    """Gone with all its forms before the clinic's file is closed."""
    window = QWidget()
    window.show()
    yield window
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
