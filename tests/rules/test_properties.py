"""What holds of any record whatever: closed set, no surprise, no order, no future, and how long a verdict stands."""

import random
from dataclasses import replace
from itertools import pairwise
from operator import itemgetter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cortitrack.domain.course import Course, Plain
from cortitrack.domain.pain import ScoreKind
from cortitrack.domain.timeline import Timeline
from cortitrack.rules.response import judge, judge_all, standings
from cortitrack.rules.ruleset import RuleSet
from cortitrack.rules.sensitivity import PUBLISHED_CUT_OFFS, at_other_cutoffs
from cortitrack.rules.verdict import Reason, Rule, Verdict, VerdictKind
from cortitrack.rules.verdict_codec import packed, unpacked
from tests.builders import on, timeline, verdict
from tests.rules.closed_set import CLOSED
from tests.rules.strategies import FIRST_ID, asked_days, facts, rule_sets, timeline_of, timelines
from tests.rules.test_oracle import compare

RULES = RuleSet()
GETTING_BETTER: list[set[VerdictKind]] = [
    {VerdictKind.FAILED_WORSENED},
    {VerdictKind.FAILED_NO_RESPONSE, VerdictKind.INSUFFICIENT_DATA},  # the latter of a low baseline alone
    {VerdictKind.PARTIAL},
    {VerdictKind.RESPONDED},
]
COUNTS_ITS_DAYS = {Rule.NOT_YET, Rule.WINDOW_EMPTY}


def verdicts_of(timeline: Timeline, day: int, rules: RuleSet = RULES) -> list[Verdict]:
    """The verdicts on all injections given by a day."""
    return judge_all(timeline.course(), on(day).toordinal(), rules)


@settings(max_examples=200)
@given(timelines(), asked_days)
def test_a_verdict_is_one_of_the_closed_set(timeline: Timeline, day: int) -> None:
    for found in verdicts_of(timeline, day):
        assert found.reason in CLOSED[found.kind]
        assert (found.durability is not None) == (found.kind is VerdictKind.RESPONDED)
        assert (found.level is not None) == (found.kind.judged or found.reason == "reintervention_while_better")
        assert found.hints == () or found.kind.failed or found.kind is VerdictKind.PARTIAL
        assert not found.provisional or found.kind.judged


@settings(max_examples=200)
@given(timelines(), st.integers(-800, 4000))
def test_no_record_raises_on_any_day(timeline: Timeline, day: int) -> None:
    course = timeline.course()
    for injection in course.injections:
        judge(course, injection, on(day).toordinal(), RULES)


@pytest.mark.parametrize("baseline", range(101))
def test_a_better_score_at_six_weeks_never_gives_a_worse_verdict(baseline: int) -> None:
    ranks = []
    for tenths in range(101):
        course = timeline(f"0 | average {baseline / 10}, injection 40 mg\n42 | average {tenths / 10}")
        kind = verdict(course, as_of=42).kind
        ranks.append(next(rank for rank, kinds in enumerate(GETTING_BETTER) if kind in kinds))
    assert all(better >= worse for better, worse in pairwise(ranks))


@settings(max_examples=150)
@given(
    st.data(), st.sampled_from([ScoreKind.AVERAGE, ScoreKind.CURRENT]), asked_days, st.randoms(use_true_random=False)
)
def test_the_order_of_entry_changes_nothing(
    data: st.DataObject, kind: ScoreKind, day: int, chance: random.Random
) -> None:
    entries = data.draw(facts(kind))
    ids = [FIRST_ID + place for place in range(len(entries))]
    other_ids = chance.sample(ids, len(ids))
    renamed = dict(zip(other_ids, ids, strict=True))
    usual = {v.injection_id: nameless(v) for v in verdicts_of(timeline_of(entries, kind), day)}
    course = shuffled(timeline_of(entries, kind, other_ids).course(), chance)
    again = judge_all(course, on(day).toordinal(), RULES)
    assert {renamed[v.injection_id]: nameless(v) for v in again} == usual


def shuffled(course: Course, chance: random.Random) -> Course:
    """The same course with its entries in any order; plain scores keep that of their days, which is their contract."""
    plain = sorted(chance.sample(list(zip(*course.plain, strict=True)), len(course.plain.days)), key=itemgetter(0))
    return replace(
        course,
        injections=tuple(chance.sample(course.injections, len(course.injections))),
        plain=Plain(*zip(*plain, strict=True)) if plain else course.plain,
        marked=tuple(chance.sample(course.marked, len(course.marked))),
        current=tuple(chance.sample(course.current, len(course.current))),
        said=tuple(chance.sample(course.said, len(course.said))),
        events=tuple(chance.sample(course.events, len(course.events))),
    )


