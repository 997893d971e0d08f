"""Joins the questions of several searches to one model into batches, and nothing else."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Generic, TypeVar

Q = TypeVar("Q")
A = TypeVar("A")


class Batcher(Generic[Q, A]):
    """Asks a model in a thread of its own, so that Lean works meanwhile.

    While it is busy with a batch, questions wait; then all that wait are the next batch. So one
    search alone waits for nobody, and many share each pass through the model.
    """

    def __init__(self, answers: Callable[[Sequence[Q]], Sequence[A]], most: int = 32) -> None:
        """`answers`: one a question, in their order; it runs in the thread. `most`: questions of
        one batch."""
        self._answers, self._most = answers, most
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="model")
        self._waiting: list[tuple[Q, asyncio.Future[A]]] = []
        self._worker: asyncio.Task[None] | None = None

    async def ask(self, questions: Sequence[Q]) -> list[A]:
        """The answers. Raises whatever the model does at one of these questions."""
        loop = asyncio.get_running_loop()
        worker = self._worker
        if worker is None or worker.done() or worker.get_loop() is not loop:
            self._waiting.clear()  # of a loop that has ended, or nothing
            self._worker = loop.create_task(self._work())
        futures: list[asyncio.Future[A]] = [loop.create_future() for _ in questions]
        self._waiting += zip(questions, futures, strict=True)
        return list(await asyncio.gather(*futures))

    async def _work(self) -> None:
        await asyncio.sleep(0)  # whoever asks at this very moment is in the first batch
        while self._waiting:
            batch, self._waiting = self._waiting[: self._most], self._waiting[self._most :]
            await self._do([pair for pair in batch if not pair[1].done()])

    async def _do(self, batch: Sequence[tuple[Q, asyncio.Future[A]]]) -> None:
        if not batch:
            return
        loop = asyncio.get_running_loop()
        try:
            answers = await loop.run_in_executor(
                self._thread, self._answers, [question for question, _ in batch]
            )
        except Exception as error:
            if len(batch) == 1:
                _settle(batch[0][1], error)
                return
            for pair in batch:  # only those at whose questions it fails shall suffer
                await self._do([pair])
            return
        for (_, future), answer in zip(batch, answers, strict=True):
            if not future.done():
                future.set_result(answer)


def _settle(future: asyncio.Future[A], error: Exception) -> None:
    if not future.done():
        future.set_exception(error)
