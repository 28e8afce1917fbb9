"""Every kind of care that the pathway records has a lane below the curve."""

from datetime import date
from decimal import Decimal

from cortitrack.charts.course_lanes import SUBJECTS, that_fit
from cortitrack.charts.course_marks import Shape, lanes
from cortitrack.domain.anatomy import Side, Site
from cortitrack.domain.imaging import Imaging, Modality
from cortitrack.domain.patient import Patient
from cortitrack.domain.problem import Problem
from cortitrack.domain.reassessment import Reassessment
from cortitrack.domain.therapy_plan import Exercise, Motion
from cortitrack.domain.timeline import Timeline

ON = date(2026, 3, 4)


def test_pictures_visits_exercises_and_motion_have_lanes() -> None:
    course = Timeline(
        patient=Patient(id=1, family_name="Sample", birth_date=date(1960, 1, 1)),
        problem=Problem(id=2, patient_id=1, site=Site.KNEE, side=Side.LEFT),
        imaging=(Imaging(id=3, problem_id=2, on=ON, modality=Modality.MRI),),
        reassessments=(Reassessment(id=4, problem_id=2, on=ON),),
        exercises=(Exercise(id=5, problem_id=2, on=ON, exercise="step-downs"),),
        motions=(Motion(id=6, problem_id=2, on=ON, movement="flexion", degrees=Decimal(110)),),
    )
    day = ON.toordinal()
    found = {lane.name: [(mark.shape, mark.first) for mark in lane.marks] for lane in lanes(course, ON, day, day)}
    assert found == {
        "Reassessment": [(Shape.VISIT, day)],
        "MRI": [(Shape.VISIT, day)],
        "Exercise": [(Shape.MEASURE, day)],
        "Range of motion": [(Shape.MEASURE, day)],
    }
    assert lanes(course, ON, day + 1, day + 9) == []
    gathered = that_fit(lanes(course, ON, day, day), 3)
    assert [lane.name for lane in gathered] == ["Reassessment", "MRI", "Therapy"]


def test_every_shape_has_a_subject_to_be_gathered_under() -> None:
    assert set(SUBJECTS) == set(Shape)
