"""A score, or the plain word that it was not asked for."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from cortitrack.ui.theme import Space, Theme
from cortitrack.ui.widgets.score_field import ScoreField, ScoreScale
from cortitrack.words.tongue import t


class BaselineField(QWidget):
    """Nothing is assumed: it is answered by a score or by the tick, and one takes the other away."""

    changed = Signal()
    left = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.SMALL)
        self._score = ScoreField(theme)
        column.addWidget(self._score)
        self.tick = QCheckBox(t("Not asked"))
        self.tick.setAccessibleDescription(t("Without it the injection cannot be judged until a score is found."))
        column.addWidget(self.tick)
        self.setFocusProxy(self._score)
        self._score.changed.connect(self._scored)
        self.tick.toggled.connect(self._ticked)

    def value(self) -> int | None:
        """The score in whole tenths, or None."""
        return self._score.value()

    def set_value(self, value: int | None) -> None:
        """Show this score."""
        self._score.set_value(value)

    def is_answered(self) -> bool:
        """Whether there is a score or the word that there is none."""
        return self.tick.isChecked() or self.value() is not None

    def trouble(self) -> str:
        """Neither answer is ever wrong by itself."""
        return ""

    def editor(self) -> ScoreScale:
        return self._score.editor()

    @Slot()
    def _scored(self) -> None:
        if self.value() is not None:
            self.tick.setChecked(False)
        self.changed.emit()

    @Slot(bool)
    def _ticked(self, ticked: bool) -> None:
        if ticked:
            self._score.set_value(None)
        self.changed.emit()
