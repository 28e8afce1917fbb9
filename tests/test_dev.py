"""dev.py: what it installs, when it asks, and that a second start does nothing."""

import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

import dev


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout with an environment in which nothing was installed, and locks of one package."""
    monkeypatch.setattr(dev, "ROOT", tmp_path)
    monkeypatch.setattr(dev, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(dev, "LOCKS", tmp_path / "requirements")
    dev.LOCKS.mkdir()
    for name in ("run", "test", "bench"):
        (dev.LOCKS / f"{name}.txt").write_text(f"{name}-thing==1 \\\n    --hash=sha256:00\n", "utf-8")
    dev.venv_python().parent.mkdir(parents=True)
    dev.venv_python().touch()
    version = ".".join(str(part) for part in sys.version_info[:3])
    (dev.VENV / "pyvenv.cfg").write_text(f"home = /usr/bin\nversion = {version}\n", "utf-8")
    monkeypatch.setattr(dev, "put_checkout_on_path", lambda: None)
    return tmp_path


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The locks pip was asked to install."""
    asked: list[str] = []
    monkeypatch.setattr(dev, "pip", lambda *arguments: asked.append(Path(arguments[-1]).stem))
    return asked


@pytest.mark.parametrize(
    ("env", "kind"),
    [
        ({}, "headless"),
        ({"DISPLAY": ""}, "headless"),
        ({"DISPLAY": ":0"}, "x11"),
        ({"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}, "x11"),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "wayland"),
    ],
)
def test_the_display_is_found_in_the_environment(env: dict[str, str], kind: str) -> None:
    assert dev.display_kind(env) == kind


def test_only_what_is_missing_is_asked_for(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev, "has_fonts", lambda: True)
    found = {"libEGL.so.1", "libGL.so.1", "libglib-2.0.so.0", "libfontconfig.so.1", "libdbus-1.so.3"}
    assert dev.missing_packages("headless", found.__contains__) == ["libxkbcommon0"]


def test_a_bare_machine_needs_libraries_a_font_and_venv(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev, "has_fonts", lambda: False)
    monkeypatch.setattr(dev, "can_make_venv", lambda: False)
    dev.venv_python().unlink()
    missing = dev.missing_packages("x11", lambda library: False)
    assert missing[:2] == ["libegl1", "libgl1"]
    assert missing[-2:] == ["fonts-dejavu-core", f"python3.{sys.version_info.minor}-venv"]
    assert "libxcb-cursor0" in missing


def test_fonts_are_looked_for_in_folders(tmp_path: Path) -> None:
    assert not dev.has_fonts([str(tmp_path), str(tmp_path / "absent")])
    (tmp_path / "dejavu").mkdir()
    (tmp_path / "dejavu" / "Sans.ttf").touch()
    assert dev.has_fonts([str(tmp_path)])


def test_sudo_is_used_by_those_who_are_not_root() -> None:
    update, install = dev.apt_commands(["libegl1"], as_root=False)
    assert update[0] == install[0] == "sudo"
    assert update[-1] == "update"
    assert install[-2:] == ["--no-install-recommends", "libegl1"]
    assert dev.apt_commands(["libegl1"], as_root=True)[0][0] == "env"


@pytest.mark.skipif(sys.platform == "win32", reason="there is no apt on Windows")
def test_without_rights_one_sentence_says_what_to_type(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    monkeypatch.setattr("sys.stdin", SimpleNamespace(isatty=lambda: False))
    refused: subprocess.CompletedProcess[bytes] = subprocess.CompletedProcess([], 1)
    monkeypatch.setattr("subprocess.run", lambda *a, **k: refused)
    with pytest.raises(SystemExit, match=r"apt-get install --no-install-recommends libegl1 libgl1$"):
        dev.install_system_packages(["libegl1", "libgl1"])


def test_the_second_time_nothing_is_installed(checkout: Path, installed: list[str]) -> None:
    dev.ensure_packages("run")
    dev.ensure_packages("run")
    assert installed == ["run"]


def test_what_tests_need_is_enough_to_run(checkout: Path, installed: list[str]) -> None:
    dev.ensure_packages("test")
    dev.ensure_packages("run")
    assert installed == ["test"]
    dev.ensure_packages("bench")
    assert installed == ["test", "bench"]


def test_a_changed_lock_is_installed(checkout: Path, installed: list[str]) -> None:
    dev.ensure_packages("run")
    (dev.LOCKS / "run.txt").write_text("thing==2\n", "utf-8")
    dev.ensure_packages("run")
    assert installed == ["run", "run"]


def test_an_environment_of_another_python_is_not_ours(checkout: Path) -> None:
    assert dev.venv_is_ours()
    (dev.VENV / "pyvenv.cfg").write_text("home = /usr/bin\nversion = 3.9.2\n", "utf-8")
    assert not dev.venv_is_ours()


def test_a_lock_loses_whatever_names_a_host() -> None:
    raw = "# by uv\n--index-url https://example.invalid/simple\nthing==1 \\\n    --hash=sha256:00\n"
    assert dev.hostless(raw) == "thing==1 \\\n    --hash=sha256:00\n"


def test_every_check_runs_even_if_one_fails(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(dev, "set_up", lambda lock: None)
    asked: list[list[str]] = []

    def fake(command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        asked.append(command)
        return subprocess.CompletedProcess(command, int("mypy" in command))

    monkeypatch.setattr("subprocess.run", fake)
    assert dev.test(["-k", "verdict"]) == 1
    assert len(asked) == len(dev.CHECKS)
    assert asked[-1][-2:] == ["-k", "verdict"]
    assert "FAILED (exit 1)" in capsys.readouterr().out


def test_the_second_start_takes_no_time(root: Path) -> None:
    """Nothing but the standard library is imported, and not much of it."""
    command = [sys.executable, "-c", "import sys, dev; print(*sys.modules)"]
    loaded = subprocess.run(command, cwd=root, capture_output=True, text=True, check=True).stdout.split()
    assert not {"asyncio", "urllib.request", "email", "venv", "ensurepip"} & set(loaded)
