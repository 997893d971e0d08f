"""Imports run one way, and importing costs little and does nothing."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

import formalmath

ROOT = Path(formalmath.__file__).parent.parent
COMPOSER = Path("formalmath/cli.py")
"""The one module of formalmath that may know search and training, inside its functions."""

BELOW = {"formalmath": set(), "search": {"formalmath"}, "training": {"formalmath", "search"}}
PACKAGES = frozenset(BELOW)


def modules(package: str) -> list[Path]:
    return sorted(path.relative_to(ROOT) for path in (ROOT / package).rglob("*.py"))


def imported(path: Path) -> Iterator[tuple[str, bool]]:
    """The packages of ours that a module imports, each with whether that is at its top level."""
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    lazy = {
        inner
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        for inner in ast.walk(node)
    }
    for node in ast.walk(tree):
        names: list[str] = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute"
            names = [node.module or ""]
        for name in names:
            yield name.split(".")[0], node not in lazy


def for_types_only(path: Path) -> set[str]:
    """The packages that a module imports under `if TYPE_CHECKING`."""
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    return {
        (inner.module or "").split(".")[0]
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
        for inner in ast.walk(node)
        if isinstance(inner, ast.ImportFrom)
    }


@pytest.mark.parametrize("package", sorted(PACKAGES))
def test_imports_run_one_way(package: str) -> None:
    assert modules(package)
    for path in modules(package):
        if path == COMPOSER:
            continue
        ours = {name for name, _ in imported(path)} & PACKAGES
        assert ours <= BELOW[package] | {package}, path


def test_the_command_line_composes_lazily() -> None:
    at_top = {name for name, top in imported(COMPOSER) if top} & PACKAGES
    assert at_top - for_types_only(COMPOSER) <= {"formalmath"}
    assert "search" in {name for name, top in imported(COMPOSER) if not top}


def test_nothing_of_the_toolkit_imports_its_tests() -> None:
    for package in PACKAGES:
        for path in modules(package):
            assert "tests" not in {name for name, _ in imported(path)}, path


PROBE = """
import json, os, sys, threading
before = set(sys.modules), set(os.listdir(".")), dict(os.environ), threading.active_count()
import NAME
after = set(sys.modules), set(os.listdir(".")), dict(os.environ), threading.active_count()
print(json.dumps({"modules": sorted(after[0]), "quiet": before[1:] == after[1:]}))
"""


def probe(name: str, folder: Path) -> tuple[set[str], bool]:
    run = subprocess.run(
        [sys.executable, "-c", PROBE.replace("NAME", name)],
        cwd=folder,
        env={"PATH": "", "PYTHONPATH": str(ROOT), "HOME": str(folder)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stderr == ""
    assert run.stdout.count("\n") == 1, "an import prints nothing"
    answer = json.loads(run.stdout)
    return set(answer["modules"]), answer["quiet"]


HEAVY = {"torch", "transformers", "lean_dojo", "networkx", "httpx", "ray", "search", "training"}


@pytest.mark.parametrize("name", ["formalmath", "formalmath.cli", "formalmath.lean.toolchain"])
def test_an_import_is_light_and_does_nothing(name: str, tmp_path: Path) -> None:
    start = time.monotonic()
    loaded, quiet = probe(name, tmp_path)
    assert time.monotonic() - start < 20
    assert not {module.split(".")[0] for module in loaded} & HEAVY
    assert quiet, "no file, no variable, no thread"


@pytest.mark.parametrize("package", sorted(PACKAGES))
def test_every_module_says_what_it_is_for_in_a_docstring(package: str) -> None:
    for path in modules(package):
        tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
        assert not tree.body or ast.get_docstring(tree), path


@pytest.mark.parametrize("package", sorted(PACKAGES))
def test_no_module_is_longer_than_four_hundred_lines(package: str) -> None:
    for path in modules(package):
        assert (ROOT / path).read_text(encoding="utf-8").count("\n") <= 400, path
