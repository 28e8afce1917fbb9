from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cortitrack.db import courses, facts, timelines, trail
from cortitrack.db.database import Connection, Database
from cortitrack.db.tables import OF_AN_INJECTION, TABLES
from cortitrack.domain.anatomy import Side, Site
from cortitrack.domain.course import Course
from cortitrack.domain.patient import Patient
from cortitrack.domain.problem import Problem
from cortitrack.domain.records import Fact, RecordKind, happened_on, kind_of
from cortitrack.domain.steps import Did
from cortitrack.rules.response import standings
from cortitrack.rules.ruleset import RuleSet
from tests import clinics
from tests.clinics import PRIMARY_KINDS, TODAY, Clock, new_clinic

ENTRIES = [kind for kind, table in TABLES.items() if table.day and kind not in OF_AN_INJECTION]
BORN = TODAY.replace(year=1960)
PROBLEMS = {1: (10, 11), 2: (20,)}


@st.composite
def records(draw: st.DrawFn) -> list[Fact]:
    """Two people with three problems, and entries of every kind for them."""
    found: list[Fact] = []
    for person, places in PROBLEMS.items():
        found.append(Patient(id=person, family_name="Sample", birth_date=BORN))
        for place in places:
            primary = draw(st.sampled_from(PRIMARY_KINDS))
            found.append(Problem(id=place, patient_id=person, site=Site.KNEE, side=Side.LEFT, primary_kind=primary))
    for number in range(draw(st.integers(0, 25))):
        person = draw(st.sampled_from(list(PROBLEMS)))
        where: st.SearchStrategy[Any] = st.sampled_from(PROBLEMS[person])
        kind = draw(st.sampled_from(ENTRIES))
        if kind is RecordKind.MEDICATION:
            where = st.none() | where
        found.append(draw(clinics.facts(kind, id=st.just(1000 + number), problem_id=where, patient_id=st.just(person))))
    return found


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    path: Path = tmp_path_factory.mktemp("courses") / "hill.cortitrack"
    new_clinic(path).close()
    database = Database(path)
    yield database
    database.close()


def unordered(course: Course) -> list[object]:
    listed = (course.injections, course.marked, course.current, course.said, course.events)
    return [
        course.problem_id,
        course.patient_id,
        *(sorted(facts, key=lambda fact: (fact.on, fact.id)) for facts in listed),
    ]


class _Enough(Exception):
    """Leaves a transaction so that nothing of it is kept."""


@given(found=records(), gone=st.sets(st.integers(0, 24)))
@settings(max_examples=60)
def test_a_course_holds_the_same_facts_as_the_timeline(database: Database, found: list[Fact], gone: set[int]) -> None:
    with suppress(_Enough), database.writing() as c:
        step = trail.add_step(c, Clock()(), "anna", Did.ADDED, None, 1)
        for fact in found:
            facts.insert(c, fact, step)
        for fact in found:
            if fact.id - 1000 in gone:
                facts.withdraw(c, kind_of(fact), fact.id, step)
        compare(c)
        raise _Enough


def compare(c: Connection) -> None:
    streamed = {course.problem_id: course for course in courses.of_people(c, courses.everyone(c))}
    assert list(streamed) == [10, 11, 20]
    for problem_id, course in streamed.items():
        timeline, alone = timelines.timeline(c, problem_id), courses.of_problem(c, problem_id)
        assert timeline is not None
        assert alone is not None
        assert course.plain == timeline.course().plain
        assert unordered(course) == unordered(timeline.course()) == unordered(alone)
        lean = next(
            x for x in courses.of_people(c, [course.patient_id], to_explain=False) if x.problem_id == problem_id
        )
        assert standings(lean, TODAY.toordinal(), RuleSet()) == standings(course, TODAY.toordinal(), RuleSet())
        for told in (timeline.injections, timeline.scores, timeline.medications, timeline.sessions):
            assert list(told) == sorted(told, key=lambda fact: (happened_on(fact), fact.id))


def test_scores_come_in_the_order_of_days(tmp_path: Path) -> None:
    desk = new_clinic(tmp_path / "hill.cortitrack")
    _, knee, _ = clinics.person_with_a_failed_injection(desk)
    desk.record.add(clinics.score(desk, knee, TODAY.replace(month=1, day=2), 50))
    with desk.database.reading() as c:
        course = courses.of_problem(c, knee.id)
        assert courses.of_problem(c, 12345) is None
    assert course is not None
    assert list(course.plain.days) == sorted(course.plain.days)
    desk.close()
