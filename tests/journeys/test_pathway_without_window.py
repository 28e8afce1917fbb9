"""A failed knee injection walked through all four stages to a joint replacement, and a stop that was overridden."""

from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from cortitrack.domain.clinic import Clinic
from cortitrack.domain.consultation import Consultation, Specialty
from cortitrack.domain.imaging import Finding, Imaging, Modality
from cortitrack.domain.injection import Drug
from cortitrack.domain.instruments import InstrumentTotal
from cortitrack.domain.pathway import Item, ItemState, Stage
from cortitrack.domain.problem import Problem
from cortitrack.domain.procedure import Procedure, ProcedureKind
from cortitrack.domain.reassessment import Reassessment, StructureBasis
from cortitrack.domain.records import Fact, RecordKind
from cortitrack.domain.red_flag import RedFlag, RedFlagKind
from cortitrack.domain.referral import Referral
from cortitrack.domain.risk import Risk, RiskKind
from cortitrack.domain.safety_answer import AlertLevel, Answer, SafetyAnswer, SafetyRule
from cortitrack.domain.steps import Act
from cortitrack.domain.surgery import Surgery, SurgeryKind, SurgeryStatus
from cortitrack.domain.talk import Talk
from cortitrack.domain.therapy import TherapyKind, TherapySession
from cortitrack.domain.therapy_plan import Exercise, Motion, TherapyPlan
from cortitrack.domain.timeline import Timeline
from cortitrack.rules.pathway import Pathway
from cortitrack.services.bench import Bench
from cortitrack.services.clinics import create
from cortitrack.services.desk import Desk
from tests.clinics import TODAY, Clock, bench, injection, person_with_a_failed_injection, reopened, score

ASKED = Referral(to="Mr Ito", question="Is this knee ready for replacement?", signed_by="Dr Haddad")
WEEK = timedelta(days=7)


class Journey:
    """One knee, and a clock that only goes forwards."""

    def __init__(self, desk: Desk, clock: Clock, knee: Problem) -> None:
        self.desk, self.clock, self.knee = desk, clock, knee
        self.today = TODAY

    def wait(self, weeks: int) -> None:
        self.today += weeks * WEEK
        self.clock.go_to(self.today)

    @property
    def strip(self) -> Pathway:
        return self.desk.pathway.of(self.knee.id)

    @property
    def told(self) -> Timeline:
        return self.desk.review.timeline(self.knee.id)

    def add(self, *new: Fact) -> None:
        self.desk.record.add(*new)

    def new(self, **more: Any) -> dict[str, Any]:
        return {"id": self.desk.record.new_id(), "problem_id": self.knee.id, "on": self.today} | more

    def move(self, stage: Stage) -> None:
        assert self.strip.suggested is stage
        self.desk.pathway.move(self.knee.id, stage, f"criteria of {stage.value} discussed")
        assert self.strip.stage is stage

    def hurts(self, tenths: int) -> None:
        self.add(score(self.desk, self.knee, self.today, tenths))


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def journey(tmp_path: Path, clock: Clock, root: Path) -> Journey:
    plain = bench(clock)
    made = Bench(now=plain.now, random_bits=plain.random_bits, user="anna", fonts=root / "resources" / "fonts")
    desk = create(tmp_path / "hill.cortitrack", Clinic(name="Hill Clinic", call_back="0700 1"), made)
    return Journey(desk, clock, person_with_a_failed_injection(desk)[1])


def reassess(on: Journey) -> None:
    on.move(Stage.REASSESS)
    picture = Imaging(**on.new(modality=Modality.XRAY, finding=Finding.JOINT_DESTRUCTION, grade="KL 4"))
    visit = Reassessment(**on.new(
        clinician="Dr Haddad", working_diagnosis="osteoarthritis", own_reading="bone on bone", agrees_with_report=True,
        technique="ultrasound, joint reached", effusion_or_synovitis=False, referred_pain=False,
        provoking_tests="hip free", structure="medial joint", structure_basis=StructureBasis.IMAGING,
    ))  # fmt: skip
    on.add(picture, visit)


def conservative(on: Journey) -> None:
    on.move(Stage.CONSERVATIVE)
    on.add(
        TherapyPlan(id=on.desk.record.new_id(), problem_id=on.knee.id, from_on=on.today, kind=TherapyKind.PT,
                    aim="strength", sessions_planned=8, home_programme="step-downs"),
        Exercise(**on.new(exercise="step-downs", sets=3, repetitions=10, load=Decimal(5), load_unit="kg")),
        Motion(**on.new(movement="flexion", degrees=Decimal(105))),
    )  # fmt: skip
    for _ in range(7):
        on.wait(1)
        on.add(TherapySession(**on.new(kind=TherapyKind.PT, attended=True)))
    assert on.strip.suggested is None  # the last score is too old to speak for today
    on.hurts(65)


def interventional(on: Journey) -> None:
    on.move(Stage.INTERVENTIONAL)
    on.add(Procedure(**on.new(kind=ProcedureKind.HYALURONIC_ACID, product="HA 60 mg")))
    on.wait(6)
    on.hurts(70)
    assert on.strip.suggested is None
    on.add(InstrumentTotal(**on.new(instrument="oks", total=Decimal(15))))


def surgical(on: Journey) -> None:
    on.move(Stage.SURGICAL)
    on.add(
        Talk(**on.new(by="Dr Haddad", benefit_and_risk=True, recovery_time=True, goal="to walk to the shop")),
        Consultation(id=on.desk.record.new_id(), problem_id=on.knee.id, asked_on=on.today,
                     specialty=Specialty.ORTHOPAEDIC, question="Ready?", seen_on=on.today, outcome="listed"),
        Risk(id=on.desk.record.new_id(), patient_id=on.knee.patient_id, kind=RiskKind.DIABETES, from_on=TODAY,
             value=Decimal("7.2"), unit="%"),
        RedFlag(**on.new(flag=RedFlagKind.FEVER, present=False)),
    )  # fmt: skip
    done = {one.item: one.state for one in on.strip.stages[3].items}
    assert done == {Item.TALK: ItemState.DONE, Item.CONSULTATION: ItemState.DONE}


