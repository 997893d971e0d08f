"""Several Leans at work on one stream of chunks, and nothing else."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from formalmath.lean.elaborator import ChunkReport, Elaborator
from formalmath.lean.workers import Workers
from formalmath.limits import Limits
from formalmath.tasks import run_all

MIN_SLICE = 8
MAX_SLICE = 100
"""Chunks sent to one Lean at a time: enough to spread its start, few enough to share the work."""


class Pool:
    """An `Elaborator` that spreads chunks over `jobs` others. Any number of tasks may share it.

    `make` is called at most `jobs` times, when a worker is first needed.
    """

    def __init__(self, make: Callable[[], Elaborator], jobs: int) -> None:
        self.jobs = jobs
        self._workers = Workers(make, jobs)

    async def elaborate(
        self, prefix: str, chunks: Sequence[str], limits: Limits
    ) -> list[ChunkReport]:
        """See `Elaborator.elaborate`."""
        size = min(MAX_SLICE, max(MIN_SLICE, math.ceil(len(chunks) / self.jobs)))
        slices = [chunks[i : i + size] for i in range(0, len(chunks), size)]
        parts = await run_all(self._elaborate(prefix, s, limits) for s in slices)
        return [report for part in parts for report in part]

    async def _elaborate(
        self, prefix: str, chunks: Sequence[str], limits: Limits
    ) -> list[ChunkReport]:
        async with self._workers.one() as worker:
            return await worker.elaborate(prefix, chunks, limits)

    async def close(self) -> None:
        """Close every worker. Safe to call twice."""
        await self._workers.close()
