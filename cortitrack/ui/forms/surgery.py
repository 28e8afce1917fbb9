"""The form of an operation, planned or done."""

from typing import Any

from cortitrack.domain.records import RecordKind
from cortitrack.domain.surgery import SurgeryKind, SurgeryStatus
from cortitrack.ui.forms.asked_why import AskedWhy
from cortitrack.ui.forms.asks import day, few, line, one_of, prose
from cortitrack.ui.forms.record_dialog import RecordDialog
from cortitrack.words.tongue import t

_UNUSUAL = ("kind", "status", "on")


class SurgeryDialog(RecordDialog):
    """Only what is planned may lie ahead."""

    kind = RecordKind.SURGERY

    def lay_out(self) -> None:
        top = self.sheet.top
        top.row(one_of("kind", t("Kind"), SurgeryKind, needed=True), few("status", t("Status"), SurgeryStatus))
        top.row(day("on", t("Date"), self.today, ahead=True, needed=True), line("surgeon", t("Surgeon")))
        self._why = AskedWhy(self.sheet, top, self.around.desk.safety, self.timeline.problem.id)
        more = self.sheet.fold()
        more.row(prose("outcome", t("Outcome")))
        more.row(prose("note", t("Note")))

    def start(self) -> dict[str, Any]:
        return {"status": SurgeryStatus.DONE}

    def settle(self) -> None:
        is_told = self.sheet.answer("on") is not None and self.sheet.answer("kind") is not None
        self._why.settle(self.as_typed() if is_told else None, self.fact)

    def answer_changed(self, name: str) -> None:
        if name in _UNUSUAL:
            self.settle()
