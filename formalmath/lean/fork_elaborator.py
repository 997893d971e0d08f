"""An `Elaborator` on the fork server: a fresh forked Lean for every batch of chunks."""

from __future__ import annotations

import json
from dataclasses import dataclass, field

from formalmath.lean.batch import MAX_OUTPUT_CHARS, Batch, BatchElaborator
from formalmath.lean.document import Document
from formalmath.lean.elaborator import Broken, Outcome
from formalmath.lean.fork_client import ForkClient
from formalmath.lean.messages import Message
from formalmath.lean.options import GOAL_OPTIONS, LEAN_OPTIONS
from formalmath.lean.process import Command, describe_exit
from formalmath.limits import Limits

LEAN_ARGS = ("--json", "--stdin", *LEAN_OPTIONS, *GOAL_OPTIONS)


class ForkElaborator(BatchElaborator):
    """One fork server. Not shared between tasks."""

    def __init__(self, command: Command) -> None:
        """`command`: starts the server; it is run when first needed."""
        self._client = ForkClient(command)

    async def close(self) -> None:
        """See `Elaborator.close`."""
        await self._client.close()

    async def _run(self, document: Document, limits: Limits) -> Batch:
        """One forked Lean: reports for at least one chunk, or an exception."""
        await self._client.start(limits.start_s)
        batch = Batch(document)
        exit_code, broken = await self._client.run(
            LEAN_ARGS, document.text, _Watched(batch, limits), limits.start_s
        )
        if not batch.complete and not (exit_code in (0, 1) and batch.end()):
            why = broken or Broken(Outcome.CRASHED, describe_exit(exit_code))
            batch.break_off(why.outcome, why.detail, self._client.stderr_tail)
        return batch


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
    """A batch that takes Lean's messages as they come."""

    batch: Batch
    limits: Limits
    output: Lines = field(default_factory=Lines)

    def take(self, text: str) -> Broken | None:
        """See `Watcher`.

        Raises:
            PrefixError: as `Batch.take`.
        """
        for line in self.output.feed(text):
            try:
                message = Message.from_json(json.loads(line))
            except (ValueError, KeyError, TypeError, RecursionError):
                return Broken(Outcome.CRASHED, f"printed what is not a message: {line[:200]}")
            self.batch.take(message)
        if self.output.waiting > MAX_OUTPUT_CHARS:
            return Broken(Outcome.CRASHED, f"printed more than {MAX_OUTPUT_CHARS >> 20} MiB")
        return None

    def over_limit(self, rss_mb: float) -> Broken | None:
        """See `Watcher`."""
        return self.batch.over_limit(self.limits, rss_mb)
