from __future__ import annotations

import asyncio
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from formalmath.lean.dojo import TacticState
from formalmath.lean.goals import parse_goals
from search.certificates import CertificatePolicy
from search.certificates.conditions import enrich
from search.certificates.context import context_of
from search.certificates.integral import integral
from search.certificates.kinds import INTEGER, KINDS, REAL, type_of
from search.certificates.policy import CLOSING
from search.certificates.proving import NEGATED
from search.certificates.reading import Space, UnreadableError
from search.certificates.steps import steps
from search.certificates.writing import Writer
from search.symbolic import Shape
from search.symbolic.terms import parse_term

SECONDS = 20.0
BRIEFLY = 1.0
NAMES = ("x", "y", "z")


def shape(text: str) -> Shape:
    [goal] = parse_goals(text)
    return Shape(goal)


def tactics(text: str) -> list[str]:
    return [tactic for tactic, _ in steps(shape(text), SECONDS)]


def closing(text: str, seconds: float = SECONDS) -> str | None:
    """The proof that certificates give, if they give one."""
    return next((tactic for tactic, weight in steps(shape(text), seconds) if weight >= 1), None)


# Terms as Lean prints them, each with its value at a point.
POINT = {"x": Fraction(2), "y": Fraction(-3, 2), "z": Fraction(5)}
leaves = st.one_of(
    st.sampled_from([(name, value) for name, value in POINT.items()]),
    st.integers(0, 12).map(lambda n: (str(n), Fraction(n))),
    st.sampled_from([("0.5", Fraction(1, 2)), ("1.25", Fraction(5, 4))]),
)


def grown(inner):
    pair = st.tuples(inner, inner)
    return st.one_of(
        pair.map(lambda p: (f"({p[0][0]} + {p[1][0]})", p[0][1] + p[1][1])),
        pair.map(lambda p: (f"({p[0][0]} - {p[1][0]})", p[0][1] - p[1][1])),
        pair.map(lambda p: (f"{p[0][0]} * {p[1][0]}", p[0][1] * p[1][1])),
        inner.map(lambda p: (f"(-{p[0]})", -p[1])),
        inner.map(lambda p: (f"({p[0]}) ^ 2", p[1] ** 2)),
        inner.map(lambda p: (f"({p[0]}) / 4", p[1] / 4)),
    )


terms = st.recursive(leaves, grown, max_leaves=6)


def at_point(poly, point: dict[str, Fraction], space: Space) -> Fraction:
    values = [point[atom.head] for atom in space.atoms]
    total = Fraction(0)
    for exponents, coefficient in poly.items():
        term = Fraction(int(coefficient.numerator), int(coefficient.denominator))
        for value, power in zip(values, exponents, strict=False):
            term *= value**power
        total += term
    return total


@given(terms)
def test_polynomials_are_read_as_lean_means_them(drawn):
    text, value = drawn
    term = parse_term(text)
    space = Space([term], REAL)
    poly = space.read(term)
    assert at_point(poly, POINT, space) == value
    # What is written reads as the same polynomial.
    written = parse_term(Writer(space, {}).polynomial(poly))
    assert space.read(written) == poly


@pytest.mark.parametrize("text", ["1 / 0", "x / (y - y) / 0", "(x + y + z) ^ 12 * (x - y) ^ 12"])
def test_what_cannot_be_read_is_said(text):
    term = parse_term(text)
    with pytest.raises(UnreadableError):
        Space([term], REAL).read(term)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2 * x + 1", "ℝ"),
        ("a 3", "ℝ"),
        ("√2 / 2", "ℝ"),
        ("3 / 2", None),
        ("(n + 1) ^ 2", "ℕ"),
        ("↑n + x", "ℝ"),
        ("f 1", "ℤ"),
    ],
)
def test_types_are_seen_from_the_text(text, expected):
    types = {"x": "ℝ", "a": "ℕ → ℝ", "f": "ℝ → ℤ", "n": "ℕ"}
    assert type_of(parse_term(text), types) == expected


