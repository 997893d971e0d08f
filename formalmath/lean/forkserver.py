"""A warm Lean that forks: started as a program of its own, it needs only the standard library.

Loading the 230 MB library, initialising Lean's built-in tables and importing modules takes most
of a Lean start. This program does all three once; each request then forks a child that lives for
this request only: nothing that a candidate does (memory, crash, endless work) reaches the next.

Frames as in `formalmath.lean.process`. Requests, one at a time, and their answers:

    {"run": ID, "args": [...], "text": "..."}  ->  {"started": ID, "pid": N}
                                                   {"output": ID, "data": "..."}   many
                                                   {"exit": ID, "code": N}  negative: a signal
    {"run": ID, "options": "...", "modules": [...] or null, "header": N, "prefix": "...",
     "chunks": ["...", ...]}                   ->  the same
    {"kill": ID}                               ->  its "exit" follows (nothing if it has ended)

The first kind is `lean ARGS` with the text on stdin. The second elaborates: `options` (commands
that set options, trusted; the same in all requests), `prefix` from its byte `header` on, and each
chunk on what the prefix left, as if no other were there. The output is what `lean --json` prints; a
line {"ended": I} says that all about chunk I has been said (-1: the prefix). `modules` are what the
prefix imports, by its header; null leaves it to Lean to read that.

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

from formalmath.lean.frontend import Frontend
from formalmath.lean.native import NIL, Runtime
from formalmath.lean.seal import Seal

_IOLBF = 1
_PR_SET_PDEATHSIG = 1
_READ_BYTES = 65536
_NOT_SEALED = 125
_FAILED = 124
_KEPT = 4
"""Sets of modules whose import is kept; further ones are imported by each child."""
_WARM = (
    "example (p q : Prop) (h : p ∧ q) : q ∧ p := by\n  constructor\n  · simp [h]\n  · exact h.1\n"
)
"""What is first done of a kind costs more; done before the fork, it costs no child."""


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


class Lean:
    """The library, and what it keeps from one request to the next."""

    def __init__(self, library: str, lean_path: str) -> None:
        self.runtime = Runtime(library)
        self._lean_path = lean_path
        self._frontend: Frontend | None = None
        self._states: dict[tuple[str, ...], int | None] = {}

    @property
    def frontend(self) -> Frontend:
        """Made when first needed: `lean ARGS` expects a Lean that nobody has used yet."""
        if self._frontend is None:
            self._frontend = Frontend(self.runtime, self._lean_path)
        return self._frontend

    def prepare(self, request: dict[str, Any]) -> None:
        """Import what a request needs, before the fork."""
        modules = request.get("modules")
        if modules is None or tuple(modules) in self._states or len(self._states) == _KEPT:
            return
        state = self.frontend.imported(modules)
        if state is not None:
            with self.frontend.threads():
                run = self.frontend.elaborate(request["options"], state)
                state = self.runtime.persist(self.frontend.state(run))
                self.frontend.elaborate(_WARM, state)
        self._states[tuple(modules)] = state

    def run(self, request: dict[str, Any]) -> int:
        """In a child: be `lean ARGS`, and return its exit code."""
        library, libc = self.runtime.library, ctypes.CDLL(None)
        # By lines, so that what was said before a fatal signal has left the process.
        libc.setvbuf(ctypes.c_void_p.in_dll(libc, "stdout"), None, _IOLBF, 0)
        argv = [b"lean", *(arg.encode() for arg in request["args"])]
        code = int(library.lean_main(len(argv), (ctypes.c_char_p * (len(argv) + 1))(*argv, None)))
        libc.fflush(None)
        return code

    def elaborate(self, request: dict[str, Any]) -> int:
        """In a child: elaborate prefix and chunks; 0."""
        frontend, prefix, start = self.frontend, request["prefix"], request["header"]
        modules = request["modules"]
        state = self._states.get(tuple(modules)) if modules is not None else None
        frontend.start_threads()
        said: list[bytes] = []
        if state is None:
            state, start, said = frontend.header(prefix)
            state = frontend.state(frontend.elaborate(request["options"], state))
        run = frontend.elaborate(prefix, state, start)
        _say([*said, *frontend.messages(run)], -1)
        state, before = frontend.state(run), NIL
        for number, chunk in enumerate(request["chunks"]):
            before = frontend.elaborate(chunk, state, before=before)
            _say(frontend.messages(before), number)
        return 0


def _say(messages: list[bytes], ended: int) -> None:
    text = b"\n".join([*messages, b'{"ended": %d}\n' % ended])
    while text:
        text = text[os.write(1, text) :]


class Child:
    """The running child of one request."""

    def __init__(self, lean: Lean, seal: Seal, request: dict[str, Any]) -> None:
        self.id = request["run"]
        text = _file(request.get("text", ""))
        self.pipe, writer = os.pipe()
        self.pid = os.fork()
        if self.pid == 0:
            os.dup2(text, 0)
            os.dup2(writer, 1)
            _work(lean, seal, request)
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


def _file(text: str) -> int:
    """A file in memory that holds the text, open at its beginning."""
    file = os.memfd_create("lean-input")
    with os.fdopen(os.dup(file), "wb") as stream:
        stream.write(text.encode())
    os.lseek(file, 0, os.SEEK_SET)
    return file


def _work(lean: Lean, seal: Seal, request: dict[str, Any]) -> NoReturn:
    """In the child: do what was asked for, and end."""
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if not seal.put_on():
        os._exit(_NOT_SEALED)
    code = _FAILED
    try:
        code = lean.run(request) if "args" in request else lean.elaborate(request)
    except Exception as error:
        os.write(2, f"{error!r}\n".encode())
    os._exit(code & 0xFF)


def serve(library: str) -> None:
    """Answer requests until stdin closes."""
    seal = Seal()
    lean = Lean(library, os.environ.get("LEAN_PATH", ""))
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
                if "args" not in request:
                    lean.prepare(request)
                child = Child(lean, seal, request)
            elif child is not None and request["kill"] == child.id:
                child.kill()


if __name__ == "__main__":
    serve(sys.argv[1])
