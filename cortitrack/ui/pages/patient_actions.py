"""What one can record about a problem, each with its key; the letter stands at the end."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Signal, Slot
from PySide6.QtWidgets import QMenu, QWidget

from cortitrack.domain.records import RecordKind
from cortitrack.ui.widgets.button import Button
from cortitrack.ui.widgets.flow import Flow
from cortitrack.words.labels import heading, label
from cortitrack.words.tongue import t

_MORE = (
    (RecordKind.IMPRESSION, RecordKind.INSTRUMENT_TOTAL, RecordKind.MEASURE, RecordKind.INCIDENT),
    (RecordKind.REASSESSMENT, RecordKind.RED_FLAG, RecordKind.RISK),
    (RecordKind.THERAPY_PLAN, RecordKind.EXERCISE, RecordKind.MOTION),
    (RecordKind.CONSULTATION, RecordKind.TALK, RecordKind.FUNCTION_MARK, RecordKind.SURGERY),
)


class PatientActions(QWidget):
    """``asked`` carries the kind of record to add; ``letter_asked`` when a letter is wanted."""

    asked = Signal(object)
    letter_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        flow = Flow(self)
        self.buttons: dict[RecordKind, Button] = {}
        for kind, text, key in _keyed():
            button = Button(text, key=key, tip=t("Record: {what} ({key})", what=text, key=key))
            button.clicked.connect(partial(self._ask, kind))
            self.buttons[kind] = button
            flow.addWidget(button)
        self.more_button = Button(t("More …"), key="O", tip=t("Other things to record (O)"))
        self.more_button.clicked.connect(self._open_menu)
        flow.addWidget(self.more_button)
        self.menu = QMenu(self)
        for kinds in _MORE:
            self.menu.addSeparator()
            for kind in kinds:
                self.menu.addAction(heading(label(kind))).triggered.connect(partial(self._ask, kind))
        self.letter_button = Button(t("Letter"), kind="primary", key="L", tip=t("Write a letter (L)"))
        self.letter_button.clicked.connect(self.letter_asked)
        flow.addWidget(self.letter_button)

    def allow(self, *, writing: bool) -> None:
        """Whether anything may be recorded here; a letter can always be written."""
        for button in (*self.buttons.values(), self.more_button):
            button.setEnabled(writing)

    def _ask(self, kind: RecordKind, *_: object) -> None:
        self.asked.emit(kind)

    @Slot()
    def _open_menu(self) -> None:
        self.menu.popup(self.more_button.mapToGlobal(QPoint(0, self.more_button.height())))


def _keyed() -> tuple[tuple[RecordKind, str, str], ...]:
    return (
        (RecordKind.PAIN_SCORE, t("Score"), "S"),
        (RecordKind.INJECTION, t("Injection"), "I"),
        (RecordKind.THERAPY_SESSION, t("Therapy"), "T"),
        (RecordKind.PROCEDURE, t("Procedure"), "P"),
        (RecordKind.IMAGING, t("Imaging"), "G"),
        (RecordKind.MEDICATION, t("Medicine"), "M"),
    )
