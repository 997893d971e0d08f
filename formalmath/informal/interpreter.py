"""Python for a model to compute with: one Jupyter kernel in the sandbox; nothing else.

State is kept from one run to the next. Whether a run failed is the kernel's to say (`status`,
`ename`), whatever its output looks like.
"""

from __future__ import annotations

import contextlib
import importlib.util
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from formalmath.closing import Closing
from formalmath.errors import InputError, LeanProcessError, ToolchainError
from formalmath.lean.process import Command, FramedProcess
from formalmath.sandbox import Policy, Sandbox
from formalmath.sandbox.policy import SandboxLimits
from formalmath.scratch import Scratch

RUNNER = Path(__file__).with_name("kernel_runner.py")
START_S = 60.0
INTERRUPT_S = 2.0
"""How long code may go on after it was interrupted, before its kernel is killed."""

_POLL_S = 0.1
_NEEDED = ("ipykernel", "jupyter_client")


@dataclass(frozen=True)
class InterpreterLimits:
    """Limits on one run, and on the kernel.

    Attributes:
        seconds: wall-clock time of one run.
        characters: of output that are returned; more is cut, and the cut is marked.
        memory_mb: of the kernel. Code that asks for more gets a MemoryError; a kernel that has
            more all the same is killed.
    """

    seconds: float = 30.0
    characters: int = 2048
    memory_mb: int = 1024


@dataclass(frozen=True)
class Execution:
    """What came of one run.

    Attributes:
        output: all that it printed and displayed, in order, its traceback included.
        ename: the error's name in the kernel's own words; "" if it succeeded. `KernelDied` if the
            kernel ended, or was killed: the next run begins without state.
        evalue: the error's text.
        timed_out: whether it was interrupted for its time.
        cut: how many characters of its output are not in `output`.
    """

    output: str
    ename: str = ""
    evalue: str = ""
    timed_out: bool = False
    cut: int = 0

    @property
    def succeeded(self) -> bool:
        """Whether it ran to its end without an error."""
        return not self.ename and not self.timed_out

    @property
    def shown(self) -> str:
        """As a model sees it."""
        parts = [self.output] if self.output.strip() else []
        if self.cut:
            parts.append(f"[{self.cut:,} more characters were cut]")
        if self.timed_out:
            parts.append("[it took too long and was interrupted]")
        if self.ename == DIED:
            parts.append(f"[the interpreter ended: {self.evalue}; its variables are lost]")
        return "\n".join(parts) or "[no output]"


DIED = "KernelDied"


