"""An `Elaborator` on the fork server: a fresh forked Lean for every batch of chunks."""

from __future__ import annotations

import asyncio
import contextlib
import json
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from formalmath.errors import (
    InputError,
    LeanMemoryError,
    LeanProcessError,
    LeanProtocolError,
    LeanTimeoutError,
)
from formalmath.lean.document import Document
from formalmath.lean.elaborator import ChunkReport, Outcome
from formalmath.lean.messages import Message, Position, Severity
from formalmath.lean.process import Command, FramedProcess, describe_exit
from formalmath.limits import Limits

POLL_S = 0.25
MAX_OUTPUT_BYTES = 4 * 2**20
"""What one chunk may print before its process is killed."""

FORKSERVER = Path(__file__).with_name("forkserver.py")
LEAN_ARGS = ("--json", "--stdin", "-DmaxErrors=1000000", "-Dpp.deepTerms=true")


def forkserver_command(library: Path, lean_path: Path) -> Command:
    """The command that starts a fork server for this library and search path."""
    argv = (sys.executable, "-I", "-S", str(FORKSERVER), str(library))
    return Command(argv, {"LEAN_PATH": str(lean_path), "LEAN_BACKTRACE": "0"})


class PrefixError(InputError):
    """The text before the chunks does not elaborate, so no chunk means anything."""

    def __init__(self, message: Message) -> None:
        self.message = message
        super().__init__(
            f"The text before the theorem does not elaborate (line {message.start.line}): "
            f"{message.text}"
        )


@dataclass
class _Run:
    """What is known of one forked Lean while it works through a document."""

    document: Document
    reports: list[ChunkReport] = field(default_factory=list)
    messages: list[Message] = field(default_factory=list)
    in_prefix: bool = True
    swallowed: bool = False
    printed: int = 0
    since: float = field(default_factory=time.monotonic)
    buffer: str = ""

    @property
    def complete(self) -> bool:
        return len(self.reports) == len(self.document.starts)

    def feed(self, text: str) -> None:
        """Take a piece of output; completes reports as sentinels arrive."""
        self.printed += len(text)
        lines = (self.buffer + text).split("\n")
        self.buffer = lines.pop()
        for line in lines:
            if line and not self.swallowed:
                self._take(line)

    def _take(self, line: str) -> None:
        try:
            message = Message.from_json(json.loads(line))
        except (ValueError, KeyError, TypeError) as error:
            raise LeanProtocolError(f"Lean printed what is not a message: {line[:200]}") from error
        if not self.document.is_sentinel(message):
            self.messages.append(message)
        elif self.in_prefix:
            self._close_prefix()
        else:
            self._close_chunk(self.document.chunk_at(message.start.line))

    def _close_prefix(self) -> None:
        for message in self.messages:
            if message.is_error:
                raise PrefixError(message)
        self.messages.clear()
        self.in_prefix = False
        self.since, self.printed = time.monotonic(), 0

    def _close_chunk(self, ended: int) -> None:
        index = len(self.reports)
        self.swallowed = ended != index
        if self.swallowed:
            # The parser read on through a sentinel. What came after it cannot be told apart.
            start = Position(self.document.starts[index], 0)
            fault = "this text does not end where it should: it swallows what follows it"
            self.messages = [Message(Severity.ERROR, fault, start)]
        localised = tuple(self.document.localise(m) for m in self.messages)
        self.reports.append(ChunkReport(Outcome.DONE, localised, time.monotonic() - self.since))
        self.messages.clear()
        self.since, self.printed = time.monotonic(), 0

    def over_limit(self, limits: Limits, rss_mb: float) -> tuple[Outcome, str] | None:
        """Why the process must be killed now, if it must."""
        wall_s, name = (
            (limits.start_s, "start_s") if self.in_prefix else (limits.wall_s, "wall_s")
        )
        if wall_s and time.monotonic() - self.since > wall_s:
            return Outcome.TIMEOUT, f"no end after {wall_s:g} s (Limits.{name})"
        if limits.memory_mb and rss_mb > limits.memory_mb:
            return Outcome.OUT_OF_MEMORY, f"over {limits.memory_mb} MiB (Limits.memory_mb)"
        if self.printed > MAX_OUTPUT_BYTES:
            return Outcome.CRASHED, f"printed more than {MAX_OUTPUT_BYTES >> 20} MiB"
        return None

    def end(self, killed: tuple[Outcome, str] | None, exit_code: int, stderr_tail: str) -> None:
        """The process has ended before all chunks were done: say why of the one at work."""
        outcome, detail = killed or (Outcome.CRASHED, describe_exit(exit_code))
        if self.in_prefix:
            for message in self.messages:
                if message.is_error:
                    raise PrefixError(message)
            kind = _PREFIX_ERRORS.get(outcome, LeanProcessError)
            raise kind(f"Lean ended while it read the text before the theorem: {detail}.",
                       stderr_tail)
        if not self.swallowed:
            seconds = time.monotonic() - self.since
            self.reports.append(ChunkReport(outcome, seconds=seconds, detail=detail))


