"""The letter's first page answers who, which side, what is asked, what was tried, what it did."""

import re
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from cortitrack.documents.letter_facts import LetterFacts
from cortitrack.documents.referral_letter import write_letter
from cortitrack.documents.sheet import Paper
from cortitrack.documents.typefaces import Fonts
from cortitrack.domain.anatomy import Side, Site
from cortitrack.domain.clinic import Clinic
from cortitrack.domain.override import Judgement, Override
from cortitrack.domain.problem import Problem
from cortitrack.domain.referral import Referral, Urgency
from tests.builders import DAY_0, on, timeline
from tests.documents.letters import REFERRAL, letter_facts, nothing, usual

Written = Callable[[LetterFacts], PdfReader]


@pytest.fixture
def written(fonts: Fonts) -> Written:
    return lambda facts: PdfReader(BytesIO(write_letter(fonts, facts)))


def page(reader: PdfReader, number: int = 0) -> str:
    return " ".join(reader.pages[number].extract_text().split())


def whole(reader: PdfReader) -> str:
    return " ".join(page(reader, number) for number in range(len(reader.pages)))


def in_order(text: str, *parts: str) -> None:
    at = 0
    for part in parts:
        found = text.find(part, at)
        assert found >= 0, f"{part!r} is not behind {text[max(0, at - 60) : at]!r}"
        at = found + len(part)


def test_page_one_answers_in_order(written: Written) -> None:
    first = page(written(letter_facts(usual())))
    in_order(
        first,
        "Referral letter: RIGHT knee", "12 May 2026",
        "Soon", "night pain",
        "Zieliński", "Orthopaedic surgeon",
        "North Bay Joint Clinic", "0555 0142",
        "Agnieszka Żółkiewska", "born 4 March 1961 (65 years), female", "4711-03", "Polish", "0555 0199",
        "Is this knee ready for replacement?",
        "To walk two kilometres again.",
        "RIGHT knee · osteoarthritis, medial", "M17.1", "since 27 July 2023", "joint",
        "7.5 of 10 average pain, 9 of 10 worst pain on 2 May 2026 (10 days ago)",
        "Oxford Knee Score 19 (0–48, higher is better), 2 May 2026",
        "penicillin (rash)", "apixaban",
        "12 Jan 2026", "Triamcinolone 40 mg", "RIGHT knee, joint", "ultrasound", "lidocaine", "flare for two days",
        "16 Dec 2024",
        "12 January 2026 (17 weeks ago)", "12 April 2026",
        "pain fell from 8 to 3 by day 14",
        "9 sessions", "adherence 60–80 %", "naproxen", "some relief", "Hyaluronic acid", "relief 10 %", "Brace",
        "Arthroscopy", "Dr Amal Haddad",
    )  # fmt: skip


def test_the_usual_letter_has_its_whole_first_page_on_one(written: Written) -> None:
    reader = written(letter_facts(usual()))
    assert "Signature" in page(reader)
    assert page(reader, 1).find("Annex") < 120


@pytest.mark.parametrize(("paper", "earlier"), [(Paper.A4, 2), (Paper.LETTER, 3)])
def test_the_newest_injections_fit(fonts: Fonts, paper: Paper, earlier: int) -> None:
    told = timeline("\n".join(f"{day} | injection 40 mg ultrasound" for day in range(-500, 1, 100)))
    facts = letter_facts(replace(usual(), injections=told.injections))
    reader = PdfReader(BytesIO(write_letter(fonts, facts, paper)))
    assert "Signature" in page(reader)
    assert f"{earlier} earlier injections stand in the annex." in page(reader)


def test_relief_in_each_window(written: Written) -> None:
    first = page(written(letter_facts(usual())))
    in_order(first, "12 Jan 2026", "71 % relief", "62 % relief", "12 % relief", "0 % relief", "16 Dec 2024")
    in_order(first, "Failed: relief did not last", "relief lost by day 84 · final")
    in_order(first, "Responded, and relief lasted", "by the score at 6 weeks · final")


