"""Tactic suggestion from LeanDojo Benchmark 4, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from formalmath.benchmarks.leandojo import NAME, SDIST, Part, Split, TracedTheorem, theorems
from formalmath.report import download_progress
from training.data.draw import share
from training.data.formats import Formats, Origin
from training.data.options import Options
from training.example import Example


@dataclass(frozen=True)
class LeanDojo:
    """A state and the tactic that a human proof of Mathlib goes on with.

    Attributes:
        split: how the benchmark was divided. Only its `train` part is read: the others are there
            to measure by.
        formats: how an item is worded.
        path: the benchmark's folder; None takes the pinned archive.
        theorems: share of the theorems that are taken, drawn by the seed.
    """

    split: Split
    formats: Formats
    path: Path | None = None
    theorems: float = 1.0
    name: str = "leandojo"

    def examples(self, count: int, seed: int) -> Iterator[Example]:
        """In the benchmark's order; the seed draws the theorems."""
        return islice(self._all(seed), count or None)

    def _all(self, seed: int) -> Iterator[Example]:
        with download_progress() as arriving:
            for theorem in theorems(self.split, Part.TRAIN, self.path, arriving):
                if share(seed, _key(theorem)) < self.theorems:
                    yield from self._of(theorem)

    def _of(self, theorem: TracedTheorem) -> Iterator[Example]:
        source = f"{NAME}/{self.split}/{theorem.file_path}"
        for k, step in enumerate(theorem.tactics):
            of = Origin(f"{theorem.full_name}#{k}", source)
            yield self.formats.tactic(of, step.state_before, step.tactic)


def _key(theorem: TracedTheorem) -> str:
    return f"{theorem.file_path}:{theorem.start[0]} {theorem.full_name}"


def build(options: Options) -> LeanDojo:
    """`split`: `random` or `novel_premises`; `theorems`: a share of them; `path`: a local copy."""
    split = Split(options.text("split", Split.RANDOM, tuple(Split)))
    theorems = options.number("theorems", 1.0)
    path = options.folder("path")
    if path is None:
        options.inputs[SDIST.filename] = SDIST.sha256
    return LeanDojo(split, options.formats, path, theorems)
