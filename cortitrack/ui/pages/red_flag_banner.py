"""The red flags that go past every stage: a banner over the person's problems that nothing but their end takes away."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cortitrack.domain.red_flag import RedFlagKind
from cortitrack.rules.alerts import Ground
from cortitrack.rules.past_stages import PastTheStages
from cortitrack.ui.theme import Theme
from cortitrack.ui.widgets.banner import Banner
from cortitrack.words.figures import day_short
from cortitrack.words.labels import label
from cortitrack.words.pathway_phrases import PAST, past_banner, past_words
from cortitrack.words.safety_phrases import alert_found
from cortitrack.words.tongue import t

_LINES = 3
_IN_SHORT = {
    Ground.INFECTION: "recorded infection",
    Ground.CANCER_NIGHT_PAIN: "new or night pain with a history of cancer",
    Ground.TRAUMA: "trauma without a picture since",
    Ground.PAIN_AFTER: "more pain than before it",
    Ground.INFECTION_SIGN: "fever",
}


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
        said = _words(kept)
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


def _words(reasons: Sequence[PastTheStages]) -> str:
    """One reason in full; of several a line for each kind, and of many kinds one paragraph."""
    if len(reasons) == 1:
        return f"{past_banner()} · {past_words(reasons[0])}"
    kinds: dict[str, list[str]] = {}
    for reason in reasons:
        kinds.setdefault(t(PAST[reason.reason]), []).append(_sign(reason))
    lines = [
        ": ".join(part for part in (name, ", ".join(filter(None, signs))) if part) for name, signs in kinds.items()
    ]
    between = "\n" if len(lines) <= _LINES else " · "
    return f"{past_banner()}\n{between.join(lines)}"


def _sign(reason: PastTheStages) -> str:
    """The sign in a few words, with since when where no rule speaks of it."""
    if reason.alert is None:
        return day_short(reason.on) if reason.on else ""
    flag = str(reason.alert.found.get("flag", ""))
    if flag in set(RedFlagKind):
        return label(RedFlagKind(flag))
    return t(_IN_SHORT[reason.alert.ground]) if reason.alert.ground in _IN_SHORT else alert_found(reason.alert)
