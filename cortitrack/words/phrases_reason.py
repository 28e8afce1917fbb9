"""What each rule found and what it needed, with the numbers: 8.0 → 3.0 on day 14: −5.0, 62 %."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from cortitrack.rules.verdict import Level, Number, Reason, Rule
from cortitrack.words.figures import change, number, percent, points
from cortitrack.words.labels import label
from cortitrack.words.tongue import nt, t

Found = Mapping[str, Number]

TITLES: Mapping[Rule, str] = {
    Rule.BASELINE: "Pain before the injection",
    Rule.NO_BASELINE: "No score before the injection",
    Rule.STALE_BASELINE: "The score before the injection is too old",
    Rule.SAME_DAY: "Other treatment on the same day",
    Rule.NOT_YET: "The first follow-up window has not begun",
    Rule.LOW_BASELINE: "Low pain before the injection",
    Rule.LOW_BASELINE_CHANGE: "Change from a low start",
    Rule.HELPED_AT_FIRST: "Helped at first",
    Rule.LOST: "Relief was lost",
    Rule.PRIMARY_WINDOW: "First follow-up window",
    Rule.EARLY_WINDOW: "First weeks",
    Rule.DURABILITY_WINDOW: "Second follow-up window",
    Rule.LAST_SCORE: "Last score before the next treatment",
    Rule.NO_SCORE_BEFORE: "No score before the next treatment",
    Rule.WINDOW_EMPTY: "No score in the follow-up window",
    Rule.IMPRESSION: "Overall impression (PGIC)",
    Rule.RECALL: "Recalled relief",
    Rule.OVERLAP: "Other treatment in between",
    Rule.NO_OVERLAP: "Other treatment in between",
    Rule.ALONGSIDE: "Treatment alongside",
    Rule.NOTHING_RECORDED: "Nothing recorded afterwards",
}

PGIC: Mapping[int, str] = {
    1: "very much improved",
    2: "much improved",
    3: "minimally improved",
    4: "no change",
    5: "minimally worse",
    6: "much worse",
    7: "very much worse",
}


def reason_title(reason: Reason) -> str:
    """The rule in a few words: Helped at first."""
    return t(TITLES[reason.rule])


def reason_found(reason: Reason) -> str:
    """What it found, with its numbers."""
    return _FOUND[reason.rule](reason.found)


def reason_needed(reason: Reason) -> str:
    """What it needed, with its numbers; empty where a rule needs nothing."""
    needed = _NEEDED.get(reason.rule)
    return needed(reason.needed) if needed else ""


def pgic_words(pgic: int) -> str:
    """The answer's own words: much improved."""
    return t(PGIC[pgic])


def _whole(values: Found, key: str) -> int:
    return int(values[key])


def _real(values: Found, key: str) -> float:
    return float(values[key])


def _day(values: Found, key: str = "day") -> str:
    return number(_whole(values, key))


def fall_words(values: Found) -> str:
    """How far a score lies from the start: −5.0, 62 %; a rise is +1.0, 12 % up."""
    fall, share = _real(values, "fall"), _real(values, "percent")
    if fall < 0:
        return t("{change}, {percent} up", change=change(fall), percent=percent(-share))
    return t("{change}, {percent}", change=change(fall), percent=percent(share))


def _step(values: Found) -> str:
    return t("{before} → {after}", before=points(_real(values, "from")), after=points(_real(values, "to")))


def _days(values: Found) -> str:
    return t("days {first}–{last}", first=_day(values, "first_day"), last=_day(values, "last_day"))


def _on_day(values: Found) -> str:
    return t("{step} on day {day}: {fall}", step=_step(values), day=_day(values), fall=fall_words(values))


def _window(values: Found) -> str:
    said = t("{step}, {days}: {fall}", step=_step(values), days=_days(values), fall=fall_words(values))
    parts = [said]
    if "level" in values:
        parts.append(label(Level(str(values["level"]))))
    if "scores" in values:
        parts.append(nt("{n} score", "median of {n} scores", _whole(values, "scores")))
    return " · ".join(parts)


def _last_score(values: Found) -> str:
    return " · ".join((_on_day(values), label(Level(str(values["level"])))))


def _baseline(values: Found) -> str:
    day = _whole(values, "day")
    if day == 0:
        return t("{score} on the day of the injection", score=points(_real(values, "score")))
    return t("{score} on day {day}", score=points(_real(values, "score")), day=_day(values))


def _lost(values: Found) -> str:
    return t("{found}; last relief on day {last}", found=_on_day(values), last=_day(values, "last_relief_day"))


def _impression(values: Found) -> str:
    pgic = _whole(values, "pgic")
    return t("{words} (PGIC {pgic}) on day {day}", words=pgic_words(pgic), pgic=pgic, day=_day(values))


