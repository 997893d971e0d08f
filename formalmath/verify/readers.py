"""Processes that read a library's compiled modules, one for each processor, and nothing else."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import Any

from formalmath.cores import cores
from formalmath.errors import ToolchainError

PROGRAM = Path(__file__).with_name("summary.py")
_AHEAD = 4
"""Modules for each process that may be read before they are asked for."""

_POLL_S = 0.2


@contextmanager
def read_all(
    modules: Sequence[Sequence[str]], stop: threading.Event | None = None
) -> Iterator[Iterator[dict[str, Any]]]:
    """An iterator of the modules' summaries (see `summary`), in the order of `modules`.

    `modules`: for each its files. The processes end with the context.

    Raises:
        ToolchainError: by the iterator, when `stop` was set or a process has died.
    """
    stop = stop or threading.Event()
    jobs = min(cores(), len(modules))
    with _Programs(jobs) as programs, ThreadPoolExecutor(max(1, jobs)) as pool:
        waiting: deque[Future[dict[str, Any]]] = deque()

        def answers() -> Iterator[dict[str, Any]]:
            for parts in modules:
                waiting.append(pool.submit(programs.ask, parts))
                if len(waiting) > _AHEAD * jobs:
                    yield _result(waiting.popleft(), stop)
            while waiting:
                yield _result(waiting.popleft(), stop)

        try:
            yield answers()
        finally:
            for each in waiting:
                each.cancel()
            programs.kill()  # or the pool would wait for them


def _result(future: Future[dict[str, Any]], stop: threading.Event) -> dict[str, Any]:
    while not stop.is_set():
        with suppress(TimeoutError):
            return future.result(_POLL_S)
    raise ToolchainError("Reading the library was stopped.")


class _Programs:
    """Running programs; each answers one question at a time."""

    def __init__(self, count: int) -> None:
        self._every: list[subprocess.Popen[str]] = []
        self._free: deque[subprocess.Popen[str]] = deque()
        self._count = count

    def __enter__(self) -> _Programs:
        argv = [sys.executable, "-I", "-S", str(PROGRAM)]
        for _ in range(self._count):
            program = subprocess.Popen(
                argv,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
                encoding="utf-8",
                start_new_session=True,  # Ctrl-C is for us; it ends when its input does
            )
            self._every.append(program)
            self._free.append(program)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.kill()
        for program in self._every:
            with suppress(BrokenPipeError), program:  # closes its pipes and reaps it
                pass
            program.wait()

    def ask(self, parts: Sequence[str]) -> dict[str, Any]:
        """The summary of a module; as many at a time as there are programs."""
        program = self._free.popleft()
        try:
            assert program.stdin is not None
            assert program.stdout is not None
            program.stdin.write(json.dumps(list(parts)) + "\n")
            program.stdin.flush()
            answer: dict[str, Any] = json.loads(program.stdout.readline())
            return answer
        except (OSError, ValueError) as error:
            raise ToolchainError(f"A process that read {parts[0]} has died.") from error
        finally:
            self._free.append(program)

    def kill(self) -> None:
        """End them all at once."""
        for program in self._every:
            program.kill()
