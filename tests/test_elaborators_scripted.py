"""Both drivers against a scripted server: orders, faults and silences as no Lean shows them."""

from __future__ import annotations

import asyncio
import itertools
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from formalmath.errors import (
    LeanProcessError,
    LeanProtocolError,
    LeanTimeoutError,
    PrefixError,
)
from formalmath.lean.document import Document
from formalmath.lean.elaborator import ChunkReport, Elaborator, Outcome
from formalmath.lean.fork_elaborator import ForkElaborator
from formalmath.lean.process import Command
from formalmath.lean.server_elaborator import ServerElaborator
from formalmath.limits import Limits
from tests.fake_server import fake
from tests.real_lean import use

Step = list[Any]

CHUNKS = ["example : 1 = 1 := rfl", "example :\n  𝔸 = 2 := rfl", "example : 3 = 3 := rfl"]
DOCUMENT = Document.build("", CHUNKS, Limits())
LIMITS = Limits(start_s=5, wall_s=5)


def report(make: Any, chunks: Sequence[str] = CHUNKS, limits: Limits = LIMITS) -> list[ChunkReport]:
    async def work(lean: Elaborator) -> list[ChunkReport]:
        async with asyncio.timeout(30):
            return await lean.elaborate("", chunks, limits)

    return use(make, work)


# --- the language server ---


def lsp(*steps: Step, folder: Path = Path("/")) -> Any:
    opening: list[Step] = [
        ["expect", "initialize"],
        ["frame", {"id": "$id", "result": {}}],
        ["expect", "textDocument/waitForDiagnostics"],
    ]
    return lambda: ServerElaborator(Command(fake(*opening, *steps)), folder)


def diagnostic(line: int, text: str, character: int = 0, severity: int = 3) -> dict[str, Any]:
    place = {"line": line - 1, "character": character}
    return {"range": {"start": place, "end": place}, "severity": severity, "message": text}


def publish(*diagnostics: dict[str, Any], version: Any = "$version") -> Step:
    params = {"uri": "x", "version": version, "diagnostics": list(diagnostics)}
    return ["frame", {"method": "textDocument/publishDiagnostics", "params": params}]


def progress(line: int, version: Any = "$version") -> Step:
    place = {"start": {"line": line - 1, "character": 0}, "end": {"line": 99, "character": 0}}
    params = {"textDocument": {"uri": "x", "version": version}, "processing": [{"range": place}]}
    return ["frame", {"method": "$/lean/fileProgress", "params": params}]


ANSWER: Step = ["frame", {"id": "$id", "result": {}}]
REST: Step = ["sleep", 60]
SENTINELS = [diagnostic(line, "Prop : Type") for line in (DOCUMENT.body, *DOCUMENT.sentinels)]
FAULT = diagnostic(DOCUMENT.starts[1] + 1, "no 𝔸", character=5, severity=1)


def good(reports: Sequence[ChunkReport]) -> bool:
    """Whether the reports are those of SENTINELS and FAULT."""
    [error] = reports[1].messages
    place = (error.start.line, error.start.column)
    return (
        [r.outcome for r in reports] == [Outcome.DONE] * 3
        and (error.text, error.is_error, place) == ("no 𝔸", True, (2, 4))
        and not reports[0].messages
        and not reports[2].messages
    )


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
def test_the_order_of_diagnostics_does_not_matter(order: tuple[int, ...]) -> None:
    parts = [SENTINELS[:2], [FAULT], SENTINELS[2:]]
    shuffled = [d for i in order for d in parts[i]]
    assert good(report(lsp(publish(*shuffled), ANSWER, REST)))


def test_only_the_last_diagnostics_of_this_version_count() -> None:
    steps = [
        publish(diagnostic(1, "old", severity=1), version=0),
        publish(*SENTINELS[:1]),
        publish(*SENTINELS, FAULT),
        publish(diagnostic(1, "old", severity=1), version=0),
        progress(1, version=0),
    ]
    assert good(report(lsp(*steps, ANSWER, REST)))


def test_answers_to_others_and_unknown_notices_are_passed_over() -> None:
    steps = [
        ["frame", {"id": 77, "result": {}}],
        ["frame", {"id": None, "error": {"code": -32700, "message": "?"}}],
        ["frame", {"method": "window/logMessage", "params": {"message": "hello"}}],
        publish(*SENTINELS, FAULT),
        ["frame", {"method": "$/lean/somethingNew", "params": [1, 2]}],
        ["frame", {}],
    ]
    assert good(report(lsp(*steps, ANSWER, REST)))


