"""The form of a pain score: a digit and Enter are enough."""

from typing import Any

from cortitrack.domain.errors import Invalid
from cortitrack.domain.pain import PainScore, Phase, Scale, ScoreKind, Source, tenths_of
from cortitrack.domain.records import Fact, RecordKind
from cortitrack.ui.forms.asks import Ask, clock, count, day, few, figure, one_of, prose, score
from cortitrack.ui.forms.record_dialog import RecordDialog
from cortitrack.ui.widgets.choice import Segments
from cortitrack.words.labels import heading, label
from cortitrack.words.tongue import t

_LTR, _END = "\u2066", "\u2069"  # a range of figures runs from the left in every script
_ASKED = (Source.CLINIC, Source.PHONE, Source.DIARY, Source.RECALLED)


def question(kind: ScoreKind) -> str:
    """What the patient is asked for this kind of pain."""
    if kind is ScoreKind.AVERAGE:
        return t("Average pain over the last 7 days")
    if kind is ScoreKind.CURRENT:
        return t("Current pain on the provoking movement")
    return heading(label(kind))


class PainScoreDialog(RecordDialog):
    """On the day of an injection it also asks where the score stands to the needle."""

    kind = RecordKind.PAIN_SCORE

    def lay_out(self) -> None:
        top = self.sheet.top
        top.row(score("nrs", t("Pain"), self.around.theme, needed=True, missing=t("Choose a score."), of_fact=False))
        top.row(
            figure(
                "vas", t("Pain"), t("mm of 100"), decimals=0, needed=True, missing=t("Write the score."), of_fact=False
            )
        )
        scales = Segments([(Scale.NRS.value, f"{_LTR}0–10{_END}"), (Scale.VAS.value, f"{_LTR}0–100{_END} VAS")])
        top.row(
            one_of("kind", t("Kind of pain"), ScoreKind, needed=True, stands=True),
            Ask(name="scale", words=t("Scale"), control=scales, needed=True, stands=True, read=Scale, show=str),
        )
        top.row(day("on", t("Date"), self.today, needed=True, stands=True), clock("at", t("Time")))
        held = self.fact.source if isinstance(self.fact, PainScore) else None
        sources = [source for source in Source if source in _ASKED or source is held]
        top.row(few("source", t("How it came to us"), Source, only=sources))
        before = t("Without one of these it counts as before the injection.")
        top.row(few("phase", t("On the day of an injection"), Phase, hint=before))
        top.row(count("minutes_after", t("After the injection"), t("minutes")))
        more = self.sheet.fold()
        more.row(prose("note", t("Note")))

    def start(self) -> dict[str, Any]:
        primary = self.timeline.problem.primary_kind
        return {"kind": primary, "scale": Scale.NRS, "on": self.today, "source": Source.CLINIC}

    def held(self, fact: Fact) -> dict[str, Any]:
        assert isinstance(fact, PainScore)
        shown = {"nrs": fact.tenths} if fact.scale is Scale.NRS else {"vas": fact.value}
        return super().held(fact) | shown

    def settle(self) -> None:
        visual = self.sheet.answer("scale") is Scale.VAS
        self.sheet.show_ask("nrs", not visual)
        self.sheet.show_ask("vas", visual)
        asked = question(self.sheet.answer("kind") or self.timeline.problem.primary_kind)
        for name in ("nrs", "vas"):
            self.sheet[name].reword(asked)
        on_the_day = self.sheet.answer("on") in {injection.given_on for injection in self.timeline.injections}
        for name in ("phase", "minutes_after"):
            kept = self.fact is not None and getattr(self.fact, name) is not None
            self.sheet.show_ask(name, on_the_day or kept)

    def answer_changed(self, name: str) -> None:
        if name in ("scale", "kind", "on"):
            self.settle()

    def fact_of(self, answers: dict[str, Any], new_id: int = 0) -> Fact:
        visual = answers["scale"] is Scale.VAS
        given = self.sheet.answer("vas" if visual else "nrs")
        tenths = tenths_of(given, Scale.VAS) if visual and given is not None else int(given or 0)
        return super().fact_of(answers | {"tenths": tenths}, new_id)

    def place_of(self, invalid: Invalid) -> str:
        if invalid.field in ("value", "tenths"):
            return "vas" if self.sheet.answer("scale") is Scale.VAS else "nrs"
        return super().place_of(invalid)
