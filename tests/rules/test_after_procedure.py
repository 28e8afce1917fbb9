"""What pain did after a procedure: baseline and windows as for an injection, a course and no verdict."""

from decimal import Decimal

import pytest

from cortitrack.domain.pain import ScoreKind
from cortitrack.domain.procedure import ProcedureKind
from cortitrack.domain.records import Fact
from cortitrack.domain.surgery import SurgeryKind, SurgeryStatus
from cortitrack.rules.after_procedure import AfterProcedure, after_procedures
from cortitrack.rules.ruleset import RuleSet
from tests.builders import on
from tests.rules.records import given, procedure, score, surgery, view

RULES = RuleSet()
FOLLOWED = [ProcedureKind.PRP, ProcedureKind.NERVE_BLOCK, ProcedureKind.RFA, ProcedureKind.HYALURONIC_ACID]


def lines(*facts: Fact, today: int = 500) -> tuple[AfterProcedure, ...]:
    return after_procedures(view(*facts, today=today).here, on(today), RULES)


@pytest.mark.parametrize("kind", FOLLOWED)
def test_a_procedure_has_a_line_with_the_windows_of_an_injection(kind: ProcedureKind) -> None:
    scores = [score(day, value) for day, value in ((-1, 8), (14, 5), (42, 4), (84, 6), (180, 7), (365, 8))]
    line = lines(procedure(kind, 0), *scores)[0]
    assert (line.kind, line.before, line.before_on) == (kind.value, Decimal(8), on(-1))
    windows = (line.two_weeks, line.six_weeks, line.twelve_weeks, line.six_months, line.twelve_months)
    assert [window.score for window in windows if window] == [5, 4, 6, 7, 8]
    assert [window.fall for window in windows if window] == [3, 4, 2, 1, 0]
    assert line.six_weeks is not None
    assert line.six_weeks.percent == 50.0


@pytest.mark.parametrize(("day", "seen"), [(27, False), (28, True), (69, True), (70, False)])
def test_the_window_of_six_weeks_has_its_edges(day: int, seen: bool) -> None:
    line = lines(procedure(ProcedureKind.PRP, 0), score(-1, 8), score(day, 4))[0]
    assert (line.six_weeks is not None) is seen


def test_an_operation_is_followed_once_it_was_done() -> None:
    facts = [score(-1, 8), score(42, 2)]
    done = surgery(SurgeryKind.JOINT_REPLACEMENT, 0, SurgeryStatus.DONE)
    assert lines(done, *facts)[0].six_weeks is not None
    assert lines(surgery(SurgeryKind.JOINT_REPLACEMENT, 0), *facts) == ()
    assert lines(procedure(ProcedureKind.ASPIRATION, 0), *facts) == ()


def test_what_follows_other_treatment_is_not_in_it() -> None:
    line = lines(procedure(ProcedureKind.PRP, 0), score(-1, 8), given(30), score(42, 2))[0]
    assert (line.six_weeks, line.other_treatment_on) == (None, on(30))


def test_unknown_stays_unknown() -> None:
    line = lines(procedure(ProcedureKind.PRP, 0), score(-29, 8), score(42, 4), score(-1, 3, ScoreKind.WORST))[0]
    assert (line.before, line.two_weeks) == (None, None)
    assert line.six_weeks is not None
    assert (line.six_weeks.score, line.six_weeks.fall, line.six_weeks.percent) == (Decimal(4), None, None)


def test_a_rise_is_a_negative_fall_and_a_start_from_zero_has_no_percent() -> None:
    line = lines(procedure(ProcedureKind.PRP, 0), score(-1, 0), score(42, 4))[0]
    assert line.six_weeks is not None
    assert (line.six_weeks.fall, line.six_weeks.percent) == (Decimal(-4), None)


def test_nothing_later_than_today_is_seen() -> None:
    facts: list[Fact] = [procedure(ProcedureKind.PRP, 0), score(-1, 8), score(42, 4)]
    assert lines(*facts, today=41)[0].six_weeks is None
    assert lines(*facts, today=-1) == ()


def test_what_the_entry_itself_says_of_relief_is_told_beside_it() -> None:
    told = procedure(ProcedureKind.RFA, 0, relief_3_months_percent=80, relief_12_months_percent=20)
    assert lines(told)[0].told_percent == ((3, Decimal(80)), (12, Decimal(20)))


def test_the_latest_stands_first() -> None:
    found = lines(
        procedure(ProcedureKind.PRP, 0), surgery(SurgeryKind.OTHER, 90, None), procedure(ProcedureKind.RFA, 40)
    )
    assert [line.on for line in found] == [on(90), on(40), on(0)]
