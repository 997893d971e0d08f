"""A warm Lean that forks: started as a program of its own, it needs only the standard library.

Loading the 230 MB library and initialising Lean's built-in tables takes most of a Lean start. This
program does both once; each request then forks a child that calls `lean_main` with the given
arguments and the given text on stdin. A child lives for one request, so that nothing a candidate
does (memory, crash, endless kernel work) reaches the next one.

Frames as in `formalmath.lean.process`. Requests, one at a time, and their answers:

    {"run": ID, "args": [...], "text": "..."}  ->  {"started": ID, "pid": N}
                                                   {"output": ID, "data": "..."}   many
                                                   {"exit": ID, "code": N}  negative: a signal
    {"kill": ID}                               ->  its "exit" follows (nothing if it has ended)

The first frame it sends is {"ready": true}.

In a sandbox the server is trusted to start children, and they are not: with the variable
FORMALMATH_SEAL (see `formalmath.sandbox.policy`) each child loses, before it reads a text, the
right to start processes and to signal any but itself; none can look into the server.
"""

from __future__ import annotations

import codecs
import ctypes
import json
import os
import select
import signal
import sys
from pathlib import Path
from types import ModuleType
from typing import Any, NoReturn

if __name__ == "__main__":
    # Started with -I -S: only the standard library is on the path. A sandbox shows our package, but
    # not what lies beside it.
    sys.modules["formalmath"] = ModuleType("formalmath")
    sys.modules["formalmath"].__path__ = [str(Path(__file__).parents[1])]

from formalmath.lean.seal import Seal

_IOLBF = 1
_PR_SET_PDEATHSIG = 1
_READ_BYTES = 65536
_NOT_SEALED = 125


def send(message: dict[str, Any]) -> None:
    """Write one frame to the parent."""
    body = json.dumps(message, ensure_ascii=False).encode()
    frame = b"Content-Length: %d\r\n\r\n" % len(body) + body
    while frame:
        frame = frame[os.write(1, frame) :]


class Requests:
    """Frames from stdin, reassembled from whatever pieces arrive."""

    def __init__(self) -> None:
        self._buffer = b""

    def feed(self) -> bool:
        """Read once from stdin; False at its end."""
        block = os.read(0, _READ_BYTES)
        self._buffer += block
        return bool(block)

    def next(self) -> dict[str, Any] | None:
        """The next complete request, if one has arrived."""
        head, gap, rest = self._buffer.partition(b"\r\n\r\n")
        if not gap:
            return None
        length = int(head.split(b":")[1])
        if len(rest) < length:
            return None
        self._buffer = rest[length:]
        request: dict[str, Any] = json.loads(rest[:length])
        return request


class Child:
    """The running child of one request."""

    def __init__(self, library: ctypes.CDLL, seal: Seal, request: dict[str, Any]) -> None:
        self.id = request["run"]
        text = os.memfd_create("lean-input")
        with os.fdopen(os.dup(text), "wb") as stream:
            stream.write(request["text"].encode())
        os.lseek(text, 0, os.SEEK_SET)
        self.pipe, writer = os.pipe()
        self.pid = os.fork()
        if self.pid == 0:
            os.dup2(text, 0)
            os.dup2(writer, 1)
            _run_lean(library, seal, request["args"])
        os.close(text)
        os.close(writer)
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        send({"started": self.id, "pid": self.pid})

    def forward(self) -> bool:
        """Pass on what the child wrote; False once it has ended, and was reaped."""
        block = os.read(self.pipe, _READ_BYTES)
        if text := self._decoder.decode(block, final=not block):
            send({"output": self.id, "data": text})
        if block:
            return True
        os.close(self.pipe)
        _, status = os.waitpid(self.pid, 0)
        send({"exit": self.id, "code": os.waitstatus_to_exitcode(status)})
        return False

    def kill(self) -> None:
        """Kill the child; `forward` will see its end."""
        os.kill(self.pid, signal.SIGKILL)


def _run_lean(library: ctypes.CDLL, seal: Seal, args: list[str]) -> NoReturn:
    """In the child: be `lean ARGS` and end."""
    libc = ctypes.CDLL(None)
    libc.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if not seal.put_on():
        os._exit(_NOT_SEALED)
    # By lines, so that what was said before a fatal signal has left the process.
    libc.setvbuf(ctypes.c_void_p.in_dll(libc, "stdout"), None, _IOLBF, 0)
    argv = [b"lean", *(arg.encode() for arg in args)]
    code = library.lean_main(len(argv), (ctypes.c_char_p * (len(argv) + 1))(*argv, None))
    libc.fflush(None)
    os._exit(code & 0xFF)


def serve(library_path: str) -> None:
    """Answer requests until stdin closes."""
    seal = Seal()
    library = ctypes.CDLL(library_path, mode=ctypes.RTLD_GLOBAL)
    library.lean_initialize()
    send({"ready": True})
    requests = Requests()
    child: Child | None = None
    while True:
        ready, _, _ = select.select([0] if child is None else [0, child.pipe], [], [])
        if 0 in ready and not requests.feed():
            if child is not None:
                child.kill()
            return
        if child is not None and child.pipe in ready and not child.forward():
            child = None
        while request := requests.next():
            if "run" in request:
                assert child is None, "one request at a time"
                child = Child(library, seal, request)
            elif child is not None and request["kill"] == child.id:
                child.kill()


if __name__ == "__main__":
    serve(sys.argv[1])
