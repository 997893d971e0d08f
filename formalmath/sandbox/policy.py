"""What a confined program may see, write and start, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path


class Processes(StrEnum):
    """Which processes a confined program may start.

    NONE: no other process; threads only.
    SEALED: the program itself is trusted and may; each child puts on the program's seal (see
        `formalmath.lean.seal`) before it reads anything untrusted.
    MANY: it and its children may, up to `SandboxLimits.tasks`. Whatever is left of them ends
        with the program, which takes a process namespace.
    """

    NONE = "none"
    SEALED = "sealed"
    MANY = "many"


@dataclass(frozen=True)
class SandboxLimits:
    """Hard limits of the operating system on a confined program. 0 means no limit.

    Resident memory is not among them: Lean aborts under a limited address space, so whoever
    starts the program watches its size.

    Attributes:
        tasks: processes and threads at a time, for `Processes.MANY`.
        file_mb: size in MiB of one file it writes.
        scratch_mb: size in MiB of its private /tmp.
        open_files: file descriptors of one process.
        cpu_s: CPU seconds of one process.
    """

    tasks: int = 512
    file_mb: int = 256
    scratch_mb: int = 64
    open_files: int = 1024
    cpu_s: int = 0


@dataclass(frozen=True)
class Policy:
    """What one program may do. Its environment is that of its `Command`, and nothing more.

    Attributes:
        readable: files and folders it may read and execute, beside the system's own
            (`SYSTEM`). What does not exist is left out.
        writable: folders it may also write. They must exist.
        processes: what it may start.
        limits: see `SandboxLimits`.
    """

    readable: tuple[Path, ...] = ()
    writable: tuple[Path, ...] = ()
    processes: Processes = Processes.NONE
    limits: SandboxLimits = field(default_factory=SandboxLimits)

    def granting(self, readable: tuple[Path, ...], writable: tuple[Path, ...]) -> Policy:
        """The same policy with more paths."""
        return replace(self, readable=self.readable + readable, writable=self.writable + writable)


PID_PLACEHOLDER = 0x7EA15EA1

SYSTEM = tuple(
    map(
        Path,
        (
            "/usr",
            "/bin",
            "/lib",
            "/lib64",
            "/etc/ld.so.cache",
            "/etc/ld.so.conf",
            "/etc/ld.so.conf.d",
            "/etc/localtime",
            "/nix/store",
            "/gnu/store",
        ),
    )
)
"""What programs need of the system: libraries, the dynamic linker's tables, the time zone."""
