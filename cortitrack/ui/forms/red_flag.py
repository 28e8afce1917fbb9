"""The form of one red flag that was looked for: there, not there, resolved."""

from typing import Any

from cortitrack.domain.records import RecordKind
from cortitrack.domain.red_flag import RedFlagKind
from cortitrack.ui.forms.asks import day, line, one_of, prose, yes_no
from cortitrack.ui.forms.record_dialog import RecordDialog
from cortitrack.words.tongue import t


class RedFlagDialog(RecordDialog):
    """That it was not there is an entry too."""

    kind = RecordKind.RED_FLAG

    def lay_out(self) -> None:
        top = self.sheet.top
        top.row(one_of("flag", t("Red flag"), RedFlagKind, needed=True))
        top.row(yes_no("present", t("Was it there?"), t("Present"), t("Absent"), needed=True, likely=True))
        top.row(
            day("on", t("Looked for on"), self.today, needed=True, stands=True),
            day("resolved_on", t("Resolved on"), self.today, hint=t("Empty while it stands")),
        )
        top.row(line("by", t("By")))
        top.row(prose("note", t("Note")))

    def start(self) -> dict[str, Any]:
        return {"on": self.today, "by": self.clinician}
