"""Where a problem stands, how its items stand, what goes past the stages; and that nothing moves by itself."""

from typing import Any

import pytest

from cortitrack.domain.anatomy import Site
from cortitrack.domain.consultation import Consultation, Specialty
from cortitrack.domain.imaging import Finding, Modality
from cortitrack.domain.measure import Measure, MeasureKind
from cortitrack.domain.medication import MedicationClass
from cortitrack.domain.pathway import ITEMS, Item, ItemState, Stage
from cortitrack.domain.procedure import ProcedureKind
from cortitrack.domain.reassessment import Reassessment
from cortitrack.domain.records import Fact
from cortitrack.domain.red_flag import RedFlagKind
from cortitrack.domain.risk import RiskKind
from cortitrack.domain.surgery import SurgeryKind, SurgeryStatus
from cortitrack.domain.talk import Talk
from cortitrack.domain.therapy import TherapyKind
from cortitrack.domain.therapy_plan import Exercise, Motion, TherapyPlan
from cortitrack.rules.past_stages import PastReason
from cortitrack.rules.pathway import ITEM_OF, Pathway
from cortitrack.rules.ruleset import RuleSet
from cortitrack.rules.unusual import Unusual, unusual
from cortitrack.rules.verdict import Hint, VerdictKind
from tests.builders import on
from tests.rules.records import (
    THIS,
    flag,
    given,
    item,
    judged,
    medicine,
    move,
    picture,
    procedure,
    risk,
    score,
    session,
    surgery,
    view,
    weight,
)
from tests.rules.test_pathway_gates import RULES, SETTLED, SURGICAL, strip


def measure(kind: MeasureKind) -> Measure:
    return Measure(id=0, problem_id=THIS, on=on(-1), kind=kind)


SHOWN: list[tuple[Item, Fact]] = [
    (Item.IMAGING_REVIEW, picture(-1, own_reading="as reported")),
    (Item.PHYSICAL_THERAPY, session(-1)),
    (Item.PHYSICAL_THERAPY, session(-1, attended=None, kind=TherapyKind.OT)),
    (Item.EXERCISE, session(-1, kind=TherapyKind.HOME)),
    (Item.EXERCISE, Exercise(id=0, problem_id=THIS, on=on(-1), exercise="squat")),
    (Item.EXERCISE, measure(MeasureKind.EXERCISE)),
    (Item.FLEXIBILITY, Motion(id=0, problem_id=THIS, on=on(-1), movement="flexion", degrees=weight(0, "90").value)),  # type: ignore[arg-type]
    (
        Item.MANUAL_THERAPY,
        TherapyPlan(id=0, problem_id=THIS, from_on=on(-1), kind=TherapyKind.PT, manual_therapy="III"),
    ),
    (Item.MEDICINES, medicine(MedicationClass.NSAID, day=-1)),
    (Item.ACTIVITY, measure(MeasureKind.ACTIVITY)),
    (Item.BRACE, measure(MeasureKind.WALKING_AID)),
    (Item.WEIGHT, weight(-1, "90", "170", target="80")),
    (Item.PRP, procedure(ProcedureKind.PRP, -1)),
    (Item.NERVE_BLOCK, procedure(ProcedureKind.NERVE_BLOCK, -1)),
    (Item.RFA, procedure(ProcedureKind.RFA, -1)),
    (Item.HYALURONIC_ACID, procedure(ProcedureKind.HYALURONIC_ACID, -1)),
    (Item.TALK, Talk(id=0, problem_id=THIS, on=on(-1))),
    (
        Item.CONSULTATION,
        Consultation(id=0, problem_id=THIS, asked_on=on(-9), specialty=Specialty.SPINE, seen_on=on(-1)),
    ),
]
NOT_SHOWN: list[tuple[Item, Fact]] = [
    (Item.PHYSICAL_THERAPY, session(-1, attended=False)),
    (Item.MEDICINES, medicine(MedicationClass.ANTICOAGULANT)),
    (Item.WEIGHT, weight(-1, "90", "170")),
    (Item.CONSULTATION, Consultation(id=0, problem_id=THIS, asked_on=on(-9), specialty=Specialty.SPINE)),
    (
        Item.CONSULTATION,
        Consultation(id=0, problem_id=THIS, asked_on=on(-9), specialty=Specialty.THERAPY, seen_on=on(-1)),
    ),
]


