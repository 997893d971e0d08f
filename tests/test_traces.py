"""Traces of a results folder: what failed beside a step, pairs for a critic, the command."""

from __future__ import annotations

import asyncio
import dataclasses
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import typer
from typer.testing import CliRunner

from formalmath.errors import InputError
from formalmath.lean.embedded_toolchain import EmbeddedToolchain
from formalmath.lean.proof_text import render_proof
from formalmath.lean.source import sorry_theorems
from formalmath.lean.trace import Failure, Step, Trace
from formalmath.limits import Limits
from formalmath.proved import Proved
from formalmath.recorder import Skipped
from formalmath.traces import Traces, read_traces
from formalmath.verify.verdict import Verified, verdict_to_json
from search import Focus, SearchConfig, best_first, tree_to_dict
from search.attempt import Attempt, Provenance
from search.best_first import SearchOutcome, SearchResult
from search.evaluation import Results, Saved
from search.prover import Proving
from search.trace_command import trace
from search.trace_run import Work, trace_all, work_in, write_pairs
from search.trace_tree import trace_tree
from search.traces import proved_attempts, with_failures
from search.value_pairs import ValuePair, value_pairs
from tests.search_world import Menu, World, state_of

FILE = """\
import Mathlib

theorem swap (p q : Prop) (hp : p) (hq : q) : q ∧ p := by sorry

theorem easy (n : ℕ) : n + 0 = n := by sorry
"""
MENU = Menu(("simp_all", "constructor", "left", "intro x", "exact hp", "exact hq", "rfl"))
PROOFS = {"swap": ("constructor", "· exact hq", "· exact hp"), "easy": ("rfl",)}


def node(number: int, goal: str, status: str = "proved") -> dict[str, Any]:
    return {"id": number, "goal": goal, "status": status, "log_prob": 0.0, "depth": 0}


def edge(
    number: int, source: int, tactic: str, status: str = "goals left", **more: Any
) -> dict[str, Any]:
    basis = {"log_prob": -float(number), "detail": "", "children": [], "in_proof": False}
    return {"number": number, "source": source, "tactic": tactic, "status": status, **basis, **more}


TREE = {
    "nodes": [
        node(0, "p q : Prop\n⊢ p ∧ q"),
        node(1, "case left\np q : Prop\n⊢ p"),
        node(2, "case right\np q : Prop\n⊢ q"),
        node(3, "p q : Prop\n⊢ q → p", "open"),
        node(4, "p q : Prop\n⊢ p ∨ p"),
        node(5, "p q : Prop\n⊢ False", "failed"),
    ],
    "edges": [
        edge(0, 0, "bad", "error", detail="no such tactic"),
        edge(1, 0, "constructor", children=[1, 2], in_proof=True),
        edge(2, 0, "turn", children=[3]),
        edge(3, 0, "other", children=[1, 2]),
        edge(4, 0, "slow", "timeout", log_prob=-0.5),
        edge(5, 1, "p", "no goals left", in_proof=True),
        edge(6, 1, "p'", "no goals left"),
        edge(7, 1, "exfalso", children=[5]),
        edge(8, 2, "or", children=[4], in_proof=True),
        edge(9, 2, "wrong", children=[4, 3]),
        edge(10, 4, "left", "no goals left", in_proof=True),
    ],
    "merged": 0,
}


def test_a_step_gets_what_was_tried_in_vain_at_its_goals() -> None:
    steps = (
        Step("a b : Prop\n⊢ a ∧ b", "constructor", "..."),  # other names
        Step("case left\np q : Prop\n⊢ p\n\ncase right\np q : Prop\n⊢ q", "p''", "..."),
        Step("p q : Prop\n⊢ q ∧ q", "constructor", "..."),
    )
    first, second, third = with_failures(Trace("t", "", "", "", steps), TREE).steps
    assert first.failures == (
        Failure("bad", "error", "no such tactic"),
        Failure("slow", "timeout", ""),
        Failure("turn", "goals left", "p q : Prop\n⊢ q → p"),
    )
    assert second.failures == (Failure("exfalso", "goals left", "p q : Prop\n⊢ False"),)
    assert third.failures == ()


def test_only_the_likeliest_failures_are_kept_and_never_the_step_itself() -> None:
    steps = (Step("p q : Prop\n⊢ p ∧ q", "slow", ""),)
    [step] = with_failures(Trace("t", "", "", "", steps), TREE, most=1).steps
    assert [failure.tactic for failure in step.failures] == ["bad"]


def test_pairs_follow_the_proof_downwards_and_stand_beside_it() -> None:
    goal = {each["id"]: each["goal"] for each in TREE["nodes"]}  # type: ignore[attr-defined]
    pairs = value_pairs(TREE, "t")
    named = [(pair.kind, pair.better, pair.worse) for pair in pairs]
    assert set(named) == {
        ("path", goal[1], goal[0]),
        ("path", goal[2], goal[0]),
        ("path", goal[4], goal[2]),
        ("path", goal[4], goal[0]),
        ("sibling", goal[1], goal[3]),
        ("sibling", goal[2], goal[3]),
        ("sibling", goal[4], goal[3]),
    }
    assert [kind for kind, _, _ in named[:4]] == ["path", "sibling", "path", "sibling"]
    assert value_pairs(TREE, "t") == pairs
    assert value_pairs(TREE, "t", most=3) == pairs[:3]
    assert pairs[0].to_json() == dataclasses.asdict(pairs[0])


