"""Processes that break the protocol, and what is left of them: no verdict, and nothing else."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from formalmath.lean.compiled import Compiler
from formalmath.lean.compiler import ForkCompiler
from formalmath.lean.embedded_toolchain import EmbeddedToolchain
from formalmath.lean.process import Command
from formalmath.verify.batch import Ending
from formalmath.verify.limits import VerifyLimits
from formalmath.verify.trial import File
from formalmath.verify.verdict import Inconclusive, Layer, Reason, Rejected, Verified
from formalmath.verify.verifier import Verifier
from tests.command_line import environment
from tests.fake_server import fake
from tests.fault_world import ASKED, SHORT
from tests.test_sandbox_lean import ARMS

pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(600),
    pytest.mark.usefixtures("nothing_is_left"),
]


@dataclass(frozen=True)
class Faulty(EmbeddedToolchain):
    """The first fork servers, or all replayers, are scripts that break the protocol."""

    servers: list[Command] = field(default_factory=list)
    replayer: Command | None = None
    started: list[Path] = field(default_factory=list)  # a folder for each server

    def compiler(self) -> Compiler:
        def command(folder: Path) -> Command:
            self.started.append(folder)
            return self.servers.pop(0) if self.servers else self.confined(self._forkserver, folder)

        return ForkCompiler(command)

    def confined(self, server: Command, *writable: Path) -> Command:
        if self.replayer is not None and any(w.endswith("replayer.py") for w in server.argv):
            return self.replayer
        return super().confined(server, *writable)


READY: list[Any] = ["frame", {"ready": True}]
FRAMES: dict[str, list[list[Any]]] = {
    "cut off": [["raw", "Content-Length: 100\r\n\r\n{"], ["exit", 0]],
    "oversized": [["raw", "Content-Length: 999999999999\r\n\r\n"], ["sleep", 60]],
    "negative": [["raw", "Content-Length: -5\r\n\r\n{}"], ["sleep", 60]],
    "no length": [["raw", "Content: 5\r\n\r\n{}"], ["sleep", 60]],
    "endless head": [["raw", "x" * 200_000], ["sleep", 60]],
    "no JSON": [["raw", "Content-Length: 2\r\n\r\n{["], ["sleep", 60]],
    "a list": [["raw", "Content-Length: 2\r\n\r\n[]"], ["sleep", 60]],
    "strange": [["frame", {"exit": None, "result": "x"}], ["sleep", 60]],
    "half an answer": [["frame", {"exit": 1, "result": 1, "accepted": True}], ["sleep", 60]],
    "silence and end": [["exit", 1]],
}
TRIAL = File(f"{ASKED} := sorry\n", f"{ASKED} := rfl\n")


@pytest.mark.parametrize("case", FRAMES)
def test_broken_frames_are_no_verdict_and_the_next_process_gives_one(
    confined: EmbeddedToolchain, case: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("formalmath.verify.replay._GRACE_S", 1.0)
    server = Command(fake(READY, ["expect", "run"], *FRAMES[case]))
    replayer = Command(fake(READY, ["expect", "replay"], *FRAMES[case]))
    off = frozenset({Layer.CANARY})

    async def verdict(servers: int, replay: Command | None) -> Ending:
        toolchain = Faulty(confined.build, sandbox=confined.sandbox, replayer=replay)
        toolchain.servers.extend([server] * servers)
        async with Verifier(toolchain, SHORT, off, jobs=1) as verifier:
            return await TRIAL.put_to(verifier)

    assert isinstance(asyncio.run(verdict(1, None)), Verified)
    assert isinstance(asyncio.run(verdict(9, None)), Inconclusive)
    assert isinstance(asyncio.run(verdict(0, replayer)), Inconclusive)


def test_what_a_retry_gets_is_fresh_and_a_refusal_is_not_retried(
    confined: EmbeddedToolchain,
) -> None:
    dying = Command(fake(READY, ["expect", "run"], ["signal", 9]))
    toolchain = Faulty(confined.build, sandbox=confined.sandbox)
    toolchain.servers.extend([dying] * 2)
    endless = f"{ARMS}#eval many (fun _ => 1) 1000000000000000 0\n{ASKED} := rfl\n"
    refused = f"{ASKED} := sorry\n"
    limits = VerifyLimits(compile_s=2.0)

    async def verdicts() -> list[tuple[Ending, int]]:
        off = frozenset({Layer.CANARY, Layer.SOURCE})
        async with Verifier(toolchain, limits, off, jobs=1) as verifier:
            found: list[tuple[Ending, int]] = []
            for text in (TRIAL.candidate, TRIAL.candidate, endless, TRIAL.candidate, refused):
                asked = (
                    TRIAL.challenge if text != endless else f"import Mathlib\n{ASKED} := sorry\n"
                )
                ending = await verifier.verify_file(asked, text, "T")
                found.append((ending, len(toolchain.started)))
            return found

    (died, two), (well, three), (slow, four), (again, five), (no, last) = asyncio.run(verdicts())
    assert isinstance(died, Inconclusive), "both tries died"
    assert isinstance(slow, Inconclusive)
    assert isinstance(well, Verified)
    assert isinstance(again, Verified)
    assert isinstance(no, Rejected)
    assert no.reason is Reason.SORRY
    assert (two, three, four, five, last) == (2, 3, 4, 5, 5)
    assert len(set(toolchain.started)) == 5


def test_scratch_folders_of_the_living_are_left_alone(
    nothing_is_left: Path,
) -> None:
    code = (
        "from formalmath.scratch import Scratch; import sys\n"
        "made = Scratch(); print(made.path, flush=True); sys.stdin.read()\n"
    )
    python = [sys.executable, "-c", code]

    def begin() -> tuple[subprocess.Popen[str], Path]:
        process = subprocess.Popen(
            python, env=environment(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        assert process.stdout is not None
        return process, Path(process.stdout.readline().strip())

    first, one = begin()
    second, two = begin()
    assert one.exists()
    first.kill()
    first.communicate()
    assert one.exists()
    third, three = begin()
    assert [path.exists() for path in (one, two, three)] == [False, True, True]
    for process in (second, third):
        process.kill()
        process.communicate()
    fourth, four = begin()
    assert list(nothing_is_left.iterdir()) == [four]
    fourth.kill()
    fourth.communicate()
    four.rmdir()
