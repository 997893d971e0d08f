"""Whoever verifies is killed, stopped, flooded: no verdict is wrong, and no neighbour is hurt."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Sequence
from pathlib import Path

import psutil
import pytest

from formalmath.lean.embedded_toolchain import EmbeddedToolchain
from formalmath.verify.batch import Batch, Ending, Verdicts
from formalmath.verify.candidates import Candidate, read_candidates
from formalmath.verify.limits import VerifyLimits
from formalmath.verify.trial import File
from formalmath.verify.verdict import Cause, Inconclusive, Layer, Verified
from formalmath.verify.verifier import Verifier
from tests.fault_world import ASKED, KERNEL, SHORT, STATEMENTS, Harm, made, told, word, write
from tests.test_sandbox_lean import ARMS

pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(600),
    pytest.mark.usefixtures("nothing_is_left"),
]


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


def hostile() -> dict[str, str]:
    """Candidates that would harm their neighbours; the gate, which refuses most, stands aside."""
    bomb = 'many (fun _ => did (IO.Process.spawn (start "/usr/bin/sleep" #["7.125"]) ())) 999 0'
    flood = (
        'let text := twice 20 "x\\n"; '
        'many (fun _ => did (IO.FS.writeFile "/proc/self/fd/1" text ())) 1000 0'
    )
    terms = {
        "bomb": bomb,
        "flood": flood,
        "endless": "many (fun _ => 1) 1000000000000000 0",
        "exit": "did (IO.Process.exit 0 0 ())",
    }
    files = {name: f"{ARMS}#eval {term}\n{ASKED} := rfl\n" for name, term in terms.items()}
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
    confined: EmbeddedToolchain, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("formalmath.lean.compiler.MAX_OUTPUT_BYTES", 8 << 20)  # of the gigabyte
    own = psutil.Process()
    before = own.memory_info().rss
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
    flood, slow = found["flood"], found["slow bignum"]
    assert isinstance(flood, Inconclusive)
    assert isinstance(slow, Inconclusive)
    assert flood.detail == "It printed more than 8 MiB."
    assert slow.cause is Cause.TIMEOUT
    assert slow.evidence.layers[-1] is Layer.AXIOMS, "the kernel's replay is what never ends"
    assert own.memory_info().rss - before < 300 << 20
