"""The program around the clinics: the ways in, one clinic at a time, one window for two starts."""

import logging
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cortitrack import paths, settings
from cortitrack.app import Start
from cortitrack.settings import Settings
from cortitrack.ui.one_instance import Listener
from cortitrack.ui.program import Program
from cortitrack.ui.theme import Theme
from tests.clinics import bench, new_clinic, patient, reopened


@pytest.fixture(autouse=True)
def _as_before(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Hooks and log handlers of the program do not outlive a test."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    handlers = list(logging.getLogger().handlers)
    yield
    for handler in set(logging.getLogger().handlers) - set(handlers):
        logging.getLogger().removeHandler(handler)
        handler.close()


@pytest.fixture
def program(qapp: QApplication, theme: Theme, tmp_path: Path) -> Iterator[Program]:
    program = Program(qapp, theme, bench(), tmp_path, Settings())
    program.libraries.is_ready = True  # nothing is drawn here
    yield program
    qapp.lastWindowClosed.disconnect(program._leave_when_closed)
    for window in (program.window, program.first_run):
        if window is not None:
            window.close()
            window.deleteLater()
    program._close_desk()
    assert program.background.finish()


def test_without_a_clinic_the_ways_in_are_shown(program: Program, tmp_path: Path) -> None:
    program.start(None, None)
    assert program.first_run is not None
    assert program.first_run.isVisible()
    program.first_run.mine.clinic_name.control.set_value("Hill Clinic")
    program.first_run.mine.user_name.control.set_value("Anna Ardal")
    program.first_run.mine.button.click()
    assert program.first_run is None
    assert program.desk is not None
    assert program.desk.path == tmp_path / "clinics" / "hill-clinic.cortitrack"
    kept = settings.load(paths.settings_file(tmp_path))
    assert kept.last_clinic == program.desk.path
    assert kept.user == "Anna Ardal"


def test_a_file_that_is_no_clinic_is_said_beside_the_ways_in(program: Program, tmp_path: Path) -> None:
    wrong = tmp_path / "notes.cortitrack"
    wrong.write_text("no clinic")
    program.start(wrong, None)
    assert program.first_run is not None
    assert "is not a clinic of CortiTrack" in program.first_run.banner.accessibleName()


def test_another_clinic_takes_the_place_of_the_first(program: Program, tmp_path: Path) -> None:
    for name in ("one", "two"):
        new_clinic(tmp_path / f"{name}.cortitrack").close()
    program.start(tmp_path / "one.cortitrack", None)
    first = program.window
    program.ask()
    assert program.first_run is not None
    program.first_run._open(tmp_path / "two.cortitrack")
    assert program.window is not first
    assert program.desk is not None
    assert program.desk.path.stem == "two"
    again = reopened(tmp_path / "one.cortitrack")
    assert not again.read_only
    again.close()


@pytest.mark.qt_log_ignore("This plugin does not support (raise|propagateSizeHints)")
def test_the_open_clinic_chosen_again_stays(program: Program, tmp_path: Path) -> None:
    new_clinic(tmp_path / "one.cortitrack").close()
    program.start(tmp_path / "one.cortitrack", None)
    window = program.window
    program.ask()
    assert program.first_run is not None
    program.first_run._open(tmp_path / "one.cortitrack")
    assert program.window is window
    assert program.desk is not None
    assert not program.desk.read_only


def test_a_clinic_that_another_writes_is_opened_for_reading_and_tried_again(program: Program, tmp_path: Path) -> None:
    other = new_clinic(tmp_path / "one.cortitrack")
    other.record.add(patient(other))
    program.start(tmp_path / "one.cortitrack", None)
    assert program.window is not None
    assert program.desk is not None
    assert program.desk.read_only
    assert "has this clinic open for writing" in program.window.read_only_banner.accessibleName()
    assert not program.window.menus.new_action.isEnabled()
    other.close()
    program.window.read_only_banner.button.click()
    assert not program.desk.read_only
    assert program.window.menus.new_action.isEnabled()


def test_made_up_people_are_made_in_the_background(program: Program, qtbot: QtBot) -> None:
    program.start(None, None)
    assert program.first_run is not None
    program.first_run.made_up.button.click()
    qtbot.waitUntil(lambda: program.navigator is not None, timeout=60_000)
    assert program.window is not None
    assert "made up" in program.window.demo_banner.accessibleName()


def test_the_second_start_calls_the_first(tmp_path: Path, qtbot: QtBot, root: Path) -> None:
    listener = Listener(tmp_path)
    said = (
        "import sys; from pathlib import Path; from cortitrack.ui.one_instance import call_the_other; "
        "sys.exit(0 if call_the_other(Path(sys.argv[1]), Path(sys.argv[2])) else 1)"
    )
    call = [sys.executable, "-c", said, str(tmp_path), str(tmp_path / "one.cortitrack")]
    with qtbot.waitSignal(listener.called, timeout=20_000) as called, subprocess.Popen(call, cwd=root) as caller:
        qtbot.waitUntil(lambda: caller.poll() is not None, timeout=20_000)
    assert called.args == [str(tmp_path / "one.cortitrack")]
    assert caller.returncode == 0


def test_the_window_is_painted_before_the_clinic_is_opened(qapp: QApplication, tmp_path: Path, qtbot: QtBot) -> None:
    new_clinic(tmp_path / "one.cortitrack").close()
    start = Start(qapp, bench(), tmp_path, tmp_path / "one.cortitrack", read_only=False)
    assert start.window is not None
    assert start.window.isVisible()
    assert start._program is None
    qtbot.waitUntil(lambda: isinstance(start._program, Program) and start._program.navigator is not None)
    program = start._program
    assert isinstance(program, Program)
    assert program.window is start.window
    qapp.lastWindowClosed.disconnect(program._leave_when_closed)
    start.window.close()
    program._close_desk()
    qtbot.waitUntil(program.background.is_idle, timeout=60_000)
    start.end()