_PREFIX_ERRORS = {Outcome.TIMEOUT: LeanTimeoutError, Outcome.OUT_OF_MEMORY: LeanMemoryError}


class ForkElaborator:
    """One fork server. Not shared between tasks."""

    def __init__(self, command: Command) -> None:
        self._command = command
        self._server: FramedProcess | None = None
        self._count = 0

    async def elaborate(
        self, prefix: str, chunks: Sequence[str], limits: Limits
    ) -> list[ChunkReport]:
        """See `Elaborator.elaborate`. A kill or crash costs one chunk; a new fork does the rest.

        Raises:
            PrefixError: Lean reports an error in the prefix.
            LeanProcessError: Lean cannot be started, or dies in the prefix.
        """
        reports: list[ChunkReport] = []
        while len(reports) < len(chunks):
            run = await self._run(prefix, chunks[len(reports) :], limits)
            reports += run.reports
        return reports

    async def close(self) -> None:
        """Kill and reap the server and whatever it forked. Safe to call twice."""
        server, self._server = self._server, None
        if server is not None:
            await server.kill()

    async def _start(self, limits: Limits) -> FramedProcess:
        if self._server is None:
            server = self._server = await FramedProcess.start(self._command)
            try:
                ready = await server.receive(limits.start_s)
            except TimeoutError as error:
                await self.close()
                raise LeanTimeoutError(
                    f"Lean did not start within {limits.start_s:g} s (Limits.start_s).",
                    server.stderr_tail,
                ) from error
            if "ready" not in ready:
                await self.close()
                raise LeanProtocolError(f"The fork server said {ready!r} at its start.")
        return self._server

    async def _run(self, prefix: str, chunks: Sequence[str], limits: Limits) -> _Run:
        """One forked Lean: reports for at least one chunk, or an exception."""
        try:
            return await self._run_forked(prefix, chunks, limits)
        except BaseException:
            # Cancelled or broken in the middle of an answer: the next call starts afresh.
            await asyncio.shield(self.close())
            raise

    async def _run_forked(self, prefix: str, chunks: Sequence[str], limits: Limits) -> _Run:
        server = await self._start(limits)
        self._count += 1
        run = _Run(Document.build(prefix, chunks, limits))
        await server.send({"run": self._count, "args": LEAN_ARGS, "text": run.document.text})
        exit_code: int | None = None
        killed: tuple[Outcome, str] | None = None
        at_work = 0
        next_look = time.monotonic() + POLL_S
        rss_mb = 0.0
        while exit_code is None:
            with contextlib.suppress(TimeoutError):
                answer = await server.receive(POLL_S)
                if "output" in answer:
                    run.feed(str(answer["data"]))
                exit_code = answer.get("exit") and int(answer["code"])
            if time.monotonic() > next_look:
                rss_mb, next_look = server.rss_mb(), time.monotonic() + POLL_S
            if killed is None and (run.swallowed or (killed := run.over_limit(limits, rss_mb))):
                at_work = len(run.reports)
                await server.send({"kill": self._count})
                killed = killed or (Outcome.DONE, "")
        # A chunk that ended between the decision to kill and the kill is not the culprit.
        if not run.complete and (killed is None or at_work == len(run.reports)):
            run.end(killed, exit_code, server.stderr_tail)
        return run