class Interpreter(Closing):
    """A stateful interpreter. One run at a time; use `async with`."""

    def __init__(self, sandbox: Sandbox | None, limits: InterpreterLimits | None = None) -> None:
        """`sandbox`: as `find_sandbox` gives it; None runs a model's code with your rights."""
        self._sandbox, self._limits = sandbox, limits or InterpreterLimits()
        self._process: FramedProcess | None = None
        self._scratch: Scratch | None = None

    async def run(self, code: str) -> Execution:
        """Run code, as a cell of a notebook.

        Raises:
            InputError: Jupyter's kernel is not installed.
            ToolchainError: the kernel does not start.
        """
        process = await self._kernel()
        gathered = _Output(self._limits.characters)
        try:
            await process.send({"execute": code})
            return await self._reply(process, gathered)
        except LeanProcessError as error:
            await self.close()
            why = str(error).partition("\n")[0].partition("(")[2].rstrip(").") or "it ended"
            return gathered.execution(DIED, why)
        except BaseException:
            await self.close()  # it would answer the next run with this one's output
            raise

    async def close(self) -> None:
        """End the kernel. Safe to call twice."""
        process, self._process = self._process, None
        scratch, self._scratch = self._scratch, None
        if process is not None:
            await process.kill()
        if scratch is not None:
            scratch.remove()

    async def _kernel(self) -> FramedProcess:
        if self._process is None or self._process.ended:
            await self.close()
            self._scratch = Scratch()
            self._process = await FramedProcess.start(self._command(self._scratch.path))
            try:
                await self._process.receive(START_S)
            except (TimeoutError, LeanProcessError):
                tail = self._process.stderr_tail.strip().splitlines() or ["it said nothing"]
                await self.close()
                raise ToolchainError(
                    f"The Python kernel does not start: {tail[-1][:200]}\n"
                    "Check that it does outside: python -c 'import ipykernel, jupyter_client'."
                ) from None
        return self._process

    def _command(self, folder: Path) -> Command:
        folders = _packages()
        # Inside a private /tmp nothing that the code writes reaches a disk.
        private = self._sandbox is not None and self._sandbox.kind.has_namespaces
        home = Path("/tmp") if private else folder
        env = {
            "IPYTHONDIR": str(home / ".ipython"),
            "JUPYTER_PLATFORM_DIRS": "1",
            "MPLBACKEND": "agg",
            "OPENBLAS_NUM_THREADS": "1",
            "OMP_NUM_THREADS": "1",
            "PYDEVD_DISABLE_FILE_VALIDATION": "1",
        }
        memory = str(self._limits.memory_mb)
        argv = (sys.executable, "-I", "-S", str(RUNNER), memory, *map(str, folders))
        command = Command(argv, env, None if private else folder)
        if self._sandbox is None:
            return command
        writable = () if private else (folder,)
        limits = SandboxLimits(tasks=64, file_mb=64)
        return self._sandbox.wrap(command, Policy((RUNNER, *folders), writable, limits=limits))

    async def _reply(self, process: FramedProcess, gathered: _Output) -> Execution:
        until = time.monotonic() + self._limits.seconds
        timed_out = False
        while True:
            left = until - time.monotonic()
            if left <= 0 and timed_out:
                await self.close()
                return gathered.execution(DIED, "it did not stop when interrupted", timed_out)
            if left <= 0:
                timed_out, until = True, time.monotonic() + INTERRUPT_S
                await process.send({"interrupt": True})
                continue
            if process.rss_mb() > 2 * self._limits.memory_mb:
                await self.close()
                return gathered.execution(DIED, "it grew over its memory limit", timed_out)
            with contextlib.suppress(TimeoutError):
                message = await process.receive(min(left, _POLL_S))
                if ended := gathered.add(message, timed_out):
                    return ended


class _Output:
    """The output of one run, as far as it is kept."""

    def __init__(self, most: int) -> None:
        self._most, self._kept, self._cut = most, "", 0

    def add(self, message: dict[str, Any], timed_out: bool) -> Execution | None:
        """Take a message of the kernel's; the run's end if it is that."""
        content = message.get("content")
        if not isinstance(content, dict):
            return None
        if message.get("msg_type") != "execute_reply":
            text = str(content.get("text", ""))
            ends = message.get("msg_type") == "stream" or text.endswith("\n")
            self._append(text if ends else f"{text}\n")
            return None
        dropped = content.get("dropped", 0)
        self._cut += dropped if isinstance(dropped, int) else 0
        failed = content.get("status") != "ok"
        ename = str(content.get("ename") or "Error") if failed else ""
        return self.execution(ename[:200], str(content.get("evalue", ""))[:1000], timed_out)

    def execution(self, ename: str, evalue: str, timed_out: bool = False) -> Execution:
        return Execution(self._kept, ename, evalue, timed_out, self._cut)

    def _append(self, text: str) -> None:
        kept = text[: self._most - len(self._kept)]
        self._kept += kept
        self._cut += len(text) - len(kept)


def _packages() -> Sequence[Path]:
    """The folders that this interpreter's packages lie in.

    Raises:
        InputError: Jupyter's kernel is not among them.
    """
    missing = [name for name in _NEEDED if importlib.util.find_spec(name) is None]
    if missing:
        raise InputError(
            f"The code interpreter needs {' and '.join(missing)}: pip install 'formalmath[serve]'."
        )
    return [Path(p) for p in sys.path if Path(p).name in ("site-packages", "dist-packages")]