def test_a_question_of_the_servers_is_answered() -> None:
    steps: list[Step] = [
        publish(*SENTINELS, FAULT),
        # Its id is that of the answer: what comes back must not be taken for one of ours.
        ["frame", {"id": "$id", "method": "workspace/semanticTokens/refresh"}],
        ["expect", "result"],
        ANSWER,
    ]
    assert good(report(lsp(*steps, REST)))


def test_frames_in_pieces_are_put_together() -> None:
    pieces: list[Step] = [["pieces", step[1]] for step in (publish(*SENTINELS, FAULT), ANSWER)]
    assert good(report(lsp(*pieces, REST)))


def test_a_refusal_to_answer_is_a_crash_of_the_chunk_at_work() -> None:
    refusal: Step = ["frame", {"id": "$id", "error": {"code": -32902, "message": "worker died"}}]
    steps = [publish(*SENTINELS[:3], FAULT), progress(DOCUMENT.starts[2]), refusal, REST]
    reports = report(lsp(*steps))
    assert [r.outcome for r in reports] == ["done", "done", "crashed"]
    assert "worker died" in reports[2].detail


def test_a_server_that_dies_in_a_chunk_is_a_crash_of_that_chunk() -> None:
    steps: list[Step] = [publish(*SENTINELS[:3], FAULT), ["sleep", 0.3], ["exit", 9]]
    reports = report(lsp(*steps))
    assert [r.outcome for r in reports] == ["done", "done", "crashed"]
    assert "exit code 9" in reports[2].detail


def test_silence_in_a_chunk_is_a_timeout_of_that_chunk() -> None:
    steps = [publish(*SENTINELS[:3], FAULT), progress(DOCUMENT.starts[2]), REST]
    reports = report(lsp(*steps), limits=Limits(start_s=30, wall_s=0.5))
    assert [r.outcome for r in reports] == ["done", "done", "timeout"]
    assert 0.4 < reports[2].seconds < 5


def test_silence_in_the_prefix_is_a_timeout_that_names_its_limit() -> None:
    with pytest.raises(LeanTimeoutError, match=r"no end after 0\.5 s \(Limits.start_s\)"):
        report(lsp(REST), limits=Limits(start_s=0.5))


def test_silence_at_the_start_is_a_timeout_that_names_its_limit() -> None:
    with pytest.raises(LeanTimeoutError, match=r"did not start within 0\.5 s \(Limits.start_s\)"):
        report(
            lambda: ServerElaborator(Command(fake(["stderr", "hm"], REST)), Path("/")),
            limits=Limits(start_s=0.5),
        )


def test_a_server_that_dies_at_the_start_is_quoted() -> None:
    steps: list[Step] = [["stderr", "error: no such toolchain"], ["exit", 1]]
    with pytest.raises(LeanProcessError, match=r"exit code 1\)(.|\n)*no such toolchain"):
        report(lambda: ServerElaborator(Command(fake(*steps)), Path("/")))


def test_an_answer_without_diagnostics_is_no_success() -> None:
    with pytest.raises(LeanProcessError, match="before the theorem"):
        report(lsp(ANSWER, REST))


def test_an_answer_that_leaves_a_chunk_out_is_no_success() -> None:
    reports = report(lsp(publish(*SENTINELS[:3], FAULT), ANSWER, REST))
    assert [r.outcome for r in reports] == ["done", "done", "crashed"]


def test_an_error_in_the_prefix_is_found_among_diagnostics() -> None:
    steps = [publish(diagnostic(1, "unknown package", severity=1), *SENTINELS), ANSWER, REST]
    with pytest.raises(PrefixError, match=r"line 1.*unknown package"):
        report(lsp(*steps))


@pytest.mark.parametrize(
    "frame",
    [
        {"method": "textDocument/publishDiagnostics"},
        {"method": "textDocument/publishDiagnostics", "params": []},
        {
            "method": "textDocument/publishDiagnostics",
            "params": {"version": "$version", "diagnostics": [{"message": "no range"}]},
        },
        {"method": "$/lean/fileProgress", "params": {"processing": []}},
        {"method": 17, "params": None},
    ],
)
def test_notices_that_are_none_are_a_protocol_error_or_passed_over(frame: dict[str, Any]) -> None:
    make = lsp(["frame", frame], publish(*SENTINELS, FAULT), ANSWER, REST)
    if frame["method"] == 17:
        assert good(report(make))
    else:
        with pytest.raises(LeanProtocolError, match="The Lean server sent"):
            report(make)


# --- the fork server ---


def forked(*steps: Step) -> Any:
    return lambda: ForkElaborator(Command(fake(["frame", {"ready": True}], *steps)))


def said(line: int, text: str, column: int = 0, severity: str = "information") -> str:
    place = {"line": line, "column": column}
    return json.dumps({"severity": severity, "pos": place, "data": text}, ensure_ascii=False) + "\n"


def printed(text: str, run: Any = 1) -> Step:
    return ["frame", {"output": run, "data": text}]


