"""The command line: what can be asked, what is answered, and that nothing but sentences comes out."""

import gzip
import hashlib
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from cortitrack import cli, paths, settings
from tests.exchange.archives import SMALL, folder

PAST = Path(__file__).parent / "db" / "past"

Ask = Callable[..., tuple[int, str, str]]
AS_OF = "2025-11-20"
KEYS = [
    "injection_id", "problem_id", "patient_id", "given_on", "site", "side", "drug", "dose_mg", "guidance", "as_of",
    "rule_set", "verdict", "failed", "reason", "durability", "level", "provisional", "anaesthetic_phase", "flags",
    "hints", "baseline", "primary_value", "durability_value", "reasons",
]  # fmt: skip


@pytest.fixture
def ask(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Ask:
    """Ask the command line; answers exit code, stdout, stderr."""

    def asked(*arguments: object) -> tuple[int, str, str]:
        try:
            code = cli.main([*map(str, arguments), "--data-dir", str(tmp_path / "data")])
        except SystemExit as stop:
            code = int(stop.code or 0)
        said = capsys.readouterr()
        return code, said.out, said.err

    return asked


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A demo clinic that is only read."""
    path = tmp_path_factory.mktemp("demo") / "demo.cortitrack"
    assert cli.main(["demo", str(path), "--as-of", AS_OF, "--data-dir", str(path.parent)]) == 0
    return path


def test_help_and_version_everywhere(ask: Ask) -> None:
    for verb in ([], ["init"], ["demo"], ["import"], ["export"], ["patients"], ["verdicts"], ["chart"], ["letter"]):
        assert ask(*verb, "--help")[0] == 0
        code, out, _ = ask(*verb, "--version")
        assert code == 0
        assert out.startswith("cortitrack ")


@pytest.mark.parametrize(
    "arguments",
    [["nonsense"], ["init"], ["verdicts", "--as-of", "03/04/2026"], ["verdicts", "--as-of", "20260304"],
     ["verdicts", "--json", "--csv"], ["demo", "x", "--patients", "0"], ["export", "x", "--format", "xml"],
     ["import"], ["--log-level", "loud", "patients"]],
)  # fmt: skip
def test_wrong_usage_is_two(ask: Ask, arguments: list[str]) -> None:
    code, out, err = ask(*arguments)
    assert (code, out) == (2, "")
    assert "usage:" in err


def test_a_new_clinic_is_the_one_opened_last(ask: Ask, tmp_path: Path) -> None:
    code, _, err = ask("patients")
    assert code == 1
    assert "--clinic" in err
    assert ask("init", tmp_path / "my.cortitrack", "--name", "Mine")[0] == 0
    assert ask("patients", "--json") == (0, "[]\n", "")
    assert ask("--read-only", "check", "--json")[0] == 0
    kept = settings.load(paths.settings_file(tmp_path / "data"))
    assert kept.last_clinic == tmp_path / "my.cortitrack"


def test_what_is_there_is_never_overwritten(ask: Ask, tmp_path: Path) -> None:
    file = tmp_path / "there"
    file.write_text("mine")
    for verb in ("init", "demo"):
        code, out, err = ask(verb, file)
        assert (code, out) == (1, "")
        assert "there already" in err
        assert err.count("\n") == 1
    assert file.read_text() == "mine"


def test_a_file_that_is_no_clinic(ask: Ask, tmp_path: Path) -> None:
    for content in (b"", b"hello", b"SQLite format 3\x00" + b"\x00" * 200):
        file = tmp_path / "no.cortitrack"
        file.write_bytes(content)
        for verb in (["patients"], ["verdicts", "--json"], ["check"], ["import", str(tmp_path)]):
            code, out, err = ask(*verb, "--clinic", file)
            assert code == 1
            assert "Traceback" not in err
            assert "no.cortitrack" in err
            assert file.read_bytes() == content
            assert out == "" or set(json.loads(out)) == {"error"}
    assert ask("patients", "--clinic", tmp_path / "absent")[0] == 1


def test_import_as_json_is_one_document(ask: Ask, tmp_path: Path) -> None:
    clinic = tmp_path / "c.cortitrack"
    ask("init", clinic)
    archive = folder(tmp_path, SMALL)
    code, out, _ = ask("import", archive, "--dry-run", "--json")
    assert code == 0
    assert json.loads(out)["kept"] is False
    code, out, _ = ask("import", archive, "--json")
    document = json.loads(out)
    assert (code, document["kept"], document["refusals"]) == (0, True, [])
    assert document["counts"]["pain_score"] == {
        "added": 2, "unchanged": 0, "corrected": 0, "refused": 0, "skipped": 0,
    }  # fmt: skip
    code, out, _ = ask("import", archive)
    assert "Patient: added 0, unchanged 2" in out


def test_a_refused_import_says_file_row_field_and_why(ask: Ask, tmp_path: Path) -> None:
    clinic = tmp_path / "c.cortitrack"
    ask("init", clinic)
    before = hashlib.sha256(clinic.read_bytes()).digest()
    people = "patient_id,family_name,birth_date\nP1,A,03/04/1961\nP2,B,1970-01-31\n"
    wrong = folder(tmp_path, SMALL | {"patients.csv": people})
    code, out, err = ask("import", wrong)
    assert code == 1
    assert "patients.csv, row 2" in out
    assert "two ways" in out
    assert "not changed" in err
    code, out, _ = ask("import", wrong, "--json")
    refused = json.loads(out)["refusals"][0]
    assert (refused["file"], refused["row"], refused["field"]) == ("patients.csv", 2, "birth_date")
    assert hashlib.sha256(clinic.read_bytes()).digest() == before
    assert ask("import", wrong, "--partial")[0] == 0


def test_ids_come_back_as_they_came(ask: Ask, tmp_path: Path) -> None:
    ask("init", tmp_path / "c.cortitrack")
    ask("import", folder(tmp_path, SMALL))
    row = json.loads(ask("verdicts", "--json", "--as-of", "2026-02-25")[1])[0]
    assert (row["injection_id"], row["problem_id"], row["patient_id"]) == ("I1", "B1", "P1")
    assert row["reasons"][0]["entries"] == ["S1"]
    assert ask("export", tmp_path / "out.zip")[0] == 0
    assert ask("verdicts", "--patient", "P2", "--json")[1] == "[]\n"
    code, out, err = ask("verdicts", "--patient", "P9", "--json")
    assert (code, set(json.loads(out))) == (1, {"error"})
    assert "P9" in err


def test_verdicts_have_the_fixed_keys(ask: Ask, demo: Path) -> None:
    code, out, _ = ask("verdicts", "--json", "--as-of", AS_OF, "--clinic", demo)
    rows = json.loads(out)
    assert code == 0
    assert all(list(row)[: len(KEYS)] == KEYS for row in rows)
    assert all(set(reason) == {"rule", "found", "needed", "met", "entries"} for r in rows for reason in r["reasons"])
    table = ask("verdicts", "--csv", "--as-of", AS_OF, "--clinic", demo)[1].splitlines()
    assert table[0].startswith("injection_id,problem_id,patient_id,given_on,")
    assert len(table) == len(rows) + 1
    assert len(ask("verdicts", "--as-of", AS_OF, "--clinic", demo)[1].splitlines()) == len(rows)


def test_patients_are_found(ask: Ask, demo: Path) -> None:
    everyone = json.loads(ask("patients", "--json", "--clinic", demo)[1])
    assert len(everyone) == 40
    name = everyone[0]["family_name"]
    found = json.loads(ask("patients", "--find", name, "--json", "--clinic", demo)[1])
    assert everyone[0]["patient_id"] in {person["patient_id"] for person in found}


def test_check_says_that_the_file_is_whole(ask: Ask, demo: Path) -> None:
    code, out, _ = ask("check", "--json", "--clinic", demo)
    found = json.loads(out)
    assert code == 0
    assert found["whole"] is True
    assert found["last_backup"] is None
    assert found["counts"]["patient"] == 40
    assert all(found["counts"].values()), "the demo has every kind of record"


def test_a_file_of_an_older_version_is_brought_up_to_date_by_whoever_may_write(ask: Ask, tmp_path: Path) -> None:
    old = tmp_path / "old.cortitrack"
    old.write_bytes(gzip.decompress((PAST / "schema-1.sqlite.gz").read_bytes()))
    before = old.read_bytes()
    code, _, trouble = ask("--read-only", "--clinic", old, "verdicts", "--json")
    assert (code, old.read_bytes()) == (1, before)
    assert "older" in trouble
    code, said, _ = ask("--clinic", old, "verdicts", "--json")
    assert code == 0
    assert json.loads(said)
    assert [copy.name for copy in tmp_path.glob("old.before*")] == ["old.before-version-2.cortitrack"]


@pytest.mark.parametrize("form", ["svg", "png", "pdf"])
def test_the_chart_is_drawn_the_same_each_time(ask: Ask, demo: Path, tmp_path: Path, form: str) -> None:
    problem = json.loads(ask("verdicts", "--json", "--clinic", demo)[1])[5]["problem_id"]
    for name in ("a", "b"):
        code, out, _ = ask("chart", problem, "--out", tmp_path / f"{name}.{form}", "--clinic", demo)
        assert code == 0
        assert "Pain" in out
    assert (tmp_path / f"a.{form}").read_bytes() == (tmp_path / f"b.{form}").read_bytes()
    assert ask("chart", problem, "--out", tmp_path / "a.gif", "--clinic", demo)[0] == 1


def test_the_letter_is_written(ask: Ask, demo: Path, tmp_path: Path) -> None:
    problem = json.loads(ask("verdicts", "--json", "--clinic", demo)[1])[0]["problem_id"]
    out = tmp_path / "letter.pdf"
    assert ask("letter", problem, "--out", out, "--clinic", demo)[0] == 1, "a letter asks something"
    assert not out.exists()
    asked = ("--question", "Is an operation wise?", "--to", "Dr Reed", "--clinic", demo)
    code, said, err = ask("letter", problem, "--out", out, *asked)
    assert (code, err) == (0, "")
    assert str(out) in said
    assert out.read_bytes().startswith(b"%PDF")


@pytest.mark.expects_log
def test_our_own_fault_is_one_sentence_and_a_log_without_values(
    ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from cortitrack.verbs import look

    def fail(_: object) -> int:
        raise RuntimeError("Ōkubo Ren 7.5")

    monkeypatch.setattr(look, "patients", fail)
    ask("init", tmp_path / "c.cortitrack")
    code, out, err = ask("patients", "--json")
    assert (code, set(json.loads(out))) == (1, {"error"})
    assert err.count("\n") == 1
    log = paths.log_file(tmp_path / "data").read_text("utf-8")
    assert "RuntimeError" in log
    assert "Ōkubo" not in log + err


def python(*arguments: object, code: str | None = None) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, *(["-c", code] if code else ["-m", "cortitrack"]), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False, timeout=120)


WATCH = """
import sys
from cortitrack import cli
code = cli.main(sys.argv[1:])
heavy = {"numpy", "matplotlib", "reportlab", "PySide6.QtWidgets", "PySide6", "uharfbuzz"} & set(sys.modules)
sys.exit(f"loaded: {sorted(heavy)}" if heavy else code)
"""


@pytest.mark.parametrize(
    "verb",
    [["init", "{tmp}/new.cortitrack"], ["demo", "{tmp}/d.cortitrack", "--patients", "3"], ["verdicts", "--json"],
     ["patients"], ["check"], ["export", "{tmp}/out"], ["import", "{tmp}/nothing"]],
    ids=lambda verb: verb[0],
)  # fmt: skip
def test_verbs_that_draw_nothing_load_nothing_heavy(demo: Path, tmp_path: Path, verb: list[str]) -> None:
    filled = [part.format(tmp=tmp_path) for part in verb]
    done = python(*filled, "--clinic", demo, "--data-dir", tmp_path / "data", code=WATCH)
    assert "loaded" not in done.stderr
    assert "Traceback" not in done.stderr
    assert done.returncode == (1 if verb[0] == "import" else 0)


def test_a_reader_who_leaves_early_is_no_trouble(demo: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "cortitrack", "verdicts", "--json", "--clinic", str(demo)]
    with subprocess.Popen(
        [*command, "--data-dir", str(tmp_path)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        assert process.stderr.read() == b""


def test_names_of_any_script_whatever_the_terminal(demo: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "cortitrack", "patients", "--clinic", str(demo), "--data-dir", str(tmp_path)]
    done = subprocess.run(
        command,
        capture_output=True,
        check=False,
        timeout=60,
        env={"PYTHONIOENCODING": "ascii", "LC_ALL": "C", "PATH": ""},
    )
    assert done.returncode == 0
    assert any(ord(c) > 0x3000 for c in done.stdout.decode("utf-8"))
