"""Proofs through a checker program of the user's (`leanchecker`, `lean4checker`), and nothing else.

It imports what the candidate's compiled file imports, and puts all that the file declares to
Lean's kernel. Unlike our replayer it maps that file into its memory and believes it, so it gets
only a file that the reader has found whole; and it starts anew for each, which costs an import.
"""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable
from pathlib import Path

from formalmath.errors import LeanMemoryError, LeanProcessError
from formalmath.lean.compile import COMPILE_MEMORY_MB
from formalmath.lean.compiler import MODULE
from formalmath.lean.parts import SUFFIXES
from formalmath.lean.process import Command, describe_exit, run_to_end
from formalmath.limits import Limits
from formalmath.scratch import Scratch
from formalmath.verify.closure import Closure, closure_of_all
from formalmath.verify.module import Module
from formalmath.verify.olean import OleanError
from formalmath.verify.replay import Accepted, unsafe_in
from formalmath.verify.verdict import Cause, Inconclusive, Reason, Rejected

_TAIL = 1000
_LIMITS = {
    "(kernel) deterministic timeout": Cause.TIMEOUT,
    "(kernel) deep recursion": Cause.OOM,
    "(kernel) excessive memory": Cause.OOM,
}
_NO = ("(kernel)", "Invalid constructor", "Invalid recursor", "No such constructor")
"""What it prints, with exit code 1, when the kernel refuses a declaration. Any other end of it but
exit code 0 says nothing about the proof."""


class CheckerProgram:
    """Checks proofs by the user's program. May be shared by any number of tasks."""

    def __init__(self, command: Callable[[str, Path], Command], jobs: int | None = None) -> None:
        """`command`: see `LibraryFiles.checker`. `jobs`: how many proofs at once."""
        self._command = command
        self._places = asyncio.Semaphore(jobs or os.cpu_count() or 1)

    async def replay(
        self, module: Module, proof: Closure, limits: Limits
    ) -> Accepted | Rejected | Inconclusive:
        """As `Replayer.replay`, of all that the module declares.

        `limits.wall_s` and `limits.start_s` together count for the import and the proof; there is
        no limit of heartbeats.
        """
        if refused := unsafe_in(proof):
            return refused
        try:
            closure_of_all(module)
        except OleanError as error:
            return Rejected(Reason.MALFORMED, str(error))
        wall_s = limits.wall_s + limits.start_s if limits.wall_s and limits.start_s else 0
        async with self._places:
            with Scratch() as folder:
                for suffix, part in zip(SUFFIXES, module.parts, strict=False):
                    (folder / f"{MODULE}.olean{suffix}").write_bytes(part)
                command = self._command(MODULE, folder)
                try:
                    code, out, err = await run_to_end(command, wall_s, memory_mb=COMPILE_MEMORY_MB)
                except TimeoutError:
                    return Inconclusive(Cause.TIMEOUT, f"the checker: no end after {wall_s:g} s")
                except LeanMemoryError as error:
                    return Inconclusive(Cause.OOM, f"the checker: {error}")
                except LeanProcessError as error:
                    return Inconclusive(Cause.INFRA, f"the checker: {error}")
        if code == 0:
            return Accepted(len(proof.units))
        return _refusal(code, (out + err).decode("utf-8", "replace").strip()[-_TAIL:])

    async def close(self) -> None:
        """Nothing is left running."""


def _refusal(code: int, said: str) -> Rejected | Inconclusive:
    for words, cause in _LIMITS.items():
        if words in said:
            return Inconclusive(cause, f"the checker: {said}")
    if code == 1 and any(words in said for words in _NO):
        return Rejected(Reason.KERNEL, said)
    return Inconclusive(Cause.CRASH, f"the checker: {describe_exit(code)}; {said}")
