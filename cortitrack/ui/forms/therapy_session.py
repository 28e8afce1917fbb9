"""The form of a therapy session."""

from typing import Any

from PySide6.QtCore import Slot

from cortitrack.domain.records import RecordKind
from cortitrack.domain.therapy import TherapyKind
from cortitrack.services.offers import last_session
from cortitrack.ui.forms.asks import day, few, figure, line, prose, yes_no
from cortitrack.ui.forms.record_dialog import RecordDialog
from cortitrack.ui.forms.repeat_strip import RepeatStrip
from cortitrack.words.figures import day as day_words
from cortitrack.words.labels import label
from cortitrack.words.tongue import t

_AGAIN = ("kind", "therapist", "content")


class TherapySessionDialog(RecordDialog):
    """Attended is what a session is noted for, so it stands there to begin with; missed is one click."""

    kind = RecordKind.THERAPY_SESSION

    def lay_out(self) -> None:
        top = self.sheet.top
        self._last = last_session(self.timeline) if self.fact is None else None
        if self._last is not None:
            what = ", ".join(
                part for part in (label(self._last.kind), self._last.therapist, self._last.content) if part
            )
            strip = RepeatStrip(t("Last time, {day}: {what}", day=day_words(self._last.on), what=what))
            strip.asked.connect(self._repeat)
            top.add(strip)
        top.row(few("kind", t("Kind"), TherapyKind, needed=True))
        top.row(
            day("on", t("Date"), self.today, needed=True, stands=True),
            yes_no("attended", t("Did the patient come?"), t("Attended"), t("Missed")),
        )
        top.row(prose("content", t("What was done"), placeholder=t("Such as quadriceps, step-downs")))
        more = self.sheet.fold()
        more.row(line("therapist", t("Therapist")), figure("adherence_percent", t("Adherence"), "%"))
        more.row(prose("note", t("Note")))

    def start(self) -> dict[str, Any]:
        return {"on": self.today, "attended": True}

    @Slot()
    def _repeat(self) -> None:
        self.sheet.fill({name: getattr(self._last, name) for name in _AGAIN})
        self.sheet.unfold_answers(self.start())
