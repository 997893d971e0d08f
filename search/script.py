"""The proof that a search tree holds, as tactics, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator

from search.canonical import renaming, replace_names
from search.goals import Focus
from search.tree import Edge, Node

_BULLET = "· "


def proof_of(node: Node) -> tuple[str, ...]:
    """The tactics that prove a proved node, in order; joined by newlines they are a proof.

    Where a tactic left several goals, each gets a block of its own that begins with `· `.
    Raises ValueError for a node that is not proved.
    """
    return tuple(_proof(node, node.focus))


def steps_of(node: Node) -> Iterator[Edge]:
    """The edges of a proved node's proof, each once, a step before what it leads to."""
    seen: set[int] = set()
    stack = [node]
    while stack:
        at = stack.pop()
        if at.proof is None:
            raise ValueError(f"goal {at.id} is not proved")
        if at.id not in seen:
            seen.add(at.id)
            yield at.proof
            stack += reversed(at.proof.children)


def _proof(node: Node, met: Focus) -> list[str]:
    """The proof of `node` in the names of the place where it was `met`."""
    if node.proof is None:
        raise ValueError(f"goal {node.id} is not proved")
    edge = node.proof
    blocks = [_proof(child, focus) for child, focus in zip(edge.children, edge.met, strict=True)]
    lines = [edge.tactic]
    if len(blocks) == 1:
        lines += blocks[0]
    else:
        lines += [_BULLET + _indented("\n".join(block)) for block in blocks]
    names: dict[str, str] = {}
    for known, here in zip(node.focus.goals, met.goals, strict=True):
        names |= renaming(known, here)
    return [replace_names(line, names) for line in lines] if names else lines


def _indented(text: str) -> str:
    return text.replace("\n", "\n" + " " * len(_BULLET))
