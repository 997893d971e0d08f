"""A warm process that checks proofs with Lean's kernel: a program of its own.

It needs only the standard library. It imports Lean's trusted library once; each request then forks
a child that rebuilds the candidate's declarations and hands them to the kernel one by one. The
child lives for one request.

    replayer.py LIBRARY LEAN_PATH MODULE...

Frames as in `formalmath.lean.process`. The first one sent is {"ready": true} or {"failed": "why"}.
Requests, any number at a time, each answered once and in any order:

    {"replay": ID, "wall_s": S, "rss_mb": M, "heartbeats": H, "names": ..., "units": [...]}
      ->  {"result": ID, ...}, the rest one of
          "accepted": number of declarations
          "rejected": kind of kernel exception, "name": [...], "detail": text
          "gave_up": "timeout" | "oom" | "crash", "detail": text
    {"drop": ID}  ->  nothing new: the child is killed, and its request answered with "crash"

The tables and units are those of `formalmath.verify.job`.
"""

from __future__ import annotations

import ctypes
import gc
import json
import os
import re
import resource
import selectors
import signal
import sys
import time
from pathlib import Path
from types import ModuleType
from typing import Any, NoReturn

if __name__ == "__main__":
    # Started with -I -S: only the standard library is on the path. A sandbox shows our package, but
    # not what lies beside it.
    sys.modules["formalmath"] = ModuleType("formalmath")
    sys.modules["formalmath"].__path__ = [str(Path(__file__).parents[1])]

from formalmath.lean.seal import SEAL_VARIABLE, Seal
from formalmath.verify.kernel import KernelError, Library
from formalmath.verify.rebuild import replay

_PR_SET_PDEATHSIG = 1
_NOT_SEALED = 125
_READ_BYTES = 1 << 20
_POLL_S = 0.05
_STACK_BYTES = 256 << 20
_ANSWER_BYTES = 1 << 20
_HEAD = re.compile(rb'\{"replay": (\d+), "wall_s": ([\d.]+), "rss_mb": (\d+), ')
_DROP = re.compile(rb'\{"drop": (\d+)\}')
_PAGE_MB = os.sysconf("SC_PAGE_SIZE") / 2**20


def send(message: dict[str, Any]) -> None:
    """Write one frame to the parent."""
    body = json.dumps(message).encode()
    frame = b"Content-Length: %d\r\n\r\n" % len(body) + body
    while frame:
        frame = frame[os.write(1, frame) :]


class Requests:
    """Bodies of frames from stdin, reassembled from whatever pieces arrive."""

    def __init__(self) -> None:
        self._buffer = bytearray()

    def feed(self) -> bool:
        """Read once from stdin; False at its end."""
        block = os.read(0, _READ_BYTES)
        self._buffer += block
        return bool(block)

    def next(self) -> bytes | None:
        """The next complete body, if one has arrived."""
        end = self._buffer.find(b"\r\n\r\n")
        if end < 0:
            return None
        start = end + 4
        length = int(self._buffer[:end].split(b":")[1])
        if len(self._buffer) < start + length:
            return None
        body = bytes(self._buffer[start : start + length])
        del self._buffer[: start + length]
        return body


class Child:
    """The process of one request."""

    def __init__(
        self, lean: Library, environment: int, seal: Seal, body: bytes, library_mb: float
    ) -> None:
        self._library_mb = library_mb
        head = _HEAD.match(body)
        assert head is not None, "not a request"
        self.id, self._wall_s, self._rss_mb = int(head[1]), float(head[2]), int(head[3])
        self.pipe, writer = os.pipe()
        self._answer = b""
        self._killed = ""
        self._started = time.monotonic()
        self._pid = os.fork()
        if self._pid == 0:
            _work(lean, environment, seal, body, writer, self._wall_s)
        os.close(writer)

    def read(self) -> bool:
        """Take what the child wrote; False once there is no more to be taken."""
        block = os.read(self.pipe, _READ_BYTES)
        self._answer += block
        return bool(block) and len(self._answer) <= _ANSWER_BYTES

    def end(self) -> None:
        """Reap the child and answer for it."""
        self.kill("")
        os.close(self.pipe)
        _, status = os.waitpid(self._pid, 0)
        send({"result": self.id, **self._result(os.waitstatus_to_exitcode(status))})

    def check_limits(self) -> None:
        """Kill the child if it is over its time or memory."""
        if time.monotonic() - self._started > self._wall_s:
            self.kill("timeout")
        if _resident_mb(self._pid) - self._library_mb > self._rss_mb:
            self.kill("oom")

    def kill(self, why: str) -> None:
        """Kill the child; `read` will see its end."""
        self._killed = self._killed or why
        os.kill(self._pid, signal.SIGKILL)

    def _result(self, code: int) -> dict[str, Any]:
        try:
            answer = json.loads(self._answer)
            if isinstance(answer, dict):
                return answer
        except ValueError:
            pass
        return {"gave_up": self._killed or "crash", "detail": f"exit status {code}"}


