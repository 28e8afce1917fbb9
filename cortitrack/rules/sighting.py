"""What one injection's judge sees on one day: the problem's record cut at that day and counted from the needle."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import repeat
from typing import NamedTuple

from cortitrack.domain.course import Asked, Course, EventKind, Given, Plain, Said
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


class Window(NamedTuple):
    """The attributable scores of a stretch of days: size, their median in fortieths (None: none), the entries."""

    first: int
    last: int
    size: int
    value: int | None
    entries: tuple[int, ...]


def median(values: Iterable[int]) -> int:
    """The median, for an even count the mean of the middle two; exact for day scores in fortieths."""
    ordered = sorted(values)
    if len(ordered) == 1:
        return ordered[0]
    half = len(ordered) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) // 2


def _in_order(said: Said) -> tuple[int, int, int]:
    """By day; of two answers of one day the worse one counts as the last, whichever was entered first."""
    return (said.on, said.pgic or 0, said.id)


class Prepared:
    """A course with one score a day and its events by weight, ready for any of its injections.

    days, scores and entries run side by side: ordinal, median in fortieths, ids. Scores under an anaesthetic are left
    out: they never speak for the steroid.
    """

    __slots__ = ("alongside", "censoring", "course", "days", "entries", "latest", "said", "scores")

    def __init__(self, course: Course) -> None:
        """Gather the scores by day."""
        self.course = course
        plain = course.plain
        if not course.marked and len(set(plain.days)) == len(plain.days):
            self.days: Sequence[int] = plain.days
            self.scores = [tenths * PER_TENTH for tenths in plain.tenths]
            self.entries: Sequence[tuple[int, ...]] = [(entry,) for entry in plain.entries]
        else:
            self._gather([*_asked(plain), *(a for a in course.marked if a.phase != "anaesthetic")])
        self.said = sorted(course.said, key=_in_order) if course.said else []
        events = sorted(course.events)
        self.censoring = [e for e in events if e[2] in CENSORS]
        self.alongside = [e for e in events if e[2] not in CENSORS]
        self.latest = max(
            self.days[-1] if self.days else 0,
            self.said[-1].on if self.said else 0,
            events[-1][0] if events else 0,
            max((a.on for a in course.current), default=0),
        )

    def _gather(self, asked: list[Asked]) -> None:
        by_day: dict[int, list[Asked]] = {}
        for a in asked:
            by_day.setdefault(a[0], []).append(a)
        self.days = sorted(by_day)
        answers = [by_day[day] for day in self.days]
        self.scores = [median([a[1] * PER_TENTH for a in day]) for day in answers]
        self.entries = [tuple(sorted([a[2] for a in day])) for day in answers] if self.course.plain.entries else []


def _asked(plain: Plain) -> Iterator[Asked]:
    entries = plain.entries or repeat(0)
    return (Asked(*score) for score in zip(plain.days, plain.tenths, entries))  # noqa: B905 (entries may be endless)


def stands_before(asked: Asked, given: Given) -> bool:
    """Whether a score of the injection's day was taken before it: phase says, else the minutes, else it was."""
    if asked.phase is not None:
        return asked.phase == "pre"
    return (minutes_after(asked, given) or 0) <= 0


def minutes_after(asked: Asked, given: Given) -> int | None:
    """Minutes from the needle to the answer, as far as the record tells: the clock, else the minutes noted."""
    if asked.minute is not None and given.minute is not None:
        return asked.minute - given.minute
    return asked.minutes_after


