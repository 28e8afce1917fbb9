"""Every gate of the pathway at, just below and just above its threshold; unknown is never no."""

from decimal import Decimal
from typing import Any

import pytest

from cortitrack.domain.anatomy import Site
from cortitrack.domain.function_mark import FunctionMark
from cortitrack.domain.imaging import Finding
from cortitrack.domain.override import Judgement, Override
from cortitrack.domain.pain import Phase, ScoreKind
from cortitrack.domain.pathway import ITEMS, Item, ItemState, Stage
from cortitrack.domain.procedure import ProcedureKind
from cortitrack.domain.reassessment import Reassessment, StructureBasis
from cortitrack.domain.records import Fact
from cortitrack.domain.therapy import TherapyKind
from cortitrack.domain.therapy_plan import Exercise, TherapyPlan
from cortitrack.rules.criterion import Criterion, CriterionName
from cortitrack.rules.pathway import Pathway, Suppressed, pathway
from cortitrack.rules.ruleset import RuleSet
from cortitrack.rules.unusual import Unusual, unusual
from cortitrack.rules.verdict import Flag, Hint, VerdictKind
from tests.builders import on
from tests.rules.records import (
    THIS,
    given,
    item,
    judged,
    move,
    picture,
    procedure,
    score,
    session,
    total,
    view,
)

RULES = RuleSet()
GIVEN = given(-300, 40)
FAILED = {"verdicts": {101: judged(VerdictKind.FAILED_NO_RESPONSE, 101)}}
WEEKLY: list[Fact] = [session(day) for day in (-42, -35, -28, -21, -14, 0)]
SETTLED: list[Fact] = [item(one, ItemState.NOT_NEEDED) for one in ITEMS[Stage.REASSESS]]
DECLINED: list[Fact] = [item(one, ItemState.DECLINED) for one in ITEMS[Stage.INTERVENTIONAL]]
LIMITED = FunctionMark(id=0, problem_id=THIS, on=on(-1), limited=True, note="cannot climb stairs")
DESTROYED = picture(-5, finding=Finding.JOINT_DESTRUCTION, grade="KL 4")
BLOCK, RFA, HA, PRP = (
    ProcedureKind.NERVE_BLOCK,
    ProcedureKind.RFA,
    ProcedureKind.HYALURONIC_ACID,
    ProcedureKind.PRP,
)


def strip(*facts: Fact, rules: RuleSet = RULES, **around: Any) -> Pathway:
    """The pathway of a knee whose first entry is an injection that failed, unless told otherwise."""
    return pathway(view(GIVEN, *facts, **(FAILED | around)), rules)


def criterion(found: Pathway, stage: Stage, name: CriterionName) -> Criterion:
    """A criterion of a stage's gate, or a part of one."""
    every = list(found.gates[stage].criteria)
    for one in every:
        every.extend(one.parts)
    return next(one for one in every if one.name is name)


def met(name: CriterionName, stage: Stage, *facts: Fact, **around: Any) -> bool | None:
    return criterion(strip(*facts, **around), stage, name).met


@pytest.mark.parametrize(
    ("kind", "wanted"),
    [
        (VerdictKind.FAILED_NO_RESPONSE, True),
        (VerdictKind.FAILED_SHORT_LIVED, True),
        (VerdictKind.FAILED_WORSENED, True),
        (VerdictKind.FAILED_NO_LASTING_BENEFIT, True),
        (VerdictKind.PARTIAL, True),
        (VerdictKind.RESPONDED, False),
        (VerdictKind.TOO_EARLY, None),
        (VerdictKind.AWAITING_DATA, None),
        (VerdictKind.CONFOUNDED, None),
        (VerdictKind.INSUFFICIENT_DATA, None),
    ],
)
def test_stage_1_is_suggested_by_a_failed_or_partial_verdict(kind: VerdictKind, wanted: bool | None) -> None:
    found = strip(verdicts={101: judged(kind, 101)})
    assert found.gates[Stage.REASSESS].met is wanted
    assert found.suggested is (Stage.REASSESS if wanted else None)
    assert found.stage is None


def test_the_clinicians_judgement_stands_in_for_the_computed_one() -> None:
    responded = Override(id=0, injection_id=101, on=on(-1), judgement=Judgement.RESPONDED, why="x", clinician="y")
    assert strip(responded).gates[Stage.REASSESS].met is False
    unsure = Override(id=0, injection_id=101, on=on(-1), judgement=Judgement.CANNOT_JUDGE, why="x", clinician="y")
    assert strip(unsure).gates[Stage.REASSESS].met is None


