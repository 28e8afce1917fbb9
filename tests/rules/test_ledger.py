"""The ledger per joint and per person, and the tables of doses behind it."""

from decimal import Decimal
from fractions import Fraction

import pytest

from cortitrack.domain.anatomy import Side, Site, Target
from cortitrack.domain.injection import Drug
from cortitrack.domain.medication import MedicationClass
from cortitrack.domain.procedure import ProcedureKind
from cortitrack.rules.doses import (
    EQUAL_TO_4_MG,
    MAXIMA,
    MAXIMA_SOURCE,
    TABLES_VERSION,
    SizeClass,
    equivalent_mg,
    maximum_key,
    size_classes,
)
from cortitrack.rules.exposure import Place
from cortitrack.rules.ledger import ledger
from cortitrack.rules.ruleset import BY_KEY, RuleSet
from tests.builders import on
from tests.rules.records import OTHER, given, medicine, planned, procedure, view

RULES = RuleSet()
KNEE, SHOULDER = Place(Site.KNEE, Side.RIGHT), Place(Site.SHOULDER, Side.LEFT)
NAMED = [drug for drug in Drug if drug is not Drug.OTHER]


def test_a_joint_has_count_dates_and_milligrams() -> None:
    found = ledger(view(given(-400, 40), given(-100, 40), given(-10, 20, problem_id=OTHER)), RULES)
    knee = found.at(KNEE)
    assert knee is not None
    assert (knee.count, knee.last_on, knee.total.shown_mg) == (1, on(-100), Decimal(40))
    assert knee.earliest_next_on == on(-100 + 84)
    assert knee.earliest_arthroplasty_on == on(-100 + 90)
    assert (found.person.count, found.person.last_on, found.person.total.shown_mg) == (2, on(-10), Decimal(60))
    assert (found.person.earliest_next_on, found.person.earliest_arthroplasty_on) == (None, None)
    assert found.table_version == TABLES_VERSION


@pytest.mark.parametrize(("day", "count"), [(-365, 0), (-364, 1), (0, 1)])
def test_the_window_rolls(day: int, count: int) -> None:
    assert ledger(view(given(day)), RULES).person.count == count


def test_a_joint_without_an_injection_has_nothing_to_wait_for() -> None:
    shoulder = ledger(view(given(-1)), RULES).at(SHOULDER)
    assert shoulder is not None
    assert (shoulder.count, shoulder.last_on, shoulder.earliest_next_on) == (0, None, None)


def test_a_dose_that_is_not_known_is_counted_as_unknown() -> None:
    facts = (given(-9, None), given(-8, 40), given(-7, 40, Drug.OTHER))
    total = ledger(view(*facts), RULES).person.total
    assert (total.mg, total.without_dose, total.unknown) == (Fraction(40), 2, (101, 103))


def test_the_steroid_in_a_block_counts() -> None:
    blocks = (
        procedure(ProcedureKind.NERVE_BLOCK, -9, steroid="dexamethasone", steroid_mg=3),
        procedure(ProcedureKind.EPIDURAL, -8, drug="Methylprednisolone", drug_mg=40),
        procedure(ProcedureKind.OTHER, -7, steroid="prednisolone", steroid_mg=10),
        procedure(ProcedureKind.NERVE_BLOCK, -6, drug="lidocaine", drug_mg=40),
        procedure(ProcedureKind.NERVE_BLOCK, -5, steroid="a little", side=Side.LEFT),
    )
    found = ledger(view(*blocks), RULES)
    assert (found.person.count, found.person.total.mg, found.person.total.without_dose) == (4, Fraction(16 + 40 + 8), 1)
    left = found.at(Place(Site.KNEE, Side.LEFT))
    assert left is not None
    assert left.count == 1


def test_a_planned_injection_shows_where_the_ledger_would_stand() -> None:
    found = ledger(view(given(-100, 40)), RULES, planned(30)).at(KNEE)
    assert found is not None
    assert (found.count, found.total.mg, found.earliest_arthroplasty_on) == (2, Fraction(70), on(90))


def test_courses_by_mouth_are_named_and_not_summed() -> None:
    courses = (
        medicine(MedicationClass.SYSTEMIC_STEROID, "prednisolone", -400, to=-365),
        medicine(MedicationClass.SYSTEMIC_STEROID, "prednisolone", -400, to=-364),
        medicine(MedicationClass.NSAID),
    )
    found = ledger(view(*courses), RULES)
    assert (found.systemic_courses, found.person.total.mg) == ((102,), Fraction(0))


def test_a_total_above_a_limit_never_reads_as_the_limit() -> None:
    assert ledger(view(given(-1, "200.001")), RULES).person.total.shown_mg == Decimal("200.1")
    assert str(ledger(view(given(-1, 200)), RULES).person.total.shown_mg) == "200"


@pytest.mark.parametrize("drug", NAMED)
def test_every_drug_stands_in_both_tables(drug: Drug) -> None:
    assert MAXIMA[drug]
    assert MAXIMA_SOURCE[drug].strip()
    assert equivalent_mg(drug, Fraction(EQUAL_TO_4_MG[drug])) == 4


def test_every_maximum_is_a_number_of_the_rule_set() -> None:
    for drug, maxima in MAXIMA.items():
        for size, mg in maxima.items():
            assert BY_KEY[maximum_key(drug, size)].default == mg
    assert not [key for key in BY_KEY if key.startswith("maximum_mg_other")]


def test_nothing_is_known_of_an_unknown_drug_or_dose() -> None:
    assert equivalent_mg(Drug.OTHER, Fraction(4)) is None
    assert equivalent_mg(Drug.DEXAMETHASONE, None) is None
    assert equivalent_mg(None, Fraction(4)) is None


@pytest.mark.parametrize("site", list(Site))
@pytest.mark.parametrize("target", [None, *Target])
def test_every_place_has_a_size_or_says_that_it_has_none(site: Site, target: Target | None) -> None:
    for drug in Drug:
        sizes = size_classes(drug, site, target)
        assert 1 <= len(sizes) <= 2
        assert len(sizes) == 1 or target is None
        assert all(size is None or size in SizeClass for size in sizes)
