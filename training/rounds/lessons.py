"""What a search teaches: which tactics prove which goals, and which goals are near to a proof.

Nothing else. Every goal that was proved on the way to a VERIFIED proof is a small theorem with a
tactic of its own, whether the final proof went through it or not. Of a theorem without a VERIFIED
proof nothing is taken.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from formalmath.informal.chat import Message
from formalmath.informal.prompts import PROMPTS, Prompt, filled
from search.best_first import SearchOutcome
from search.evaluation import Saved
from search.traces import read_tree
from search.tree import EdgeStatus, NodeStatus
from search.value_pairs import ValuePair, value_pairs
from training.example import Example

TASK = "tactic suggestion"


@dataclass(frozen=True)
class Lesson:
    """A goal that was proved, and how.

    Attributes:
        theorem: in whose search.
        node: the goal's number there.
        goal: as Lean prints it.
        tactics: those that proved it with the fewest steps in all.
        failed: those that were tried in vain: Lean refused them, or what they left was not proved.
    """

    theorem: str
    node: int
    goal: str
    tactics: Sequence[str]
    failed: Sequence[str]


@dataclass(frozen=True)
class Lessons:
    """What several searches teach.

    Attributes:
        examples: a tactic for each goal.
        choices: for each goal what helped and what did not, for `training.learning.ranking`.
        pairs: goals of which one is nearer to a proof.
    """

    examples: Sequence[Example]
    choices: Sequence[Mapping[str, Any]]
    pairs: Sequence[ValuePair]


def lessons(folders: Iterable[Saved]) -> Lessons:
    """Those of all verified attempts in results folders.

    Among tactics that are as good at a goal, the one that serves most often is taught, so that the
    choice among equals does not depend on what a search happened to try first. A goal that was
    proved twice is taught once.
    """
    found: list[Lesson] = []
    pairs: dict[ValuePair, None] = {}
    for saved in folders:
        for attempt in saved.latest:
            tree = read_tree(saved.tree_file(attempt))
            if attempt.outcome is SearchOutcome.PROVED and tree is not None:
                found += proved_goals(attempt.name, tree)
                pairs.update(dict.fromkeys(value_pairs(tree, attempt.name)))
    served = Counter(tactic for lesson in found for tactic in lesson.tactics)
    examples: dict[str, Example] = {}
    choices: dict[str, Mapping[str, Any]] = {}
    for lesson in found:
        # The most useful first; a goal that was met before is not told again.
        good = sorted(lesson.tactics, key=lambda each: (-served[each], len(each), each))
        examples.setdefault(lesson.goal, _example(lesson, good[0]))
        choices.setdefault(lesson.goal, _choice(lesson, good))
    return Lessons(list(examples.values()), list(choices.values()), list(pairs))


def proved_goals(theorem: str, tree: Mapping[str, Any]) -> Iterator[Lesson]:
    """The goals that a tree (`search.export.tree_to_dict`) has proofs of."""
    proved = {node["id"] for node in tree["nodes"] if node["status"] == NodeStatus.PROVED}
    edges: dict[int, list[Mapping[str, Any]]] = {}
    failed: dict[int, list[str]] = {}
    for edge in tree["edges"]:
        if EdgeStatus(edge["status"]).succeeded and proved.issuperset(edge["children"]):
            edges.setdefault(edge["source"], []).append(edge)
        else:
            failed.setdefault(edge["source"], []).append(edge["tactic"])
    steps = _steps(edges)
    for node in tree["nodes"]:
        number = node["id"]
        if number in edges and steps[number] < math.inf:
            best = [e["tactic"] for e in edges[number] if _cost(e, steps) == steps[number]]
            yield Lesson(theorem, number, node["goal"], best, failed.get(number, []))


def _steps(edges: Mapping[int, Sequence[Mapping[str, Any]]]) -> dict[int, float]:
    """The tactics in the shortest proof of each goal; a goal may reappear above itself."""
    steps = dict.fromkeys(edges, math.inf)
    changed = True
    while changed:
        changed = False
        for number, some in edges.items():
            least = min(_cost(edge, steps) for edge in some)
            if least < steps[number]:
                steps[number], changed = least, True
    return steps


def _cost(edge: Mapping[str, Any], steps: Mapping[int, float]) -> float:
    return 1 + sum(steps.get(child, math.inf) for child in edge["children"])


def _example(lesson: Lesson, tactic: str) -> Example:
    question = Message("user", filled(PROMPTS[Prompt.TACTIC], STATE=lesson.goal))
    name = f"{lesson.theorem}/{lesson.node}"
    return Example(TASK, (question, Message("assistant", tactic)), name, "search")


def _choice(lesson: Lesson, good: Sequence[str]) -> Mapping[str, Any]:
    return {
        "state": lesson.goal,
        "good": list(good),
        "bad": list(lesson.failed),
        "name": lesson.theorem,
    }
