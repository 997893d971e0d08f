"""The AND/OR graph of a search, and nothing else.

A node is a goal to prove (OR: one of its edges must succeed). An edge is a tactic tried there; its
children are the goals it left (AND: all must be proved). Goals equal up to renaming are one node,
so the graph has fewer nodes than the search met goals. Failed tactics stay, with Lean's error.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from search.canonical import renaming
from search.goals import Focus


class NodeStatus(StrEnum):
    """What is known of a goal."""

    OPEN = "open"
    PROVED = "proved"
    FAILED = "failed"


class EdgeStatus(StrEnum):
    """What became of a tactic."""

    GOALS = "goals left"
    FINISHED = "no goals left"
    ERROR = "error"
    GIVEN_UP = "given up"
    LOOP = "no progress"
    TIMEOUT = "timeout"
    OUT_OF_MEMORY = "out of memory"
    CRASHED = "crashed"
    RETRACTED = "did not assemble"

    @property
    def succeeded(self) -> bool:
        """Whether the tactic may be a step of a proof."""
        return self in (EdgeStatus.GOALS, EdgeStatus.FINISHED)


@dataclass(eq=False)
class Node:
    """A goal (or several that share metavariables).

    Attributes:
        id: number in order of discovery; the root has 0.
        focus: where it was met first; tactics are run there.
        score: log-probability of the best path to it from the root.
        depth: tactics on that path.
        exhausted: no candidate is left to try.
        proof: the first edge that proved it.
    """

    id: int
    focus: Focus
    score: float = 0.0
    depth: int = 0
    status: NodeStatus = NodeStatus.OPEN
    exhausted: bool = False
    proof: Edge | None = None
    edges: list[Edge] = field(default_factory=list)
    parents: list[Edge] = field(default_factory=list)


@dataclass(eq=False)
class Edge:
    """A tactic tried at a node.

    Attributes:
        met: for each child, where this edge met it; differs from the child's own focus
            when the goal was known already.
        log_prob: the policy's, of this tactic at this node.
        seconds: Lean's time.
        detail: Lean's error, or what is known of a timeout or crash.
        number: in order of discovery.
    """

    source: Node
    tactic: str
    log_prob: float
    status: EdgeStatus
    seconds: float
    detail: str = ""
    number: int = 0
    children: tuple[Node, ...] = ()
    met: tuple[Focus, ...] = ()

    @property
    def renamed(self) -> bool:
        """Whether a child is known under other names than those that this edge gave it."""
        return any(
            renaming(old, new)
            for child, focus in zip(self.children, self.met, strict=True)
            for old, new in zip(child.focus.goals, focus.goals, strict=True)
        )

    @property
    def proved(self) -> bool:
        """Whether all that it left is proved."""
        return self.status.succeeded and all(c.status is NodeStatus.PROVED for c in self.children)

    @property
    def hopeless(self) -> bool:
        """Whether it can be a step of no proof that this search will find."""
        return not self.status.succeeded or any(
            c.status is NodeStatus.FAILED for c in self.children
        )


class SearchTree:
    """Grows by `add`; keeps every node's status up to date."""

    def __init__(self, root: Focus) -> None:
        self.root = Node(0, root)
        self.nodes: list[Node] = [self.root]
        self.merged = 0
        self._tried = 0
        self._by_key: dict[str, Node] = {root.key(): self.root}

    @property
    def proved(self) -> bool:
        """Whether the root is proved, as far as the search can tell."""
        return self.root.status is NodeStatus.PROVED

    def edges(self) -> Iterator[Edge]:
        """Every tactic tried, node by node."""
        return (edge for node in self.nodes for edge in node.edges)

    def add(self, edge: Edge, met: Sequence[Focus] = ()) -> list[Node]:
        """Record a tried tactic and the goals it left. Returns the nodes to (re)consider:
        those that are new, and those that were reached by a likelier path than before."""
        source = edge.source
        edge.number, self._tried = self._tried, self._tried + 1
        source.edges.append(edge)
        if not edge.status.succeeded:
            return []
        score, depth = source.score + edge.log_prob, source.depth + 1
        news: list[Node] = []
        children = tuple(self._node(focus, score, depth, news) for focus in met)
        if source in children:
            # To prove a goal by way of itself is no progress. Nodes made for its companions
            # are wanted by nobody and are skipped when their turn comes.
            edge.status = EdgeStatus.LOOP
            return news
        edge.children, edge.met = children, tuple(met)
        for child in children:
            child.parents.append(edge)
        self._settle(source)
        return news

    def exhaust(self, node: Node) -> None:
        """Note that the policy has nothing more for this node."""
        node.exhausted = True
        self._settle(node)

    def retract(self, edge: Edge) -> None:
        """Take back a step whose proof does not assemble, and what was concluded from it."""
        edge.status = EdgeStatus.RETRACTED
        for node in self.nodes:
            node.status, node.proof = NodeStatus.OPEN, None
        # Statuses grow from the leaves; a node settled too early is settled again by its child.
        for node in reversed(self.nodes):
            self._settle(node)

    def wanted(self, node: Node) -> bool:
        """Whether a proof of the node could still become part of a proof of the root."""
        seen: set[int] = set()
        stack = [node]
        while stack:
            at = stack.pop()
            if at.status is not NodeStatus.OPEN or at.id in seen:
                continue
            if at is self.root:
                return True
            seen.add(at.id)
            stack += [edge.source for edge in at.parents if not edge.hopeless]
        return False

    def _node(self, focus: Focus, score: float, depth: int, news: list[Node]) -> Node:
        key = focus.key()
        node = self._by_key.get(key)
        if node is None:
            node = self._by_key[key] = Node(len(self.nodes), focus, score, depth)
            self.nodes.append(node)
            news.append(node)
        else:
            self.merged += 1
            if score > node.score:
                node.score, node.depth = score, depth
                news.append(node)
        return node

    def _settle(self, node: Node) -> None:
        """Draw the conclusions for a node and for all that depend on it."""
        stack = [node]
        while stack:
            at = stack.pop()
            if at.status is not NodeStatus.OPEN:
                continue
            at.proof = next((edge for edge in at.edges if edge.proved), None)
            if at.proof is not None:
                at.status = NodeStatus.PROVED
            elif at.exhausted and all(edge.hopeless for edge in at.edges):
                at.status = NodeStatus.FAILED
            if at.status is not NodeStatus.OPEN:
                stack += [edge.source for edge in at.parents]