def test_a_clinicians_judgement_stands_beside_the_computed_one(written: Written) -> None:
    told = usual()
    own = Override(
        id=9, injection_id=told.injections[-1].id, on=on(100), judgement=Judgement.PARTIAL, why="gait", clinician="Bo"
    )
    text = whole(written(letter_facts(replace(told, overrides=(own,)))))
    in_order(text, "Failed: relief did not last", "Bo: partly helped", "Bo on 22 April 2026: partly helped. gait")


def test_another_problem_of_the_same_joint_counts_for_the_surgery_date(written: Written) -> None:
    told = usual()
    same = Problem(id=77, patient_id=1, site=Site.KNEE, side=Side.RIGHT, diagnosis="bursitis")
    later = replace(told.injections[-1], id=78, problem_id=77, given_on=on(50))
    facts = letter_facts(replace(told, elsewhere=(later,)), other_problems=((same, None),))
    assert "1 June 2026" in page(written(facts))
    assert "RIGHT knee · bursitis" in whole(written(facts))


def test_an_empty_record_says_so_everywhere(written: Written) -> None:
    facts = letter_facts(nothing(), Referral(draft=True), today=DAY_0, clinic=Clinic(name="C"))
    reader = written(facts)
    first = page(reader)
    for said in (
        "not named",
        "call back: not recorded",
        "phone: not recorded",
        "language: not recorded",
        "sex: not recorded",
        "No question yet",
        "diagnosis not recorded",
        "since when: not recorded",
        "structure injected: not recorded",
        "Pain now not recorded",
        "Function not recorded",
        "Allergies not recorded",
        "No corticosteroid injection is recorded",
        "Last corticosteroid here none recorded",
        "Nothing is recorded yet.",
        "Not recorded: therapy, medicines, procedures, measures, operations",
        "an X-ray",
        "Nobody is named as having reviewed",
    ):
        assert said in first, said
    assert "not recorded: this is not “none known”" in whole(reader)
    assert "that is not a negative screen" in whole(reader)


def test_a_draft_says_so_on_every_page_and_an_issued_letter_nowhere(written: Written) -> None:
    drafted = written(letter_facts(usual(), replace(REFERRAL, draft=True)))
    assert all(page(drafted, number).count("DRAFT") >= 2 for number in range(len(drafted.pages)))
    assert "DRAFT" not in whole(written(letter_facts(usual())))


def test_a_gap_is_named_on_the_first_page(written: Written) -> None:
    bare = replace(usual(), imaging=(), measures=())
    in_order(page(written(letter_facts(bare))), "Still missing", "an X-ray", "weight")


@pytest.mark.parametrize("told", [usual, nothing])
def test_the_letter_orders_nothing(written: Written, told: Callable[[], Any]) -> None:
    text = whole(written(letter_facts(told()))).lower()
    assert not re.search(r"\b(recommend\w*|should|must)\b", text)
    assert "not a medical device" in text
    assert "proves no cause" in text


def test_markup_is_text(written: Written) -> None:
    told = usual()
    named = replace(told, patient=replace(told.patient, family_name="<b>&amp; O'Brien</para>", given_name="<i>"))
    text = whole(written(letter_facts(named, replace(REFERRAL, question="Is x < y && z > 3? <br/>"))))
    assert "<i> <b>&amp; O'Brien</para>" in text
    assert "Is x < y && z > 3? <br/>" in text


@pytest.mark.parametrize("name", ["أمل الحداد", "דוד כהן", "กิตติพงษ์", "श्रीकृष्ण", "张伟", "Ελένη", "Łukasz"])
def test_names_of_any_script_can_be_read_back(written: Written, name: str) -> None:
    told = usual()
    named = replace(told, patient=replace(told.patient, family_name=name, given_name=""))
    letters = set(name) - {" "}
    assert letters <= set(page(written(letter_facts(named))))


def test_urgency_is_said_in_words(written: Written) -> None:
    urgent = replace(REFERRAL, urgency=Urgency.EMERGENCY, urgency_reason="")
    in_order(page(written(letter_facts(usual(), urgent))), "EMERGENCY", "reason not given")
