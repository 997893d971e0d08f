"""The seam between the toolkit and a running Lean: chunks of text in, reports out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple, Protocol

from formalmath.lean.messages import Message
from formalmath.limits import Limits


class Outcome(StrEnum):
    """How the elaboration of one chunk ended. Only DONE says anything about its text."""

    DONE = "done"
    TIMEOUT = "timeout"
    OUT_OF_MEMORY = "out of memory"
    CRASHED = "crashed"


class Broken(NamedTuple):
    """Why a Lean at work must not go on, or did not: an outcome other than DONE."""

    outcome: Outcome
    detail: str


@dataclass(frozen=True)
class ChunkReport:
    """What Lean made of one chunk.

    Attributes:
        outcome: DONE, or why Lean's messages are incomplete.
        messages: in Lean's order; positions count from the chunk's own first line.
        seconds: wall seconds Lean spent on it (for batches, up to the arrival of its end).
        detail: for an outcome other than DONE, what is known (limit, signal, stderr tail).
    """

    outcome: Outcome
    messages: tuple[Message, ...] = ()
    seconds: float = 0.0
    detail: str = ""

    @property
    def errors(self) -> tuple[Message, ...]:
        """The messages that are errors."""
        return tuple(m for m in self.messages if m.is_error)


class Elaborator(Protocol):
    """One Lean. Not shared between tasks: a pool hands it to one at a time."""

    async def elaborate(
        self, prefix: str, chunks: Sequence[str], limits: Limits
    ) -> list[ChunkReport]:
        """Elaborate `chunks`, each after the same `prefix` (imports, opens, definitions).

        Each chunk is whole commands that leave no trace for the next (`example ...`).
        A chunk that exceeds a limit or kills Lean gets that outcome; its siblings are
        elaborated all the same. Returns one report a chunk, in order.

        Raises:
            LeanProcessError: Lean cannot be started at all, or fails in the prefix.
        """
        ...

    async def close(self) -> None:
        """Kill and reap the process. Safe to call twice."""
        ...
