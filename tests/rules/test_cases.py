"""The worked cases that stand beside the page of the verdict rules, judged by the fast rules and by the oracle."""

import json
from pathlib import Path
from typing import Any

import pytest

from cortitrack.domain.timeline import Timeline
from tests.builders import FIRST_ID, on, timeline, verdict
from tests.rules.oracle import judged_by_the_page

CASES = json.loads((Path(__file__).parent.parent / "cases" / "verdict_cases.json").read_text("utf-8"))
EVENTS = {"censors": "prp", "annotates": "pt"}


def record_of(case: dict[str, Any]) -> Timeline:
    """The case as a clinic would have recorded it; the injection comes first and has the first id."""
    guided = "ultrasound" if case.get("image_guided") else "none"
    numbed = " with lidocaine" if case.get("anaesthetic_given") else ""
    rows = [f"0 | injection 40 mg {guided}{numbed}"]
    rows += [f"{s['day']} | average {s['score']}" for s in case.get("pre_injection", ())]
    if "pre_injection_current" in case:
        rows.append(f"0 | current {case['pre_injection_current']} before")
    rows += [f"0 | current {s['score']} numb at {s['minutes']} min" for s in case.get("anaesthetic_phase", ())]
    rows += [f"{s['day']} | average {s['score']}" for s in case.get("follow_up", ())]
    rows += [f"{i['day']} | pgic {i['pgic']}" for i in case.get("impressions", ())]
    rows += [f"{e['day']} | {EVENTS[e['effect']]}" for e in case.get("events", ())]
    if "recall" in case:
        asked = case["recall"]
        rows.append(f"{case['as_of_day']} | recall {asked['best_relief_percent']} % {asked['weeks']} weeks")
    return timeline("\n".join(rows))


def test_there_are_57_cases() -> None:
    assert len({case["id"] for case in CASES}) == 57


@pytest.mark.parametrize("case", CASES, ids=[f"{case['id']} {case['why']}" for case in CASES])
def test_a_worked_case(case: dict[str, Any]) -> None:
    found = verdict(record_of(case["record"]), as_of=case["record"]["as_of_day"])
    assert {
        "verdict": found.kind,
        "reason": found.reason,
        "durability": found.durability,
        "level": found.level,
        "provisional": found.provisional,
        "anaesthetic_phase": found.anaesthetic_phase,
        "flags": list(found.flags),
        "hints": list(found.hints),
    } == case["expect"]


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_the_oracle_knows_the_worked_case(case: dict[str, Any]) -> None:
    answer = judged_by_the_page(record_of(case["record"]), FIRST_ID, on(case["record"]["as_of_day"]))
    expected = case["expect"]
    assert (answer.verdict, answer.reason, answer.level) == (expected["verdict"], expected["reason"], expected["level"])
    assert (answer.durability, answer.provisional) == (expected["durability"], expected["provisional"])
    assert (sorted(answer.flags), sorted(answer.hints)) == (expected["flags"], expected["hints"])
    assert answer.anaesthetic_phase == expected["anaesthetic_phase"]
