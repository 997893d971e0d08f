"""Whatever is killed, stopped, full or flooded: no verdict is lost, doubled or wrong."""

from __future__ import annotations

import asyncio
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from formalmath.lean.compiled import Compiler
from formalmath.lean.compiler import ForkCompiler
from formalmath.lean.embedded_toolchain import EmbeddedToolchain
from formalmath.lean.process import Command
from formalmath.lean.toolchain import find_toolchain
from formalmath.limits import Limits
from formalmath.verify.batch import Batch, Ending, Verdicts
from formalmath.verify.candidates import Candidate, read_candidates
from formalmath.verify.limits import VerifyLimits
from formalmath.verify.trial import File
from formalmath.verify.verdict import Inconclusive, Layer, Reason, Rejected, Verified
from formalmath.verify.verifier import Verifier
from tests.command_line import environment
from tests.fake_server import fake
from tests.fault_world import Harm, left_behind, made, subreaper, told, word, write
from tests.test_sandbox_lean import ARMS

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]
STATEMENTS = 20  # ten candidates each
KERNEL = Limits(heartbeats=1_000_000, wall_s=4.0, start_s=20.0)
SHORT = VerifyLimits(compile_s=4.0, kernel=KERNEL)


@pytest.fixture(scope="module", autouse=True)
def orphans_come_to_us() -> Iterator[None]:
    with subreaper():
        yield


@pytest.fixture(autouse=True)
def nothing_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The temp folder of each test, which must be empty in the end; and no process lives on."""
    temp = tmp_path / "temp"
    temp.mkdir()
    monkeypatch.setenv("TMPDIR", str(temp))
    monkeypatch.setattr("tempfile.tempdir", str(temp))
    yield temp
    assert left_behind() == []
    assert list(temp.iterdir()) == []


@pytest.fixture(scope="module")
def confined() -> EmbeddedToolchain:
    found = find_toolchain("embedded")
    assert isinstance(found, EmbeddedToolchain)
    return found


def run_batch(
    toolchain: EmbeddedToolchain,
    candidates: Sequence[Candidate],
    path: Path,
    harm: Harm | None = None,
    limits: VerifyLimits | None = None,
    off: frozenset[Layer] = frozenset(),
) -> dict[str, Ending]:
    """Verify here, two at a time, while harm is done; what became of each candidate."""

    async def run() -> list[Ending]:
        with Verdicts(path) as verdicts:
            async with Verifier(toolchain, limits, off, jobs=2) as verifier:
                batch = Batch(candidates, verifier, verdicts)
                await candidates[0].trial.put_to(verifier)  # all is warm
                harming = asyncio.create_task(harm.do()) if harm else None
                await batch.verify(jobs=2)
                if harming is not None:
                    await harming
                return batch.endings

    return dict(zip((each.id for each in candidates), asyncio.run(run()), strict=True))


def wrong(found: dict[str, Ending], truth: dict[str, str]) -> dict[str, Ending]:
    """What has another verdict than in an undisturbed run. To know nothing is no verdict."""
    known = {name: end for name, end in found.items() if not isinstance(end, Inconclusive)}
    return {name: end for name, end in known.items() if word(end) != truth[name]}


# --- the main program ---

PROGRAM = """
import os, resource, signal, stat, sys, threading
from formalmath import journal
from formalmath.cli import main
from formalmath.verify import layers

step, at, *arguments = sys.argv[1:]
left = float(at)

def passed():
    global left
    left -= 1
    if left == 0:
        os.kill(os.getpid(), signal.SIGKILL)

def around(owner, name, counts=lambda *args: True, after=False):
    inner = getattr(owner, name)
    def outer(*args):
        if not counts(*args):
            return inner(*args)
        after or passed()
        result = inner(*args)
        after and passed()
        return result
    setattr(owner, name, outer)

def is_record(file, data=b'"checksum"'):
    return stat.S_ISREG(os.fstat(file).st_mode) and b'"checksum"' in data