def ended(chunk: int, line: int) -> str:
    """The sentinel of a chunk, and its end."""
    return said(line, "Prop : Type") + json.dumps({"ended": chunk}) + "\n"


SAID = [ended(-1, DOCUMENT.body), *(ended(i, c.count("\n") + 2) for i, c in enumerate(CHUNKS))]
SAID_FAULT = said(2, "no 𝔸", column=4, severity="error")
OUTPUT = "".join([*SAID[:2], SAID_FAULT, *SAID[2:]])
RUN: Step = ["expect", "run"]
EXIT: Step = ["frame", {"exit": 1, "code": 1}]


@pytest.mark.parametrize("size", [1, 7, 50, 10_000])
def test_output_is_put_together_from_any_pieces(size: int) -> None:
    pieces = [printed(OUTPUT[i : i + size]) for i in range(0, len(OUTPUT), size)]
    assert good(report(forked(RUN, ["frame", {"started": 1, "pid": 1}], *pieces, EXIT, REST)))


def test_what_is_no_message_costs_the_chunk_that_printed_it() -> None:
    steps = [RUN, printed("".join(SAID[:3])), printed("PANIC\n"), ["expect", "kill"], EXIT, REST]
    reports = report(forked(*steps))
    assert [r.outcome for r in reports] == ["done", "done", "crashed"]
    assert "PANIC" in reports[2].detail


def test_a_chunk_that_ends_without_its_sentinel_or_an_error_swallowed_it() -> None:
    silent = json.dumps({"ended": 1}) + "\n"
    reports = report(forked(RUN, printed("".join([*SAID[:2], silent, SAID[3]])), EXIT, REST))
    assert [len(r.errors) for r in reports] == [0, 1, 0]
    assert "swallows what follows it" in reports[1].errors[0].text


def test_a_prefix_that_ends_without_its_sentinel_is_no_success() -> None:
    silent = json.dumps({"ended": -1}) + "\n"
    with pytest.raises(LeanProcessError, match="before the theorem"):
        report(forked(RUN, printed(silent + "".join(SAID[1:])), EXIT, REST))


def test_a_forked_lean_killed_by_a_signal_is_a_crash() -> None:
    died: Step = ["frame", {"exit": 1, "code": -11}]
    reports = report(forked(RUN, printed("".join(SAID[:3])), died, REST))
    assert [r.outcome for r in reports] == ["done", "done", "crashed"]
    assert reports[2].detail == "killed by SIGSEGV"


def test_a_fork_server_that_dies_in_a_chunk_is_a_crash_of_that_chunk() -> None:
    reports = report(forked(RUN, printed("".join(SAID[:3])), ["signal", 9]))
    assert [r.outcome for r in reports] == ["done", "done", "crashed"]
    assert "killed by SIGKILL" in reports[2].detail


def test_a_fork_server_that_dies_in_the_prefix_is_an_error() -> None:
    with pytest.raises(LeanProcessError, match="SIGKILL"):
        report(forked(RUN, ["signal", 9]))


def test_a_fork_server_that_does_not_kill_is_killed_itself(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("formalmath.lean.fork_client.KILL_WAIT_S", 0.5)
    steps = [RUN, printed("".join(SAID[:3])), REST]
    reports = report(forked(*steps), limits=Limits(wall_s=0.5))
    assert [r.outcome for r in reports] == ["done", "done", "timeout"]


def test_a_fork_server_that_is_none_is_a_protocol_error() -> None:
    with pytest.raises(LeanProtocolError, match="at its start"):
        report(lambda: ForkElaborator(Command(fake(["frame", {"hello": 1}], REST))))
    with pytest.raises(LeanProtocolError, match="A frame of length None came"):
        report(lambda: ForkElaborator(Command(fake(["raw", "hello\n\n"], REST))))


def test_a_fork_server_that_does_not_start_is_a_timeout() -> None:
    with pytest.raises(LeanTimeoutError, match=r"did not start within 0\.5 s"):
        report(lambda: ForkElaborator(Command(fake(REST))), limits=Limits(start_s=0.5))


@pytest.mark.parametrize("kind", ["fork", "lsp"])
def test_a_server_that_died_while_idle_is_started_anew(kind: str) -> None:
    steps = [RUN, printed(OUTPUT), EXIT] if kind == "fork" else [publish(*SENTINELS, FAULT), ANSWER]
    make = (forked if kind == "fork" else lsp)(*steps)

    async def work(lean: Elaborator) -> list[bool]:
        answers = []
        for _ in range(3):
            answers.append(good(await lean.elaborate("", CHUNKS, LIMITS)))
            await asyncio.sleep(0.5)
        return answers

    assert use(make, work) == [True] * 3
