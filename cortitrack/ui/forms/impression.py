"""The form of the overall impression, with relief recalled at a later visit."""

from typing import Any

from cortitrack.domain.records import RecordKind
from cortitrack.ui.forms.asks import Ask, day, figure, prose
from cortitrack.ui.forms.ladder import Ladder
from cortitrack.ui.forms.record_dialog import RecordDialog
from cortitrack.words.labels import heading
from cortitrack.words.phrases import pgic_words
from cortitrack.words.tongue import t

_PGIC = range(1, 8)


class ImpressionDialog(RecordDialog):
    """Seven answers as on the paper form; the recall counts only with both of its halves."""

    kind = RecordKind.IMPRESSION

    def lay_out(self) -> None:
        top = self.sheet.top
        ladder = Ladder([(number, heading(pgic_words(number))) for number in _PGIC])
        top.row(Ask(name="pgic", words=t("Since the injection, overall (PGIC)"), control=ladder))
        top.row(day("on", t("Date"), self.today, needed=True, stands=True))
        recall = self.sheet.fold(t("Recalled relief"))
        recall.note(t("Asked where scores in between were missed; it counts only with both figures."))
        recall.row(
            figure("best_relief_percent", t("Best relief"), "%"),
            figure("relief_weeks", t("It lasted"), t("weeks")),
        )
        more = self.sheet.fold()
        more.row(prose("note", t("Note")))

    def start(self) -> dict[str, Any]:
        return {"on": self.today}
