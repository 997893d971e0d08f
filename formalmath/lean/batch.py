"""Chunks on their way through one Lean: which have ended, and how, and nothing else."""

from __future__ import annotations

import asyncio
import contextlib
import time
from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from formalmath.errors import (
    LeanMemoryError,
    LeanProcessError,
    LeanTimeoutError,
    PrefixError,
)
from formalmath.lean.document import Document
from formalmath.lean.elaborator import Broken, ChunkReport, Outcome
from formalmath.lean.messages import Message, Position, Severity
from formalmath.lean.tokens import scan
from formalmath.limits import Limits

MAX_OUTPUT_CHARS = 4 * 2**20
"""What one chunk may print before its process is killed."""


@dataclass
class Reports:
    """What is known of one Lean process while it works through a prefix and chunks.

    Attributes:
        reports: of the chunks that have ended, in order.
        messages: of the prefix or the chunk at work, so far.
        since: when the chunk at work began (`time.monotonic`).
        printed: what it has printed, in characters.
    """

    reports: list[ChunkReport] = field(default_factory=list)
    messages: list[Message] = field(default_factory=list)
    in_prefix: bool = True
    since: float = field(default_factory=time.monotonic)
    printed: int = 0

    def close_prefix(self) -> None:
        """The prefix has ended.

        Raises:
            PrefixError: with an error in it.
        """
        self._refuse_prefix_errors()
        self.in_prefix = False
        self._next()

    def close_chunk(self, messages: Iterable[Message]) -> None:
        """The chunk at work has ended, and this is what Lean said of it."""
        ordered = tuple(sorted(messages, key=lambda m: m.start))
        self.reports.append(ChunkReport(Outcome.DONE, ordered, time.monotonic() - self.since))
        self._next()

    def _next(self) -> None:
        self.messages.clear()
        self.since, self.printed = time.monotonic(), 0

    def _refuse_prefix_errors(self) -> None:
        for message in self.messages:
            if message.is_error:
                raise PrefixError(message.start.line, message.text)

    def over_limit(self, limits: Limits, rss_mb: float) -> Broken | None:
        """Why the process must be killed now, if it must."""
        wall_s, name = (limits.start_s, "start_s") if self.in_prefix else (limits.wall_s, "wall_s")
        if wall_s and time.monotonic() - self.since > wall_s:
            return Broken(Outcome.TIMEOUT, f"no end after {wall_s:g} s (Limits.{name})")
        if limits.memory_mb and rss_mb > limits.memory_mb:
            return Broken(Outcome.OUT_OF_MEMORY, f"over {limits.memory_mb} MiB (Limits.memory_mb)")
        if self.printed > MAX_OUTPUT_CHARS:
            return Broken(Outcome.CRASHED, f"printed more than {MAX_OUTPUT_CHARS >> 20} MiB")
        return None

    def break_off(self, outcome: Outcome, detail: str, stderr_tail: str) -> None:
        """The process ended before all chunks were done: report the one at work.

        Raises:
            PrefixError: it was still in the prefix and had found an error there.
            LeanProcessError: it was still in the prefix.
        """
        if self.in_prefix:
            self._refuse_prefix_errors()
            kind = _PREFIX_ERRORS.get(outcome, LeanProcessError)
            raise kind(
                f"Lean ended while it read the text before the theorem: {detail}.", stderr_tail
            )
        seconds = time.monotonic() - self.since
        self.reports.append(ChunkReport(outcome, seconds=seconds, detail=detail))


