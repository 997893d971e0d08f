"""The seam between the loop and what is learnt, and nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol


class Counted(Protocol):
    """What one call of the model is given."""

    @property
    def count(self) -> int:
        """Items (tokens, pairs) that the loss is a sum over."""
        ...


@dataclass(frozen=True)
class Measured:
    """What a micro-batch gave.

    Attributes:
        loss: [] float32 tensor, the sum over its items, in nats.
        right: [] tensor, the items that the model got right.
    """

    loss: Any
    right: Any


class Objective(Protocol):
    """What is learnt, from which data in which order. The same in every process.

    Attributes:
        steps: of the optimiser.
    """

    steps: int

    def step(self, number: int) -> Sequence[Counted]:
        """The micro-batches of a step, counted from 0: a function of the number alone."""
        ...

    def held_out(self) -> Sequence[Counted]:
        """Micro-batches that no step sees."""
        ...

    def loss(self, model: Any, batch: Any) -> Measured:
        """Call the model once."""
        ...
