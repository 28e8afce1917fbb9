"""Sets up all that CortiTrack needs and runs it, or tests it, from a bare Python 3.11 and git.

    python3 dev.py run [ARGS]     run the program (ARGS are the program's own)
    python3 dev.py test [ARGS]    every check and every test (ARGS go to pytest)
    python3 dev.py bench [ARGS]   measure what is measured
    python3 dev.py lock [ARGS]    choose the dependencies' versions anew (ARGS go to uv, e.g. --upgrade)

Standard library only. Packages live in .venv beside this file; a stamp there says that set-up is done.
"""

from __future__ import annotations

import ctypes
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
LOCKS = ROOT / "requirements"
TOUR = ROOT / "tour-output"
LINUX = sys.platform.startswith("linux")

# What Qt loads from the system, and the Debian package that has it, by kind of display.
ALWAYS = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libxkbcommon.so.0": "libxkbcommon0",
}
LIBRARIES = {
    "headless": ALWAYS,
    "x11": {
        **ALWAYS,
        "libxcb-cursor.so.0": "libxcb-cursor0",
        "libxcb-icccm.so.4": "libxcb-icccm4",
        "libxcb-keysyms.so.1": "libxcb-keysyms1",
        "libxcb-shape.so.0": "libxcb-shape0",
        "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    },
    "wayland": {
        **ALWAYS,
        "libwayland-client.so.0": "libwayland-client0",
        "libwayland-cursor.so.0": "libwayland-cursor0",
        "libwayland-egl.so.1": "libwayland-egl1",
    },
}
FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts")

# The checks, in the order in which they run; pytest comes last.
CHECKS: dict[str, list[str]] = {
    "ruff check": ["-m", "ruff", "check", "."],
    "ruff format": ["-m", "ruff", "format", "--check", "."],
    "mypy": ["-m", "mypy"],
    "import floors": ["-c", "from importlinter.cli import lint_imports_command as c; c()", "--no-logo"],
    "pytest": ["-m", "pytest", "-n", "auto"],
}


def say(words: str) -> None:
    """Tell the person; stdout belongs to the program that is run."""
    print(words, file=sys.stderr, flush=True)


def venv_python() -> Path:
    """The interpreter of the environment in the checkout."""
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def display_kind(env: Mapping[str, str] = os.environ) -> str:
    """Which display Qt will find."""
    if env.get("DISPLAY"):
        return "x11"
    return "wayland" if env.get("WAYLAND_DISPLAY") else "headless"


# --- what the system must have ----------------------------------------------------------------


def loads(library: str) -> bool:
    """Whether the system's loader finds this library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def has_fonts(folders: Iterable[str] = FONT_FOLDERS) -> bool:
    """Whether any font is there: without one every letter is a box."""
    kinds = {".ttf", ".otf", ".ttc", ".pfb"}
    return any(file.suffix in kinds for folder in folders for file in Path(folder).expanduser().rglob("*"))


def can_make_venv() -> bool:
    """Debian ships Python without the module that puts pip into an environment."""
    return bool(importlib.util.find_spec("venv") and importlib.util.find_spec("ensurepip"))


def missing_packages(kind: str, found: Callable[[str], bool] = loads) -> list[str]:
    """The Debian packages this machine still lacks for a display of this kind."""
    missing = [package for library, package in LIBRARIES[kind].items() if not found(library)]
    if not has_fonts():
        missing.append("fonts-dejavu-core")
    if not venv_python().exists() and not can_make_venv():
        missing.append(f"python3.{sys.version_info.minor}-venv")
    return missing


def apt_commands(packages: Sequence[str], as_root: bool) -> list[list[str]]:
    """The two commands that install these packages."""
    apt = [*([] if as_root else ["sudo"]), "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    wait = ["-o", "DPkg::Lock::Timeout=300", "-o", "Dpkg::Use-Pty=0"]
    return [[*apt, *wait, "update"], [*apt, *wait, "install", "-y", "--no-install-recommends", *packages]]


def by_hand(packages: Sequence[str]) -> str:
    """The same in the words a person would type."""
    return "sudo apt-get update && sudo apt-get install --no-install-recommends " + " ".join(packages)


def may_install(packages: Sequence[str]) -> bool:
    """Root may; a person at a terminal is asked; anyone else needs a sudo that asks nothing."""
    if os.geteuid() == 0:
        return True
    if shutil.which("sudo") is None:
        return False
    if sys.stdin.isatty() and sys.stderr.isatty():
        say("This runs: " + by_hand(packages))
        print("Install them now? [Y/n] ", end="", file=sys.stderr, flush=True)
        return sys.stdin.readline().strip().lower() in ("", "y", "yes")
    return subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False).returncode == 0


def install_system_packages(packages: Sequence[str]) -> None:
    """Say what is missing, then have apt install it."""
    say("This machine lacks Debian packages that CortiTrack needs: " + " ".join(packages))
    if shutil.which("apt-get") is None:
        say("There is no apt-get here: please install what corresponds to them. Going on without.")
        return
    if not may_install(packages):
        raise SystemExit("Please install them first: " + by_hand(packages))
    say("Installing them with apt-get.")
    update, install = apt_commands(packages, as_root=os.geteuid() == 0)
    subprocess.run(update, stdout=sys.stderr, check=False)
    if subprocess.run(install, stdout=sys.stderr, check=False).returncode:
        raise SystemExit("apt-get did not succeed. By hand: " + by_hand(packages))


def ensure_system() -> None:
    """On Linux: the libraries, a font and Python's venv module."""
    kind = display_kind()
    stamp = VENV / f"stamp-system-{kind}"
    key = digest(repr(sorted(LIBRARIES[kind])).encode())
    if stamped(stamp, key):
        return
    if missing := missing_packages(kind):
        install_system_packages(missing)
        importlib.invalidate_caches()
    ensure_venv()
    stamp.write_text(key, "utf-8")


# --- what Python must have --------------------------------------------------------------------


def digest(*parts: bytes) -> str:
    """One short name for this state of things, this Python and this place."""
    place = f"{sys.version_info[:2]} {ROOT}".encode()
    return hashlib.sha256(b"\0".join([place, *parts])).hexdigest()


def stamped(stamp: Path, key: str) -> bool:
    """Whether set-up of this very state was done before."""
    return stamp.exists() and stamp.read_text("utf-8") == key and venv_python().exists()


def venv_is_ours() -> bool:
    """Whether .venv is there and made by the same minor version of Python."""
    config = VENV / "pyvenv.cfg"
    if not (config.exists() and venv_python().exists()):
        return False
    settings = dict(line.split(" = ", 1) for line in config.read_text("utf-8").splitlines() if " = " in line)
    return settings.get("version", "").split(".")[:2] == [str(part) for part in sys.version_info[:2]]


def ensure_venv() -> None:
    """Make .venv, or make it anew if another Python made it."""
    if venv_is_ours():
        return
    say(f"Making the environment for Python {sys.version.split()[0]} in {VENV}.")
    made = subprocess.run([sys.executable, "-m", "venv", "--clear", str(VENV)], stdout=sys.stderr, check=False)
    if made.returncode:
        shutil.rmtree(VENV, ignore_errors=True)
        raise SystemExit("This Python cannot make an environment (venv and ensurepip are needed).")


def pip(*arguments: str) -> None:
    """Install into the environment; pip's own configuration and variables are respected."""
    command = [str(venv_python()), "-m", "pip", "install", "-q", "--no-input", "--disable-pip-version-check"]
    if subprocess.run([*command, *arguments], stdout=sys.stderr, check=False).returncode:
        raise SystemExit("pip did not succeed; nothing else was changed. Its message stands above.")


def put_checkout_on_path() -> None:
    """Let the environment import the package from the checkout: no build, no install."""
    ask = "import sysconfig; print(sysconfig.get_path('purelib'))"
    site = subprocess.run([str(venv_python()), "-c", ask], capture_output=True, text=True, check=True).stdout
    (Path(site.strip()) / "cortitrack-checkout.pth").write_text(f"{ROOT}\n", "utf-8")


def ensure_packages(lock: str) -> None:
    """Install the locked packages, each checked against its hash."""
    for name in ("run", "test", "bench")[("run", "test", "bench").index(lock) :]:
        if stamped(VENV / f"stamp-packages-{name}", digest((LOCKS / f"{name}.txt").read_bytes())):
            return  # a later lock holds all of the earlier ones
    file = LOCKS / f"{lock}.txt"
    count = sum("==" in line for line in file.read_text("utf-8").splitlines())
    say(f"Installing about {count} Python packages into {VENV} (the first time takes a minute).")
    ensure_venv()
    for stamp in VENV.glob("stamp-packages-*"):
        stamp.unlink()
    pip("--require-hashes", "-r", str(file))
    put_checkout_on_path()
    (VENV / f"stamp-packages-{lock}").write_text(digest(file.read_bytes()), "utf-8")


def set_up(lock: str) -> None:
    """All that is missing, and nothing when nothing is."""
    if LINUX:
        ensure_system()
    ensure_packages(lock)


# --- the commands -----------------------------------------------------------------------------


def environment() -> dict[str, str]:
    """The caller's environment; where there is no display, Qt paints into memory."""
    env = dict(os.environ)
    if LINUX and display_kind() == "headless":
        env.setdefault("QT_QPA_PLATFORM", "offscreen")
    return env


def run(arguments: list[str]) -> int:
    """Run the program; without a display and without arguments, take the tour."""
    set_up("run")
    if not arguments and LINUX and display_kind() == "headless" and "QT_QPA_PLATFORM" not in os.environ:
        say(f"There is no display here: taking the tour instead, pictures and papers go to {TOUR}.")
        arguments = ["tour", str(TOUR)]
    command = [str(venv_python()), "-m", "cortitrack", *arguments]
    if os.name == "nt":
        return subprocess.run(command, check=False).returncode
    os.execve(command[0], command, environment())


def test(arguments: list[str]) -> int:
    """Run every check even if one fails, and sum up."""
    set_up("test")
    env = {**os.environ, "PYTHONUTF8": "1"}
    env.setdefault("QT_QPA_PLATFORM", "offscreen")
    results: dict[str, int] = {}
    for name, command in CHECKS.items():
        print(f"\n== {name}", flush=True)
        extra = arguments if name == "pytest" else []
        line = [str(venv_python()), *command, *extra]
        results[name] = subprocess.run(line, cwd=ROOT, env=env, check=False).returncode
    print()
    for name, code in results.items():
        print(f"{name:<16}{'ok' if code == 0 else f'FAILED (exit {code})'}", flush=True)
    return 1 if any(results.values()) else 0


def bench(arguments: list[str]) -> int:
    """Measure, against floors measured in the same run."""
    set_up("bench")
    command = [str(venv_python()), "-m", "bench", *arguments]
    return subprocess.run(command, cwd=ROOT, env=environment(), check=False).returncode


def hostless(lock: str) -> str:
    """A lock without comments, options and anything that names a host."""
    kept = [line for line in lock.splitlines() if not line.startswith(("#", "--")) and "://" not in line]
    return "\n".join(kept).strip() + "\n"


def lock(arguments: list[str]) -> int:
    """Resolve for all systems at once and write one hashed lock for each purpose."""
    ensure_venv()
    say("Installing uv into the environment: it can resolve for every system at once.")
    pip("uv")
    shape = ["--universal", "--python-version", "3.11", "--generate-hashes", "--no-header", "--no-annotate"]
    extras = {"bench": ["dev", "bench"], "test": ["dev"], "run": []}
    for name, wanted in extras.items():
        file = LOCKS / f"{name}.txt"
        command = [str(venv_python()), "-m", "uv", "pip", "compile", "-q", *shape, "pyproject.toml"]
        command += [part for extra in wanted for part in ("--extra", extra)]
        if name == "bench":
            command += arguments
        else:
            command += ["--constraint", str(LOCKS / "bench.txt")]
        if code := subprocess.run([*command, "-o", str(file)], cwd=ROOT, check=False).returncode:
            return code
        file.write_text(hostless(file.read_text("utf-8")), "utf-8")
        say(f"Wrote {file.relative_to(ROOT)}.")
    return 0


COMMANDS = {"run": run, "test": test, "bench": bench, "lock": lock}


def main(arguments: list[str]) -> int:
    """Choose the command."""
    if sys.version_info < (3, 11):  # noqa: UP036 -- whoever starts this file may have an older one
        raise SystemExit(f"CortiTrack needs Python 3.11 or later; this is {sys.version.split()[0]}.")
    if not arguments or arguments[0] not in COMMANDS:
        print(__doc__)
        return 0 if arguments[:1] in ([], ["-h"], ["--help"]) else 2
    try:
        return COMMANDS[arguments[0]](arguments[1:])
    except KeyboardInterrupt:
        say("Stopped.")
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
