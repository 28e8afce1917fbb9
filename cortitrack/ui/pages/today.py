"""Today: one headline that says what matters, the scores that are due, and the failures that wait for a decision."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from cortitrack.services.changes import Change
from cortitrack.ui.pages.today_words import decision_items, due_items, follow_up_words, headline_sentence
from cortitrack.ui.surroundings import Surroundings
from cortitrack.ui.tables.work_list import WorkItem
from cortitrack.ui.tables.work_look import WorkView
from cortitrack.ui.theme import Size, Space, Theme
from cortitrack.ui.troubles import telling
from cortitrack.ui.widgets.card import Card
from cortitrack.ui.widgets.empty_state import EmptyState
from cortitrack.ui.widgets.headline import Headline
from cortitrack.ui.widgets.label import Label
from cortitrack.words.figures import day_long
from cortitrack.words.tongue import t

_SIDE_BY_SIDE_FROM = 820
_LATER_MS = 1500


class WorkCard(Card):
    """A list with its count beside the title, or a calm sentence where nothing waits."""

    def __init__(self, theme: Theme, title: str, calm: str) -> None:
        super().__init__(theme, title)
        self._name = title
        self.view = WorkView(theme, title)
        self.body.addWidget(self.view, 1)
        self.calm = Label(calm, tone="muted", wrap=True)
        self.body.addWidget(self.calm)
        self.body.addStretch(0)
        self.view.setMinimumHeight(theme.px(150))

    def show_items(self, items: Sequence[WorkItem]) -> None:
        """Show what waits."""
        self.view.work.show_items(items)
        self.view.setVisible(bool(items))
        self.calm.setVisible(not items)
        self.body.setStretch(self.body.count() - 1, 0 if items else 1)
        self.set_title(f"{self._name} · {len(items)}" if items else self._name)
        self.view.setAccessibleName(f"{self._name}: {len(items)}")


class TodayPage(QWidget):
    """``patient_asked`` carries the WorkItem that was opened; ``counted`` how many things wait."""

    patient_asked = Signal(object)
    new_patient_asked = Signal()
    counted = Signal(int)

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._around = around
        self._is_stale = True
        self._said = ""
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_LATER_MS)
        self._later.timeout.connect(self.refresh_if_stale)
        column = self._room()
        self.headline = Headline()
        self.follow_up = Label(size=Size.SMALL, tone="muted")
        self.headline.side.addWidget(self.follow_up)
        column.addWidget(self.headline)
        self._lists = QWidget()
        self._row = QHBoxLayout(self._lists)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(Space.MEDIUM)
        self.due = WorkCard(around.theme, t("Scores due"), t("No score is due."))
        self.decisions = WorkCard(around.theme, t("Needs a decision"), t("No failed injection waits for a decision."))
        for card, stretch in ((self.due, 5), (self.decisions, 3)):
            self._row.addWidget(card, stretch)
            card.view.opened.connect(self.patient_asked)
        column.addWidget(self._lists, 1)
        self._add_welcome(column)
        around.news.changed.connect(self._hear)

    def _room(self) -> QVBoxLayout:
        """The column in which everything stands; where it is too high, the page scrolls."""
        inside = QWidget()
        inside.setProperty("page", True)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)
        column = QVBoxLayout(inside)
        column.setContentsMargins(Space.HUGE, Space.LARGE, Space.HUGE, Space.HUGE)
        column.setSpacing(Space.LARGE)
        return column

    def _add_welcome(self, column: QVBoxLayout) -> None:
        self.welcome = Card(self._around.theme)
        self.empty = EmptyState(
            self._around.theme,
            "patients",
            t("Begin with a person"),
            t("Then the painful place, the injection with the pain before it, and the scores as they come in."),
            "" if self._around.desk.read_only else t("New patient"),
        )
        self.empty.acted.connect(self.new_patient_asked)
        self.welcome.body.addWidget(self.empty, 1)
        column.addWidget(self.welcome, 1)

    @Slot()
    def refresh(self) -> None:
        """Read what waits."""
        self._is_stale = False
        with telling(self._around.messages):
            today = self._around.desk.worklist.today()
            has_people = self._around.desk.patients.count() > 0
            self._said = headline_sentence(today, has_people)
            self.follow_up.setText(follow_up_words(today))
            self._say()
            self.due.show_items(due_items(today.due, self._around.today))
            self.decisions.show_items(decision_items(today.decisions))
            self._lists.setVisible(has_people)
            self.welcome.setVisible(not has_people)
            self.counted.emit(len(today.due) + len(today.decisions))

    def _say(self) -> None:
        """The figures stand at the side where there is room, else under the sentence."""
        wide = self._is_wide()
        self.follow_up.setVisible(wide)
        figures = self.follow_up.text()
        sentence = self._said if wide or not figures else f"{self._said} {figures}."
        self.headline.say(day_long(self._around.today), sentence)

    def _is_wide(self) -> bool:
        return self.width() >= self._around.theme.px(_SIDE_BY_SIDE_FROM)

    def rest(self) -> None:
        """Read nothing any more by itself."""
        self._later.stop()

    @Slot()
    def refresh_if_stale(self) -> None:
        """Read again only if something was written since, or the day has turned."""
        if self._is_stale:
            self.refresh()

    @Slot(object)
    def _hear(self, change: Change) -> None:
        """In sight at once; out of sight a moment later, for the count in the navigation."""
        self._is_stale = True
        if self.isVisible():
            self.refresh()
        else:
            self._later.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self._is_wide()
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        if direction != self._row.direction():
            self._row.setDirection(direction)
            self._say()

    def take_focus(self) -> None:
        """Bring the keyboard to the first list that holds something, or to what begins everything."""
        places = (self.due.view, self.decisions.view, self.empty.button)
        first = next((place for place in places if place.isVisibleTo(self)), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)
