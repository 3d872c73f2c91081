"""The house stands: floors, fences, sizes and names, read from the syntax tree."""

import ast
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

FLOORS: tuple[frozenset[str], ...] = (
    frozenset({"errors"}),
    frozenset({"data"}),
    frozenset({"policy"}),
    frozenset({"principles", "workload", "rules", "terms", "files", "store"}),
    frozenset({"report"}),
    frozenset({"model", "verify", "synthetic"}),
    frozenset({"engine"}),
    frozenset({"charts"}),
    frozenset({"cli", "ui"}),
    frozenset({"app", "__main__"}),
)

FENCES: dict[str, frozenset[str]] = {
    "ortools": frozenset({"model"}),
    "streamlit": frozenset({"ui", "app"}),
    "pandas": frozenset({"files"}),
    "openpyxl": frozenset({"files"}),
    "docx": frozenset({"files"}),
    "pyarrow": frozenset({"files"}),
    "click": frozenset({"cli"}),
    "sqlalchemy": frozenset({"store"}),
    "altair": frozenset({"charts"}),
    "vl_convert": frozenset({"charts"}),
}

UNSEEN: dict[str, frozenset[str]] = {"engine": frozenset({"files", "store"})}
"""Rooms below that a room may not see all the same."""

FACE = "planner"
"""The package's own ``__init__``, which fetches public names from every room."""

OPEN = frozenset({"", "__version__", "__file__"})
"""What every room may read of the face."""

FILE_LINES = 250
FUNCTION_LINES = 50
LONGER_FILES = {"planner/data/plan.py": "one page of records that are read together"}
LONGER_FUNCTIONS: dict[str, str] = {}

BANNED_NAMES = frozenset({"utils", "util", "helpers", "helper", "common", "manager", "misc"})


def sources() -> list[Path]:
    """Every Python file of the product, the root door included."""
    return [*sorted((ROOT / "planner").rglob("*.py")), ROOT / "app.py"]


def room_of(path: str) -> str:
    """Give the room of a file named from the root: ``planner/rules/pin.py`` is in ``rules``."""
    parts = Path(path).with_suffix("").parts
    inside = parts[1:] if parts[0] == "planner" else parts
    return FACE if inside[0] == "__init__" else inside[0]


def imported(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Give line and dotted name of everything imported, in functions and by name too."""
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=names):
                yield from ((node.lineno, alias.name) for alias in names)
            case ast.ImportFrom(module=module, names=names, level=0) if module is not None:
                yield from ((node.lineno, f"{module}.{alias.name}") for alias in names)
            case ast.ImportFrom():
                yield node.lineno, "relative import"
            case ast.Call(args=[ast.Constant(value=str(name)), *_]) if _imports_by_name(node):
                yield node.lineno, name
            case ast.Attribute(value=ast.Name(id="planner"), attr=name):
                yield node.lineno, f"planner.{name}"
            case _:
                pass


def _imports_by_name(call: ast.Call) -> bool:
    called = call.func.attr if isinstance(call.func, ast.Attribute) else None
    called = call.func.id if isinstance(call.func, ast.Name) else called
    return called in ("import_module", "__import__", "find_spec", "run_module")


def floor(room: str) -> int:
    """Give the floor of a room, the ground floor being 0."""
    return next(number for number, rooms in enumerate(FLOORS) if room in rooms)


def breaches(path: str, source: str) -> list[str]:
    """Give every import in a file that the house does not allow."""
    return [
        f"{path}:{line}: {name}: {why}"
        for line, name in imported(ast.parse(source))
        if (why := _objection(room_of(path), name))
    ]


def _objection(room: str, name: str) -> str:
    package, _, rest = name.partition(".")
    if name == "relative import":
        return "imports are absolute"
    if package in FENCES:
        allowed = FENCES[package]
        return "" if room in allowed else f"only {', '.join(sorted(allowed))} may import it"
    return _upward(room, rest.partition(".")[0]) if package == "planner" else ""


def _upward(room: str, target: str) -> str:
    if target in OPEN or target == room or room == FACE:
        return ""
    if not any(target in rooms for rooms in FLOORS):
        return "is not a room of the house"
    if target in UNSEEN.get(room, ()):
        return f"{room} may not see {target}"
    return "" if floor(target) < floor(room) else "arrows only go down"


def too_long(path: str, source: str) -> list[str]:
    """Give the file, and every function in it, that is longer than it may be."""
    lines = len(source.splitlines())
    found = [path] if lines > FILE_LINES else []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            found += [f"{path}::{node.name}"] if length > FUNCTION_LINES else []
    return found


def unsorted_face(source: str) -> list[str]:
    """Give ``__all__`` where it is not sorted as ruff sorts it: CONSTANTS, Classes, functions."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Assign) and any(
            isinstance(target, ast.Name) and target.id == "__all__" for target in node.targets
        ):
            names = list(ast.literal_eval(node.value))
            return names if names != sorted(names, key=_sort_key) else []
    return []


