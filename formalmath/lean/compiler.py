"""The two `Compiler`s, and nothing else.

Each text is compiled by a Lean that has seen no other text, in a folder that is empty before.
"""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

from formalmath.lean.compile import COMPILE_MEMORY_MB, OPTIONS, compile_file
from formalmath.lean.compiled import Compiled, told
from formalmath.lean.elaborator import Broken, Outcome
from formalmath.lean.fork_client import ForkClient
from formalmath.lean.messages import Message, Position, Severity
from formalmath.lean.parts import parts_of
from formalmath.lean.process import MAX_OUTPUT_BYTES, Command, describe_exit
from formalmath.lean.toolchain import Toolchain
from formalmath.scratch import Scratch

START_S = 120.0
MODULE = "Candidate"
"""What the texts are called as modules."""

_MOST_FILES = 100
"""In the folder that Lean may write. It makes one."""


class FreshCompiler:
    """A `Compiler` that starts Lean anew for every text."""

    def __init__(self, toolchain: Toolchain) -> None:
        self._toolchain = toolchain

    async def compile(self, text: str, timeout_s: float, file_mb: int) -> Compiled:
        """See `Compiler`."""
        with Scratch() as folder:
            source, made = folder / "in" / f"{MODULE}.lean", folder / "out"
            source.parent.mkdir()
            made.mkdir()
            source.write_text(text, encoding="utf-8", errors="surrogatepass", newline="")
            file = made / f"{MODULE}.olean"
            # The root names the module, and private names hold the module's.
            args = (f"--root={source.parent}", "-o", str(file))
            compiled = await compile_file(self._toolchain, source, args, timeout_s, (made,))
            return replace(compiled, parts=_made(file, file_mb))

    async def close(self) -> None:
        """See `Compiler`."""


class ForkCompiler:
    """A `Compiler` on a fork server of its own: about a third of the time of a fresh start."""

    def __init__(self, command: Callable[[Path], Command]) -> None:
        """`command`: starts a fork server that may write the given folder."""
        self._command = command
        self._scratch: Scratch | None = None
        self._client: ForkClient | None = None

    async def compile(self, text: str, timeout_s: float, file_mb: int) -> Compiled:
        """See `Compiler`."""
        try:
            text.encode()
        except UnicodeEncodeError as error:
            told_by_us = Message(Severity.ERROR, f"not UTF-8: {error}", Position(1, 0))
            return Compiled(Outcome.DONE, (told_by_us,), exit_code=1)
        if self._client is None or self._scratch is None:
            self._scratch = Scratch()
            self._client = ForkClient(self._command(self._scratch.path))
        folder = self._scratch.path
        file = folder / f"{MODULE}.olean"
        output = _Output(folder, timeout_s, file_mb)
        try:
            args = (*OPTIONS, "--stdin", "-o", str(file))
            request = {"args": args, "text": text}
            code, broken = await self._client.run(request, output, START_S)
            if broken or code is None:
                why = broken or Broken(Outcome.CRASHED, describe_exit(code))
                compiled = Compiled(why.outcome, detail=why.detail)
            else:
                said = told(code, "".join(output.pieces), self._client.stderr_tail)
                compiled = replace(said, parts=_made(file, file_mb))
        except BaseException:
            await self.close()  # a forked Lean may still be at work
            raise
        # What went wrong may have harmed the server or its folder: the next text gets new ones.
        if compiled.outcome is not Outcome.DONE or not _emptied(folder):
            await self.close()
        return compiled

    async def close(self) -> None:
        """See `Compiler`."""
        client, self._client = self._client, None
        scratch, self._scratch = self._scratch, None
        if client is not None:
            await client.close()
        if scratch is not None:
            scratch.remove()


@dataclass
class _Output:
    """A compile at work: what it prints and writes, held to limits."""

    folder: Path
    timeout_s: float
    file_mb: int
    pieces: list[str] = field(default_factory=list)
    size: int = 0
    since: float = field(default_factory=time.monotonic)

    def take(self, text: str) -> Broken | None:
        """See `Watcher`."""
        self.pieces.append(text)
        self.size += len(text)
        if self.size > MAX_OUTPUT_BYTES:
            return Broken(Outcome.CRASHED, f"It printed more than {MAX_OUTPUT_BYTES >> 20} MiB.")
        return None

    def over_limit(self, rss_mb: float) -> Broken | None:
        """See `Watcher`."""
        if self.timeout_s and time.monotonic() - self.since > self.timeout_s:
            return Broken(Outcome.TIMEOUT, f"no end after {self.timeout_s:g} s")
        if rss_mb > COMPILE_MEMORY_MB:
            return Broken(Outcome.OUT_OF_MEMORY, f"over {COMPILE_MEMORY_MB} MiB")
        if _written_mb(self.folder) > 2 * self.file_mb:
            return Broken(Outcome.CRASHED, f"wrote more than {2 * self.file_mb} MiB")
        return None


def _made(file: Path, most_mb: int) -> tuple[bytes, ...]:
    """The compiled file's parts; none if one of them is not there, or all are too large."""
    parts, left = list[bytes](), most_mb << 20
    for path in parts_of(file):
        part = _content(path, left)
        if part is None:
            return ()
        parts.append(part)
        left -= len(part)
    return tuple(parts)


def _content(file: Path, most: int) -> bytes | None:
    """Lean's process could write there: a link or pipe is not to be opened."""
    try:
        handle = os.open(file, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError:
        return None
    with os.fdopen(handle, "rb") as opened:
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode) or status.st_size > most:
            return None
        return opened.read(most)


def _written_mb(folder: Path) -> float:
    """What stands in the folder, in MiB; infinite if that is more than Lean would write."""
    size = 0
    for count, (root, folders, files) in enumerate(os.walk(folder)):
        if count or folders or len(files) > _MOST_FILES:
            return float("inf")
        for name in files:
            try:
                size += os.lstat(os.path.join(root, name)).st_size
            except FileNotFoundError:
                continue  # Lean writes under another name first
    return size / 2**20


def _emptied(folder: Path) -> bool:
    """Empty the folder; whether it is."""
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                os.unlink(entry)
    except OSError:
        return False
    return True
