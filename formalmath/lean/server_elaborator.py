"""An `Elaborator` on Lean's language server: one warm document, edited for every batch.

It works with any Lean that has `lean --server` (`lake serve` in a user's project). The server keeps
what an unchanged beginning of the document means, so that a heavy import (Mathlib) is paid once.
"""

from __future__ import annotations

import contextlib
import itertools
import time
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

from formalmath.errors import LeanProcessError, LeanProtocolError, LeanTimeoutError
from formalmath.lean.batch import Batch, BatchElaborator
from formalmath.lean.document import Document
from formalmath.lean.elaborator import ChunkReport, Outcome
from formalmath.lean.messages import Message, Position, Severity
from formalmath.lean.options import GOAL_OPTIONS, LEAN_OPTIONS
from formalmath.lean.process import POLL_S, Command, FramedProcess
from formalmath.limits import Limits

SERVER_ARGS = ("-Dserver.reportDelayMs=0", *LEAN_OPTIONS, *GOAL_OPTIONS)
"""Arguments after `lean --server` or `lake serve --` that this elaborator counts on."""

_SEVERITIES = {1: Severity.ERROR, 2: Severity.WARNING, 3: Severity.INFORMATION}


class ServerElaborator(BatchElaborator):
    """One language server with one open document. Not shared between tasks."""

    def __init__(self, command: Command, folder: Path) -> None:
        """`folder`: the project's root; the document is a file there that need not exist."""
        self._command = command
        self._server: FramedProcess | None = None
        self._uri = (folder / "FormalMathScratch.lean").as_uri()
        self._ids = itertools.count(1)
        self._version = 0

    async def close(self) -> None:
        """See `Elaborator.close`."""
        server, self._server = self._server, None
        if server is not None:
            await server.kill()

    async def _start(self, limits: Limits) -> FramedProcess:
        if self._server is not None and not self._server.ended:
            return self._server
        await self.close()
        server = self._server = await FramedProcess.start(self._command)
        self._version = 0
        request = await self._request(
            "initialize",
            {
                "processId": None,
                "rootUri": None,
                "capabilities": {},
                "initializationOptions": {"editDelay": 0, "hasWidgets": False},
            },
        )
        deadline = time.monotonic() + limits.start_s
        while True:
            try:
                left = max(0.01, deadline - time.monotonic()) if limits.start_s else 0
                frame = await server.receive(left)
            except TimeoutError as error:
                raise LeanTimeoutError(
                    f"The Lean server did not start within {limits.start_s:g} s (Limits.start_s).",
                    server.stderr_tail,
                ) from error
            if frame.get("id") == request and "method" not in frame:
                break
        await self._notify("initialized", {})
        return server

    async def _run(self, prefix: str, chunks: Sequence[str], limits: Limits) -> Batch:
        """One edit of the document: reports for at least one chunk, or an exception."""
        document = Document.build(prefix, chunks, limits)
        server = await self._start(limits)
        batch = Batch(document=document)
        view = _View(document)
        await self._edit(document.text)
        wait = await self._request(
            "textDocument/waitForDiagnostics", {"uri": self._uri, "version": self._version}
        )
        try:
            ended = await self._follow(server, wait, batch, view, limits)
        except LeanProtocolError:
            raise
        except LeanProcessError as error:
            # The server itself has died, with the chunk at work: so it is as if that had died.
            ended = Outcome.CRASHED, str(error).splitlines()[0]
        batch.in_prefix = True
        for message in view.messages():
            batch.take(message)
        if ended[0] is not Outcome.DONE:
            if not batch.complete:
                batch.break_off(*ended, server.stderr_tail)
            await self.close()
        elif not batch.end():
            batch.break_off(Outcome.CRASHED, "no answer to all of it", server.stderr_tail)
        batch.reports = view.timed(batch.reports)
        return batch

    async def _follow(
        self, server: FramedProcess, wait: int, batch: Batch, view: _View, limits: Limits
    ) -> tuple[Outcome, str]:
        """Take what the server says up to its answer to the request `wait`, or up to a limit."""
        rss_mb, next_look = 0.0, time.monotonic() + POLL_S
        while True:
            with contextlib.suppress(TimeoutError):
                frame = await server.receive(POLL_S)
                if frame.get("id") == wait and "method" not in frame:
                    error = frame.get("error")
                    return (Outcome.CRASHED, str(error)) if error else (Outcome.DONE, "")
                if "method" in frame:
                    await self._hear(frame, view)
            batch.in_prefix, batch.since = view.chunk < 0, view.since
            batch.printed = view.printed
            if time.monotonic() > next_look:
                rss_mb, next_look = server.rss_mb(), time.monotonic() + POLL_S
            if ended := batch.over_limit(limits, rss_mb):
                return ended

    async def _edit(self, text: str) -> None:
        self._version += 1
        document = {"uri": self._uri, "version": self._version}
        if self._version == 1:
            await self._notify(
                "textDocument/didOpen",
                {"textDocument": {**document, "languageId": "lean4", "text": text}},
            )
        else:
            await self._notify(
                "textDocument/didChange",
                {"textDocument": document, "contentChanges": [{"text": text}]},
            )

    async def _hear(self, frame: Mapping[str, Any], view: _View) -> None:
        """Take a notification into the view; answer a request of the server's with nothing."""
        if "id" in frame:
            assert self._server is not None
            await self._server.send({"jsonrpc": "2.0", "id": frame["id"], "result": None})
            return
        try:
            params = frame["params"]
            if frame["method"] == "textDocument/publishDiagnostics":
                if params.get("version") == self._version:
                    view.show([_diagnostic(d) for d in params["diagnostics"]])
            elif (
                frame["method"] == "$/lean/fileProgress"
                and params["textDocument"].get("version") == self._version
                and params["processing"]
            ):
                view.reach(int(params["processing"][0]["range"]["start"]["line"]) + 1)
        except (KeyError, TypeError, ValueError, IndexError, AttributeError) as error:
            raise LeanProtocolError(
                f"The Lean server sent {str(frame)[:200]} ({error!r})."
            ) from error

    async def _request(self, method: str, params: Mapping[str, Any]) -> int:
        assert self._server is not None
        request = next(self._ids)
        await self._server.send(
            {"jsonrpc": "2.0", "id": request, "method": method, "params": params}
        )
        return request

    async def _notify(self, method: str, params: Mapping[str, Any]) -> None:
        assert self._server is not None
        await self._server.send({"jsonrpc": "2.0", "method": method, "params": params})


