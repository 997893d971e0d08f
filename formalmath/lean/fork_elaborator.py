"""An `Elaborator` on the fork server: a fresh forked Lean for every batch of chunks."""

from __future__ import annotations

import contextlib
import json
import sys
import time
from pathlib import Path

from formalmath.errors import LeanProcessError, LeanProtocolError, LeanTimeoutError
from formalmath.lean.batch import MAX_OUTPUT_CHARS, POLL_S, Batch, BatchElaborator
from formalmath.lean.document import Document
from formalmath.lean.elaborator import Outcome
from formalmath.lean.messages import Message
from formalmath.lean.options import GOAL_OPTIONS, LEAN_OPTIONS
from formalmath.lean.process import KILL_WAIT_S, Command, FramedProcess, describe_exit
from formalmath.limits import Limits

FORKSERVER = Path(__file__).with_name("forkserver.py")
LEAN_ARGS = ("--json", "--stdin", *LEAN_OPTIONS, *GOAL_OPTIONS)


def forkserver_command(library: Path, lean_path: Path) -> Command:
    """The command that starts a fork server for this library and search path."""
    argv = (sys.executable, "-I", "-S", str(FORKSERVER), str(library))
    return Command(argv, {"LEAN_PATH": str(lean_path), "LEAN_BACKTRACE": "0"})


class ForkElaborator(BatchElaborator):
    """One fork server. Not shared between tasks."""

    def __init__(self, command: Command) -> None:
        super().__init__(command)
        self._runs = 0

    async def _start(self, limits: Limits) -> FramedProcess:
        if self._server is not None and self._server.ended:
            await self.close()
        if self._server is None:
            server = self._server = await FramedProcess.start(self._command)
            try:
                ready = await server.receive(limits.start_s)
            except TimeoutError as error:
                raise LeanTimeoutError(
                    f"Lean did not start within {limits.start_s:g} s (Limits.start_s).",
                    server.stderr_tail,
                ) from error
            if "ready" not in ready:
                raise LeanProtocolError(f"The fork server said {ready!r} at its start.")
        return self._server

    async def _run(self, document: Document, limits: Limits) -> Batch:
        """One forked Lean: reports for at least one chunk, or an exception."""
        server = await self._start(limits)
        self._runs += 1
        await server.send({"run": self._runs, "args": LEAN_ARGS, "text": document.text})
        batch = Batch(document)
        try:
            exit_code, killed = await self._follow(server, batch, limits)
        except LeanProtocolError:
            raise
        except LeanProcessError as error:
            # The server itself has died, with the chunk at work: so it is as if that had died.
            await self.close()
            exit_code, killed = None, (Outcome.CRASHED, str(error).splitlines()[0])
        if not batch.complete and not (exit_code in (0, 1) and batch.end()):
            outcome, detail = killed or (Outcome.CRASHED, describe_exit(exit_code))
            batch.break_off(outcome, detail, server.stderr_tail)
        return batch

    async def _follow(
        self, server: FramedProcess, batch: Batch, limits: Limits
    ) -> tuple[int | None, tuple[Outcome, str] | None]:
        """Take what the forked Lean says up to its end: its exit code, and why it was killed.

        The exit code is None if the server did not kill it when told to; then the server is gone.

        Raises:
            LeanProcessError: the server has ended.
        """
        output = Lines()
        killed: tuple[Outcome, str] | None = None
        killed_at = 0.0
        rss_mb, next_look = 0.0, time.monotonic() + POLL_S
        while not killed or time.monotonic() < killed_at + KILL_WAIT_S:
            broken: tuple[Outcome, str] | None = None
            with contextlib.suppress(TimeoutError):
                frame = await server.receive(POLL_S)
                if killed is None:
                    broken = _take(batch, output, str(frame.get("data", "")))
                if "exit" in frame:
                    return int(frame["code"]), killed
            if time.monotonic() > next_look:
                rss_mb, next_look = server.rss_mb(), time.monotonic() + POLL_S
            if killed is None and (killed := broken or batch.over_limit(limits, rss_mb)):
                killed_at = time.monotonic()
                await server.send({"kill": self._runs})
        await self.close()
        return None, killed


class Lines:
    """Whole lines out of pieces of text."""

    def __init__(self) -> None:
        self._rest = ""

    @property
    def waiting(self) -> int:
        """Characters of the line that has not ended."""
        return len(self._rest)

    def feed(self, text: str) -> list[str]:
        """The lines that `text` completes, without empty ones."""
        *lines, self._rest = (self._rest + text).split("\n")
        return [line for line in lines if line]


def _take(batch: Batch, output: Lines, text: str) -> tuple[Outcome, str] | None:
    """Take what Lean printed; why it must be killed, if a candidate made it print other things.

    Raises:
        PrefixError: as `Batch.take`.
    """
    for line in output.feed(text):
        try:
            message = Message.from_json(json.loads(line))
        except (ValueError, KeyError, TypeError, RecursionError):
            return Outcome.CRASHED, f"printed what is not a message: {line[:200]}"
        batch.take(message)
    if output.waiting > MAX_OUTPUT_CHARS:
        return Outcome.CRASHED, f"printed more than {MAX_OUTPUT_CHARS >> 20} MiB"
    return None
