"""An `Elaborator` on the fork server: a fresh forked Lean for every batch of chunks."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field

from formalmath.lean.batch import MAX_OUTPUT_CHARS, BatchElaborator, Reports, swallows
from formalmath.lean.document import SENTINEL, Document
from formalmath.lean.elaborator import Broken, Outcome
from formalmath.lean.fork_client import ForkClient
from formalmath.lean.header import plain_header
from formalmath.lean.messages import Message, Position
from formalmath.lean.options import GOAL_OPTIONS, LEAN_OPTIONS
from formalmath.lean.process import Command, describe_exit
from formalmath.limits import Limits

_OPTIONS = "".join(
    "set_option {} {}\n".format(*option.removeprefix("-D").split("=", 1))
    for option in (*LEAN_OPTIONS, *GOAL_OPTIONS)
)


class ForkElaborator(BatchElaborator):
    """One fork server. Not shared between tasks."""

    def __init__(self, command: Command) -> None:
        """`command`: starts the server; it is run when first needed."""
        self._client = ForkClient(command)

    async def close(self) -> None:
        """See `Elaborator.close`."""
        await self._client.close()

    async def _run(self, prefix: str, chunks: Sequence[str], limits: Limits) -> Reports:
        """One forked Lean: reports for at least one chunk, or an exception."""
        await self._client.start(limits.start_s)
        head = Document.build(prefix, (), limits)
        header = plain_header(head.text)
        request = {
            "options": _OPTIONS,
            "modules": header.modules if header else None,
            "header": header.size if header else 0,
            "prefix": head.text,
            "chunks": [f"{chunk}\n{SENTINEL}\n" for chunk in chunks],
        }
        sentinels = [chunk.count("\n") + 2 for chunk in chunks]
        watched = _Watched(Reports(), [head.body, *sentinels], limits)
        exit_code, broken = await self._client.run(request, watched, limits.start_s)
        reports = watched.reports
        if len(reports.reports) < len(chunks):
            why = broken or Broken(Outcome.CRASHED, describe_exit(exit_code))
            reports.break_off(why.outcome, why.detail, self._client.stderr_tail)
        return reports


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


@dataclass
class _Watched:
    """Reports that take Lean's messages as they come.

    Attributes:
        sentinels: the line of the sentinel in the prefix and in each chunk.
    """

    reports: Reports
    sentinels: Sequence[int]
    limits: Limits
    output: Lines = field(default_factory=Lines)
    _reached: bool = False

    def take(self, text: str) -> Broken | None:
        """See `Watcher`.

        Raises:
            PrefixError: the prefix has ended, with an error in it.
        """
        for line in self.output.feed(text):
            self.reports.printed += len(line)
            try:
                record = json.loads(line)
                message = None if "ended" in record else Message.from_json(record)
            except (ValueError, KeyError, TypeError, RecursionError):
                return Broken(Outcome.CRASHED, f"printed what is not a message: {line[:200]}")
            if message is None:
                if not self._close(int(record["ended"])):
                    return Broken(Outcome.CRASHED, "it does not end where it should")
            elif self._is_sentinel(message):
                self._reached = True
            else:
                self.reports.messages.append(message)
        if self.output.waiting > MAX_OUTPUT_CHARS:
            return Broken(Outcome.CRASHED, f"printed more than {MAX_OUTPUT_CHARS >> 20} MiB")
        return None

    def _close(self, chunk: int) -> bool:
        """All has been said about a chunk (-1: the prefix); False if nothing can come after it."""
        reports, reached = self.reports, self._reached
        self._reached = False
        explained = reached or any(message.is_error for message in reports.messages)
        if reports.in_prefix:
            if explained and chunk < 0:
                reports.close_prefix()
            return explained and chunk < 0
        # What swallows its own sentinel has swallowed nothing else.
        reports.close_chunk(reports.messages if explained else [swallows(Position(1, 0))])
        return True

    def _is_sentinel(self, message: Message) -> bool:
        """Whether the message is the answer of the sentinel behind what is at work."""
        line = self.sentinels[0 if self.reports.in_prefix else len(self.reports.reports) + 1]
        return message.start == Position(line, 0) and not message.is_error

    def over_limit(self, rss_mb: float) -> Broken | None:
        """See `Watcher`."""
        return self.reports.over_limit(self.limits, rss_mb)
