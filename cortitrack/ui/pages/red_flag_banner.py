"""The red flags that go past every stage: a banner over the person's problems that nothing but their end takes away."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cortitrack.rules.past_stages import PastTheStages
from cortitrack.ui.theme import Theme
from cortitrack.ui.widgets.banner import Banner
from cortitrack.words.pathway_phrases import past_banner, past_words
from cortitrack.words.tongue import t


class RedFlagBanner(QWidget):
    """``asked`` carries the ids of the entries behind it, for whoever wants to write that they are resolved."""

    asked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: tuple[int, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.banner = Banner(theme)
        self.banner.acted.connect(self._ask)
        column.addWidget(self.banner)
        self.setVisible(False)

    def show_reasons(self, reasons: Sequence[PastTheStages], *, writing: bool) -> None:
        """Say what goes past the stages; without a reason there is no banner."""
        kept = _each_once(reasons)
        self._entries = tuple(entry for reason in kept for entry in reason.entries)
        self.setVisible(bool(kept))
        if not kept:
            self.banner.clear()
            return
        words = [past_words(reason) for reason in kept]
        said = f"{past_banner()} · {words[0]}" if len(words) == 1 else "\n".join((past_banner(), *words))
        if said != self.banner.accessibleName():
            self.banner.say("bad", said, t("Look again …"))
        self.banner.button.setVisible(writing)

    @Slot()
    def _ask(self) -> None:
        self.asked.emit(self._entries)


def _each_once(reasons: Sequence[PastTheStages]) -> list[PastTheStages]:
    """A sign of which several rules speak is said once, by the first of them; one that no rule names, by itself."""
    kept: dict[tuple[int, ...], PastTheStages] = {}
    for reason in sorted(reasons, key=lambda one: one.alert is None):
        kept.setdefault(reason.entries, reason)
    return list(kept.values())
