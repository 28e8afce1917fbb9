"""The form of one exercise with its sets, repetitions and load."""

from typing import Any

from PySide6.QtCore import Slot

from cortitrack.domain.records import RecordKind
from cortitrack.ui.forms.asks import count, day, figure, line, prose
from cortitrack.ui.forms.record_dialog import RecordDialog
from cortitrack.ui.forms.repeat_strip import RepeatStrip
from cortitrack.words.figures import day as day_words
from cortitrack.words.phrases import entry_value
from cortitrack.words.tongue import t

_AGAIN = ("exercise", "sets", "repetitions", "load", "load_unit")


class ExerciseDialog(RecordDialog):
    """The last exercise can be taken over, since the same ones are done again with a little more."""

    kind = RecordKind.EXERCISE

    def lay_out(self) -> None:
        top = self.sheet.top
        done = self.timeline.exercises if self.fact is None else ()
        self._last = max(done, key=lambda one: (one.on, one.id), default=None)
        if self._last is not None:
            what = ", ".join(part for part in (self._last.exercise, entry_value(self._last)) if part)
            strip = RepeatStrip(t("Last time, {day}: {what}", day=day_words(self._last.on), what=what))
            strip.asked.connect(self._repeat)
            top.add(strip)
        top.row(
            line("exercise", t("Exercise"), needed=True, placeholder=t("Such as step-downs"), share=2),
            day("on", t("Date"), self.today, needed=True, stands=True),
        )
        top.row(
            count("sets", t("Sets")),
            count("repetitions", t("Repetitions")),
            figure("load", t("Load"), decimals=2),
            line("load_unit", t("Unit of the load"), placeholder=t("kg"), letters=14),
        )
        top.row(prose("progress", t("Progress")))
        more = self.sheet.fold()
        more.row(prose("note", t("Note")))

    def start(self) -> dict[str, Any]:
        return {"on": self.today}

    @Slot()
    def _repeat(self) -> None:
        self.sheet.fill({name: getattr(self._last, name) for name in _AGAIN})
