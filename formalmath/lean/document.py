"""Many chunks of Lean in one document, and the way back from a line to its chunk."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from formalmath.lean.messages import Message, Position
from formalmath.limits import Limits

SENTINEL = "#check Prop"
"""A command that always answers, cheaply: its message says that all before it is elaborated."""


@dataclass(frozen=True)
class Document:
    """A text made of a prefix, the options of the driver and chunks, a sentinel after each.

    Attributes:
        text: the whole document.
        body: line (from 1) of the sentinel that ends the prefix.
        starts: first line of each chunk.
        sentinels: line of the sentinel after each chunk.
    """

    text: str
    body: int
    starts: tuple[int, ...]
    sentinels: tuple[int, ...]

    @classmethod
    def build(cls, prefix: str, chunks: Sequence[str], limits: Limits) -> Document:
        """Lay out `chunks` after `prefix`. Options that change no result are switched off."""
        # Linters only add messages; Elab.async would report a theorem after its successors.
        head = [
            prefix.rstrip("\n"),
            "set_option linter.all false",
            "set_option Elab.async false",
            f"set_option maxHeartbeats {limits.heartbeats}",
            SENTINEL,
        ]
        parts = ["\n".join(head)]
        line = body = parts[0].count("\n") + 1
        starts, sentinels = [], []
        for chunk in chunks:
            starts.append(line + 1)
            line += chunk.count("\n") + 2
            sentinels.append(line)
            parts += [chunk, SENTINEL]
        return cls("\n".join(parts) + "\n", body, tuple(starts), tuple(sentinels))

    def chunk_at(self, line: int) -> int:
        """The index of the chunk in which `line` lies; -1 for the prefix."""
        return bisect_right(self.starts, line) - 1

    def is_sentinel(self, message: Message) -> bool:
        """Whether the message is the answer of a sentinel."""
        line = message.start.line
        if message.is_error or message.start.column != 0:
            return False
        chunk = self.chunk_at(line)
        return line == (self.body if chunk < 0 else self.sentinels[chunk])

    def localise(self, message: Message) -> Message:
        """The message with its line counted from its chunk's first line."""
        chunk = self.chunk_at(message.start.line)
        if chunk < 0:
            return message
        line = message.start.line - self.starts[chunk] + 1
        return replace(message, start=Position(line, message.start.column))
