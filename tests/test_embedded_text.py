"""The embedded core's own text: no hidden assumption, one subject a file, and nothing else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

CORE = Path(__file__).parent.parent / "lean_project" / "embedded"
FILES = sorted([CORE / "Init.lean", *(CORE / "Init").rglob("*.lean")])
GENERATED = {"Syntax.lean", "Unexpand.lean"}
AXIOMS = {
    "lcErased",
    "lcAny",
    "lcVoid",
    "lcProof",
    "lcUnreachable",
    "Quot.lcInv",
    "sorryAx",
    "propext",
    "Quot.sound",
    "Classical.choice",
}


def code(path: Path) -> str:
    """The text without its comments (none of them is nested)."""
    text = path.read_text(encoding="utf-8")
    return re.sub(r"/-.*?-/|--[^\n]*", "", text, flags=re.DOTALL)


def test_the_axioms_are_leans_own() -> None:
    declared = [
        (bool(unsafe), name)
        for path in FILES
        for unsafe, name in re.findall(r"^(unsafe )?axiom (\S+)", code(path), re.MULTILINE)
    ]
    assert {name for _, name in declared} == AXIOMS
    assert len(declared) == len(AXIOMS)
    safe = {name for unsafe, name in declared if not unsafe}
    assert safe == {"sorryAx", "propext", "Quot.sound", "Classical.choice"}


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(CORE)))
def test_a_module_is_proved_short_and_described(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"\b(sorry|admit|native_decide)\b", code(path))
    assert "debug.skipKernelTC" not in text
    assert text.startswith("prelude\n")
    assert "/-!" in text
    lines = text.split("\n")
    assert len(lines) <= 400
    assert max(map(len, lines)) <= 120


def test_the_generated_modules_are_not_in_the_tree() -> None:
    assert not GENERATED & {path.name for path in (CORE / "Init").glob("*.lean")}
