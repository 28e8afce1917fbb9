"""The form of an injection: what went where, after the pain before it was asked."""

from typing import Any

from PySide6.QtCore import QTimer, Slot

from cortitrack.domain.anatomy import Guidance, Region, Target
from cortitrack.domain.errors import StorageTrouble
from cortitrack.domain.injection import Drug, Injection
from cortitrack.domain.records import RecordKind
from cortitrack.services.changes import Change
from cortitrack.services.offers import last_injection
from cortitrack.ui.forms.asks import clock, day, figure, line, one_of, prose
from cortitrack.ui.forms.before_needle import BeforeNeedle
from cortitrack.ui.forms.record_dialog import RecordDialog
from cortitrack.ui.forms.repeat_strip import RepeatStrip
from cortitrack.ui.forms.safety_panel import WHO, SafetyPanel
from cortitrack.words.figures import day as day_words
from cortitrack.words.figures import dose
from cortitrack.words.labels import label
from cortitrack.words.phrases import trouble
from cortitrack.words.tongue import t

_AGAIN = ("drug", "dose_mg", "volume_ml", "anaesthetic", "anaesthetic_ml", "guidance", "approach", "operator")
_BESIDE = ("given_on", "given_at", "anaesthetic", "anaesthetic_ml", "target")
_PAUSE = 250  # milliseconds after a key, so that nothing jumps while a figure is being typed


class InjectionDialog(RecordDialog):
    """A new one is saved together with the scores of its day and the answers to its alerts, in one step."""

    kind = RecordKind.INJECTION
    wide = 1080

    def lay_out(self) -> None:
        beside = self.sheet.split()
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
        top.row(one_of("region", t("Way into the epidural space"), Region))
        self._before = None
        if self.fact is None:
            self._before = BeforeNeedle(self.sheet, self.around, self.timeline)
        more = self.sheet.fold()
        more.row(line("approach", t("Approach")), line("operator", t("Operator")))
        more.row(line("lot", t("Lot")), day("expires_on", t("Expiry date"), self.today, ahead=True))
        more.row(prose("adverse", t("Adverse event")))
        more.row(prose("note", t("Note")))
        recorded = self.fact if isinstance(self.fact, Injection) else None
        self.safety = SafetyPanel(self.sheet, self.around, self.timeline, recorded=recorded)
        beside.add(self.safety)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._look)

    def start(self) -> dict[str, Any]:
        return {"given_on": self.today, WHO: self.clinician}

    def settle(self) -> None:
        self._follow()
        self._look()

    def answer_changed(self, name: str) -> None:
        if name in _BESIDE:
            self._follow()
        if self.sheet[name].of_fact:
            self._pause.start()
        self._remind()

    def troubles(self) -> dict[str, str]:
        if self.fact is None:
            self._look()
        asked = {} if self._before is None else self._before.troubles(self._as_typed())
        return super().troubles() | asked

    def keep(self) -> Change | None:
        """An injection comes with the scores of its day and the answers to its alerts, in one step."""
        if self._before is None:
            return super().keep()
        record = self.around.desk.record
        new = self.fact_of(self.sheet.answers(), record.new_id())
        assert isinstance(new, Injection)
        scores = self._before.scores(new, record.new_id)
        answers = self.safety.answers(new.id, record.new_id)
        return self.around.desk.safety.record(new, *scores, answers=answers)

    def _follow(self) -> None:
        """Ask for what belongs to the answers that stand there."""
        epidural = self.sheet.answer("target") is Target.EPIDURAL
        self.sheet.show_ask("region", epidural or getattr(self.fact, "region", None) is not None)
        if self._before is not None:
            self._before.settle(self._as_typed())

    @Slot()
    def _look(self) -> None:
        """Say what the safety rules say of what stands there now."""
        self._pause.stop()
        try:
            self.safety.look(self._as_typed(), is_drug_known=self.sheet.answer("drug") is not None)
        except StorageTrouble as storage:
            self.banner.say("bad", trouble(storage.kind, storage.path, storage.holder))
        self._remind()

    def _remind(self) -> None:
        """Beside the button stands what has still to be answered."""
        words, tone = self.safety.waiting()
        self.aside.setText(words)
        self.aside.set_tone(tone)

    def _as_typed(self) -> Injection:
        """The injection as far as it stands there, with today and any drug where they are missing."""
        typed = self.as_typed(given_on=self.today, drug=Drug.OTHER)
        assert isinstance(typed, Injection)
        return typed

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