@pytest.mark.parametrize(
    ("points", "site", "wanted"),
    [
        (3.2, Site.KNEE, Suppressed.RESPONDED),
        (3.3, Site.KNEE, None),
        (3.5, Site.HIP, Suppressed.RESPONDED),
        (3.6, Site.HIP, None),
    ],
)
def test_a_response_with_a_tolerable_state_suppresses(points: float, site: Site, wanted: Suppressed | None) -> None:
    verdicts = {101: judged(VerdictKind.FAILED_NO_RESPONSE, 101), 102: judged(VerdictKind.RESPONDED, 102)}
    found = strip(given(-100), score(-1, points), verdicts=verdicts, site=site)
    assert found.suppressed is wanted
    assert found.suggested is (None if wanted else Stage.REASSESS)


def test_without_a_score_of_late_nobody_knows_that_the_state_is_tolerable() -> None:
    verdicts = {101: judged(VerdictKind.RESPONDED, 101)}
    assert strip(score(-43, 1), verdicts=verdicts).suppressed is None
    assert strip(score(-42, 1), verdicts=verdicts).suppressed is Suppressed.RESPONDED


def test_late_improvement_suppresses_the_stage_and_keeps_the_hints() -> None:
    late = judged(VerdictKind.FAILED_NO_RESPONSE, 101, hints=(Hint.TECHNIQUE,), flags=(Flag.LATE_IMPROVEMENT,))
    found = strip(verdicts={101: late})
    assert (found.suggested, found.suppressed) == (None, Suppressed.LATE_IMPROVEMENT)
    assert found.hints == {Item.TECHNIQUE_TARGET: (Hint.TECHNIQUE,)}


def test_stage_2_waits_for_every_item_of_stage_1() -> None:
    complete = strip(move(Stage.REASSESS, -200), *SETTLED)
    assert complete.suggested is Stage.CONSERVATIVE
    for missing in SETTLED:
        found = strip(move(Stage.REASSESS, -200), *(one for one in SETTLED if one is not missing))
        assert (found.gates[Stage.CONSERVATIVE].met, found.suggested) == (None, None)
    still_open = strip(*SETTLED[1:], item(Item.DIAGNOSIS, ItemState.OPEN))
    assert still_open.gates[Stage.CONSERVATIVE].met is False
    declined = strip(*SETTLED[1:], item(Item.DIAGNOSIS, ItemState.DECLINED))
    assert declined.gates[Stage.CONSERVATIVE].met is False


def test_one_visit_with_its_checklist_closes_stage_1() -> None:
    visit = Reassessment(
        id=0,
        problem_id=THIS,
        on=on(-1),
        working_diagnosis="osteoarthritis",
        own_reading="narrow joint space",
        technique="unguided",
        referred_pain=False,
        effusion_or_synovitis=False,
        structure="joint",
        structure_basis=StructureBasis.IMAGING,
    )
    found = strip(move(Stage.REASSESS, -200), visit)
    assert found.suggested is Stage.CONSERVATIVE
    assert all(one.shown_by for one in found.stages[0].items)
    unsure = strip(Reassessment(id=0, problem_id=THIS, on=on(-1), structure="joint"))
    assert all(one.state is None for one in unsure.stages[0].items)


@pytest.mark.parametrize(
    ("days", "wanted"),
    [
        ((-42, -35, -28, -21, -14, 0), True),
        ((-41, -35, -28, -21, -14, 0), False),
        ((-43, -35, -28, -21, -14, 0), True),
        ((-42, -35, -28, -21, 0), False),
        ((-42, -35, -28, -21, -14, -7, 0), True),
        ((), None),
    ],
)
def test_an_adequate_trial_is_six_weeks_and_six_sessions(days: tuple[int, ...], wanted: bool | None) -> None:
    facts = [session(day) for day in days]
    assert met(CriterionName.ADEQUATE_TRIAL, Stage.INTERVENTIONAL, *facts) is wanted


def test_missed_sessions_do_not_count_and_logged_ones_do() -> None:
    name, stage = CriterionName.TRIAL_SESSIONS, Stage.INTERVENTIONAL
    assert met(name, stage, *WEEKLY[1:], session(-42, attended=False)) is False
    assert met(name, stage, *WEEKLY[1:], session(-42, attended=None, kind=TherapyKind.HOME)) is True
    assert met(name, stage, *WEEKLY[1:], Exercise(id=0, problem_id=THIS, on=on(-42), exercise="squat")) is True
    assert met(name, stage, *WEEKLY[1:], Exercise(id=0, problem_id=THIS, on=on(0), exercise="squat")) is False


