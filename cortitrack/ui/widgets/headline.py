"""What a page says first: one headline in words, a sentence under it, and figures at the side."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cortitrack.ui.theme import Size, Space
from cortitrack.ui.widgets.label import Label


class Headline(QWidget):
    """``side`` takes what stands at the far end, such as a figure or the page's main button."""

    def __init__(self, title: str = "", sentence: str = "", *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.LARGE)
        words = QVBoxLayout()
        words.setSpacing(Space.TIGHT)
        self._title = Label(size=Size.HEADLINE, bold=True, wrap=True)
        self._sentence = Label(tone="muted", wrap=True)
        words.addWidget(self._title)
        words.addWidget(self._sentence)
        row.addLayout(words, 1)
        self.side = QHBoxLayout()
        self.side.setSpacing(Space.SMALL)
        self.side.setAlignment(Qt.AlignmentFlag.AlignTop)
        row.addLayout(self.side)
        self.say(title, sentence)

    def say(self, title: str, sentence: str = "") -> None:
        """Replace the words."""
        self._title.setText(title)
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))
        self.setAccessibleName(title)
        self.setAccessibleDescription(sentence)
