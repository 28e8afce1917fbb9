"""The form of a colleague's opinion: what was asked, and what came of it."""

from typing import Any

from cortitrack.domain.consultation import Specialty
from cortitrack.domain.records import RecordKind
from cortitrack.domain.referral import Urgency
from cortitrack.ui.forms.asks import day, few, line, one_of, prose
from cortitrack.ui.forms.record_dialog import RecordDialog
from cortitrack.words.tongue import t


class ConsultationDialog(RecordDialog):
    """Asked today, answered later: the outcome is added by a correction."""

    kind = RecordKind.CONSULTATION

    def lay_out(self) -> None:
        top = self.sheet.top
        top.row(
            one_of("specialty", t("Who was asked"), Specialty, needed=True),
            line("to_whom", t("Name or practice")),
        )
        top.row(few("urgency", t("Urgency"), Urgency))
        top.row(prose("question", t("Question")))
        top.row(
            day("asked_on", t("Asked on"), self.today, needed=True, stands=True),
            day("seen_on", t("Seen on"), self.today, hint=t("Empty while no answer is there")),
        )
        more = self.sheet.fold(t("Outcome and note"))
        more.row(prose("outcome", t("Outcome"), rows=3))
        more.row(prose("note", t("Note")))

    def start(self) -> dict[str, Any]:
        return {"asked_on": self.today}
