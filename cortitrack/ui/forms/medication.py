"""The form of a course of a medicine."""

from typing import Any

from cortitrack.domain.medication import MedicationClass
from cortitrack.domain.records import RecordKind
from cortitrack.ui.forms.asks import Ask, day, line, one_of, prose
from cortitrack.ui.forms.record_dialog import RecordDialog
from cortitrack.ui.widgets.choice import Segments
from cortitrack.words.labels import side_site
from cortitrack.words.tongue import t

_PROBLEM, _PERSON = "problem", "person"


class MedicationDialog(RecordDialog):
    """Taken for the problem from which the form was opened, or for the whole person."""

    kind = RecordKind.MEDICATION

    def lay_out(self) -> None:
        top = self.sheet.top
        if self.spot.problem_id is not None:
            whom = Segments([(_PROBLEM, side_site(self.timeline.problem)), (_PERSON, t("Whole person"))])
            top.row(Ask(name="whom", words=t("What for"), control=whom, needed=True, stands=True, of_fact=False))
        top.row(
            line("drug", t("Drug"), needed=True, share=2),
            line("dose", t("Dose"), placeholder=t("500 mg twice a day"), share=2),
        )
        top.row(one_of("medication_class", t("Class"), MedicationClass, needed=True))
        top.row(
            day("from_on", t("From"), self.today, needed=True, stands=True),
            day("to_on", t("Until"), self.today, ahead=True, hint=t("Empty while it is still taken")),
        )
        top.row(prose("stopped_why", t("Why stopped"), placeholder=t("Such as no effect, stomach pain")))
        more = self.sheet.fold()
        more.row(line("route", t("Route"), placeholder=t("Such as by mouth")))
        more.row(prose("effect", t("Effect")))
        more.row(prose("note", t("Note")))

    def start(self) -> dict[str, Any]:
        return {"from_on": self.today, "whom": _PROBLEM}

    def settle(self) -> None:
        stopped = self.sheet.answer("to_on") is not None or bool(getattr(self.fact, "stopped_why", ""))
        self.sheet.show_ask("stopped_why", stopped)

    def answer_changed(self, name: str) -> None:
        if name == "to_on":
            self.settle()

    def held(self, fact: Any) -> dict[str, Any]:
        return super().held(fact) | {"whom": _PERSON if fact.problem_id is None else _PROBLEM}

    def belongs(self) -> dict[str, Any]:
        return {"patient_id": self.patient.id if self.patient else None}

    def fact_of(self, answers: dict[str, Any], new_id: int = 0) -> Any:
        if "whom" not in self.sheet:
            return super().fact_of(answers, new_id)
        for_problem = self.sheet.answer("whom") == _PROBLEM
        return super().fact_of(answers | {"problem_id": self.spot.problem_id if for_problem else None}, new_id)
