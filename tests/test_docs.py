"""The pages in docs/ say the numbers and names that the code has."""

import re
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from cortitrack.domain.injection import Drug
from cortitrack.domain.instruments import INSTRUMENTS
from cortitrack.domain.pathway import ITEMS, Stage
from cortitrack.domain.safety_answer import AlertLevel, SafetyRule
from cortitrack.exchange.layout import LAYOUTS, Layout
from cortitrack.rules.doses import (
    EQUAL_TO_4_MG,
    MAXIMA,
    PREDNISOLONE_EQUAL_TO_4_MG,
    TABLES_VERSION,
    SizeClass,
    maximum_key,
)
from cortitrack.rules.ruleset import BY_KEY, THRESHOLDS, Group, RuleSet, Unit
from cortitrack.rules.thresholds_instruments import limit_key, mcid_key

DOCS = Path(__file__).resolve().parent.parent / "docs"
VALUES = RuleSet().values
IN_TENTHS = frozenset(unit for unit in Unit if unit.value.startswith("tenths"))
COLUMNS = (SizeClass.SMALL, SizeClass.MEDIUM, SizeClass.LARGE, SizeClass.SOFT_TISSUE)
OF_ITS_OWN = {"hip": SizeClass.LARGE_HIP, "knee": SizeClass.LARGE_KNEE}
NUMBERS_OF = {
    "S1": ("interval_alert_days", "interval_stop_days"),
    "S2": ("count_info", "count_alert", "count_stop", "count_window_days"),
    "S3": ("weight_bearing_count_alert", "count_window_days"),
    "S4": ("failed_stop_count",),
    "S5": ("epidural_sessions_at_most", "count_window_days"),
    "S6": (
        "cumulative_alert_mg",
        "cumulative_stop_mg",
        "count_window_days",
        "post_menopausal_alert_mg",
        "post_menopausal_window_days",
    ),
    "S7": ("dose_stop_percent",),
    "S8": ("one_day_triamcinolone_mg",),
    "S9": ("arthroplasty_wait_days",),
    "S10": ("cuff_repair_stop_days", "cuff_repair_alert_days"),
    "S11": ("other_surgery_alert_days", "hand_surgery_alert_days"),
    "S13": ("infection_incident_days", "fever_from_celsius_tenths"),
    "S14": ("watch_first_day", "watch_last_day", "watch_rise_tenths"),
    "S16": ("trauma_days",),
    "S18": ("epicondyle_count_alert",),
    "S19": (
        "glucose_first_day",
        "glucose_peak_last_day",
        "glucose_last_day",
        "hba1c_alert_above",
        "hba1c_plan_above",
    ),
    "S20": ("inr_alert_above",),
    "S21": ("inhibitor_days",),
    "S26": ("live_vaccine_days",),
    "S27": ("hip_count_alert", "hip_xray_days"),
    "S30": ("adrenal_count_info", "adrenal_info_mg", "count_window_days"),
}


def page(name: str) -> str:
    return (DOCS / name).read_text("utf-8").replace("−", "-")


def table(name: str, first_column: str, with_column: str) -> list[dict[str, str]]:
    """The rows of the one table that begins with a column and holds another."""
    for block in re.findall(r"(?:^\|.*\n)+", page(name), re.MULTILINE):
        head, _, *rows = [[cell.strip() for cell in line.strip("| ").split(" | ")] for line in block.splitlines()]
        if head[0] == first_column and with_column in head:
            return [dict(zip(head, row, strict=True)) for row in rows]
    raise AssertionError(f"{name} has no such table")


def shown(key: str) -> Decimal:
    value = Decimal(VALUES[key])
    return value / 10 if BY_KEY[key].unit in IN_TENTHS else value


def numbers_in(text: str) -> set[Decimal]:
    return {Decimal(number) for number in re.findall(r"\d+(?:\.\d+)?", text)}


