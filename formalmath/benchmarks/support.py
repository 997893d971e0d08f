"""Which statements of a benchmark a Lean understands, and why not the others; nothing else."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from formalmath.benchmarks.problem import Problem
from formalmath.errors import PrefixError
from formalmath.lean.elaborator import ChunkReport, Elaborator, Outcome
from formalmath.lean.messages import complaints
from formalmath.lean.source import example_chunk
from formalmath.limits import Limits

SLICE = 50
"""Statements a call: enough to spread the cost of a prefix, few enough to show progress."""

STRICT = "set_option autoImplicit false"
"""An unknown name must be an error, and not become a variable of the statement."""


class SupportStatus(StrEnum):
    """Whether a statement elaborates. UNKNOWN: Lean did not come to an end with it."""

    SUPPORTED = "supported"
    UNSUPPORTED = "unsupported"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Support:
    """What a Lean makes of one statement; `reason` is its first error, or why it is unknown."""

    status: SupportStatus
    reason: str = ""


async def elaborates(
    problems: Iterable[Problem],
    lean: Elaborator,
    limits: Limits | None = None,
    *,
    jobs: int = 1,
    progress: Callable[[int], None] | None = None,
) -> dict[str, Support]:
    """For each problem, by its key, whether its statement elaborates.

    Args:
        problems: of any benchmark; those with the same header share its cost.
        lean: a Lean, or a pool of them.
        limits: for one statement; None stands for the defaults.
        jobs: calls to `lean` at a time; more than one only if it is a pool.
        progress: called with the number of problems that another slice has settled.

    Raises:
        LeanProcessError: Lean cannot be started, or dies in a header.
    """
    cut = slices(problems)
    free = asyncio.Semaphore(jobs)
    results: dict[str, Support] = {}

    async def settle(header: str, part: Sequence[Problem]) -> None:
        chunks = [example_chunk(p.theorem, ["sorry"]) for p in part]
        async with free:
            try:
                reports = await lean.elaborate(f"{header}\n{STRICT}\n", chunks, limits or Limits())
            except PrefixError as error:
                found = [Support(SupportStatus.UNSUPPORTED, str(error))] * len(part)
            else:
                found = [_judge(report) for report in reports]
        results.update((p.key, support) for p, support in zip(part, found, strict=True))
        if progress:
            progress(len(part))

    tasks = [asyncio.create_task(settle(header, part)) for header, part in cut]
    try:
        await asyncio.gather(*tasks)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    return {p.key: results[p.key] for _, part in cut for p in part}


def slices(problems: Iterable[Problem]) -> list[tuple[str, list[Problem]]]:
    """The problems by header, in lists of at most `SLICE`."""
    by_header: defaultdict[str, list[Problem]] = defaultdict(list)
    for problem in problems:
        by_header[problem.header].append(problem)
    return [
        (header, group[i : i + SLICE])
        for header, group in by_header.items()
        for i in range(0, len(group), SLICE)
    ]


def _judge(report: ChunkReport) -> Support:
    if report.outcome is not Outcome.DONE:
        return Support(SupportStatus.UNKNOWN, report.detail or report.outcome.value)
    if report.errors:
        return Support(SupportStatus.UNSUPPORTED, complaints(report.messages)[0])
    return Support(SupportStatus.SUPPORTED)
