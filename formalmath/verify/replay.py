"""Proofs through Lean's kernel in a clean process of its own, and nothing else.

Only what the target rests on is replayed. The kernel's judgement of a declaration depends on that
declaration and on the environment that it is added to: here the trusted library and the
declarations before it, each of which the kernel has just accepted. What else the candidate's file
holds (other theorems, attributes, instances, extensions' entries) never reaches that environment
and can neither help nor harm the proof.
"""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from formalmath.errors import LeanProcessError, LeanTimeoutError, ToolchainError
from formalmath.lean.process import Command, FramedProcess
from formalmath.limits import Limits
from formalmath.verify.closure import Closure
from formalmath.verify.constants import is_unsafe
from formalmath.verify.job import job
from formalmath.verify.module import Module
from formalmath.verify.names import show
from formalmath.verify.verdict import Cause, Inconclusive, Reason, Rejected

REPLAYER = Path(__file__).with_name("replayer.py")
_GRACE_S = 10.0
"""How much longer than its limit a request may take before the replayer itself counts as stuck."""


@dataclass(frozen=True)
class Accepted:
    """The kernel accepts the target and all it rests on.

    Attributes:
        declarations: how many steps the kernel was given (a block of types is one).
    """

    declarations: int


class Kernel(Protocol):
    """Puts proofs to Lean's kernel."""

    async def replay(
        self, module: Module, proof: Closure, limits: Limits
    ) -> Accepted | Rejected | Inconclusive:
        """See `Replayer.replay`."""
        ...

    async def close(self) -> None:
        """End what runs. Safe to call twice."""
        ...


def unsafe_in(proof: Closure) -> Rejected | None:
    """The kernel lets unsafe declarations be anything: none may be in a proof."""
    for constant in proof.constants:
        if is_unsafe(constant):
            return Rejected(Reason.UNSAFE, f"it rests on the unsafe `{show(constant.name)}`")
    return None


def replayer_command(library: Path, lean_path: Sequence[Path], modules: Sequence[str]) -> Command:
    """The command that starts a replayer for these modules of the library."""
    path = os.pathsep.join(map(str, lean_path))
    argv = (sys.executable, "-I", "-S", str(REPLAYER), str(library), path, *modules)
    return Command(argv)


class Replayer:
    """A warm replayer. `replay` may be called by many tasks at once; `close` at the end."""

    def __init__(self, command: Command, jobs: int | None = None) -> None:
        """`jobs`: how many proofs are checked at once (None: one for each processor)."""
        self._command = command
        self._places = asyncio.Semaphore(jobs or os.cpu_count() or 1)
        self._starting = asyncio.Lock()
        self._process: _Process | None = None
        self._numbers = itertools.count(1)

    @property
    def pid(self) -> int | None:
        """Process id of the running replayer, if there is one."""
        return self._process.server.pid if self._process is not None else None

    async def replay(
        self, module: Module, proof: Closure, limits: Limits
    ) -> Accepted | Rejected | Inconclusive:
        """Have the kernel check `proof`, a closure of the module's declarations.

        `limits.heartbeats` counts for each declaration, `limits.wall_s` and `limits.memory_mb` for
        the whole proof, the library apart. A replayer that died or got stuck is started anew by
        the next call.

        Raises:
            ToolchainError: the replayer cannot import the library.
        """
        if refused := unsafe_in(proof):
            return refused
        async with self._places:
            number = next(self._numbers)
            request = {
                "replay": number,
                "wall_s": float(limits.wall_s or 1e6),
                "rss_mb": limits.memory_mb or 1 << 30,
                "heartbeats": limits.heartbeats * 1000,
                **job(module, proof),
            }
            process: _Process | None = None
            try:
                process = await self._start(limits)
                async with asyncio.timeout(limits.wall_s + _GRACE_S if limits.wall_s else None):
                    return _outcome(await process.ask(number, request), proof)
            except asyncio.CancelledError:
                if process is not None:
                    await asyncio.shield(process.drop(number))
                raise
            except TimeoutError:
                await self._end(process)
                return Inconclusive(Cause.INFRA, "the replayer does not answer")
            except LeanProcessError as error:
                await self._end(process)
                return Inconclusive(Cause.INFRA, str(error))

    async def close(self) -> None:
        """Kill and reap the replayer and its children. Safe to call twice."""
        await self._end(self._process)

    async def _start(self, limits: Limits) -> _Process:
        async with self._starting:
            if self._process is not None and self._process.ended:
                await self._end(self._process)
            if self._process is None:
                server = await FramedProcess.start(self._command)
                try:
                    first = await server.receive(limits.start_s)
                except TimeoutError as error:
                    await server.kill()
                    raise LeanTimeoutError(
                        f"The replayer did not start within {limits.start_s:g} s (Limits.start_s).",
                        server.stderr_tail,
                    ) from error
                except BaseException:
                    await asyncio.shield(server.kill())
                    raise
                if "ready" not in first:
                    await server.kill()
                    raise ToolchainError(
                        f"The replayer cannot import the library ({first.get('failed')})."
                    )
                self._process = _Process(server)
            return self._process

    async def _end(self, process: _Process | None) -> None:
        """End this process, and not one that another task has started since."""
        if process is not None:
            if process is self._process:
                self._process = None
            await process.close()


