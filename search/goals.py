"""Which goals of a tactic state a node of the search stands for, and nothing else.

A tactic works on the first goal. Goals that share no metavariable are independent, so each becomes
a node of its own: `Focus` says where it stands among the goals of the state it was seen in. Goals
that share one stay together in one node.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from formalmath.lean.dojo import TacticState
from search.canonical import goal_key

if TYPE_CHECKING:
    from lean_dojo import Goal

_METAVARIABLE = re.compile(r"(?<![\w\])'!}])\?[^\W\d]")


@dataclass(frozen=True)
class Focus:
    """`span` goals of `state`, from number `position` on (from 0).

    `span` is 1 unless the goals share metavariables; then it reaches to the state's last goal
    that is ours.
    """

    state: TacticState
    position: int
    span: int

    @property
    def goals(self) -> list[Goal]:
        """The goals that are to be proved here."""
        return list(self.state.goals[self.position : self.position + self.span])

    @property
    def view(self) -> TacticState:
        """The state as a policy should see it: with these goals only."""
        blocks = _blocks(self.state)[self.position : self.position + self.span]
        return TacticState("\n\n".join(blocks), self.state.id, path=self.state.path)

    def command(self, tactic: str) -> str:
        """The tactic as it must be run at `state` to meet these goals first."""
        return f"rotate_left {self.position}\n{tactic}" if self.position else tactic

    def remaining(self, result: TacticState) -> int | None:
        """How many of the first goals of `result`, to which `command` led, came of these.

        None if the tactic touched other goals of the state than these.
        """
        goals = list(self.state.goals)
        others = goals[self.position + self.span :] + goals[: self.position]
        ours = len(result.goals) - len(others)
        if ours < 0 or list(result.goals[ours:]) != others:
            return None
        return ours

    def key(self) -> str:
        """What these goals have in common with the same goals met elsewhere."""
        return "\n\n".join(goal_key(goal) for goal in self.goals)


def split(state: TacticState, count: int) -> list[Focus]:
    """The first `count` goals of a state as focuses: one each, or one for all if they depend."""
    if count > 1 and has_metavariables(state.goals[:count]):
        return [Focus(state, 0, count)]
    return [Focus(state, position, 1) for position in range(count)]


def has_metavariables(goals: Sequence[Goal]) -> bool:
    """Whether any goal mentions a metavariable, so that solving it may change another."""
    texts = (text for g in goals for text in [g.conclusion, *(d.lean_type for d in g.assumptions)])
    return any(_METAVARIABLE.search(text) for text in texts)


def _blocks(state: TacticState) -> list[str]:
    """The texts of the goals. Lean separates goals, and nothing else, by an empty line."""
    return [block for block in state.pp.split("\n\n") if block.strip()]
