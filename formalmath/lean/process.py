"""One child process that speaks framed JSON on its pipes, and nothing else.

A frame is `Content-Length: N\\r\\n\\r\\n` and N bytes of JSON (the framing of the language server
protocol). The process leads a group of its own, so that killing it leaves nobody behind.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import signal
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psutil

from formalmath.errors import (
    LeanMemoryError,
    LeanProcessError,
    LeanProtocolError,
    LeanTimeoutError,
)

MAX_FRAME_BYTES = 256 * 1024 * 1024
STDERR_TAIL_BYTES = 4096
KILL_WAIT_S = 10.0
MAX_OUTPUT_BYTES = 64 * 1024 * 1024
POLL_S = 0.25
SEND_WAIT_S = 60.0
"""How long a child may leave what we send unread."""


@dataclass(frozen=True)
class Command:
    """How to start a program.

    Attributes:
        argv: the program and its arguments.
        env: environment variables.
        cwd: working folder; None for the parent's.
        inherit: whether the parent's environment variables come too, below `env`.
    """

    argv: tuple[str, ...]
    env: Mapping[str, str] = field(default_factory=dict)
    cwd: Path | None = None
    inherit: bool = True

    def environment(self) -> dict[str, str]:
        """All variables that the program gets."""
        return {**os.environ, **self.env} if self.inherit else dict(self.env)


class FramedProcess:
    """A started child. Use `start`, then `send`, `receive` and at last `kill`."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process
        self._tail: deque[bytes] = deque()
        # Bounded, so that a child that floods us waits instead of filling our memory.
        self._frames: asyncio.Queue[dict[str, Any] | LeanProcessError] = asyncio.Queue(64)
        self._tasks = [
            asyncio.create_task(self._drain_stderr()),
            asyncio.create_task(self._read_frames()),
        ]

    @classmethod
    async def start(cls, command: Command) -> FramedProcess:
        """Start the child as leader of a new process group.

        Raises:
            LeanProcessError: the program cannot be started.
        """
        return cls(await _spawn(command))

    @property
    def pid(self) -> int:
        """The child's process id, which is its process group's too."""
        return self._process.pid

    @property
    def ended(self) -> bool:
        """Whether the child is known to have ended."""
        return self._process.returncode is not None

    @property
    def stderr_tail(self) -> str:
        """The last few KiB that the child wrote to stderr."""
        return b"".join(self._tail)[-STDERR_TAIL_BYTES:].decode("utf-8", "replace")

    async def send(self, message: Mapping[str, Any]) -> None:
        """Write one frame.

        Raises:
            LeanProcessError: the child is gone.
            LeanTimeoutError: it has not read for `SEND_WAIT_S`.
        """
        body = json.dumps(message, ensure_ascii=False).encode()
        stdin = self._process.stdin
        assert stdin is not None
        try:
            stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
            async with asyncio.timeout(SEND_WAIT_S):
                await stdin.drain()
        except (BrokenPipeError, ConnectionResetError) as error:
            raise await self._ended() from error
        except TimeoutError as error:
            raise LeanTimeoutError(
                f"Lean does not read what it is sent ({SEND_WAIT_S:g} s).", self.stderr_tail
            ) from error

    async def receive(self, timeout_s: float) -> dict[str, Any]:
        """Read one frame.

        Raises:
            TimeoutError: nothing complete came within `timeout_s` seconds (0: wait for ever).
            LeanProcessError: the child has ended.
            LeanProtocolError: what it wrote is not a frame of JSON.
        """
        async with asyncio.timeout(timeout_s or None):
            frame = await self._frames.get()
        if isinstance(frame, LeanProcessError):
            self._frames.put_nowait(frame)  # the end stays the end
            raise frame
        return frame

    async def _read_frames(self) -> None:
        while True:
            try:
                frame: dict[str, Any] | LeanProcessError = await self._read_frame()
            except LeanProcessError as error:
                frame = error
            await self._frames.put(frame)
            if isinstance(frame, LeanProcessError):
                return

    async def _read_frame(self) -> dict[str, Any]:
        stdout = self._process.stdout
        assert stdout is not None
        length: int | None = None
        try:
            while line := (await stdout.readuntil(b"\n")).strip():
                key, _, value = line.partition(b":")
                if key.lower() == b"content-length":
                    length = int(value)
            if length is None or not 0 <= length <= MAX_FRAME_BYTES:
                raise LeanProtocolError(f"A frame of length {length} came.", self.stderr_tail)
            message = json.loads(await stdout.readexactly(length))
        except asyncio.IncompleteReadError as error:
            raise await self._ended() from error
        except (asyncio.LimitOverrunError, ValueError) as error:
            raise LeanProtocolError(
                f"The child answered something that is not a frame of JSON ({error}).",
                self.stderr_tail,
            ) from error
        if not isinstance(message, dict):
            raise LeanProtocolError("A frame came that is not a JSON object.", self.stderr_tail)
        return message

    def rss_mb(self) -> float:
        """Resident memory in MiB of the largest process of the child's tree, without the pages of
        mapped files; 0 if it ended."""
        return _rss_mb(self._process)

    async def kill(self) -> None:
        """Kill the child, all its descendants and its group, and reap it. Safe to call twice."""
        # Lean's server starts its workers in sessions of their own, outside the group.
        for process in _tree(self._process):
            with contextlib.suppress(psutil.NoSuchProcess):
                process.kill()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await _kill_group(self._process)

    async def _drain_stderr(self) -> None:
        stderr = self._process.stderr
        assert stderr is not None
        while block := await stderr.read(65536):
            self._tail.append(block[-STDERR_TAIL_BYTES:])
            if len(self._tail) > 2 and sum(map(len, self._tail)) > 2 * STDERR_TAIL_BYTES:
                self._tail.popleft()

    async def _ended(self) -> LeanProcessError:
        """The error for a child whose pipe closed; waits briefly for its status and last words."""
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(asyncio.shield(self._tasks[0]), 1.0)
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._process.wait(), 1.0)
        return LeanProcessError(
            f"Lean ended unexpectedly ({describe_exit(self._process.returncode)}).",
            self.stderr_tail,
        )


