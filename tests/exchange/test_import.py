"""What comes in from an archive, what is refused and with which words."""

import hashlib
from pathlib import Path

import pytest

from cortitrack.db.database import Database
from cortitrack.domain.errors import Cancelled, StorageTrouble
from cortitrack.domain.pain import PainScore
from cortitrack.domain.records import RecordKind
from cortitrack.services import clinics
from cortitrack.words.phrases import refusal
from tests.exchange.archives import FULL, SMALL, bench, clinic, folder, packed, said, totals


def changed(**files: str) -> dict[str, str]:
    """The small archive with some files replaced; `patients="…"` stands for patients.csv."""
    return SMALL | {f"{name}.csv": content for name, content in files.items()}


def test_a_folder_a_zip_and_a_zip_with_one_folder_in_it(tmp_path: Path) -> None:
    for path in (
        folder(tmp_path, SMALL),
        packed(tmp_path, SMALL),
        packed(tmp_path, {f"out/{name}": text for name, text in SMALL.items()}, "nested.zip"),
    ):
        report = clinic(tmp_path).transfer.import_paths([path])
        assert (totals(report), said(report)) == ((7, 0, 0, 0, 0), [])


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_any_line_ending_with_or_without_a_mark(tmp_path: Path, end: str, mark: str) -> None:
    files = {name: mark + text.replace("\n", end) for name, text in SMALL.items()}
    report = clinic(tmp_path).transfer.import_paths([folder(tmp_path, files)])
    assert (totals(report), said(report)) == ((7, 0, 0, 0, 0), [])


def test_headings_in_any_order_and_unknown_ones_reported(tmp_path: Path) -> None:
    scores = "mood,VALUE,kind,on,problem_id,score_id\nlow,7.5,Average,2026-01-09,B1,S1\n"
    desk = clinic(tmp_path)
    report = desk.transfer.import_paths([folder(tmp_path, changed(pain_scores=scores) | {"more.csv": "a\n"})])
    assert said(report) == []
    assert {(one.file, one.column) for one in report.not_read} == {("pain_scores.csv", "mood"), ("more.csv", "")}
    score = desk.review.fact(RecordKind.PAIN_SCORE, desk.review.resolve(RecordKind.PAIN_SCORE, "S1"))
    assert isinstance(score, PainScore)
    assert score.tenths == 75


SCORE_HEAD = "score_id,problem_id,on,kind,value,scale,at,minutes_after,phase\n"
REFUSED = [
    ("S1,B1,2026-02-30,average,1,,,,", "on", "not_a_date", "is not a date"),
    ("S1,B1,03/04/2026,average,1,,,,", "on", "ambiguous", "two ways"),
    ("S1,B1,25.12.2025,average,1,,,,", "on", "not_a_date", "2026-03-04"),
    ("S1,B1,20260103,average,1,,,,", "on", "not_a_date", "is not a date"),
    ("S1,B1,2026-W05-3,average,1,,,,", "on", "not_a_date", "is not a date"),
    ("S1,B1,2026-03-05,average,1,,,,", "on", "future", "future"),
    ("S1,B1,1960-01-01,average,1,,,,", "on", "before_birth", "birth"),
    ("S1,B1,,average,1,,,,", "on", "missing", "filled in"),
    ("S1,B1,2026-01-09,average,10.1,,,,", "value", "out_of_range", "10"),
    ("S1,B1,2026-01-09,average,72,,,,", "value", "out_of_range", "10"),
    ("S1,B1,2026-01-09,average,101,vas,,,", "value", "out_of_range", "100"),
    ("S1,B1,2026-01-09,average,-1,,,,", "value", "out_of_range", "0"),
    ("S1,B1,2026-01-09,average,7.25,,,,", "value", "too_precise", "decimals"),
    ('S1,B1,2026-01-09,average,"7,5",,,,', "value", "decimal_comma", "point"),
    ("S1,B1,2026-01-09,average,NaN,,,,", "value", "not_a_number", "not a number"),
    ("S1,B1,2026-01-09,average,٣,,,,", "value", "not_a_number", "not a number"),
    ("S1,B1,2026-01-09,average,1e1,,,,", "value", "not_a_number", "not a number"),
    ("S1,B1,2026-01-09,mood,1,,,,", "kind", "unknown_code", "average"),
    ("S1,B1,2026-01-09,average,1,mm,,,", "scale", "unknown_code", "nrs"),
    ("S1,B1,2026-01-09,average,1,,24:00,,", "at", "not_a_time", "14:30"),
    ("S1,B1,2026-01-09,average,1,,9:05,,", "at", "not_a_time", "14:30"),
    ("S1,B1,2026-01-09,average,1,,,1.5,", "minutes_after", "not_whole", "whole"),
    ("S1,B9,2026-01-09,average,1,,,,", "problem_id", "nobody", "B9"),
    ("S1,,2026-01-09,average,1,,,,", "problem_id", "missing", "filled in"),
    (",B1,2026-01-09,average,1,,,,", "score_id", "missing", "filled in"),
    ("S1,B1,2026-01-09,average,1,,,,,extra", "", "too_many_cells", "10"),
    ("S\x00,B1,2026-01-09,average,1,,,,", "score_id", "nul", "zero byte"),
    ("S\x07,B1,2026-01-09,average,1,,,,", "score_id", "control_character", "control"),
]


