"""Which goal a search works on next: by log-probabilities, by a critic's values, or in turns."""

from __future__ import annotations

import asyncio
import itertools
import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from formalmath.errors import InputError, PolicyError
from formalmath.lean.dojo import TacticState
from formalmath.lean.theorem import Theorem
from formalmath.limits import Limits
from search import Candidate, Focus, Node, Search, SearchConfig, SearchOutcome, SearchStats
from search import tree_to_dict as as_data
from search.agenda import Agenda, Frontier, Order
from search.attempt import Attempt, Provenance
from search.best_first import SearchResult, best_first
from tests.search_world import Menu, World, state_of

GOLDEN = Path(__file__).with_name("golden") / "search_tree_critic.json"


@dataclass
class Values:
    """A critic by a list; what is not in it is worth nothing."""

    of: Mapping[str, float]
    asked: list[list[str]] = field(default_factory=list)

    async def values(self, states: Sequence[TacticState]) -> list[float]:
        self.asked.append([state.pp for state in states])
        return [self.of.get(state.pp, 0.0) for state in states]


# The likely way is long and leads nowhere; the critic knows the other.
FORK = {
    "⊢ r": {"likely": ["⊢ a0"], "unlikely": ["⊢ b"]},
    "⊢ b": {"likely": ["⊢ c", "⊢ d"]},
    "⊢ c": {"unlikely": []},
    "⊢ d": {"likely": []},
    **{f"⊢ a{i}": {"likely": [f"⊢ a{i + 1}"]} for i in range(100)},
}
MENU = Menu(("likely", "unlikely"))
KNOWS = {"⊢ b": 5.0, "⊢ c": 5.0, "⊢ d": 5.0}


def search(
    order: Order, values: Values | None, policy: Menu = MENU, goal: str = "⊢ r", **config: float
) -> tuple[SearchResult, World]:
    world, ticks = World(FORK), itertools.count()
    settings = SearchConfig(**{"wall_seconds": 0, "width": 1, **config}, order=order)  # type: ignore[arg-type]
    run = best_first(state_of([goal]), world, policy, settings, lambda: next(ticks), values)
    return asyncio.run(run), world


def test_a_critic_leads_where_it_sees_most():
    blind, _ = search(Order.LOG_PROB, None, max_expansions=50, length_exponent=1.0)
    seeing, _ = search(Order.CRITIC, Values(KNOWS), max_expansions=50)
    assert seeing.outcome is SearchOutcome.PROVED
    assert seeing.proof == ("unlikely", "likely", "· unlikely", "· likely")
    assert seeing.stats.expansions == 4
    assert blind.stats.expansions > seeing.stats.expansions


def test_the_tree_by_values_is_the_stored_one():
    tree = search(Order.CRITIC, Values(KNOWS))[0].tree
    assert tree is not None
    assert as_data(tree) == json.loads(GOLDEN.read_text(encoding="utf-8"))


def test_new_goals_of_a_wave_are_valued_in_one_call_and_each_once():
    values = Values(KNOWS)
    search(Order.CRITIC, values)
    assert values.asked[:3] == [["⊢ r"], ["⊢ a0", "⊢ b"], ["⊢ c", "⊢ d"]]
    goals = [goal for call in values.asked for goal in call]
    assert len(goals) == len(set(goals))


def test_by_log_prob_no_critic_is_asked():
    values = Values(KNOWS)
    search(Order.LOG_PROB, values, max_expansions=5)
    assert values.asked == []


def test_both_orders_share_the_expansions_evenly():
    # A critic that loves one endless way, and log-probabilities that love another.
    rules = {"⊢ r": {"likely": ["⊢ a0"], "unlikely": ["⊢ z0"]}}
    for way in "az":
        rules |= {f"⊢ {way}{i}": {"likely": [f"⊢ {way}{i + 1}"]} for i in range(50)}
    values = Values({f"⊢ z{i}": 9.0 + i for i in range(51)})
    config = SearchConfig(wall_seconds=0, width=1, max_expansions=21, order=Order.BOTH)
    menu = Menu(("likely", "unlikely"))
    run = best_first(state_of(["⊢ r"]), World(rules), menu, config, critic=values)
    result = asyncio.run(run)
    assert result.tree is not None
    asked = [node.focus.view.pp for node in result.tree.nodes if node.edges]
    assert sum("a" in goal for goal in asked) == sum("z" in goal for goal in asked) == 10


