"""The letter: what is asked, of whom and how soon, beside the pages as they will be printed."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from cortitrack.domain.errors import Invalid, StorageTrouble, Why
from cortitrack.domain.patient import Patient
from cortitrack.domain.referral import Preset, Referral, Urgency
from cortitrack.ui.pages.letter_preview import LetterPreview, Proof
from cortitrack.ui.surroundings import Surroundings
from cortitrack.ui.theme import Size, Space
from cortitrack.ui.troubles import trouble_words
from cortitrack.ui.widgets.banner import Banner
from cortitrack.ui.widgets.button import Button
from cortitrack.ui.widgets.choice import Choice, Segments
from cortitrack.ui.widgets.field import Field
from cortitrack.ui.widgets.label import Label, rule
from cortitrack.ui.widgets.text_field import LongTextField, TextField
from cortitrack.words.labels import heading, label, problem_name
from cortitrack.words.letter_words import gaps
from cortitrack.words.phrases import refusal
from cortitrack.words.tongue import t

_FIELDS_WIDTH = 380
_PRESSING = (Urgency.EMERGENCY, Urgency.URGENT)


class LetterDialog(QDialog):
    """It stays open after the export, so that a copy for another reader costs one more field."""

    def __init__(self, around: Surroundings, problem_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._around, self._problem_id = around, problem_id
        self._timeline = around.desk.review.timeline(problem_id)
        self.setWindowTitle(t("Letter"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._side())
        self.preview = LetterPreview(around, problem_id)
        self.preview.failed.connect(self._say_trouble)
        self.preview.shown.connect(self._say_proof)
        right = QVBoxLayout()
        right.setContentsMargins(Space.LARGE, Space.LARGE, Space.LARGE, Space.LARGE)
        right.addWidget(self.preview)
        row.addLayout(right, 1)
        self.resize(around.theme.px(1120), around.theme.px(800))
        self._changed()
        self.question.take_focus()

    def _side(self) -> QWidget:
        side = QFrame()
        side.setProperty("side", True)
        side.setFixedWidth(self._around.theme.px(_FIELDS_WIDTH))
        column = QVBoxLayout(side)
        column.setContentsMargins(0, Space.LARGE, 0, Space.LARGE)
        column.setSpacing(Space.MEDIUM)
        head = QVBoxLayout()
        head.setContentsMargins(Space.HUGE, 0, Space.HUGE, 0)
        head.addWidget(Label(t("Letter"), size=Size.HEADING, bold=True))
        about = f"\u2068{self._timeline.patient.name}\u2069 · {problem_name(self._timeline.problem)}"
        head.addWidget(Label(about, tone="muted", wrap=True))
        column.addLayout(head)
        column.addWidget(rule())
        room = QScrollArea()
        room.setWidgetResizable(True)
        room.setFrameShape(QFrame.Shape.NoFrame)
        room.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        room.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        room.setWidget(self._form())
        column.addWidget(room, 1)
        column.addWidget(rule())
        column.addLayout(self._verbs())
        return side

    def _form(self) -> QWidget:
        form = QWidget()
        form.setProperty("page", True)
        column = QVBoxLayout(form)
        column.setContentsMargins(Space.HUGE, Space.SMALL, Space.HUGE, Space.SMALL)
        column.setSpacing(Space.MEDIUM)
        self.banner = Banner(self._around.theme)
        column.addWidget(self.banner)
        self.question = Field(t("What is asked?"), LongTextField(rows=3), needed=True)
        self.to = Field(t("To"), TextField(placeholder=t("Name or department")))
        presets = Choice([(one.value, heading(label(one))) for one in Preset])
        self.preset = Field(t("Kind of reader"), presets)
        urgencies = Segments([(one.value, heading(label(one))) for one in reversed(Urgency)])
        urgencies.set_value(Urgency.ROUTINE.value)
        self.urgency = Field(t("How soon?"), urgencies)
        self.urgency_reason = Field(t("Why so soon?"), TextField())
        self.wants = Field(t("What the patient wants"), LongTextField(rows=2))
        self.signed_by = Field(t("Signed by"), TextField())
        self.signed_by.control.set_value(self._around.desk.clinic().clinician)
        self._fields = {
            "question": self.question,
            "to": self.to,
            "preset": self.preset,
            "urgency": self.urgency,
            "urgency_reason": self.urgency_reason,
            "wants": self.wants,
            "signed_by": self.signed_by,
        }
        for field in self._fields.values():
            column.addWidget(field)
            field.control.changed.connect(self._changed)
        self.missing = Label(size=Size.SMALL, tone="warn", wrap=True)
        self.missing.setVisible(False)
        column.addWidget(self.missing)
        column.addStretch(1)
        return form

    def _verbs(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(Space.HUGE, 0, Space.HUGE, 0)
        row.setSpacing(Space.SMALL)
        row.addStretch(1)
        close = Button(t("Close"))
        close.clicked.connect(self.reject)
        self.export_button = Button(t("Save as PDF …"), kind="primary")
        self.export_button.clicked.connect(self.export)
        row.addWidget(close)
        row.addWidget(self.export_button)
        return row

    def referral(self, *, draft: bool) -> Referral:
        """What was filled in, as the request for a letter; raises Invalid."""
        return Referral(
            to=self.to.control.value(),
            question=self.question.control.value(),
            wants=self.wants.control.value(),
            urgency=Urgency(self.urgency.control.value() or Urgency.ROUTINE),
            urgency_reason=self.urgency_reason.control.value(),
            preset=Preset(self.preset.control.value() or Preset.ORTHOPAEDIC),
            signed_by=self.signed_by.control.value(),
            draft=draft,
        )

    @Slot()
    def _changed(self) -> None:
        urgent = self.urgency.control.value() != Urgency.ROUTINE.value
        self.urgency_reason.setVisible(urgent)
        try:
            referral = self.referral(draft=not self.question.control.value())
        except Invalid as invalid:
            self._show(invalid)
            return
        self.preview.show_letter(referral)

    @Slot()
    def export(self) -> None:
        """Write the letter into a file that the person chooses."""
        try:
            referral = self.referral(draft=False)
            self._refuse_gaps(referral)
        except Invalid as invalid:
            self._show(invalid)
            return
        suggested = Path.home() / self.file_name()
        path = self._around.messages.choose_save(t("Save the letter"), suggested, [(t("PDF"), [".pdf"])])
        if path is None:
            return
        path = path if path.suffix.lower() == ".pdf" else path.with_name(path.name + ".pdf")
        try:
            self._around.desk.letters.write(self._problem_id, referral, path)
        except Invalid as invalid:
            self._show(invalid)
        except StorageTrouble as storage:
            self.banner.say("bad", trouble_words(storage))
        else:
            self.banner.say("info", t("The letter was saved as {name}.", name=path.name))

    def _refuse_gaps(self, referral: Referral) -> None:
        if referral.urgency in _PRESSING and not referral.urgency_reason.strip():
            raise Invalid("urgency_reason", Why.MISSING)

    def file_name(self) -> str:
        """The name that is offered for the file: person, place and day."""
        return letter_file_name(self._timeline.patient, problem_name(self._timeline.problem), self._around.today)

    def _show(self, invalid: Invalid) -> None:
        field = self._fields.get(invalid.field)
        if field is None:
            self.banner.say("bad", refusal(invalid))
            return
        field.show_error(refusal(invalid))
        field.take_focus()

    @Slot(object)
    def _say_trouble(self, error: Exception) -> None:
        if isinstance(error, Invalid):
            self._show_quietly(error)
        elif said := trouble_words(error):
            self.banner.say("bad", said)
        else:
            raise error

    def _show_quietly(self, invalid: Invalid) -> None:
        """At its field, but the keyboard stays where it is."""
        field = self._fields.get(invalid.field)
        if field is None:
            self.banner.say("bad", refusal(invalid))
        else:
            field.show_error(refusal(invalid))

    @Slot(object)
    def _say_proof(self, proof: Proof) -> None:
        """What the reader will miss, and a name that cannot be printed, before the letter is issued."""
        self.missing.setText(t("Not recorded, and the reader may miss it: {gaps}", gaps=gaps(proof.gaps)))
        self.missing.setVisible(bool(proof.gaps))
        forbidding = next((one for one in proof.unprintable if one.forbids), None)
        if forbidding is None:
            self.banner.clear()
            return
        invalid = Invalid(forbidding.field, Why.UNPRINTABLE, value=forbidding.characters)
        if forbidding.field in self._fields:
            self._fields[forbidding.field].show_error(refusal(invalid))
        else:
            self.banner.say("warn", refusal(invalid))


def letter_file_name(patient: Patient, problem: str, day: object) -> str:
    """A file name that every system takes and that sorts by person."""
    kept = "".join(sign if sign.isalnum() or sign in " -" else " " for sign in f"{patient.name} {problem}")
    return " ".join(kept.split())[:120] + f" {day}.pdf"
