"""What Lean itself says of stated claims: the same as exact arithmetic, and no more."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from fractions import Fraction

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from formalmath.informal.checker import Checker
from formalmath.informal.claims import Statement
from formalmath.informal.judge import Goal, Judgement
from formalmath.informal.lean_judge import LeanJudge
from formalmath.informal.solution import Solution, Span
from formalmath.informal.terms import NoReading, Number, Relation, Term, value
from formalmath.informal.verdicts import SolutionVerdict
from formalmath.lean.embedded_toolchain import EmbeddedToolchain
from formalmath.verify.verifier import Verifier
from tests.informal_world import ExactJudge
from tests.test_informal_reading import terms

HERE = Span(0, 0)

SOLUTIONS = [
    "48 / 2 = 24, 48 + 24 = 73, 0.1 + 0.2 = 0.3, 7 - -7 * 4 = 35, -3^2 = -9, 2^-3 = 0.125",
    "20 / 3 = 6.67\n1/3 ≈ 0.33\n50% of 80 = 40\n3 + 4 ≥ 7\n3 + 4 < 7\n2 ≠ 3\n2 ≠ 2\n5 > 7\n5 <= 5",
    "Let A = 3/4 and B = 1 - A.\nA * B = 3/16\nA * B = 1/4\nB < A\nB >= A",
    "2x + 3 = 7\n2x = 4\nx = 3\n2x > 3\n2x < 3\n2x ≥ 4\n2x ≤ 3\n2x ≠ 5\n2x ≠ 4",
    "3x + 2y = 12 and x - y = 1\nx + 4y = 10\nx + 4y = 11\nx = 14/5\ny = 9/5\nx + y = 23/5",
    "Let a and b be numbers.\n(a + b)^2 = a^2 + 2ab + b^2\n(a + b)(a - b) = a^2 - b^2",
    "2^1000 > 10^300\n9^300 / 9^299 = 9\n(1/3)^100 < 1\n123456789 * 987654321 = 121932631112635269",
    "h + e = 5 and h - e = 1\nh = 3\nThen e = 2",
]


def judged(toolchain: EmbeddedToolchain, goals: Sequence[Goal]) -> list[Judgement]:
    async def run() -> list[Judgement]:
        async with Verifier(toolchain) as verifier:
            return list(await LeanJudge(verifier).judge(goals))

    return asyncio.run(run())


def test_lean_says_what_exact_arithmetic_says(toolchain: EmbeddedToolchain) -> None:
    solutions = [Solution.from_text(text) for text in SOLUTIONS]

    async def run() -> list[SolutionVerdict]:
        async with Verifier(toolchain) as verifier:
            return await Checker(LeanJudge(verifier)).check(solutions)

    by_lean = asyncio.run(run())
    by_arithmetic = asyncio.run(Checker(ExactJudge()).check(solutions))
    for lean, exact in zip(by_lean, by_arithmetic, strict=True):
        claims = [(c, e) for a, b in zip(lean.steps, exact.steps, strict=True)
                  for c, e in zip(a.claims, b.claims, strict=True)]  # fmt: skip
        assert claims
        for claim, expected in claims:
            said = claim.claim.span.of(lean.solution.text)
            assert (said, claim.status, claim.why) == (said, expected.status, expected.why)
            assert all(":= by" in proof.lean for proof in claim.proofs)


def test_terms_have_the_same_value_in_lean(toolchain: EmbeddedToolchain) -> None:
    found: list[Term] = []

    @settings(max_examples=60, phases=[Phase.generate], derandomize=True, database=None,
              suppress_health_check=list(HealthCheck))  # fmt: skip
    @given(terms(), st.just(None))
    def collect(term: Term, _: None) -> None:
        try:
            if value(term).denominator < 10**40:
                found.append(term)
        except NoReading:
            return

    collect()
    assert len(found) > 20
    goals = []
    for i, term in enumerate(found):
        number = value(term) + i % 2
        relation = Relation("=", term, Number(number, HERE))
        goals.append(Goal(Statement(relation, likely=i % 2 == 0), negated=i % 2 == 1))
    assert [j.why for j in judged(toolchain, goals) if not j.proved] == []


def test_a_goal_without_a_proof_costs_only_itself(toolchain: EmbeddedToolchain) -> None:
    def equal(left: int, right: int, negated: bool = False) -> Goal:
        sides = (Number(Fraction(each), HERE) for each in (left, right))
        return Goal(Statement(Relation("=", *sides)), negated)

    goals = [equal(1, 1), equal(1, 2), equal(3, 3), equal(3, 3, negated=True), equal(4, 4)]
    made = judged(toolchain, goals)
    assert [each.proved for each in made] == [True, False, True, False, True]
    assert made[0].lean == "theorem c0 : (1 : ℚ) = 1 := by\n  decide +kernel"
    assert made[1].lean == ""
    assert made[1].why.startswith("Lean has no proof")


@pytest.mark.parametrize("count", [1, 100])
def test_any_number_of_goals(toolchain: EmbeddedToolchain, count: int) -> None:
    numbers = [Number(Fraction(n), HERE) for n in range(count)]
    goals = [Goal(Statement(Relation("=", each, each))) for each in numbers]
    assert all(each.proved for each in judged(toolchain, goals))
