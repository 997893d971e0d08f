"""Which items of a data set are near-duplicates of earlier ones, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from datasketch import MinHashLSH

from training.data.similarity import BANDS, ROWS, Shingles, shingles, signature, similarity
from training.example import Example


@dataclass(frozen=True)
class Duplicate:
    """Why an item goes.

    Attributes:
        of: the number of the earlier item that it repeats, which stays.
        jaccard: the true one, the lower of the questions' and the answers'.
    """

    of: int
    jaccard: float


class Duplicates:
    """The items that stay, by what they are like. Items of different tasks are never compared.

    Memory: about 8 kB an item that stays.
    """

    def __init__(self, items: Callable[[int], Example], threshold: float) -> None:
        """`items`: gives an item that stays by its number. `threshold`: least true Jaccard of a
        near-duplicate, above 0."""
        self._threshold = threshold
        self._tasks: dict[str, MinHashLSH] = {}
        self._sets: Callable[[int], Shingles] = lru_cache(4096)(lambda n: shingles(items(n)))

    def add(self, number: int, example: Example) -> Duplicate | None:
        """The earlier item that this one repeats; None if there is none, and this one stays."""
        own = shingles(example)
        mark = signature(own)
        near = self._tasks.setdefault(
            example.task, MinHashLSH(params=(BANDS, ROWS), num_perm=BANDS * ROWS)
        )
        for other in sorted(near.query(mark)):
            true = similarity(own, self._sets(other))
            if true >= self._threshold:
                return Duplicate(other, true)
        near.insert(number, mark)
        return None
