"""The arithmetic tactics of the Mathlib layer prove what is true and nothing that is false."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from formalmath.lean.messages import Message, Severity

Run = Callable[[str], list[Message]]

TEXTS = Path(__file__).parent / "lean"
HEADER = "import Mathlib\nopen BigOperators Real Nat Topology Rat\n"


def test_the_tactics_prove_their_examples(lean_run: Run) -> None:
    messages = lean_run((TEXTS / "Arithmetic.lean").read_text(encoding="utf-8"))
    assert [m.text for m in messages if m.severity is Severity.ERROR or "sorry" in m.text] == []


@pytest.mark.parametrize(
    "goal",
    [
        "(a b : ℝ) : (a + b) ^ 2 = a ^ 2 + b ^ 2 := by ring",
        "(a b : ℝ) : a / b * b = a := by ring",
        "(a b : ℝ) : (a + b) / (a + b) = 1 := by field",
        "(a b : ℤ) : 2 * a / 2 = a := by ring",
        "(a b : ℕ) : a - b + b = a := by ring",
        "(a b : ℝ) (h : a = b) : a = b + 1 := by linear_combination h",
        "(a b : ℝ) (h : a ≤ b) : a < b := by linear_combination h",
        "(a b : ℝ) (h : a ≤ b) : b ≤ a := by linear_combination (-1) * h",
        "(a b : ℝ) (h : a ≤ b) : b ≤ a := by linear_combination -h",
        "(a b c : ℝ) (h : a ≤ b) : c * a ≤ c * b := by linear_combination c * h",
        "(a b : ℝ) (h : a ≤ b) (h' : b ≤ 0) : a ≤ -1 := by linear_combination h + h'",
        "(a b c d : ℝ) (h : a ≤ b) (h' : c ≤ d) : a * c ≤ b * d := by linear_combination h * h'",
        "(a : ℝ) : 0 = 0 → (1 : ℝ) = 0 := by intro h; linear_combination a",
        "(a b : ℕ) (h : a ≤ b) : a < b := by linear_combination h",
        ": (1 : ℝ) / 0 = 1 := by norm_num",
        ": (2 : ℝ) / 3 = 1 / 2 := by norm_num",
        ": (0.3 : ℝ) < 0.25 := by norm_num",
        "(x : ℝ) (h : x = 6 / 4) : x = 1 / 2 := by norm_num [h]",
        "(a b : ℝ) (h : 3 / a ≤ b) : 3 ≤ a * b := by field_simp at h; linear_combination h",
        "(a b : ℝ) : 0 < a ^ 2 + b ^ 2 := by positivity",
        "(a b : ℝ) (h : 0 ≤ a) : 0 < a * b := by positivity",
        "(a : ℝ) : a ≠ 0 := by positivity",
    ],
)
def test_nothing_false_is_proved(lean_run: Run, goal: str) -> None:
    messages = lean_run(f"{HEADER}example {goal}\n")
    assert any(m.is_error for m in messages)


@pytest.mark.parametrize(
    ("goal", "words"),
    [
        ("(a b : ℝ) : a = b := by ring", "different normal forms"),
        ("(a b : ℝ) (h : a ≤ b) : a < b := by linear_combination h", "does not prove the goal"),
        ("(a : ℝ) : 0 < a := by positivity", "does not follow"),
    ],
)
def test_a_failure_says_what_failed(lean_run: Run, goal: str, words: str) -> None:
    messages = lean_run(f"{HEADER}example {goal}\n")
    assert any(words in m.text for m in messages if m.is_error)


@pytest.mark.parametrize(
    "goal",
    [
        "(a b : ℝ) : (a + b) ^ 2 = a ^ 2 + 2 * a * b + b ^ 2 := by ring",
        "(a b : ℝ) : 2 * a * b ≤ a ^ 2 + b ^ 2 := by linear_combination sq_nonneg (a - b)",
        ": (1 : ℝ) / 2 < 2 / 3 := by norm_num",
    ],
)
def test_proofs_rest_on_the_three_axioms(lean_run: Run, goal: str) -> None:
    messages = lean_run(f"{HEADER}theorem t {goal}\n#print axioms t\n")
    assert [m.text for m in messages if m.is_error] == []
    listed = re.search(r"axioms: \[(.*)\]", messages[-1].text, re.DOTALL)
    assert listed is not None
    used = {name.strip() for name in listed[1].split(",")}
    assert used <= {"propext", "Classical.choice", "Quot.sound"}
