"""The letter as a file, and its annex: vectors, fonts, size, the evidence behind every figure."""

import re
from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from cortitrack.documents.letter_facts import LetterFacts
from cortitrack.documents.referral_letter import write_letter
from cortitrack.documents.typefaces import Fonts
from cortitrack.domain.patient import Patient
from cortitrack.domain.problem import Problem
from cortitrack.domain.records import RecordKind, happened_on
from cortitrack.domain.timeline import Timeline
from cortitrack.rules.ruleset import RuleSet
from tests.builders import on
from tests.clinics import TODAY, facts
from tests.documents.letters import letter_facts, nothing, overfull, usual

FIELDS = {
    RecordKind.INJECTION: "injections",
    RecordKind.PAIN_SCORE: "scores",
    RecordKind.IMPRESSION: "impressions",
    RecordKind.INSTRUMENT_TOTAL: "totals",
    RecordKind.THERAPY_SESSION: "sessions",
    RecordKind.PROCEDURE: "procedures",
    RecordKind.SURGERY: "surgeries",
    RecordKind.MEDICATION: "medications",
    RecordKind.MEASURE: "measures",
    RecordKind.IMAGING: "imaging",
    RecordKind.INCIDENT: "incidents",
}


def read(fonts: Fonts, letter: LetterFacts) -> PdfReader:
    return PdfReader(BytesIO(write_letter(fonts, letter)))


def text_of(reader: PdfReader) -> str:
    return " ".join(" ".join(page.extract_text().split()) for page in reader.pages)


def test_the_chart_is_drawn_as_vectors(fonts: Fonts) -> None:
    reader = read(fonts, letter_facts(usual()))
    assert not any(page.images for page in reader.pages)
    drawn = [page.get_contents().get_data() for page in reader.pages]  # type: ignore[union-attr]
    assert not any(b" Do" in operators or b"BI " in operators for operators in drawn)
    assert drawn[0].count(b" l") > 20
    assert "response: 5.6 or lower" in text_of(reader)


def test_fonts_are_embedded_and_the_file_is_small(fonts: Fonts) -> None:
    content = write_letter(fonts, letter_facts(usual()))
    assert len(content) < 60_000
    for page in PdfReader(BytesIO(content)).pages:
        for font in page["/Resources"]["/Font"].values():  # type: ignore[index]
            descendant: Any = font.get_object()["/DescendantFonts"][0].get_object()
            assert "/FontFile2" in descendant["/FontDescriptor"]


def test_the_same_facts_give_the_same_bytes(fonts: Fonts) -> None:
    assert write_letter(fonts, letter_facts(usual())) == write_letter(fonts, letter_facts(usual()))


def test_the_file_says_what_it_is(fonts: Fonts) -> None:
    meta = read(fonts, letter_facts(usual())).metadata
    assert meta is not None
    assert meta.title == "Referral letter: RIGHT knee"
    assert meta.author == "Dr Amal Haddad"
    assert meta.creation_date is not None
    assert meta.creation_date.date() == on(120)
    assert "Żółkiewska" not in str(meta)


@pytest.mark.parametrize("told", [usual, nothing])
def test_every_page_names_the_patient_and_its_number(fonts: Fonts, told: Callable[[], Timeline]) -> None:
    letter = letter_facts(told())
    reader = read(fonts, letter)
    for number, page in enumerate(reader.pages, start=1):
        text = page.extract_text()
        assert letter.timeline.patient.family_name in text
        assert f"Page {number} of {len(reader.pages)}" in text
        assert "not a medical device" in text


def test_the_annex_holds_all_there_is(fonts: Fonts) -> None:
    letter = letter_facts(usual())
    text = text_of(read(fonts, letter))
    for said in (
        "step-downs", "HbA1c 6.8 %", "Medial joint space 2 mm.", "grade 3", "football", "partial meniscectomy",
        "88.5 kg", "weak evidence (injection of 12 January 2026)", "A mechanical cause", "minimally worse (PGIC 5)",
        "8.0 → 3.0 on day 14: −5.0, 62 %", "needs −2.0 and 30 %", "3 days later", "same day", "Treated again",
        "all numbers are the defaults of the program", "computed values of CortiTrack 0.1.0", "rule set 2026-1",
    ):  # fmt: skip
        assert said in text, said


def test_an_overfull_record_is_there_to_its_last_entry(fonts: Fonts) -> None:
    told = overfull()
    reader = read(fonts, letter_facts(told))
    pages = [" ".join(page.extract_text().split()) for page in reader.pages]
    text = " ".join(pages)
    assert text.count("Average pain") >= len(told.scores) == 500
    assert text.count("Triamcinolone 40 mg") >= 60 + 2
    assert "earlier injections stand in the annex." in pages[0]
    assert "Signature" in pages[0]
    assert text.count("Behandlungsmaßnahmenbeschreibung") >= 4 * 230
    assert "see below the table" in text
    assert not re.search(r"\b(recommend\w*|should|must)\b", text.lower())
    assert all(f"Page {number} of {len(pages)}" in said for number, said in enumerate(pages, start=1))
    assert all(told.patient.family_name in said for said in pages)


def test_changed_numbers_of_the_rules_are_printed(fonts: Fonts) -> None:
    own = RuleSet(version="2026-2", own=(("response_percent", 40),), why="audit", changed_by="Bo")
    text = text_of(read(fonts, letter_facts(usual(), rules=own)))
    for said in ("Rule set 2026-2", "1 number was changed by the clinic (Bo): audit", "40 %", "30 %", "Farrar JT"):
        assert said in text, said


def test_days_before_an_injection_count_to_it(fonts: Fonts) -> None:
    text = text_of(read(fonts, letter_facts(usual())))
    assert "9 Jan 2026 −3 Average pain 8" in text
    assert "8 Dec 2024 −8 Average pain 8" in text


@st.composite
def records(draw: st.DrawFn) -> Timeline:
    """Any record of one problem that services could gather."""
    drawn: dict[str, Any] = {}
    for at, (kind, field) in enumerate(FIELDS.items()):
        ids = st.integers(at * 1000, at * 1000 + 999)
        found = draw(st.lists(facts(kind, id=ids, problem_id=st.just(2)), max_size=3, unique_by=lambda f: f.id))
        drawn[field] = tuple(sorted(found, key=lambda fact: (happened_on(fact) or TODAY, fact.id)))
    person: Any = draw(facts(RecordKind.PATIENT, id=st.just(1)))
    problem: Any = draw(facts(RecordKind.PROBLEM, id=st.just(2), patient_id=st.just(1)))
    assert isinstance(person, Patient)
    assert isinstance(problem, Problem)
    return Timeline(patient=person, problem=problem, **drawn)


@settings(max_examples=15)
@given(told=records())
def test_any_record_makes_a_letter(fonts: Fonts, told: Timeline) -> None:
    reader = read(fonts, letter_facts(told, today=TODAY))
    assert len(reader.pages) >= 2
