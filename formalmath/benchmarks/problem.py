"""One problem of a benchmark, and how a set of them is loaded; nothing else."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, TypeAlias

from formalmath.lean.theorem import Theorem

Progress: TypeAlias = Callable[[int, int], None]
"""Called while an archive arrives, with the bytes fetched so far and the bytes in all."""


@dataclass(frozen=True)
class Problem:
    """A theorem of a benchmark together with where it comes from.

    Attributes:
        benchmark: `minif2f`.
        split: `valid` or `test`.
        text: of its file, character for character.
        theorem: the theorem in it; its `source` is `key`.
    """

    benchmark: str
    split: str
    text: str
    theorem: Theorem

    @property
    def name(self) -> str:
        """The theorem's name."""
        return self.theorem.name

    @property
    def key(self) -> str:
        """`minif2f/test/aime_1983_p1`: unique, stable, and fit for journals and `--match`."""
        return f"{self.benchmark}/{self.split}/{self.name}"

    @property
    def header(self) -> str:
        """What stands before the theorem: imports, options, opens."""
        return self.theorem.prefix

    @property
    def statement(self) -> str:
        """From `theorem` up to, not including, the `:=` of its proof."""
        return self.theorem.statement

    @property
    def sha256(self) -> str:
        """Of `text` in UTF-8, in hexadecimal."""
        return hashlib.sha256(self.text.encode()).hexdigest()


class Loader(Protocol):
    """Loads all problems of a benchmark."""

    def __call__(
        self, path: Path | None = None, progress: Progress | None = None
    ) -> Sequence[Problem]:
        """All problems, from `path` or, without one, from the pinned archive.

        Raises:
            InputError: `path` does not hold the benchmark, or a file in it cannot be read.
            DownloadError: the archive cannot be had.
        """
        ...