class _Process:
    """One replayer that runs, and the requests that wait for its answers."""

    def __init__(self, server: FramedProcess) -> None:
        self.server = server
        self._waiting: dict[int, asyncio.Future[dict[str, Any]]] = {}
        self._reader = asyncio.create_task(self._read())

    @property
    def ended(self) -> bool:
        """Whether no answer can come any more."""
        return self._reader.done()

    async def ask(self, number: int, request: Mapping[str, Any]) -> dict[str, Any]:
        """The answer to a request.

        Raises:
            LeanProcessError: the process has ended, or what it says is no answer.
        """
        answer: asyncio.Future[dict[str, Any]] = asyncio.get_running_loop().create_future()
        self._waiting[number] = answer
        try:
            await self.server.send(request)
            return await answer
        finally:
            del self._waiting[number]
            if not answer.cancel() and not answer.cancelled():
                answer.exception()  # looked at, or asyncio complains that nobody did

    async def drop(self, number: int) -> None:
        """Nobody waits for this request any more; its child need not go on."""
        with contextlib.suppress(LeanProcessError):
            await self.server.send({"drop": number})

    async def close(self) -> None:
        """Kill and reap it; whoever waits is told. Safe to call twice."""
        await asyncio.shield(self.server.kill())
        self._reader.cancel()
        await asyncio.gather(self._reader, return_exceptions=True)
        self._fail(LeanProcessError("The replayer was stopped."))

    async def _read(self) -> None:
        """Hand answers to those who wait for them, until the replayer ends."""
        try:
            while True:
                frame = await self.server.receive(0)
                waiting = self._waiting.get(int(frame.get("result", 0)))
                if waiting is not None and not waiting.done():
                    waiting.set_result(frame)
        except (LeanProcessError, ValueError, TypeError) as error:
            self._fail(error)

    def _fail(self, error: Exception) -> None:
        failure = error if isinstance(error, LeanProcessError) else LeanProcessError(str(error))
        for waiting in self._waiting.values():
            if not waiting.done():
                waiting.set_exception(failure)


def _outcome(answer: dict[str, Any], proof: Closure) -> Accepted | Rejected | Inconclusive:
    """What an answer means. Only one that counts every declaration is an acceptance."""
    match answer:
        case {"accepted": int(count)} if count == len(proof.units) and count is not True:
            return Accepted(count)
        case {"rejected": str(kind), "unit": int(number), "detail": str(detail)} if (
            0 <= number < len(proof.units)
        ):
            name = show(proof.units[number][0].name)
            return Rejected(Reason.KERNEL, f"`{name}`: {kind} {detail}".rstrip())
        case {"gave_up": "timeout" | "oom" | "crash" as cause, "detail": str(detail)}:
            return Inconclusive(Cause(cause), detail)
    return Inconclusive(Cause.INFRA, f"the replayer answered {str(answer)[:200]}")
