"""Whether a mechanism really blocks what it should, by attacks from inside, and nothing else."""

from __future__ import annotations

import contextlib
import json
import os
import secrets
import select
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

from formalmath.errors import SandboxError
from formalmath.lean.process import Command
from formalmath.sandbox.attack import ITEMS
from formalmath.sandbox.mechanisms import Kind, Sandbox
from formalmath.sandbox.policy import Policy, Processes, SandboxLimits
from formalmath.scratch import Scratch

ATTACK = Path(__file__).with_name("attack.py")
PROBE_TIMEOUT_S = 30.0

_TASKS = 320
_DAEMON_GRACE_S = 2.0
_OWN_VARIABLES = {"PATH", "LANG", "HOME", "TMPDIR", "LC_CTYPE", "PWD", "LD_LIBRARY_PATH"}
_SECRET_VARIABLE = "FORMALMATH_PROBE_SECRET"


@dataclass(frozen=True)
class ProbeReport:
    """What came of the attacks.

    Attributes:
        kind: the mechanism.
        blocked: for each attack (the functions of `formalmath.sandbox.attack`), whether it was
            blocked. Empty if the confined program did not run.
        detail: for each attack that was not blocked, what it did; under `start`, why the
            program did not run.
        seconds: wall seconds that the probe took.
    """

    kind: Kind
    blocked: Mapping[str, bool] = field(default_factory=dict)
    detail: Mapping[str, str] = field(default_factory=dict)
    seconds: float = 0.0

    @property
    def holds(self) -> bool:
        """Every attack ran and was blocked."""
        return len(self.blocked) == len(ITEMS) and all(self.blocked.values())

    def fault(self) -> str:
        """Why it does not hold, in a line; empty if it does."""
        return "; ".join(f"{item}: {what}" for item, what in self.detail.items())


def probe(sandbox: Sandbox, processes: Processes | None = None) -> ProbeReport:
    """Attack from inside.

    `processes`: of the attacker; by default the most that the mechanism can hold.
    """
    began = time.monotonic()
    if processes is None:
        processes = Processes.NONE if sandbox.kind is Kind.LANDLOCK else Processes.MANY
    try:
        done = _attack(sandbox, processes)
    except (OSError, ValueError, SandboxError, subprocess.SubprocessError) as error:
        why = {"start": " ".join(str(error).split())[-300:]}
        return ProbeReport(sandbox.kind, {}, why, time.monotonic() - began)
    blocked = {item: not what for item, what in done.items()}
    detail = {item: what for item, what in done.items() if what}
    return ProbeReport(sandbox.kind, blocked, detail, time.monotonic() - began)


def _attack(sandbox: Sandbox, processes: Processes) -> dict[str, str]:
    """What each attack did; "" for those that were blocked."""
    limits = SandboxLimits(tasks=_TASKS)
    policy = Policy(readable=(ATTACK,), processes=processes, limits=limits)
    with _Targets() as targets:
        aims = json.dumps(targets.aims)
        python = (sys.executable, "-I", "-S", str(ATTACK), aims)
        command = sandbox.wrap(Command(python), policy)
        with subprocess.Popen(
            command.argv,
            env=command.environment(),
            cwd=command.cwd,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
        ) as attacker:
            try:
                attacker.wait(PROBE_TIMEOUT_S)
                out, outlived = _read(attacker.stdout, _DAEMON_GRACE_S)
                err, _ = _read(attacker.stderr, 0.1)
            finally:
                with contextlib.suppress(ProcessLookupError):
                    os.killpg(attacker.pid, signal.SIGKILL)
        if attacker.returncode != 0:
            last = err.decode("utf-8", "replace").strip()
            raise SandboxError(last or f"exit code {attacker.returncode}")
        done: dict[str, str] = json.loads(out)
        targets.correct(done)
    done["leave_daemon"] = "a process outlived its sandbox" if outlived else ""
    return done


def _read(pipe: IO[bytes] | None, patience_s: float) -> tuple[bytes, bool]:
    """What a program that has ended has written, and whether another still holds the pipe."""
    assert pipe is not None
    text, deadline = b"", time.monotonic() + patience_s
    while select.select([pipe], [], [], max(0.0, deadline - time.monotonic()))[0]:
        block = os.read(pipe.fileno(), 65536)
        if not block:
            return text, False
        text += block
    return text, True


class _Targets:
    """What the attacks aim at: files, sockets and a process that are outside."""

    def __init__(self) -> None:
        self._stack = contextlib.ExitStack()

    def __enter__(self) -> _Targets:
        enter = self._stack.enter_context
        try:
            self._folder = enter(Scratch())
            secret = secrets.token_hex(16)
            for name in ("secret", "spare"):
                (self._folder / name).write_text(secret)
                (self._folder / name).chmod(0o600)
            tcp = enter(socket.create_server(("127.0.0.1", 0)))
            self._udp = enter(socket.socket(socket.AF_INET, socket.SOCK_DGRAM))
            self._udp.bind(("127.0.0.1", 0))
            self._udp.setblocking(False)
            abstract = enter(socket.socket(socket.AF_UNIX))
            abstract.bind(f"\0formalmath-{secret}")
            abstract.listen()
            # It waits for as long as we live, and no longer.
            wait = (sys.executable, "-I", "-S", "-c", "import sys; sys.stdin.read()")
            self._outsider = enter(
                subprocess.Popen(wait, env={_SECRET_VARIABLE: secret}, stdin=subprocess.PIPE)
            )
            self._stack.callback(self._outsider.kill)
        except BaseException:
            self._stack.close()
            raise
        self.aims: dict[str, Any] = {
            "new_file": str(self._folder / "new"),
            "secret_file": str(self._folder / "secret"),
            "spare_file": str(self._folder / "spare"),
            "tcp_port": tcp.getsockname()[1],
            "udp_port": self._udp.getsockname()[1],
            "abstract_name": f"formalmath-{secret}",
            "outsider": self._outsider.pid,
            "parent": os.getpid(),
            "secret": secret,
            "foreign_variables": sorted(os.environ.keys() - _OWN_VARIABLES),
            "tasks": _TASKS,
        }
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def correct(self, done: dict[str, str]) -> None:
        """Judge by what has happened outside where that says more than the attacker can."""
        names = sorted(path.name for path in self._folder.iterdir())
        text = (self._folder / "secret").read_text() if "secret" in names else ""
        mode = (self._folder / "secret").stat().st_mode & 0o777 if "secret" in names else 0
        if (names, text, mode) != (["secret", "spare"], self.aims["secret"], 0o600):
            done["write_outside"] = done["write_outside"] or "changed files"
        else:
            done["write_outside"] = ""  # what it wrote, it wrote in a place of its own
        try:
            self._udp.recv(16)
            done["send_udp"] = "a datagram arrived"
        except BlockingIOError:
            done["send_udp"] = ""
        if self._outsider.poll() is not None:
            done["signal_outsider"] = "killed a process"
