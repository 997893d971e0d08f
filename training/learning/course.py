"""Which sequences each step of a training sees, and nothing else.

A function of the lengths, the settings and the number of the step, so that a training that goes on
after a checkpoint sees what it would have seen. Every sequence is seen once an epoch, and every
epoch has the same number of steps.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from formalmath.errors import InputError
from training.learning.packing import Row, bucketed, packed

MicroBatch = Sequence[Row]
"""The rows of one call of the model."""

LAYOUTS = ("packed", "padded")


class Settings(Protocol):
    """What the settings of a training say of its data; see `Course`."""

    @property
    def length(self) -> int: ...  # noqa: D102
    @property
    def rows(self) -> int: ...  # noqa: D102
    @property
    def batch(self) -> int: ...  # noqa: D102
    @property
    def epochs(self) -> float: ...  # noqa: D102
    @property
    def seed(self) -> int: ...  # noqa: D102


@dataclass(frozen=True)
class Course:
    """The order of the data.

    Attributes:
        lengths: tokens of each sequence.
        layout: `packed`: several sequences in a row; `padded`: one, with others of its length.
        length: tokens of a row.
        rows: of a micro-batch: rows of `length` tokens, or, padded, as many tokens as those have.
        batch: rows of an optimiser's step, over all processes; a multiple of `rows`.
        epochs: how often every sequence is seen; a part of one counts as one.
        seed: of the order.
    """

    lengths: Sequence[int]
    layout: str
    length: int
    rows: int
    batch: int
    epochs: float
    seed: int
    _plans: dict[int, list[MicroBatch]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    @classmethod
    def of(cls, lengths: Sequence[int], settings: Settings, layout: str = "padded") -> Course:
        """With the settings of a training."""
        return cls(
            lengths,
            layout=layout,
            length=settings.length,
            rows=settings.rows,
            batch=settings.batch,
            epochs=settings.epochs,
            seed=settings.seed,
        )

    def __post_init__(self) -> None:
        if not self.lengths:
            raise InputError("There is nothing to train on. Give data with at least one item.")
        if self.layout not in LAYOUTS:
            raise InputError(f"The layout {self.layout!r} is not one of {', '.join(LAYOUTS)}.")
        if self.rows < 1 or self.batch % self.rows:
            raise InputError(
                f"A batch of {self.batch} rows does not divide into micro-batches of {self.rows}. "
                "Give --batch as a multiple of --rows."
            )

    @property
    def steps_an_epoch(self) -> int:
        """Steps in which every sequence is seen once."""
        return max(1, round(len(self._plan(0)) * self.rows / self.batch))

    @property
    def steps(self) -> int:
        """Steps in all."""
        return max(1, round(self.steps_an_epoch * self.epochs))

    def step(self, number: int) -> list[MicroBatch]:
        """The micro-batches of a step, counted from 0; at least one."""
        epoch, place = divmod(number, self.steps_an_epoch)
        plan = self._plan(epoch)
        start, end = (len(plan) * n // self.steps_an_epoch for n in (place, place + 1))
        # An epoch may need fewer micro-batches than the first did; then one is seen twice.
        return plan[start : max(end, start + 1)]

    def once(self) -> list[MicroBatch]:
        """Micro-batches with every sequence once."""
        return self._plan(0)

    def _plan(self, epoch: int) -> list[MicroBatch]:
        if epoch not in self._plans:
            for old in self._plans.keys() - {0}:
                del self._plans[old]
            seed, size = (self.seed, epoch), self.rows
            if self.layout == "packed":
                rows = packed(self.lengths, self.length, seed)
                self._plans[epoch] = [rows[n : n + size] for n in range(0, len(rows), size)]
            else:
                self._plans[epoch] = [*bucketed(self.lengths, self.length * size, seed)]
        return self._plans[epoch]
