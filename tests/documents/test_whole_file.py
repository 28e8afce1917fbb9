"""A file is whole or not there."""

import errno
import os
from pathlib import Path

import pytest

from cortitrack.documents.whole_file import PaperTrouble, write_whole


def test_written(tmp_path: Path) -> None:
    write_whole(tmp_path / "letter.pdf", b"whole")
    assert (tmp_path / "letter.pdf").read_bytes() == b"whole"
    assert len(list(tmp_path.iterdir())) == 1


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_full_disk_leaves_the_former_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    def full(*args: object, **kwargs: object) -> None:
        raise OSError(errno.ENOSPC, "no space")

    path = tmp_path / "letter.pdf"
    path.write_bytes(b"former")
    monkeypatch.setattr(os, step, full) if step == "fsync" else monkeypatch.setattr(Path, step, full)
    with pytest.raises(PaperTrouble) as caught:
        write_whole(path, b"new")
    cause = caught.value.__cause__
    assert isinstance(cause, OSError)
    assert cause.errno == errno.ENOSPC
    assert caught.value.path == path
    assert path.read_bytes() == b"former"
    assert list(tmp_path.iterdir()) == [path]


def test_an_interruption_leaves_nothing_and_is_not_disguised(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*args: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_whole(tmp_path / "letter.pdf", b"new")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_in_the_way_is_trouble(tmp_path: Path) -> None:
    (tmp_path / "letter.pdf").mkdir()
    with pytest.raises(PaperTrouble):
        write_whole(tmp_path / "letter.pdf", b"new")
    assert [file.name for file in tmp_path.iterdir()] == ["letter.pdf"]
