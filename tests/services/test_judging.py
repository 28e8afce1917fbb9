import errno
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cortitrack.db import courses, facts, verdicts
from cortitrack.db.database import Connection
from cortitrack.domain.anatomy import Side
from cortitrack.domain.errors import Cancelled, Invalid, StorageTrouble, Trouble
from cortitrack.domain.records import Fact, RecordKind
from cortitrack.rules.response import judge_all
from cortitrack.rules.ruleset import RuleSet
from cortitrack.rules.verdict import VerdictKind
from cortitrack.services import judging, judging_together
from cortitrack.services.desk import Desk
from cortitrack.services.record import TakenIn
from tests.clinics import (
    TODAY,
    Clock,
    course,
    injection,
    new_clinic,
    patient,
    person_with_a_failed_injection,
    problem,
    reopened,
)


def kept(desk: Desk) -> list[tuple[object, ...]]:
    """What is kept of every verdict, but for the day on which it was judged."""
    with desk.database.reading() as c:
        return [tuple(one._replace(as_of=0)) for one in verdicts.every(c)]


def fresh(desk: Desk) -> dict[int, VerdictKind]:
    with desk.database.reading() as c:
        everyone = courses.everyone(c)
        day = desk.bench.today.toordinal()
        return {
            v.injection_id: v.kind
            for one in courses.of_people(c, everyone)
            for v in judge_all(one, day, desk.judging.rules())
        }


def stored(desk: Desk) -> dict[int, str]:
    with desk.database.reading() as c:
        return {one.injection_id: one.kind for one in verdicts.every(c)}


def people(desk: Desk, count: int = 3) -> None:
    for number in range(count):
        someone = patient(desk, f"Person {number}")
        knee = problem(desk, someone)
        answers = {-1: 80, 14: 30 + number, 35: 40}
        given, scores = course(desk, knee, TODAY - timedelta(40 + number), answers)
        desk.record.add(someone, knee, given, *scores)


DAYS_LATER = (0, 1, 5, 17, 20, 30, 31, 60, 80, 90, 400)


@pytest.mark.parametrize("days", DAYS_LATER)
def test_on_any_later_day_what_is_kept_is_what_is_judged_afresh(desk: Desk, clock: Clock, days: int) -> None:
    people(desk)
    young = patient(desk, "Young")
    place = problem(desk, young)
    desk.record.add(young, place, injection(desk, place, TODAY - timedelta(10)))
    given, scores = course(desk, place, TODAY - timedelta(5), {-1: 70})
    desk.record.add(given, *scores)
    clock.go_to(TODAY + timedelta(days))
    desk.judging.catch_up()
    assert stored(desk) == fresh(desk)
    assert desk.judging.catch_up() == 0


@given(steps=st.lists(st.integers(-60, 200), min_size=1, max_size=4))
@settings(max_examples=25)
def test_however_the_clock_goes_nothing_stale_stands(
    tmp_path_factory: pytest.TempPathFactory, steps: list[int]
) -> None:
    clock = Clock()
    desk = new_clinic(tmp_path_factory.mktemp("clock") / "hill.cortitrack", clock)
    people(desk)
    for days in steps:
        clock.go_to(TODAY + timedelta(days))
        desk.judging.catch_up()
        day = clock().date().toordinal()
        with desk.database.reading() as c:
            standing = {v.injection_id: v.kind for v in verdicts.every(c) if v.given_on <= day}
        assert standing == fresh(desk)
    desk.close()


def test_a_write_keeps_what_judging_everything_would(desk: Desk) -> None:
    people(desk)
    someone, knee, given = person_with_a_failed_injection(desk)
    other = problem(desk, someone, side=Side.LEFT)
    desk.record.add(other, injection(desk, other, given.given_on + timedelta(3)))
    desk.record.withdraw(RecordKind.PAIN_SCORE, desk.review.timeline(knee.id).scores[0].id)
    before = kept(desk)
    assert desk.judging.judge_everything() == len(before)
    assert kept(desk) == before


