"""What journeys that a person makes through the window, with mouse and keys, stand on."""

from tests.ui.conftest import background, garbage_waits, libraries, pytest_collection_modifyitems, theme, worn_theme
from tests.ui.pages.conftest import clock, desk, lead, messages

__all__ = [
    "background",
    "clock",
    "desk",
    "garbage_waits",
    "lead",
    "libraries",
    "messages",
    "pytest_collection_modifyitems",
    "theme",
    "worn_theme",
]
