"""The parts a verdict card is made of: a reason with its numbers, a flag, a hint, what overlapped, the cut-offs."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from cortitrack.domain.records import Fact, happened_on
from cortitrack.rules.verdict import Flag, Hint, Reason, VerdictKind
from cortitrack.ui.theme import Size, Space, Theme
from cortitrack.ui.verdict_look import look
from cortitrack.ui.widgets.label import Label
from cortitrack.words.figures import day_short, percent
from cortitrack.words.labels import heading, label
from cortitrack.words.phrases import (
    entry_value,
    entry_what,
    flag,
    flag_why,
    hint,
    hint_label,
    hint_look,
    reason_found,
    reason_needed,
    reason_title,
)
from cortitrack.words.tongue import t

_ICON = 18
_ENTRIES_AT_MOST = 6


class Remark(QWidget):
    """An icon, a line in bold, and lines under it."""

    def __init__(self, theme: Theme, icon: str, tone: str, said: str, title: str) -> None:
        super().__init__()
        self._theme, self._icon, self._tone = theme, icon, tone
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.SMALL)
        self._picture = QLabel()
        self._picture.setAccessibleName(said)
        row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(1)
        row.addLayout(self._lines, 1)
        self._lines.addWidget(Label(title, bold=True, wrap=True))
        self.setAccessibleName(f"{said}: {title}" if said else title)
        theme.changed.connect(self._draw)
        self._draw()

    def add_line(self, text: str, tone: str = "ink", size: Size = Size.SMALL) -> None:
        """Add a line, unless there is nothing to say."""
        if text:
            self._lines.addWidget(Label(text, size=size, tone=tone, wrap=True))
            said = self.accessibleDescription()
            self.setAccessibleDescription(f"{said} {text}".strip())

    def _draw(self) -> None:
        side = self._theme.px(_ICON)
        self._picture.setPixmap(self._theme.icon(self._icon, self._tone, _ICON).pixmap(side, side))


def reason_remark(theme: Theme, reason: Reason, entries: Mapping[int, Fact]) -> Remark:
    """One rule that spoke, with what it found, what it needed, and for other treatment the entries themselves."""
    said = t("met") if reason.met else t("not met")
    icon = "done" if reason.met else "open"
    remark = Remark(theme, icon, "accent" if reason.met else "muted", said, reason_title(reason))
    remark.add_line(reason_found(reason))
    remark.add_line(reason_needed(reason), "muted", Size.CAPTION)
    if not reason.needed:
        for line in _entry_lines(reason, entries):
            remark.add_line(line, "muted", Size.CAPTION)
    return remark


def _entry_lines(reason: Reason, entries: Mapping[int, Fact]) -> list[str]:
    known = [entries[entry] for entry in reason.entries if entry in entries]
    lines = [_entry_line(fact) for fact in known[:_ENTRIES_AT_MOST]]
    return [*lines, "…"] if len(known) > _ENTRIES_AT_MOST else lines


def _entry_line(fact: Fact) -> str:
    on = happened_on(fact)
    parts = (day_short(on) if on else "", entry_what(fact), entry_value(fact))
    return " · ".join(part for part in parts if part)


def flag_remark(theme: Theme, code: Flag) -> Remark:
    """A thing to know beside the verdict, and what it means."""
    remark = Remark(theme, "warn", "warn", t("Note"), flag(code))
    remark.add_line(flag_why(code))
    return remark


def hint_remark(theme: Theme, code: Hint) -> QWidget:
    """A hint, always under its label."""
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    column.addWidget(Label(hint_label(), size=Size.CAPTION, tone="hint", bold=True))
    column.addWidget(Label(hint(code), wrap=True))
    column.addWidget(Label(hint_look(code), size=Size.SMALL, tone="muted", wrap=True))
    whole.setAccessibleName(f"{hint_label()}: {hint(code)} {hint_look(code)}")
    return whole


def cut_off_remark(theme: Theme, cut: int, kind: VerdictKind, *, in_force: bool) -> Remark:
    """What one published cut-off would say."""
    tone, icon = look(kind)
    title = t("{percent} (in force)", percent=percent(cut)) if in_force else percent(cut)
    remark = Remark(theme, icon, tone, "", title)
    remark.add_line(heading(label(kind)))
    return remark
