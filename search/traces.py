"""Verified proofs of a results folder as they are traced, with what failed beside them."""

from __future__ import annotations

import dataclasses
import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from formalmath.lean.goals import parse_goals
from formalmath.lean.proof_text import render_proof
from formalmath.lean.theorem import Theorem
from formalmath.lean.trace import Failure, Step, Trace
from formalmath.lean.tracing import by_block
from formalmath.proved import Proved, proved_in
from formalmath.recorder import Skipped
from search.attempt import Attempt
from search.best_first import SearchOutcome
from search.canonical import goal_key
from search.evaluation import Saved
from search.tree import EdgeStatus, NodeStatus

MOST_FAILURES = 16
"""Kept of what failed at one step."""

MOST_DETAIL = 2_000
"""Characters kept of one failure's detail."""

Tree = Mapping[str, Any]
"""A search tree as `search.export.tree_to_dict` writes it."""


def proved_attempts(
    saved: Saved, environment_hash: str
) -> Iterator[tuple[Attempt, Proved | Skipped]]:
    """The attempts that ended as PROVED, in order, with the theorem and the proof.

    What stands in the proof's file is the theorem and the proof that were verified if the attempt's
    key and its tactics say so and the environment is still the same. Else it has to be verified
    again, and counts as not `verified`.
    """
    for attempt in saved.latest:
        if attempt.outcome is SearchOutcome.PROVED:
            yield attempt, _proved(attempt, saved.proof_file(attempt), environment_hash)


def read_tree(file: Path) -> Tree | None:
    """A tree of a results folder; None if there is none that can be read."""
    try:
        tree = json.loads(file.read_bytes())
    except (OSError, ValueError):
        return None
    whole = isinstance(tree, dict) and {"nodes", "edges"} <= tree.keys()
    return tree if whole else None


def with_failures(trace: Trace, tree: Tree, most: int = MOST_FAILURES) -> Trace:
    """The trace, each step with what the search tried in vain at its state.

    A step belongs to the node whose goals are the first of its state, up to the names of
    hypotheses. A failure is a tactic that Lean refused or did not end, that led nowhere new, or
    that left goals of which one was never proved. The likeliest by the policy come first, at most
    `most`.
    """
    nodes = {_key(node["goal"]): node["id"] for node in reversed(tree["nodes"])}
    spans = sorted({key.count("\n\n") + 1 for key in nodes})
    goals = {node["id"]: node["goal"] for node in tree["nodes"]}
    proved = {node["id"] for node in tree["nodes"] if node["status"] == NodeStatus.PROVED}
    tried: dict[int, list[Mapping[str, Any]]] = {}
    for edge in tree["edges"]:
        if not _helped(edge, proved):
            tried.setdefault(edge["source"], []).append(edge)

    def marked(step: Step) -> Step:
        keys = [goal_key(goal) for goal in parse_goals(step.state)]
        found = (nodes.get("\n\n".join(keys[:span])) for span in spans if span <= len(keys))
        node = next((each for each in found if each is not None), None)
        if node is None:
            return step
        edges = [edge for edge in tried.get(node, ()) if edge["tactic"] != step.tactic]
        edges.sort(key=lambda edge: (-edge["log_prob"], edge["number"]))
        failures = tuple(_failure(edge, goals) for edge in edges[:most])
        return dataclasses.replace(step, failures=failures)

    return dataclasses.replace(trace, steps=tuple(map(marked, trace.steps)))


def _proved(attempt: Attempt, file: Path, environment_hash: str) -> Proved | Skipped:
    try:
        text = file.read_bytes().decode()
    except (OSError, ValueError) as error:
        return Skipped("its proof file cannot be read", f"{file}: {error}")
    provenance = {**attempt.provenance, "attempt": attempt.key, "proof": list(attempt.proof)}
    found = [
        each for each in proved_in(text, attempt.source, provenance)
        if each.theorem.name == attempt.name
    ]  # fmt: skip
    if not found:
        return Skipped("its proof file holds another theorem", str(file))
    proved = found[-1]
    for statement in _statements(proved.theorem.statement):
        theorem = dataclasses.replace(proved.theorem, statement=statement)
        if _attempted(attempt, theorem) and text == render_proof(theorem, attempt.proof):
            same = attempt.provenance.get("environment_hash") == environment_hash
            proof = by_block(attempt.proof)
            return dataclasses.replace(proved, theorem=theorem, proof=proof, verified=same)
    return proved


def _statements(written: str) -> Sequence[str]:
    """What a statement may have been that stands so before its `:=`."""
    return (written, written.removesuffix(" "), written.removesuffix("\n  "))


def _attempted(attempt: Attempt, theorem: Theorem) -> bool:
    """Whether this is the theorem that the attempt was made on: its key says so."""
    parts = [theorem.prefix, theorem.statement, attempt.provenance]
    key = hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()
    return key.startswith(attempt.key)


def _helped(edge: Mapping[str, Any], proved: set[int]) -> bool:
    """Whether the tactic proved its goal, in the end."""
    return EdgeStatus(edge["status"]).succeeded and proved.issuperset(edge["children"])


def _failure(edge: Mapping[str, Any], goals: Mapping[int, str]) -> Failure:
    left = "\n\n".join(goals[child] for child in edge["children"])
    return Failure(edge["tactic"], edge["status"], (edge["detail"] or left)[:MOST_DETAIL])


def _key(goal: str) -> str:
    return "\n\n".join(goal_key(each) for each in parse_goals(goal))
