"""The house rules that no tool knows: read from the sources, one test a rule."""

import ast
import re
import subprocess
import tokenize
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
MODULES = sorted((ROOT / "cortitrack").rglob("*.py"))
SOURCES = [
    *MODULES,
    *sorted((ROOT / "tests").rglob("*.py")),
    *sorted((ROOT / "bench").rglob("*.py")),
    ROOT / "dev.py",
]

LONGEST_FILE = 400
LONGEST_FUNCTION = 40
NAMELESS = {"utils", "util", "helpers", "helper", "common", "misc", "base", "manager"}

# Imports inside functions cost clarity; these earn it in start-up time (what stands in the house's table,
# and the rooms of our own that bring it in).
HEAVY = {
    "importlib",
    "matplotlib",
    "numpy",
    "reportlab",
    "uharfbuzz",
    "bidi",
    "PySide6",
    "cortitrack.app",
    "cortitrack.ui",
    "cortitrack.charts",
    "cortitrack.documents",
    "cortitrack.exchange",
    "cortitrack.services",
    "cortitrack.verbs",
}
READS_CLOCK = {"cortitrack/app.py", "cortitrack/cli.py", "cortitrack/__main__.py"}
MAY_PRINT = {"cortitrack/cli.py", "cortitrack/__main__.py"}

# Words that give away the machine something was written on; cut in two so that this file passes itself.
MACHINE = re.compile(
    "|".join(["/wo" + "rk/", "/ro" + "ot/", "/ho" + r"me/\w", "/Us" + r"ers/\w", r"\bC:" + r"\\\\?Users"])
)
REGISTRY = re.compile("|".join(["pypi\\." + "org", "python" + "hosted", "registry\\." + "npmjs", "deb\\." + "debian"]))


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"), str(path))


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines of a function from `def`, without its docstring."""
    lines = (function.end_lineno or function.lineno) - function.lineno + 1
    if ast.get_docstring(function) is not None:
        text = function.body[0]
        lines -= (text.end_lineno or text.lineno) - text.lineno + 1
    return lines


def imported(node: ast.AST) -> list[str]:
    """The modules this statement imports, `from a import b` as `a.b`."""
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom):
        return [f"{node.module}.{alias.name}" for alias in node.names]
    return []


def is_heavy(module: str) -> bool:
    return any(module == heavy or module.startswith(heavy + ".") for heavy in HEAVY)


def every(path: Path, *forbidden: str) -> list[str]:
    """Where a dotted name such as `date.today` is used."""
    return [
        f"{name(path)}:{node.lineno}"
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Attribute) and ast.unparse(node).endswith(forbidden)
    ]


def tracked() -> list[Path]:
    """The text files that git tracks or would track."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    if listed.returncode:
        pytest.skip("not a git checkout")
    paths = [ROOT / part for part in listed.stdout.decode().split("\0") if part]
    return [path for path in paths if path.is_file() and b"\0" not in path.read_bytes()[:8192]]


def test_no_file_is_longer_than_the_cap() -> None:
    long = {
        name(path): count for path in SOURCES if (count := len(path.read_text("utf-8").splitlines())) > LONGEST_FILE
    }
    assert not long


def test_no_function_is_longer_than_the_cap() -> None:
    long = {
        f"{name(path)}:{function.lineno} {function.name}": length(function)
        for path in MODULES
        for function in functions(path)
        if length(function) > LONGEST_FUNCTION
    }
    assert not long


def test_every_room_has_a_name() -> None:
    assert not [name(path) for path in MODULES if NAMELESS & {path.stem, *path.relative_to(ROOT).parts}]


def test_init_files_are_empty() -> None:
    assert not [name(path) for path in MODULES if path.name == "__init__.py" and path.read_bytes()]


def test_every_folder_of_modules_is_a_package() -> None:
    folders = {path.parent for path in MODULES}
    assert not [name(folder) for folder in folders if not (folder / "__init__.py").exists()]


def test_every_file_opens_with_one_sentence() -> None:
    wrong = []
    for path in MODULES:
        if path.name == "__init__.py":
            continue
        first, _, rest = (ast.get_docstring(tree(path)) or "").partition("\n")
        if not first.endswith((".", "?", "!")) or rest.split("\n")[0].strip():
            wrong.append(name(path))
    assert not wrong, "the module docstring's first line is one whole sentence"


def test_nobody_imports_everything_or_hides_a_circle() -> None:
    wrong = [
        f"{name(path)}:{node.lineno} {module}"
        for path in SOURCES
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Import | ast.ImportFrom)
        for module in imported(node)
        if module.endswith((".*", ".TYPE_CHECKING", "matplotlib.pyplot")) or module.startswith("matplotlib.pyplot.")
    ]
    wrong += [where for path in SOURCES for where in every(path, "typing.TYPE_CHECKING")]
    assert not wrong


def test_only_heavy_modules_are_imported_inside_functions() -> None:
    wrong = {
        f"{name(path)}: {function.name}: {module}"
        for path in MODULES
        for function in functions(path)
        for node in ast.walk(function)
        for module in imported(node)
        if not is_heavy(module)
    }
    assert not wrong


def test_only_the_command_line_prints() -> None:
    wrong = [
        f"{name(path)}:{node.lineno}"
        for path in MODULES
        if name(path) not in MAY_PRINT
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
    ]
    assert not wrong


def test_only_the_top_floor_reads_the_clock() -> None:
    clock = (
        "date.today",
        "datetime.now",
        "datetime.utcnow",
        "datetime.today",
        "currentDate",
        "currentDateTime",
    )
    assert not [where for path in MODULES if name(path) not in READS_CLOCK for where in every(path, *clock)]


def test_every_silenced_check_says_which() -> None:
    bare = re.compile(r"#\s*(noqa(?!: ?[A-Z])|type:\s*ignore(?!\[))")
    wrong = []
    for path in SOURCES:
        with tokenize.open(path) as source:
            comments = [part for part in tokenize.generate_tokens(source.readline) if part.type == tokenize.COMMENT]
        wrong += [f"{name(path)}:{part.start[0]}" for part in comments if bare.search(part.string)]
    assert not wrong


def test_no_file_names_a_machine_or_a_registry() -> None:
    wrong = [
        f"{name(path)}:{number}"
        for path in tracked()
        for number, line in enumerate(path.read_text("utf-8", errors="replace").splitlines(), 1)
        if MACHINE.search(line) or REGISTRY.search(line)
    ]
    assert not wrong


def test_the_locks_name_no_host_and_hash_everything() -> None:
    for lock in sorted((ROOT / "requirements").glob("*.txt")):
        text = lock.read_text("utf-8")
        assert "://" not in text
        assert not re.search(r"^\s*(#|--(?!hash=))", text, re.MULTILINE)
        pinned = re.split(r"(?m)^(?=\S)", text)[1:]
        assert pinned
        assert all("--hash=sha256:" in entry for entry in pinned), lock.name


def test_settings_and_paths_know_no_room_above_domain() -> None:
    wrong = [
        f"{path.name}: {module}"
        for path in MODULES
        if name(path) in {"cortitrack/settings.py", "cortitrack/paths.py"}
        for node in ast.walk(tree(path))
        for module in imported(node)
        if module.startswith("cortitrack.") and not module.startswith(("cortitrack.domain.", "cortitrack.paths"))
    ]
    assert not wrong
