"""The ways to confine a program, as commands that do it, and nothing else."""

from __future__ import annotations

import marshal
import os
import platform
import shutil
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from formalmath.errors import SandboxError
from formalmath.lean.process import Command
from formalmath.lean.seal import SEAL_VARIABLE
from formalmath.sandbox import landlock
from formalmath.sandbox.policy import (
    PID_PLACEHOLDER,
    SYSTEM,
    Policy,
    Processes,
    SandboxLimits,
)
from formalmath.sandbox.seccomp import Filter

CONFINE = Path(__file__).with_name("confine.py")
SCRATCH = Path("/tmp")
"""The private writable folder, where the mechanism has one."""

_LIBRARIES = "LD_LIBRARY_PATH"
_FIRST_KERNEL_WITH_OWN_PID_MAX = (6, 14)
_LEAST_PID_MAX = 301


class Kind(StrEnum):
    """A mechanism. All add system call filters and resource limits.

    NAMESPACES: user, mount, process, network and IPC namespaces, and Landlock where there is.
    BUBBLEWRAP: the same by the program `bwrap`, for machines that allow namespaces to it only.
    LANDLOCK: Landlock alone. The program can start no process but a sealed one, and sees the
        names (not the contents) of the machine's files.
    """

    NAMESPACES = "namespaces"
    BUBBLEWRAP = "bubblewrap"
    LANDLOCK = "landlock"

    @property
    def has_namespaces(self) -> bool:
        """Whether what the program leaves behind ends with it."""
        return self is not Kind.LANDLOCK


