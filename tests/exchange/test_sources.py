"""Anything at all can be given to an import: it is read, or refused with a sentence."""

import io
import struct
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cortitrack.exchange import sources
from cortitrack.words.phrases import refusal
from tests.exchange.archives import SMALL, clinic, folder, packed, said


def refused(tmp_path: Path, path: Path) -> str:
    report = clinic(tmp_path).transfer.import_paths([path])
    assert report.step is None
    for one in report.refusals:
        assert refusal(one.invalid)
    return report.refusals[0].why.value


def test_nothing_there_nothing_known_and_no_archive(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "note.txt").write_text("hello")
    (tmp_path / "null.zip").write_bytes(b"")
    assert refused(tmp_path, tmp_path / "absent") == "no_such_file"
    assert refused(tmp_path, tmp_path / "empty") == "not_an_archive"
    assert refused(tmp_path, tmp_path / "note.txt") == "not_an_archive"
    assert refused(tmp_path, tmp_path / "null.zip") == "not_an_archive"
    assert refused(tmp_path, packed(tmp_path, {"else.txt": "x"}, "else.zip")) == "not_an_archive"


@pytest.mark.parametrize(
    "name", ["../patients.csv", "a/../../patients.csv", "/patients.csv", "\\patients.csv", "C:\\patients.csv"]
)
def test_a_zip_that_points_outside_itself(tmp_path: Path, name: str) -> None:
    path = packed(tmp_path, {name: SMALL["patients.csv"]})
    assert refused(tmp_path, path) == "unsafe_path"


def test_two_archives_in_one_zip_are_not_guessed(tmp_path: Path) -> None:
    path = packed(tmp_path, {f"{side}/patients.csv": SMALL["patients.csv"] for side in "ab"})
    assert refused(tmp_path, path) == "ambiguous"


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    path = packed(tmp_path, {"patients.csv": b"a" * (sources.SMALL + 1)})
    assert refused(tmp_path, path) == "too_large"


def test_a_zip_that_lies_about_its_sizes(tmp_path: Path) -> None:
    path = packed(tmp_path, SMALL)
    content = bytearray(path.read_bytes())
    at = content.index(b"PK\x01\x02")  # the first entry of the directory: its size, 24 bytes on
    for size in (3, 2**32 - 2):
        content[at + 24 : at + 28] = struct.pack("<I", size)
        (tmp_path / "lies.zip").write_bytes(content)
        assert refused(tmp_path, tmp_path / "lies.zip")


def test_an_encrypted_zip(tmp_path: Path) -> None:
    path = packed(tmp_path, SMALL)
    content = bytearray(path.read_bytes())
    content[content.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(content)
    assert refused(tmp_path, path) == "encrypted_zip"


def test_a_damaged_zip(tmp_path: Path) -> None:
    whole = packed(tmp_path, SMALL).read_bytes()
    for cut in (10, len(whole) // 2, len(whole) - 3):
        (tmp_path / "cut.zip").write_bytes(whole[:cut])
        assert refused(tmp_path, tmp_path / "cut.zip") in {"not_an_archive", "broken_zip"}
    middle = bytearray(whole)
    middle[60:70] = b"\xff" * 10
    (tmp_path / "bent.zip").write_bytes(middle)
    assert refused(tmp_path, tmp_path / "bent.zip")


def test_one_file_alone_is_an_archive_of_one(tmp_path: Path) -> None:
    archive = folder(tmp_path, SMALL)
    desk = clinic(tmp_path)
    assert desk.transfer.import_paths([archive / "patients.csv"]).step
    assert said(desk.transfer.import_paths([archive / "pain_scores.csv"]))[0][3] == "nobody"
    assert desk.transfer.import_paths([archive / "problems.csv"]).step


_SLOW = settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])


@_SLOW
@given(content=st.binary(max_size=400), name=st.sampled_from(["patients.csv", "pain_scores.csv", "a.zip", "x"]))
def test_any_bytes_get_a_sentence(tmp_path_factory: pytest.TempPathFactory, content: bytes, name: str) -> None:
    place = tmp_path_factory.mktemp("any")
    (place / name).write_bytes(content)
    report = clinic(place).transfer.import_paths([place / name])
    assert report.step is None
    assert all(refusal(one.invalid) for one in report.refusals)


@_SLOW
@given(data=st.data())
def test_any_bytes_within_a_good_file_get_a_sentence(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    place = tmp_path_factory.mktemp("within")
    name = data.draw(st.sampled_from(sorted(SMALL)))
    content = SMALL[name].encode()
    at = data.draw(st.integers(0, len(content)))
    junk = data.draw(st.binary(max_size=30))
    path = folder(place, SMALL | {name: content[:at] + junk + content[at + data.draw(st.integers(0, 20)) :]})
    report = clinic(place).transfer.import_paths([path], partial=data.draw(st.booleans()))
    assert all(refusal(one.invalid) for one in report.refusals)


@_SLOW
@given(data=st.data())
def test_any_bend_in_a_zip_gets_a_sentence(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    place = tmp_path_factory.mktemp("bend")
    content = bytearray(packed(place, SMALL).read_bytes())
    for _ in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    (place / "bent.zip").write_bytes(content)
    report = clinic(place).transfer.import_paths([place / "bent.zip"])
    assert all(refusal(one.invalid) for one in report.refusals)


def test_reading_never_writes_beside_the_archive(tmp_path: Path) -> None:
    path = packed(tmp_path, SMALL)
    before = sorted(tmp_path.iterdir())
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as one:
        assert one.testzip() is None
    place = tmp_path / "c"
    place.mkdir()
    clinic(place).transfer.import_paths([path])
    assert sorted(p for p in tmp_path.iterdir() if p != place) == before
