"""The part of the injection form that asks for pain: before the needle, and what the anaesthetic did."""

from collections.abc import Callable
from typing import Any

from cortitrack.domain.injection import Injection
from cortitrack.domain.pain import PainScore, Phase, ScoreKind, Source
from cortitrack.domain.timeline import Timeline
from cortitrack.services.offers import baseline_before
from cortitrack.ui.forms.asks import Ask, count, score
from cortitrack.ui.forms.baseline_field import BaselineField
from cortitrack.ui.forms.sheet import Sheet
from cortitrack.ui.surroundings import Surroundings
from cortitrack.words.figures import day
from cortitrack.words.figures import score as score_words
from cortitrack.words.labels import label
from cortitrack.words.tongue import t

_NUMB = ("current_before", "minutes_after", "current_after")


class BeforeNeedle:
    """Asks for a baseline unless a usable one is recorded; a score or the word that there is none answers it."""

    def __init__(self, sheet: Sheet, around: Surroundings, timeline: Timeline) -> None:
        self._sheet, self._around, self._timeline = sheet, around, timeline
        self._rules = around.desk.judging.rules()
        self._primary = timeline.problem.primary_kind
        self._baseline = BaselineField(around.theme)
        self._standing = sheet.top.note(tone="good")
        asked = t("Pain before the injection ({kind}, 0–10)", kind=_short(self._primary))
        sheet.top.row(Ask(name="baseline", words=asked, control=self._baseline, of_fact=False))
        self._block = sheet.fold(t("Test of the anaesthetic"))
        self._block.row(self._current("current_before", t("Current pain on the provoking movement, before")))
        self._block.row(count("minutes_after", t("Asked again after"), t("minutes"), of_fact=False))
        self._block.row(self._current("current_after", t("Current pain on the same movement, after")))

    def settle(self, injection: Injection) -> None:
        """Ask for what is missing before this injection, and say what is already there."""
        standing = baseline_before(self._timeline, injection, self._rules)
        self._standing.setText(_standing_words(standing))
        self._standing.setVisible(bool(standing))
        self._sheet.show_ask("baseline", not standing)
        for name in _NUMB:
            self._sheet.show_ask(name, injection.with_anaesthetic)
        self._sheet.show_ask("current_before", injection.with_anaesthetic and self._primary is not ScoreKind.CURRENT)
        assert self._block.fold is not None
        self._block.fold.setVisible(injection.with_anaesthetic)

    def troubles(self, injection: Injection) -> dict[str, str]:
        """What has to be answered before the injection can be saved as given."""
        if self._sheet["baseline"].field.isHidden() or self._baseline.is_answered():
            return {}
        return {"baseline": t("Choose a score, or say that it was not asked.")}

    def scores(self, injection: Injection, new_id: Callable[[], int]) -> tuple[PainScore, ...]:
        """The answers as scores of the injection's day."""
        baseline, before, minutes, after = (self._sheet.answer(name) for name in ("baseline", *_NUMB))
        found: list[dict[str, Any]] = []
        if baseline is not None:
            found.append({"kind": self._primary, "phase": Phase.PRE, "tenths": baseline})
        if before is not None:
            found.append({"kind": ScoreKind.CURRENT, "phase": Phase.PRE, "tenths": before})
        if after is not None:
            numb = {"phase": Phase.ANAESTHETIC, "tenths": after, "minutes_after": minutes}
            found.append({"kind": ScoreKind.CURRENT, **numb})
        on: dict[str, Any] = {
            "problem_id": self._timeline.problem.id,
            "on": injection.given_on,
            "source": Source.CLINIC,
        }
        return tuple(PainScore(id=new_id(), **on, **values) for values in found)

    def _current(self, name: str, words: str) -> Ask:
        return score(name, words, self._around.theme, of_fact=False)


def _short(kind: ScoreKind) -> str:
    return t("average") if kind is ScoreKind.AVERAGE else label(kind)


def _standing_words(scores: tuple[PainScore, ...]) -> str:
    if not scores:
        return ""
    values = ", ".join(score_words(each.tenths) for each in scores)
    on, kind = day(scores[0].on), label(scores[0].kind)
    return t("✓ Baseline is recorded: {kind} {score} on {day}", kind=kind, score=values, day=on)
