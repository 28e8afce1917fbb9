"""Letters from a clinic's file: gathered, previewed, written whole or not at all."""

import errno
import hashlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from cortitrack.domain.anatomy import Side, Site
from cortitrack.domain.clinic import Clinic
from cortitrack.domain.errors import Invalid, StorageTrouble, Trouble, Why
from cortitrack.domain.patient import Patient
from cortitrack.domain.problem import Problem
from cortitrack.domain.records import RecordKind
from cortitrack.domain.referral import Referral
from cortitrack.rules.letter_gaps import Missing
from cortitrack.rules.verdict import VerdictKind
from cortitrack.services.bench import Bench
from cortitrack.services.clinics import create
from cortitrack.services.desk import Desk
from tests.clinics import TODAY, ZONE, course, person_with_a_failed_injection, problem

ASKED = Referral(to="Mr Ito", question="Is an operation an option?")
UNKNOWN = "\U000f1234"  # for private use: no font has it


@pytest.fixture
def desk(tmp_path: Path, root: Path) -> Iterator[Desk]:
    moment = datetime(2026, 3, 4, 9, 12, tzinfo=ZONE)
    numbers = iter(range(1, 10_000))
    bench = Bench(
        now=lambda: moment,
        random_bits=lambda _: next(numbers),
        user="anna",
        fonts=root / "resources" / "fonts",
        software=lambda: "CortiTrack 9.9",
    )
    desk = create(tmp_path / "hill.cortitrack", Clinic(name="Hill Clinic", call_back="0700 1"), bench)
    yield desk
    desk.close()


@pytest.fixture
def knee(desk: Desk) -> Problem:
    return person_with_a_failed_injection(desk)[1]


def someone(desk: Desk, knee: Problem) -> Patient:
    return desk.review.timeline(knee.id).patient


def test_facts_hold_what_is_recorded(desk: Desk, knee: Problem) -> None:
    hip = problem(desk, someone(desk, knee), site=Site.HIP, side=Side.LEFT)
    given, scores = course(desk, hip, TODAY, {-1: 70})
    desk.record.add(hip, given, *scores)
    facts = desk.letters.facts(knee.id, ASKED)
    assert facts.clinic == desk.clinic()
    assert facts.verdicts == desk.review.verdicts(knee.id)
    assert facts.verdicts[0].kind is VerdictKind.FAILED_SHORT_LIVED
    assert [(other, verdict.kind if verdict else None) for other, verdict in facts.other_problems] == [
        (hip, VerdictKind.TOO_EARLY)
    ]
    assert facts.today == TODAY
    assert facts.shown_patient_id == desk.review.shown_id(RecordKind.PATIENT, knee.patient_id)


def test_write(desk: Desk, knee: Problem, tmp_path: Path) -> None:
    path = tmp_path / "Brief für Łukasz.pdf"
    report = desk.letters.write(knee.id, ASKED, path)
    content = path.read_bytes()
    text = PdfReader(path).pages[0].extract_text()
    assert "Is an operation an option?" in text
    assert "CortiTrack 9.9" in text
    assert (report.path, report.size, report.pages) == (path, len(content), len(PdfReader(path).pages))
    assert report.sha256 == hashlib.sha256(content).hexdigest()
    assert Missing.ALLERGIES in {gap.missing for gap in report.gaps}


def test_a_letter_may_replace_a_letter(desk: Desk, knee: Problem, tmp_path: Path) -> None:
    path = tmp_path / "letter.pdf"
    desk.letters.write(knee.id, ASKED, path)
    desk.letters.write(knee.id, replace(ASKED, question="Another?"), path)
    assert "Another?" in PdfReader(path).pages[0].extract_text()


def test_a_letter_replaces_no_other_file(desk: Desk, knee: Problem) -> None:
    before = desk.path.read_bytes()
    with pytest.raises(StorageTrouble) as caught:
        desk.letters.write(knee.id, ASKED, desk.path)
    assert caught.value.kind is Trouble.EXISTS
    assert desk.path.read_bytes() == before


def test_disk_trouble_is_told_and_leaves_nothing(desk: Desk, knee: Problem, tmp_path: Path) -> None:
    with pytest.raises(StorageTrouble) as caught:
        desk.letters.write(knee.id, ASKED, tmp_path / "nowhere" / "letter.pdf")
    assert caught.value.kind is Trouble.DISK
    with pytest.raises(StorageTrouble):
        desk.letters.write(knee.id, ASKED, tmp_path)


def test_a_full_disk(desk: Desk, knee: Problem, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(StorageTrouble) as caught:
        desk.letters.write(knee.id, ASKED, tmp_path / "letter.pdf")
    assert caught.value.kind is Trouble.FULL
    assert not list(tmp_path.glob("*letter*"))


def test_a_draft_needs_no_question(desk: Desk, knee: Problem) -> None:
    pages = desk.letters.preview(knee.id, Referral(draft=True), dots_per_inch=50)
    assert len(pages) >= 2
    first = pages[0]
    assert (first.width, first.height) == (414, 585)
    assert len(first.pixels) == first.stride * first.height
    assert len(set(first.pixels)) > 2


@pytest.mark.parametrize("field", ["family_name", "given_name"])
def test_a_name_that_cannot_be_printed_is_named_first(desk: Desk, knee: Problem, tmp_path: Path, field: str) -> None:
    person = someone(desk, knee)
    name: dict[str, Any] = {field: f"An{UNKNOWN}a"}
    desk.record.correct(replace(person, **name))
    with pytest.raises(Invalid) as caught:
        desk.letters.write(knee.id, ASKED, tmp_path / "letter.pdf")
    assert (caught.value.field, caught.value.why) == (field, Why.UNPRINTABLE)
    assert caught.value.found["value"] == UNKNOWN
    assert caught.value.found["id"] == person.id
    assert not list(tmp_path.glob("*letter*"))
    assert desk.letters.preview(knee.id, ASKED, dots_per_inch=20)


def test_the_letters_own_words_must_print(desk: Desk, knee: Problem, tmp_path: Path) -> None:
    with pytest.raises(Invalid) as caught:
        desk.letters.write(knee.id, replace(ASKED, question=f"A{UNKNOWN}?"), tmp_path / "letter.pdf")
    assert (caught.value.field, caught.value.found["kind"]) == ("question", None)


def test_in_other_texts_the_code_stands_for_it(desk: Desk, knee: Problem, tmp_path: Path) -> None:
    desk.record.correct(replace(knee, note=f"from a scan: {UNKNOWN}"))
    report = desk.letters.write(knee.id, ASKED, tmp_path / "letter.pdf")
    assert [(one.field, one.characters, one.forbids) for one in report.unprintable] == [("note", UNKNOWN, False)]
    assert "[U+F1234]" in "".join(page.extract_text() for page in PdfReader(tmp_path / "letter.pdf").pages)


def test_no_such_problem(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(Invalid) as caught:
        desk.letters.write(4, ASKED, tmp_path / "letter.pdf")
    assert caught.value.why is Why.NOBODY


def test_another_thread_prints_on_the_same_press(desk: Desk, knee: Problem) -> None:
    worker = desk.worker()
    try:
        assert worker.letters.press is desk.letters.press
        assert worker.letters.gaps(knee.id, ASKED) == desk.letters.gaps(knee.id, ASKED)
    finally:
        worker.close()
