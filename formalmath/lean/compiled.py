"""What Lean made of one whole text, and whoever makes it so, and nothing else."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Protocol

from formalmath.lean.elaborator import Outcome
from formalmath.lean.messages import Message
from formalmath.lean.process import describe_exit


@dataclass(frozen=True)
class Compiled:
    """What Lean made of a text.

    Attributes:
        outcome: DONE, TIMEOUT, OUT_OF_MEMORY or CRASHED. Only DONE says anything about the text.
        messages: all that Lean reported, in its order.
        exit_code: Lean's own; 0 means that it found no error.
        detail: for an outcome other than DONE, what is known.
        parts: the compiled file (.olean), if one was asked for and made; of a file of Lean's
            module system all three (.olean, .olean.server, .olean.private).
    """

    outcome: Outcome
    messages: tuple[Message, ...] = ()
    exit_code: int = 0
    detail: str = ""
    parts: tuple[bytes, ...] = ()

    @property
    def errors(self) -> tuple[Message, ...]:
        """The messages that are errors."""
        return tuple(m for m in self.messages if m.is_error)

    @property
    def accepted(self) -> bool:
        """Lean ran to its end and reported no error."""
        return self.outcome is Outcome.DONE and self.exit_code == 0 and not self.errors


def told(code: int, out: str, err: str) -> Compiled:
    """What a Lean that ended with an exit code has told by what it printed."""
    try:
        messages = tuple(Message.from_json(json.loads(line)) for line in out.split("\n") if line)
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        what = f"it printed what is not a message ({str(error)[:200]})"
        return Compiled(Outcome.CRASHED, exit_code=code, detail=what)
    compiled = Compiled(Outcome.DONE, messages, code)
    if code == 0 or (code == 1 and compiled.errors):
        return compiled
    # Exit code 1 without an error in the text is no word of Lean's: it did not even start.
    detail = f"{describe_exit(code)}; {err.strip()[-500:]}"
    return Compiled(Outcome.CRASHED, messages, code, detail)


class Compiler(Protocol):
    """Compiles texts one by one. Not shared between tasks."""

    async def compile(self, text: str, timeout_s: float, file_mb: int) -> Compiled:
        """Compile a text. There are no `parts` also if they are larger than `file_mb` MiB.

        Raises:
            LeanProcessError: Lean cannot be started.
        """
        ...

    async def close(self) -> None:
        """End what runs. Safe to call twice."""
        ...
