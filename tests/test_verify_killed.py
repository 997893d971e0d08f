"""The program that verifies a batch is killed at every step; nothing is lost, doubled or wrong."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.command_line import environment
from tests.fault_world import STATEMENTS, left_behind, made, told, write

pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(600),
    pytest.mark.usefixtures("nothing_is_left"),
]

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
        os.kill(os.getpid(), signal.SIGINT if step == "interrupted" else signal.SIGKILL)

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
elif step in ("kept", "interrupted"):
    around(journal.Journal, "append", after=True)
elif step == "any time":
    threading.Timer(left, os.kill, (os.getpid(), signal.SIGKILL)).start()
elif step == "full disk":
    size = os.path.getsize(arguments[arguments.index("--out") + 1])
    _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size + int(left), hard))

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
    *(("any time", random.Random(seed).uniform(0.2, 1.5)) for seed in range(4)),
)


def test_killed_at_every_step_nothing_is_lost_doubled_or_changed(tmp_path: Path) -> None:
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

    stopped = start("interrupted", 5, *args)
    assert stopped.returncode == 130, stopped.stderr
    mend = f"{len(told(out))} verdicts are kept. Go on with --out {out} --resume."
    assert stopped.stderr.splitlines()[-1] == f"Interrupted. {mend}"
    ended = start("none", 0, *args)
    assert (ended.returncode, ended.stderr.split()[0]) == (1, "Resumed:"), ended.stderr
    assert len(told(out)) == len(truth), "each once"
    assert dict(told(out)) == truth


def test_killed_without_a_sandbox_leaves_nothing_either(tmp_path: Path) -> None:
    lines, truth = made(1)
    path, out = write(tmp_path / "c.jsonl", lines), tmp_path / "v.jsonl"
    args = (str(path), "--out", str(out), "--lean", "embedded", "--resume", "--no-sandbox")
    assert start("compiled", 12, *args).returncode == -signal.SIGKILL
    assert left_behind() == []
    ended = start("none", 0, *args)
    assert "Without sandbox: no sandbox was asked for." in ended.stdout
    assert sorted(told(out)) == sorted(truth.items())