GOLDEN = [
    ("x y : ℝ\nh : x + y = 3\nk : x - y = 1\n⊢ x = 2", "linear_combination 1 / 2 * h + 1 / 2 * k"),
    (
        "a b c : ℝ\n⊢ a * b + b * c + c * a ≤ a ^ 2 + b ^ 2 + c ^ 2",
        "linear_combination 1 / 2 * sq_nonneg (a - b) + 1 / 2 * sq_nonneg (a - c) + "
        "1 / 2 * sq_nonneg (b - c)",
    ),
    ("x : ℚ\nh : 0 < x\nk : x < 1\n⊢ x * x < x", "linear_combination mul_pos h (sub_pos.2 k)"),
    (
        "z : ℂ\nh : z ≠ 0\nk : 2 / z = 5\n⊢ z = 2 / 5",
        "linear_combination -1 / 5 * z * k + 2 / 5 * mul_inv_cancel₀ h",
    ),
    ("z : ℂ\n⊢ (z + Complex.I) * (z - Complex.I) = z ^ 2 + 1", "linear_combination -Complex.I_sq"),
    (
        "x : ℝ\n⊢ |x - 1| + |x + 1| ≥ 2",
        "linear_combination neg_le_abs (x - 1) + le_abs_self (x + 1)",
    ),
    (
        "x : ℝ\nh : √(x + 1) = 3\n⊢ x = 8",
        "have hpos : (0 : ℝ) < √(x + 1) := by linear_combination -h\n"
        "linear_combination ((√(x + 1)) + 3) * h - Real.sq_sqrt (le_of_lt (Real.sqrt_pos.1 hpos))",
    ),
    ("x : ℝ\nh : x ≠ 3\nk : 2 * x = 6\n⊢ False", "exact h (by linear_combination 1 / 2 * k)"),
    ("x : ℝ\nh : x = 1 ∧ x < 0\n⊢ x = 5", None),
    ("x : ℝ\nh : x = 1\n⊢ x = 2 ∨ x = 1", "right\nlinear_combination h"),
]


@pytest.mark.parametrize(("text", "expected"), GOLDEN)
def test_proofs_read_well(text, expected):
    if expected is None:
        assert closing(text)
    else:
        assert closing(text) == expected


rationals = st.fractions(-5, 5, max_denominator=4)
lines = st.tuples(rationals, rationals, rationals, rationals)


def linear(c) -> str:
    return f"({c[0]}) * x + ({c[1]}) * y + ({c[2]}) * z + ({c[3]})"


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(lines, rationals), min_size=1, max_size=4))
def test_sums_of_equations_are_found(parts):
    hypotheses = [f"h{i} : {linear(c)} = 0" for i, (c, _) in enumerate(parts)]
    total = tuple(sum(by * c[k] for c, by in parts) for k in range(4))
    text = "\n".join(["x y z : ℝ", *hypotheses, f"⊢ {linear(total)} = 0"])
    assert closing(text)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(lines, st.fractions(0, 4, max_denominator=3)), min_size=1, max_size=4))
def test_sums_of_inequalities_are_found(parts):
    hypotheses = [f"h{i} : 0 ≤ {linear(c)}" for i, (c, _) in enumerate(parts)]
    total = tuple(sum(by * c[k] for c, by in parts) for k in range(4))
    text = "\n".join(["x y z : ℝ", *hypotheses, f"⊢ {linear(total)} ≥ 0"])
    assert closing(text)


@settings(max_examples=30, deadline=None)
@given(
    st.lists(st.tuples(terms, st.sampled_from(["=", "≤", "<", "≠"])), max_size=3),
    terms,
    st.sampled_from(["=", "≤", "<", "≠"]),
)
def test_what_is_false_somewhere_has_no_certificate(facts, goal, relation):
    """Facts that hold at the point, and a goal that does not."""

    def side(value: Fraction, head: str, holds: bool) -> str:
        shift = {"=": 0, "≤": 1, "<": 1, "≠": 1} if holds else {"=": 1, "≤": -1, "<": 0, "≠": 0}
        return f"({value + shift[head]})"

    known = [f"h{i} : {t} {r} {side(v, r, True)}" for i, ((t, v), r) in enumerate(facts)]
    text, value = goal
    claim = f"⊢ {text} {relation} {side(value, relation, False)}"
    assert closing("\n".join(["x y z : ℝ", *known, claim]), BRIEFLY) is None


@pytest.mark.parametrize(
    "text",
    [
        "a b c : ℝ\nh : 0 < a\nk : 0 < b\nl : 0 < c\n"
        "⊢ 3 / 2 ≤ a / (b + c) + b / (c + a) + c / (a + b)",
        "x : ℝ\nh : 0 < x\n⊢ 2 ≤ x + 1 / x",
        "x y : ℝ\nh : x ≠ 0\nk : y ≠ 0\nl : 1 / x + 1 / y = 1\n⊢ x + y = x * y",
        "x : ℤ\nh : x * x = 3 * x\nk : 2 < x\n⊢ x = 3",
        "x y : ℝ\nh : x ^ 2 + y ^ 2 = 0\n⊢ x = 0",
        "x y : ℝ\nh : x ≠ 0\nk : x * y = x * 3\n⊢ y = 3",
        "n : ℕ\nx : ℝ\nh : x = ↑n\n⊢ -1 < x",
    ],
)
def test_what_takes_more_than_sums_is_found(text):
    assert closing(text)


def test_clearing_denominators_is_exact():
    goal = shape("x y : ℝ\nh : 0 < x\nk : y ≠ 1\nl : x / (y - 1) + 1 / x ^ 2 ≤ y\n⊢ False")
    context = context_of(goal, KINDS["ℝ"], [], SECONDS)
    assert context is not None
    enrich(context)
    assert len(context.denominators) == 2
    clearing = context.clearing
    for inequality in list(context.inequalities):
        cleared = clearing.inequality(inequality)
        assert cleared is not None
        assert not any(clearing.powers(cleared.poly))
    [given_inequality] = [i for i in context.inequalities if i.proof == "l"]
    poly, by, parts = clearing.goal(given_inequality.poly)
    assert by * poly + sum(c * e.poly for c, e in parts) == given_inequality.poly


