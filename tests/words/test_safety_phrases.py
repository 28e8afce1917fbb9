"""Every safety rule at every loudness has its sentence, with its numbers, source and what would clear it."""

import ast
import re
from pathlib import Path

import pytest

from cortitrack.domain.safety_answer import AlertLevel, Answer, SafetyAnswer, SafetyRule
from cortitrack.rules.alerts import Alert, Ground, Missing, Wants
from cortitrack.rules.ledger import ledger
from cortitrack.rules.ruleset import THRESHOLDS, RuleSet
from cortitrack.rules.safety import check_injection, check_record
from cortitrack.words.ledger_phrases import ledger_note, line_words
from cortitrack.words.safety_phrases import (
    alert_found,
    alert_source,
    alert_title,
    alert_words,
    answer_asked,
    answer_words,
    missing,
    missing_entry,
)
from cortitrack.words.safety_sentences import FOUND
from tests.builders import on
from tests.rules.records import given, planned, view
from tests.rules.test_safety_record import LACKING, RECORD
from tests.rules.test_safety_table import TABLE

RULES = RuleSet()
ORDERS = re.compile(r"\b(should|must|recommended|ought)\b", re.IGNORECASE)


def spoken() -> tuple[list[Alert], list[Missing]]:
    """All that the rules say in their own tables of cases."""
    alerts: list[Alert] = []
    lacks: list[Missing] = []
    for _, entries, injection, around, _ in [*TABLE, *LACKING]:
        found = check_injection(view(*entries, **around), planned(**injection), RULES)
        alerts += found.alerts
        lacks += found.missing
    for _, entries, around, _ in RECORD:
        found = check_record(view(*entries, **around), RULES)
        alerts += found.alerts
        lacks += found.missing
    return alerts, lacks


ALERTS, MISSING = spoken()


def test_every_ground_has_a_sentence() -> None:
    assert set(FOUND) == set(Ground)
    assert {alert.ground for alert in ALERTS} == set(Ground)


def test_every_rule_at_every_loudness_is_whole() -> None:
    seen: dict[tuple[SafetyRule, AlertLevel, Ground], str] = {}
    for alert in ALERTS:
        said = alert_words(alert)
        assert "{" not in said
        assert "_" not in said, said
        assert said.startswith(alert_title(alert))
        assert alert_found(alert)[0] == alert_found(alert)[0].upper()
        assert said.endswith(alert_source(alert))
        assert ".." not in said
        assert not ORDERS.search(said), said
        seen[alert.rule, alert.level, alert.ground] = said
    assert {rule for rule, _, _ in seen} == set(SafetyRule)


@pytest.mark.parametrize("wanted", list(Wants))
def test_what_is_missing_is_named(wanted: Wants) -> None:
    found = [one for one in MISSING if one.wants is wanted]
    assert found, "no case of the rules' own tables lacks it"
    for one in found:
        assert one.rule.value in missing(one)
        assert not ORDERS.search(missing(one))
        assert (missing_entry(one) == "") is (one.kind is None)


def test_a_value_just_above_its_limit_is_not_cut_to_it() -> None:
    said = [alert_found(one) for one in ALERTS if one.ground in {Ground.HBA1C, Ground.DIABETES_PLAN, Ground.INR}]
    assert any("7.1 %" in one for one in said)
    assert any("3.1" in one for one in said)


def test_insulin_is_what_asks_for_a_plan_even_where_the_value_is_low() -> None:
    insulin = [alert_found(one) for one in ALERTS if one.found.get("insulin")]
    assert insulin
    assert all(one.startswith("Diabetes on insulin") and "above" not in one for one in insulin)


def test_golden() -> None:
    found = check_injection(view(given(-41, 40)), planned(mg=40), RULES)
    first = alert_words(found.of(SafetyRule.S1)[0])
    assert first == (
        "Stop · S1 · interval since the last injection. 41 days since the last corticosteroid at this site and side, "
        "on 2 December 2025; the least interval is 84 days. From 24 February 2026 on the rule no longer speaks. "
        "Source: Uson J, EULAR, Ann Rheum Dis 2021;80:1299; Depo-Medrone label (methylprednisolone acetate)."
    )


def test_answers() -> None:
    overridden = SafetyAnswer(
        id=1, injection_id=2, on=on(0), rule=SafetyRule.S1, level=AlertLevel.STOP, answer=Answer.OVERRIDDEN,
        who="Dr Ito", role="surgeon", why="flying tomorrow",
    )  # fmt: skip
    assert answer_words(overridden) == (
        "S1 · interval since the last injection: stop overridden by Dr Ito (surgeon) on 12 January 2026: "
        "flying tomorrow"
    )
    nodded = SafetyAnswer(
        id=1, injection_id=2, on=on(0), rule=SafetyRule.S3, level=AlertLevel.ALERT, answer=Answer.ACKNOWLEDGED
    )
    assert answer_words(nodded) == "S3 · weight-bearing joint: alert acknowledged on 12 January 2026"
    assert len({answer_asked(level) for level in AlertLevel}) == len(AlertLevel)


def test_the_ledger_says_what_is_not_in_it_and_by_which_table() -> None:
    told = ledger(view(given(-20, 40), given(-100, None)), RULES)
    line = line_words(told.person)
    assert line.startswith("Whole person: in 365 days: 2 corticosteroids; last: 23 December 2025;")
    assert "1 entry without a known dose is not in it" in line
    assert "No high-quality evidence" in ledger_note(told)
    assert told.table_version in ledger_note(told)
    joint = next(line_words(one) for one in told.joints if one.count)
    assert "earliest next: from 17 March 2026" in joint
    assert "earliest joint replacement: from 23 March 2026" in joint


@pytest.mark.parametrize("floor", ["words", "ui", "rules", "charts", "documents", "verbs"])
def test_no_word_of_the_program_orders(root: Path, floor: str) -> None:
    for path in sorted((root / "cortitrack" / floor).rglob("*.py")):
        assert not ordering(path), path


def ordering(path: Path) -> list[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    texts = [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    docstrings = {ast.get_docstring(node, clean=False) for node in ast.walk(tree) if isinstance(node, _WITH_DOCSTRING)}
    return [text for text in texts if text not in docstrings and ORDERS.search(text)]


_WITH_DOCSTRING = (ast.Module, ast.ClassDef, ast.FunctionDef)


def test_no_source_orders() -> None:
    assert not [one.key for one in THRESHOLDS if ORDERS.search(one.source)]
