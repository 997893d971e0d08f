from __future__ import annotations

import asyncio
import itertools
import json
import time
from pathlib import Path

import networkx
import pytest
from lean_dojo import LeanError, ProofGivenUp

from formalmath.errors import LeanProcessError
from formalmath.lean.elaborator import Outcome
from search import (
    EdgeStatus,
    NodeStatus,
    Search,
    SearchConfig,
    SearchOutcome,
    SearchResult,
    best_first,
    tree_to_dict,
    tree_to_graph,
)
from tests.search_world import Menu, World, state_of

GOLDEN = Path(__file__).with_name("golden") / "search_tree.json"

AND = "h : p ∧ q\n⊢ q ∧ p"
SPLIT = {
    AND: {"constructor": ["case left\nh : p ∧ q\n⊢ q", "case right\nh : p ∧ q\n⊢ p"]},
    "case left\nh : p ∧ q\n⊢ q": {
        "exact": LeanError("type mismatch"),
        "cases": ["a : p\nb : q\n⊢ q"],
    },
    "case right\nh : p ∧ q\n⊢ p": {"cases": ["a : p\nb : q\n⊢ p"]},
    "a : p\nb : q\n⊢ q": {"assumption": []},
    "a : p\nb : q\n⊢ p": {"assumption": []},
}
TACTICS = Menu(("constructor", "cases", "assumption", "exact"))


def search(
    rules: World | dict[str, dict[str, object]],
    goal: str,
    policy: Menu = TACTICS,
    **config: float,
) -> SearchResult:
    world = World(rules) if isinstance(rules, dict) else rules
    ticks = itertools.count()
    settings = SearchConfig(**{"wall_seconds": 0, **config})  # type: ignore[arg-type]
    return asyncio.run(best_first(state_of([goal]), world, policy, settings, lambda: next(ticks)))


def test_a_conjunction_is_proved_by_a_block_for_each_half():
    result = search(SPLIT, AND)
    assert result.outcome is SearchOutcome.PROVED
    assert result.proof == ("constructor", "· cases\n  assumption", "· cases\n  assumption")


def test_the_tree_is_the_stored_one():
    tree = search(SPLIT, AND).tree
    assert tree is not None
    assert tree_to_dict(tree) == json.loads(GOLDEN.read_text(encoding="utf-8"))


def test_the_same_search_runs_the_same_way_twice():
    first, second = World(SPLIT), World(SPLIT)
    search(first, AND)
    search(second, AND)
    assert first.calls == second.calls


def test_a_search_that_pauses_does_the_same_as_one_that_does_not():
    ticks = itertools.count()
    whole, parts = World(SPLIT), World(SPLIT)
    search(whole, AND)

    async def in_parts() -> tuple[SearchResult, int]:
        pauses = 0
        config = SearchConfig(wall_seconds=0)
        one = Search(state_of([AND]), parts, TACTICS, config, lambda: next(ticks))
        while (result := await one.go_on(1.0)) is None:
            pauses += 1
        return result, pauses

    result, pauses = asyncio.run(in_parts())
    assert pauses > 1
    assert parts.calls == whole.calls
    assert tree_to_dict(result.tree) == json.loads(GOLDEN.read_text(encoding="utf-8"))


def test_pauses_do_not_count_as_wall_time():
    now = 0.0

    class Slow(World):
        async def run_tacs(self, attempts):
            nonlocal now
            now += 1.0
            return await super().run_tacs(attempts)

    async def in_parts() -> SearchResult:
        nonlocal now
        config = SearchConfig(wall_seconds=5.0, max_expansions=0)
        one = Search(state_of(["⊢ p0"]), Slow(CHAIN), Menu(("next",)), config, lambda: now)
        while (result := await one.go_on(1.5)) is None:
            now += 100.0
        return result

    result = asyncio.run(in_parts())
    assert result.outcome is SearchOutcome.WALL_TIME
    assert result.stats.wall_seconds == pytest.approx(5.0)