@given(st.data(), st.sampled_from([ScoreKind.AVERAGE, ScoreKind.CURRENT]), asked_days)
def test_what_is_kept_is_what_is_judged(data: st.DataObject, kind: ScoreKind, day: int) -> None:
    course = timeline_of(data.draw(facts(kind)), kind).course()
    today = on(day).toordinal()
    nameless_scores = replace(course, plain=course.plain._replace(entries=()))
    for kept_from in (course, *([] if course.marked else [nameless_scores])):
        kept = {s.injection_id: s for s in standings(kept_from, today, RULES)}
        judged = judge_all(course, today, RULES)
        assert len(kept) == len(judged)
        for v in judged:
            s = kept[v.injection_id]
            assert (s.kind, s.reason, s.durability) == (v.kind, v.reason, v.durability)
            assert (s.provisional, s.flags, s.stands_until) == (v.provisional, v.flags, v.stands_until)
            assert s.given_on <= s.since <= today


def nameless(verdict: Verdict) -> Verdict:
    """The verdict without the ids of its entries, of which two equal ones may change places."""
    reasons = tuple(replace(reason, entries=()) for reason in verdict.reasons)
    return replace(verdict, injection_id=0, reasons=reasons)


@settings(max_examples=150)
@given(st.data(), asked_days)
def test_nothing_later_than_the_day_of_asking_is_seen(data: st.DataObject, day: int) -> None:
    kind = ScoreKind.AVERAGE
    entries = data.draw(facts(kind))
    ids = [FIRST_ID + place for place in range(len(entries))]
    all_of = timeline_of(entries, kind, ids)
    seen = [(fact, number) for fact, number in zip(entries, ids, strict=True) if day_of(fact) <= day]
    cut = timeline_of([fact for fact, _ in seen], kind, [number for _, number in seen])
    assert [replace(v, stands_until=None) for v in verdicts_of(all_of, day)] == [
        replace(v, stands_until=None) for v in verdicts_of(cut, day)
    ]


def day_of(fact: object) -> int:
    """The day of an entry, counted from day 0."""
    return (
        next(getattr(fact, name) for name in ("on", "given_on", "from_on") if hasattr(fact, name)).toordinal()
        - on(0).toordinal()
    )


@settings(max_examples=100)
@given(st.data(), st.sampled_from([ScoreKind.AVERAGE, ScoreKind.CURRENT]), st.sampled_from([0, 20, 50, 90, 1000]))
def test_a_verdict_stands_until_the_day_it_names(data: st.DataObject, kind: ScoreKind, last_entry: int) -> None:
    recorded = [fact for fact in data.draw(facts(kind)) if day_of(fact) <= last_entry]
    course = timeline_of(recorded, kind).course()
    for injection in course.injections:
        held = judge(course, injection, injection.on, RULES)
        for day in range(injection.on, injection.on + 220):
            today = judge(course, injection, day, RULES)
            if held.stands_until is not None and held.stands_until < day:
                held = today
            assert standing(today, held) == standing(held, held)
            assert today.stands_until is None or today.stands_until >= day


def standing(verdict: Verdict, first: Verdict) -> Verdict:
    """All that must stand: a verdict that stands for ever, word for word; one that can turn may count its days."""
    if first.stands_until is None:
        return replace(verdict, as_of=0)
    return replace(verdict, as_of=0, reasons=tuple(uncounted(reason) for reason in verdict.reasons))


def uncounted(reason: Reason) -> Reason:
    """The reason without the number of today's day."""
    if reason.rule not in COUNTS_ITS_DAYS:
        return reason
    return replace(reason, found={key: value for key, value in reason.found.items() if key != "day"})


@settings(max_examples=100)
@given(timelines(), asked_days)
def test_a_kept_verdict_is_read_back_equal(timeline: Timeline, day: int) -> None:
    for found in verdicts_of(timeline, day):
        assert unpacked(packed(found)) == found


@settings(max_examples=200)
@given(timelines(), asked_days, rule_sets())
def test_a_clinics_own_numbers_are_followed_to_the_letter(timeline: Timeline, day: int, rules: RuleSet) -> None:
    compare(timeline, day, rules, dict(rules.values))


@settings(max_examples=100)
@given(timelines(), asked_days, rule_sets())
def test_other_cut_offs_can_always_be_asked(timeline: Timeline, day: int, rules: RuleSet) -> None:
    course = timeline.course()
    found = at_other_cutoffs(course, course.injections[0], on(day).toordinal(), rules)
    assert tuple(found) == PUBLISHED_CUT_OFFS


@settings(max_examples=100)
@given(timelines(), asked_days)
def test_the_cut_off_in_force_gives_the_verdict_in_force(timeline: Timeline, day: int) -> None:
    course, as_of = timeline.course(), on(day).toordinal()
    for injection in course.injections:
        assert at_other_cutoffs(course, injection, as_of, RULES)[30] == judge(course, injection, as_of, RULES).kind
