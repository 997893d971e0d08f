"""A search tree as plain data and as a networkx graph, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from search.tree import Edge, Node, SearchTree

if TYPE_CHECKING:
    import networkx


def tree_to_dict(tree: SearchTree) -> dict[str, Any]:
    """The tree as JSON-able data: `{"nodes": [...], "edges": [...], "merged": N}`.

    Nodes and edges stand in order of discovery; an edge names its nodes by id. Seconds are left
    out: all else is the same whenever the search runs again.
    """
    steps = {id(node.proof) for node in tree.nodes if node.proof is not None}
    return {
        "nodes": [_node(node) for node in tree.nodes],
        "edges": [
            _edge(edge, id(edge) in steps)
            for edge in sorted(tree.edges(), key=lambda edge: edge.number)
        ],
        "merged": tree.merged,
    }


def tree_to_graph(tree: SearchTree) -> networkx.DiGraph:
    """The tree as a bipartite `networkx.DiGraph`.

    Goals are `("goal", id)`, tactics `("tactic", number)`, each with the attributes that
    `tree_to_dict` gives it; arrows run from goal to tactic and from tactic to the goals it left.
    """
    import networkx

    data = tree_to_dict(tree)
    graph = networkx.DiGraph()
    for node in data["nodes"]:
        graph.add_node(("goal", node["id"]), **node)
    for edge in data["edges"]:
        tactic = ("tactic", edge["number"])
        graph.add_node(tactic, **edge)
        graph.add_edge(("goal", edge["source"]), tactic)
        for child in edge["children"]:
            graph.add_edge(tactic, ("goal", child))
    return graph


def _node(node: Node) -> dict[str, Any]:
    return {
        "id": node.id,
        "goal": node.focus.view.pp,
        "status": str(node.status),
        "log_prob": round(node.score, 6),
        "depth": node.depth,
    }


def _edge(edge: Edge, step: bool) -> dict[str, Any]:
    return {
        "number": edge.number,
        "source": edge.source.id,
        "tactic": edge.tactic,
        "log_prob": round(edge.log_prob, 6),
        "status": str(edge.status),
        "detail": edge.detail,
        "children": [child.id for child in edge.children],
        "in_proof": step,
    }
