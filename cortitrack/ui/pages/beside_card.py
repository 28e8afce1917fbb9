"""What stands beside the verdict, folded: the ledger of steroid, and the course after later procedures."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from cortitrack.rules.after_procedure import AfterProcedure
from cortitrack.rules.exposure import Place
from cortitrack.rules.ledger import Ledger, Line
from cortitrack.ui.theme import Size, Space, Theme
from cortitrack.ui.widgets.card import Card
from cortitrack.ui.widgets.fold import Fold
from cortitrack.ui.widgets.label import Label, rule
from cortitrack.words.after_phrases import after_course, after_more, after_title
from cortitrack.words.figures import day_short, number
from cortitrack.words.ledger_phrases import ledger_note, line_title, line_values
from cortitrack.words.tongue import nt, t


class BesideCard(Card):
    """``resized`` when it needs more or less room than before."""

    resized = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self.setAccessibleName(t("Steroid ledger"))
        room = QScrollArea()
        room.setWidgetResizable(True)
        room.setFrameShape(QFrame.Shape.NoFrame)
        room.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        room.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        room.viewport().setAutoFillBackground(False)
        self._inside = QWidget()
        self._inside.setProperty("page", True)
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.TIGHT)
        self.ledger = Fold(t("Steroid ledger"))
        self.summary = Label(size=Size.SMALL, tone="muted", wrap=True)
        self.summary.setContentsMargins(Space.SMALL, 0, 0, 0)
        self.lines: list[str] = []
        self._ledger_shown: tuple[Ledger, Place] | None = None
        self._after_shown: tuple[AfterProcedure, ...] | None = None
        self.after = Fold(t("After later procedures"))
        for part in (self.ledger, self.summary, self.after):
            column.addWidget(part)
        column.addStretch(1)
        room.setWidget(self._inside)
        self.body.addWidget(room, 1)
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(0)
        self._settling.timeout.connect(self.resized)
        for fold in (self.ledger, self.after):
            fold.unfolded.connect(self._tell)
        theme.changed.connect(self._tell)

    def show_ledger(self, ledger: Ledger, here: Place) -> None:
        """Show the joint's line first, then the person's, then the other joints that got something."""
        if (ledger, here) == self._ledger_shown:
            return
        self._ledger_shown = (ledger, here)
        mine = ledger.at(here)
        self.summary.setText(_short(mine) if mine is not None else "")
        lines = [line for line in (mine, ledger.person) if line is not None]
        lines += [line for line in ledger.joints if line.place != here and line.last_on is not None]
        parts: list[QWidget] = []
        for line in lines:
            parts += [_line(line), rule()]
        _fill(self.ledger, [*parts, Label(ledger_note(ledger), size=Size.SMALL, tone="muted", wrap=True)])
        self._tell()

    def show_after(self, lines: Sequence[AfterProcedure]) -> None:
        """Show what pain did before and after each later procedure."""
        if tuple(lines) == self._after_shown:
            return
        self._after_shown = tuple(lines)
        self.after.setVisible(bool(lines))
        said = t("A course, not a verdict: other care went on beside it.")
        parts = [_after(line) for line in lines]
        self.lines = [part.accessibleName() for part in parts]
        _fill(self.after, [*parts, Label(said, size=Size.SMALL, tone="muted", wrap=True)])
        self._tell()

    def height_for(self, width: int) -> int:
        """How high the card has to be at this width to show all that is unfolded."""
        frame = Space.MEDIUM + Space.LARGE + 2
        for part in self._inside.findChildren(QWidget):
            part.ensurePolished()
        layout = self._inside.layout()
        assert layout is not None
        layout.invalidate()
        wanted = layout.totalHeightForWidth(width - 2 * Space.LARGE - Space.SMALL)
        return max(wanted, self._inside.minimumSizeHint().height()) + frame

    def _tell(self, *_: object) -> None:
        """What was folded or filled tells its new height only once the event loop has gone round."""
        self._settling.start()


def _short(line: Line) -> str:
    if line.last_on is None:
        return t("No steroid on record in this joint.")
    parts = [
        nt("{n} in {days} days", "{n} in {days} days", line.count, days=number(line.window_days)),
        t("last {date}", date=day_short(line.last_on)),
        t("earliest next {date}", date=day_short(line.earliest_next_on)) if line.earliest_next_on else "",
    ]
    return " · ".join(part for part in parts if part)


def _line(line: Line) -> QWidget:
    rows = [Label(f"{name}: {value}", size=Size.SMALL, wrap=True) for name, value in line_values(line)]
    return _block(line_title(line), rows)


def _after(line: AfterProcedure) -> QWidget:
    rows = [Label(after_course(line), size=Size.SMALL, wrap=True)]
    if more := after_more(line):
        rows.append(Label(more, size=Size.CAPTION, tone="muted", wrap=True))
    return _block(after_title(line), rows)


def _block(title: str, rows: Sequence[Label]) -> QWidget:
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    column.addWidget(Label(title, bold=True, wrap=True))
    for row in rows:
        column.addWidget(row)
    whole.setAccessibleName(title)
    whole.setAccessibleDescription(". ".join(row.text() for row in rows))
    return whole


def _fill(fold: Fold, parts: Sequence[QWidget]) -> None:
    while (item := fold.body.takeAt(0)) is not None:
        former = item.widget()
        if former is not None:
            former.hide()
            former.deleteLater()
    fold.body.setSpacing(Space.SMALL)
    for part in parts:
        fold.body.addWidget(part)
