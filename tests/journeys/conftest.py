"""What journeys through the window stand on."""

from tests.ui.conftest import background, libraries, pytest_collection_modifyitems, theme, worn_theme

__all__ = ["background", "libraries", "pytest_collection_modifyitems", "theme", "worn_theme"]
