"""§ 1–3 of the page of the verdict rules, slow and plain: what is seen of one injection, and which score speaks.

Written from the page alone, with fractions, lists and codes as text. Scores are points, days count from the injection.
Where the page leaves a choice, a comment that begins with "Choice:" says which is taken.
"""

from datetime import date, time
from fractions import Fraction

from cortitrack.domain.incident import IncidentKind
from cortitrack.domain.injection import Injection
from cortitrack.domain.medication import MedicationClass
from cortitrack.domain.pain import PainScore, Phase, ScoreKind
from cortitrack.domain.procedure import ProcedureKind
from cortitrack.domain.surgery import SurgeryStatus
from cortitrack.domain.timeline import Timeline

DEFAULTS = {
    "baseline_first_day": -28,
    "carry_over_first_day": -28,
    "flare_first_day": 1,
    "flare_last_day": 7,
    "prolonged_flare_first_day": 4,
    "early_first_day": 8,
    "early_evidence_day": 14,
    "primary_first_day": 28,
    "primary_due_day": 42,
    "primary_overdue_after_day": 56,
    "primary_last_day": 69,
    "durability_first_day": 70,
    "durability_due_day": 84,
    "durability_last_day": 125,
    "six_months_first_day": 126,
    "six_months_last_day": 272,
    "twelve_months_first_day": 273,
    "twelve_months_last_day": 456,
    "minimum_benefit_days": 84,
    "response_tenths": 20,
    "response_percent": 30,
    "substantial_percent": 50,
    "partial_tenths": 10,
    "partial_percent": 15,
    "worse_tenths": 20,
    "lost_percent": 20,
    "low_baseline_tenths": 40,
    "low_baseline_fall_tenths": 20,
    "low_baseline_fall_percent": 50,
    "pgic_improved_at_most": 2,
    "pgic_partial": 3,
    "pgic_unchanged_at_most": 5,
    "pgic_contradicts_response_from": 5,
    "recall_relief_percent": 30,
    "recall_weeks": 1,
    "anaesthetic_positive_percent": 50,
    "anaesthetic_negative_below_percent": 30,
    "anaesthetic_window_minutes": 480,
}
WITH_THE_NEEDLE = {ProcedureKind.ASPIRATION, ProcedureKind.HYDRODILATATION, ProcedureKind.BARBOTAGE}


