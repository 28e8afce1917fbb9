"""The worked cases as an archive: imported by the command line, judged by it, each as expected."""

import csv
import json
from collections import defaultdict
from datetime import date, timedelta
from pathlib import Path

import pytest

from cortitrack import cli

CASES = json.loads(Path(__file__, "../../cases/verdict_cases.json").resolve().read_text("utf-8"))
AS_OF = date(2025, 6, 30)
JUDGED = ("verdict", "reason", "durability", "level", "provisional", "anaesthetic_phase", "flags", "hints")
Rows = dict[str, list[dict[str, object]]]


def archive_of(cases: list[dict]) -> Rows:
    """Every case as a person with one problem and one injection."""
    rows: Rows = defaultdict(list)
    for case in cases:
        add_case(rows, case["id"], case["record"])
    return rows


def add_case(rows: Rows, name: str, record: dict) -> None:
    given = AS_OF - timedelta(days=record["as_of_day"])

    def on(day: int) -> str:
        return (given + timedelta(days=day)).isoformat()

    def score(day: int, value: float, kind: str = "average", **more: object) -> None:
        number = f"{name} score {len(rows['pain_scores.csv'])}"
        rows["pain_scores.csv"].append(
            {"score_id": number, "problem_id": name, "on": on(day), "kind": kind, "value": value} | more
        )

    rows["patients.csv"].append({"patient_id": name, "family_name": f"Case {name}", "birth_date": "1960-02-29"})
    rows["problems.csv"].append({"problem_id": name, "patient_id": name, "site": "knee", "side": "left"})
    rows["injections.csv"].append(
        {
            "injection_id": name,
            "problem_id": name,
            "given_on": on(0),
            "drug": "triamcinolone_acetonide",
            "anaesthetic": "lidocaine" if record.get("anaesthetic_given") else "",
            "guidance": "ultrasound" if record.get("image_guided") else "none",
        }
    )
    for asked in record.get("pre_injection", []):
        score(asked["day"], asked["score"])
    if "pre_injection_current" in record:
        score(0, record["pre_injection_current"], "current", phase="pre")
    for asked in record.get("anaesthetic_phase", []):
        score(0, asked["score"], "current", phase="anaesthetic", minutes_after=asked["minutes"])
    for asked in record.get("follow_up", []):
        score(asked["day"], asked["score"])
    add_rest(rows, name, record, on)


def add_rest(rows: Rows, name: str, record: dict, on) -> None:
    said = [{"on": on(i["day"]), "pgic": i["pgic"]} for i in record.get("impressions", [])]
    if recall := record.get("recall"):
        said.append(
            {
                "on": AS_OF.isoformat(),
                "best_relief_percent": recall["best_relief_percent"],
                "relief_weeks": recall["weeks"],
            }
        )
    for number, one in enumerate(said):
        rows["impressions.csv"].append({"impression_id": f"{name}/{number}", "problem_id": name} | one)
    for number, event in enumerate(record.get("events", [])):
        file, key, kind = {
            "censors": ("procedures.csv", "procedure_id", "prp"),
            "annotates": ("therapy_sessions.csv", "session_id", "pt"),
        }[event["effect"]]
        rows[file].append({key: f"{name}/{number}", "problem_id": name, "on": on(event["day"]), "kind": kind})


def write(folder: Path, rows: Rows) -> None:
    folder.mkdir()
    for name, records in rows.items():
        headings = list(dict.fromkeys(heading for record in records for heading in record))
        with (folder / name).open("w", newline="", encoding="utf-8") as file:
            writer = csv.DictWriter(file, headings, restval="")
            writer.writeheader()
            writer.writerows(records)


@pytest.fixture(scope="module")
def judged(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict]:
    place = tmp_path_factory.mktemp("cases")
    write(place / "archive", archive_of(CASES))
    clinic, out = place / "clinic.cortitrack", place / "verdicts.json"
    data = ["--data-dir", str(place / "data"), "--clinic", str(clinic)]
    assert cli.main(["init", str(clinic), *data]) == 0
    assert cli.main(["import", str(place / "archive"), *data]) == 0
    with pytest.MonkeyPatch.context() as patch, out.open("w", encoding="utf-8") as stream:
        patch.setattr("sys.stdout", stream)
        assert cli.main(["verdicts", "--as-of", AS_OF.isoformat(), "--json", *data]) == 0
    return {row["injection_id"]: row for row in json.loads(out.read_text("utf-8"))}


def test_every_case_is_there(judged: dict[str, dict]) -> None:
    assert set(judged) == {case["id"] for case in CASES}
    assert len(CASES) == 57


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['id']}: {case['why']}")
def test_case_is_judged_as_expected(judged: dict[str, dict], case: dict) -> None:
    row, expected = judged[case["id"]], case["expect"]
    found = {key: row[key] for key in JUDGED}
    assert found == {key: expected[key] for key in JUDGED}
    assert row["failed"] is expected["verdict"].startswith("failed")
    assert row["as_of"] == AS_OF.isoformat()
    assert row["problem_id"] == row["patient_id"] == case["id"]
