from __future__ import annotations

import asyncio
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from formalmath.lean.dojo import TacticState
from formalmath.lean.embedded_toolchain import EmbeddedToolchain
from formalmath.lean.goals import parse_goals
from search import SearchOutcome, SearchResult
from search.symbolic import Shape, SymbolicPolicy
from search.symbolic.arithmetic import UnknownValueError, evaluate
from search.symbolic.bounds import ranges
from search.symbolic.enumerate import enumeration
from search.symbolic.printing import text_of
from search.symbolic.terms import Term, parse_term
from tests.real_lean import searched


def shape(text: str) -> Shape:
    [goal] = parse_goals(text)
    return Shape(goal)


def proposed(text: str, seed: int = 0, limit: int = 200) -> list[str]:
    [candidates] = asyncio.run(SymbolicPolicy().candidates([TacticState(text, 0)], limit, seed))
    return [candidate.tactic for candidate in candidates]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a + b * c", Term("+", (Term("a"), Term("*", (Term("b"), Term("c")))))),
        ("a - b - c", Term("-", (Term("-", (Term("a"), Term("b"))), Term("c")))),
        ("2 ^ 3 ^ n", Term("^", (Term("2"), Term("^", (Term("3"), Term("n")))))),
        ("p → q → r", Term("→", (Term("p"), Term("→", (Term("q"), Term("r")))))),
        ("¬p ∧ q", Term("∧", (Term("¬", (Term("p"),)), Term("q")))),
        ("f (n + 1)", Term("f", (Term("+", (Term("n"), Term("1"))),))),
        ("Nat.gcd a b", Term("gcd", (Term("a"), Term("b")))),
        ("(a + b).Prime", Term("Prime", (Term("+", (Term("a"), Term("b"))),))),
        ("x.divisors", Term("divisors", (Term("x"),))),
        ("5!.lcm n", Term("lcm", (Term("factorial", (Term("5"),)), Term("n")))),
        ("a ≡ 5 [MOD 16]", Term("[MOD", (Term("a"), Term("5"), Term("16")))),
        ("∀ (n : ℕ), 0 < n", Term("∀", (Term("<", (Term("0"), Term("n"))),), ("n",))),
        ("|x - 2|", Term("abs", (Term("-", (Term("x"), Term("2"))),))),
        ("what? ; is this", Term("opaque", (Term("what?"), Term("is"), Term("this")))),
    ],
)
def test_terms_are_read_as_lean_means_them(text, expected):
    assert parse_term(text) == expected


@given(st.text())
def test_no_text_upsets_the_reader(text):
    assert isinstance(parse_term(text), Term)


@given(st.text(alphabet="abn012+-*/%^()=<≤∣∧∨→¬∀∃,.:!↑|[]{}⟨⟩ℕ ", max_size=40))
def test_no_broken_term_upsets_the_reader(text):
    assert isinstance(parse_term(text), Term)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("3 - 5", 0),
        ("(3 : ℤ) - x", -4),
        ("-7 / 2", -4),
        ("-7 % 2", 1),
        ("7 / 0 + 7 % 0", 7),
        ("∑ k ∈ Finset.range 5, k ^ 2", 30),
        ("((Finset.Icc 1 4).prod fun i => i !)", 288),
        ("(Finset.filter (fun x => 3 ∣ x) (Finset.range 10)).card", 4),
        ("Nat.digits 10 123 = [3, 2, 1]", True),
        ("Nat.Prime 91 ∨ Even 4", True),
        ("28 ≡ 3 [MOD 5]", True),
        ("5 ∈ {n | n < 6}", True),
        ("0 ∣ 0", True),
    ],
)
def test_values_are_leans(text, value):
    assert evaluate(parse_term(text), {"x": 7}, frozenset({"x"})) == value


@pytest.mark.parametrize("text", ["y + 1", "f 3", "2 ^ 1000000", "∀ n, n = n", "100000 !"])
def test_what_cannot_be_known_is_said_to_be_unknown(text):
    with pytest.raises(UnknownValueError):
        evaluate(parse_term(text), {}, frozenset())


@given(st.integers(0, 60), st.integers(1, 9), st.integers(1, 9), st.integers(0, 500))
def test_a_range_leaves_out_no_solution(x, a, b, extra):
    top = a * x + b * x * x + extra
    found = ranges(shape(f"x : ℕ\nh : {a} * x + {b} * x ^ 2 ≤ {top}\n⊢ False"))
    assert found["x"].low <= x <= found["x"].high


@pytest.mark.parametrize(
    ("goal", "high"),
    [
        ("x : ℕ\nh : x < 10\n⊢ x = 3", {"x": 9}),
        ("x y : ℕ\nh : x + y = 5\n⊢ x = 3", {"x": 5, "y": 5}),
        ("x : ℕ\nh : x ∣ 12\n⊢ x = 3", {"x": 12}),
        ("x : ℤ\nh : -3 ≤ x ∧ x < 4\n⊢ x = 3", {"x": 3}),
        ("x y : ℕ\nh : y < 3\nh' : x ≤ 2 * y\n⊢ x = 3", {"y": 2, "x": 4}),
        ("x n : ℕ\nh : x ^ 2 = n\nh' : n < 50\n⊢ x = 3", {"n": 49, "x": 7}),
        ("x : ℕ\nh : 5 ≤ x\n⊢ x = 3", {}),
    ],
)
def test_ranges_follow_from_the_facts(goal, high):
    assert {name: bound.high for name, bound in ranges(shape(goal)).items()} == high


def test_an_enumeration_that_meets_a_counterexample_is_not_proposed():
    assert not list(enumeration(shape("x : ℕ\nh : x < 10\n⊢ x * x < 81")))
    assert list(enumeration(shape("x : ℕ\nh : x < 9\n⊢ x * x < 81")))