def standing(found: Pathway, which: Item) -> Any:
    return next(one for stage in found.stages for one in stage.items if one.item is which)


@pytest.mark.parametrize(("which", "fact"), SHOWN, ids=lambda value: getattr(value, "value", ""))
def test_a_record_shows_that_an_item_is_done(which: Item, fact: Fact) -> None:
    found = standing(strip(fact), which)
    assert (found.state, found.on, found.shown_by) == (ItemState.DONE, on(-1), (102,))


@pytest.mark.parametrize(("which", "fact"), NOT_SHOWN, ids=lambda value: getattr(value, "value", ""))
def test_what_does_not_show_it_leaves_it_unknown(which: Item, fact: Fact) -> None:
    assert standing(strip(fact), which).state is None


@pytest.mark.parametrize("state", list(ItemState))
def test_a_clinicians_mark_stands(state: ItemState) -> None:
    assert standing(strip(item(Item.PRP, state)), Item.PRP).state is state


def test_open_gives_way_to_what_was_done_after_it_and_not_before() -> None:
    assert standing(strip(item(Item.BRACE, ItemState.OPEN, -9), measure(MeasureKind.BRACE)), Item.BRACE).settled
    reopened = strip(measure(MeasureKind.BRACE), item(Item.BRACE, ItemState.OPEN))
    assert standing(reopened, Item.BRACE).state is ItemState.OPEN


def test_it_stands_where_a_clinician_put_it_and_since_when() -> None:
    found = strip(move(Stage.REASSESS, -90), move(Stage.CONSERVATIVE, -60), move(Stage.CONSERVATIVE, -30))
    assert (found.stage, found.since) == (Stage.CONSERVATIVE, on(-60))
    back = strip(move(Stage.CONSERVATIVE, -60), move(Stage.REASSESS, -30))
    assert (back.stage, back.since, back.next) == (Stage.REASSESS, on(-30), Stage.CONSERVATIVE)


@pytest.mark.parametrize(
    ("stage", "coming"),
    [
        (Stage.REASSESS, Stage.CONSERVATIVE),
        (Stage.CONSERVATIVE, Stage.INTERVENTIONAL),
        (Stage.INTERVENTIONAL, Stage.SURGICAL),
        (Stage.SURGICAL, None),
        (Stage.CLOSED, None),
    ],
)
def test_the_next_stage_follows_the_one_where_it_stands(stage: Stage, coming: Stage | None) -> None:
    found = strip(move(stage))
    assert (found.next, found.suggested) == (coming, None)
    assert bool(found.criteria) is (coming is not None)


def test_nothing_moves_by_itself() -> None:
    found = strip(*SETTLED, *SURGICAL)
    assert (found.stage, found.suggested) == (None, Stage.REASSESS)


def test_from_conservative_care_it_may_go_to_surgery_where_stage_3_is_behind_already() -> None:
    assert strip(move(Stage.CONSERVATIVE, -200), *SURGICAL).suggested is Stage.SURGICAL


@pytest.mark.parametrize("stage", [Stage.CONSERVATIVE, Stage.SURGICAL, Stage.CLOSED])
def test_a_later_injection_that_failed_leads_back_to_the_start(stage: Stage) -> None:
    both = {number: judged(VerdictKind.FAILED_NO_RESPONSE, number) for number in (101, 103)}
    assert strip(move(stage, -200), given(-199), verdicts=both).suggested is Stage.REASSESS
    assert strip(move(stage, -200), given(-200), verdicts=both).suggested is not Stage.REASSESS


def test_each_hint_has_an_item_and_stands_beside_it() -> None:
    assert set(ITEM_OF) == set(Hint)
    hinted = judged(VerdictKind.FAILED_WORSENED, 101, hints=tuple(Hint))
    found = strip(verdicts={101: hinted})
    assert {hint for hints in found.hints.values() for hint in hints} == set(Hint)
    assert set(found.hints) <= {one for items in ITEMS.values() for one in items}


