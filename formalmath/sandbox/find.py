"""Which mechanism this machine has, and nothing else."""

from __future__ import annotations

import functools
import shutil
import sys

from formalmath.errors import InputError, SandboxError
from formalmath.sandbox import landlock
from formalmath.sandbox.mechanisms import Kind, Sandbox
from formalmath.sandbox.policy import Processes
from formalmath.sandbox.probe import ProbeReport, probe

AUTO, OFF = "auto", "none"


@functools.cache
def find_sandbox(mode: str = AUTO) -> Sandbox | None:
    """The sandbox for untrusted text, probed by attacks the first time (a third of a second).

    Args:
        mode: `auto`: the first of `Kind` that holds; one of `Kind` by name; or `none`, the
            explicit wish to go without, which alone gives None.

    Raises:
        SandboxError: no mechanism holds; it says why, and the mend.
        InputError: there is no such mode.
    """
    if mode == OFF:
        return None
    if mode != AUTO and mode not in list(Kind):
        raise InputError(f"There is no sandbox {mode!r}; give {', '.join([AUTO, *Kind, OFF])}.")
    faults = []
    for kind in Kind if mode == AUTO else [Kind(mode)]:
        sandbox, why = examine(kind)
        if sandbox is not None:
            return sandbox
        faults.append(f"{kind}: {why}")
    raise SandboxError(
        f"Untrusted text cannot be confined on this machine ({'; '.join(faults)}). Install "
        "bubblewrap (`apt-get install bubblewrap`) or enable user namespaces; to run without "
        "protection all the same, say so: --no-sandbox."
    )


@functools.cache
def examine(kind: Kind) -> tuple[Sandbox | None, str]:
    """The mechanism if it holds, else None; and what is to be said against it."""
    if not sys.platform.startswith("linux"):
        return None, f"needs Linux, not {sys.platform}"
    if kind is Kind.BUBBLEWRAP and shutil.which("bwrap") is None:
        return None, "`bwrap` is not on PATH"
    if kind is Kind.LANDLOCK and not landlock.abi():
        return None, "the kernel has no Landlock, or it is off"
    sandbox = Sandbox(kind, many=kind.has_namespaces)
    report = probe(sandbox)
    if report.holds:
        return sandbox, ""
    if _only_processes(report) and probe(sandbox, Processes.NONE).holds:
        return Sandbox(kind, many=False), report.fault()
    return None, report.fault()


def _only_processes(report: ProbeReport) -> bool:
    """All holds but the limit on processes, which a policy that allows none does not need."""
    return bool(report.blocked) and set(report.detail) <= {"fork_bomb", "leave_daemon"}