def test_a_tree_without_a_proof_has_no_pairs() -> None:
    open_tree = {**TREE, "edges": [{**each, "in_proof": False} for each in _edges()]}
    assert value_pairs(open_tree, "t") == []


def _edges() -> list[Mapping[str, Any]]:
    return TREE["edges"]  # type: ignore[return-value]


def test_pairs_of_a_search_never_hold_a_proved_goal_for_worse() -> None:
    rules = {
        "⊢ a": {"split": ["⊢ b", "⊢ c"], "stray": ["⊢ d"], "round": ["⊢ c", "⊢ e"]},
        "⊢ b": {"one": []},
        "⊢ c": {"split": ["⊢ b"], "stray": ["⊢ f"]},
        "⊢ d": {},
    }
    world, menu = World(rules), Menu(("stray", "round", "split", "one"))
    result = asyncio.run(best_first(state_of(["⊢ a"]), world, menu))
    assert result.outcome is SearchOutcome.PROVED
    assert result.tree is not None
    pairs = value_pairs(tree_to_dict(result.tree), "t")
    proved = {n.focus.view.pp for n in result.tree.nodes if n.status == "proved"}
    assert {pair.worse for pair in pairs if pair.kind == "sibling"} <= {"⊢ d", "⊢ e", "⊢ f"}
    assert {pair.better for pair in pairs} <= proved
    assert ValuePair("⊢ b", "⊢ a", "path", "t") in pairs