def _resident_mb(pid: int) -> float:
    """Resident memory of a process without mapped files; 0 once it has ended."""
    try:
        resident, shared = map(int, Path(f"/proc/{pid}/statm").read_text().split()[1:3])
        return (resident - shared) * _PAGE_MB
    except (OSError, ValueError):
        return 0.0


def _work(
    lean: Library, environment: int, seal: Seal, body: bytes, writer: int, wall_s: float
) -> NoReturn:
    """In the child: check the request, answer, end."""
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    seconds = int(wall_s) + 2  # should the parent be stopped
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    os.dup2(2, 1)  # nothing that Lean prints is an answer
    if not seal.put_on():
        os._exit(_NOT_SEALED)
    try:
        answer = replay(lean, environment, json.loads(body))
        text = json.dumps(answer).encode()
    except MemoryError:
        text = b'{"gave_up": "oom", "detail": "Python"}'
    except (ValueError, LookupError, TypeError, KernelError) as error:
        text = json.dumps({"gave_up": "crash", "detail": repr(error)[:1000]}).encode()
    while text:
        text = text[os.write(writer, text) :]
    os._exit(0)


def serve(library: str, lean_path: str, modules: list[str]) -> None:
    """Answer requests until stdin closes."""
    seal = Seal()
    try:
        lean = Library(library)
        environment = lean.import_modules(lean_path.split(os.pathsep), modules)
    except (KernelError, OSError) as error:
        send({"failed": str(error)})
        return
    gc.disable()  # a child is short-lived, and a collection would copy the pages that it shares
    library_mb = _resident_mb(os.getpid())  # children share it
    send({"ready": True})
    requests = Requests()
    selector = selectors.DefaultSelector()
    selector.register(0, selectors.EVENT_READ)
    children: dict[int, Child] = {}
    while True:
        for key, _ in selector.select(_POLL_S if children else None):
            if key.fd != 0:
                if not children[key.fd].read():
                    # While it is open: siblings hold copies, so epoll would not notice its close.
                    selector.unregister(key.fd)
                    children.pop(key.fd).end()
            elif not requests.feed():
                for child in children.values():
                    child.kill("crash")
                return
        for child in children.values():
            child.check_limits()
        while body := requests.next():
            if dropped := _DROP.fullmatch(body):
                for child in children.values():
                    if child.id == int(dropped[1]):
                        child.kill("crash")
                continue
            child = Child(lean, environment, seal, body, library_mb)
            children[child.pipe] = child
            selector.register(child.pipe, selectors.EVENT_READ)


def _with_deep_stack() -> None:
    """Start again with a larger stack: the main thread's limit counts from the start."""
    _, hard = resource.getrlimit(resource.RLIMIT_STACK)
    wanted = _STACK_BYTES if hard == resource.RLIM_INFINITY else min(_STACK_BYTES, hard)
    if resource.getrlimit(resource.RLIMIT_STACK)[0] != wanted:
        resource.setrlimit(resource.RLIMIT_STACK, (wanted, hard))
        os.execv(sys.executable, [sys.executable, "-I", "-S", *sys.argv])


if __name__ == "__main__":
    for name in {*os.environ} - {SEAL_VARIABLE}:  # Lean's runtime reads limits and paths there
        del os.environ[name]
    os.environ["LEAN_BACKTRACE"] = "0"
    _with_deep_stack()
    serve(sys.argv[1], sys.argv[2], sys.argv[3:])