def _tree(process: asyncio.subprocess.Process) -> list[psutil.Process]:
    """The child, unless it was reaped, and its descendants."""
    if process.returncode is not None:
        return []  # the number may be another's by now
    try:
        root = psutil.Process(process.pid)
        return [root, *root.children(recursive=True)]
    except psutil.NoSuchProcess:
        return []


def _rss_mb(process: asyncio.subprocess.Process) -> float:
    largest = 0
    for one in _tree(process):
        with contextlib.suppress(psutil.NoSuchProcess):
            memory = one.memory_info()
            # Of Mathlib's compiled files alone gigabytes are mapped; they can be dropped any time.
            largest = max(largest, memory.rss - getattr(memory, "shared", 0))
    return largest / 2**20


async def _kill_group(process: asyncio.subprocess.Process) -> None:
    """Kill the group that the process leads, and reap the process."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    # asyncio calls a process ended only when its pipes are: at their EOF, which does not come while
    # a grandchild holds one or what is in it stays unread, or when we close them.
    transport: asyncio.SubprocessTransport = process._transport  # type: ignore[attr-defined]
    for stream in range(3):
        if pipe := transport.get_pipe_transport(stream):
            pipe.close()
    with contextlib.suppress(TimeoutError):
        await asyncio.wait_for(process.wait(), KILL_WAIT_S)
    transport.close()


def describe_exit(code: int | None) -> str:
    """`exit code 1`, `killed by SIGSEGV`, or `still running`."""
    if code is None:
        return "still running"
    if code < 0:
        try:
            return f"killed by {signal.Signals(-code).name}"
        except ValueError:
            return f"killed by signal {-code}"
    return f"exit code {code}"


async def _spawn(command: Command) -> asyncio.subprocess.Process:
    """Start a program with three pipes as leader of a new process group."""
    try:
        return await asyncio.create_subprocess_exec(
            *command.argv,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
            env=command.environment(),
            cwd=command.cwd,
            start_new_session=True,
        )
    except OSError as error:
        raise LeanProcessError(f"Cannot start {command.argv[0]}: {error}.") from error


async def run_to_end(
    command: Command, timeout_s: float, stdin: bytes = b"", memory_mb: int = 0
) -> tuple[int, bytes, bytes]:
    """Run a command in a process group of its own to its end: (exit code, stdout, stderr).

    On any error the group is killed.

    Raises:
        TimeoutError: it did not end within `timeout_s` seconds (0: no limit).
        LeanMemoryError: one of its processes has grown over `memory_mb` MiB (0: no limit).
        LeanProtocolError: it wrote more than `MAX_OUTPUT_BYTES`.
        LeanProcessError: it cannot be started.
    """
    process = await _spawn(command)
    try:
        async with asyncio.timeout(timeout_s or None):
            out, err = await _communicate(process, stdin, memory_mb)
    finally:
        if process.returncode is None:
            await _kill_group(process)
    assert process.returncode is not None
    return process.returncode, out, err


async def _communicate(
    process: asyncio.subprocess.Process, stdin: bytes, memory_mb: int
) -> tuple[bytes, bytes]:
    """Feed a process and wait for its end: all that it wrote to stdout and stderr."""
    assert process.stdin is not None
    assert process.stdout is not None
    assert process.stderr is not None
    try:
        async with asyncio.TaskGroup() as group:
            watch = group.create_task(_watch_memory(process, memory_mb))
            group.create_task(_feed(process.stdin, stdin))
            out = group.create_task(_read_all(process.stdout))
            err = group.create_task(_read_all(process.stderr))
            await process.wait()
            watch.cancel()
    except ExceptionGroup as errors:
        raise errors.exceptions[0] from None
    return out.result(), err.result()


async def _feed(pipe: asyncio.StreamWriter, text: bytes) -> None:
    with contextlib.suppress(BrokenPipeError, ConnectionResetError):
        pipe.write(text)
        await pipe.drain()
    pipe.close()


async def _read_all(pipe: asyncio.StreamReader) -> bytes:
    blocks, size = [], 0
    while block := await pipe.read(65536):
        blocks.append(block)
        size += len(block)
        if size > MAX_OUTPUT_BYTES:
            raise LeanProtocolError(f"It printed more than {MAX_OUTPUT_BYTES >> 20} MiB.")
    return b"".join(blocks)


async def _watch_memory(process: asyncio.subprocess.Process, memory_mb: int) -> None:
    while memory_mb:
        await asyncio.sleep(POLL_S)
        if _rss_mb(process) > memory_mb:
            raise LeanMemoryError(f"It grew over {memory_mb} MiB.")
