"""The form of what makes an injection riskier for a person, recorded once for all their problems."""

from collections.abc import Mapping
from typing import Any

from cortitrack.domain.anatomy import Side, Site
from cortitrack.domain.records import RecordKind
from cortitrack.domain.risk import MEASURED, Risk, RiskKind
from cortitrack.ui.forms.asks import day, few, figure, line, one_of, prose
from cortitrack.ui.forms.record_dialog import RecordDialog
from cortitrack.ui.widgets.number_field import NumberField
from cortitrack.words.figures import day as day_words
from cortitrack.words.tongue import t

DETAILS: Mapping[RiskKind, str] = {
    RiskKind.ALLERGY: "Allergic to",
    RiskKind.ANTICOAGULANT: "Which medicine",
    RiskKind.ANTIPLATELET: "Which medicine",
    RiskKind.INTERACTING_MEDICINE: "Which medicine",
    RiskKind.IMMUNOSUPPRESSION: "By what",
    RiskKind.CANCER_HISTORY: "Which cancer",
    RiskKind.INFECTION: "Which infection, where",
    RiskKind.LIVE_VACCINE: "Which vaccine",
    RiskKind.PROSTHESIS: "Which prosthesis",
}


class RiskDialog(RecordDialog):
    """Asks of each kind what is its own: HbA1c, INR, the joint of a prosthesis, what an allergy is to."""

    kind = RecordKind.RISK

    def lay_out(self) -> None:
        top = self.sheet.top
        top.row(one_of("kind", t("Kind"), RiskKind, needed=True))
        top.row(
            line("detail", t("Detail"), share=2),
            figure("value", t("Value"), hint=t("A newer value is a new entry, from its day.")),
        )
        top.row(one_of("site", t("Site"), Site), few("side", t("Side"), Side))
        top.row(
            day("from_on", t("From"), self.today, needed=True, stands=True),
            day("to_on", t("Until"), self.today, ahead=True, hint=t("Empty while it goes on")),
        )
        more = self.sheet.fold()
        more.row(prose("note", t("Note")))

    def start(self) -> dict[str, Any]:
        return {"from_on": self.today}

    def settle(self) -> None:
        kind = self.sheet.answer("kind")
        measured = MEASURED.get(kind)
        self.sheet["detail"].reword(t(DETAILS.get(kind, "Detail")))
        value = self.sheet["value"].control
        assert isinstance(value, NumberField)
        inr = measured is not None and measured.unit == "INR"
        self.sheet["value"].reword(t("INR") if inr else t("HbA1c") if measured else t("Value"))
        value.set_unit(measured.unit if measured and not inr else "")
        self.sheet.show_ask("value", measured is not None or self._holds("value"))
        for name in ("site", "side"):
            self.sheet.show_ask(name, kind is RiskKind.PROSTHESIS or self._holds(name))

    def answer_changed(self, name: str) -> None:
        if name == "kind":
            self.settle()

    def belongs(self) -> dict[str, Any]:
        return {"patient_id": self.patient.id if self.patient else None}

    def whom(self) -> str:
        return f"{self.patient.name} · {day_words(self.patient.birth_date)}" if self.patient else ""

    def fact_of(self, answers: dict[str, Any], new_id: int = 0) -> Any:
        kind, value = answers["kind"], answers["value"]
        unit = MEASURED[kind].unit if kind in MEASURED and value is not None else ""
        if isinstance(self.fact, Risk) and (self.fact.kind, self.fact.value) == (kind, value):
            unit = self.fact.unit
        return super().fact_of(answers | {"unit": unit}, new_id)

    def _holds(self, name: str) -> bool:
        return getattr(self.fact, name, None) is not None
