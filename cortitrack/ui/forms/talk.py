"""The form of the talk about benefit and risk."""

from typing import Any

from cortitrack.domain.records import RecordKind
from cortitrack.ui.forms.asks import day, line, prose, yes_no_open
from cortitrack.ui.forms.record_dialog import RecordDialog
from cortitrack.words.tongue import t


class TalkDialog(RecordDialog):
    """Each subject was discussed, was not, or nothing is recorded of it."""

    kind = RecordKind.TALK

    def lay_out(self) -> None:
        top = self.sheet.top
        top.row(day("on", t("Date"), self.today, needed=True, stands=True), line("by", t("By")))
        top.heading(t("What was discussed"))
        for name, words in (
            ("benefit_and_risk", t("Benefit and risk")),
            ("recovery_time", t("Recovery time")),
            ("complications", t("Complications")),
            ("realistic_outcome", t("Realistic outcome")),
        ):
            top.row(yes_no_open(name, words, t("Discussed"), t("Not discussed"), t("Not recorded")))
        top.heading(t("The patient’s part"))
        top.row(prose("goal", t("Patient’s goal"), placeholder=t("Such as climbing stairs without a rail")))
        top.row(prose("expectation", t("Patient’s expectation")))
        more = self.sheet.fold()
        more.row(prose("note", t("Note")))

    def start(self) -> dict[str, Any]:
        return {"on": self.today, "by": self.clinician}
