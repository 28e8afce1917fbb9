"""A person's problems as tabs: the side spelt out, and a mark that says how the last injection went."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QTabBar, QWidget

from cortitrack.domain.problem import Problem
from cortitrack.rules.verdict import VerdictKind
from cortitrack.ui.theme import Space, Theme
from cortitrack.ui.verdict_look import look
from cortitrack.ui.widgets.button import Button
from cortitrack.words.labels import heading, label, problem_name
from cortitrack.words.tongue import t

_LONGEST = 40
_ICON = 16


class ProblemTabs(QWidget):
    """``chosen`` carries the id of a problem; ``new_asked`` and ``edit_asked`` when a form is wanted."""

    chosen = Signal(object)
    new_asked = Signal()
    edit_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._problems: Sequence[Problem] = ()
        self._kinds: Sequence[VerdictKind | None] = ()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.SMALL)
        self.bar = QTabBar()
        self.bar.setExpanding(False)
        self.bar.setUsesScrollButtons(True)
        self.bar.setElideMode(Qt.TextElideMode.ElideNone)
        self.bar.setAccessibleName(t("Problems"))
        self.bar.currentChanged.connect(self._choose)
        row.addWidget(self.bar, 0, Qt.AlignmentFlag.AlignBottom)
        self.new_button = Button(t("+ Problem"), kind="quiet")
        self.new_button.setAccessibleName(t("New problem"))
        self.new_button.clicked.connect(self.new_asked)
        row.addWidget(self.new_button)
        row.addStretch(1)
        self.edit_button = Button(t("Edit problem"), kind="quiet")
        self.edit_button.clicked.connect(self.edit_asked)
        row.addWidget(self.edit_button)
        theme.changed.connect(self._draw_marks)

    def show_problems(
        self, problems: Sequence[Problem], kinds: Sequence[VerdictKind | None], chosen_id: int | None
    ) -> None:
        """Show these tabs; ``kinds`` holds the verdict of each one's last injection."""
        self._problems, self._kinds = problems, kinds
        self.bar.blockSignals(True)
        while self.bar.count() > len(problems):
            self.bar.removeTab(self.bar.count() - 1)
        for index, problem in enumerate(problems):
            if index >= self.bar.count():
                self.bar.addTab("")
            self._name_tab(index, problem, kinds[index])
        ids = [problem.id for problem in problems]
        if chosen_id in ids:
            self.bar.setCurrentIndex(ids.index(chosen_id))
        self.bar.blockSignals(False)
        self.bar.setVisible(bool(problems))
        self.edit_button.setVisible(bool(problems))
        self._draw_marks()

    def show_state(self, problem_id: int | None, kind: VerdictKind | None) -> None:
        """One problem's last injection may be judged in another way now."""
        for index, problem in enumerate(self._problems):
            if problem.id == problem_id and self._kinds[index] is not kind:
                self._kinds = [*self._kinds[:index], kind, *self._kinds[index + 1 :]]
                self._name_tab(index, problem, kind)
                self._draw_marks()

    def _name_tab(self, index: int, problem: Problem, kind: VerdictKind | None) -> None:
        name = problem_name(problem)
        if problem.closed_on is not None:
            name = t("{problem} (closed)", problem=name)
        short = name if len(name) <= _LONGEST else name[: _LONGEST - 1].rstrip() + "…"
        state = heading(label(kind)) if kind is not None else t("No injection yet")
        self.bar.setTabText(index, short.replace("&", "&&"))
        self.bar.setTabToolTip(index, f"{name}\n{state}")
        self.bar.setAccessibleTabName(index, f"{name}, {state}")

    @Slot()
    def _draw_marks(self) -> None:
        side = self._theme.px(_ICON)
        self.bar.setIconSize(QSize(side, side))
        for index, kind in enumerate(self._kinds):
            tone, icon = look(kind)
            self.bar.setTabIcon(index, self._theme.icon(icon, tone, _ICON))

    @Slot(int)
    def _choose(self, index: int) -> None:
        if 0 <= index < len(self._problems):
            self.chosen.emit(self._problems[index].id)
