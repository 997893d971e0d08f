"""Pairs of states of which one is nearer to a proof, for a critic; nothing else.

After InternLM2.5-StepProver (arXiv 2410.15700, section 3.2), where a critic learns from pairs of
states by a Bradley-Terry loss: of two states on the path of a proof the later is better ("path"),
and a state on it is better than one beside it ("sibling"). There a state is all goals that are
left, and a proof a chain. Here a state is one goal and a proof a tree:

* "path": the proof of a goal contains the proofs of all goals that its tactic left, whatever their
  number; so each of these, and each further down, is nearer to its end than the goal is. Goals that
  lie in different branches are not compared.
* "sibling": at a goal of the proof, a goal that its tactic left is better than one that another
  tactic left and that the search has not proved. What was proved, in the tree's eyes, is never the
  worse one, wherever it stands.

Only trees whose proof has the verdict VERIFIED are to be given.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from itertools import chain, islice, zip_longest
from typing import Any

from search.tree import NodeStatus

MOST_PAIRS = 64
"""Of one theorem."""


@dataclass(frozen=True)
class ValuePair:
    """Two states as Lean prints them.

    Attributes:
        better: the one that is nearer to a proof.
        worse: the other.
        kind: `path` or `sibling`.
        name: of the theorem.
    """

    better: str
    worse: str
    kind: str
    name: str

    def to_json(self) -> dict[str, str]:
        """A JSON object."""
        return asdict(self)


def value_pairs(tree: Mapping[str, Any], name: str, most: int = MOST_PAIRS) -> list[ValuePair]:
    """The pairs of one tree, as `search.export.tree_to_dict` writes it; none if it has no proof.

    At most `most`: of either kind in turn, of path pairs the closest first, of sibling pairs those
    nearest to the root, and there the likeliest by the policy. No pair comes twice.
    """
    proof = _Proof(tree)
    path = ((b, w, "path") for b, w in proof.descents())
    sibling = ((b, w, "sibling") for b, w in proof.beside())
    mixed = (pair for pair in chain.from_iterable(zip_longest(path, sibling)) if pair)
    goals = proof.goals
    told = dict.fromkeys(
        ValuePair(goals[b], goals[w], kind, name) for b, w, kind in mixed if goals[b] != goals[w]
    )
    return list(islice(told, most))


class _Proof:
    """The goals of the proof that a tree holds, by number."""

    def __init__(self, tree: Mapping[str, Any]) -> None:
        self.goals: dict[int, str] = {node["id"]: node["goal"] for node in tree["nodes"]}
        self._proved = {n["id"] for n in tree["nodes"] if n["status"] == NodeStatus.PROVED}
        self._step = {edge["source"]: edge for edge in tree["edges"] if edge["in_proof"]}
        self._others: dict[int, list[Mapping[str, Any]]] = {}
        for edge in tree["edges"]:
            if not edge["in_proof"]:
                self._others.setdefault(edge["source"], []).append(edge)
        self._path: list[int] = list(self._from_root()) if 0 in self._step else []

    def descents(self) -> Iterator[tuple[int, int]]:
        """A goal of the proof and one that it came of, by how many steps lie between."""
        apart = [(child, goal) for goal in self._path for child in self._children(goal)]
        while apart:
            yield from apart
            apart = list(
                dict.fromkeys((far, goal) for near, goal in apart for far in self._children(near))
            )

    def beside(self) -> Iterator[tuple[int, int]]:
        """A goal that a step left, and one that another tactic left at the same place."""
        for goal in self._path:
            others = sorted(
                self._others.get(goal, ()), key=lambda edge: (-edge["log_prob"], edge["number"])
            )
            left = dict.fromkeys(child for edge in others for child in edge["children"])
            worse = [child for child in left if child not in self._proved and child != goal]
            yield from ((better, each) for each in worse for better in self._children(goal))

    def _children(self, goal: int) -> list[int]:
        return list(dict.fromkeys(self._step[goal]["children"]))

    def _from_root(self) -> Iterator[int]:
        """The goals of the proof, each once, level by level."""
        seen, level = {0}, [0]
        while level:
            yield from level
            below = dict.fromkeys(child for goal in level for child in self._children(goal))
            level = [child for child in below if child not in seen]
            seen.update(level)
