"""What a person sees when the program made a mistake: sorry, what is safe, and details to pass on."""

import logging
import platform
import sys
import threading
import traceback
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QObject, Signal, Slot, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QWidget

from cortitrack.ui.messages import MessageDialog
from cortitrack.ui.theme import Theme
from cortitrack.words.tongue import t

_LOG = logging.getLogger(__name__)


def technical_details(kind: type[BaseException], trace: TracebackType | None, version: str) -> str:
    """Where it happened and on what, without the error's own words, which may quote a record."""
    lines = [
        f"CortiTrack {version}",
        f"Python {platform.python_version()}, Qt {qVersion()}, {platform.system()}",
    ]
    lines.append(f"{kind.__module__}.{kind.__qualname__}")
    for frame in traceback.extract_tb(trace):
        inside = frame.filename.replace("\\", "/").rpartition("/cortitrack/")[2]
        lines.append(f"  {inside.rpartition('/site-packages/')[2]}:{frame.lineno} {frame.name}")
    return "\n".join(lines)


class CrashDialog(MessageDialog):
    """Says sorry, shows the details and copies them."""

    def __init__(self, theme: Theme, details: str, parent: QWidget | None = None) -> None:
        sentence = t(
            "Sorry, CortiTrack made a mistake. What was saved before is safe; what you were doing just "
            "now may not be saved. The details below hold no names and no records: please pass them on."
        )
        super().__init__(theme, "stop", "bad", sentence, details, parent)
        self._details = details
        self.copy_button = self.add_verb(t("Copy details"), accepts=False)
        self.buttons.removeButton(self.copy_button)
        self.buttons.addButton(self.copy_button, self.buttons.ButtonRole.ActionRole)
        self.copy_button.clicked.connect(self._copy)
        close = self.add_verb(t("Close"), accepts=True, kind="primary")
        close.setDefault(True)
        close.setFocus()

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._details)
        self.copy_button.setText(t("Copied"))


class CrashHook(QObject):
    """Catches what nobody caught, on any thread, logs where it was and shows the dialog once at a time."""

    caught = Signal(str)

    def __init__(self, theme: Theme, version: str, show: Callable[[str], None] | None = None) -> None:
        super().__init__()
        self._theme, self._version = theme, version
        self._show_details = show or self._show_dialog
        self._showing = False
        self.caught.connect(self._show)

    def install(self) -> None:
        """Become the hook of the interpreter and of its threads."""
        sys.excepthook = self.catch
        threading.excepthook = self._catch_in_thread

    def catch(self, kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> None:
        """Take one exception; the dialog comes on the UI thread."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error or kind(), trace)
            return
        details = technical_details(kind, trace, self._version)
        _LOG.critical("Uncaught: %s", details)
        self.caught.emit(details)

    def _catch_in_thread(self, caught: threading.ExceptHookArgs) -> None:
        self.catch(caught.exc_type, caught.exc_value, caught.exc_traceback)

    @Slot(str)
    def _show(self, details: str) -> None:
        if self._showing:
            return
        self._showing = True
        try:
            self._show_details(details)
        finally:
            self._showing = False

    def _show_dialog(self, details: str) -> None:
        dialog: QDialog = CrashDialog(self._theme, details)
        dialog.exec()