def median(values: list[Fraction]) -> Fraction | None:
    """The middle one, or the mean of the middle two."""
    if not values:
        return None
    row = sorted(values)
    return (row[(len(row) - 1) // 2] + row[len(row) // 2]) / 2


def minutes(at: time) -> int:
    """Minutes since midnight."""
    return at.hour * 60 + at.minute


def responds(level: str | None) -> bool:
    """Whether a level counts as a response."""
    return level in {"response", "substantial"}


class Sight:
    """One injection with everything around it that is seen on one day."""

    def __init__(self, timeline: Timeline, injection_id: int, as_of: date, numbers: dict[str, int]) -> None:
        """Gather the facts of § 1, nothing dated after `as_of`."""
        self.record = timeline
        self.needle: Injection = next(i for i in timeline.injections if i.id == injection_id)
        self.n = numbers
        self.today = self.day(as_of)
        self.scores = self.scores_of_days()
        censoring, annotating = self.events()
        self.censoring = [day for day in censoring if day <= self.today]
        self.annotating = [day for day in annotating if day <= self.today]
        self.censor = min((day for day in self.censoring if day >= 1), default=None)
        self.baseline, self.stale = self.find_baseline()

    def day(self, on: date) -> int:
        """Days from the injection."""
        return (on - self.needle.given_on).days

    # --- § 1 what goes in ---

    def before_needle(self, score: PainScore) -> bool:
        """Whether a score of day 0 is a pre-injection score."""
        if score.phase is not None:
            return score.phase is Phase.PRE
        if score.at is not None and self.needle.given_at is not None:
            return minutes(score.at) <= minutes(self.needle.given_at)  # the same minute counts as before
        # Choice: a time that cannot be compared, because the injection has none, says nothing.
        # Choice: 0 minutes after is the same minute, hence before, as with the clock.
        return score.minutes_after is None or score.minutes_after == 0

    def minutes_after(self, score: PainScore) -> int | None:
        """How long after the injection a score of day 0 was asked, where that is known."""
        # Choice: the clock first, then the noted minutes, in the order in which the archive's page names them.
        if score.at is not None and self.needle.given_at is not None:
            return minutes(score.at) - minutes(self.needle.given_at)
        return score.minutes_after

    def scores_of_days(self) -> dict[int, Fraction]:
        """§ 3.0: the scores of the primary kind, one a day; of day 0 only what was before the injection."""
        of_day: dict[int, list[Fraction]] = {}
        for score in self.record.scores:
            day = self.day(score.on)
            # Scores of the anaesthetic phase, of whichever injection, never speak for the steroid.
            if score.kind is not self.record.problem.primary_kind or score.phase is Phase.ANAESTHETIC:
                continue
            # Choice: on other days than day 0 only the day counts, whatever the phase says.
            if day > self.today or (day == 0 and not self.before_needle(score)):
                continue
            of_day.setdefault(day, []).append(Fraction(score.tenths, 10))
        return {day: median(values) or Fraction(0) for day, values in sorted(of_day.items())}

    def events(self) -> tuple[list[int], list[int]]:
        """Days of the events that censor and of those that annotate."""
        record, censoring, annotating = self.record, [], []
        censoring += [self.day(i.given_on) for i in record.injections if i.id != self.needle.id]
        annotating += [self.day(i.given_on) for i in record.elsewhere]
        for procedure in record.procedures:
            day = self.day(procedure.on)
            if not (day == 0 and procedure.kind in WITH_THE_NEEDLE):
                censoring.append(day)
        censoring += [self.day(s.on) for s in record.surgeries if s.status is not SurgeryStatus.PLANNED]
        for medication in record.medications:
            censors = medication.medication_class is MedicationClass.SYSTEMIC_STEROID
            (censoring if censors else annotating).append(self.day(medication.from_on))
        hurts = {IncidentKind.FRACTURE, IncidentKind.TRAUMA}
        censoring += [self.day(i.on) for i in record.incidents if i.kind in hurts]
        annotating += [self.day(s.on) for s in record.sessions if s.attended is not False]
        annotating += [self.day(m.on) for m in record.measures]
        return censoring, annotating

    def recall(self) -> tuple[Fraction, Fraction] | None:
        """The latest complete recall asked after the injection and not after the problem's next one."""
        later = [self.day(i.given_on) for i in self.record.injections]
        following = min((day for day in later if 0 < day <= self.today), default=self.today)
        complete = [
            (self.day(i.on), Fraction(i.best_relief_percent), Fraction(i.relief_weeks))
            for i in self.record.impressions
            if i.best_relief_percent is not None and i.relief_weeks is not None
        ]
        asked = [recall for recall in complete if 0 < recall[0] <= min(following, self.today)]
        # Choice: of two on one day the one with less relief, then the shorter, as the worse PGIC of a day counts.
        latest = sorted(asked, key=lambda recall: (-recall[0], recall[1], recall[2]))
        return (latest[0][1], latest[0][2]) if latest else None

    # --- § 3 which score speaks ---

    def find_baseline(self) -> tuple[Fraction | None, bool]:
        """B, and whether there is only an older one."""
        before = [day for day in self.scores if day <= 0]
        usable = [day for day in before if day >= self.n["baseline_first_day"]]
        return (self.scores[max(usable)], False) if usable else (None, bool(before))

    @property
    def b(self) -> Fraction:
        """B where rule 1 has seen to it that there is one."""
        assert self.baseline is not None
        return self.baseline

    def untouched(self, first: int, last: float = float("inf")) -> list[tuple[int, Fraction]]:
        """Days and scores from `first` to `last`, on or before the first censoring event."""
        until = last if self.censor is None else min(last, self.censor)
        return [(day, score) for day, score in self.scores.items() if first <= day <= until]

    def attributable(self, first: int = 0, last: float = float("inf")) -> list[tuple[int, Fraction]]:
        """The attributable scores among them."""
        return self.untouched(max(first, self.n["early_first_day"]), last)

    def window(self, first: int, last: int) -> Fraction | None:
        """The value of a window."""
        return median([score for _, score in self.attributable(first, last)])

    def pgic(self, first: int, last: int) -> int | None:
        """The last PGIC of a window; of two on one day the worse."""
        until = min(last, self.today, last if self.censor is None else self.censor)
        said = [(self.day(i.on), i.pgic) for i in self.record.impressions if i.pgic is not None]
        inside = [(day, pgic) for day, pgic in said if first <= day <= until]
        return max(inside)[1] if inside else None

    def primary(self) -> tuple[int, int]:
        """P."""
        return self.n["primary_first_day"], self.n["primary_last_day"]

    def durable(self) -> tuple[int, int]:
        """D."""
        return self.n["durability_first_day"], self.n["durability_last_day"]

    def level(self, score: Fraction | None) -> str | None:
        """How far a score lies from B."""
        if score is None:
            return None
        n, fall = self.n, self.b - score
        if -fall >= Fraction(n["worse_tenths"], 10):
            return "worse"
        if fall >= Fraction(n["response_tenths"], 10) and fall * 100 >= n["response_percent"] * self.b:
            return "substantial" if fall * 100 >= n["substantial_percent"] * self.b else "response"
        if fall >= Fraction(n["partial_tenths"], 10) and fall * 100 >= n["partial_percent"] * self.b:
            return "partial"
        return "none"

    def lost(self, score: Fraction) -> bool:
        """Whether a score shows that the benefit is gone."""
        return (self.b - score) * 100 < self.n["lost_percent"] * self.b or self.level(score) in {"none", "worse"}

    def much_worse(self, score: Fraction) -> bool:
        """Whether a score is worse by the points that count."""
        return score >= self.b + Fraction(self.n["worse_tenths"], 10)

    def last_response(self) -> int | None:
        """The last responding day."""
        judged = self.attributable(last=self.n["durability_last_day"])
        return max((day for day, score in judged if responds(self.level(score))), default=None)

    def phase(self) -> str:
        """§ 3.5: what the local anaesthetic did."""
        current = [s for s in self.record.scores if s.kind is ScoreKind.CURRENT]
        # Choice: day 0 only, never past midnight.
        today = [s for s in current if self.day(s.on) == 0 and self.today >= 0]
        numb = [Fraction(s.tenths, 10) for s in today if self.is_numb(s)]
        start = self.pain_before([s for s in today if self.before_needle(s)])
        if not self.needle.with_anaesthetic or not numb or start is None or start <= 0:
            return "not_assessed"
        relief = (start - min(numb)) * 100 / start
        if relief >= self.n["anaesthetic_positive_percent"]:
            return "positive"
        return "negative" if relief < self.n["anaesthetic_negative_below_percent"] else "equivocal"

    def is_numb(self, score: PainScore) -> bool:
        """Whether a current score of day 0 falls into the anaesthetic phase."""
        after = self.minutes_after(score)
        if score.phase is not None and score.phase is not Phase.ANAESTHETIC:
            return False
        if after is None:
            return score.phase is Phase.ANAESTHETIC  # Choice: the phase alone is enough, the minutes need not be noted
        # Choice: noted minutes outside 1–480 are outside, whatever the phase says.
        return 1 <= after <= self.n["anaesthetic_window_minutes"]

    def pain_before(self, before: list[PainScore]) -> Fraction | None:
        """The last current score of day 0 before the injection, or B."""
        if not before:
            return self.baseline
        # Choice: those with a time come after those without; of several equally late ones the median (§ 3.0).
        when = [-1 if s.at is None else minutes(s.at) for s in before]
        return median([Fraction(s.tenths, 10) for s, at in zip(before, when, strict=True) if at == max(when)])
