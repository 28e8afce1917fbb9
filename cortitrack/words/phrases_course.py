"""The one sentence under the response chart: what pain did after an injection."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from cortitrack.domain.injection import Injection
from cortitrack.domain.pain import ScoreKind
from cortitrack.domain.timeline import Timeline
from cortitrack.rules.numbers import FORTIETHS
from cortitrack.rules.sighting import Prepared
from cortitrack.rules.verdict import Rule, Verdict
from cortitrack.words.figures import day, number
from cortitrack.words.labels import heading
from cortitrack.words.tongue import t

FLARE_DAYS = 7  # the first week may flare; the sentence speaks of it only where nothing else is there

SUBJECTS = {
    ScoreKind.AVERAGE: "pain",
    ScoreKind.WORST: "worst pain",
    ScoreKind.ACTIVITY: "pain on activity",
    ScoreKind.NIGHT: "night pain",
    ScoreKind.REST: "pain at rest",
    ScoreKind.CURRENT: "current pain",
}


class _At(NamedTuple):
    """One day's score in fortieths."""

    day: int
    score: int


class _Told(NamedTuple):
    """What the sentence tells: of which pain, from where, and the scores after it by day."""

    pain: str
    start: float
    after: list[_At]


def course_sentence(
    timeline: Timeline, verdicts: Sequence[Verdict], today: date, chosen_injection_id: int | None = None
) -> str:
    """Pain fell from 8 to 3 by day 14 and was back at 7 by day 45. Of the chosen injection, else of the latest."""
    pain = t(SUBJECTS[timeline.problem.primary_kind])
    seen = Prepared(timeline.course())
    scores = [_At(*at) for at in zip(seen.days, seen.scores, strict=True) if at[0] <= today.toordinal()]
    given = [i for i in timeline.injections if i.given_on <= today]
    if not given:
        return _finish(_without_injection(pain, scores))
    chosen = next((i for i in given if i.id == chosen_injection_id), given[-1])
    verdict = next((v for v in verdicts if v.injection_id == chosen.id), None)
    said = _after_injection(pain, scores, chosen, verdict, given)
    if len(given) > 1:
        said = t("after the injection of {date}: {said}", date=day(chosen.given_on), said=said)
    return _finish(said)


def _finish(said: str) -> str:
    return heading(said) + "."


def _points(score: int) -> str:
    return number(score / FORTIETHS)


def _without_injection(pain: str, scores: list[_At]) -> str:
    if not scores:
        return t("nothing is recorded yet")
    first, last = scores[0], scores[-1]
    if len(scores) == 1:
        on = day(date.fromordinal(last.day))
        return t("{pain} was {score} on {date}", pain=pain, score=_points(last.score), date=on)
    return t(
        "{pain} was {first} on {first_date} and {last} on {last_date}",
        pain=pain,
        first=_points(first.score),
        first_date=day(date.fromordinal(first.day)),
        last=_points(last.score),
        last_date=day(date.fromordinal(last.day)),
    )


def _after_injection(
    pain: str, scores: list[_At], chosen: Injection, verdict: Verdict | None, given: list[Injection]
) -> str:
    zero = chosen.given_on.toordinal()
    end = _last_day(zero, verdict, given)
    after = [s._replace(day=s.day - zero) for s in scores if zero < s.day <= end]
    baseline = verdict.baseline if verdict else None
    if baseline is None:
        return _no_start(pain, after)
    later = [s for s in after if s.day > FLARE_DAYS]
    return _told(_Told(pain, baseline, later or after))


def _last_day(zero: int, verdict: Verdict | None, given: list[Injection]) -> int:
    """Up to the first other treatment that the rules saw; without one, up to the next injection."""
    ends = [i.given_on.toordinal() for i in given if i.given_on.toordinal() > zero]
    ends += [
        zero + int(reason.found["day"])
        for reason in (verdict.reasons if verdict else ())
        if reason.rule is Rule.OVERLAP
    ]
    return min(ends, default=date.max.toordinal())


def _no_start(pain: str, after: list[_At]) -> str:
    if not after:
        return t("no score before or after the injection is recorded")
    last = after[-1]
    return t(
        "{pain} was {score} on day {day}; no score before the injection to compare with",
        pain=pain,
        score=_points(last.score),
        day=last.day,
    )


def _told(told: _Told) -> str:
    start = number(told.start)
    if not told.after:
        return t("{pain} was {start} before the injection; no score since", pain=told.pain, start=start)
    best = min(told.after, key=lambda s: (s.score, s.day))
    if best.score < told.start * FORTIETHS:
        return _fell(told, best)
    worst = max(told.after, key=lambda s: (s.score, -s.day))
    if worst.score > told.start * FORTIETHS:
        return _rose(told, worst)
    return t("{pain} stayed at {start} up to day {day}", pain=told.pain, start=start, day=told.after[-1].day)


def _fell(told: _Told, best: _At) -> str:
    said = t(
        "{pain} fell from {start} to {best} by day {day}",
        pain=told.pain,
        start=number(told.start),
        best=_points(best.score),
        day=best.day,
    )
    since = [s for s in told.after if s.day > best.day]
    if not since:
        return said
    last = since[-1]
    back = _back(told.start * FORTIETHS, best.score, since)
    if back is not None:
        return t("{said} and was back at {back} by day {day}", said=said, back=_points(back.score), day=back.day)
    if last.score == best.score:
        return t("{said} and was still {last} on day {day}", said=said, last=_points(last.score), day=last.day)
    return t("{said} and was {last} on day {day}", said=said, last=_points(last.score), day=last.day)


def _back(start: float, best: int, since: list[_At]) -> _At | None:
    """The first score from which on more than half of the best fall was gone to the end."""
    half = (start + best) / 2
    back = None
    for score in reversed(since):
        if score.score <= half:
            break
        back = score
    return back


def _rose(told: _Told, worst: _At) -> str:
    said = t(
        "{pain} rose from {start} to {worst} by day {day}",
        pain=told.pain,
        start=number(told.start),
        worst=_points(worst.score),
        day=worst.day,
    )
    last = told.after[-1]
    if last.day == worst.day:
        return said
    return t("{said} and was {last} on day {day}", said=said, last=_points(last.score), day=last.day)
