"""Many theorems in passes: first a little work on each, then all that is left; nothing else.

What falls at the first try is proved before anything long is begun, and a time for the whole run is
shared by those that are left: whoever ends early leaves its share to the others. A search that
pauses goes on where it was, so no pass costs anything twice, and without a time for the run each
theorem ends as it would have ended alone.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from typing import Protocol

from formalmath.lean.theorem import Theorem
from formalmath.tasks import run_all
from search.prover import Proving

FIRST_PASS_S = 2.0
"""Seconds of search on each theorem before any gets more."""
_LEAST_S = 0.05
"""A share of the run's time that is less is no use to anybody."""


class Pursuit(Protocol):
    """An attempt on one theorem; `search.prover.Pursuit` is one."""

    async def go_on(self, seconds: float = 0.0) -> Proving | None:
        """Work on it for so many seconds (0: to its end); None if it has paused."""
        ...

    async def stop(self) -> Proving:
        """End it without more work."""
        ...


class Beginner(Protocol):
    """Begins attempts; `search.prover.Prover` is one."""

    def begin(self, theorem: Theorem) -> Pursuit:
        """An attempt that has not begun to work."""
        ...


async def in_passes(
    theorems: Sequence[Theorem],
    prover: Beginner,
    tasks: int,
    keep: Callable[[Proving], None],
    total_s: float = 0.0,
    clock: Callable[[], float] = time.monotonic,
) -> None:
    """Attempt all theorems, `tasks` at a time, and `keep` each end as soon as it is there.

    Args:
        total_s: seconds for all of them; 0 means no limit. What is not done then is stopped.
    """
    run = _Run(tasks, keep, clock() + total_s if total_s else None, clock)
    left = await run.through([prover.begin(theorem) for theorem in theorems], FIRST_PASS_S)
    while left:
        left = await run.through(left, 0.0)


class _Run:
    def __init__(
        self,
        tasks: int,
        keep: Callable[[Proving], None],
        end: float | None,
        clock: Callable[[], float],
    ) -> None:
        self._tasks, self._keep, self._end, self._clock = tasks, keep, end, clock
        self._waiting = 0

    async def through(self, pursuits: Sequence[Pursuit], most: float) -> list[Pursuit]:
        """One pass, at most `most` seconds each (0: no limit). Those that are not done."""
        self._waiting = len(pursuits)
        paused: dict[int, Pursuit] = {}
        numbered = iter(enumerate(pursuits))
        await run_all(self._work(numbered, paused, most) for _ in range(self._tasks))
        return [pursuit for _, pursuit in sorted(paused.items(), key=lambda item: item[0])]

    async def _work(
        self, numbered: Iterator[tuple[int, Pursuit]], paused: dict[int, Pursuit], most: float
    ) -> None:
        for number, pursuit in numbered:
            share = self._share(most)
            self._waiting -= 1
            if share is None:
                self._keep(await pursuit.stop())
            elif (proving := await pursuit.go_on(share)) is not None:
                self._keep(proving)
            else:
                paused[number] = pursuit

    def _share(self, most: float) -> float | None:
        """Seconds for the next one; 0 for no limit, None if there are none left."""
        if self._end is None:
            return most
        share = (self._end - self._clock()) * self._tasks / max(self._waiting, self._tasks)
        if share < _LEAST_S:
            return None
        return min(share, most) if most else share
