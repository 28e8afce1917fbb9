"""The demo clinic: every verdict occurs, nothing lies ahead, and the same seed gives the same clinic."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from random import Random

import pytest

from cortitrack import paths
from cortitrack.domain.errors import Invalid, StorageTrouble
from cortitrack.domain.pathway import ItemState, Stage
from cortitrack.domain.patient import Patient
from cortitrack.domain.records import RecordKind, not_in_future
from cortitrack.domain.safety_answer import Answer
from cortitrack.rules.verdict import AnaestheticPhase, Durability, Flag, Hint, Level, VerdictKind, VerdictReason
from cortitrack.rules.verdict_codec import packed
from cortitrack.services import clinics, demo, demo_courses, demo_pathways
from cortitrack.services.bench import Bench
from cortitrack.services.desk import Desk

NOW = datetime(2026, 3, 4, 10, 30, tzinfo=timezone(timedelta(hours=1)))
FOLDER = paths.resources() / "demo"
BENCH = Bench(now=lambda: NOW, random_bits=Random(1).getrandbits, user="tester", fonts=Path())


def made(place: Path, name: str = "demo", **asked: object) -> Desk:
    path = place / f"{name}.cortitrack"
    demo.make(path, BENCH, FOLDER, **asked)  # type: ignore[arg-type]
    return clinics.open_clinic(path, BENCH, read_only=True)


@pytest.fixture(scope="module")
def usual(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    desk = made(tmp_path_factory.mktemp("demo"))
    yield desk
    desk.close()


@pytest.mark.parametrize("seed", [1, 2, 3, 4])
def test_every_verdict_reason_durability_flag_and_hint_occurs(tmp_path: Path, seed: int) -> None:
    desk = made(tmp_path, seed=seed)
    verdicts = [row.verdict for row in desk.judging.verdict_rows()]
    assert {v.kind for v in verdicts} == set(VerdictKind)
    assert {v.reason for v in verdicts} == {None, *VerdictReason}
    assert {v.durability for v in verdicts} == {None, *Durability}
    assert {v.level for v in verdicts} == {None, *Level}
    assert {hint for v in verdicts for hint in v.hints} == set(Hint)
    assert {v.anaesthetic_phase for v in verdicts} == set(AnaestheticPhase)
    flags = {flag for v in verdicts for flag in v.flags}
    assert flags == set(Flag)
    desk.close()


def test_few_people_have_it_all_too(tmp_path: Path) -> None:
    desk = made(tmp_path, patients=2)
    assert {row.verdict.kind for row in desk.judging.verdict_rows()} == set(VerdictKind)
    desk.close()


def test_the_same_seed_and_day_give_the_same_clinic(tmp_path: Path) -> None:
    asked = {"patients": 45, "seed": 7, "as_of": date(2026, 1, 15)}
    one, other, third = (made(tmp_path, name, **asked | {"seed": s}) for name, s in (("a", 7), ("b", 7), ("c", 8)))

    def told(desk: Desk) -> list[str]:
        return [packed(row.verdict) for row in desk.judging.verdict_rows(date(2026, 1, 15))]

    assert told(one) == told(other) != told(third)
    assert one.patients.find() == other.patients.find()
    for desk in (one, other, third):
        desk.close()


def test_nothing_lies_ahead_and_every_kind_is_there(usual: Desk) -> None:
    people = usual.patients.find("", 1000)
    assert len(people) == 40
    assert any(not person.problems for person in people), "some have nothing"
    kinds = set()
    closed = 0
    for person in people:
        for problem in usual.review.problems(person.id):
            timeline = usual.review.timeline(problem.id)
            closed += problem.closed_on is not None
            for fact in timeline.entries():
                not_in_future(fact, NOW.date())
                recorded = timeline.recorded[fact.id].at
                assert recorded <= NOW
                kinds.add(type(fact))
    assert len(kinds) == len(RecordKind) - 2  # entries are neither people nor problems
    assert closed
    assert clinics.check(usual).whole


def test_entries_are_recorded_on_their_day_or_somewhat_late(usual: Desk) -> None:
    late = total = 0
    for person in usual.patients.find("", 1000):
        for problem in usual.review.problems(person.id):
            timeline = usual.review.timeline(problem.id)
            for score in timeline.scores:
                days = (timeline.recorded[score.id].at.date() - score.on).days
                assert 0 <= days <= 9
                total += 1
                late += days > 0
    assert 0 < late < total / 4


def test_names_come_in_many_scripts(usual: Desk) -> None:
    people = [usual.patients.get(person.id) for person in usual.patients.find("", 1000)]
    assert all(isinstance(person, Patient) for person in people)
    assert len({person.language for person in people}) > 20
    assert usual.clinic().made_up


def test_a_day_that_lies_ahead_or_a_file_that_is_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Invalid):
        made(tmp_path, as_of=NOW.date() + timedelta(days=1))
    assert not list(tmp_path.iterdir())
    (tmp_path / "demo.cortitrack").write_text("mine")
    with pytest.raises(StorageTrouble):
        made(tmp_path)
    assert (tmp_path / "demo.cortitrack").read_text() == "mine"


def test_a_demo_that_is_stopped_leaves_nothing(tmp_path: Path) -> None:
    def stop(done: int, of: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        made(tmp_path, progress=stop)
    assert not list(tmp_path.glob("*.cortitrack*"))


def test_what_is_written_beside_the_courses_cannot_change_a_verdict() -> None:
    lines = [line for written in demo_pathways.written(FOLDER).values() for line in written]
    weighed = {
        RecordKind.INJECTION, RecordKind.PAIN_SCORE, RecordKind.IMPRESSION, RecordKind.THERAPY_SESSION,
        RecordKind.PROCEDURE, RecordKind.SURGERY, RecordKind.MEDICATION, RecordKind.MEASURE, RecordKind.INCIDENT,
    }  # fmt: skip
    assert not weighed & {line.kind for line in lines}
    courses = {script.name for script in demo_courses.written(FOLDER)}
    assert set(demo_pathways.written(FOLDER)) <= courses


def test_every_stage_and_answer_occurs_and_red_flags_found_and_not(usual: Desk) -> None:
    problems = [problem for person in usual.patients.find("", 1000) for problem in usual.review.problems(person.id)]
    timelines = [usual.review.timeline(problem.id) for problem in problems]
    assert {move.stage for timeline in timelines for move in timeline.pathway_moves} == set(Stage)
    assert {item.state for timeline in timelines for item in timeline.pathway_items} == set(ItemState)
    assert {answer.answer for timeline in timelines for answer in timeline.safety_answers} == set(Answer)
    assert {flag.present for timeline in timelines for flag in timeline.red_flags} == {True, False}
    for timeline in timelines:
        alone = replace(
            timeline, reassessments=(), pathway_items=(), pathway_moves=(), therapy_plans=(), exercises=(), motions=(),
            consultations=(), talks=(), function_marks=(), risks=(), red_flags=(), safety_answers=(),
        )  # fmt: skip
        assert alone.course() == timeline.course()