def test_a_search_that_is_stopped_in_a_pause_has_run_out_of_the_runs_time():
    async def stopped() -> SearchResult:
        one = Search(state_of([AND]), World(SPLIT), TACTICS, SearchConfig())
        assert await one.go_on(1e-9) is None
        return one.stopped()

    assert asyncio.run(stopped()).outcome is SearchOutcome.RUN_TIME


def test_candidates_at_work_are_broken_off_when_the_wall_time_is_over():
    class Hanging(World):
        async def run_tacs(self, attempts):
            await asyncio.sleep(60)
            raise AssertionError

    config = SearchConfig(wall_seconds=0.1)
    start = time.monotonic()
    result = asyncio.run(best_first(state_of([AND]), Hanging(SPLIT), TACTICS, config))
    assert result.outcome is SearchOutcome.WALL_TIME
    assert time.monotonic() - start < 30


def test_the_graph_leads_from_the_root_to_every_tactic():
    tree = search(SPLIT, AND).tree
    assert tree is not None
    graph = tree_to_graph(tree)
    tactics = {n for n in graph if n[0] == "tactic"}
    assert len(tactics) == sum(1 for _ in tree.edges())
    assert tactics <= networkx.descendants(graph, ("goal", 0))


def test_errors_of_lean_are_kept():
    tree = search(SPLIT, AND).tree
    assert tree is not None
    details = {e.detail for e in tree.edges() if e.status is EdgeStatus.ERROR}
    assert "no rule for exact" in details


@pytest.mark.parametrize(
    ("fault", "status"),
    [
        (Outcome.TIMEOUT, EdgeStatus.TIMEOUT),
        (Outcome.OUT_OF_MEMORY, EdgeStatus.OUT_OF_MEMORY),
        (Outcome.CRASHED, EdgeStatus.CRASHED),
        (ProofGivenUp(), EdgeStatus.GIVEN_UP),
    ],
)
def test_a_bad_candidate_costs_that_candidate_only(fault, status):
    result = search({"⊢ p": {"bad": fault, "good": []}}, "⊢ p", Menu(("bad", "good")))
    assert result.outcome is SearchOutcome.PROVED
    assert result.proof == ("good",)
    assert result.stats.timeouts == isinstance(fault, Outcome)
    assert result.tree is not None
    assert [e.status for e in result.tree.edges()] == [status, EdgeStatus.FINISHED]


CHAIN = {f"⊢ p{i}": {"next": [f"⊢ p{i + 1}"]} for i in range(1000)}


def test_an_empty_queue_is_told_from_a_spent_budget():
    result = search({"⊢ p": {}}, "⊢ p")
    assert result.outcome is SearchOutcome.QUEUE_EMPTY
    assert result.tree is not None
    assert result.tree.root.status is NodeStatus.FAILED


def test_the_budget_of_expansions():
    result = search(CHAIN, "⊢ p0", Menu(("next",)), max_expansions=7)
    assert result.outcome is SearchOutcome.EXPANSIONS
    assert result.stats.expansions == 7


def test_the_last_expanded_node_still_gets_all_its_waves():
    rules = {"⊢ p": {"last": []}}
    menu = Menu((*(f"t{i}" for i in range(20)), "last"))
    assert search(rules, "⊢ p", menu, max_expansions=1).outcome is SearchOutcome.PROVED


def test_the_budget_of_lean_time():
    result = search(CHAIN, "⊢ p0", Menu(("next",)), lean_seconds=5.0, max_expansions=0)
    assert result.outcome is SearchOutcome.LEAN_TIME
    assert result.stats.lean_seconds == pytest.approx(5.0)


def test_the_budget_of_wall_time():
    result = search(CHAIN, "⊢ p0", Menu(("next",)), wall_seconds=9.0, max_expansions=0)
    assert result.outcome is SearchOutcome.WALL_TIME
    assert result.stats.wall_seconds >= 9.0


def test_a_lean_that_cannot_start_is_an_error_and_keeps_the_tree():
    class Broken:
        async def run_tacs(self, attempts):
            raise LeanProcessError("Lean cannot be started.", "no such file")

    result = search(Broken(), "⊢ p")  # type: ignore[arg-type]
    assert result.outcome is SearchOutcome.ERROR
    assert "no such file" in result.detail
    assert result.tree is not None


