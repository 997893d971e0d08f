"""Certificates before the real Lean: what is found here, the kernel accepts."""

from __future__ import annotations

import asyncio

import pytest
from lean_dojo import ProofFinished

from formalmath.lean.dojo import Dojo, TacticState
from formalmath.lean.embedded_toolchain import EmbeddedToolchain
from formalmath.lean.theorem import Theorem
from formalmath.limits import Limits
from search import SearchConfig, SearchOutcome, best_first
from search.certificates.policy import CLOSING, steps_of
from search.default import default_policy
from search.symbolic import Shape

STATEMENTS = [
    "(x y : ℝ) (h : x + y = 3) (k : x - y = 1) : x = 2",
    "(a b c : ℝ) : a * b + b * c + c * a ≤ a ^ 2 + b ^ 2 + c ^ 2",
    "(x : ℚ) (h : 0 < x) (k : x < 1) : x * x < x",
    "(z : ℂ) (h : z ≠ 0) (k : 2 / z = 5) : z = 2 / 5",
    "(z : ℂ) : (z + Complex.I) * (z - Complex.I) = z ^ 2 + 1",
    "(x : ℝ) : |x - 1| + |x + 1| ≥ 2",
    "(x : ℝ) (h : Real.sqrt (x + 1) = 3) : x = 8",
    "(x : ℝ) (h : x ≠ -3) (k : (x - 1) / (x + 3) = 2) : x = -7",
    "(x : ℝ) (h : 0 < x) : 2 ≤ x + 1 / x",
    "(x : ℤ) (h : x * x = 3 * x) (k : 2 < x) : x = 3",
    "(x y : ℝ) (h : x ^ 2 + y ^ 2 = 0) : x = 0",
    "(x y : ℝ) (h : x ≠ 0) (k : x * y = x * 3) : y = 3",
    "(x y : ℝ) (h : x ^ 3 + y ^ 2 = 7) (k : x ^ 3 - y ^ 2 = 1) : x = 5 ∨ x ^ 3 = 4",
    "(x : ℝ) (h : x ≠ 3) (k : 2 * x = 6) : False",
    "(n : ℕ) (h : (n : ℝ) + 4 / 100 * n = 598) : n = 575",
    "(x : ℝ) (h : (⌊x⌋ : ℝ) = 2) : x < 3",
]
SEARCHED = [
    "(a b c : ℝ) (h : 0 < a) (k : 0 < b) (l : 0 < c) :"
    " 3 / 2 ≤ a / (b + c) + b / (c + a) + c / (a + b)",
    "(x : ℝ) (h : x ^ 2 - 5 * x + 6 = 0) (k : 5 / 2 < x) : x = 3",
    "(f : ℝ → ℝ) (h : ∀ x, f x = 2 * x + 1) : f (f 2) = 11",
    "(a : ℕ → ℝ) (h : ∀ n, a (n + 1) = 2 * a n) (k : a 0 = 1) : a 3 = 8",
    "(x y : ℝ) (h : x + y = 7) (k : x * y = 10) (l : x < y) : x = 2 ∧ y = 5",
    "(x : ℝ) : |x| = 2 → x = 2 ∨ x = -2",
]
FALSE = ["(x : ℝ) (h : 0 ≤ x) : x ≤ x ^ 2", "(x y : ℝ) (h : x * y = 0) : x = 0"]


def theorem(statement: str) -> Theorem:
    return Theorem("t", "import Mathlib\n", f"theorem t {statement}")


def test_the_kernel_accepts_what_is_found(toolchain: EmbeddedToolchain):
    async def tried() -> dict[str, object]:
        lean = toolchain.elaborator()
        ends: dict[str, object] = {}
        try:
            for statement in STATEMENTS:
                async with Dojo(theorem(statement), lean, Limits(heartbeats=200_000)) as (dojo, s):
                    ends[statement] = await dojo.run_tac(s, proof_of(s))
        finally:
            await lean.close()
        return ends

    for statement, end in asyncio.run(tried()).items():
        assert isinstance(end, ProofFinished), (statement, end)


def proof_of(state: TacticState) -> str:
    """The proof of the first goal that certificates give."""
    found = steps_of(Shape(state.goals[0]), 20.0)
    return next(tactic for tactic, weight in found if weight == CLOSING)


async def searched(toolchain: EmbeddedToolchain, statement: str, seconds: float) -> SearchOutcome:
    lean = toolchain.elaborator()
    try:
        async with Dojo(theorem(statement), lean) as (dojo, state):
            config = SearchConfig(wall_seconds=seconds)
            return (await best_first(state, dojo, default_policy(toolchain), config)).outcome
    finally:
        await lean.close()


@pytest.mark.parametrize("statement", SEARCHED)
def test_the_search_goes_on_to_certificates(toolchain: EmbeddedToolchain, statement: str):
    assert asyncio.run(searched(toolchain, statement, 90.0)) is SearchOutcome.PROVED


@pytest.mark.parametrize("statement", FALSE)
def test_what_is_false_is_not_proved(toolchain: EmbeddedToolchain, statement: str):
    assert asyncio.run(searched(toolchain, statement, 8.0)) is not SearchOutcome.PROVED
