"""Plans of therapy and visits stand in lanes of their own below the curve."""

from dataclasses import replace

import pytest

from cortitrack.charts.course_lanes import that_fit
from cortitrack.charts.course_marks import Lane, Shape, lanes
from cortitrack.domain.consultation import Consultation, Specialty
from cortitrack.domain.reassessment import Reassessment
from cortitrack.domain.talk import Talk
from cortitrack.domain.therapy import TherapyKind
from cortitrack.domain.therapy_plan import TherapyPlan
from tests.builders import THIS, on, timeline

FIRST, LAST = on(-10).toordinal(), on(90).toordinal()


@pytest.fixture
def found() -> list[Lane]:
    told = replace(
        timeline("0 | injection"),
        reassessments=(Reassessment(id=1, problem_id=THIS, on=on(40)),),
        therapy_plans=(
            TherapyPlan(id=2, problem_id=THIS, from_on=on(42), kind=TherapyKind.PT),
            TherapyPlan(id=3, problem_id=THIS, from_on=on(10), to_on=on(20), kind=TherapyKind.PT),
        ),
        consultations=(Consultation(id=4, problem_id=THIS, asked_on=on(60), specialty=Specialty.SPINE),),
        talks=(Talk(id=5, problem_id=THIS, on=on(70)), Talk(id=6, problem_id=THIS, on=on(200))),
    )
    return lanes(told, on(80), FIRST, LAST)


def test_each_kind_has_its_lane(found: list[Lane]) -> None:
    shown = {lane.name: [(mark.shape, mark.fact.id, mark.open_end) for mark in lane.marks] for lane in found}
    assert shown == {
        "Reassessment": [(Shape.VISIT, 1, False)],
        "Consultation": [(Shape.VISIT, 4, False)],
        "Talk": [(Shape.VISIT, 5, False)],
        "Plan of physical therapy": [(Shape.BAR, 2, True), (Shape.BAR, 3, False)],
    }


def test_where_there_is_little_room_visits_share_one(found: list[Lane]) -> None:
    assert [lane.name for lane in that_fit(found, 2)] == ["Visits", "Plan of physical therapy"]