def test_pauses_change_nothing_by_values_either():
    whole = search(Order.BOTH, Values(KNOWS))[1]
    parts, ticks = World(FORK), itertools.count()

    async def in_parts() -> int:
        config = SearchConfig(wall_seconds=0, width=1, order=Order.BOTH)
        root = state_of(["⊢ r"])
        one = Search(root, parts, MENU, config, lambda: next(ticks), Values(KNOWS))
        pauses = 0
        while await one.go_on(1.0) is None:
            pauses += 1
        return pauses

    assert asyncio.run(in_parts()) > 1
    assert parts.calls == whole.calls


def agenda(value: float, *log_probs: float, tried: int = 0) -> Agenda:
    candidates = [Candidate(f"t{i}", p) for i, p in enumerate(log_probs)]
    return Agenda(Node(0, Focus(state_of(["⊢ p"]), 0, 1)), value, candidates, tried)


def test_a_goal_falls_back_as_its_likely_steps_are_used_up():
    half = math.log(0.5)
    rest = [agenda(0.0, half, half, tried=1), agenda(-0.5, half, half), agenda(-1.0, half, half)]
    frontier = Frontier(Order.CRITIC, 0.0)
    for each in rest:
        frontier.push(each)
    # Half of the first is left: it is worth log 1/2 = -0.69, between the others.
    taken = [frontier.pop(lambda _: True) for _ in range(4)]
    assert taken == [rest[1], rest[0], rest[2], None]


def test_the_last_steps_of_a_good_goal_come_before_a_goal_that_is_worse_by_far():
    frontier = Frontier(Order.CRITIC, 0.0)
    good, bad = agenda(5.0, -0.01, -5.0, tried=1), agenda(-5.0, -0.1)
    frontier.push(bad)
    frontier.push(good)
    assert frontier.pop(lambda _: True) is good


def test_what_one_queue_gave_the_other_does_not_give_again():
    frontier = Frontier(Order.BOTH, 0.0)
    both = [agenda(1.0, -1.0), agenda(2.0, -2.0)]
    for each in both:
        frontier.push(each)
    assert [frontier.pop(lambda _: True) for _ in range(3)] == [*both, None]


def test_an_order_by_values_needs_a_critic():
    with pytest.raises(InputError, match="--critic"):
        search(Order.BOTH, None)


@pytest.mark.parametrize("value", [math.nan, math.inf, None])
def test_a_critic_that_fails_ends_that_search(value):
    class Broken(Values):
        async def values(self, states):
            if value is None:
                raise RuntimeError("out of memory")
            return [value for _ in states]

    with pytest.raises(PolicyError, match="critic"):
        search(Order.CRITIC, Broken({}))


def test_waiting_for_policy_and_critic_is_counted():
    now = 0.0

    class Thinks(Values):
        async def values(self, states):
            nonlocal now
            now += 1.0
            return await super().values(states)

    class Waits(Menu):
        async def candidates(self, states, limit, seed):
            nonlocal now
            now += 10.0
            return await super().candidates(states, limit, seed)

    policy, critic = Waits(MENU.tactics), Thinks(KNOWS)
    config = SearchConfig(wall_seconds=0, width=1, order=Order.CRITIC)
    run = best_first(state_of(["⊢ r"]), World(FORK), policy, config, lambda: now, critic)
    stats = asyncio.run(run).stats
    assert stats.model_seconds == len(critic.asked) + 10 * stats.expansions
    assert stats.wall_seconds == stats.model_seconds


def test_an_attempt_under_another_critic_is_another_attempt():
    theorem = Theorem("t", "", "theorem t : 1 = 1")
    made = [
        Provenance("l", "0", "0", "none", "p", SearchConfig(order=order), Limits(), critic)
        for order in (Order.CRITIC, Order.BOTH)
        for critic in ("a@1", "a@2")
    ]
    assert len({each.key(theorem) for each in made}) == 4


def test_records_from_before_critics_are_still_read():
    record = Attempt("k", "n", "s", SearchOutcome.QUEUE_EMPTY, stats=SearchStats(3)).to_json()
    del record["stats"]["model_seconds"]
    assert Attempt.from_json(record).stats == SearchStats(3)