if step == "compiled":
    compiled = layers.Layers._compiled
    async def outer(*args):
        result = await compiled(*args)
        passed()
        return result
    layers.Layers._compiled = outer
elif step == "judged":
    around(journal.Journal, "append")
elif step == "half written":
    write = os.write
    def half(file, data):
        if left == 1 and is_record(file, data):
            write(file, data[: len(data) // 2])
        if is_record(file, data):
            passed()
        return write(file, data)
    os.write = half
elif step == "written":
    around(os, "fsync", is_record)
elif step == "kept":
    around(journal.Journal, "append", after=True)
elif step == "any time":
    threading.Timer(left, os.kill, (os.getpid(), signal.SIGKILL)).start()
elif step == "full disk":
    size = os.path.getsize(arguments[arguments.index("--out") + 1])
    _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size + int(left), hard))
elif step == "interrupted":
    threading.Timer(left, os.kill, (os.getpid(), signal.SIGINT)).start()

sys.argv = ["formalmath", "verify", *arguments]
main()
"""


def start(step: str, at: float, *args: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", PROGRAM, step, str(at), *args],
        env=environment(),
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


KILLS = (
    ("compiled", 9),
    ("judged", 12),
    ("half written", 17),
    ("written", 14),
    ("kept", 21),
    ("any time", 0.4),
    ("any time", 2.7),
    ("any time", 4.1),
    ("any time", 5.9),
)


def test_killed_at_every_step_nothing_is_lost_doubled_or_changed(
    tmp_path: Path, nothing_is_left: Path
) -> None:
    lines, truth = made(STATEMENTS)
    path, out = write(tmp_path / "c.jsonl", lines), tmp_path / "v.jsonl"
    args = (str(path), "--out", str(out), "--jobs", "2", "--lean", "embedded", "--resume")
    kept: list[tuple[str, str]] = []
    for step, at in KILLS:
        killed = start(step, at, *args)
        assert killed.returncode == -signal.SIGKILL, (step, killed.stdout, killed.stderr)
        assert left_behind() == [], step
        now = told(out) if out.exists() else []
        assert now[: len(kept)] == kept, step
        least = {"judged": at - 1, "half written": at - 1, "written": at, "kept": at}.get(step, 0)
        assert len(now) >= len(kept) + least, step
        kept = now
    assert 0 < len(kept) < len(truth)

    full = start("full disk", 1200, *args)
    assert full.returncode == 2, full.stderr
    assert "make room and go on with --resume" in " ".join(full.stderr.split())
    now = told(out)
    assert now[: len(kept)] == kept
    assert len(now) > len(kept)

    stopped = start("interrupted", 4.0, *args)
    assert stopped.returncode == 130, stopped.stderr
    assert f"of 200 candidates are done and kept. Go on with --out {out}" in stopped.stderr
    ended = start("none", 0, *args)
    assert (ended.returncode, ended.stderr.split()[0]) == (1, "Resumed:"), ended.stderr
    assert len(told(out)) == len(truth), "each once"
    assert dict(told(out)) == truth


# --- the processes behind the verifier ---


def test_killed_workers_and_replayers_cost_no_verdict(
    confined: EmbeddedToolchain, tmp_path: Path
) -> None:
    lines, truth = made(STATEMENTS)
    candidates = read_candidates(write(tmp_path / "c.jsonl", lines))
    out = tmp_path / "v.jsonl"
    harm = Harm(signal.SIGKILL, pause_s=0.3, rounds=2)
    found = run_batch(confined, candidates, out, harm)
    assert wrong(found, truth) == {}
    assert len(set(harm.done)) == 6, harm.done
    # Each was tried again in fresh processes, and a kill meets two at most.
    assert sum(isinstance(end, Inconclusive) for end in found.values()) <= len(harm.done)

    found = run_batch(confined, candidates, out)
    assert {name: word(end) for name, end in found.items()} == truth
    known = [line for line in told(out) if line[1] != "inconclusive"]
    assert len(known) == len(truth), "each once"


def test_stopped_workers_and_replayers_meet_the_limits(
    confined: EmbeddedToolchain, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("formalmath.verify.replay._GRACE_S", 1.0)
    monkeypatch.setattr("formalmath.lean.fork_client.KILL_WAIT_S", 1.0)
    monkeypatch.setattr("formalmath.lean.compiler.START_S", KERNEL.start_s)
    lines, truth = made(6)
    candidates = read_candidates(write(tmp_path / "c.jsonl", lines))
    harm = Harm(signal.SIGSTOP, pause_s=0.5)
    found = run_batch(confined, candidates, tmp_path / "v.jsonl", harm, SHORT)
    assert wrong(found, truth) == {}
    assert len(set(harm.done)) == 6, harm.done
    assert sum(isinstance(end, Inconclusive) for end in found.values()) <= len(harm.done)


# --- what candidates do ---

ASKED = "theorem T : (1 : Nat) + 1 = 2"


def hostile() -> dict[str, str]:
    """Candidates that would harm their neighbours; the gate, which refuses most, stands aside."""
    bomb = 'many (fun _ => did (IO.Process.spawn (start "/usr/bin/sleep" #["7.125"]) ())) 999 0'
    flood = (
        'let text := twice 20 "x\\n"; '
        'many (fun _ => did (IO.FS.writeFile "/proc/self/fd/1" text ())) 1000 0'
    )
    told = {
        "bomb": bomb,
        "flood": flood,
        "endless": "many (fun _ => 1) 1000000000000000 0",
        "exit": "did (IO.Process.exit 0 0 ())",
    }
    files = {name: f"{ARMS}#eval {term}\n{ASKED} := rfl\n" for name, term in told.items()}
    power = "((2 ^ 16777215) ^ 16777215 : Nat) % 7 = 9"
    files["bignum"] = (
        f"import Mathlib\ntheorem x : {power} := by decide +kernel\n{ASKED} := by\n"
        "  have := x\n  rfl\n"
    )
    powers = "(List.range 2000).foldl (fun x _ => x * x % (2 ^ 4000000 - 1)) 3 = 1"
    files["slow bignum"] = (
        "import Mathlib\nset_option maxHeartbeats 0\nset_option debug.skipKernelTC true in\n"
        f"theorem x : {powers} := by decide +kernel\n{ASKED} := by\n  have := x\n  rfl\n"
    )
    return files


def test_hostile_candidates_cost_only_themselves(
    confined: EmbeddedToolchain, tmp_path: Path
) -> None:
    asked = f"import Mathlib\n{ASKED} := sorry\n"
    good, bad = (f"import Mathlib\n{ASKED} := {proof}\n" for proof in ("rfl", "by omega; omega"))
    candidates = [Candidate("good", File(asked, good)), Candidate("bad", File(asked, bad))]
    for name, text in hostile().items():
        candidates.append(Candidate(name, File(asked, text)))
        candidates.append(Candidate(f"good beside {name}", File(asked, f"{good}-- {name}\n")))
    found = run_batch(
        confined, candidates, tmp_path / "v.jsonl", limits=SHORT, off=frozenset({Layer.SOURCE})
    )
    for name, ending in found.items():
        if name.startswith("good"):
            assert isinstance(ending, Verified), (name, ending)
    said = {name: word(ending) for name, ending in found.items() if not name.startswith("good")}
    assert said == {
        "bad": "compile",
        "bomb": "verified",  # it proves what it claims, and has started nothing
        "flood": "inconclusive",
        "endless": "inconclusive",
        "exit": said["exit"],
        "bignum": said["bignum"],
        "slow bignum": "inconclusive",
    }
    assert said["exit"] in ("compile", "inconclusive")
    assert said["bignum"] in ("compile", "inconclusive")


# --- what processes say ---


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
            found = []
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
