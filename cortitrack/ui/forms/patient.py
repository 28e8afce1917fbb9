"""The form of a person."""

from typing import Any

from PySide6.QtCore import QTimer, Slot

from cortitrack.domain.patient import Patient, Sex
from cortitrack.domain.records import RecordKind
from cortitrack.services.patients import PatientRow
from cortitrack.ui.forms.asks import day, few, line, prose
from cortitrack.ui.forms.record_dialog import RecordDialog
from cortitrack.words.figures import day as day_words
from cortitrack.words.tongue import nt, t

_TELLS_APART = ("family_name", "given_name", "birth_date")
_SHOWN = 3


class PatientDialog(RecordDialog):
    """Warns of people who may be the same, and lets them be added all the same."""

    kind = RecordKind.PATIENT

    def lay_out(self) -> None:
        self._seen: frozenset[int] = frozenset()
        self._too_new_to_be_read = False
        top = self.sheet.top
        top.row(line("family_name", t("Family name"), needed=True), line("given_name", t("Given name")))
        born = day("birth_date", t("Date of birth"), self.today, needed=True, placeholder=t("such as 4 March 1968"))
        top.row(born, line("record_number", t("Record number")))
        top.row(few("sex", t("Sex"), Sex))
        top.row(line("phone", t("Phone")), line("email", t("E-mail")))
        top.row(
            prose("allergies", t("Allergies"), placeholder=t("One on each line")),
            prose("conditions", t("Conditions"), placeholder=t("Such as diabetes, prosthesis, pregnancy")),
        )
        more = self.sheet.fold()
        more.row(prose("address", t("Address")), line("language", t("Language")))
        more.row(prose("note", t("Note")))

    def belongs(self) -> dict[str, Any]:
        return {}

    def answer_left(self, name: str) -> None:
        if name in _TELLS_APART:
            self._look_for_others()

    def holds_back(self) -> bool:
        self._look_for_others()
        return self._too_new_to_be_read

    def _look_for_others(self) -> None:
        """Show who may be the same person; Enter in the birth date would show and save at once, so it only shows."""
        others = self._others()
        found = frozenset(other.id for other in others)
        if found == self._seen:
            return
        self._too_new_to_be_read = bool(found - self._seen)
        QTimer.singleShot(0, self, self._has_been_shown)
        self._seen = found
        if others:
            self.notice.say("warn", _warning(others))
            self.verb.setText(t("Add all the same") if self.fact is None else t("Correct all the same"))
        else:
            self.notice.clear()
            self.verb.setText(self.windowTitle())

    @Slot()
    def _has_been_shown(self) -> None:
        self._too_new_to_be_read = False

    def _others(self) -> tuple[PatientRow, ...]:
        family, given, born = (self.sheet.answer(name) for name in _TELLS_APART)
        if not family or born is None:
            return ()
        if isinstance(self.fact, Patient) and (family, given, born) == (
            self.fact.family_name,
            self.fact.given_name,
            self.fact.birth_date,
        ):
            return ()
        found = self.around.desk.patients.possible_duplicates(family, given, born)
        return tuple(row for row in found if self.fact is None or row.id != self.fact.id)


def _warning(others: tuple[PatientRow, ...]) -> str:
    lines = [
        nt("This may be somebody who has a record:", "This may be one of {n} people who have a record:", len(others))
    ]
    lines += [_person(other) for other in others[:_SHOWN]]
    if len(others) > _SHOWN:
        lines.append("…")
    return "\n".join(lines)


def _person(other: PatientRow) -> str:
    name = f"{other.given_name} {other.family_name}".strip()
    number = t("No. {number}", number=other.record_number) if other.record_number else ""
    return " · ".join(part for part in (name, day_words(other.birth_date), number) if part)
