"""Proof search over proof states that `formalmath` gives: policies, queue, tree, best-first."""

from search.agenda import Order
from search.best_first import (
    Search,
    SearchConfig,
    SearchOutcome,
    SearchResult,
    SearchStats,
    best_first,
)
from search.canonical import goal_key
from search.critic import Critic
from search.environment import Environment
from search.export import tree_to_dict, tree_to_graph
from search.goals import Focus
from search.policy import Candidate, Policy, normalised
from search.queue import PriorityQueue
from search.script import proof_of, steps_of
from search.tree import Edge, EdgeStatus, Node, NodeStatus, SearchTree

__all__ = [
    "Candidate",
    "Critic",
    "Edge",
    "EdgeStatus",
    "Environment",
    "Focus",
    "Node",
    "NodeStatus",
    "Order",
    "Policy",
    "PriorityQueue",
    "Search",
    "SearchConfig",
    "SearchOutcome",
    "SearchResult",
    "SearchStats",
    "SearchTree",
    "best_first",
    "goal_key",
    "normalised",
    "proof_of",
    "steps_of",
    "tree_to_dict",
    "tree_to_graph",
]
