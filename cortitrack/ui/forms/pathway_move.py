"""The form by which a clinician moves a problem to another stage, forwards or back."""

from typing import Any

from cortitrack.domain.pathway import Stage
from cortitrack.domain.records import RecordKind
from cortitrack.ui.forms.asks import day, few, line, prose
from cortitrack.ui.forms.record_dialog import RecordDialog
from cortitrack.words.figures import day as day_words
from cortitrack.words.labels import heading, label
from cortitrack.words.tongue import t


class PathwayMoveDialog(RecordDialog):
    """Says where the problem stands now; every stage can be chosen."""

    kind = RecordKind.PATHWAY_MOVE

    def lay_out(self) -> None:
        top = self.sheet.top
        if self.fact is None:
            top.note(self._standing(), "ink")
        top.row(few("stage", t("To the stage"), Stage, needed=True))
        top.row(prose("why", t("Reason"), rows=3, needed=True))
        top.row(day("on", t("Date"), self.today, needed=True, stands=True), line("by", t("By")))

    def start(self) -> dict[str, Any]:
        return {"on": self.today, "by": self.clinician}

    def _standing(self) -> str:
        path = self.around.desk.pathway.of(self.timeline.problem.id)
        if path.stage is None or path.since is None:
            return t("Nobody has put this problem at a stage yet.")
        since = day_words(path.since)
        return t("Now: {stage}, since {day}", stage=heading(label(path.stage)), day=since)
