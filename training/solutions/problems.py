"""What the sources of solutions share: problems, and Lean's word on them; nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import TypeVar

from formalmath.informal.verdicts import SolutionVerdict, Status
from training.data.formats import Formats, Origin
from training.solutions.lean_checks import Checks
from training.solutions.worked import Worked, shuffled

CHUNK = 128
"""Problems that are put to Lean together: some seconds of work."""

T = TypeVar("T")


@dataclass(frozen=True)
class Problems:
    """What the sources share.

    Attributes:
        read: gives the problems, when they are first needed.
        source: where they come from, for `Example.source`.
        checks: Lean's word.
        formats: the wording.
    """

    read: Callable[[], Sequence[Worked]]
    source: str
    checks: Checks
    formats: Formats = field(default_factory=Formats)

    def chunks(self, count: int, seed: int) -> Iterator[list[Worked]]:
        """All problems, in small groups where few items are wanted."""
        order = iter(shuffled(self.read(), seed))
        size = min(CHUNK, count + count // 4 + 4) if count else CHUNK
        while chunk := list(islice(order, size)):
            yield chunk

    def verified(self, worked: Sequence[Worked]) -> list[tuple[Worked, SolutionVerdict]]:
        """Those whose solutions Lean verifies."""
        verdicts = self.checks.verdicts([each.solution for each in worked])
        pairs = zip(worked, verdicts, strict=True)
        return [(each, verdict) for each, verdict in pairs if verdict.status is Status.VERIFIED]

    def origin(self, worked: Worked) -> Origin:
        """Of an item made of a problem."""
        return Origin(worked.name, self.source)


def at_most(count: int, items: Iterator[T]) -> Iterator[T]:
    """The first `count` items; all if it is 0."""
    return islice(items, count) if count else items
