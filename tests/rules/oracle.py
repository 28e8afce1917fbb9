"""§ 4–7 of the page of the verdict rules read once more: what the fast rules are held against.

In the page's own order. Where the page leaves a choice, a comment that begins with "Choice:" says which is taken.
"""

from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from cortitrack.domain.anatomy import Guidance
from cortitrack.domain.timeline import Timeline
from tests.rules.oracle_sight import DEFAULTS, Sight, median, responds

NO_RESPONSE = {"failed_no_response", "failed_worsened"}


@dataclass
class Answer:
    """What the page says of one injection on one day; `rule` is the number of the rule of § 5 that decided."""

    rule: int
    verdict: str
    reason: str | None = None
    level: str | None = None
    durability: str | None = None
    flags: set[str] = field(default_factory=set)
    provisional: bool = False
    anaesthetic_phase: str = "not_assessed"
    hints: set[str] = field(default_factory=set)


class Oracle(Sight):
    """The rules over what is seen."""

    # --- § 5 the rules in order ---

    def decide(self) -> Answer:
        """The first rule that matches."""
        if self.baseline is None:
            return Answer(1, "insufficient_data", "stale_baseline" if self.stale else "no_baseline")
        if 0 in self.censoring:
            return Answer(2, "confounded", "same_day_intervention")
        if self.today < self.n["primary_first_day"] and self.censor is None:
            return Answer(3, "too_early")
        if self.b < Fraction(self.n["low_baseline_tenths"], 10):
            return self.low_baseline()
        if self.window(*self.primary()) is not None:
            return self.rule_5()
        if self.censor is not None and self.censor <= self.n["primary_last_day"]:
            return self.rule_6()
        if self.today <= self.n["primary_last_day"]:
            late = self.today > self.n["primary_overdue_after_day"]
            return Answer(7, "awaiting_data", "overdue" if late else "due")
        return self.rule_8()

    def short_lived(self, rule: int, level: str | None) -> Answer | None:
        """Rule 5a as written."""
        last_response = self.last_response()
        if last_response is None:
            return None
        day, last = self.attributable(last=self.n["durability_last_day"])[-1]
        if day > last_response and self.lost(last) and last_response < self.n["minimum_benefit_days"]:
            return Answer(
                rule, "failed_short_lived", level=level, flags={"rebound_worse"} if self.much_worse(last) else set()
            )
        return None

    def durability(self) -> str:
        """§ 5b."""
        last_response = self.last_response()
        value = self.window(*self.durable())
        if responds(self.level(value)) or (
            last_response is not None and last_response >= self.n["minimum_benefit_days"]
        ):
            return "sustained"
        if value is not None:
            return "waning"
        if self.censor is not None and self.censor <= self.n["durability_last_day"]:
            return "censored"
        return "pending" if self.today <= self.n["durability_last_day"] else "unknown"

    def rule_5(self) -> Answer:
        """P has a value."""
        level = self.level(self.window(*self.primary()))
        later = self.level(self.window(*self.durable()))
        short = self.short_lived(5, level)
        if short is not None:
            answer = short
        elif responds(level):
            answer = Answer(5, "responded", level=level, durability=self.durability())
        elif level == "partial":
            answer = self.rule_5c(later)
        else:
            answer = self.rule_5d(level, later)
        # The window asked about is P, also where D decides the level that is reported.
        return self.discord(answer, level, self.pgic(*self.primary()))

    def rule_5c(self, later: str | None) -> Answer:
        """P partial."""
        if responds(later):
            return Answer(5, "responded", level=later, durability=self.durability(), flags={"delayed"})
        if later in {"none", "worse"}:
            return Answer(5, "failed_no_response", level=later, flags={"partial_lost"})
        return Answer(5, "partial", level="partial", flags=set() if self.last_response() is None else {"waning"})

    def rule_5d(self, level: str | None, later: str | None) -> Answer:
        """P none or worse."""
        early = self.attributable(last=self.n["primary_first_day"] - 1)
        if responds(later) and any(responds(self.level(score)) for _, score in early):
            return Answer(5, "partial", level=level, flags={"fluctuating"})
        # Choice: late_improvement belongs to the failures of this rule; fluctuating says it already.
        flags = {"late_improvement"} if responds(later) else set()
        pgic = self.pgic(*self.primary())
        if level == "worse":
            return Answer(5, "failed_worsened", level="worse", flags=flags)
        if self.ceiling() and pgic is not None and pgic > self.n["pgic_unchanged_at_most"]:
            return Answer(5, "failed_worsened", "pgic_ceiling", level="worse", flags=flags)
        return Answer(5, "failed_no_response", level="none", flags=flags)

    def rule_6(self) -> Answer:
        """P empty, another treatment by its last day."""
        if not self.attributable(self.n["early_evidence_day"]):
            return Answer(6, "confounded", "no_score_before_reintervention")
        level = self.level(self.attributable()[-1][1])
        answer = self.short_lived(6, level)
        if answer is None and level not in {"none", "worse"}:
            return Answer(6, "confounded", "reintervention_while_better", level=level)
        if answer is None:
            answer = Answer(6, "failed_worsened" if level == "worse" else "failed_no_response", level=level)
        answer.reason = "reintervention"
        return answer

    def rule_8(self) -> Answer:
        """P missed."""
        window = self.window(*self.durable())
        level = self.level(window)
        early = self.attributable(self.n["early_evidence_day"], self.n["primary_first_day"] - 1)
        if window is not None:
            answer = self.short_lived(8, level) or self.by_level(level) or self.by_recall(bool(early))
            return self.discord(answer, level, self.pgic(*self.durable()))
        if early:
            level = self.level(median([score for _, score in early]))
            answer = self.short_lived(8, level) or self.by_level(level) or Answer(8, "failed_no_response", level=level)
            answer.flags.add("early_basis")
            return answer
        if self.censor is not None and self.censor <= self.n["durability_last_day"]:
            return Answer(8, "confounded", "no_score_before_reintervention")
        if self.today <= self.n["durability_last_day"]:
            return Answer(8, "awaiting_data", "primary_missed")
        return Answer(8, "insufficient_data", "outside_windows" if self.attributable() else "no_follow_up")

    def by_level(self, level: str | None) -> Answer | None:
        """The part of rule 8 that a level alone decides; None for the level none."""
        if responds(level):
            return Answer(8, "responded", level=level, durability=self.durability())
        if level == "partial":
            return Answer(8, "partial", level=level)
        return Answer(8, "failed_worsened", level=level) if level == "worse" else None

    def by_recall(self, early: bool) -> Answer:
        """Rule 8 where D shows no benefit."""
        recall = self.recall()
        if recall is None:
            return Answer(8, "failed_no_response" if early else "failed_no_lasting_benefit", level="none")
        helped = recall[0] >= self.n["recall_relief_percent"] and recall[1] >= self.n["recall_weeks"]
        verdict = "failed_short_lived" if helped else "failed_no_response"
        return Answer(8, verdict, level="none", flags={"recall_based"})

    # --- § 6 special cases ---

    def low_baseline(self) -> Answer:
        """Rule 4."""
        window = next((w for w in (self.primary(), self.durable()) if self.holds_anything(w)), None)
        if window is not None:
            return self.low_window(window)
        if self.censor is not None and self.censor <= self.n["durability_last_day"]:
            return Answer(4, "confounded", "no_score_before_reintervention")
        for last_day, reason in (
            (self.n["primary_overdue_after_day"], "due"),
            (self.n["primary_last_day"], "overdue"),
            (self.n["durability_last_day"], "primary_missed"),
        ):
            if self.today <= last_day:
                return Answer(4, "awaiting_data", reason)
        return Answer(4, "insufficient_data", "no_follow_up")

    def holds_anything(self, window: tuple[int, int]) -> bool:
        """Whether a window holds a score or a PGIC."""
        return self.window(*window) is not None or self.pgic(*window) is not None

    def low_window(self, window: tuple[int, int]) -> Answer:
        """The window that speaks for a low baseline."""
        n, value, pgic = self.n, self.window(*window), self.pgic(*window)
        if value is not None and self.much_worse(value):
            return Answer(4, "failed_worsened", level="worse")
        if value is not None:
            fall = self.b - value
            if (
                fall >= Fraction(n["low_baseline_fall_tenths"], 10)
                and fall * 100 >= n["low_baseline_fall_percent"] * self.b
            ):
                # Choice: with a clinic's own numbers, where § 3 would say less, what responds is still a response.
                substantial = fall * 100 >= n["substantial_percent"] * self.b
                return Answer(
                    4, "responded", level="substantial" if substantial else "response", durability="not_judged"
                )
        if pgic is None:
            return Answer(4, "insufficient_data", "low_baseline")
        if pgic <= n["pgic_improved_at_most"]:
            return Answer(4, "responded", "pgic", level="response", durability="not_judged")
        if pgic <= n["pgic_partial"]:
            return Answer(4, "partial", "pgic", level="partial")
        if pgic <= n["pgic_unchanged_at_most"]:
            return Answer(4, "failed_no_response", "pgic", level="none")
        return Answer(4, "failed_worsened", "pgic", level="worse")

    def discord(self, answer: Answer, level: str | None, pgic: int | None) -> Answer:
        """§ 6: the patient's own word against the level of the window that decided."""
        if pgic is None:
            return answer
        improved, worsened = pgic <= self.n["pgic_improved_at_most"], pgic > self.n["pgic_unchanged_at_most"]
        if (
            (responds(level) and pgic >= self.n["pgic_contradicts_response_from"])
            or (level in {"none", "worse"} and improved)
            or (level == "partial" and (improved or worsened))
        ):
            answer.flags.add("pgic_discordant")
        return answer

    def ceiling(self) -> bool:
        """Whether the scale leaves no room to be worse."""
        return self.b + Fraction(self.n["worse_tenths"], 10) > 10

    def independent_flags(self) -> set[str]:
        """§ 6: the flags that ask for no verdict."""
        n, flags = self.n, set()
        if any(n["carry_over_first_day"] <= day <= -1 for day in self.censoring):
            flags.add("carry_over")
        if any(day >= n["carry_over_first_day"] for day in self.annotating):
            flags.add("co_intervention")
        if self.baseline is None:
            return flags
        for name, first, last in (
            ("flare", n["flare_first_day"], n["flare_last_day"]),
            ("prolonged_flare", n["prolonged_flare_first_day"], n["flare_last_day"]),
            ("worse_score", n["flare_last_day"] + 1, float("inf")),
        ):
            if any(self.much_worse(score) for _, score in self.untouched(first, last)):
                flags.add(name)
        return flags | ({"ceiling"} if self.ceiling() else set())

    def rule_flags(self, answer: Answer) -> set[str]:
        """§ 6: the flags of the rule that decided, and what came after the last window."""
        flags = set()
        last = self.n["durability_last_day"]
        if answer.rule in {5, 6} and self.censor is not None and self.censor <= last:
            flags.add("reintervention")
        if answer.rule == 4:
            flags.add("low_baseline")
        if answer.rule == 8:
            flags.add("primary_missing")
        if answer.verdict == "responded" and answer.rule != 4:
            gone = [score for _, score in self.attributable(last + 1) if self.lost(score)]
            if gone:
                flags.add("late_worse" if self.much_worse(gone[0]) else "late_relapse")
        return flags

    # --- § 7 hints ---

    def hints(self, answer: Answer) -> set[str]:
        """Where to look for the cause."""
        hints: set[str] = set()
        if not (answer.verdict.startswith("failed") or answer.verdict == "partial"):
            return hints
        guided = self.needle.guidance in {Guidance.ULTRASOUND, Guidance.FLUOROSCOPY, Guidance.CT}
        if answer.verdict in NO_RESPONSE:
            hints |= {
                "negative": {"source_elsewhere"},
                "positive": {"not_inflammatory"},
            }.get(answer.anaesthetic_phase, {"anaesthetic_unknown"})
            if answer.anaesthetic_phase != "positive" and not guided:
                hints.add("technique")
        hints |= {
            "failed_short_lived": {"mechanical_driver"},
            "failed_no_lasting_benefit": {"course_unknown"},
            "partial": {"optimise_conservative"},
        }.get(answer.verdict, set())
        if answer.verdict == "failed_worsened" or answer.flags & {"rebound_worse", "worse_score"}:
            hints.add("red_flag_review")
        return hints


def judged_by_the_page(
    timeline: Timeline, injection_id: int, as_of: date, numbers: dict[str, int] | None = None
) -> Answer:
    """What the page says of one injection on one day."""
    oracle = Oracle(timeline, injection_id, as_of, DEFAULTS if numbers is None else numbers)
    answer = oracle.decide()
    answer.flags |= oracle.independent_flags() | oracle.rule_flags(answer)
    answer.anaesthetic_phase = oracle.phase()
    if answer.verdict in {"responded", "partial"} or answer.verdict.startswith("failed"):
        until = oracle.n["durability_last_day" if "early_basis" in answer.flags else "primary_last_day"]
        answer.provisional = oracle.today <= until
    answer.hints = oracle.hints(answer)
    return answer
