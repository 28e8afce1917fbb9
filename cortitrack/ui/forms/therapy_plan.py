"""The form of a plan of therapy."""

from typing import Any

from cortitrack.domain.records import RecordKind
from cortitrack.domain.therapy import TherapyKind
from cortitrack.ui.forms.asks import count, day, few, figure, line, prose
from cortitrack.ui.forms.record_dialog import RecordDialog
from cortitrack.words.tongue import t


class TherapyPlanDialog(RecordDialog):
    """Without an end the plan goes on."""

    kind = RecordKind.THERAPY_PLAN

    def lay_out(self) -> None:
        top = self.sheet.top
        top.row(few("kind", t("Kind"), TherapyKind, needed=True))
        top.row(
            day("from_on", t("From"), self.today, needed=True, stands=True),
            day("to_on", t("Until"), self.today, ahead=True, hint=t("Empty while it goes on")),
        )
        top.row(prose("aim", t("Aim"), placeholder=t("Such as strength, stability, less load on the joint")))
        top.row(count("sessions_planned", t("Planned sessions")), figure("adherence_percent", t("Adherence"), "%"))
        more = self.sheet.fold()
        more.row(prose("home_programme", t("Home programme")))
        more.row(line("manual_therapy", t("Manual therapy"), placeholder=t("Technique or grade")))
        more.row(prose("note", t("Note")))

    def start(self) -> dict[str, Any]:
        return {"from_on": self.today}
