"""The form of an answer to an alert about an injection that is recorded already."""

from typing import Any

from cortitrack.domain.records import RecordKind
from cortitrack.domain.safety_answer import AlertLevel, Answer, SafetyRule
from cortitrack.ui.forms.asks import Ask, day, few, line, pairs, prose
from cortitrack.ui.forms.record_dialog import RecordDialog
from cortitrack.ui.widgets.choice import Choice
from cortitrack.words.figures import day as day_words
from cortitrack.words.phrases import injection_words
from cortitrack.words.safety_phrases import rule_name
from cortitrack.words.tongue import t


class SafetyAnswerDialog(RecordDialog):
    """Who overrides gives a name, a role and a reason; an alert is acknowledged without them."""

    kind = RecordKind.SAFETY_ANSWER

    def lay_out(self) -> None:
        top = self.sheet.top
        given = sorted(self.timeline.injections, key=lambda one: (one.given_on, one.id), reverse=True)
        choices = [(str(one.id), f"{day_words(one.given_on)} · {injection_words(one)}") for one in given]
        choice = Choice(choices, empty=t("Choose"))
        likely = given[0].id if given else 0
        of = Ask(
            name="injection_id", words=t("Injection"), control=choice, needed=True, read=int, show=str, likely=likely
        )
        top.row(of)
        rules = Choice(pairs(list(SafetyRule), rule_name), empty=t("Choose"))
        likely_rule = SafetyRule.S1
        top.row(
            Ask(
                name="rule",
                words=t("Rule"),
                control=rules,
                needed=True,
                read=SafetyRule,
                show=str,
                likely=likely_rule,
            )
        )
        top.row(few("level", t("Level"), AlertLevel, needed=True))
        top.row(few("answer", t("Answer"), Answer, needed=True))
        top.row(line("who", t("Who")), line("role", t("Role")))
        top.row(prose("why", t("Reason")))
        top.row(day("on", t("Date"), self.today, needed=True, stands=True))

    def start(self) -> dict[str, Any]:
        return {"on": self.today, "who": self.clinician, "injection_id": self.spot.injection_id}

    def belongs(self) -> dict[str, Any]:
        return {}