def test_cases_are_proposed():
    assert any(
        "(x - 2) * (x - 3) = 0" in tactic and "rcases mul_eq_zero.1 hprod" in tactic
        for tactic in tactics("x : ℝ\nh : x ^ 2 - 5 * x + 6 = 0\n⊢ x = 2 ∨ x = 3 ∨ x = 9 * x")
    )
    assert any(
        tactic.startswith("rcases abs_cases (x - 2)")
        for tactic in tactics("x : ℝ\nh : |x - 2| + |x| ≤ 3\n⊢ x ^ 3 ≤ 2")
    )


def test_factors_are_found_after_elimination():
    found = tactics("x y : ℝ\nh : x + y = 7\nk : x * y = 10\n⊢ x = 2 ∨ y = 2 ∨ x = y * y")
    assert any("(y - 2) * (y - 5) = 0" in tactic for tactic in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "f : ℝ → ℝ\nh : ∀ (x : ℝ), f x = 2 * x + 1\n⊢ f (f 2) = 11",
            "have h_0 : f 2 = 2 * 2 + 1 := h 2\nhave h_1 : f (f 2) = 2 * (f 2) + 1 := h (f 2)\n"
            "clear h",
        ),
        (
            "a : ℕ → ℝ\nk : a 0 = 1\nh : ∀ (n : ℕ), a (n + 1) = 2 * a n\n⊢ a 2 = 4 + a 9 * 0",
            "have h_0 : a 1 = 2 * a 0 := h 0\nhave h_1 : a 2 = 2 * a 1 := h 1",
        ),
    ],
)
def test_universal_facts_are_taken_where_they_matter(text, expected):
    assert any(tactic.startswith(expected) for tactic in tactics(text))


def test_the_policy_leaves_what_it_does_not_know_to_others():
    states = [
        TacticState("n : ℕ\n⊢ n + 0 = n", 0),
        TacticState("x : ℝ\nh : x = 2\n⊢ 2 * x = 4", 1),
        TacticState("no goals", 2),
        TacticState("n : ℕ\nh : ↑n + 1 / 2 * ↑n = 6\n⊢ n = 4", 3),
    ]
    first, second, third, cast = asyncio.run(CertificatePolicy().candidates(states, 8, 0))
    assert cast[0].tactic.endswith("exact_mod_cast hcast")
    assert first == third == []
    assert [c.tactic for c in second] == ["linear_combination 2 * h"]


def test_names_in_use_are_not_taken_again():
    text = f"x {NEGATED} : ℝ\nh : 0 < x\nk : {NEGATED} = x\n⊢ 2 ≤ x + 1 / {NEGATED}"
    found = closing(text)
    assert found is not None
    assert f"fun {NEGATED} " not in found


PIECES = [
    "x",
    "0",
    "2",
    "1.5",
    "f x",
    "f (f y)",
    "√x",
    "|x - y|",
    "⌊x⌋",
    "x⁻¹",
    "↑n",
    "x / y",
    "a (n + 1)",
    "x ^ n",
    "y ^ 2",
    "‖z‖",
    "Complex.I",
    "π",
    "-x",
    "(x + y)⁻¹",
    "√(x - y)",
    "∑ k, a k",
    "(x, y)",
]
pieces = st.sampled_from(PIECES)
operators, signs = st.sampled_from("+-*/"), st.sampled_from("=≤<≠>≥∣∈")
claims = st.tuples(pieces, operators, pieces, signs, pieces).map(" ".join)
propositions = st.one_of(
    claims,
    st.tuples(claims, st.sampled_from("∧∨→↔"), claims).map(" ".join),
    claims.map(lambda c: f"¬({c})"),
    claims.map(lambda c: f"∀ (x : ℝ), {c}"),
    claims.map(lambda c: f"∀ (n : ℕ), 0 < n → {c}"),
)
CONTEXT = "x y : ℝ\nz : ℂ\nn : ℕ\nf : ℝ → ℝ\na : ℕ → ℝ"


@settings(max_examples=60, deadline=None)
@given(st.lists(propositions, max_size=3), st.one_of(st.just("False"), propositions))
def test_no_goal_upsets_the_policy(facts, goal):
    known = [f"h{i} : {fact}" for i, fact in enumerate(facts)]
    text = "\n".join([CONTEXT, *known, f"⊢ {goal}"])
    for tactic, weight in steps(shape(text), 0.2):
        assert tactic.strip()
        assert weight <= CLOSING + 1


def test_nothing_to_be_summed_needs_no_multiplier() -> None:
    assert integral(INTEGER, []) == integral(REAL, []) == []
