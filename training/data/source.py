"""The seam between the data set and what fills it, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from training.example import Example


class Source(Protocol):
    """Where training items come from: traces, files, a generator with a checker."""

    @property
    def name(self) -> str:
        """Its kind in a mixture file, such as `traces`; a plain attribute serves."""

    def examples(self, count: int, seed: int) -> Iterator[Example]:
        """At most `count` items (0: all that there are), the same for the same seed.

        A file gives its items in the file's order or in one drawn by the seed; what has no end
        needs a count and raises InputError at 0.
        """
