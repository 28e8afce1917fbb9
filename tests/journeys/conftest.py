"""What journeys through the window stand on."""

from tests.ui.conftest import background, garbage_waits, libraries, pytest_collection_modifyitems, theme, worn_theme

__all__ = ["background", "garbage_waits", "libraries", "pytest_collection_modifyitems", "theme", "worn_theme"]
