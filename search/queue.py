"""The priority queue of the search, and nothing else."""

from __future__ import annotations

import heapq
from collections.abc import Iterator
from typing import Generic, TypeVar

T = TypeVar("T")


class PriorityQueue(Generic[T]):
    """Highest priority first; equal priorities leave in the order they came.

    Items themselves are never compared, so any type will do.
    """

    def __init__(self) -> None:
        self._heap: list[tuple[float, int, T]] = []
        self._pushed = 0

    def push(self, item: T, priority: float) -> None:
        """Add `item`. Raises ValueError for a priority that is not a number."""
        if priority != priority:
            raise ValueError("a priority that is not a number cannot be ordered")
        heapq.heappush(self._heap, (-priority, self._pushed, item))
        self._pushed += 1

    def pop(self) -> T:
        """Take out the item of highest priority. Raises IndexError when empty."""
        return heapq.heappop(self._heap)[2]

    def __len__(self) -> int:
        return len(self._heap)

    def __iter__(self) -> Iterator[T]:
        """The items in the order in which they would leave; takes none out."""
        return (item for _, _, item in sorted(self._heap, key=lambda entry: entry[:2]))
