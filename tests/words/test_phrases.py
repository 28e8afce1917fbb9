"""Every verdict, flag, hint and trouble has plain words, and none that a device would use."""

from __future__ import annotations

import ast
import re
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from cortitrack.domain.errors import Invalid, Trouble, Why
from cortitrack.domain.impression import Impression
from cortitrack.domain.pain import PainScore, Scale
from cortitrack.domain.records import Recorded, RecordKind
from cortitrack.domain.steps import Did, Step
from cortitrack.rules.verdict import Durability, Flag, Hint, Mend, Verdict, VerdictKind, VerdictReason
from cortitrack.words import phrases
from cortitrack.words.phrases_verdict import HEADLINES

REASONS = {
    VerdictKind.INSUFFICIENT_DATA: ("no_baseline", "stale_baseline", "low_baseline", "no_follow_up", "outside_windows"),
    VerdictKind.CONFOUNDED: (
        "same_day_intervention", "no_score_before_reintervention", "reintervention_while_better",
    ),
    VerdictKind.AWAITING_DATA: ("due", "overdue", "primary_missed"),
    VerdictKind.FAILED_WORSENED: ("pgic", "pgic_ceiling", "reintervention"),
    VerdictKind.FAILED_NO_RESPONSE: ("pgic", "reintervention"),
    VerdictKind.FAILED_SHORT_LIVED: ("reintervention",),
    VerdictKind.RESPONDED: ("pgic",),
    VerdictKind.PARTIAL: ("pgic",),
}  # fmt: skip


def verdict(kind: VerdictKind, reason: VerdictReason | None = None, lasting: Durability | None = None) -> Verdict:
    return Verdict(injection_id=1, as_of=740000, rule_set="2026-1", kind=kind, reason=reason, durability=lasting)


def test_every_verdict_and_reason_has_its_own_headline() -> None:
    assert all((kind, None) in HEADLINES for kind in VerdictKind)
    pairs = {(kind, VerdictReason(reason)) for kind, reasons in REASONS.items() for reason in reasons}
    assert pairs <= set(HEADLINES)
    headlines = [phrases.headline(verdict(*pair)) for pair in HEADLINES]
    assert len(set(headlines)) == len(headlines)


def test_failed_says_so_first() -> None:
    assert phrases.headline(verdict(VerdictKind.FAILED_SHORT_LIVED)) == "Failed: relief did not last"
    for kind, reason in HEADLINES:
        assert phrases.headline(verdict(kind, reason)).startswith("Failed") == kind.failed


@pytest.mark.parametrize("lasting", Durability)
def test_a_response_says_how_long(lasting: Durability) -> None:
    responded = verdict(VerdictKind.RESPONDED, lasting=lasting)
    assert phrases.headline(responded).startswith("Responded")
    assert phrases.durability(responded)


def test_flags_hints_and_mends_have_words() -> None:
    for flag in Flag:
        assert phrases.flag(flag)
        assert phrases.flag_why(flag).endswith(".")
    for hint in Hint:
        assert phrases.hint(hint)
        assert phrases.hint_look(hint)
    assert all(phrases.mend(mend).endswith(".") for mend in Mend)


@pytest.mark.parametrize("why", Why)
def test_every_refusal_names_the_field(why: Why) -> None:
    bare = phrases.refusal(Invalid("dose_mg", why))
    assert bare.startswith("Dose in mg: ")
    assert bare.endswith(".")
    assert "{" not in bare


def test_a_refusal_says_the_value_and_what_to_do() -> None:
    refused = Invalid("dose_mg", Why.OUT_OF_RANGE, value=Decimal(2000), low=0, high=1000)
    said = "Dose in mg: 2000 lies outside 0 to 1000. Check the value and its unit."
    assert phrases.refusal(refused) == said
    future = Invalid("given_on", Why.FUTURE, value=date(2031, 1, 12))
    assert phrases.refusal(future) == "Date of the injection: 12 January 2031 lies in the future. Check the date."
    fine = Invalid("value", Why.TOO_PRECISE, value=Decimal("7.25"), places=1)
    assert phrases.refusal(fine) == "Value: 7.25 has too many decimals. Give at most 1."


@pytest.mark.parametrize("kind", Trouble)
def test_every_trouble_names_the_file(kind: Trouble) -> None:
    said = phrases.trouble(kind, Path("folder", "harbour.cortitrack"), "anna on desk-2")
    assert "harbour.cortitrack" in said
    assert said.endswith(".")
    assert ("anna on desk-2" in said) == (kind is Trouble.LOCKED)


@pytest.mark.parametrize("did", Did)
def test_every_step_can_be_named(did: Did) -> None:
    step = Step(id=1, at=datetime(2026, 1, 1), by="R", did=did, kind=RecordKind.PAIN_SCORE, count=1)  # noqa: DTZ001 -- only its name matters
    assert phrases.undo_name(step)
    assert phrases.done_name(step)
    if did is Did.ADDED:
        assert phrases.undo_name(step) == "Undo add score"


def test_entries_say_what_they_are() -> None:
    on = date(2026, 1, 26)
    score = PainScore(id=1, problem_id=2, on=on, tenths=35)
    assert (phrases.entry_what(score), phrases.entry_value(score)) == ("Average pain", "3.5")
    vas = PainScore(id=1, problem_id=2, on=on, tenths=35, scale=Scale.VAS)
    assert phrases.entry_value(vas) == "3.5 (visual scale 35)"
    said = Impression(id=3, problem_id=2, on=on, pgic=4, best_relief_percent=Decimal(60), relief_weeks=Decimal(3))
    assert phrases.entry_value(said) == "no change (PGIC 4), best relief 60 % for 3 weeks"
    recorded = Recorded(at=datetime(2026, 1, 28, 9), by="R", corrected=True)  # noqa: DTZ001 -- only its day matters
    assert phrases.recorded_words(score, recorded) == "2 days later, corrected"


def test_no_sentence_orders_or_proves(root: Path) -> None:
    forbidden = re.compile(r"\b(should|must|recommend\w*|ought|diagnos(es|ed)|please|sorry|error)\b", re.IGNORECASE)
    found = [
        f"{path.name}: {node.value}"
        for path in (root / "cortitrack" / "words").glob("*.py")
        for parent in ast.walk(ast.parse(path.read_text("utf-8")))
        for node in ast.iter_child_nodes(parent)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and not isinstance(parent, ast.Expr)
        if forbidden.search(node.value)
    ]
    assert not found
