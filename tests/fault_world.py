"""A batch with known verdicts, ways to do harm to whoever verifies it, and nothing else."""

from __future__ import annotations

import asyncio
import contextlib
import ctypes
import json
import os
import signal
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psutil

from formalmath.journal import read_journal
from formalmath.limits import Limits
from formalmath.verify.batch import Ending, Invalid
from formalmath.verify.limits import VerifyLimits
from formalmath.verify.verdict import Inconclusive, Rejected

STATEMENTS = 20
"""Of a batch of 200 candidates."""
KERNEL = Limits(heartbeats=1_000_000, wall_s=4.0, start_s=20.0)
SHORT = VerifyLimits(compile_s=4.0, kernel=KERNEL)
ASKED = "theorem T : (1 : Nat) + 1 = 2"
PREFIX = "import Init\n"
RIGHT = (
    "omega",
    "exact Nat.add_lt_add_right h {n}",
    "have x := h\nomega",
    "apply Nat.add_lt_add_right\nexact h",
    "first | rfl | omega",
    "skip\nomega",
)
WRONG = {"exact h": "compile", "sorry": "sorry", "run_tac pure ()": "source"}
GONE_S = 15.0


def made(statements: int) -> tuple[list[dict[str, Any]], dict[str, str]]:
    """Ten candidates a statement, and what is to be said of each."""
    candidates, truth = [], {}
    for n in range(1, statements + 1):
        stated = f"theorem t{n} (a b : Nat) (h : a < b) : a + {n}"
        proofs = dict.fromkeys(RIGHT, "verified") | WRONG
        for number, (proof, expected) in enumerate(proofs.items()):
            name = f"{n}.{number}"
            given = {"statement": f"{stated} < b + {n}", "proof": proof.format(n=n)}
            candidates.append({"id": name, "prefix": PREFIX, **given})
            truth[name] = expected
        candidates.append(
            {
                "id": f"{n}.other",
                "challenge": f"{PREFIX}{stated} < b + {n} := sorry\n",
                "candidate": f"{PREFIX}{stated} ≤ b + {n} := by omega\n",
                "target": f"t{n}",
            }
        )
        truth[f"{n}.other"] = "statement"
    return candidates, truth


def write(path: Path, candidates: list[dict[str, Any]]) -> Path:
    path.write_text("".join(json.dumps(each) + "\n" for each in candidates), encoding="utf-8")
    return path


def word(ending: Ending) -> str:
    """`verified`, a reason, `inconclusive` or `invalid`."""
    match ending:
        case Rejected():
            return ending.reason.value
        case Inconclusive():
            return "inconclusive"
        case Invalid():
            return "invalid"
    return "verified"


def told(path: Path) -> list[tuple[str, str]]:
    """The id of every line of a journal, with its word."""
    lines = read_journal(path)
    return [(line["id"], line.get("reason") or line["verdict"].lower()) for line in lines]


@contextlib.contextmanager
def subreaper() -> Iterator[None]:
    """Whoever loses its parent becomes our child meanwhile, so that no orphan escapes us."""
    prctl = ctypes.CDLL(None).prctl
    prctl(36, 1, 0, 0, 0)
    try:
        yield
    finally:
        prctl(36, 0, 0, 0, 0)


def left_behind() -> list[str]:
    """Our descendants that are still there after a while, and are none that pytest started."""
    deadline = time.monotonic() + GONE_S
    while True:
        alive = []
        for process in psutil.Process().children(recursive=True):
            with contextlib.suppress(psutil.NoSuchProcess, ChildProcessError):
                if process.status() == psutil.STATUS_ZOMBIE and process.ppid() == os.getpid():
                    os.waitpid(process.pid, os.WNOHANG)
                else:
                    alive.append(" ".join(process.cmdline())[-200:])
        if not alive or time.monotonic() > deadline:
            return alive
        time.sleep(0.05)


@dataclass
class Harm:
    """Signals to the processes behind a verifier, one place after the other.

    A process is known by its program and by its depth in the tree below us: `top` is what was
    started, `server` the program in its sandbox, `child` what it forks for one candidate.
    """

    number: signal.Signals
    pause_s: float
    rounds: int = 1
    done: list[tuple[str, str]] = field(default_factory=list)

    async def do(self) -> None:
        """Go through all places, `rounds` times, while the verifier is at work."""
        places = [(p, d) for p in ("forkserver", "replayer") for d in ("top", "server", "child")]
        for place in places * self.rounds:
            await asyncio.sleep(self.pause_s)
            async with asyncio.timeout(60):
                while (victim := _found(*place)) is None:
                    await asyncio.sleep(0.002)
            with contextlib.suppress(psutil.NoSuchProcess):
                victim.send_signal(self.number)
                self.done.append(place)


def _found(program: str, place: str) -> psutil.Process | None:
    for top in psutil.Process().children():
        with contextlib.suppress(psutil.NoSuchProcess):  # it ended, or nobody has reaped it yet
            if any(word.endswith(f"{program}.py") for word in top.cmdline()):
                levels = [[top]]
                while below := [child for each in levels[-1] for child in each.children()]:
                    levels.append(below)
                # In namespaces the server is two below what was started, else that itself.
                server = 2 if len(levels) > 2 else 0
                depth = {"top": 0, "server": server, "child": server + 1}[place]
                if depth < len(levels):
                    return levels[depth][0]
    return None
