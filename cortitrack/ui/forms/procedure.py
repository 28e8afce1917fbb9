"""The form of a procedure with a needle or a probe."""

from collections.abc import Mapping
from typing import Any

from cortitrack.domain.anatomy import Guidance, Side
from cortitrack.domain.procedure import ProcedureKind
from cortitrack.domain.records import RecordKind
from cortitrack.ui.forms.asked_why import AskedWhy
from cortitrack.ui.forms.asks import count, day, few, figure, line, one_of, prose
from cortitrack.ui.forms.record_dialog import RecordDialog
from cortitrack.words.tongue import t

_SERIES = ("product", "volume_ml", "number_in_series")
_WHERE = ("nerve", "level", "side")
_DRUG = ("drug", "drug_mg")
_STEROID = ("steroid", "steroid_mg")
_RELIEF = ("relief_percent", "relief_hours")
_LATER = ("relief_3_months_percent", "relief_6_months_percent", "relief_12_months_percent")
_HEAT = ("temperature_c", "seconds")
ALL = (*_SERIES, *_WHERE, *_DRUG, *_STEROID, *_RELIEF, *_LATER, *_HEAT)
ASKED: Mapping[ProcedureKind, tuple[str, ...]] = {
    ProcedureKind.PRP: (*_SERIES, "side"),
    ProcedureKind.HYALURONIC_ACID: (*_SERIES, "side"),
    ProcedureKind.NERVE_BLOCK: (*_WHERE, *_DRUG, *_STEROID, *_RELIEF, "volume_ml"),
    ProcedureKind.RFA: (*_WHERE, *_HEAT, *_LATER),
    ProcedureKind.EPIDURAL: ("level", "side", *_DRUG, *_STEROID, *_RELIEF, "volume_ml"),
    ProcedureKind.ASPIRATION: ("volume_ml", "side"),
}
_UNUSUAL = ("kind", "on")


class ProcedureDialog(RecordDialog):
    """Asks of each kind what is its own. A corticosteroid injection has a form of its own."""

    kind = RecordKind.PROCEDURE

    def lay_out(self) -> None:
        top = self.sheet.top
        top.row(
            one_of("kind", t("Kind"), ProcedureKind, needed=True),
            day("on", t("Date"), self.today, needed=True, stands=True),
        )
        self._why = AskedWhy(self.sheet, top, self.around.desk.safety, self.timeline.problem.id)
        self._remark = self._why.remark
        top.row(line("target", t("Target")), line("product", t("Product")))
        top.row(figure("volume_ml", t("Volume"), "ml"), count("number_in_series", t("Number in the series")))
        top.row(line("nerve", t("Nerve")), line("level", t("Level"), placeholder=t("Such as L4/5")))
        top.row(few("side", t("Side"), Side))
        top.row(line("drug", t("Drug"), share=2), figure("drug_mg", t("Dose"), "mg"))
        top.row(figure("temperature_c", t("Temperature"), "°C", decimals=1), count("seconds", t("Time"), t("seconds")))
        top.row(figure("relief_percent", t("Relief"), "%"), figure("relief_hours", t("Relief lasted"), t("hours")))
        top.row(
            figure("relief_3_months_percent", t("Relief at 3 months"), "%"),
            figure("relief_6_months_percent", t("At 6 months"), "%"),
            figure("relief_12_months_percent", t("At 12 months"), "%"),
        )
        more = self.sheet.fold()
        more.row(one_of("guidance", t("Guidance"), Guidance))
        more.row(line("steroid", t("Steroid in it")), figure("steroid_mg", t("Dose of the steroid"), "mg"))
        more.row(prose("note", t("Note")))

    def start(self) -> dict[str, Any]:
        return {"on": self.today}

    def settle(self) -> None:
        asked = ASKED.get(self.sheet.answer("kind"), (*_SERIES, *_DRUG, *_STEROID, *_RELIEF))
        for name in ALL:
            recorded = getattr(self.fact, name, None) not in (None, "")
            self.sheet.show_ask(name, name in asked or recorded)
        self._why.settle(self.as_typed(), self.fact)

    def answer_changed(self, name: str) -> None:
        if name in _UNUSUAL:
            self.settle()
