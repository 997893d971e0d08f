"""One fork server at work: a forked Lean at a time, watched to its end, and nothing else."""

from __future__ import annotations

import asyncio
import contextlib
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Protocol

from formalmath.errors import LeanProcessError, LeanProtocolError, LeanTimeoutError
from formalmath.lean.elaborator import Broken, Outcome
from formalmath.lean.process import KILL_WAIT_S, POLL_S, Command, FramedProcess

FORKSERVER = Path(__file__).with_name("forkserver.py")


def forkserver_command(library: Path, lean_path: Path) -> Command:
    """The command that starts a fork server for this library and search path."""
    argv = (sys.executable, "-I", "-S", str(FORKSERVER), str(library))
    return Command(argv, {"LEAN_PATH": str(lean_path), "LEAN_BACKTRACE": "0"})


class Watcher(Protocol):
    """Takes what a forked Lean says, and may break it off."""

    def take(self, text: str) -> Broken | None:
        """The next piece of its output."""
        ...

    def over_limit(self, rss_mb: float) -> Broken | None:
        """Asked every `POLL_S` seconds, with the memory of the largest process in MiB."""
        ...


class ForkClient:
    """The client of one fork server. Not shared between tasks."""

    def __init__(self, command: Command) -> None:
        """`command`: starts the server; it is run when first needed."""
        self._command = command
        self._server: FramedProcess | None = None
        self._runs = 0
        self.stderr_tail = ""

    async def start(self, timeout_s: float) -> FramedProcess:
        """The server, started if need be.

        Raises:
            LeanTimeoutError: it was not ready within `timeout_s` seconds.
            LeanProtocolError: it said something else.
            LeanProcessError: it cannot be started.
        """
        if self._server is not None and self._server.ended:
            await self.close()
        if self._server is None:
            server = self._server = await FramedProcess.start(self._command)
            try:
                ready = await server.receive(timeout_s)
            except TimeoutError as error:
                raise LeanTimeoutError(
                    f"Lean did not start within {timeout_s:g} s (Limits.start_s).",
                    server.stderr_tail,
                ) from error
            if "ready" not in ready:
                raise LeanProtocolError(f"The fork server said {ready!r} at its start.")
        return self._server

    async def run(
        self, request: Mapping[str, Any], watcher: Watcher, start_s: float
    ) -> tuple[int | None, Broken | None]:
        """One request (see `forkserver`): the exit code, and why it was broken off, if it was.

        The exit code is None if the server died or did not kill it when told to; then it counts as
        broken off, and the next run has a new server.

        Raises:
            LeanProtocolError: the server said something that is not of its protocol.
            LeanProcessError: it cannot be started.
        """
        server = await self.start(start_s)
        self._runs += 1
        try:
            await server.send({"run": self._runs, **request})
            return await self._follow(server, watcher)
        except LeanProtocolError:
            raise
        except LeanProcessError as error:
            # The server itself has died, with this text at work: so it is as if Lean had died.
            await self.close()
            return None, Broken(Outcome.CRASHED, str(error).splitlines()[0])
        finally:
            self.stderr_tail = server.stderr_tail

    async def _follow(
        self, server: FramedProcess, watcher: Watcher
    ) -> tuple[int | None, Broken | None]:
        broken: Broken | None = None
        killed_at = 0.0
        rss_mb, next_look = 0.0, time.monotonic() + POLL_S
        while not broken or time.monotonic() < killed_at + KILL_WAIT_S:
            found: Broken | None = None
            with contextlib.suppress(TimeoutError):
                frame = await server.receive(POLL_S)
                if broken is None:
                    found = watcher.take(str(frame.get("data", "")))
                match frame:
                    case {"exit": int(), "code": int(code)}:
                        return code, broken
                    case {"exit": _}:
                        said = f"The fork server said {str(frame)[:200]} at the end of a run."
                        raise LeanProtocolError(said, server.stderr_tail)
            if time.monotonic() > next_look:
                rss_mb, next_look = server.rss_mb(), time.monotonic() + POLL_S
            if broken is None and (broken := found or watcher.over_limit(rss_mb)):
                killed_at = time.monotonic()
                await server.send({"kill": self._runs})
        await self.close()
        return None, broken

    async def close(self) -> None:
        """Kill and reap the server and all behind it. Safe to call twice."""
        server, self._server = self._server, None
        if server is not None:
            await asyncio.shield(server.kill())
