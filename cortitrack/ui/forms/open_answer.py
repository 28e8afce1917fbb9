"""One of a few answers, the first of which says that there is none: unknown is an answer that can be seen."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from cortitrack.ui.widgets.choice import Segments
from cortitrack.words.tongue import t

OPEN = "open?"


class OpenAnswer(Segments):
    """Holds None as long as it says "Not asked", and shows it so."""

    def __init__(
        self, pairs: Sequence[tuple[str, str]], *, unanswered: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__([(OPEN, unanswered or t("Not asked")), *pairs], parent=parent)
        super().set_value(OPEN)

    def value(self) -> str | None:
        """The code chosen; None where nobody asked."""
        chosen = super().value()
        return None if chosen == OPEN else chosen

    def set_value(self, value: str | None) -> None:
        """Choose by code; None is that nobody asked."""
        super().set_value(OPEN if value is None else value)