@dataclass(frozen=True)
class Sandbox:
    """A mechanism that works on this machine; `formalmath.sandbox.find_sandbox` gives one.

    Attributes:
        kind: which.
        many: whether it can hold `Processes.MANY`. Landlock cannot; of root's processes none
            are counted before Linux 6.14, or by bubblewrap.
    """

    kind: Kind
    many: bool = True

    def wrap(self, command: Command, policy: Policy) -> Command:
        """The command that runs `command` confined by `policy`.

        The program gets the environment `command.env` and nothing of the parent's. It runs in
        `command.cwd`, or else in its private /tmp. The program must be an absolute path. The
        command ends as the program does (of signal N, bubblewrap makes exit code 128 + N), or
        with `confine.FAILED` and a line on stderr if the policy cannot be set up.

        Raises:
            SandboxError: this mechanism cannot enforce the policy.
        """
        if policy.processes is Processes.MANY and not self.many:
            raise SandboxError(
                f"This machine's sandbox ({self.kind}) cannot hold a program that starts others "
                "(a language server). Enable user namespaces or `apt-get install bubblewrap`, and "
                "do not run as root; to run without protection all the same: --no-sandbox."
            )
        places = _Places(_visible((*SYSTEM, *_python(), *policy.readable)), policy.writable)
        cwd = command.cwd or self._scratch(policy)
        steps = {
            "namespaces": self._namespaces(places, policy) if self.kind is Kind.NAMESPACES else 0,
            "landlock": landlock.ruleset(*self._with_own(places)),
            "rlimits": self._rlimits(policy),
            "seccomp": self._filter(policy.processes is Processes.NONE),
            "placeholder": PID_PLACEHOLDER,
            "cwd": str(cwd),
        }
        python = os.path.realpath(sys.executable)
        confine = (python, "-I", "-S", str(CONFINE), marshal.dumps(steps).hex())
        program = (_real_python(command.argv[0], python), *command.argv[1:])
        env = {"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "HOME": str(cwd), **command.env}
        env.setdefault("TMPDIR", str(self._scratch(policy)))
        if _LIBRARIES in os.environ:
            env.setdefault(_LIBRARIES, os.environ[_LIBRARIES])
        if policy.processes is Processes.SEALED and (seal := self._filter(sealed=True)):
            env[SEAL_VARIABLE] = f"{PID_PLACEHOLDER:x}:{seal}"
        prefix = _bubblewrap(places, policy.limits, env) if self.kind is Kind.BUBBLEWRAP else ()
        return Command((*prefix, *confine, *program), env, Path("/"), inherit=False)

    def _scratch(self, policy: Policy) -> Path:
        if self.kind is not Kind.LANDLOCK:
            return SCRATCH
        return policy.writable[0] if policy.writable else Path("/")

    def _with_own(self, places: _Places) -> tuple[Sequence[Path], Sequence[Path]]:
        """With what exists only inside: a private /tmp, a /proc of its own processes."""
        if self.kind is Kind.LANDLOCK:
            return places.readable, places.writable
        return (*places.readable, Path("/proc")), (*places.writable, SCRATCH)

    def _filter(self, sealed: bool) -> str:
        return Filter(sealed, metadata=self.kind is Kind.LANDLOCK).compiled()

    def _namespaces(self, places: _Places, policy: Policy) -> dict[str, Any]:
        return {
            "binds": [
                *((str(path), writable, False) for path, writable in places.by_depth()),
                *((str(path), True, True) for path in landlock.DEVICES if path.exists()),
            ],
            "scratch_mb": policy.limits.scratch_mb,
            "pid_max": _pid_max(policy.limits.tasks),
        }

    def _rlimits(self, policy: Policy) -> dict[str, int]:
        limits = policy.limits
        wanted = {
            "RLIMIT_FSIZE": limits.file_mb << 20,
            "RLIMIT_NOFILE": limits.open_files,
            "RLIMIT_CPU": limits.cpu_s,
        }
        if self.kind is not Kind.LANDLOCK:
            # Counted by user and namespace. Without a namespace of its own, all that the user
            # runs would count; there the seal alone keeps processes from being started.
            wanted["RLIMIT_NPROC"] = limits.tasks
        return {"RLIMIT_CORE": 0, **{name: value for name, value in wanted.items() if value}}


@dataclass(frozen=True)
class _Places:
    readable: Sequence[Path]
    writable: Sequence[Path]

    def by_depth(self) -> list[tuple[Path, bool]]:
        """With whether it is writable; a folder before what lies in it."""
        places = {path: False for path in self.readable} | {path: True for path in self.writable}
        return sorted(places.items(), key=lambda place: len(place[0].parts))


def _visible(paths: Sequence[Path]) -> list[Path]:
    """Those that exist, as they are named and as what they are, none inside another."""
    named = {Path(os.path.abspath(path)) for path in paths if path.exists()}
    named |= {Path(os.path.realpath(path)) for path in named}
    return sorted(path for path in named if not named & set(path.parents))


def _python() -> list[Path]:
    """What this interpreter and its standard library need."""
    # On clusters an interpreter may find its own library by this variable only.
    libraries = os.environ.get(_LIBRARIES, "").split(os.pathsep)
    return [
        *(Path(folder) for folder in libraries if folder),
        *(Path(sys.base_prefix), Path(os.path.realpath(sys.executable)), CONFINE),
    ]


def _real_python(program: str, python: str) -> str:
    """A virtual environment's interpreter is a link to what can be seen inside."""
    return python if program == sys.executable else program


def _pid_max(tasks: int) -> int:
    """The limit of a process namespace; 0 where the kernel has only one for the whole machine."""
    try:
        release = tuple(map(int, platform.release().split("-")[0].split(".")[:2]))
    except ValueError:
        return 0
    own = release >= _FIRST_KERNEL_WITH_OWN_PID_MAX
    return max(tasks, _LEAST_PID_MAX) if own and tasks else 0


def _bubblewrap(places: _Places, limits: SandboxLimits, env: dict[str, str]) -> tuple[str, ...]:
    """The command line of `bwrap` up to the program."""
    bwrap = shutil.which("bwrap")
    if bwrap is None:
        raise SandboxError("`bwrap` was not found on PATH: `apt-get install bubblewrap`.")
    binds: list[str] = []
    for path, writable in places.by_depth():
        binds += ["--bind" if writable else "--ro-bind", str(path), str(path)]
    variables = [word for name, value in env.items() for word in ("--setenv", name, value)]
    return (
        bwrap,
        *(
            "--unshare-all",
            "--unshare-user",
            "--die-with-parent",
            "--new-session",
            "--cap-drop",
            "ALL",
        ),
        *("--uid", "1000", "--gid", "1000", "--clearenv", *variables),
        *("--proc", "/proc", "--dev", "/dev"),
        *("--size", str(limits.scratch_mb << 20), "--tmpfs", str(SCRATCH), *binds),
        *("--remount-ro", "/", "--chdir", "/", "--"),
    )