class _View:
    """What the server has told of the current version of the document.

    Attributes:
        chunk: at which Lean is at work; -1 for the prefix.
        since: when it came there (`time.monotonic`).
        printed: how many characters that chunk has printed.
    """

    def __init__(self, document: Document) -> None:
        self.chunk = -1
        self.since = time.monotonic()
        self.printed = 0
        self._document = document
        self._diagnostics: list[Message] = []
        self._steps = [(self.chunk, self.since)]

    def show(self, diagnostics: list[Message]) -> None:
        """These are all diagnostics so far."""
        self._diagnostics = diagnostics
        first = self._document.starts[self.chunk] if self.chunk >= 0 else 1
        self.printed = sum(len(m.text) for m in diagnostics if m.start.line >= first)

    def reach(self, line: int) -> None:
        """Lean is at work on this line."""
        chunk = self._document.chunk_at(line)
        self._steps.append((chunk, time.monotonic()))
        if chunk != self.chunk:
            self.chunk, self.since, self.printed = chunk, time.monotonic(), 0

    def messages(self) -> list[Message]:
        """The messages by line, with columns counted in code points and not in UTF-16 units."""
        lines = self._document.text.split("\n")
        return [
            Message(m.severity, m.text, Position(m.start.line, _code_points(lines, m.start)))
            for m in sorted(self._diagnostics, key=lambda m: m.start.line)
        ]

    def timed(self, reports: Sequence[ChunkReport]) -> list[ChunkReport]:
        """The reports with their times: what passes between two steps is shared by its chunks."""
        seconds = [0.0] * len(reports)
        for (chunk, began), (following, ended) in pairwise(
            [*self._steps, (len(reports), time.monotonic())]
        ):
            passed = range(max(chunk, 0), min(max(following, chunk + 1), len(reports)))
            for i in passed if chunk >= 0 or following > 0 else ():
                seconds[i] += (ended - began) / len(passed)
        return [replace(r, seconds=s) for r, s in zip(reports, seconds, strict=True)]


def _diagnostic(record: Mapping[str, Any]) -> Message:
    start = record["range"]["start"]
    severity = _SEVERITIES.get(record["severity"], Severity.INFORMATION)
    return Message(
        severity, str(record["message"]), Position(int(start["line"]) + 1, int(start["character"]))
    )


def _code_points(lines: Sequence[str], start: Position) -> int:
    line = lines[start.line - 1] if start.line <= len(lines) else ""
    units = line.encode("utf-16-le")[: 2 * start.column]
    return len(units.decode("utf-16-le", "ignore"))
