from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lean_dojo import Declaration, Goal

from formalmath.lean.goals import parse_goals
from search.canonical import goal_key, renaming, replace_names


def goal(text: str) -> Goal:
    [parsed] = parse_goals(text)
    return parsed


NAMES = ("a", "b", "c", "d", "e")
TYPES = ("ℕ", "{0} ≤ {1}", "{0} + {1} = {2}", "∀ z, {0} * z = {1}", "Even {0}")


@st.composite
def goals(draw) -> Goal:
    """Variables, then facts about them, then a conclusion about them."""
    count = draw(st.integers(1, 4))
    variables = list(NAMES[:count])
    pick = st.sampled_from(variables)
    facts = draw(st.lists(st.tuples(st.sampled_from(TYPES[1:]), pick, pick, pick), max_size=4))
    assumptions = [Declaration(v, "ℕ") for v in variables]
    assumptions += [
        Declaration(f"h{i}", shape.format(*args)) for i, (shape, *args) in enumerate(facts)
    ]
    shape, *args = draw(st.tuples(st.sampled_from(TYPES[1:]), pick, pick, pick))
    return Goal(assumptions, shape.format(*args))


@given(goals(), st.randoms(use_true_random=False))
def test_new_names_change_no_key(original, random):
    old = [d.ident for d in original.assumptions]
    new = [f"v{i}" for i in range(len(old))]
    random.shuffle(new)
    names = dict(zip(old, new, strict=True))
    renamed = Goal(
        [
            Declaration(names[d.ident], replace_names(d.lean_type, names))
            for d in original.assumptions
        ],
        replace_names(original.conclusion, names),
    )
    assert goal_key(renamed) == goal_key(original)


@given(goals())
def test_a_key_tells_goals_apart_that_differ_in_more_than_names(original):
    weaker = Goal(original.assumptions[:-1], original.conclusion)
    other = Goal(original.assumptions, original.conclusion + " ∨ False")
    assert len({goal_key(original), goal_key(weaker), goal_key(other)}) == 3


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("x : ℕ\ny : ℤ\n⊢ p x y", "y : ℤ\nx : ℕ\n⊢ p x y"),
        ("x y : ℕ\nh : x < y\n⊢ y ≠ x", "x y : ℕ\nh : y < x\n⊢ x ≠ y"),
        ("a✝ : p\n⊢ q", "b✝ : p\n⊢ q"),
        ("h : a\n    = b\n⊢ q", "h : a = b\n⊢ q"),
    ],
)
def test_equal_goals(one, other):
    assert goal_key(goal(one)) == goal_key(goal(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("x y : ℕ\nh : x < y\n⊢ y ≠ x", "x y : ℕ\nh : x < y\n⊢ x ≠ y"),
        ("h : p\n⊢ q", "h✝ : p\n⊢ q"),
        ("x : ℕ\n⊢ x = 1", "x : ℤ\n⊢ x = 1"),
        ("h : p ∧ q\n⊢ p", "h : p\nh' : q\n⊢ p"),
    ],
)
def test_different_goals(one, other):
    assert goal_key(goal(one)) != goal_key(goal(other))


def test_two_hypotheses_shown_under_one_name_are_left_as_they_are():
    one, other = goal("x : ℕ\nx : ℤ\n⊢ p x"), goal("y : ℕ\ny : ℤ\n⊢ p y")
    assert goal_key(one) != goal_key(other)
    assert renaming(one, one) == {}


def test_a_renaming_turns_a_proof_into_a_proof_elsewhere():
    here, there = goal("x : ℕ\nhx : x = 1\n⊢ x < 2"), goal("n : ℕ\nh : n = 1\n⊢ n < 2")
    names = renaming(here, there)
    assert (
        replace_names("rw [hx]; exact foo.hx hx.symm x'", names) == "rw [h]; exact foo.hx h.symm x'"
    )
