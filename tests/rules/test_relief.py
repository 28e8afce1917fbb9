"""The figures beside a verdict, and the wait before a replacement."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

from cortitrack.domain.anatomy import Side, Site
from cortitrack.domain.problem import Problem
from cortitrack.domain.procedure import Procedure, ProcedureKind
from cortitrack.domain.timeline import Timeline
from cortitrack.rules.relief import Eased, Relief, reliefs
from cortitrack.rules.response import judge_all
from cortitrack.rules.ruleset import BY_KEY, RuleSet, Unit
from cortitrack.rules.surgery_window import earliest_arthroplasty, last_steroid
from tests.builders import DAY_0, THIS, on, timeline


def relief(told: Timeline, as_of: int) -> Relief:
    return reliefs(told.course(), on(as_of).toordinal(), RuleSet())[told.injections[0].id]


def test_relief_in_every_window() -> None:
    told = timeline("""
        day | event
         -1 | average 8
          0 | injection 40 mg with lidocaine
          0 | current 6 before
          0 | current 2 numb at 20 min
         14 | average 3
         42 | average 9
         84 | average 5.5
    """)
    found = relief(told, 90)
    assert found.before == 8
    assert found.numb == Eased(2, 66.6)
    assert found.early == Eased(3, 62.5)
    assert found.primary == Eased(9, -12.5)
    assert found.late == Eased(5.5, 31.2)
    assert relief(told, 50).late is None


def test_it_agrees_with_the_verdict() -> None:
    told = timeline("-1 | average 8\n0 | injection\n30 | average 3\n44 | average 4\n80 | average 6")
    verdict = judge_all(told.course(), on(90).toordinal(), RuleSet())[0]
    found = relief(told, 90)
    assert found.primary is not None
    assert found.late is not None
    assert (found.before, found.primary.score, found.late.score) == (
        verdict.baseline,
        verdict.primary_value,
        verdict.durability_value,
    )


def test_without_a_baseline_there_is_a_score_and_no_relief() -> None:
    assert relief(timeline("0 | injection\n42 | average 4"), 50).primary == Eased(4, None)
    assert relief(timeline("-60 | average 8\n0 | injection\n42 | average 4"), 50).primary == Eased(4, None)
    assert relief(timeline("-1 | average 0\n0 | injection\n42 | average 4"), 50).primary == Eased(4, None)


def test_scores_after_other_treatment_do_not_speak() -> None:
    assert relief(timeline("-1 | average 8\n0 | injection\n20 | prp\n42 | average 4"), 50).primary is None


def test_the_wait_before_a_replacement_has_a_source() -> None:
    threshold = BY_KEY["arthroplasty_wait_days"]
    assert (threshold.default, threshold.unit) == (90, Unit.DAYS)
    assert "Ann Rheum Dis 2021;80:1299" in threshold.source
    assert earliest_arthroplasty(DAY_0, RuleSet()) == DAY_0 + timedelta(days=90)
    assert earliest_arthroplasty(DAY_0, RuleSet(own=(("arthroplasty_wait_days", 120),))) == on(120)


def test_the_last_steroid_of_a_joint() -> None:
    told = timeline("0 | injection")
    same = Problem(id=5, patient_id=1, site=Site.KNEE, side=Side.RIGHT)
    other = Problem(id=6, patient_id=1, site=Site.KNEE, side=Side.LEFT)
    there = replace(told.injections[0], id=50, problem_id=5, given_on=on(20))
    across = replace(told.injections[0], id=60, problem_id=6, given_on=on(30))
    block = Procedure(id=70, problem_id=THIS, on=on(10), kind=ProcedureKind.NERVE_BLOCK, steroid_mg=Decimal(4))
    assert last_steroid(timeline("0 | average 3"), [], on(90)) is None
    assert last_steroid(told, [], on(90)) == on(0)
    assert last_steroid(replace(told, procedures=(block,)), [], on(90)) == on(10)
    assert last_steroid(replace(told, elsewhere=(there, across)), [same, other], on(90)) == on(20)
    assert last_steroid(replace(told, elsewhere=(there,)), [same], on(15)) == on(0)
