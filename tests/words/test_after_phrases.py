"""What a questionnaire's change amounts to, and what came after a later procedure, in words."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from cortitrack.domain.instruments import InstrumentTotal
from cortitrack.rules.after_procedure import after_procedures
from cortitrack.rules.instrument_change import changes
from cortitrack.rules.ruleset import RuleSet
from cortitrack.words.after_phrases import after_course, after_more, after_title, instrument_sentence
from tests.builders import on, timeline


@pytest.mark.parametrize(
    ("code", "told", "said"),
    [
        ("oks", (20, 28), "Oxford Knee Score rose from 20 to 28: better by 8, and 5 or more matter to patients."),
        ("oks", (28, 20), "Oxford Knee Score fell from 28 to 20: worse by 8, and 5 or more matter to patients."),
        (
            "oks",
            (20, 24),
            "Oxford Knee Score rose from 20 to 24: better by 4, less than the 5 that matter to patients.",
        ),
        ("odi", (40, 30), "ODI fell from 40 to 30: better by 10, and 10 or more matter to patients."),
        ("odi", (30, 40), "ODI rose from 30 to 40: worse by 10, and 10 or more matter to patients."),
        ("womac", (50, 44), "WOMAC fell from 50 to 44: better by 6, and 6 or more matter to patients."),
        ("odi", (30, 30), "ODI stayed at 30."),
    ],
)
def test_a_change_is_said_in_the_good_direction(code: str, told: tuple[int, int], said: str) -> None:
    totals = [
        InstrumentTotal(id=n, problem_id=2, on=date(2026, 1, 1) + timedelta(n), instrument=code, total=Decimal(total))
        for n, total in enumerate(told, 1)
    ]
    (one,) = changes(totals, date(2026, 6, 1), RuleSet())
    assert instrument_sentence(one) == said


def test_a_procedure_has_a_course_and_no_verdict() -> None:
    told = timeline(
        """
        day | event
         -3 | average 8
          0 | prp
         14 | average 5
         42 | average 6
         84 | average 9
        """
    )
    (line,) = after_procedures(told, on(100), RuleSet())
    assert after_title(line) == "PRP, 12 Jan 2026"
    assert after_course(line) == ("Before 8 · 14 days: 5 (−3.0, 37 %) · 6 weeks: 6 (−2.0, 25 %) · 12 weeks: 9 (+1.0)")
    assert not after_more(line)


def test_without_a_score_nothing_is_made_up() -> None:
    (line,) = after_procedures(timeline("0 | prp"), on(100), RuleSet())
    assert after_course(line) == "No score before · no score in a window after it yet"


def test_the_next_treatment_ends_the_line() -> None:
    told = timeline("-3 | average 8\n0 | prp\n30 | average 4\n40 | injection 40 mg\n84 | average 2")
    (line,) = after_procedures(told, on(100), RuleSet())
    assert after_more(line) == "Scores after 21 Feb 2026 are left out: another treatment"
    assert "12 weeks" not in after_course(line)
