"""The form of the clinic's own details, as they are printed on its letters."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from cortitrack.domain.errors import Invalid
from cortitrack.services.changes import Change
from cortitrack.ui.forms.asks import line, prose
from cortitrack.ui.forms.form_dialog import FormDialog
from cortitrack.ui.surroundings import Surroundings
from cortitrack.words.phrases import refusal
from cortitrack.words.tongue import t


class ClinicDialog(FormDialog):
    """There is one clinic in a file, so it is only ever changed."""

    def __init__(self, around: Surroundings, *, parent: QWidget | None) -> None:
        self._clinic = around.desk.clinic()
        about = t("Printed at the head of every letter")
        super().__init__(around, t("Clinic details"), about, t("Save clinic details"), parent=parent)
        top = self.sheet.top
        top.row(line("name", t("Name of the clinic"), needed=True))
        top.row(prose("address", t("Address"), rows=3))
        top.row(line("clinician", t("Clinician")), line("call_back", t("Number for calling back")))
        top.row(line("email", t("E-mail")))
        self.sheet.fill({ask.name: getattr(self._clinic, ask.name) for ask in self.sheet})
        self.begin()
        self.sheet["name"].field.take_focus()

    def keep(self) -> Change | None:
        changed = replace(self._clinic, **self.sheet.answers())
        return None if changed == self._clinic else self.around.desk.record.set_clinic(changed)

    def troubles(self) -> dict[str, str]:
        found = self.sheet.troubles()
        if not found:
            try:
                replace(self._clinic, **self.sheet.answers())
            except Invalid as invalid:
                found = {self.place_of(invalid): refusal(invalid)}
        return found