def test_a_long_enumeration_is_not_proposed():
    assert not list(enumeration(shape("x y : ℕ\nh : x < 900 ∧ y < 900\n⊢ x * y = y * x")))


@pytest.mark.parametrize(
    ("goal", "tactic"),
    [
        ("⊢ ∀ (n : ℕ), 0 < n → n ≠ 0", "intro n h"),
        ("h : p ∧ ∃ x, q x\n⊢ r", "obtain ⟨ha, ⟨x, hb⟩⟩ := h"),
        ("h : p ∨ q\n⊢ r", "rcases h with h | h"),
        ("⊢ p ∧ q", "constructor"),
        ("⊢ 2 + 2 = 4", "decide +kernel"),
        ("x : ℕ\nh : x = 3\n⊢ x + 1 = 4", "subst_vars"),
        ("x : ℕ\nh : x % 4 = 3\n⊢ x % 2 = 1", "omega"),
        ("f : ℕ → ℕ\nh : ∀ (x : ℕ), f x = 2 * x\n⊢ f 3 = 6", "simp only [h] at *"),
        ("h : a ≡ 1 [MOD 3]\n⊢ b", "simp only [Nat.ModEq] at *"),
    ],
)
def test_a_goal_gets_the_step_that_its_shape_asks_for(goal, tactic):
    assert tactic in proposed(goal)


@pytest.mark.parametrize("seed", [0, 1])
def test_candidates_are_sorted_distinct_probable_and_repeatable(seed):
    goal = TacticState("n : ℕ\nh : n ^ 2 < 10 ∧ 1 ≤ n\n⊢ n % 7 = n ∨ 2 ^ n % 5 = 1", 0)
    first, again = asyncio.run(SymbolicPolicy().candidates([goal, goal], 12, seed))
    assert first == again
    assert len(first) == 12
    assert len({c.tactic for c in first}) == 12
    assert [c.log_prob for c in first] == sorted((c.log_prob for c in first), reverse=True)
    assert sum(math.exp(c.log_prob) for c in first) <= 1 + 1e-9


def test_another_seed_goes_another_way():
    goal = "n : ℕ\nh : n ^ 2 < 10\n⊢ n < 4"
    assert proposed(goal, seed=0) != proposed(goal, seed=1)
    assert sorted(proposed(goal, seed=0)) == sorted(proposed(goal, seed=1))


def test_a_state_without_goals_gets_no_candidates():
    assert asyncio.run(SymbolicPolicy().candidates([TacticState("no goals", 0)], 8, 0)) == [[]]


@given(st.text(alphabet="abn012+-*/%^()=<≤∣∧∨→¬∀∃,.:!↑|[]{}⟨⟩ℕℤ ⊢\n", max_size=60))
def test_no_goal_upsets_the_policy(text):
    assert isinstance(proposed(f"n : ℕ\nh : {text}\n⊢ {text}"), list)


@given(st.integers(0, 99), st.integers(1, 99))
def test_printed_terms_read_back(a, b):
    term = parse_term(f"{a} * (x + {b}) ^ 2 - f y")
    assert parse_term(text_of(term)) == term


PROVABLE = [
    "(x y : ℕ) (h : x + y = 7) (h' : x = y + 1) : x = 4",
    "(p q : Prop) (hp : p) (hq : q) : q ∧ p",
    "(n : ℕ) : 3 ∣ n ^ 3 + 2 * n",
    "(n : ℕ) : ¬ 7 ∣ 2 ^ n + 1",
    "(x y : ℤ) : x ^ 2 - 3 * y ^ 2 ≠ 2",
    "(n : ℕ) : Nat.gcd (5 * n + 2) (7 * n + 3) = 1",
    "(a b : ℕ) (h : a < 10 ∧ b < 10) (h' : (10 * a + b) ^ 2 = 1764) : a + b = 6",
    "(a b : ℕ) (h₀ : 1 < a) (h₁ : 1 < b) (h₂ : a * b = 77) : a + b = 18",
    "(f : ℕ → ℕ) (h₀ : f 0 = 1) (h₁ : ∀ n, f (n + 1) = 2 * f n) : f 10 = 1024",
    "(S : Finset ℕ) (h : ∀ n, n ∈ S ↔ n ∣ 12) : S.card = 6",
    "(n : ℕ) : ∑ k ∈ Finset.range n, (2 * k + 1) = n ^ 2",
    "(n : ℕ) (u : ℕ → ℕ) (h₀ : u 0 = 0) (h₁ : ∀ n, u (n + 1) = 2 * u n + 1) : u n = 2 ^ n - 1",
    "(x y : ℤ) (h₀ : x % 7 = 3) (h₁ : y % 7 = 5) : (x + 1) ^ 3 * (y - 2) % 7 = 3",
    ": IsLeast {n : ℕ | 30 * n % 47 = 42} 39",
]


@pytest.mark.parametrize("statement", PROVABLE)
def test_the_symbolic_policy_proves_in_the_real_lean(statement: str, toolchain: EmbeddedToolchain):
    result = asyncio.run(prove(statement, toolchain))
    assert result.outcome is SearchOutcome.PROVED, result


def test_what_is_false_is_not_proved(toolchain: EmbeddedToolchain):
    result = asyncio.run(prove("(n : ℕ) (h : 2 ≤ n) : n ^ 2 = 4", toolchain, wall_seconds=8))
    assert result.outcome is not SearchOutcome.PROVED


async def prove(
    statement: str, toolchain: EmbeddedToolchain, wall_seconds: float = 60
) -> SearchResult:
    return await searched(statement, toolchain, SymbolicPolicy(), wall_seconds)
