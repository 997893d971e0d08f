"""One file through one fresh `lean`, and nothing else."""

from __future__ import annotations

import json
import tempfile
from dataclasses import dataclass
from pathlib import Path

from formalmath.errors import LeanMemoryError, LeanProtocolError
from formalmath.lean.elaborator import Outcome
from formalmath.lean.messages import Message
from formalmath.lean.options import LEAN_OPTIONS
from formalmath.lean.process import describe_exit, run_to_end
from formalmath.lean.toolchain import Toolchain

COMPILE_MEMORY_MB = 6_000
OPTIONS = ("--json", "-Dlinter.all=false", *LEAN_OPTIONS)


@dataclass(frozen=True)
class Compiled:
    """What a fresh Lean made of a file.

    Attributes:
        outcome: DONE, TIMEOUT, OUT_OF_MEMORY or CRASHED. Only DONE says anything about the text.
        messages: all that Lean reported, in its order.
        exit_code: Lean's own; 0 means that it found no error.
        detail: for an outcome other than DONE, what is known.
    """

    outcome: Outcome
    messages: tuple[Message, ...] = ()
    exit_code: int = 0
    detail: str = ""

    @property
    def errors(self) -> tuple[Message, ...]:
        """The messages that are errors."""
        return tuple(m for m in self.messages if m.is_error)

    @property
    def accepted(self) -> bool:
        """Lean ran to its end and reported no error."""
        return self.outcome is Outcome.DONE and self.exit_code == 0 and not self.errors


async def compile_text(toolchain: Toolchain, text: str, timeout_s: float) -> Compiled:
    """Compile a text as a file of its own in a new process, of at most `COMPILE_MEMORY_MB`.

    Raises:
        LeanProcessError: Lean cannot be started.
        LeanProtocolError: Lean printed something that is no message.
    """
    with tempfile.TemporaryDirectory(prefix="formalmath-") as folder:
        file = Path(folder) / "Candidate.lean"
        file.write_text(text, encoding="utf-8")
        return await compile_file(toolchain, file, timeout_s)


async def compile_file(
    toolchain: Toolchain, file: Path, timeout_s: float, olean: Path | None = None
) -> Compiled:
    """`compile_text` of a file; Lean may write the compiled file `olean` and all in its folder.

    Raises:
        LeanProcessError: Lean cannot be started.
        LeanProtocolError: Lean printed something that is no message.
    """
    # The root names the module, and private names hold the module's: it must not vary by folder.
    made = (f"--root={file.parent}", "-o", str(olean)) if olean else ()
    writable = (olean.parent,) if olean else ()
    try:
        command = toolchain.lean(
            *OPTIONS, *made, str(file), readable=(file.parent,), writable=writable
        )
        code, out, err = await run_to_end(command, timeout_s, memory_mb=COMPILE_MEMORY_MB)
    except TimeoutError:
        return Compiled(Outcome.TIMEOUT, detail=f"no end after {timeout_s:g} s")
    except LeanMemoryError:
        return Compiled(Outcome.OUT_OF_MEMORY, detail=f"over {COMPILE_MEMORY_MB} MiB")
    except LeanProtocolError as error:
        return Compiled(Outcome.CRASHED, detail=str(error))
    try:
        messages = tuple(Message.from_json(json.loads(line)) for line in out.splitlines() if line)
    except (ValueError, KeyError, TypeError) as error:
        raise LeanProtocolError(
            f"Lean printed what is not a message ({error}).", err.decode("utf-8", "replace")[-2000:]
        ) from error
    compiled = Compiled(Outcome.DONE, messages, code)
    if code == 0 or (code == 1 and compiled.errors):
        return compiled
    # Exit code 1 without an error in the text is no word of Lean's: it did not even start.
    detail = f"{describe_exit(code)}; {err.decode('utf-8', 'replace').strip()[-500:]}"
    return Compiled(Outcome.CRASHED, messages, code, detail)
