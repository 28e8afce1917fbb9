"""The form of a problem: where it hurts, on which side, and which pain decides."""

from typing import Any

from cortitrack.domain.anatomy import Side, Site
from cortitrack.domain.pain import ScoreKind
from cortitrack.domain.records import RecordKind
from cortitrack.ui.forms.asks import Ask, day, line, one_of, prose
from cortitrack.ui.forms.record_dialog import RecordDialog
from cortitrack.ui.widgets.choice import Segments
from cortitrack.words.labels import SIDES_SPELT_OUT
from cortitrack.words.tongue import t


class ProblemDialog(RecordDialog):
    """The side is spelt out and has to be chosen; none stands there to begin with."""

    kind = RecordKind.PROBLEM

    def lay_out(self) -> None:
        top = self.sheet.top
        top.row(one_of("site", t("Site"), Site, needed=True))
        sides = Segments([(side.value, t(name)) for side, name in SIDES_SPELT_OUT.items()])
        top.row(Ask(name="side", words=t("Side"), control=sides, needed=True, read=Side, show=str, likely=Side.LEFT))
        top.row(line("diagnosis", t("Diagnosis")))
        more = self.sheet.fold()
        more.row(
            one_of(
                "primary_kind",
                t("Pain that decides"),
                ScoreKind,
                needed=True,
                stands=True,
                hint=t("Injections are judged by scores of this kind alone; kinds are never mixed."),
            ),
            line("icd10", t("ICD-10 code")),
        )
        more.row(day("onset_on", t("Since"), self.today), day("closed_on", t("Closed on"), self.today))
        more.row(prose("note", t("Note")))

    def start(self) -> dict[str, Any]:
        return {"primary_kind": ScoreKind.AVERAGE}

    def belongs(self) -> dict[str, Any]:
        return {"patient_id": self.spot.patient_id}