def test_from_a_failed_injection_to_a_joint_replacement(journey: Journey, tmp_path: Path) -> None:
    reassess(journey)
    conservative(journey)
    interventional(journey)
    surgical(journey)
    journey.wait(4)
    replaced = Surgery(**journey.new(kind=SurgeryKind.JOINT_REPLACEMENT, status=SurgeryStatus.DONE, surgeon="Mr Ito"))
    assert journey.desk.safety.unusual(journey.knee.id, replaced) == ()
    journey.add(replaced)
    journey.desk.pathway.move(journey.knee.id, Stage.CLOSED, "knee replaced")
    journey.wait(6)
    journey.hurts(20)
    assert journey.strip.stage is Stage.CLOSED
    assert [move.stage for move in journey.told.pathway_moves] == list(Stage)
    text = written(journey.desk, journey.knee, tmp_path)
    for said in (
        "Stage of care", "knee replaced", "Reassessment", "bone on bone", "step-downs", "105°",
        "What the patient was told",
        "to walk to the shop", "listed", "HbA1c 7.2 %", "Looked for and not found", "fever", "Not looked for",
        "What pain did after", "Joint replacement", "6 weeks: 2",
    ):  # fmt: skip
        assert said in text, said


def test_a_stop_that_was_overridden_is_in_trail_and_letter(journey: Journey, tmp_path: Path, clock: Clock) -> None:
    desk, knee = journey.desk, journey.knee
    first = injection(desk, knee, TODAY, drug=Drug.METHYLPREDNISOLONE_ACETATE, dose_mg=Decimal(40))
    acknowledged = [answered(desk, first.id, rule, Answer.ACKNOWLEDGED) for rule in (SafetyRule.S1, SafetyRule.S4)]
    desk.safety.record(first, answers=acknowledged)
    journey.wait(3)
    again = injection(desk, knee, journey.today, drug=Drug.METHYLPREDNISOLONE_ACETATE, dose_mg=Decimal(40))
    lacks = desk.safety.unanswered(again)
    assert SafetyRule.S1 in lacks.stops
    stops = [answered(desk, again.id, rule, Answer.OVERRIDDEN, journey.today) for rule in lacks.stops]
    alerts = [answered(desk, again.id, rule, Answer.ACKNOWLEDGED, journey.today) for rule in lacks.alerts]
    desk.safety.record(again, answers=[*stops, *alerts])
    (line,) = desk.review.changes_of(RecordKind.SAFETY_ANSWER, stops[0].id)
    assert (line.act, line.step.by) == (Act.ADDED, "anna")
    text = written(desk, knee, tmp_path)
    assert "Safety overrides" in text
    assert "stop overridden by Dr Ito (surgeon) on 25 March 2026: flies home tomorrow" in text
    assert "Answers to safety alerts" in text
    desk.close()
    kept = reopened(desk.path, clock)
    assert set(stops) <= set(kept.review.timeline(knee.id).safety_answers)
    kept.close()


def test_a_letter_without_anything_new_says_nothing_of_it(journey: Journey, tmp_path: Path) -> None:
    text = written(journey.desk, journey.knee, tmp_path)
    for said in ("Stage of care", "overridden", "Risks", "Consultations", "Reassessment", "Looked for"):
        assert said not in text
    assert "Red-flag screen: not recorded; that is not a negative screen." in text


def test_red_flags_stand_on_the_first_page(journey: Journey, tmp_path: Path) -> None:
    journey.add(RedFlag(**journey.new(flag=RedFlagKind.SEPTIC_JOINT, present=True)))
    assert "suspected septic joint" in written(journey.desk, journey.knee, tmp_path, first_page=True)


def test_allergies_and_thinners_among_the_risks_stand_on_the_first_page(journey: Journey, tmp_path: Path) -> None:
    person, new_id = journey.knee.patient_id, journey.desk.record.new_id
    journey.add(
        Risk(id=new_id(), patient_id=person, kind=RiskKind.ALLERGY, from_on=TODAY, detail="latex"),
        Risk(id=new_id(), patient_id=person, kind=RiskKind.ANTICOAGULANT, from_on=TODAY, value=Decimal("2.4")),
        Risk(id=new_id(), patient_id=person, kind=RiskKind.ANTIPLATELET, from_on=TODAY - WEEK, to_on=TODAY - WEEK),
    )
    first = written(journey.desk, journey.knee, tmp_path, first_page=True)
    assert "Allergies latex" in first
    assert "anticoagulant inr 2.4" in first.casefold()
    assert "antiplatelet" not in first.casefold()


def answered(desk: Desk, injection_id: int, rule: SafetyRule, how: Answer, on: date = TODAY) -> SafetyAnswer:
    level = AlertLevel.STOP if how is Answer.OVERRIDDEN else AlertLevel.ALERT
    return SafetyAnswer(
        id=desk.record.new_id(), injection_id=injection_id, on=on, rule=rule, level=level, answer=how,
        who="Dr Ito", role="surgeon", why="flies home tomorrow",
    )  # fmt: skip


def written(desk: Desk, knee: Problem, folder: Path, *, first_page: bool = False) -> str:
    desk.letters.write(knee.id, ASKED, folder / "letter.pdf")
    pages = PdfReader(folder / "letter.pdf").pages
    return " ".join(" ".join(page.extract_text().split()) for page in (pages[:1] if first_page else pages))
