"""The layers of the house, walked in the import graph: a breach fails with the file and the import."""

import ast
import sys
from pathlib import Path

import pytest

from interactive.activities import KINDS
from tests.house.files import ROOT

PACKAGE = ROOT / "interactive"
PURE = ("kernel", "activities", "review", "record", "runtime")
MAY_USE = {
    "kernel": set(),
    "activities": {"kernel"},
    "review": {"kernel", "activities"},
    "record": {"kernel", "activities"},
    "runtime": {"kernel", "activities", "review", "record"},
    "labs": {"kernel"},
    "authoring": {"kernel", "activities", "review", "record"},
    "publishing": {"kernel", "activities", "review", "record", "authoring", "labs"},
}
FROM_OUTSIDE = {
    "review": {"fsrs"},
    "record": {"segno", "xlsxwriter"},
}  # the last two come to the pages that ask for them
IMPURE = {
    "os",
    "pathlib",
    "random",
    "time",
    "socket",
    "urllib",
    "http",
    "subprocess",
    "threading",
    "asyncio",
    "io",
    "tempfile",
    "uuid",
    "secrets",
}


def imports(path: Path) -> list[tuple[int, str]]:
    found = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            found.append((node.level, node.module or ""))
        elif isinstance(node, ast.Import):
            found += [(0, name.name) for name in node.names]
    return found


def modules(layer: str) -> list[Path]:
    return sorted((PACKAGE / layer).rglob("*.py"))


@pytest.mark.parametrize("layer", MAY_USE)
def test_a_layer_imports_only_what_lies_below_it(layer):
    for path in modules(layer):
        for level, name in imports(path):
            assert level == 0, f"{path}: relative import of {name}"
            parts = name.split(".")
            if parts[0] == "interactive" and len(parts) > 1:
                assert parts[1] == layer or parts[1] in MAY_USE[layer], f"{path}: {layer} may not import {name}"


@pytest.mark.parametrize("layer", PURE)
def test_pure_layers_use_the_standard_library_and_no_clock_file_network_or_chance(layer):
    for path in modules(layer):
        for _, name in imports(path):
            top = name.split(".")[0]
            if top == "interactive" or top in FROM_OUTSIDE.get(layer, set()):
                continue
            assert top in sys.stdlib_module_names, f"{path}: {name} is not in the browser"
            assert top not in IMPURE, f"{path}: a pure layer may not import {name}"
        text = path.read_text(encoding="utf-8")
        for call in (".now(", ".today(", "open(", "print(", "input(", "eval(", "exec("):
            assert f" {call}" not in text and f"datetime{call}" not in text, f"{path}: {call}"


def test_the_labs_need_nothing_that_the_browser_has_not():
    """They run what a reader writes, so `exec` and `io` are their trade; for all else they are as bare as the pure layers."""
    for path in modules("labs"):
        for _, name in imports(path):
            top = name.split(".")[0]
            assert top == "interactive" or top in sys.stdlib_module_names, f"{path}: {name} is not in the browser"
            assert top not in IMPURE - {"io"}, f"{path}: the labs may not import {name}"


def test_adding_a_kind_is_adding_a_folder_and_a_line():
    folders = {path.name for path in (PACKAGE / "activities").iterdir() if path.is_dir() and path.name != "__pycache__"}
    assert folders == set(KINDS)
    for name in folders:
        assert {"definition.py", "engine.py", "view.py"} <= {
            path.name for path in (PACKAGE / "activities" / name).glob("*.py")
        }


def test_modules_stay_small():
    lengths = sorted(len(path.read_text(encoding="utf-8").splitlines()) for path in PACKAGE.rglob("*.py"))
    assert lengths[len(lengths) // 2] <= 100 and lengths[-1] <= 300


def test_scripts_hold_no_domain_words():
    """JavaScript carries messages; what a card or a bin is, only Python knows."""
    for path in (PACKAGE / "web").glob("*.js"):
        code = "\n".join(line.split("//")[0] for line in path.read_text(encoding="utf-8").splitlines())
        for word in ("rationale", "misplaced", "credit", '"learn"', '"check"', "seed *"):
            assert word not in code, f"{path.name}: {word}"


def test_engines_have_at_least_as_many_lines_of_test_as_of_code():
    """Golden YAML cases count as tests; what only draws (view.py, cards.py, draw_*.py) is looked at in a browser as well."""

    def lines(*folders: Path, leave: tuple[str, ...] = ()) -> int:
        files = [
            path
            for folder in folders
            for path in [*folder.rglob("*.py"), *folder.rglob("*.yml")]
            if path.name not in leave and not path.name.startswith("draw_")
        ]
        return sum(len(path.read_text(encoding="utf-8").splitlines()) for path in files)

    tests = ROOT / "tests"
    assert lines(tests / "activities", tests / "golden") >= lines(PACKAGE / "activities", leave=("view.py", "cards.py"))
    assert lines(tests / "record") >= lines(PACKAGE / "record", leave=("view.py",))