class Sighting:
    """The record as one injection's judge may see it; days count from the injection.

    censored_on is the day of the first censoring event from day 1 on, or NEVER; scores on or before it, from the end
    of the flare window on, are attributable.
    """

    __slots__ = (
        "_attributable",
        "_end",
        "_first_after",
        "_responding",
        "alongside",
        "as_of",
        "carried",
        "censored_on",
        "censors",
        "given",
        "late",
        "n",
        "prepared",
        "primary",
        "same_day",
        "today",
    )

    def __init__(self, prepared: Prepared, given: Given, as_of: int, n: Numbers) -> None:
        """Cut the record at `as_of` (an ordinal); nothing later is seen."""
        self.prepared, self.given, self.n = prepared, given, n
        self.as_of, self.today = as_of, as_of - given.on
        self._see_events()
        days = prepared.days
        self._first_after = bisect_right(days, given.on)
        self._end = bisect_right(days, given.on + min(self.today, self.censored_on))
        self._attributable = bisect_left(days, given.on + n.early_first, self._first_after)
        self.primary = self.window(n.primary_first, n.primary_last)
        self.late = self.window(n.durability_first, n.durability_last)
        self._responding: list[int] | None = None

    def _see_events(self) -> None:
        given, n, today = self.given, self.n, self.today
        self.same_day: list[int] = []
        self.carried: list[int] = []
        self.censors: list[tuple[int, int]] = []
        for on, entry, what in self.prepared.censoring:
            day = on - given.on
            if day > today:
                break
            if day > 0:
                self.censors.append((day, entry))
            elif entry == given.id or (day == 0 and what is EventKind.PART_OF_INJECTION):
                continue
            elif day == 0:
                self.same_day.append(entry)
            elif day >= n.carry_over_first:
                self.carried.append(entry)
        self.censored_on = self.censors[0][0] if self.censors else NEVER
        first = given.on + n.carry_over_first
        self.alongside = [e[1] for e in self.prepared.alongside if first <= e[0] <= self.as_of]

    def at(self, index: int) -> DayScore:
        """The day score at a place of the prepared record."""
        p = self.prepared
        entries = p.entries[index] if p.entries else ()
        return DayScore(p.days[index] - self.given.on, p.scores[index], entries)

    def latest_before(self) -> DayScore | None:
        """The latest pre-injection day's score, however old."""
        if self.today < 0:
            return None
        days, on = self.prepared.days, self.given.on
        day0 = bisect_left(days, on)
        if day0 != self._first_after:
            course = self.prepared.course
            pre = [a for a in course.marked if a.on == on and stands_before(a, self.given)]
            if pre or on in course.plain.days:
                pre += [a for a in _asked(course.plain) if a.on == on]
                return DayScore(0, median(a.tenths * PER_TENTH for a in pre), tuple(sorted(a.id for a in pre)))
        return self.at(day0 - 1) if day0 else None

    def window(self, first: int, last: int) -> Window:
        """The attributable scores of days `first` … `last`."""
        p, on = self.prepared, self.given.on
        low = bisect_left(p.days, on + first, self._attributable)
        high = bisect_right(p.days, on + last, low, self._end)
        if high <= low:
            return Window(first, last, 0, None, ())
        if high == low + 1:
            return Window(first, last, 1, p.scores[low], p.entries[low] if p.entries else ())
        entries = tuple([entry for day in p.entries[low:high] for entry in day])
        return Window(first, last, high - low, median(p.scores[low:high]), entries)

    def responding(self, highest: int) -> list[int]:
        """Where the attributable scores stand, up to the end of the durability window, that are at most `highest`."""
        if self._responding is None:
            scores = self.prepared.scores
            end = self._until(self.n.durability_last)
            self._responding = [i for i in range(self._attributable, end) if scores[i] <= highest]
        return self._responding

    def after(self, day: int) -> Iterator[DayScore]:
        """The attributable scores later than `day`."""
        first = bisect_right(self.prepared.days, self.given.on + day, self._attributable)
        return map(self.at, range(first, self._end))

    def days_at_least(self, score: int) -> list[int]:
        """The days from 1 on, up to the first censoring event, with a score of at least `score` (fortieths)."""
        days, on, first = self.prepared.days, self.given.on, self._first_after
        seen = self.prepared.scores[first : self._end]
        if not seen or max(seen) < score:  # as nearly always
            return []
        return [days[i] - on for i, found in enumerate(seen, first) if found >= score]

    def last_attributable(self, until: int = NEVER) -> DayScore | None:
        """The last attributable score up to day `until`."""
        end = self._end if until == NEVER else self._until(until)
        return self.at(end - 1) if end > self._attributable else None

    def _until(self, day: int) -> int:
        """The place behind the last attributable score up to a day."""
        return bisect_right(self.prepared.days, self.given.on + day, self._attributable, self._end)

    def pgic(self, first: int, last: int) -> Said | None:
        """The last global impression of a window, on or before the first censoring event."""
        if not self.prepared.said:
            return None
        last = min(last, self.censored_on, self.today)
        answers = [s for s in self.prepared.said if s.pgic is not None and first <= s.on - self.given.on <= last]
        return answers[-1] if answers else None

    def recall(self) -> Said | None:
        """The latest recall of this injection: asked after it and not after the next corticosteroid injection."""
        later = [i.on for i in self.prepared.course.injections if self.given.on < i.on <= self.as_of]
        until = min(later, default=self.as_of)
        answers = [s for s in self.prepared.said if s.relief_tenths is not None and self.given.on < s.on <= until]
        return max(answers, key=_of_recall, default=None)

    def censored_by(self, first: int, last: int) -> bool:
        """Whether the first censoring event fell on days `first` … `last`."""
        return first <= self.censored_on <= last


def _of_recall(said: Said) -> tuple[int, int, int]:
    """By day; of two of one day the worse one counts as the last, as with the global impression."""
    return (said.on, -(said.relief_tenths or 0), -(said.weeks_tenths or 0))
