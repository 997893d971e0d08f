"""Goals of proofs as statements: which are stated, how, and that Lean reads them so."""

from __future__ import annotations

import asyncio

from formalmath.lean.embedded_toolchain import EmbeddedToolchain
from formalmath.lean.goals import parse_goals
from formalmath.lean.theorem import Theorem
from formalmath.lean.trace import Step, Trace
from search.subgoals import stated, subgoal_theorems, subgoals

PREFIX = "import Mathlib\nopen Nat\n"


def statement(goal: str) -> str | None:
    found = stated(parse_goals(goal)[0], PREFIX, "my.lean")
    return found.theorem.statement.partition(" ")[2].partition(" ")[2] if found else None


def test_hypotheses_become_binders() -> None:
    assert statement("case a\nx y : ℕ\nh : x <\n    y\n⊢ x ≤\n  y") == (
        "(x : ℕ) (y : ℕ) (h : x < y) : x ≤ y"
    )
    assert statement("⊢ 1 = 1") == ": 1 = 1"


def test_names_that_no_text_can_write_are_replaced() -> None:
    goal = "α : Type\ninst✝ : Inhabited α\nh_1 : α = α\nh✝¹ h✝ : α = ℕ\n⊢ h✝ = h✝¹"
    assert statement(goal) == (
        "(α : Type) [inst_1 : Inhabited α] (h_1 : α = α) (h_2 : α = ℕ) (h_3 : α = ℕ) : h_3 = h_2"
    )


def test_goals_that_no_statement_says_are_left_out() -> None:
    assert statement("x : ℕ := 3\n⊢ x = 3") is None
    assert statement("x : ℕ\n⊢ x = ?m") is None
    assert statement("x : ℕ\nx : ℤ\n⊢ x = x") is None


def trace(*states: str) -> Trace:
    steps = tuple(Step(state, "tactic", "") for state in states)
    return Trace("t", PREFIX, "theorem t : True", "my.lean", steps)


def test_each_goal_is_stated_once_and_a_theorem_never_again() -> None:
    first, second = (
        trace("⊢ 1 = 1", "n : ℕ\n⊢ n = n"),
        trace("m : ℕ\n⊢ m = m", "⊢ 1 = 1", "⊢ 2 = 2"),
    )
    found = [each.theorem.statement.partition(" : ")[2] for each in subgoals([first, second])]
    assert found == ["ℕ) : n = n", "2 = 2"]


def test_lean_reads_them_as_the_goals(toolchain: EmbeddedToolchain) -> None:
    goals = [
        "⊢ True",
        "case succ\nn : ℕ\nih✝ : 0 + n = n\n⊢ 0 + (n + 1) = n + 1",
        "x : ℝ\nh : 0 < x\n⊢ ∃ y, y * y = x",
        "s : Finset ℕ\n⊢ ∑ i ∈ s, i = ∑ i ∈ s, (i + 0)",
        "n : ℕ\n⊢ n = not_a_name",
        "n : ℕ\n⊢ n + 1 = n.succ",
        "x : ℕ\n⊢ (x : ℤ) = x",  # Lean prints it otherwise
    ]

    async def run() -> list[Theorem]:
        lean = toolchain.elaborator()
        try:
            return await subgoal_theorems([trace(*goals)], lean)
        finally:
            await lean.close()

    found = asyncio.run(run())
    assert [each.statement.split(" ", 2)[2] for each in found] == [
        "(n : ℕ) (ih_1 : 0 + n = n) : 0 + (n + 1) = n + 1",
        "(x : ℝ) (h : 0 < x) : ∃ y, y * y = x",
        "(s : Finset ℕ) : ∑ i ∈ s, i = ∑ i ∈ s, (i + 0)",
        "(n : ℕ) : n + 1 = n.succ",
    ]
    assert len({each.name for each in found}) == 4
    assert found[0].prefix == PREFIX
    assert found[0].source == f"my.lean#{found[0].name}"