@pytest.mark.parametrize(
    ("row", "field", "code", "words"), REFUSED, ids=[f"{r[1]}-{r[2]}-{n}" for n, r in enumerate(REFUSED)]
)
def test_a_row_that_cannot_be_is_refused_with_words(
    tmp_path: Path, row: str, field: str, code: str, words: str
) -> None:
    desk = clinic(tmp_path)
    report = desk.transfer.import_paths([folder(tmp_path, changed(pain_scores=f"{SCORE_HEAD}{row}\n"))])
    assert said(report) == [("pain_scores.csv", 2, field, code)]
    assert words in refusal(report.refusals[0].invalid)
    assert report.step is None
    assert desk.patients.count() == 0


def test_all_that_is_wrong_is_said_at_once(tmp_path: Path) -> None:
    files = changed(
        patients="patient_id,family_name,birth_date,sex\nP1,,1961-05-06,f\nP2,Řeháková,1970-01-31,\n",
        problems="problem_id,patient_id,site,side\nB1,P1,knee,left\nB2,P2,neck,\nB2,P2,knee,left\nB2,P2,hip,left\n",
    )
    report = clinic(tmp_path).transfer.import_paths([folder(tmp_path, files)])
    assert said(report) == [
        ("patients.csv", 2, "family_name", "missing"),
        ("patients.csv", 2, "sex", "unknown_code"),
        ("problems.csv", 3, "site", "unknown_code"),
        ("problems.csv", 3, "side", "missing"),
        ("problems.csv", 5, "problem_id", "used_twice"),
    ]