def no_process(*_: object) -> None:
    raise OSError(errno.EAGAIN, "no more processes")


def indexes(desk: Desk) -> list[str]:
    with desk.database.reading() as c:
        return [row[0] for row in c.execute("SELECT name FROM sqlite_schema WHERE tbl_name = 'verdicts'")]


@pytest.mark.parametrize("cores", [2, 1, None])
def test_many_cores_keep_what_one_would(desk: Desk, monkeypatch: pytest.MonkeyPatch, cores: int | None) -> None:
    people(desk)
    count, before, indexed = desk.judging.judge_everything(), kept(desk), sorted(indexes(desk))
    monkeypatch.setattr(judging, "WORTH_SHARING", 1)
    monkeypatch.setattr("os.cpu_count", lambda: cores)
    steps: list[tuple[int, int]] = []
    assert desk.judging.judge_everything(lambda done, total: steps.append((done, total))) == count
    assert kept(desk) == before
    assert sorted(indexes(desk)) == indexed
    assert steps[-1] == (desk.patients.count(), desk.patients.count())


def test_a_machine_without_processes_to_give_is_done_without(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    people(desk)
    count, before = desk.judging.judge_everything(), kept(desk)
    monkeypatch.setattr(judging, "WORTH_SHARING", 1)
    monkeypatch.setattr(judging_together, "ProcessPoolExecutor", no_process)
    assert desk.judging.judge_everything() == count
    assert kept(desk) == before


def test_the_card_says_the_same_as_the_rows_and_the_list(desk: Desk, clock: Clock) -> None:
    people(desk)
    clock.go_to(TODAY + timedelta(35))
    rows = list(desk.judging.verdict_rows())
    assert len(rows) == 3
    for row in rows:
        assert desk.review.verdicts(row.problem_id) == (row.verdict,)
        assert row.verdict.as_of == clock().date().toordinal()
        assert row.shown_injection == str(row.injection_id)


def test_rows_of_an_earlier_day_see_nothing_later(desk: Desk) -> None:
    people(desk, 1)
    early = TODAY - timedelta(30)
    (row,) = desk.judging.verdict_rows(early)
    assert row.verdict.kind is VerdictKind.TOO_EARLY
    assert not list(desk.judging.verdict_rows(TODAY - timedelta(200)))


def test_rows_of_one_person(desk: Desk) -> None:
    people(desk)
    someone = desk.patients.find("person 1")[0]
    assert [row.patient_id for row in desk.judging.verdict_rows(patient_id=someone.id)] == [someone.id]


class TestRules:
    def test_a_clinic_begins_with_the_rules_of_the_program(self, desk: Desk) -> None:
        assert desk.judging.rules() == RuleSet()
        assert desk.judging.history() == (RuleSet(),)

    def test_new_rules_are_a_dated_version_and_judge_everything(self, desk: Desk) -> None:
        _, knee, given = person_with_a_failed_injection(desk)
        seen: list[tuple[int, int]] = []
        rules = desk.judging.change_rules([("lost_percent", 1)], "trial", lambda done, of: seen.append((done, of)))
        assert (rules.version, rules.since, rules.changed_by) == ("2026-2", TODAY, "anna")
        assert desk.judging.rules() == rules
        assert desk.judging.history() == (rules, RuleSet())
        assert seen == [(1, 1)]
        assert stored(desk) == fresh(desk)
        assert {v.rule_set for v in desk.review.verdicts(knee.id)} == {"2026-2"}
        assert desk.judging.change_rules([], "back").version == "2026-3"
        assert stored(desk) == {given.id: VerdictKind.FAILED_SHORT_LIVED}

    def test_stopping_halfway_leaves_the_old_rules_and_verdicts(self, desk: Desk) -> None:
        people(desk)
        before = kept(desk)
        with pytest.raises(Cancelled):
            desk.judging.change_rules([("lost_percent", 1)], "trial", cancelled=lambda: True)
        with pytest.raises(Cancelled):
            desk.judging.judge_everything(cancelled=lambda: True)
        assert (desk.judging.rules(), kept(desk)) == (RuleSet(), before)

    def test_impossible_rules_are_refused(self, desk: Desk) -> None:
        with pytest.raises(Invalid):
            desk.judging.change_rules([("lost_percent", 1000)], "trial")
        assert desk.judging.rules() == RuleSet()

    def test_rules_are_not_undone_but_changed_again(self, desk: Desk) -> None:
        someone, _, _ = person_with_a_failed_injection(desk)
        desk.judging.change_rules([("lost_percent", 1)], "trial")
        desk.record.undo()
        assert not desk.patients.find("ardal")
        assert desk.judging.rules().version == "2026-2"
        assert someone.id


class TestForReading:
    @pytest.fixture
    def file(self, tmp_path: Path) -> Path:
        path = tmp_path / "old.cortitrack"
        desk = new_clinic(path)
        person_with_a_failed_injection(desk)
        people(desk)
        desk.close()
        return path

    def test_what_has_come_due_is_judged_without_touching_the_file(self, file: Path) -> None:
        before = file.read_bytes()
        clock = Clock()
        clock.go_to(TODAY + timedelta(60))
        desk = reopened(file, clock, read_only=True)
        assert desk.judging.catch_up() > 0
        assert desk.judging.catch_up() == 0
        assert stored(desk) == fresh(desk)
        clock.go_to(TODAY)
        desk.judging.catch_up()
        assert stored(desk) == fresh(desk)
        desk.close()
        assert file.read_bytes() == before

    def test_what_the_writer_adds_is_seen(self, file: Path) -> None:
        clock = Clock()
        writer = reopened(file, clock)
        reader = reopened(file, clock)
        clock.go_to(TODAY + timedelta(60))
        reader.judging.catch_up()
        person_with_a_failed_injection(writer)
        assert reader.judging.catch_up() > 0
        assert stored(reader) == fresh(reader)
        assert len(stored(reader)) == 5
        reader.close()
        writer.close()

    def test_rules_cannot_be_changed(self, file: Path) -> None:
        desk = reopened(file, read_only=True)
        for act in (lambda: desk.judging.change_rules([], "no"), desk.judging.judge_everything):
            with pytest.raises(StorageTrouble) as trouble:
                act()
            assert trouble.value.kind is Trouble.READ_ONLY
        desk.close()


def test_other_cut_offs_are_answered(desk: Desk) -> None:
    _, knee, given = person_with_a_failed_injection(desk)
    assert set(desk.review.sensitivity(knee.id, given.id)) == {15, 30, 50}
    with pytest.raises(Invalid):
        desk.review.sensitivity(knee.id, 5)


def test_an_injection_of_a_day_still_to_come_is_no_trouble(desk: Desk, clock: Clock) -> None:
    _, knee, _ = person_with_a_failed_injection(desk)
    clock.go_to(date(2020, 1, 1))
    assert desk.review.verdicts(knee.id) == ()
    assert desk.worklist.today().decisions == ()


def test_entries_from_an_archive_are_named_by_its_ids(desk: Desk) -> None:
    people(desk, 1)
    someone = patient(desk)
    knee = problem(desk, someone)
    given, scores = course(desk, knee, TODAY - timedelta(50), {-1: 80, 45: 75})

    def take(c: Connection, step: int) -> TakenIn:
        named: dict[str, Fact] = {"P": someone, "K": knee, "I": given, "S1": scores[0], "S2": scores[1]}
        for name, fact in named.items():
            facts.insert(c, fact, step, name)
        return TakenIn(count=5, patient_ids=frozenset({someone.id}))

    desk.record.take_in(take)
    (row,) = desk.judging.verdict_rows(patient_id=someone.id)
    assert (row.shown_patient, row.shown_problem, row.shown_injection) == ("P", "K", "I")
    used = {entry for reason in row.verdict.reasons for entry in reason.entries}
    assert {row.shown[entry] for entry in used} == {"S1", "S2"}
