"""The form of a conservative measure."""

from typing import Any

from cortitrack.domain.measure import MeasureKind
from cortitrack.domain.records import RecordKind
from cortitrack.ui.forms.asks import day, figure, line, one_of, prose
from cortitrack.ui.forms.record_dialog import RecordDialog
from cortitrack.words.tongue import t


class MeasureDialog(RecordDialog):
    """Which measure, from when, and a figure where it has one."""

    kind = RecordKind.MEASURE

    def lay_out(self) -> None:
        top = self.sheet.top
        top.row(one_of("kind", t("Kind"), MeasureKind, needed=True))
        top.row(
            day("on", t("From"), self.today, needed=True, stands=True),
            day("to_on", t("Until"), self.today, ahead=True, hint=t("Empty while it goes on")),
        )
        top.row(figure("value", t("Figure")), line("unit", t("Unit"), placeholder=t("Such as kg, or hours a day")))
        more = self.sheet.fold()
        more.row(prose("note", t("Note")))

    def start(self) -> dict[str, Any]:
        return {"on": self.today}
