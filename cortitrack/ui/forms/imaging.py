"""The form of a picture of the place and what it showed."""

from typing import Any

from cortitrack.domain.imaging import Finding, Modality
from cortitrack.domain.records import RecordKind
from cortitrack.ui.forms.asks import day, few, figure, line, one_of, prose, yes_no_open
from cortitrack.ui.forms.record_dialog import RecordDialog
from cortitrack.words.tongue import t


class ImagingDialog(RecordDialog):
    """No finding recorded is not the finding "none"."""

    kind = RecordKind.IMAGING

    def lay_out(self) -> None:
        top = self.sheet.top
        top.row(few("modality", t("Modality"), Modality, needed=True))
        top.row(
            day("on", t("Date"), self.today, needed=True, stands=True),
            one_of("finding", t("Finding that matters most"), Finding),
        )
        top.row(prose("text", t("Report"), rows=3))
        more = self.sheet.fold()
        more.row(
            day("requested_on", t("Requested on"), self.today),
            line("kept_at", t("Where the images are"), placeholder=t("Such as the hospital’s archive")),
        )
        more.row(prose("own_reading", t("Own reading")))
        more.row(yes_no_open("agrees_with_report", t("Agrees with the report"), t("Agrees"), t("Does not")))
        more.row(
            line("grade", t("Grade"), placeholder=t("Such as KL 3")),
            figure("size_cm", t("Size"), "cm"),
            line("level", t("Level"), placeholder=t("Such as L4/5")),
        )

    def start(self) -> dict[str, Any]:
        return {"on": self.today}
