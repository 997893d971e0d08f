"""Policies made of other policies: the untrained start."""

from __future__ import annotations

import asyncio
import math

import pytest

from search import Candidate
from search.policy import Policy
from search.symbolic.policy import SymbolicPolicy
from search.uniform import WHOLE, UniformPolicy
from tests.search_world import Menu, state_of

STATE = state_of(["p q : Prop\nh : p ∧ q\n⊢ q ∧ p"])


def asked(policy: Policy, goal: str = "⊢ p", limit: int = 32, seed: int = 0) -> list[Candidate]:
    return asyncio.run(policy.candidates([state_of([goal])], limit, seed))[0]


def test_the_untrained_start_has_no_likes_and_leaves_nothing_out():
    tactics = tuple(f"t{i}" for i in range(50))
    made = asked(UniformPolicy(Menu(tactics)), limit=WHOLE)
    assert {c.tactic for c in made} == set(tactics)
    assert [c.tactic for c in made] != list(tactics)
    assert [c.log_prob for c in made] == pytest.approx([-math.log(50)] * 50)


def test_the_untrained_start_is_cut_after_the_shuffle():
    policy = UniformPolicy(Menu(tuple(f"t{i}" for i in range(50))))
    whole = asked(policy, limit=WHOLE)
    assert asked(policy, limit=5) == whole[:5]


def test_the_untrained_order_is_drawn_from_the_seed_and_the_state():
    policy = UniformPolicy(Menu(tuple(f"t{i}" for i in range(50))))
    assert asked(policy) == asked(policy)
    assert asked(policy) != asked(policy, seed=1)
    assert asked(policy) != asked(policy, "⊢ q")


def test_the_untrained_start_shuffles_the_symbolic_rules():
    symbolic = SymbolicPolicy()
    ruled = asyncio.run(symbolic.candidates([STATE], WHOLE, 0))[0]
    mixed = asyncio.run(UniformPolicy(symbolic).candidates([STATE], WHOLE, 0))[0]
    assert len(ruled) > 5
    assert {c.tactic for c in ruled} == {c.tactic for c in mixed}
