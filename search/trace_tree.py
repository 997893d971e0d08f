"""A trace as the search tree that it would be, and nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from formalmath.lean.goals import parse_goals
from formalmath.lean.trace import Trace
from search.canonical import goal_key
from search.traces import MOST_DETAIL
from search.tree import EdgeStatus, NodeStatus


def trace_tree(trace: Trace) -> dict[str, Any]:
    """The tree, in the form of `search.export.tree_to_dict`: nodes are goals, edges are tactics.

    A step's edge leads from the first goal of its state to the goals that are new behind it. Beside
    it stand the failures that left one goal, which is open (of several, some may have been proved).
    A goal that the proof comes back to is worked on once, so that nothing leads back to itself.
    """
    grown = _Grown()
    for step in trace.steps:
        before, after = _blocks(step.state), _blocks(step.after)
        if not before:
            continue
        rest = before[1:]
        kept = len(after) - len(rest)
        new = after[:kept] if kept >= 0 and after[kept:] == rest else ()
        source = grown.node(before[0], NodeStatus.PROVED)
        children = [grown.node(goal, NodeStatus.PROVED) for goal in new]
        if grown.has_edges(source):
            continue
        grown.edge(
            source, step.tactic, EdgeStatus.GOALS if new else EdgeStatus.FINISHED, children, True
        )
        for failure in step.failures:
            goals = _blocks(failure.detail)
            whole = len(failure.detail) < MOST_DETAIL
            if failure.status == EdgeStatus.GOALS and len(goals) == 1 and whole:
                left = [grown.node(goals[0], NodeStatus.OPEN)]
                grown.edge(source, failure.tactic, EdgeStatus.GOALS, left, False)
    return {"nodes": grown.nodes, "edges": grown.edges, "merged": 0}


class _Grown:
    """Nodes and edges so far."""

    def __init__(self) -> None:
        self.nodes: list[dict[str, Any]] = []
        self.edges: list[dict[str, Any]] = []
        self._ids: dict[str, int] = {}
        self._sources: set[int] = set()

    def node(self, goal: str, status: NodeStatus) -> int:
        """The node of a goal, by its key; what was proved once is proved."""
        key = "\n\n".join(map(goal_key, parse_goals(goal)))
        if key not in self._ids:
            self._ids[key] = len(self.nodes)
            shown = {"goal": goal, "status": str(status), "log_prob": 0.0, "depth": 0}
            self.nodes.append({"id": self._ids[key], **shown})
        node = self.nodes[self._ids[key]]
        if status is NodeStatus.PROVED:
            node["status"] = str(status)
        return int(node["id"])

    def has_edges(self, source: int) -> bool:
        """Whether the goal was worked on."""
        return source in self._sources

    def edge(
        self, source: int, tactic: str, status: EdgeStatus, children: Sequence[int], step: bool
    ) -> None:
        """Add a tactic; of a step's goals those that were worked on before do not count."""
        self._sources.add(source)
        forward = [c for c in children if not step or c not in self._sources]
        number = len(self.edges)
        shown = {"log_prob": 0.0, "status": str(status), "detail": "", "in_proof": step}
        self.edges.append(
            {"number": number, "source": source, "tactic": tactic, "children": forward, **shown}
        )


def _blocks(state: str) -> list[str]:
    return [block for block in state.split("\n\n") if block.strip()]