def test_goals_equal_up_to_names_are_expanded_once_and_the_proof_is_renamed():
    rules = {
        "⊢ r": {"split": ["x : ℕ\nhx : x = 1\n⊢ x = 1", "y : ℕ\nhy : y = 1\n⊢ y = 1"]},
        "x : ℕ\nhx : x = 1\n⊢ x = 1": {"exact hx": []},
        "y : ℕ\nhy : y = 1\n⊢ y = 1": {"exact hy": []},
    }
    result = search(rules, "⊢ r", Menu(("split", "exact hx")))
    assert result.outcome is SearchOutcome.PROVED
    assert result.proof == ("split", "· exact hx", "· exact hy")
    assert result.stats.merged == 1
    assert result.stats.expansions == 2


def test_a_proof_that_does_not_assemble_is_taken_back_and_the_search_goes_on():
    rules = {
        "⊢ r": {"split": ["x : ℕ\n⊢ x = x", "y : ℕ\n⊢ y = y"], "other": []},
        "x : ℕ\n⊢ x = x": {"rfl": []},
        "y : ℕ\n⊢ y = y": {},
    }
    result = search(rules, "⊢ r", Menu(("split", "rfl", "other")), wave=1)
    assert result.outcome is SearchOutcome.PROVED
    assert result.proof == ("other",)
    assert result.tree is not None
    assert EdgeStatus.RETRACTED in {e.status for e in result.tree.edges()}


def test_a_goal_whose_sibling_failed_is_not_worked_on():
    rules = {
        "⊢ r": {"split": ["⊢ hopeless", "⊢ deep"]},
        "⊢ deep": {"next": ["⊢ deeper"]},
        "⊢ deeper": {"next": ["⊢ deepest"]},
    }
    result = search(rules, "⊢ r", Menu(("split", "next")))
    assert result.outcome is SearchOutcome.QUEUE_EMPTY
    assert result.tree is not None
    unasked = [n.focus.view.pp for n in result.tree.nodes if not n.edges]
    assert unasked == ["⊢ deeper"]


def test_goals_that_share_a_metavariable_stay_together():
    rules = {
        "⊢ ∃ x, x = 2": {"refine": ["⊢ ?w = 2", "⊢ ℕ"]},
        "⊢ ?w = 2": {"rfl": []},
        "⊢ ℕ": {"exact 2": []},
    }
    result = search(rules, "⊢ ∃ x, x = 2", Menu(("refine", "rfl", "exact 2")))
    assert result.proof == ("refine", "rfl", "exact 2")


def test_a_loop_is_no_progress():
    result = search({"⊢ p": {"symm": ["⊢ p"]}}, "⊢ p", Menu(("symm",)))
    assert result.outcome is SearchOutcome.QUEUE_EMPTY
    assert result.tree is not None
    assert [e.status for e in result.tree.edges()] == [EdgeStatus.LOOP]


def test_a_tactic_that_touches_other_goals_is_refused():
    rules = {
        "⊢ r": {"split": ["⊢ a", "⊢ b"]},
        "⊢ a": {"easy": []},
        "⊢ b": {"greedy": []},
    }

    class Greedy(World):
        def _script(self, goals, lines):
            return [] if lines == ["greedy"] else super()._script(goals, lines)

    result = search(Greedy(rules), "⊢ r", Menu(("split", "greedy")))
    assert result.outcome is not SearchOutcome.PROVED or result.proof == ("greedy",)


def test_waves_let_a_likely_step_elsewhere_go_first():
    world = World({"⊢ p": {"a": ["⊢ q"]}, "⊢ q": {"a": []}})
    menu = Menu(("a", *(f"t{i}" for i in range(30))))
    result = search(world, "⊢ p", menu, wave=4, width=1)
    assert result.outcome is SearchOutcome.PROVED
    assert result.stats.candidates <= 12
