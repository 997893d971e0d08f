"""The statements of one run: to practise on, held out, and of unseen families; nothing else.

What a benchmark asks, in whatever words, is never practised on, nor what is held out.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass

from formalmath.benchmarks import BENCHMARKS, Problem, SupportStatus, elaborates
from formalmath.benchmarks.problem import Progress
from formalmath.lean.pool import Pool
from formalmath.lean.source import render_proof
from formalmath.lean.theorem import Theorem
from formalmath.lean.toolchain import Toolchain
from training.conjectures import Conjecture, Side, Wanted, generate
from training.data.lean_forms import statement_form

SPARE = 1.15
"""So many times what is wanted is drawn, as Lean may refuse some."""

OF_UNSEEN = 0.2
"""Statements of unseen families for one that is held out."""


@dataclass(frozen=True)
class Practice:
    """Statements that Lean understands.

    Attributes:
        practice: to practise on.
        held_out: of the same families, true by construction, never practised on.
        unseen: the same of families of which nothing is practised on.
    """

    practice: Sequence[Conjecture]
    held_out: Sequence[Conjecture]
    unseen: Sequence[Conjecture]

    @property
    def kept_apart(self) -> set[str]:
        """The forms of what must not be practised on."""
        return {form_of(each.theorem()) for each in (*self.held_out, *self.unseen)}


def form_of(theorem: Theorem) -> str:
    """What theorems have in common that say the same in other words; see `lean_forms`."""
    return statement_form(theorem.statement)


def benchmark_forms(progress: Progress | None = None) -> set[str]:
    """The forms of all statements of all benchmarks.

    Raises:
        DownloadError: one cannot be had.
    """
    problems = (problem for load in BENCHMARKS.values() for problem in load(None, progress))
    return {form_of(problem.theorem) for problem in problems}


def drawn(
    toolchain: Toolchain,
    wanted: tuple[int, int],
    seed: int,
    jobs: int,
    benchmarks: Collection[str],
    told: Callable[[int], None] = lambda count: None,
) -> Practice:
    """Draw statements and keep those that Lean understands.

    Args:
        toolchain: whose Lean is asked.
        wanted: how many to practise on, and how many to hold out.
        seed: of the statements.
        jobs: Leans at work.
        benchmarks: forms of statements that must not come.
        told: called with the number of statements that another call to Lean has settled.

    Raises:
        LeanProcessError: Lean cannot be started.
    """

    def excluded(conjecture: Conjecture) -> bool:
        return form_of(conjecture.theorem()) in benchmarks

    practice, held_out = wanted
    sizes = (practice, held_out, round(held_out * OF_UNSEEN))
    groups = [
        (size, generate(Wanted(side, round(size * SPARE) + 2, seed), excluded))
        for side, size in zip(Side, sizes, strict=True)
    ]
    everything = [each for _, group in groups for each in group]
    good = asyncio.run(_understood(toolchain, everything, jobs, told))
    return Practice(*([c for c in group if c.name in good][:size] for size, group in groups))


async def _understood(
    toolchain: Toolchain,
    conjectures: Iterable[Conjecture],
    jobs: int,
    told: Callable[[int], None],
) -> set[str]:
    """The names of those that elaborate."""
    theorems = [conjecture.theorem() for conjecture in conjectures]
    problems = [
        Problem("practice", "all", render_proof(each, ["sorry"]), each) for each in theorems
    ]
    lean = Pool(toolchain.elaborator, jobs)
    try:
        found = await elaborates(problems, lean, jobs=jobs, progress=told)
    finally:
        await lean.close()
    good = {key for key, support in found.items() if support.status is SupportStatus.SUPPORTED}
    return {problem.name for problem in problems if problem.key in good}
