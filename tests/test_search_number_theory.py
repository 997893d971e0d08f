"""What the symbolic policy finds by computing: bounds, periods, values, lemmas of the library."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from formalmath.errors import ToolchainError
from formalmath.lean.dojo import TacticState
from formalmath.lean.embedded_toolchain import EmbeddedToolchain
from formalmath.lean.goals import parse_goals
from formalmath.limits import Limits
from search import SearchOutcome, SearchResult
from search.premises import Premises, load_premises, read_premises
from search.symbolic import Shape, SymbolicPolicy, parse_term
from search.symbolic.bounds import ranges
from search.symbolic.library import policy_for
from search.symbolic.polynomials import polynomial, shifted
from search.symbolic.residues import tail
from search.symbolic.sequences import sequences
from tests.real_lean import searched

FIBONACCI = (
    "a : ℕ → ℕ\nh₀ : a 0 = 0\nh₁ : a 1 = 1\nh₂ : ∀ (n : ℕ), a (n + 2) = a (n + 1) + a n\n"
    "⊢ a 300 % 5 = 0"
)


def shape(text: str) -> Shape:
    [goal] = parse_goals(text)
    return Shape(goal)


def proposed(text: str) -> list[str]:
    [found] = asyncio.run(SymbolicPolicy().candidates([TacticState(text, 0)], 200, 0))
    return [candidate.tactic for candidate in found]


@given(st.lists(st.integers(-9, 9), min_size=1, max_size=5), st.integers(0, 9), st.integers(-9, 9))
def test_a_shifted_polynomial_has_the_same_values(coefficients, by, at):
    def value(p: list[int], x: int) -> int:
        return sum(c * x**e for e, c in enumerate(p))

    assert value(shifted(coefficients, by), at) == value(coefficients, at + by)


def test_polynomials_are_multiplied_out_and_truncation_is_none():
    square = polynomial(parse_term("(x - 2) ^ 2 + 3 * x"), lambda _: False)
    assert square is not None
    assert square.coefficients("x") == [4, -1, 1]
    assert polynomial(parse_term("(x - 2) ^ 2"), lambda _: True) is None
    assert polynomial(parse_term("2 ^ x"), lambda _: False) is None


def test_a_variable_that_divides_a_number_has_its_divisors():
    found = ranges(shape("a b : ℕ\nh : a * b = 1001\n⊢ a + b = 3"))
    assert tuple(found["a"].values) == (1, 7, 11, 13, 77, 91, 143, 1001)


def test_a_sequence_is_read_and_computed():
    [fibonacci] = sequences(shape(FIBONACCI))
    assert fibonacci.values(8) == [0, 1, 1, 2, 3, 5, 8, 13]
    assert fibonacci.looks_back() == [1, 2]
    truncated = FIBONACCI.replace("a (n + 1) + a n", "a (n + 1) - a n")
    assert not list(sequences(shape(truncated)))


@pytest.mark.parametrize(
    ("base", "modulus", "expected"), [(2, 10, (1, 4)), (3, 7, (0, 6)), (6, 4, (2, 1))]
)
def test_powers_end_in_a_cycle(base, modulus, expected):
    assert tail(base, modulus) == expected


@pytest.mark.parametrize(
    ("goal", "line"),
    [
        ("n : ℤ\nh : n * (n + 2) = 99\n⊢ n = 3", "have hu_n : n < 10 := by"),
        (FIBONACCI, "have hv0 : a 300 % 5 = 0 := by"),
        ("n : ℕ\nh : 2 ≤ n\n⊢ Nat.choose (n - 1) 1 = n - 1", "obtain ⟨nm, rfl⟩ : ∃ m, n = m + 2"),
        ("n : ℕ\nh : 3 * n ∣ 12\nh' : n < 9\n⊢ n < 5", "have hs_n : n = 1 ∨ n = 2 ∨ n = 4 := by"),
        ("k : ℕ\nh : k = 7 ^ 99\n⊢ 3 ^ k % 10 = 7", "have hm_k : k % 20 = 3 := by"),
        (
            "x y : ℤ\nh : x ^ 2 * y ^ 2 + 3 * x ^ 2 - 2 * y ^ 2 = 20\n⊢ x ^ 2 * y ^ 2 = 16",
            "have hfac : (x ^ 2 - 2) ∣ 14 := by",
        ),
    ],
)
def test_a_goal_gets_the_step_that_computing_finds(goal, line):
    assert any(line in tactic for tactic in proposed(goal))


PROVABLE = [
    "(n : ℤ) (h : n * (n + 2) * (n + 4) = 105) : n = 3",
    "(a : ℕ → ℕ) (h₀ : a 0 = 0) (h₁ : a 1 = 1) (h₂ : ∀ n, a (n + 2) = a (n + 1) + a n) : "
    "a 300 % 5 = 0",
    "(f : ℤ → ℤ) (h₀ : ∀ n, 100 < n → f n = n - 10) "
    "(h₁ : ∀ n, n ≤ 100 → f n = f (f (n + 11))) : f 87 = 91",
    "(a b c : ℕ) (h : a * b * c = 105) (h' : 1 < a ∧ a < b ∧ b < c) : a + b + c = 15",
    "(a b : ℕ) (h₀ : 0 < a ∧ 0 < b) (h₁ : Nat.gcd a b = 5) (h₂ : Nat.lcm a b = 30) : "
    "a + b = 25 ∨ a + b = 35",
    "(S : Set ℕ) (u : ℕ) (h₀ : ∀ a, a ∈ S ↔ 0 < a ∧ 7 * a % 30 = 11) (h₁ : IsLeast S u) : u = 23",
    "(k : ℕ) (h : k = 7 ^ 100) : (k ^ 3 + 3 ^ k) % 10 = 4",
    "(p : ℕ) (x : ℤ) (hp : Nat.Prime p) (h : x ^ 3 % p = 0) : (p : ℤ) ∣ x",
]


@pytest.mark.parametrize("statement", PROVABLE)
def test_the_policy_proves_in_the_real_lean(statement: str, toolchain: EmbeddedToolchain):
    result = asyncio.run(prove(statement, toolchain))
    assert result.outcome is SearchOutcome.PROVED, result


@pytest.mark.parametrize(
    "statement",
    [
        "(n : ℤ) (h : n * (n + 2) = 15) : n = 3",
        "(a : ℕ → ℕ) (h₀ : a 0 = 0) (h₁ : a 1 = 1) (h₂ : ∀ n, a (n + 2) = a (n + 1) + a n) : "
        "a 301 % 5 = 0",
    ],
)
def test_a_false_look_alike_is_not_proved(statement: str, toolchain: EmbeddedToolchain):
    result = asyncio.run(prove(statement, toolchain, wall_seconds=6))
    assert result.outcome is not SearchOutcome.PROVED


async def prove(
    statement: str, toolchain: EmbeddedToolchain, wall_seconds: float = 90
) -> SearchResult:
    limits = Limits(wall_s=60)
    return await searched(statement, toolchain, policy_for(toolchain), wall_seconds, limits)


@pytest.fixture(scope="module")
def premises(toolchain: EmbeddedToolchain, tmp_path_factory: pytest.TempPathFactory) -> Premises:
    cache = tmp_path_factory.mktemp("premises")
    return load_premises(toolchain.build.lean_path, toolchain.environment_hash, cache)


def test_lemmas_are_found_by_the_signs_in_them(premises: Premises):
    goal = parse_term("↑p ∣ n")
    found = [t.name for t in premises.concluding(goal.head, goal.names, 6, "Nat")]
    assert "Int.Prime.dvd_pow'" in found
    assert not any(name.startswith("Nat.") for name in found)
    fact = parse_term("Nat.Prime (2 ^ n - 1)")
    assert ("Nat.prime_of_pow_sub_one_prime", 1) in [
        (t.name, place) for t, place in premises.using(fact.head, fact.names, 3)
    ]
    assert not premises.concluding("no sign", frozenset({"no sign"}), 3)


def test_premises_are_kept(toolchain: EmbeddedToolchain, tmp_path: Path):
    folder, key = toolchain.build.lean_path, "a hash"
    first = load_premises(folder, key, tmp_path)
    [kept] = tmp_path.iterdir()
    assert load_premises(Path("nowhere"), key, tmp_path) == first
    kept.write_text("[{}]", encoding="utf-8")
    assert load_premises(folder, key, tmp_path) == first


def test_a_damaged_library_is_an_error(tmp_path: Path):
    file = tmp_path / "Broken.olean"
    file.write_bytes(b"olean, but no more")
    with pytest.raises(ToolchainError, match="cannot be read"):
        list(read_premises(file))