def test_a_plan_carries_the_trial_to_its_end_and_intolerance_stands_in() -> None:
    crowded = [session(day) for day in range(-35, -29)]
    plan = TherapyPlan(id=0, problem_id=THIS, from_on=on(-42), kind=TherapyKind.PT)
    name, stage = CriterionName.ADEQUATE_TRIAL, Stage.INTERVENTIONAL
    assert met(name, stage, *crowded) is False
    assert met(name, stage, *crowded, plan) is True
    assert met(name, stage, item(Item.INTOLERANCE, ItemState.DONE)) is True
    assert met(name, stage, item(Item.INTOLERANCE, ItemState.OPEN)) is None


@pytest.mark.parametrize(("points", "wanted"), [(4, True), (3.9, False), (4.1, True)])
def test_stage_3_needs_pain_of_four(points: float, wanted: bool) -> None:
    found = strip(move(Stage.CONSERVATIVE, -200), *WEEKLY, score(-1, points))
    assert found.gates[Stage.INTERVENTIONAL].met is wanted
    assert found.suggested is (Stage.INTERVENTIONAL if wanted else None)


def test_pain_that_nobody_asked_about_of_late_is_unknown() -> None:
    for facts in ([], [score(-43, 8)], [score(-1, 8, ScoreKind.WORST)], [score(-1, 8, phase=Phase.ANAESTHETIC)]):
        found = strip(*WEEKLY, *facts)
        assert criterion(found, Stage.INTERVENTIONAL, CriterionName.PAIN).met is None
        assert found.gates[Stage.INTERVENTIONAL].met is None


SURGICAL: list[Fact] = [score(-1, 5), *WEEKLY, *DECLINED, LIMITED, DESTROYED]


def test_stage_4_needs_all_four_together() -> None:
    found = strip(move(Stage.INTERVENTIONAL, -200), *SURGICAL)
    assert (found.gates[Stage.SURGICAL].met, found.suggested) == (True, Stage.SURGICAL)
    for gone in (SURGICAL[0], LIMITED, DESTROYED):
        less = strip(move(Stage.INTERVENTIONAL, -200), *(one for one in SURGICAL if one is not gone))
        assert (less.gates[Stage.SURGICAL].met, less.suggested) == (None, None)
    untried = strip(*(one for one in SURGICAL if one not in DECLINED))
    assert untried.gates[Stage.SURGICAL].met is None
    too_short = strip(*(one for one in SURGICAL if one is not WEEKLY[0]))
    assert too_short.gates[Stage.SURGICAL].met is False


@pytest.mark.parametrize(
    ("facts", "wanted"),
    [
        ([score(-1, 5), score(-1, 1, ScoreKind.WORST)], True),
        ([score(-1, 4.9), score(-1, 6.9, ScoreKind.WORST)], False),
        ([score(-1, 5.1)], True),
        ([score(-1, 4.9)], None),
        ([score(-1, 7, ScoreKind.WORST)], True),
        ([score(-1, 6.9, ScoreKind.WORST)], None),
        ([score(-1, 4.9), score(-1, 7.1, ScoreKind.WORST)], True),
        ([score(-1, 9, ScoreKind.NIGHT)], None),
    ],
)
def test_severe_is_average_five_or_worst_seven(facts: list[Fact], wanted: bool | None) -> None:
    assert met(CriterionName.SEVERE_PAIN, Stage.SURGICAL, *facts) is wanted


@pytest.mark.parametrize(
    ("facts", "wanted"),
    [
        ([], None),
        (DECLINED, True),
        ([procedure(PRP, -50)], True),
        ([item(Item.PRP, ItemState.OPEN)], None),
        ([item(Item.PRP, ItemState.OPEN), *DECLINED[1:]], False),
        ([one for one in DECLINED if getattr(one, "item", None) is not Item.RFA], True),
    ],
)
def test_stage_3_is_behind_when_tried_declined_or_not_applicable(facts: list[Fact], wanted: bool | None) -> None:
    assert met(CriterionName.ALTERNATIVES_TRIED, Stage.SURGICAL, *facts) is wanted


