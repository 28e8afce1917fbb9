"""The window of a clinic for journeys that a person makes with the mouse and keys."""

from tests.ui.conftest import background, libraries, theme, worn_theme
from tests.ui.pages.conftest import clock, desk, lead, messages

__all__ = ["background", "clock", "desk", "lead", "libraries", "messages", "theme", "worn_theme"]
