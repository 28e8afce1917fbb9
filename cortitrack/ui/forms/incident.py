"""The form of an incident besides treatment."""

from typing import Any

from cortitrack.domain.incident import IncidentKind
from cortitrack.domain.records import RecordKind
from cortitrack.ui.forms.asks import day, few, prose
from cortitrack.ui.forms.record_dialog import RecordDialog
from cortitrack.words.tongue import t


class IncidentDialog(RecordDialog):
    """What happened to the place, and when."""

    kind = RecordKind.INCIDENT

    def lay_out(self) -> None:
        top = self.sheet.top
        top.row(few("kind", t("Kind"), IncidentKind, needed=True))
        top.row(day("on", t("Date"), self.today, needed=True, stands=True))
        top.row(prose("note", t("Note")))

    def start(self) -> dict[str, Any]:
        return {"on": self.today}
