"""The frame of every form: who it is about, the questions, what went wrong, and two verbs."""

from typing import ClassVar

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from cortitrack.domain.errors import Invalid, StorageTrouble
from cortitrack.services.changes import Change
from cortitrack.ui.forms.notices import Notices
from cortitrack.ui.forms.sheet import Sheet
from cortitrack.ui.surroundings import Surroundings
from cortitrack.ui.theme import Size, Space
from cortitrack.ui.widgets.button import Button
from cortitrack.ui.widgets.label import Label, rule
from cortitrack.words.phrases import refusal, trouble
from cortitrack.words.tongue import t

WIDE = 640
_SAVE_KEYS = ("Ctrl+Return", "Ctrl+Enter")
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FormDialog(QDialog):
    """Saves by Enter or Ctrl+Enter, leaves by Esc; ``saved`` carries the Change once it is kept."""

    saved = Signal(object)
    wide: ClassVar[int] = WIDE

    def __init__(self, around: Surroundings, title: str, about: str, verb: str, *, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.around = around
        self._begun: tuple[object, ...] = ()
        self._warned = False
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(title)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)  # it never has to be wider than the screen
        whole.addWidget(self._head(title, about))
        whole.addWidget(rule())
        self._bar = Notices(around.theme)
        self.notice, self.banner = self._bar.found, self._bar.trouble
        self.banner.acted.connect(self.reject)
        whole.addWidget(self._bar)
        self.sheet = Sheet()
        self._room = QScrollArea()
        self._room.setWidgetResizable(True)
        self._room.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._room.setWidget(self.sheet)
        whole.addWidget(self._room, 1)
        whole.addWidget(rule())
        whole.addWidget(self._foot(verb))
        for key in _SAVE_KEYS:
            QShortcut(QKeySequence(key), self).activated.connect(self.save)
        self.sheet.changed.connect(self._answer_changed)
        self.sheet.left.connect(self._answer_left)
        self.finished.connect(self.deleteLater)

    def begin(self) -> None:
        """Take what stands in the form now as the state that needs no saving."""
        self._begun = self.sheet.typed()

    def is_touched(self) -> bool:
        """Whether something was typed that is not saved."""
        return self.sheet.typed() != self._begun

    def keep(self) -> Change | None:
        """Write what was typed; None where there is nothing to write."""
        raise NotImplementedError

    def troubles(self) -> dict[str, str]:
        """All that stands against saving, by question; under the empty name what has no place in the form."""
        return self.sheet.troubles()

    def trouble_of(self, name: str) -> str:
        """What is wrong with one answer that has just been given."""
        return ""

    def holds_back(self) -> bool:
        """Whether the person must first see something that has only just been found."""
        return False

    def answer_changed(self, name: str) -> None:
        """An answer may be another one now."""

    def answer_left(self, name: str) -> None:
        """The keyboard has left an answer."""

    @Slot()
    def save(self) -> None:
        """Keep what was typed and leave; or say at its place what is in the way, and keep it typed."""
        self.banner.clear()
        self._warned = False
        if found := self.troubles():
            self._show(found)
            return
        if self.holds_back():
            return
        try:
            change = self.keep()
        except Invalid as invalid:
            self._show({self.place_of(invalid): refusal(invalid)})
            return
        except StorageTrouble as storage:
            said = trouble(storage.kind, storage.path, storage.holder)
            self.banner.say("bad", t("{trouble} What you typed is still here.", trouble=said))
            return
        self.begin()
        self.accept()
        if change is not None:
            self.saved.emit(change)

    def place_of(self, invalid: Invalid) -> str:
        """The question that a refusal is about; the empty name where the form has none."""
        return invalid.field if invalid.field in self.sheet else ""

    @Slot()
    def reject(self) -> None:
        """Leave; with something typed only at the second time of asking."""
        if self.is_touched() and not self._warned:
            self._warned = True
            self.banner.say("warn", t("This has not been saved. Esc again leaves without it."), t("Discard"))
            return
        super().reject()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        focused = self.focusWidget()
        if event.key() in _ENTER and isinstance(focused, QAbstractButton) and self.isAncestorOf(focused):
            focused.click()
            return
        super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        self._fit()
        super().showEvent(event)
        self.sheet.installEventFilter(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._scroll_or_not()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.sheet and event.type() == QEvent.Type.LayoutRequest:
            self._grow()
        return False

    def _show(self, found: dict[str, str]) -> None:
        self.sheet.show_errors(found)
        nowhere = [sentence for name, sentence in found.items() if name not in self.sheet]
        if nowhere:
            self.banner.say("bad", " ".join(nowhere))
        focused = self.focusWidget()
        if self.sheet.isAncestorOf(focused):
            self._room.ensureWidgetVisible(focused)

    def _head(self, title: str, about: str) -> QWidget:
        head = QFrame()
        head.setProperty("side", True)
        column = QVBoxLayout(head)
        column.setContentsMargins(Space.HUGE, Space.LARGE, Space.HUGE, Space.MEDIUM)
        column.setSpacing(Space.TIGHT)
        column.addWidget(Label(title, size=Size.HEADING, bold=True, wrap=True))
        self.about = Label(about, tone="muted", wrap=True)
        self.about.setVisible(bool(about))
        self.setAccessibleDescription(about)
        column.addWidget(self.about)
        self._top = head
        return head

    def _foot(self, verb: str) -> QWidget:
        self._bottom = QFrame()
        self._bottom.setProperty("side", True)
        self._verbs = row = QHBoxLayout(self._bottom)
        row.setContentsMargins(Space.HUGE, Space.MEDIUM, Space.HUGE, Space.MEDIUM)
        row.setSpacing(Space.SMALL)
        self.aside = Label(size=Size.SMALL, tone="muted", wrap=True)
        row.addWidget(self.aside, 1)
        self.cancel = Button(t("Cancel"))
        self.cancel.clicked.connect(self.reject)
        self.verb = Button(verb, kind="primary", tip=t("Enter or Ctrl+Enter"))
        self.verb.setDefault(True)
        self.verb.clicked.connect(self.save)
        row.addWidget(self.cancel)
        row.addWidget(self.verb)
        return self._bottom

    def _largest(self) -> QSize:
        around = self.screen().availableGeometry()
        return QSize(around.width() - 2 * Space.HUGE, around.height() - 2 * Space.HUGE)

    def _wanted(self, width: int) -> int:
        """The height at which nothing has to be scrolled."""
        parts = (self._top, self._bar, self._bottom)
        around = sum(_height(part, width) for part in parts if not part.isHidden())
        return around + 2 + _height(self.sheet, width)

    def _fit(self) -> None:
        for part in self.findChildren(QWidget):
            part.ensurePolished()
        largest = self._largest()
        width = min(self.around.theme.px(self.wide), largest.width())
        way = QHBoxLayout.Direction
        fits = self._bottom.sizeHint().width() <= width
        self._verbs.setDirection(way.LeftToRight if fits else way.TopToBottom)
        self.resize(width, min(self._wanted(width), largest.height()))

    def _grow(self) -> None:
        wanted = min(self._wanted(self.width()), self._largest().height())
        if wanted > self.height():
            self.resize(self.width(), wanted)
        self._scroll_or_not()

    def _scroll_or_not(self) -> None:
        """A scroll bar that comes by itself narrows the sheet, whose words then need the height that calls for it."""
        policy = Qt.ScrollBarPolicy
        fits = self._wanted(self.width()) <= self.height()
        self._room.setVerticalScrollBarPolicy(policy.ScrollBarAlwaysOff if fits else policy.ScrollBarAlwaysOn)

    @Slot(str)
    def _answer_changed(self, name: str) -> None:
        if self._warned:
            self._warned = False
            self.banner.clear()
        self.answer_changed(name)

    @Slot(str)
    def _answer_left(self, name: str) -> None:
        if not self.isVisible():  # it is on its way out, and so may be the file
            return
        field = self.sheet[name].field
        if not field.has_error() and (sentence := self.trouble_of(name)):
            field.show_error(sentence)
        self.answer_left(name)


def _height(part: QWidget, width: int) -> int:
    layout = part.layout()
    if layout is None or not layout.hasHeightForWidth():
        return part.sizeHint().height()
    return layout.totalHeightForWidth(width)
