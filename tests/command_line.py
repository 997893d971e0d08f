"""Runs `formalmath` as a person would, and small Lean files to run it on; nothing else."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

COMMAND = (sys.executable, "-m", "formalmath.cli")

EASY = """\
import Mathlib

theorem easy_add (n : ℕ) : n + 0 = n := by sorry

theorem easy_mul : (3 : ℕ) * 4 = 12 := by sorry
"""
"""Two theorems that take a second."""

LONG = """
theorem long_cube (n : ℕ) (h : n > 2) :
    ∃ p, n < p ∧ p * p * p = 2 * n + 5 * n ^ 9 + p := by sorry

theorem long_sum (a b c : ℕ) (h : a ^ 3 + b ^ 3 = c ^ 3) : a * b * c = 0 := by sorry
"""
"""Two theorems that use up any budget."""


@dataclass(frozen=True)
class Ran:
    """What came of a command: its exit code, and what it printed."""

    code: int
    out: str
    err: str

    @property
    def line(self) -> str:
        """All of standard error as one line."""
        return " ".join(self.err.split())


Cli = Callable[..., Ran]


def environment(**extra: str) -> dict[str, str]:
    """The test's environment, with the repository on Python's path."""
    root = str(Path(__file__).parents[1])
    return {**os.environ, "PYTHONPATH": root, **extra}


def run_command(
    *args: str, env: Mapping[str, str] | None = None, timeout_s: float = 120.0, **options: object
) -> Ran:
    """Run the command in a process of its own, its output piped."""
    done = subprocess.run(
        [*COMMAND, *args],
        env=environment(**(env or {})),
        capture_output=True,
        text=True,
        timeout=timeout_s,
        check=False,
        **options,  # type: ignore[call-overload]
    )
    return Ran(done.returncode, done.stdout, done.stderr)


def minif2f_copy(folder: Path) -> Path:
    """A small local copy of miniF2F: two theorems that can be proved, one that cannot be read."""
    files = {
        "Valid/v_add.lean": "theorem v_add (n : ℕ) : n + 0 = n := by sorry",
        "Valid/v_odd.lean": "theorem v_odd (x : NoSuchType) : x = x := by sorry",
        "Test/t_mul.lean": "theorem t_mul : (3 : ℕ) * 4 = 12 := by sorry",
        "Test/t_false.lean": "theorem t_false : (1 : ℕ) = 2 := by sorry",
    }
    for name, text in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"import Mathlib\n\nopen Nat\n\n{text}\n", encoding="utf-8")
    return folder


def row(table: str, label: str) -> list[int]:
    """The numbers of one row of a summary."""
    found = re.search(rf"^{re.escape(label)}((?:\s+\d+)+)\s*$", table, re.MULTILINE)
    assert found, f"no row {label!r} in:\n{table}"
    return [int(number) for number in found[1].split()]
