"""What one injection's judge sees on one day: the problem's record cut at that day and counted from the needle."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from cortitrack.domain.course import Asked, Course, EventKind, Given, Said
from cortitrack.rules.numbers import PER_TENTH, Numbers

CENSORS = frozenset(
    {
        EventKind.INJECTION,
        EventKind.PROCEDURE,
        EventKind.PART_OF_INJECTION,
        EventKind.SURGERY,
        EventKind.SYSTEMIC_STEROID,
        EventKind.FRACTURE,
        EventKind.TRAUMA,
    }
)
NEVER = 10**9


class DayScore(NamedTuple):
    """The scores of one day as one: day from the needle, median in fortieths, the entries."""

    day: int
    score: int
    entries: tuple[int, ...]


def median(values: Iterable[int]) -> int:
    """The median, for an even count the mean of the middle two; exact for day scores in fortieths."""
    ordered = sorted(values)
    half = len(ordered) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) // 2


def one_score(day: int, asked: list[Asked]) -> DayScore:
    """Several answers of one day as one."""
    if len(asked) == 1:
        return DayScore(day, asked[0][1] * PER_TENTH, (asked[0][2],))
    return DayScore(day, median(a[1] * PER_TENTH for a in asked), tuple(sorted(a[2] for a in asked)))


class Prepared:
    """A course with its scores gathered by day and its events by weight, ready for any of its injections."""

    __slots__ = ("alongside", "by_day", "censoring", "course", "days", "scores")

    def __init__(self, course: Course) -> None:
        """Gather; scores under an anaesthetic never speak for the steroid."""
        self.course = course
        by_day: dict[int, list[Asked]] = {}
        for asked in course.scores:
            if asked[4] != "anaesthetic":
                by_day.setdefault(asked[0], []).append(asked)
        self.by_day = by_day
        self.days = sorted(by_day)
        self.scores = [one_score(day, by_day[day]) for day in self.days]
        events = sorted(course.events)
        self.censoring = [e for e in events if e[2] in CENSORS]
        self.alongside = [e for e in events if e[2] not in CENSORS]


def stands_before(asked: Asked, given: Given) -> bool:
    """Whether a score of the injection's day was taken before it: phase says, else the clock, else it was."""
    if asked.phase is not None:
        return asked.phase == "pre"
    if asked.minute is not None and given.minute is not None:
        return asked.minute <= given.minute
    return not asked.minutes_after


def minutes_after(asked: Asked, given: Given) -> int | None:
    """Minutes from the needle to the answer, as far as the record tells."""
    if asked.minutes_after is not None:
        return asked.minutes_after
    if asked.minute is not None and given.minute is not None:
        return asked.minute - given.minute
    return None


class Sighting:
    """Days count from the injection; scores are day scores in fortieths, oldest first.

    before: pre-injection scores · after: scores from day 1 on, up to the first censoring event · attributable: those
    of them from the early window on · censored_on: day of the first censoring event from day 1 on, or NEVER.
    """

    __slots__ = (
        "after", "alongside", "as_of", "attributable", "before", "carried", "censored_on", "censors", "given",
        "later_day", "n", "prepared", "said", "same_day", "today",
    )  # fmt: skip

    def __init__(self, prepared: Prepared, given: Given, as_of: int, n: Numbers) -> None:
        """Cut the record at `as_of` (an ordinal); nothing later is seen."""
        self.prepared, self.given, self.n = prepared, given, n
        self.as_of, self.today = as_of, as_of - given.on
        self._see_events()
        self._see_scores()
        self.said = sorted(
            (s for s in prepared.course.said if s.on <= as_of), key=lambda s: (s.on, s.pgic or 0, s.id)
        )

    def _see_events(self) -> None:
        given, n, today = self.given, self.n, self.today
        self.same_day, self.carried, self.censors = [], [], []
        self.later_day = NEVER
        for on, entry, what in self.prepared.censoring:
            day = on - given.on
            if day > today:
                self.later_day = min(self.later_day, day)
            elif day > 0:
                self.censors.append((day, entry))
            elif entry == given.id or (day == 0 and what is EventKind.PART_OF_INJECTION):
                continue
            elif day == 0:
                self.same_day.append(entry)
            elif day >= n.carry_over_first:
                self.carried.append(entry)
        self.censored_on = self.censors[0][0] if self.censors else NEVER
        self.alongside = [
            e[1] for e in self.prepared.alongside if n.carry_over_first <= e[0] - given.on <= today
        ]

    def _see_scores(self) -> None:
        days, scores, on = self.prepared.days, self.prepared.scores, self.given.on
        first_after = bisect_right(days, on)
        last = min(self.today, self.censored_on) + on
        self.after = [
            DayScore(s[0] - on, s[1], s[2]) for s in scores[first_after : bisect_right(days, last)]
        ]
        self.attributable = [s for s in self.after if s[0] >= self.n.early_first]
        day0 = bisect_left(days, on)
        self.before = [DayScore(s[0] - on, s[1], s[2]) for s in scores[max(0, day0 - 1) : day0]]
        if self.today < 0:
            self.before = []
        elif day0 != first_after:
            pre = [a for a in self.prepared.by_day[on] if stands_before(a, self.given)]
            if pre:
                self.before.append(one_score(0, pre))

    def baseline(self) -> DayScore | None:
        """The score of the latest pre-injection day in the window, or None."""
        latest = self.before[-1] if self.before else None
        return latest if latest is not None and latest.day >= self.n.baseline_first else None

    def window(self, first: int, last: int) -> list[DayScore]:
        """The attributable scores of days `first` … `last`."""
        return [s for s in self.attributable if first <= s[0] <= last]

    def pgic(self, first: int, last: int) -> Said | None:
        """The last global impression of a window, on or before the first censoring event."""
        last = min(last, self.censored_on)
        answers = [s for s in self.said if s.pgic is not None and first <= s.on - self.given.on <= last]
        return answers[-1] if answers else None

    def recall(self) -> Said | None:
        """The latest recall of this injection: asked after it and not after the next corticosteroid injection."""
        later = [i.on for i in self.prepared.course.injections if self.given.on < i.on <= self.as_of]
        until = min(later, default=NEVER)
        answers = [
            s for s in self.said if s.relief_tenths is not None and self.given.on < s.on <= until
        ]
        return max(answers, key=lambda s: (s.on, s.relief_tenths, s.weeks_tenths), default=None)

    def censored_by(self, first: int, last: int) -> bool:
        """Whether the first censoring event fell on days `first` … `last`."""
        return first <= self.censored_on <= last
