"""The form of a clinician's own judgement of one injection."""

from typing import Any

from cortitrack.domain.override import Judgement
from cortitrack.domain.records import RecordKind
from cortitrack.ui.forms.asks import day, few, line, prose
from cortitrack.ui.forms.record_dialog import RecordDialog
from cortitrack.words.figures import day as day_words
from cortitrack.words.phrases import headline
from cortitrack.words.tongue import t


class OverrideDialog(RecordDialog):
    """The computed verdict stands above it, as it will stand beside it."""

    kind = RecordKind.OVERRIDE

    def lay_out(self) -> None:
        top = self.sheet.top
        if computed := self._computed():
            top.note(computed, "ink")
        top.row(few("judgement", t("Own judgement"), Judgement, needed=True))
        top.row(prose("why", t("Reason"), rows=3, needed=True))
        top.row(
            line("clinician", t("Clinician"), needed=True), day("on", t("Date"), self.today, needed=True, stands=True)
        )
        top.note(t("The computed verdict stays visible beside it."))

    def start(self) -> dict[str, Any]:
        made = [override.clinician for override in self.timeline.overrides]
        clinician = made[-1] if made else self.around.desk.clinic().clinician
        return {"on": self.today, "clinician": clinician}

    def belongs(self) -> dict[str, Any]:
        return {"injection_id": self.spot.injection_id}

    def _computed(self) -> str:
        verdicts = self.around.desk.review.verdicts(self.timeline.problem.id)
        given = {injection.id: injection.given_on for injection in self.timeline.injections}
        for verdict in verdicts:
            if verdict.injection_id == self.spot.injection_id:
                on = day_words(given[verdict.injection_id])
                return t("Injection of {day}, computed: {verdict}", day=on, verdict=headline(verdict))
        return ""
