"""A child process that does what a script says, in the frames of `formalmath.lean.process`.

Run as `python fake_server.py STEPS`, where STEPS is JSON: a list of steps, each a list of a word
and its arguments. Standard library only, so that it starts at once. In arguments, "$id" stands for
the last request's id, "$version" for the last document version that a client named, and
{"$times": [N, TEXT]} for N times TEXT. The words:

    frame OBJECT        send a frame
    pieces OBJECT       the same, one byte at a time
    flood COUNT OBJECT  the same frame many times
    raw TEXT            write TEXT to stdout as it is
    stderr TEXT         write TEXT to stderr
    expect METHOD       read frames until one has this method or, for the fork server, this key
    echo                read a frame and send it back, until stdin ends
    sleep SECONDS       wait
    spawn SECONDS       start a grandchild that sleeps and holds our pipes, and send its pid
    escape SECONDS      the same, in a session of its own, as Lean's server does with its workers
    signal NUMBER       send itself a signal
    exit CODE           end with this code
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any


def fake(*steps: list[Any]) -> tuple[str, ...]:
    """The arguments that start this script with these steps."""
    return (sys.executable, "-I", "-S", str(Path(__file__).resolve()), json.dumps(steps))


class Script:
    """The steps at work, and what the client was last heard to say."""

    def __init__(self) -> None:
        self.id: Any = None
        self.version: Any = None

    def run(self, step: list[Any]) -> None:
        getattr(self, step[0])(*self.filled(step[1:]))

    def raw(self, text: str) -> None:
        sys.stdout.buffer.write(text.encode())
        sys.stdout.buffer.flush()

    def frame(self, message: Any) -> None:
        self.raw(self.framed(message))

    def flood(self, count: int, message: Any) -> None:
        for _ in range(count):
            self.frame(message)

    def pieces(self, message: Any) -> None:
        for byte in self.framed(message).encode():
            os.write(1, bytes([byte]))
            time.sleep(0.0005)

    def framed(self, message: Any) -> str:
        body = json.dumps(message, ensure_ascii=False)
        return f"Content-Length: {len(body.encode())}\r\n\r\n{body}"

    def filled(self, value: Any) -> Any:
        if isinstance(value, dict):
            if "$times" in value:
                count, text = value["$times"]
                return count * text
            return {key: self.filled(item) for key, item in value.items()}
        if isinstance(value, list):
            return [self.filled(item) for item in value]
        if isinstance(value, str):
            return {"$id": self.id, "$version": self.version}.get(value, value)
        return value

    def receive(self) -> Any:
        length = 0
        while line := sys.stdin.buffer.readline().strip():
            length = int(line.split(b":")[1])
        return json.loads(sys.stdin.buffer.read(length)) if length else None

    def expect(self, method: str) -> None:
        while (message := self.receive()) is not None:
            self.id = message.get("id", self.id)
            document = (message.get("params") or {}).get("textDocument", {})
            self.version = document.get("version", self.version)
            if message.get("method") == method or method in message:
                return
        sys.exit(0)

    def echo(self) -> None:
        while (message := self.receive()) is not None:
            self.frame(message)

    def stderr(self, text: str) -> None:
        sys.stderr.write(text)
        sys.stderr.flush()

    def sleep(self, seconds: float) -> None:
        time.sleep(seconds)

    def spawn(self, seconds: float, session: bool = False) -> None:
        child = subprocess.Popen(["sleep", str(seconds)], start_new_session=session)
        self.frame({"pid": child.pid})

    def escape(self, seconds: float) -> None:
        self.spawn(seconds, session=True)

    def signal(self, number: int) -> None:
        os.kill(os.getpid(), number)

    def exit(self, code: int) -> None:
        sys.exit(code)


if __name__ == "__main__":
    script = Script()
    for step in json.loads(sys.argv[1]):
        script.run(step)
