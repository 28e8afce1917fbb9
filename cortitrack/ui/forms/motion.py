"""The form of how far one movement goes."""

from typing import Any

from cortitrack.domain.records import RecordKind
from cortitrack.ui.forms.asks import day, figure, line, prose, yes_no_open
from cortitrack.ui.forms.record_dialog import RecordDialog
from cortitrack.words.tongue import t


class MotionDialog(RecordDialog):
    """Degrees by the neutral zero method: below zero where the neutral position is not reached."""

    kind = RecordKind.MOTION

    def lay_out(self) -> None:
        top = self.sheet.top
        top.row(
            line("movement", t("Movement"), needed=True, placeholder=t("Such as flexion"), share=2),
            figure("degrees", t("Degrees"), "°", decimals=1, needed=True),
        )
        top.note(t("Below zero where the neutral position is not reached."))
        top.row(yes_no_open("passive", t("How it was moved"), t("Passive"), t("Active"), t("Not recorded")))
        top.row(day("on", t("Date"), self.today, needed=True, stands=True))
        more = self.sheet.fold()
        more.row(prose("note", t("Note")))

    def start(self) -> dict[str, Any]:
        return {"on": self.today}
