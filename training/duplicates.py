"""Which items of a data set are near-duplicates of earlier ones, and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from training.example import Example
from training.similarity import BANDS, Hashes, Shingles, bands, shingles, similarity


@dataclass(frozen=True)
class Duplicate:
    """An item that goes.

    Attributes:
        number: of it.
        of: the number of the earlier item that it repeats, which stays.
        jaccard: the true one, the lower of the questions' and the answers'.
    """

    number: int
    of: int
    jaccard: float


class Duplicates:
    """Collects the bands of items in their order, then says which repeat an earlier one.

    Memory: 8 * BANDS bytes an item, and what one sorting of a band takes.
    """

    def __init__(self) -> None:
        self._bands: list[Hashes] = []

    def add(self, example: Example) -> None:
        """The next item; numbers count from 0."""
        self._bands.append(bands(shingles(example), example.task))

    def find(
        self,
        items: Callable[[int], Example],
        threshold: float,
        progress: Callable[[int, int], None] = lambda done, total: None,
    ) -> Iterator[Duplicate]:
        """The items that go, in order: near-duplicates of one that stays.

        Args:
            items: gives an item by its number.
            threshold: least true Jaccard of a near-duplicate, above 0.
            progress: called with the items looked at and all.
        """
        total = len(self._bands)
        if not total:
            return
        buckets = _buckets(np.stack(self._bands))
        kept: dict[int, list[int]] = {}

        @lru_cache(maxsize=4096)
        def sets(number: int) -> Shingles:
            return shingles(items(number))

        def repeats(number: int, earlier: Sequence[int]) -> Duplicate | None:
            for other in earlier:
                true = similarity(sets(number), sets(other))
                if true >= threshold:
                    return Duplicate(number, other, true)
            return None

        for number in range(total):
            progress(number + 1, total)
            own = [int(bucket) for bucket in buckets[number] if bucket >= 0]
            # Only what stays is compared with, so a hundred copies cost a hundred comparisons.
            earlier = sorted({other for bucket in own for other in kept.get(bucket, ())})
            found = repeats(number, earlier)
            if found is not None:
                yield found
            else:
                for bucket in own:
                    kept.setdefault(bucket, []).append(number)


def _buckets(keys: Hashes) -> npt.NDArray[np.int64]:
    """(n, BANDS) keys to (n, BANDS) numbers of buckets, -1 where nobody shares the key."""
    out = np.full(keys.shape, -1, dtype=np.int64)
    for band in range(BANDS):
        _, bucket, size = np.unique(keys[:, band], return_inverse=True, return_counts=True)
        shared = size[bucket] > 1
        out[shared, band] = bucket[shared] * BANDS + band
    return out
