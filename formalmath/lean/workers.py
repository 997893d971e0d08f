"""A few workers, each lent to one task at a time, and nothing else."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Generic, Protocol, TypeVar


class Closable(Protocol):
    """What can be ended."""

    async def close(self) -> None:
        """End it. Safe to call twice."""
        ...


Worker = TypeVar("Worker", bound=Closable)


class Workers(Generic[Worker]):
    """At most `jobs` workers, each made when it is first needed; the warmest is lent first."""

    def __init__(self, make: Callable[[], Worker], jobs: int) -> None:
        if jobs < 1:
            raise ValueError(f"there must be at least one job, not {jobs}")
        self.jobs = jobs
        self._make = make
        self._made: list[Worker] = []
        self._idle: asyncio.LifoQueue[Worker] = asyncio.LifoQueue()

    @asynccontextmanager
    async def one(self) -> AsyncIterator[Worker]:
        """A worker for the time of a `with`."""
        if self._idle.empty() and len(self._made) < self.jobs:
            self._made.append(worker := self._make())
        else:
            worker = await self._idle.get()
        try:
            yield worker
        finally:
            self._idle.put_nowait(worker)

    async def close(self) -> None:
        """Close every worker. Safe to call twice."""
        await asyncio.gather(*(worker.close() for worker in self._made))
