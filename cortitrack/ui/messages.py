"""The one door for telling and asking; a test or a tour replaces it by one that answers by itself."""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from cortitrack.ui.theme import Space, Theme
from cortitrack.words.tongue import t

FileKinds = Sequence[tuple[str, Sequence[str]]]


class Messages(Protocol):
    """What a page may say and ask."""

    def error(self, sentence: str, details: str = "") -> None:
        """Say what could not be done and what to do now."""

    def inform(self, sentence: str, details: str = "") -> None:
        """Say something that cannot wait."""

    def confirm(self, sentence: str, verb: str, details: str = "") -> bool:
        """Ask before something that cannot be undone; the verb is what the button says."""

    def choose_open(self, title: str, kinds: FileKinds = (), folder: Path | None = None) -> Path | None:
        """Ask for a file to read."""

    def choose_save(self, title: str, suggested: Path, kinds: FileKinds = ()) -> Path | None:
        """Ask where to write a file."""

    def choose_folder(self, title: str, folder: Path | None = None) -> Path | None:
        """Ask for a folder."""


class MessageDialog(QDialog):
    """An icon, a sentence, perhaps details, and verbs to choose from."""

    def __init__(self, theme: Theme, icon: str, role: str, sentence: str, details: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle("CortiTrack")
        self.setAccessibleName(sentence)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(Space.HUGE, Space.HUGE, Space.HUGE, Space.LARGE)
        whole.setSpacing(Space.LARGE)
        row = QHBoxLayout()
        row.setSpacing(Space.LARGE)
        picture = QLabel()
        side = theme.px(28)
        picture.setPixmap(theme.icon(icon, role, 28).pixmap(side, side))
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        words = QLabel(sentence)
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        words.setMinimumWidth(theme.px(320))
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row.addWidget(words, 1)
        whole.addLayout(row)
        if details:
            sheet = QPlainTextEdit(details)
            sheet.setReadOnly(True)
            sheet.setTabChangesFocus(True)
            sheet.setAccessibleName(t("Details"))
            sheet.setMinimumHeight(theme.px(120))
            whole.addWidget(sheet)
        self.buttons = QDialogButtonBox()
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        whole.addWidget(self.buttons)

    def add_verb(self, verb: str, *, accepts: bool, kind: str = "plain") -> QPushButton:
        """Offer a button that says what it does."""
        role = QDialogButtonBox.ButtonRole
        button = QPushButton(verb)
        button.setProperty("kind", kind)
        self.buttons.addButton(button, role.AcceptRole if accepts else role.RejectRole)
        return button


class WindowMessages:
    """Messages in dialogs above a window."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self._theme = theme
        self._own = parent

    @property
    def _parent(self) -> QWidget | None:
        """The window it was made for, else the one that a person works in now."""
        return self._own or QApplication.activeWindow()

    def error(self, sentence: str, details: str = "") -> None:
        self._tell("stop", "bad", sentence, details)

    def inform(self, sentence: str, details: str = "") -> None:
        self._tell("info", "accent", sentence, details)

    def confirm(self, sentence: str, verb: str, details: str = "") -> bool:
        dialog = MessageDialog(self._theme, "warn", "warn", sentence, details, self._parent)
        dialog.add_verb(verb, accepts=True, kind="danger")
        stay = dialog.add_verb(t("Cancel"), accepts=False)
        stay.setDefault(True)
        stay.setFocus()
        return dialog.exec() == QDialog.DialogCode.Accepted

    def choose_open(self, title: str, kinds: FileKinds = (), folder: Path | None = None) -> Path | None:
        start = str(folder) if folder else ""
        return _path(QFileDialog.getOpenFileName(self._parent, title, start, _filter(kinds))[0])

    def choose_save(self, title: str, suggested: Path, kinds: FileKinds = ()) -> Path | None:
        return _path(QFileDialog.getSaveFileName(self._parent, title, str(suggested), _filter(kinds))[0])

    def choose_folder(self, title: str, folder: Path | None = None) -> Path | None:
        start = str(folder) if folder else ""
        return _path(QFileDialog.getExistingDirectory(self._parent, title, start))

    def _tell(self, icon: str, role: str, sentence: str, details: str) -> None:
        dialog = MessageDialog(self._theme, icon, role, sentence, details, self._parent)
        dialog.add_verb(t("Close"), accepts=True, kind="primary").setDefault(True)
        dialog.exec()


def _filter(kinds: FileKinds) -> str:
    return ";;".join(f"{name} ({' '.join('*' + ending for ending in endings)})" for name, endings in kinds)


def _path(chosen: str) -> Path | None:
    return Path(chosen) if chosen else None