@pytest.fixture(scope="module")
def folder(toolchain: EmbeddedToolchain, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A results folder with two proved theorems."""
    folder = tmp_path_factory.mktemp("results")
    made = Provenance(
        toolchain.name, toolchain.version, toolchain.environment_hash, "none", "menu",
        SearchConfig(), Limits(),
    )  # fmt: skip

    async def run() -> None:
        from formalmath.lean.dojo import Dojo

        lean = toolchain.elaborator()
        try:
            with Results(folder) as results:
                for theorem in sorry_theorems(FILE, "my.lean"):
                    async with Dojo(theorem, lean) as (dojo, state):
                        found = await best_first(state, dojo, MENU)
                    attempt = Attempt(
                        made.key(theorem), theorem.name, theorem.source, SearchOutcome.PROVED,
                        PROOFS[theorem.name], verdict_to_json(Verified()),
                        provenance=dataclasses.asdict(made),
                    )  # fmt: skip
                    text = render_proof(theorem, attempt.proof)
                    results.add(Proving(attempt, text, _tree(found)))
        finally:
            await lean.close()

    asyncio.run(run())
    return folder


def _tree(result: SearchResult) -> Any:
    assert result.tree is not None
    assert isinstance(result.tree.root.focus, Focus)
    return result.tree


def test_theorems_come_back_from_the_files_of_their_proofs(
    folder: Path, toolchain: EmbeddedToolchain
) -> None:
    here = dict(_proved(folder, toolchain.environment_hash))
    theorems = {theorem.name: theorem for theorem in sorry_theorems(FILE, "my.lean")}
    for name, proved in here.items():
        stated = dataclasses.replace(theorems[name], statement=theorems[name].statement)
        assert (proved.verified, proved.theorem) == (True, stated)
    elsewhere = dict(_proved(folder, "another environment"))
    assert [proved.verified for proved in elsewhere.values()] == [False, False]


def test_a_file_that_was_changed_is_not_taken_for_verified(
    folder: Path, toolchain: EmbeddedToolchain, tmp_path: Path
) -> None:
    copy = tmp_path / "copy"
    for file in (f for f in folder.rglob("*") if f.is_file()):
        target = copy / file.relative_to(folder)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(file.read_bytes())
    proof = copy / "proofs" / "easy.lean"
    proof.write_text(proof.read_text().replace("n + 0 = n", "0 + n = n"))
    (copy / "proofs" / "swap.lean").unlink()
    found = [each for _, each in proved_attempts(Saved.load(copy), toolchain.environment_hash)]
    reasons = {each.reason for each in found if isinstance(each, Skipped)}
    assert reasons == {"its proof file cannot be read"}
    assert [each.verified for each in found if isinstance(each, Proved)] == [False]


def _proved(folder: Path, environment_hash: str) -> list[tuple[str, Proved]]:
    found = proved_attempts(Saved.load(folder), environment_hash)
    return [(attempt.name, each) for attempt, each in found if isinstance(each, Proved)]


def run(*args: str | Path) -> Any:
    app = typer.Typer()
    app.command()(trace)
    return CliRunner().invoke(app, [*map(str, args), "--lean", "embedded", "--no-sandbox"])


def test_the_command_traces_folders_and_files_and_resumes(folder: Path, tmp_path: Path) -> None:
    out, pairs = tmp_path / "traces.jsonl", tmp_path / "pairs.jsonl"
    mine = tmp_path / "Mine.lean"
    mine.write_text("theorem mine : True := by trivial\ntheorem not_yet : True := by exact sorry\n")
    first = run(folder, "--out", out, "--pairs", pairs, "--jobs", 1)
    assert first.exit_code == 0, first.output
    traces = {each.name: each for each in read_traces(out)}
    swap = traces["swap"]
    assert [step.tactic for step in swap.steps] == ["constructor", "exact hq", "exact hp"]
    assert swap.provenance["policy"] == "menu"
    assert swap.provenance["search"]["seed"] == 0
    assert swap.premises == ("And.intro",)
    # `simp_all` had proved it in the search: what this proof does not use is no failure of it.
    failed = [failure.tactic for failure in swap.steps[0].failures]
    assert failed == ["left", "intro x", "exact hp", "exact hq", "rfl"]
    assert pairs.read_text()
    for line in pairs.read_text().splitlines():
        assert json.loads(line).keys() == {"better", "worse", "kind", "name"}

    assert run(folder, "--out", out).exit_code != 0  # without --resume
    before = out.read_bytes()
    again = run(folder, mine, "--out", out, "--resume", "--jobs", 1)
    assert again.exit_code == 1
    assert "Skipped, rejected: sorry: 1." in again.output
    assert out.read_bytes().startswith(before)
    assert [each.name for each in read_traces(out)] == ["swap", "easy", "mine"]


def test_wrong_targets_are_named(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("")
    for target, why in [
        (tmp_path / "none.lean", "does not exist"),
        (tmp_path, "no results folder"),
        (tmp_path / "a.txt", "neither a Lean file nor"),
    ]:
        found = run(target, "--out", tmp_path / "t.jsonl")
        assert isinstance(found.exception, InputError)
        assert why in str(found.exception)
    assert not (tmp_path / "t.jsonl").exists()


def goals(*names: str) -> str:
    return "\n\n".join(f"⊢ {name}" for name in names)


def test_a_trace_is_a_tree_of_its_goals() -> None:
    steps = (
        Step(goals("a"), "split", goals("b", "c"), failures=(
            Failure("stray", "goals left", goals("d")), Failure("bad", "error", "no"),
            Failure("two", "goals left", goals("f", "g")),
        )),
        Step(goals("b", "c"), "turn", goals("e", "c")),
        Step(goals("e", "c"), "back", goals("b", "c")),
        Step(goals("b", "c"), "one", goals("c")),
        Step(goals("c"), "one", ""),
    )  # fmt: skip
    tree = trace_tree(Trace("t", "", "", "", steps))
    assert [(n["goal"], n["status"]) for n in tree["nodes"]] == [
        ("⊢ a", "proved"),
        ("⊢ b", "proved"),
        ("⊢ c", "proved"),
        ("⊢ d", "open"),
        ("⊢ e", "proved"),
    ]
    assert [(e["tactic"], e["source"], e["children"], e["in_proof"]) for e in tree["edges"]] == [
        ("split", 0, [1, 2], True),
        ("stray", 0, [3], False),
        ("turn", 1, [4], True),
        ("back", 4, [], True),
        ("one", 2, [], True),
    ]
    found = {(p.kind, p.better, p.worse) for p in value_pairs(tree, "t")}
    assert found == {
        ("path", "⊢ b", "⊢ a"),
        ("path", "⊢ c", "⊢ a"),
        ("path", "⊢ e", "⊢ b"),
        ("path", "⊢ e", "⊢ a"),
        ("sibling", "⊢ b", "⊢ d"),
        ("sibling", "⊢ c", "⊢ d"),
    }


def test_states_are_compared_once_and_theorems_have_a_share_each(tmp_path: Path) -> None:
    def pair(better: str, worse: str, name: str = "t") -> ValuePair:
        return ValuePair(better, worse, "path", name)

    given = [pair("a", "b"), pair("b", "a"), pair("a", "c"), pair("a", "d"), pair("a", "d", "u")]
    assert write_pairs(tmp_path / "pairs.jsonl", given, most=2) == 3
    lines = (tmp_path / "pairs.jsonl").read_text().splitlines()
    assert [json.loads(line) for line in lines] == [
        given[0].to_json(),
        given[2].to_json(),
        given[4].to_json(),
    ]


def test_equal_proofs_are_traced_once(folder: Path, tmp_path: Path) -> None:
    class Records:
        def __init__(self) -> None:
            self.seen: list[str] = []

        async def record(self, proved: Proved) -> Trace | Skipped:
            self.seen.append(proved.target)
            return Trace(proved.target, "", "", "", ())

    records, work = Records(), work_in(folder, "e")
    with Traces(tmp_path / "traces.jsonl") as traces:
        gone = Work("gone", Skipped("its proof file cannot be read"))
        skipped = asyncio.run(trace_all([*work, gone, *work], records, traces, "e", jobs=2))
        assert sorted(records.seen) == ["easy", "swap"]
        assert [each.name for each, _ in skipped] == ["gone"]
        assert asyncio.run(trace_all(work, records, traces, "e")) == []
    assert sorted(records.seen) == ["easy", "swap"]
