"""The form of a clinician's own mark whether function is limited."""

from typing import Any

from cortitrack.domain.records import RecordKind
from cortitrack.ui.forms.asks import day, line, prose, yes_no
from cortitrack.ui.forms.record_dialog import RecordDialog
from cortitrack.words.tongue import t


class FunctionMarkDialog(RecordDialog):
    """A mark needs a note of what it rests on; the latest mark stands."""

    kind = RecordKind.FUNCTION_MARK

    def lay_out(self) -> None:
        top = self.sheet.top
        top.row(
            yes_no("limited", t("Function"), t("Significantly limited"), t("Not limited"), needed=True, likely=True)
        )
        what = t("Such as: walks 200 m, no stairs, up at night")
        top.row(prose("note", t("What it rests on"), rows=3, needed=True, placeholder=what))
        top.row(day("on", t("Date"), self.today, needed=True, stands=True), line("by", t("By")))

    def start(self) -> dict[str, Any]:
        return {"on": self.today, "by": self.clinician}
