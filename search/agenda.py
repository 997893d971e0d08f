"""Which goal of a search is worked on next, and with which of its tactics; nothing else.

A goal's tactics are tried in waves, and after each wave the goal takes its place again. Two
measures say what place that is:

- log-prob: the log-probability of the path to the goal and of its likeliest untried step.
- critic: the critic's value of the goal, plus the logarithm of the probability that the policy
  gives to all steps there that were not tried yet. Values are log-odds, so this is the strength of
  the goal that is left. A goal that nobody asked about has all of it. With every wave a goal falls
  back, by little as long as likely steps remain and in the end by as much as one likes: neither
  does one goal keep all others waiting, nor are its last tactics out of reach.

With `both`, the goals stand in two queues, one by each measure, which take turns, as the two halves
of the budget in InternLM2.5-StepProver (arXiv 2410.15700, section 4.3).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from formalmath.errors import InputError
from search.critic import Critic
from search.policy import Candidate
from search.queue import PriorityQueue
from search.tree import Node


class Order(StrEnum):
    """What decides about the next goal."""

    LOG_PROB = "log-prob"
    CRITIC = "critic"
    BOTH = "both"

    @property
    def wants_critic(self) -> bool:
        """Whether goals must have values."""
        return self is not Order.LOG_PROB

    def check(self, critic: Critic | None) -> None:
        """Raise InputError if it goes by values, and there is no critic."""
        if self.wants_critic and critic is None:
            raise InputError(f"The order {self} needs a critic. Name one with --critic.")


@dataclass(eq=False)
class Agenda:
    """A node's candidates and how many of them were tried.

    Attributes:
        value: the critic's, of the goal; None until it was asked.
        candidates: None until the policy was asked.
        ticket: of its valid queue entries.
    """

    node: Node
    value: float | None = None
    candidates: Sequence[Candidate] | None = None
    tried: int = 0
    ticket: int = 0

    @property
    def left(self) -> Sequence[Candidate]:
        """What was not tried."""
        return self.candidates[self.tried :] if self.candidates is not None else ()

    def wave(self, most: int, drop: float) -> Sequence[Candidate]:
        """The next candidates that are tried together; see `SearchConfig`."""
        left = self.left[: most or None]
        if not drop:
            return left
        return [c for c in left if c.log_prob >= left[0].log_prob - drop]


class Frontier:
    """The agendas that wait. Equal ones leave in the order they came."""

    def __init__(self, order: Order, length_exponent: float) -> None:
        """`length_exponent`: see `SearchConfig`."""
        self._exponent = length_exponent
        measures = {
            Order.LOG_PROB: [self._log_prob],
            Order.CRITIC: [_strength],
            Order.BOTH: [self._log_prob, _strength],
        }
        self._queues: list[tuple[Callable[[Agenda], float], PriorityQueue[tuple[Agenda, int]]]] = [
            (measure, PriorityQueue()) for measure in measures[order]
        ]
        self._turn = 0

    def push(self, agenda: Agenda) -> None:
        """Give it the place that it deserves now; an older place lapses."""
        if agenda.candidates is not None and not agenda.left:
            return
        agenda.ticket += 1
        for measure, queue in self._queues:
            queue.push((agenda, agenda.ticket), measure(agenda))

    def pop(self, wanted: Callable[[Agenda], bool]) -> Agenda | None:
        """Take out the first one that is wanted; what stood before it is gone. None: there is none.

        Another queue's turn comes when an agenda was found.
        """
        _, queue = self._queues[self._turn % len(self._queues)]
        while queue:
            agenda, ticket = queue.pop()
            if ticket == agenda.ticket:
                agenda.ticket += 1  # whatever other queue it stands in
                if wanted(agenda):
                    self._turn += 1
                    return agenda
        return None

    def _log_prob(self, agenda: Agenda) -> float:
        node, left = agenda.node, agenda.left
        step = left[0].log_prob if left else 0.0
        depth = node.depth + bool(left)
        shrink: float = max(1, depth) ** self._exponent
        return (node.score + step) / shrink


def _strength(agenda: Agenda) -> float:
    assert agenda.value is not None  # whoever orders by values asks for them first
    if agenda.candidates is None:
        return agenda.value
    mass = sum(math.exp(candidate.log_prob) for candidate in agenda.left)
    return agenda.value + math.log(max(mass, _LEAST_MASS))


_LEAST_MASS = 1e-300