def test_the_table_of_doses() -> None:
    told: dict[tuple[Drug, SizeClass], int] = {}
    for row in table("safety.md", "drug", "small"):
        for size in COLUMNS:
            for place, mg in re.findall(r"(hip|knee)? ?(\d+)", row[size.value.replace("_", " ")]):
                told[Drug(row["drug"]), OF_ITS_OWN.get(place, size)] = int(mg)
    assert told == {(drug, size): VALUES[maximum_key(drug, size)] for drug, maxima in MAXIMA.items() for size in maxima}


def test_the_table_of_equivalents() -> None:
    rows = table("safety.md", "drug", "mg equal to methylprednisolone 4 mg")
    told = {row["drug"].split()[0]: Fraction(row["mg equal to methylprednisolone 4 mg"]) for row in rows}
    assert told.pop("prednisolone") == PREDNISOLONE_EQUAL_TO_4_MG
    assert told == {drug.value: mg for drug, mg in EQUAL_TO_4_MG.items()}
    assert f"version {TABLES_VERSION}" in page("safety.md")


def test_every_rule_of_safety_has_a_row_and_its_numbers() -> None:
    rows = {row["rule"]: row for row in table("safety.md", "rule", "level")}
    assert list(rows) == [rule.value for rule in SafetyRule]
    for rule, row in rows.items():
        assert any(level.value in row["level"] for level in AlertLevel), rule
        lacks = [key for key in NUMBERS_OF.get(rule, ()) if shown(key) not in numbers_in(row["it speaks when"])]
        assert not lacks, (rule, lacks)


def test_no_number_of_safety_is_forgotten() -> None:
    told = {key for keys in NUMBERS_OF.values() for key in keys}
    assert {one.key for one in THRESHOLDS if one.group is Group.SAFETY} - told == {"look_valid_days"}
    assert f"holds {VALUES['look_valid_days']} days" in page("safety.md")


def test_every_number_of_the_pathway() -> None:
    told = numbers_in(page("pathway.md").partition("## Questionnaires")[0])
    lacks = [one.key for one in THRESHOLDS if one.group is Group.PATHWAY and shown(one.key) not in told]
    assert not lacks


def test_every_item_of_the_pathway() -> None:
    rows = table("pathway.md", "stage", "its items")
    told = {row["stage"].split()[1]: tuple(row["its items"].split(", ")) for row in rows}
    assert told == {stage.value: tuple(items) for stage, items in ITEMS.items() if stage is not Stage.CLOSED}


def test_the_table_of_questionnaires() -> None:
    rows = {row["code"]: row for row in table("pathway.md", "code", "limit of function")}
    assert list(rows) == list(INSTRUMENTS)
    for code, row in rows.items():
        known = INSTRUMENTS[code]
        assert [Decimal(end) for end in row["range"].split(" to ")] == [known.low, known.high], code
        assert row["better"] == ("high" if known.higher_is_better else "low"), code
        assert row["region"].replace(" ", "_") == known.region, code
        assert least_change(row["least change"]) == expected(mcid_key(code), VALUES), code
        limit = row["limit of function"]
        assert least_change(limit.removeprefix("below ").removeprefix("above ")) == expected(limit_key(code), VALUES)
        assert limit == "–" or limit.startswith("below" if known.higher_is_better else "above"), code


def least_change(cell: str) -> tuple[Decimal, Unit] | None:
    if cell == "–":
        return None
    number, _, percent = cell.partition(" ")
    return Decimal(number), Unit.PERCENT if percent else Unit.HUNDREDTHS


def expected(key: str, values: Mapping[str, int]) -> tuple[Decimal, Unit] | None:
    if key not in values:
        return None
    unit = BY_KEY[key].unit
    return Decimal(values[key]) / (1 if unit is Unit.PERCENT else 100), unit


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=lambda layout: layout.file)
def test_the_archive_names_every_file_and_column(layout: Layout) -> None:
    columns = {row["file"].strip("`"): row["columns"] for row in table("archive.md", "file", "columns")}
    assert set(columns) == {one.file for one in LAYOUTS.values()}
    told = re.sub(r" \([^)]*\)", "", columns[layout.file]).split(", ")
    assert [name.strip("*") for name in told] == list(layout.order)
    assert [name.strip("*") for name in told if name.startswith("**")] == list(layout.required)
