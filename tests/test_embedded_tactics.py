"""Every built-in tactic that the core promises works on an honest example, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from formalmath.lean.messages import Message, Severity

Run = Callable[[str], list[Message]]

TEXTS = Path(__file__).parent / "lean"


def test_every_tactic_proves_its_examples(lean_run: Run) -> None:
    messages = lean_run((TEXTS / "Tactics.lean").read_text(encoding="utf-8"))
    assert [m.text for m in messages if m.severity is not Severity.INFORMATION] == []


@pytest.mark.parametrize("tactic", ["linarith", "nlinarith", "positivity"])
def test_no_tactic_of_mathlib_is_faked(lean_run: Run, tactic: str) -> None:
    messages = lean_run(f"example (a b : Nat) (h : a < b) : a ≤ b := by {tactic}\n")
    assert any("unknown tactic" in m.text for m in messages if m.is_error)


def test_exact_search_finds_a_library_lemma(lean_run: Run) -> None:
    messages = lean_run("example (a b c : Nat) : a * (b + c) = a * b + a * c := by exact?\n")
    assert [m.text for m in messages if m.is_error] == []
    assert any("Nat.mul_add" in m.text or "Nat.left_distrib" in m.text for m in messages)
