"""A line or paragraph of text in one of the sizes and tones of the house."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from cortitrack.ui.marking import mark
from cortitrack.ui.theme import Size


class Label(QLabel):
    """Plain text: nothing a person typed is ever read as markup."""

    def __init__(
        self,
        text: str = "",
        *,
        size: Size = Size.BODY,
        tone: str = "ink",
        bold: bool = False,
        wrap: bool = False,
        selectable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("type", size.name.lower())
        self.setProperty("tone", tone)
        self.setProperty("bold", bold)
        self.setWordWrap(wrap)
        if wrap:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        if selectable:
            self.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )

    def set_tone(self, tone: str) -> None:
        """Colour the text as a role of the palette; the words must carry the meaning too."""
        mark(self, "tone", tone)


def rule(parent: QWidget | None = None) -> QFrame:
    """A line of one pixel between two things."""
    line = QFrame(parent)
    line.setProperty("rule", True)
    line.setFixedHeight(1)
    return line
