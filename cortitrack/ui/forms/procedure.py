"""The form of a procedure with a needle or a probe."""

from typing import Any

from cortitrack.domain.anatomy import Guidance, Site
from cortitrack.domain.procedure import ProcedureKind
from cortitrack.domain.records import RecordKind
from cortitrack.ui.forms.asks import day, figure, line, one_of, prose
from cortitrack.ui.forms.record_dialog import RecordDialog
from cortitrack.words.tongue import t


class ProcedureDialog(RecordDialog):
    """A corticosteroid injection has a form of its own; what went in with a block stands here."""

    kind = RecordKind.PROCEDURE

    def lay_out(self) -> None:
        top = self.sheet.top
        top.row(
            one_of("kind", t("Kind"), ProcedureKind, needed=True),
            day("on", t("Date"), self.today, needed=True, stands=True),
        )
        self._remark = top.note()
        top.row(line("target", t("Target")), line("product", t("Product")))
        top.row(figure("relief_percent", t("Relief"), "%"), figure("relief_hours", t("Relief lasted"), t("hours")))
        more = self.sheet.fold()
        more.row(one_of("guidance", t("Guidance"), Guidance))
        more.row(line("steroid", t("Steroid in it")), figure("steroid_mg", t("Dose of the steroid"), "mg"))
        more.row(prose("note", t("Note")))

    def start(self) -> dict[str, Any]:
        return {"on": self.today}

    def settle(self) -> None:
        elsewhere = self.timeline.problem.site is not Site.KNEE
        hyaluronic = self.sheet.answer("kind") is ProcedureKind.HYALURONIC_ACID
        said = t("Hyaluronic acid is in use for knee osteoarthritis; for other sites there is little to support it.")
        self._remark.setText(said if elsewhere and hyaluronic else "")
        self._remark.setVisible(elsewhere and hyaluronic)

    def answer_changed(self, name: str) -> None:
        if name == "kind":
            self.settle()