@pytest.mark.parametrize(
    ("content", "row", "field", "code"),
    [
        ("score_id,problem_id,on,value\n", 1, "kind", "no_column"),
        ("score_id,problem_id,on,on,kind,value\n", 1, "on", "column_twice"),
        ("score_id;problem_id;on;kind;value\n", 1, "", "not_commas"),
        ("", 1, "score_id", "no_column"),
        (SCORE_HEAD.encode("utf-16"), 0, "", "not_utf8"),
        (SCORE_HEAD + 'S1,B1,2026-01-09,average,1,,,,\nS2,"B1"x,2026-01-09,average,1,,,,\n', 3, "", "bad_quotes"),
        (SCORE_HEAD + 'S1,"B1', 2, "", "bad_quotes"),
        (SCORE_HEAD + "S1,B1," + "x" * 200_000, 2, "", "too_long"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused(
    tmp_path: Path, content: str | bytes, row: int, field: str, code: str
) -> None:
    report = clinic(tmp_path).transfer.import_paths([folder(tmp_path, SMALL | {"pain_scores.csv": content})])
    assert ("pain_scores.csv", row, field, code) in said(report)
    assert report.step is None


def test_bytes_that_are_no_text_are_named_by_row(tmp_path: Path) -> None:
    patients = SMALL["patients.csv"].encode() + "P3,Müller,,1970-01-31\n".encode("latin-1")
    report = clinic(tmp_path).transfer.import_paths([folder(tmp_path, SMALL | {"patients.csv": patients})])
    assert said(report) == [("patients.csv", 4, "family_name", "not_utf8")]


def test_a_refused_import_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    desk = clinic(tmp_path)
    desk.transfer.import_paths([folder(tmp_path, SMALL)])
    desk.close()
    before = hashlib.sha256(desk.path.read_bytes()).digest()
    again = clinics.open_clinic(desk.path, bench())
    worse = folder(tmp_path, changed(pain_scores=SCORE_HEAD + "S9,B1,2026-01-09,average,11,,,,\n"), "worse")
    assert again.transfer.import_paths([worse]).refused_whole
    assert again.transfer.import_paths([folder(tmp_path, FULL, "dry")], dry_run=True).step is None
    again.close()
    assert hashlib.sha256(desk.path.read_bytes()).digest() == before


def test_partial_keeps_good_rows_and_refuses_what_refers_to_refused_ones(tmp_path: Path) -> None:
    files = changed(
        patients="patient_id,family_name,birth_date\nP1,A,1961-05-06\nP2,B,31.01.1970\n",
        pain_scores=SCORE_HEAD + "S1,B1,2026-01-09,average,7,,,,\nS2,B2,2026-01-09,average,7,,,,\n",
    )
    desk = clinic(tmp_path)
    report = desk.transfer.import_paths([folder(tmp_path, files)], partial=True)
    assert said(report) == [
        ("patients.csv", 3, "birth_date", "not_a_date"),
        ("problems.csv", 3, "patient_id", "refers_to_refused"),
        ("pain_scores.csv", 3, "problem_id", "refers_to_refused"),
    ]
    assert totals(report) == (4, 0, 0, 3, 0)
    assert not report.refused_whole
    assert "patients.csv" in refusal(report.refusals[1].invalid)


def test_the_same_again_adds_nothing_and_a_changed_row_is_a_correction(tmp_path: Path) -> None:
    desk = clinic(tmp_path)
    first = folder(tmp_path, SMALL)
    desk.transfer.import_paths([first])
    assert totals(desk.transfer.import_paths([first])) == (0, 7, 0, 0, 0)
    other = changed(pain_scores=SMALL["pain_scores.csv"].replace("7.5", "8"))
    report = desk.transfer.import_paths([folder(tmp_path, other, "other")])
    assert totals(report) == (0, 6, 1, 0, 0)
    score_id = desk.review.resolve(RecordKind.PAIN_SCORE, "S1")
    former = [line.former for line in desk.review.changes_of(RecordKind.PAIN_SCORE, score_id)]
    assert isinstance(former[-1], PainScore)
    assert former[-1].tenths == 75
    desk.record.undo()
    assert desk.review.fact(RecordKind.PAIN_SCORE, score_id) == former[-1]


def test_one_import_is_one_step_and_can_come_again_after_undo(tmp_path: Path) -> None:
    desk = clinic(tmp_path)
    archive = folder(tmp_path, FULL)
    report = desk.transfer.import_paths([archive])
    last = desk.record.last_step()
    assert last is not None
    assert (last.id, last.count) == (report.step, 35)
    desk.record.undo()
    assert desk.patients.count() == 0
    assert totals(desk.transfer.import_paths([archive])) == (35, 0, 0, 0, 0)


def test_what_a_person_withdrew_stays_withdrawn(tmp_path: Path) -> None:
    desk = clinic(tmp_path)
    archive = folder(tmp_path, SMALL)
    desk.transfer.import_paths([archive])
    desk.record.withdraw(RecordKind.PATIENT, desk.review.resolve(RecordKind.PATIENT, "P1"))
    assert totals(desk.transfer.import_paths([archive])) == (0, 2, 0, 0, 5)


def test_what_belongs_to_another_person_is_refused(tmp_path: Path) -> None:
    files = FULL | {
        "medications.csv": "medication_id,patient_id,problem_id,class,drug,from_on\nD1,Q,B1,nsaid,x,2025-01-01\n"
    }
    files["patients.csv"] += "Q,Quiet,,1950-01-01,,,,,,,,,\r\n"
    report = clinic(tmp_path).transfer.import_paths([folder(tmp_path, files)])
    assert said(report) == [("medications.csv", 2, "problem_id", "other_patient")]


def test_an_import_can_be_stopped_without_harm(tmp_path: Path) -> None:
    desk = clinic(tmp_path)
    with pytest.raises(Cancelled):
        desk.transfer.import_paths([folder(tmp_path, SMALL)], cancelled=lambda: True)
    assert desk.patients.count() == 0


def test_progress_ends_at_the_end(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    clinic(tmp_path).transfer.import_paths([folder(tmp_path, SMALL)], progress=lambda *at: told.append(at))
    assert told[-1] == (100, 100)
    assert told == sorted(told)


def test_a_clinic_that_may_not_be_written_refuses(tmp_path: Path) -> None:
    desk = clinic(tmp_path)
    desk.close()
    reading = clinics.open_clinic(desk.path, bench(), read_only=True)
    with pytest.raises(StorageTrouble):
        reading.transfer.import_paths([folder(tmp_path, SMALL)])
    reading.close()


def test_the_file_is_whole_after_an_import(tmp_path: Path) -> None:
    desk = clinic(tmp_path)
    desk.transfer.import_paths([folder(tmp_path, FULL)])
    health = clinics.check(desk)
    assert health.whole
    assert all(health.counts.values())
    assert isinstance(desk.database, Database)
