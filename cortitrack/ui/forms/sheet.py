"""The questions of a form in reading order, as a paper form has them: rows, headings, and folds for the rest."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cortitrack.domain.errors import Invalid, Why
from cortitrack.ui.forms.asks import Ask
from cortitrack.ui.forms.columns import Columns
from cortitrack.ui.theme import Size, Space
from cortitrack.ui.widgets.fold import Fold
from cortitrack.ui.widgets.label import Label
from cortitrack.words.phrases import refusal
from cortitrack.words.tongue import t

_HALVES = ((6, 58), (5, 50))  # share of the width, and the letters each has at least room for


class Block:
    """A stretch of the sheet that takes rows, headings and notes; a fold has one of its own."""

    def __init__(self, sheet: "Sheet", column: QVBoxLayout, fold: Fold | None = None) -> None:
        self._sheet = sheet
        self._column = column
        self.fold = fold

    def row(self, *asks: Ask) -> QWidget:
        """Ask these side by side."""
        line = QWidget()
        columns = Columns()
        line.setLayout(columns)
        for ask in asks:
            columns.add(ask.field, ask.share, ask.letters)
            self._sheet.take(ask, line, self.fold)
        self._column.addWidget(line)
        return line

    def heading(self, text: str) -> Label:
        """Say what the next rows are about."""
        label = Label(text, size=Size.TITLE, bold=True, wrap=True)
        self._column.addSpacing(Space.SMALL)
        self._column.addWidget(label)
        return label

    def note(self, text: str = "", tone: str = "muted") -> Label:
        """A quiet sentence between the rows; none while there is no text."""
        label = Label(text, size=Size.SMALL, tone=tone, wrap=True)
        label.setVisible(bool(text))
        self._column.addWidget(label)
        return label

    def add(self, widget: QWidget) -> None:
        """Put something else between the rows."""
        self._column.addWidget(widget)


class Sheet(QWidget):
    """``changed`` names the question whose answer may have changed, ``left`` the one the keyboard has left."""

    changed = Signal(str)
    left = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("page", True)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.HUGE, Space.LARGE, Space.HUGE, Space.LARGE)
        column.setSpacing(Space.LARGE)
        column.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._column = column
        self.top = Block(self, column)
        self._asks: dict[str, Ask] = {}
        self._lines: dict[str, QWidget] = {}
        self._folds: dict[str, Fold] = {}
        self._names: dict[int, str] = {}

    def minimumSizeHint(self) -> QSize:
        """As wide as its widest word; how high it then is only its width decides."""
        return QSize(super().minimumSizeHint().width(), 0)

    def fold(self, title: str = "") -> Block:
        """Begin a section that is folded away."""
        fold = Fold(title or t("More"))
        fold.body.setSpacing(Space.LARGE)
        self._column.addWidget(fold)
        return Block(self, fold.body, fold)

    def split(self) -> "Block":
        """From here on the questions stand in one half, and what belongs to all of them in the other, which is given.

        Where there is no room for both side by side, the other half comes below.
        """
        line = QWidget()
        columns = Columns(gap=Space.HUGE)
        line.setLayout(columns)
        halves = []
        for share, letters in _HALVES:
            half = QWidget()
            column = QVBoxLayout(half)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(Space.LARGE)
            columns.add(half, share, letters)
            halves.append(column)
        self._column.addWidget(line)
        self._column, other = halves
        self.top = Block(self, self._column)
        return Block(self, other)

    def end(self) -> None:
        """Nothing follows: room that is left over stays below the last question."""
        self._column.addStretch(1)

    def take(self, ask: Ask, line: QWidget, fold: Fold | None) -> None:
        """Listen to a question that stands in a line of the sheet."""
        self._asks[ask.name] = ask
        self._lines[ask.name] = line
        if fold is not None:
            self._folds[ask.name] = fold
        assert isinstance(ask.control, QWidget)
        self._names[id(ask.control)] = ask.name
        ask.control.changed.connect(self._changed)
        ask.control.left.connect(self._left)

    def __getitem__(self, name: str) -> Ask:
        return self._asks[name]

    def __contains__(self, name: object) -> bool:
        return name in self._asks

    def __iter__(self) -> Iterator[Ask]:
        return iter(self._asks.values())

    def follow(self, after: str, names: Sequence[str]) -> None:
        """Let these questions come after another in reading order, where they are shown."""
        before = [name for name in self._asks if name not in names]
        place = before.index(after) + 1
        order = (*before[:place], *names, *before[place:])
        self._asks = {name: self._asks[name] for name in order}

    def answers(self) -> dict[str, Any]:
        """Every attribute of the fact that is asked for; what is not shown is blank."""
        return {ask.name: self.answer(ask.name) for ask in self if ask.of_fact}

    def answer(self, name: str) -> Any:
        """One answer; blank where the question is not shown."""
        ask = self._asks[name]
        return ask.blank if ask.field.isHidden() else ask.answer()

    def fill(self, values: Mapping[str, Any]) -> None:
        """Show these answers."""
        for name, value in values.items():
            if name in self._asks:
                self._asks[name].fill(value)

    def show_ask(self, name: str, shown: bool) -> None:
        """Ask, or do not ask; a row without a question takes no room."""
        self._asks[name].field.setVisible(shown)
        line = self._lines[name]
        inside = [ask for ask in self if self._lines[ask.name] is line]
        line.setVisible(any(not ask.field.isHidden() for ask in inside))

    def typed(self) -> tuple[object, ...]:
        """Everything that stands in the fields, to tell later whether something was changed."""
        standing = ((ask.name, ask.answer(), ask.control.trouble()) for ask in self if not ask.is_empty())
        return tuple(sorted(standing, key=lambda one: one[0]))

    def troubles(self) -> dict[str, str]:
        """What cannot be read, and what is needed and missing, by question."""
        found = {}
        for ask in self:
            if ask.field.isHidden():
                continue
            if trouble := ask.control.trouble():
                found[ask.name] = trouble
            elif ask.needed and ask.is_empty():
                found[ask.name] = ask.missing or refusal(Invalid(ask.name, Why.MISSING))
        return found

    def show_errors(self, found: Mapping[str, str]) -> None:
        """Say each at its place, opening folds, and bring the keyboard to the first."""
        wrong = [ask for ask in self if ask.name in found]
        for ask in wrong:
            if ask.name in self._folds:
                self._folds[ask.name].set_open(True)
            ask.field.show_error(found[ask.name])
        if wrong:
            wrong[0].field.take_focus()

    def first_empty(self) -> Ask | None:
        """Where a person begins: the first needed question without an answer, else the first of all."""
        shown = [ask for ask in self if not ask.field.isHidden()]
        return next((ask for ask in shown if ask.needed and ask.is_empty()), shown[0] if shown else None)

    def unfold_answers(self, usual: Mapping[str, Any]) -> None:
        """Open the folds in which something stands that is not as usual."""
        for name, fold in self._folds.items():
            ask = self._asks[name]
            if ask.answer() != usual.get(name, ask.blank):
                fold.set_open(True)

    @Slot()
    def _changed(self) -> None:
        self.changed.emit(self._names[id(self.sender())])

    @Slot()
    def _left(self) -> None:
        self.left.emit(self._names[id(self.sender())])
