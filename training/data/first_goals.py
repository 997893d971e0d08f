"""The states that benchmark proofs begin with, from the embedded Lean, asked once; nothing else."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence

from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn

from formalmath.benchmarks import Problem
from formalmath.benchmarks.first_states import first_states
from formalmath.lean.embedded_toolchain import EmbeddedToolchain
from formalmath.paths import cache_dir
from formalmath.report import bar, build_progress


def first_goals(problems: Sequence[Problem]) -> Mapping[str, str]:
    """By the problems' keys. Takes half a minute once; kept in the user's cache.

    Raises:
        ToolchainError: the embedded Lean cannot be had.
        LeanProcessError: it does not start.
    """
    with build_progress() as building:
        toolchain = EmbeddedToolchain.ready(progress=building)
    columns = (
        TextColumn("Reading the benchmark (once)"),
        BarColumn(bar_width=20),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with bar(*columns) as shown:
        task = shown.add_task("", total=None)

        async def ask() -> dict[str, str]:
            lean = toolchain.elaborator()
            try:
                return await first_states(
                    problems,
                    lean,
                    environment_hash=toolchain.environment_hash,
                    cache=cache_dir() / "benchmarks",
                    progress=lambda done, total: shown.update(task, completed=done, total=total),
                )
            finally:
                await lean.close()

        return asyncio.run(ask())
