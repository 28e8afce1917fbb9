"""The form of an injection: what went where, after the pain before it was asked."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Slot

from cortitrack.domain.anatomy import Guidance, Target
from cortitrack.domain.injection import Drug, Injection
from cortitrack.domain.records import Fact, RecordKind
from cortitrack.services.offers import last_injection
from cortitrack.ui.forms.asks import clock, day, figure, line, one_of, prose
from cortitrack.ui.forms.before_needle import BeforeNeedle
from cortitrack.ui.forms.record_dialog import RecordDialog
from cortitrack.ui.forms.repeat_strip import RepeatStrip
from cortitrack.words.figures import day as day_words
from cortitrack.words.figures import dose
from cortitrack.words.labels import label
from cortitrack.words.tongue import t

_AGAIN = ("drug", "dose_mg", "volume_ml", "anaesthetic", "anaesthetic_ml", "guidance", "approach", "operator")
_BESIDE = ("given_on", "given_at", "anaesthetic", "anaesthetic_ml")


class InjectionDialog(RecordDialog):
    """A new one is saved together with the scores of its day, in one step."""

    kind = RecordKind.INJECTION

    def lay_out(self) -> None:
        top = self.sheet.top
        self._offer()
        top.row(day("given_on", t("Given on"), self.today, needed=True, stands=True), clock("given_at", t("Time")))
        top.row(
            one_of("drug", t("Drug"), Drug, needed=True, share=2),
            figure("dose_mg", t("Dose"), "mg"),
            figure("volume_ml", t("Volume"), "ml"),
        )
        top.row(
            line(
                "anaesthetic", t("Local anaesthetic"), placeholder=t("Such as lidocaine 1 %; empty for none"), share=3
            ),
            figure("anaesthetic_ml", t("Volume of it"), "ml"),
        )
        top.row(one_of("target", t("Structure"), Target), one_of("guidance", t("Guidance"), Guidance))
        self._before = None
        if self.fact is None:
            self._before = BeforeNeedle(self.sheet, self.around, self.timeline)
        more = self.sheet.fold()
        more.row(line("approach", t("Approach")), line("operator", t("Operator")))
        more.row(line("lot", t("Lot")), day("expires_on", t("Expiry date"), self.today, ahead=True))
        more.row(prose("adverse", t("Adverse event")))
        more.row(prose("note", t("Note")))

    def start(self) -> dict[str, Any]:
        return {"given_on": self.today}

    def settle(self) -> None:
        if self._before is not None:
            self._before.settle(self._as_typed())

    def answer_changed(self, name: str) -> None:
        if name in _BESIDE:
            self.settle()

    def troubles(self) -> dict[str, str]:
        asked = {} if self._before is None else self._before.troubles(self._as_typed())
        return super().troubles() | asked

    def beside(self, fact: Any) -> tuple[Fact, ...]:
        if self._before is None:
            return ()
        return self._before.scores(self._as_typed(), self.around.desk.record.new_id)

    def _as_typed(self) -> Injection:
        """The injection as far as it stands there, with today and any drug where they are missing."""
        standing = Injection(id=0, problem_id=self.timeline.problem.id, given_on=self.today, drug=Drug.OTHER)
        answers = {name: self.sheet.answer(name) for name in ("given_on", "given_at", "anaesthetic", "anaesthetic_ml")}
        if answers["given_on"] is None:
            answers["given_on"] = self.today
        return replace(standing, **answers)

    def _offer(self) -> None:
        self._last = last_injection(self.timeline) if self.fact is None else None
        if self._last is None:
            return
        on = day_words(self._last.given_on)
        strip = RepeatStrip(t("Last time, {day}: {what}", day=on, what=_what(self._last)))
        strip.asked.connect(self._repeat)
        self.sheet.top.add(strip)

    @Slot()
    def _repeat(self) -> None:
        again = {name: getattr(self._last, name) for name in _AGAIN}
        if self._last is not None and self._last.problem_id == self.timeline.problem.id:
            again["target"] = self._last.target
        self.sheet.fill(again)
        self.sheet.unfold_answers({})


def _what(last: Injection) -> str:
    drug = " ".join(part for part in (dose(last.dose_mg, "mg"), label(last.drug)) if part)
    numb = " ".join(part for part in (last.anaesthetic, dose(last.anaesthetic_ml, "ml")) if part)
    guidance = "" if last.guidance is None else label(last.guidance)
    parts = (drug, dose(last.volume_ml, "ml"), numb, guidance, last.approach, last.operator)
    return ", ".join(part for part in parts if part)