@pytest.mark.parametrize(
    ("facts", "wanted"),
    [
        ([], None),
        ([LIMITED], True),
        ([total(-1, "oks", "23.9")], True),
        ([total(-1, "oks", "24")], False),
        ([total(-1, "oks", "24.1")], False),
        ([total(-1, "womac", "48.1")], True),
        ([total(-1, "womac", "48")], False),
        ([total(-184, "oks", "10")], None),
        ([total(-183, "oks", "10")], True),
        ([total(-9, "oks", "10"), total(-1, "oks", "40")], False),
        ([total(-1, "oks", "40"), LIMITED], True),
        ([total(-1, "koos_pain", "3")], None),
        ([total(-1, "promis_pf", "39.9")], True),
        ([total(-1, "promis_pf", "40")], False),
    ],
)
def test_function_is_limited_beyond_a_limit_or_by_the_mark(facts: list[Fact], wanted: bool | None) -> None:
    assert met(CriterionName.FUNCTION_LIMITED, Stage.SURGICAL, *facts) is wanted


SHOULDER = {"site": Site.SHOULDER, "other": Site.KNEE}


@pytest.mark.parametrize(
    ("facts", "around", "wanted"),
    [
        ([], {}, None),
        ([picture(-1)], {}, None),
        ([picture(-1, finding=Finding.NONE)], {}, False),
        ([picture(-1, finding=Finding.JOINT_DESTRUCTION, grade="KL 3")], {}, True),
        ([picture(-1, finding=Finding.JOINT_DESTRUCTION, grade="2")], {}, False),
        ([picture(-1, finding=Finding.JOINT_DESTRUCTION, grade="III–IV")], {}, True),
        ([picture(-1, finding=Finding.JOINT_DESTRUCTION, grade="KL2-3")], {}, None),
        ([picture(-1, finding=Finding.JOINT_DESTRUCTION)], {}, None),
        ([picture(-1, finding=Finding.TENDON_TEAR, size_cm=Decimal(3))], SHOULDER, True),
        ([picture(-1, finding=Finding.TENDON_TEAR, size_cm=Decimal("2.9"))], SHOULDER, False),
        ([picture(-1, finding=Finding.TENDON_TEAR)], SHOULDER, None),
        ([picture(-1, finding=Finding.TENDON_TEAR)], {}, True),
        ([picture(-1, finding=Finding.CORD_COMPRESSION)], {}, True),
        ([picture(-9, finding=Finding.NERVE_COMPRESSION), picture(-1, finding=Finding.NONE)], {}, True),
    ],
)
def test_a_lesion_explains_it(facts: list[Fact], around: dict[str, Any], wanted: bool | None) -> None:
    assert met(CriterionName.LESION, Stage.SURGICAL, *facts, **around) is wanted


@pytest.mark.parametrize(
    ("reliefs", "own", "wanted"),
    [
        ([50], {}, True),
        (["49.9"], {}, False),
        (["50.1"], {}, True),
        ([None], {}, None),
        ([], {}, None),
        ([80], {"rfa_block_percent": 80, "rfa_blocks_needed": 2}, False),
        ([80, 80], {"rfa_block_percent": 80, "rfa_blocks_needed": 2}, True),
        ([80, 79], {"rfa_block_percent": 80, "rfa_blocks_needed": 2}, False),
        ([80, None], {"rfa_block_percent": 80, "rfa_blocks_needed": 2}, None),
    ],
)
def test_rfa_follows_a_positive_block(reliefs: list[Any], own: dict[str, int], wanted: bool | None) -> None:
    rules = RuleSet(version="2026-2", own=tuple(own.items()))
    blocks = [
        procedure(BLOCK, -20 + place, **({} if relief is None else {"relief_percent": relief}))
        for place, relief in enumerate(reliefs)
    ]
    found = strip(*blocks, rules=rules)
    assert found.conditions[Item.RFA][0].met is wanted
    said = [what for what, _ in unusual(view(*blocks), procedure(RFA, 0, id=77), rules)]
    assert said == ([] if wanted else [Unusual.RFA_WITHOUT_POSITIVE_BLOCK])


@pytest.mark.parametrize(
    ("around", "wanted"),
    [
        ({"diagnosis": "osteoarthritis"}, True),
        ({"icd10": "M17.1"}, True),
        ({"icd10": "M25.5"}, False),
        ({}, None),
        ({"site": Site.HIP, "diagnosis": "osteoarthritis"}, False),
    ],
)
def test_hyaluronic_acid_is_for_the_knee(around: dict[str, Any], wanted: bool | None) -> None:
    assert strip(**around).conditions[Item.HYALURONIC_ACID][0].met is wanted
    said = [what for what, _ in unusual(view(**around), procedure(HA, 0, id=77), RULES)]
    assert said == ([Unusual.HYALURONIC_ACID_NOT_KNEE] if wanted is False else [])