def _recall(values: Found) -> str:
    return t("{recall}, asked on day {day}", recall=_relief(values), day=_day(values))


def _relief(values: Found) -> str:
    weeks = _real(values, "weeks")
    length = t("1 week") if weeks == 1 else t("{weeks} weeks", weeks=number(weeks))
    return t("{percent} for {length}", percent=percent(_real(values, "percent")), length=length)


def _empty(values: Found) -> str:
    if "day" in values:
        return t("no score on {days}; today is day {day}", days=_days(values), day=_day(values))
    return t("no score on {days}", days=_days(values))


def _overlap(values: Found) -> str:
    count = _whole(values, "count")
    first = t("first on day {day}", day=_day(values))
    return t("{count}, {first}", count=nt("{n} treatment", "{n} treatments", count), first=first)


_FOUND: Mapping[Rule, Callable[[Found], str]] = {
    Rule.BASELINE: _baseline,
    Rule.NO_BASELINE: lambda _: t("none recorded"),
    Rule.STALE_BASELINE: _baseline,
    Rule.SAME_DAY: lambda f: nt(
        "{n} other treatment on the day of the injection",
        "{n} other treatments on the day of the injection",
        _whole(f, "count"),
    ),
    Rule.NOT_YET: lambda f: t("today is day {day}", day=_day(f)),
    Rule.LOW_BASELINE: lambda f: t("{score} before the injection", score=points(_real(f, "score"))),
    Rule.LOW_BASELINE_CHANGE: _window,
    Rule.HELPED_AT_FIRST: _on_day,
    Rule.LOST: _lost,
    Rule.PRIMARY_WINDOW: _window,
    Rule.EARLY_WINDOW: _window,
    Rule.DURABILITY_WINDOW: _window,
    Rule.LAST_SCORE: _last_score,
    Rule.NO_SCORE_BEFORE: lambda f: t("next treatment on day {day}", day=_day(f)),
    Rule.WINDOW_EMPTY: _empty,
    Rule.IMPRESSION: _impression,
    Rule.RECALL: _recall,
    Rule.OVERLAP: _overlap,
    Rule.NO_OVERLAP: lambda _: t("none that counts"),
    Rule.ALONGSIDE: lambda f: nt(
        "{n} entry: therapy, medicine or measure",
        "{n} entries: therapy, medicines or measures",
        _whole(f, "count"),
    ),
    Rule.NOTHING_RECORDED: lambda f: t("nothing that counts up to day {day}", day=_day(f)),
}


def _needs_fall(needed: Found) -> str:
    return t(
        "needs {fall} and {percent}",
        fall=change(_real(needed, "fall")),
        percent=percent(_real(needed, "percent")),
    )


def _needs_plain_change(needed: Found) -> str:
    return t("{fall}; worse from +{rise}", fall=_needs_fall(needed), rise=points(_real(needed, "rise")))


def _needs_impression(needed: Found) -> str:
    if "pgic_at_least" in needed:
        return t("needs PGIC {pgic} or higher", pgic=_whole(needed, "pgic_at_least"))
    return t("a response is PGIC {pgic} or lower", pgic=_whole(needed, "pgic_at_most"))


def _needs_recall(needed: Found) -> str:
    return t("needs {recall} or longer", recall=_relief(needed))


def _needs_loss(needed: Found) -> str:
    return t(
        "lost under {percent}, relief before day {day}",
        percent=percent(_real(needed, "percent")),
        day=_day(needed, "before_day"),
    )


def _needs_baseline(needed: Found) -> str:
    return t("needs a score from day {first} to the injection", first=_day(needed, "first_day"))


_NEEDED: Mapping[Rule, Callable[[Found], str]] = {
    Rule.BASELINE: _needs_baseline,
    Rule.NO_BASELINE: _needs_baseline,
    Rule.STALE_BASELINE: _needs_baseline,
    Rule.NOT_YET: lambda n: t("judged from day {day}", day=_day(n)),
    Rule.LOW_BASELINE: lambda n: t("low under {score}", score=points(_real(n, "score"))),
    Rule.LOW_BASELINE_CHANGE: _needs_plain_change,
    Rule.HELPED_AT_FIRST: _needs_fall,
    Rule.LOST: _needs_loss,
    Rule.PRIMARY_WINDOW: _needs_fall,
    Rule.EARLY_WINDOW: _needs_fall,
    Rule.DURABILITY_WINDOW: _needs_fall,
    Rule.LAST_SCORE: _needs_fall,
    Rule.NO_SCORE_BEFORE: lambda n: t("needs a score from day {day} on", day=_day(n)),
    Rule.WINDOW_EMPTY: lambda n: nt("needs {n} score", "needs {n} scores", _whole(n, "scores")),
    Rule.IMPRESSION: _needs_impression,
    Rule.RECALL: _needs_recall,
}
