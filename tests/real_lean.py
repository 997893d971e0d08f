"""Real Leans in tests: both drivers, and seeing that they leave no process behind."""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TypeVar

import psutil

from formalmath.lean.dojo import Dojo
from formalmath.lean.elaborator import Elaborator
from formalmath.lean.embedded_toolchain import EmbeddedToolchain
from formalmath.lean.server_elaborator import SERVER_ARGS, ServerElaborator
from formalmath.lean.theorem import Theorem
from formalmath.limits import Limits
from search import SearchConfig, SearchResult, best_first
from search.policy import Policy

T = TypeVar("T")
MakeLean = Callable[[], Elaborator]


def fork_elaborator(toolchain: EmbeddedToolchain, _: Path) -> Elaborator:
    return toolchain.elaborator()


def server_elaborator(toolchain: EmbeddedToolchain, folder: Path) -> Elaborator:
    return ServerElaborator(toolchain.lean("--server", *SERVER_ARGS), folder)


def use(make: MakeLean, work: Callable[[Elaborator], Awaitable[T]]) -> T:
    """Work with a new elaborator, close it, and see that no process of it is left."""

    async def run() -> T:
        lean = make()
        try:
            return await work(lean)
        finally:
            mine = psutil.Process().children(recursive=True)
            await lean.close()
            await lean.close()
            assert all(gone(process.pid) for process in mine)

    return asyncio.run(run())


async def at_work(cpu_s: float = 0.6) -> psutil.Process:
    """The first of the processes that we started to compute for so long from now on."""
    before: dict[psutil.Process, float] = {}
    first = True
    async with asyncio.timeout(60):
        while True:
            for process in psutil.Process().children(recursive=True):
                with contextlib.suppress(psutil.NoSuchProcess):
                    cpu = sum(process.cpu_times()[:2])
                    if cpu - before.setdefault(process, cpu if first else 0.0) >= cpu_s:
                        return process
            first = False
            await asyncio.sleep(0.05)


def gone(pid: int, within: float = 5.0) -> bool:
    """Whether the process ends within some seconds (init may take a moment to reap it)."""
    deadline = time.monotonic() + within
    while time.monotonic() < deadline:
        try:
            if psutil.Process(pid).status() == psutil.STATUS_ZOMBIE:
                return True
        except psutil.NoSuchProcess:
            return True
        time.sleep(0.05)
    return False


async def searched(
    statement: str,
    toolchain: EmbeddedToolchain,
    policy: Policy,
    wall_seconds: float,
    limits: Limits | None = None,
) -> SearchResult:
    """What a search by the policy makes of a statement."""
    theorem = Theorem("t", "import Mathlib\nopen BigOperators Nat\n", f"theorem t {statement}")
    lean = toolchain.elaborator()
    try:
        async with Dojo(theorem, lean, limits) as (dojo, state):
            config = SearchConfig(wall_seconds=wall_seconds, max_expansions=60)
            return await best_first(state, dojo, policy, config)
    finally:
        await lean.close()