def _sort_key(name: str) -> tuple[int, str]:
    if name.isupper():
        return 0, name
    return (1 if name[:1].isupper() else 2), name


def described(path: Path) -> tuple[str, str]:
    """Give a file's name from the root and its text."""
    return path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8")


def test_floors_and_fences() -> None:
    """No file imports upwards, across its floor, or through a fence."""
    assert [breach for path in sources() for breach in breaches(*described(path))] == []


def test_sizes() -> None:
    """Files and functions stay short; a longer one is listed here with its reason."""
    found = {name for path in sources() for name in too_long(*described(path))}
    assert found == LONGER_FILES.keys() | LONGER_FUNCTIONS.keys()


def test_every_module_says_what_it_is() -> None:
    """Every module opens with a docstring."""
    without = [
        name
        for name, source in map(described, sources())
        if not ast.get_docstring(ast.parse(source))
    ]
    assert without == []


def test_faces_are_sorted() -> None:
    """Every ``__all__`` is sorted."""
    assert [name for name, source in map(described, sources()) if unsorted_face(source)] == []


def test_names_are_domain_words() -> None:
    """No module is called for holding anything that fits nowhere else."""
    assert [path.name for path in sources() if path.stem in BANNED_NAMES] == []


def test_every_room_is_packed() -> None:
    """The list of packages in ``pyproject.toml`` has every room, and the scenarios."""
    listed = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["setuptools"]["packages"]
    rooms = {path.parent.relative_to(ROOT).as_posix().replace("/", ".") for path in sources()[:-1]}
    assert sorted(listed) == sorted(rooms | {"planner.scenarios"})


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("planner/rules/pin.py", "from ortools.sat.python import cp_model"),
        ("planner/rules/pin.py", "def f():\n    import ortools"),
        ("planner/rules/pin.py", "import importlib\nimportlib.import_module('ortools')"),
        ("planner/engine/allocate.py", "import streamlit as st"),
        ("planner/ui/board.py", "import pandas as pd"),
        ("planner/engine/allocate.py", "from planner.files import read_scenario"),
        ("planner/engine/allocate.py", "from planner import store"),
        ("planner/data/plan.py", "from planner.policy import default_policy"),
        ("planner/errors.py", "import planner.data.plan"),
        ("planner/rules/pin.py", "from planner.terms import TERMS"),
        ("planner/cli/solve.py", "from planner.ui import main"),
        ("planner/cli/solve.py", "from planner import allocate"),
        ("planner/rules/pin.py", "import planner\nplanner.allocate"),
        ("planner/cli/solve.py", "from . import options"),
        ("planner/model/search.py", "from planner.attic import x"),
        ("planner/files/export.py", "from sqlalchemy import select"),
        ("planner/data/score.py", "if TYPE_CHECKING:\n    from planner.engine import allocate"),
    ],
)
def test_a_crossed_fence_is_seen(path: str, source: str) -> None:
    """The reader of the house finds each kind of breach, and finds it once."""
    assert len(breaches(path, source)) == 1


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("planner/model/search.py", "from ortools.sat.python import cp_model"),
        ("planner/ui/board.py", "import streamlit as st"),
        ("planner/store/place.py", "from sqlalchemy import URL"),
        ("app.py", "from planner.ui.main import main"),
        ("planner/files/frames.py", "import pandas as pd"),
        ("planner/files/frames.py", "from planner.policy import default_policy"),
        ("planner/engine/allocate.py", "from planner import __version__"),
        ("planner/synthetic/shipped.py", "import planner\nplanner.__file__"),
        ("planner/engine/allocate.py", "from planner.engine.ends import outcome"),
        ("planner/__init__.py", "from planner.engine import allocate"),
        ("planner/cli/solve.py", "import json\nfrom planner.engine import allocate"),
    ],
)
def test_what_the_house_allows_passes(path: str, source: str) -> None:
    """What lies just inside each fence is not reported."""
    assert breaches(path, source) == []


@pytest.mark.parametrize(("lines", "found"), [(49, 0), (50, 0), (51, 1)])
def test_function_length_is_measured(lines: int, found: int) -> None:
    """A function may have fifty lines, its heading counted, and no more."""
    source = "\n".join(["def f():", *["    pass"] * (lines - 1)])
    assert len(too_long("planner/rules/pin.py", source)) == found


@pytest.mark.parametrize(("lines", "found"), [(249, 0), (250, 0), (251, 1)])
def test_file_length_is_measured(lines: int, found: int) -> None:
    """A file may have two hundred and fifty lines and no more."""
    assert len(too_long("planner/rules/pin.py", "pass\n" * lines)) == found


def test_an_unsorted_face_is_seen() -> None:
    """A list out of order is reported, a sorted one is not."""
    assert unsorted_face('__all__ = ["b", "Ab", "C_D"]') == ["b", "Ab", "C_D"]
    assert unsorted_face('__all__ = ["C_D", "Ab", "b"]') == []
