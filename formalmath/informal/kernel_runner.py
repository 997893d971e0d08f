"""A Jupyter kernel in a program of its own: requests as frames on stdin, messages on stdout.

Nothing else. A Jupyter kernel speaks by sockets, which a sandbox does not allow; this one runs in
this process and its messages go through the pipes, in the protocol's own words. A frame is
`Content-Length: N\\r\\n\\r\\n` and N bytes of JSON:

    in   {"execute": CODE}, {"interrupt": true}
    out  {"msg_type": .., "content": ..} as the kernel sends them; `execute_reply` is the last
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import queue
import resource
import signal
import sys
import threading
from typing import Any, BinaryIO

SENT_CHARACTERS = 1 << 20
"""Of output that one run may send on; what comes after is counted and dropped."""

_SHOWN = {"stream", "execute_result", "display_data", "error"}


def main(memory_mb: int) -> None:
    """Serve until stdin ends."""
    out = os.fdopen(os.dup(1), "wb")
    requests: queue.Queue[str | None] = queue.Queue()
    source = os.fdopen(os.dup(0), "rb")
    nothing = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1):  # the pipes are ours: the code gets neither
        os.dup2(nothing, descriptor)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    client = _kernel()
    kernel = client.kernel
    client.iopub_channel.call_handlers = lambda message: _show(message, out)
    resource.setrlimit(resource.RLIMIT_DATA, (memory_mb << 20, memory_mb << 20))
    threading.Thread(target=_listen, args=(source, requests), daemon=True).start()
    _send(out, {"msg_type": "ready", "content": {}})
    while (code := requests.get()) is not None:
        _run(kernel, client, code, out)
    os._exit(0)


def _kernel() -> Any:
    """A client whose kernel is in this process, and starts neither thread nor socket."""
    import zmq
    from ipykernel.inprocess.ipkernel import InProcessKernel
    from ipykernel.inprocess.manager import InProcessKernelManager
    from ipykernel.iostream import BackgroundSocket, IOPubThread
    from traitlets import default
    from traitlets.config import Config

    class Direct(IOPubThread):  # type: ignore[misc]
        """Sends at once what else a thread would send."""

        def __init__(self, socket: Any) -> None:
            self.socket, self.thread = socket, None
            self.background_socket = BackgroundSocket(self)

        def send_multipart(self, *args: Any, **_: Any) -> None:
            self.socket.send_multipart(*args)

    class Kernel(InProcessKernel):  # type: ignore[misc]
        @default("iopub_thread")  # type: ignore[untyped-decorator]
        def _default_iopub_thread(self) -> Direct:
            return Direct(self._underlying_iopub_socket)

        @default("stdout")  # type: ignore[untyped-decorator]
        def _default_stdout(self) -> _Stream:
            return _Stream(self, "stdout")

        @default("stderr")  # type: ignore[untyped-decorator]
        def _default_stderr(self) -> _Stream:
            return _Stream(self, "stderr")

    _make_profile(os.environ["IPYTHONDIR"])
    zmq.COPY_THRESHOLD = sys.maxsize  # what is not copied takes a thread to be let go of
    config = Config({"HistoryManager": {"enabled": False}})
    manager = InProcessKernelManager(config=config)
    manager.kernel = Kernel(parent=manager, session=manager.session)
    client = manager.client()
    client.start_channels()
    shell = manager.kernel.shell
    shell.autoawait = False  # takes a socket and a second thread
    shell.colors = "nocolor"
    return client


def _make_profile(home: str) -> None:
    """What IPython would make by copying, which sets file modes: not every sandbox lets it."""
    startup = os.path.join(home, "profile_default", "startup")
    os.makedirs(startup, exist_ok=True)
    open(os.path.join(startup, "README"), "w").close()


class _Stream(io.TextIOBase):
    """`sys.stdout` or `sys.stderr` of the code: every flush is a message of the kernel's."""

    def __init__(self, kernel: Any, name: str) -> None:
        self._kernel, self._name = kernel, name
        self._pieces: list[str] = []
        self._length = 0
        self.dropped = 0

    def writable(self) -> bool:
        return True

    def write(self, text: str) -> int:
        kept = text[: max(0, SENT_CHARACTERS - self._length)]
        self._pieces.append(kept)
        self._length += len(kept)
        self.dropped += len(text) - len(kept)
        return len(text)

    def flush(self) -> None:
        text, self._pieces = "".join(self._pieces), []
        if text:
            content = {"name": self._name, "text": text}
            self._kernel.session.send(
                self._kernel.iopub_socket,
                "stream",
                content,
                parent=self._kernel.get_parent(),
            )

    def begin(self) -> None:
        """Another run begins."""
        self._length = self.dropped = 0


def _listen(source: BinaryIO, requests: queue.Queue[str | None]) -> None:
    """Take requests off the pipe, even while code runs."""
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})  # it is the main thread's
    while (request := _receive(source)) is not None:
        if "execute" in request:
            requests.put(str(request["execute"]))
        else:
            os.kill(os.getpid(), signal.SIGINT)
    requests.put(None)


def _run(kernel: Any, client: Any, code: str, out: BinaryIO) -> None:
    """Run one cell and send on what the kernel says."""
    streams = (kernel.stdout, kernel.stderr)
    for stream in streams:
        stream.begin()
    signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        client.execute(code, store_history=False, allow_stdin=False)
    except (KeyboardInterrupt, queue.Empty):  # it came between the code and its reply
        _send(out, _INTERRUPTED)
        return
    finally:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
    reply = client.get_shell_msg(timeout=0)["content"]
    shown = {key: reply[key] for key in ("status", "ename", "evalue") if key in reply}
    dropped = sum(stream.dropped for stream in streams)
    _send(out, {"msg_type": "execute_reply", "content": {**shown, "dropped": dropped}})


def _show(message: dict[str, Any], out: BinaryIO) -> None:
    """Send on what the kernel publishes, as it comes."""
    kind = message["msg_type"]
    if kind in _SHOWN:
        _send(out, {"msg_type": kind, "content": _plain(kind, message["content"])})


_INTERRUPTED = {
    "msg_type": "execute_reply",
    "content": {"status": "error", "ename": "KeyboardInterrupt", "evalue": "", "dropped": 0},
}


def _plain(kind: str, content: dict[str, Any]) -> dict[str, Any]:
    """Of a message what is text."""
    if kind == "stream":
        return {"name": content["name"], "text": content["text"]}
    if kind == "error":
        return {
            "ename": content["ename"],
            "evalue": content["evalue"],
            "text": "\n".join(content["traceback"]),
        }
    return {"text": content["data"].get("text/plain", "")}


def _receive(source: BinaryIO) -> dict[str, Any] | None:
    length = 0
    while line := source.readline():
        if not line.strip():
            break
        length = int(line.partition(b":")[2])
    body = source.read(length)
    return json.loads(body) if length and len(body) == length else None


def _send(out: BinaryIO, message: dict[str, Any]) -> None:
    body = json.dumps(message).encode()
    with contextlib.suppress(BrokenPipeError):
        out.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        out.flush()


if __name__ == "__main__":
    sys.path[:0] = sys.argv[2:]
    main(int(sys.argv[1]))
