"""One text through one fresh `lean`, and nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from formalmath.errors import LeanMemoryError, LeanProtocolError
from formalmath.lean.compiled import Compiled, told
from formalmath.lean.elaborator import Outcome
from formalmath.lean.options import LEAN_OPTIONS
from formalmath.lean.process import run_to_end
from formalmath.lean.toolchain import Toolchain
from formalmath.scratch import Scratch

COMPILE_MEMORY_MB = 6_000
OPTIONS = ("--json", "-Dlinter.all=false", *LEAN_OPTIONS)


async def compile_text(toolchain: Toolchain, text: str, timeout_s: float) -> Compiled:
    """Compile a text as a file of its own in a new process, of at most `COMPILE_MEMORY_MB`.

    Raises:
        LeanProcessError: Lean cannot be started.
    """
    with Scratch() as folder:
        file = folder / "Candidate.lean"
        file.write_text(text, encoding="utf-8", errors="surrogatepass", newline="")
        return await compile_file(toolchain, file, (), timeout_s)


async def compile_file(
    toolchain: Toolchain,
    file: Path,
    args: Sequence[str],
    timeout_s: float,
    writable: Sequence[Path] = (),
) -> Compiled:
    """`lean ARGS FILE` in a new process, which may write the folders `writable`.

    Raises:
        LeanProcessError: Lean cannot be started.
    """
    try:
        command = toolchain.lean(
            *OPTIONS, *args, str(file), readable=(file.parent,), writable=writable
        )
        code, out, err = await run_to_end(command, timeout_s, memory_mb=COMPILE_MEMORY_MB)
    except TimeoutError:
        return Compiled(Outcome.TIMEOUT, detail=f"no end after {timeout_s:g} s")
    except LeanMemoryError:
        return Compiled(Outcome.OUT_OF_MEMORY, detail=f"over {COMPILE_MEMORY_MB} MiB")
    except LeanProtocolError as error:
        return Compiled(Outcome.CRASHED, detail=str(error))
    return told(code, out.decode("utf-8", "replace"), err.decode("utf-8", "replace"))