@dataclass
class Batch(Reports):
    """The same where all chunks are one document, with sentinels between them.

    Attributes:
        document: what Lean was given.
        swallowed: a chunk did not end at its own end; nothing after it can be told apart.
    """

    document: Document = field(kw_only=True)
    swallowed: bool = False

    @property
    def complete(self) -> bool:
        """Whether every chunk has its report."""
        return len(self.reports) == len(self.document.starts)

    def take(self, message: Message) -> None:
        """Take Lean's next message; a sentinel's ends the prefix or a chunk.

        Raises:
            PrefixError: the prefix has ended, with an error in it.
        """
        self.printed += len(message.text)
        if self.swallowed:
            return
        if not self.document.is_sentinel(message):
            self.messages.append(message)
        elif self.in_prefix:
            self.close_prefix()
        else:
            self._close(self.document.chunk_at(message.start.line))

    def end(self) -> bool:
        """Lean has come to the end of the document. Whether the reports tell all there is to tell.

        If not, break off: it did not come there in any way that its messages would explain.
        """
        if self.complete or self.swallowed:
            return True
        if self.in_prefix or not any(message.is_error for message in self.messages):
            return False
        self._close(len(self.document.starts))
        return True

    def _close(self, ended: int) -> None:
        index = len(self.reports)
        self.swallowed = ended != index
        if self.swallowed:
            # The parser read on through a sentinel. What came after it cannot be told apart.
            self.close_chunk([swallows(Position(1, 0))])
        else:
            self.close_chunk([self.document.localise(m) for m in self.messages])

    def break_off(self, outcome: Outcome, detail: str, stderr_tail: str) -> None:
        """See `Reports`."""
        if not self.swallowed:
            super().break_off(outcome, detail, stderr_tail)


def swallows(start: Position) -> Message:
    """What is said of a chunk without a report of its own sentinel."""
    return Message(Severity.ERROR, _SWALLOWS, start)


_HARMLESS = "example : True := .intro"
_SWALLOWS = "this text does not end where it should: it swallows what follows it"
_PREFIX_ERRORS = {Outcome.TIMEOUT: LeanTimeoutError, Outcome.OUT_OF_MEMORY: LeanMemoryError}


class BatchElaborator(ABC):
    """An `Elaborator` on one warm server that takes many chunks. Not shared between tasks."""

    async def elaborate(
        self, prefix: str, chunks: Sequence[str], limits: Limits
    ) -> list[ChunkReport]:
        """See `Elaborator.elaborate`. A kill or crash costs one chunk; a new Lean does the rest.

        Raises:
            PrefixError: Lean reports an error in the prefix.
            LeanProcessError: Lean cannot be started, or dies in the prefix.
        """
        # A comment without end would reach back and make the sentinel before it fail.
        faults = [_open_comment(chunk) for chunk in chunks]
        sound = [chunk for chunk, fault in zip(chunks, faults, strict=True) if fault is None]
        reports: list[ChunkReport] = []
        try:
            while len(reports) < len(sound):
                try:
                    reports += (await self._run(prefix, sound[len(reports) :], limits)).reports
                except (LeanTimeoutError, LeanMemoryError):
                    raise
                except LeanProcessError as error:
                    # A candidate that ends Lean can do so before what Lean said earlier is printed.
                    await self.close()
                    chunk = sound[len(reports)]
                    reports.append(await self._alone(prefix, chunk, limits, error))
        except BaseException:
            # Cancelled or broken in the middle of an answer: the next call starts afresh.
            await asyncio.shield(self.close())
            raise
        rest = iter(reports)
        return [fault or next(rest) for fault in faults]

    async def _alone(
        self, prefix: str, chunk: str, limits: Limits, error: LeanProcessError
    ) -> ChunkReport:
        """What comes of a chunk in a Lean of its own, after one that died before it said anything.

        Raises:
            LeanProcessError: Lean dies in the prefix, whatever follows it.
        """
        with contextlib.suppress(LeanProcessError):
            return (await self._run(prefix, [chunk], limits)).reports[0]
        await self.close()
        await self._run(prefix, [_HARMLESS], limits)
        return ChunkReport(Outcome.CRASHED, detail=str(error).splitlines()[0])

    @abstractmethod
    async def close(self) -> None:
        """Kill and reap the server and all behind it. Safe to call twice."""

    @abstractmethod
    async def _run(self, prefix: str, chunks: Sequence[str], limits: Limits) -> Reports:
        """One process: reports for at least the first of the chunks, or an exception."""


def _open_comment(chunk: str) -> ChunkReport | None:
    fault = scan(chunk).fault if "/-" in chunk else None
    if fault is None or not fault.unclosed:
        return None
    before = chunk[: fault.start]
    place = Position(before.count("\n") + 1, fault.start - before.rfind("\n") - 1)
    return ChunkReport(Outcome.DONE, (Message(Severity.ERROR, fault.what, place),))
