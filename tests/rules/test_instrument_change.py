"""Questionnaires in their own direction: the change against the least that matters, and the limit of function."""

from decimal import Decimal

import pytest

from cortitrack.domain.instruments import INSTRUMENTS
from cortitrack.rules.instrument_change import Moved, change_since, changes, limits
from cortitrack.rules.ruleset import BY_KEY, RuleSet
from cortitrack.rules.threshold import Unit
from cortitrack.rules.thresholds_instruments import ABOUT_FUNCTION, limit_key, mcid_key
from tests.builders import on
from tests.rules.records import total, view

RULES = RuleSet()


def moved(code: str, first: str, last: str, rules: RuleSet = RULES) -> Moved:
    found = changes(view(total(-90, code, first), total(-1, code, last)).here.totals, on(0), rules)
    return found[0].moved


@pytest.mark.parametrize(
    ("code", "first", "last", "wanted"),
    [
        ("oks", "20", "25", Moved.BETTER),
        ("oks", "20", "24", Moved.LITTLE),
        ("oks", "20", "26", Moved.BETTER),
        ("oks", "20", "15", Moved.WORSE),
        ("oks", "20", "16", Moved.LITTLE),
        ("spadi", "50", "37", Moved.BETTER),
        ("spadi", "50", "37.1", Moved.LITTLE),
        ("spadi", "50", "63", Moved.WORSE),
        ("womac", "50", "44", Moved.BETTER),
        ("womac", "50", "44.1", Moved.LITTLE),
        ("womac", "0", "10", Moved.UNKNOWN),
        ("peg", "5", "3.5", Moved.BETTER),
        ("peg", "5", "3.6", Moved.LITTLE),
        ("promis_pf", "40", "42.3", Moved.BETTER),
        ("promis_pi", "60", "62.3", Moved.WORSE),
        ("eq5d_index", "0.5", "0.57", Moved.BETTER),
        ("eq5d_index", "0.5", "0.569", Moved.LITTLE),
        ("pgic", "4", "1", Moved.UNKNOWN),
    ],
)
def test_a_change_is_measured_in_the_questionnaires_own_direction(
    code: str, first: str, last: str, wanted: Moved
) -> None:
    assert moved(code, first, last) is wanted


@pytest.mark.parametrize("code", list(INSTRUMENTS))
def test_from_worst_to_best_is_better_and_back_is_worse(code: str) -> None:
    row = INSTRUMENTS[code]
    ends = (str(row.low), str(row.high)) if row.higher_is_better else (str(row.high), str(row.low))
    if row.mcid is None:
        assert moved(code, *ends) is Moved.UNKNOWN
        return
    assert moved(code, *ends) is Moved.BETTER
    start = "1" if row.mcid_is_percent else ends[1]
    assert moved(code, start, ends[0]) is Moved.WORSE


def test_one_total_shows_no_change() -> None:
    found = changes(view(total(-1, "oks", "20")).here.totals, on(0), RULES)[0]
    assert (found.moved, found.gained) == (Moved.UNKNOWN, Decimal(0))


def test_a_change_since_a_day_starts_from_the_last_total_before_it() -> None:
    totals = view(total(-90, "oks", "10"), total(-30, "oks", "20"), total(-1, "oks", "30")).here.totals
    found = change_since(totals, "oks", on(-20), on(0), RULES)
    assert found is not None
    assert (found.first.total, found.gained, found.needed) == (Decimal(20), Decimal(10), Decimal(5))
    assert change_since(totals, "oks", on(-91), on(0), RULES) is None
    assert change_since(totals, "spadi", on(0), on(0), RULES) is None


def test_nothing_later_is_seen() -> None:
    totals = view(total(-90, "oks", "10"), total(-1, "oks", "30")).here.totals
    assert changes(totals, on(-2), RULES)[0].last.total == 10
    assert limits(totals, on(-2), RULES)[0].total == 10


@pytest.mark.parametrize("code", ABOUT_FUNCTION)
def test_the_limit_itself_is_not_beyond_it(code: str) -> None:
    limit, step = Decimal(BY_KEY[limit_key(code)].default) / 100, Decimal("0.1")
    worse = limit - step if INSTRUMENTS[code].higher_is_better else limit + step
    for value, beyond in ((limit, False), (worse, True)):
        assert limits(view(total(-1, code, str(value))).here.totals, on(0), RULES)[0].beyond is beyond


def test_a_clinic_can_change_what_matters() -> None:
    own = RuleSet(version="2026-2", own=(("mcid_oks", 900), ("limit_oks", 3000)))
    assert moved("oks", "20", "28", own) is Moved.LITTLE
    assert limits(view(total(-1, "oks", "29")).here.totals, on(0), own)[0].beyond


@pytest.mark.parametrize("code", [code for code, row in INSTRUMENTS.items() if row.mcid is not None])
def test_every_least_change_that_matters_is_a_number_of_the_rule_set(code: str) -> None:
    threshold, row = BY_KEY[mcid_key(code)], INSTRUMENTS[code]
    assert row.mcid is not None
    assert (threshold.unit is Unit.PERCENT) is row.mcid_is_percent
    assert Decimal(threshold.default) == (row.mcid if row.mcid_is_percent else row.mcid * 100)