@pytest.mark.parametrize(
    ("facts", "around", "reason"),
    [
        ([flag(RedFlagKind.FEVER)], {}, PastReason.INFECTION),
        ([risk(RiskKind.INFECTION)], {}, PastReason.INFECTION),
        ([given(-10), score(-11, 5), score(0, 8)], {}, PastReason.AFTER_INJECTION),
        ([flag(RedFlagKind.SADDLE_NUMBNESS)], {}, PastReason.SPINE),
        ([flag(RedFlagKind.WEIGHT_LOSS)], {}, PastReason.GENERAL),
        ([flag(RedFlagKind.NIGHT_PAIN), risk(RiskKind.CANCER_HISTORY)], {}, PastReason.GENERAL),
        ([flag(RedFlagKind.PROGRESSIVE_DEFICIT)], {}, PastReason.PROGRESSIVE_DEFICIT),
        (
            [flag(RedFlagKind.MYELOPATHY), picture(-9, Modality.MRI, Finding.CORD_COMPRESSION)],
            {"site": Site.CERVICAL_SPINE},
            PastReason.CORD_COMPRESSION,
        ),
        ([flag(RedFlagKind.ACUTE_CUFF_TEAR)], {"site": Site.SHOULDER, "other": Site.KNEE}, PastReason.ACUTE_CUFF_TEAR),
    ],
)
def test_red_flags_go_past_the_stages_until_resolved(
    facts: list[Fact], around: dict[str, Any], reason: PastReason
) -> None:
    assert reason in {one.reason for one in strip(*facts, **around).past_the_stages}


@pytest.mark.parametrize(
    "facts",
    [
        [],
        [flag(RedFlagKind.FEVER, -9, resolved=-1)],
        [flag(RedFlagKind.FEVER, present=False)],
        [flag(RedFlagKind.ACUTE_CUFF_TEAR, -9, resolved=0)],
        [risk(RiskKind.INFECTION, to=-1)],
        [risk(RiskKind.IMMUNOSUPPRESSION)],
        [picture(-9, Modality.MRI, Finding.CORD_COMPRESSION)],
    ],
)
def test_nothing_else_does(facts: list[Fact]) -> None:
    assert strip(*facts).past_the_stages == ()


@pytest.mark.parametrize(
    ("kg", "site", "wanted"),
    [
        ("72.25", Site.KNEE, (True, True)),
        ("72.2", Site.KNEE, (True, True)),
        ("71.9", Site.KNEE, (True, False)),
        ("80", Site.SHOULDER, (False, True)),
    ],
)
def test_weight_is_a_subject_at_a_lower_limb_from_bmi_25(kg: str, site: Site, wanted: tuple[bool, bool]) -> None:
    other: dict[str, Any] = {"other": Site.HIP} if site is Site.SHOULDER else {}
    found = strip(weight(-1, kg, "170"), site=site, **other).conditions[Item.WEIGHT]
    assert tuple(one.met for one in found) == wanted


def test_weight_without_height_is_unknown() -> None:
    assert strip(weight(-1, "90")).conditions[Item.WEIGHT][1].met is None


def test_an_early_replacement_and_findings_without_a_picture_are_unusual() -> None:
    done = surgery(SurgeryKind.JOINT_REPLACEMENT, 0, SurgeryStatus.DONE)
    for days, wanted in ((89, [Unusual.REPLACEMENT_SOON_AFTER_INJECTION]), (90, [])):
        assert [what for what, _ in unusual(view(given(-days)), done, RULES)] == wanted
    visit = Reassessment(id=0, problem_id=THIS, on=on(0), own_reading="a tear")
    assert [what for what, _ in unusual(view(), visit, RULES)] == [Unusual.FINDINGS_WITHOUT_IMAGING]
    assert unusual(view(picture(-1)), visit, RULES) == ()


def test_the_rules_speak_with_their_own_numbers() -> None:
    stricter = RuleSet(version="2026-2", own=(("trial_sessions", 7), ("trial_days", 49)))
    found = strip(*SURGICAL, rules=stricter)
    assert found.gates[Stage.SURGICAL].met is False
