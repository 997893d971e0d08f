"""What this machine has and lacks, each with its mend, and nothing else."""

from __future__ import annotations

import os
import platform
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from formalmath.errors import FormalMathError, SandboxError, ToolchainError
from formalmath.paths import cache_dir

if TYPE_CHECKING:
    from formalmath.lean.toolchain import Toolchain

_NEEDED_MB = 300


@dataclass(frozen=True)
class Finding:
    """One thing looked at.

    Attributes:
        what: what was found, in a line.
        good: it is there and fits.
        needed: nothing works without it.
        mend: how to get it; empty if good.
    """

    what: str
    good: bool
    needed: bool = True
    mend: str = ""


def examine(choice: str) -> list[Finding]:
    """Look at the machine and at the Lean that `choice` (as for `find_toolchain`) names."""
    looks: list[Callable[[], Iterator[Finding]]] = [
        _system,
        _git,
        _cache,
        _wheel,
        _lake,
        _sandbox,
        lambda: _toolchain(choice),
    ]
    return [finding for look in looks for finding in look()]


def _system() -> Iterator[Finding]:
    yield Finding(
        f"Python {platform.python_version()} on {platform.system()} {platform.machine()}, "
        f"{os.cpu_count()} cores",
        good=True,
    )


def _git() -> Iterator[Finding]:
    git = shutil.which("git")
    if git:
        yield Finding(f"git: {git}", good=True)
    else:
        mend = "LeanDojo asks for it when it is imported: sudo apt-get install git"
        yield Finding("git: not found", good=False, mend=mend)


def _cache() -> Iterator[Finding]:
    folder = cache_dir()
    existing = next(p for p in (folder, *folder.parents) if p.exists())
    free = shutil.disk_usage(existing).free // 2**20
    if not os.access(existing, os.W_OK):
        mend = "Make it writable, or set FORMALMATH_CACHE_DIR to another folder."
        yield Finding(f"cache: {folder} is not writable", good=False, mend=mend)
    elif free < _NEEDED_MB:
        mend = "Make room, or set FORMALMATH_CACHE_DIR to a folder on another disk."
        yield Finding(f"cache: {folder}, only {free} MiB free", good=False, mend=mend)
    else:
        yield Finding(f"cache: {folder}, {free} MiB free", good=True)


def _wheel() -> Iterator[Finding]:
    from formalmath.lean.embedded_wheel import LEAN_VERSION, find_wheel

    try:
        wheel = find_wheel()
    except ToolchainError as error:
        yield Finding("embedded Lean: not installed", False, needed=False, mend=str(error))
    else:
        what = f"embedded Lean {LEAN_VERSION}: {wheel.library.parent.name} {wheel.version}"
        yield Finding(what, good=True)


def _lake() -> Iterator[Finding]:
    from formalmath.lean.lake_toolchain import lake_project_above

    lake = shutil.which("lake")
    if not lake:
        mend = "For full Lean with Mathlib install elan: https://lean-lang.org/install"
        yield Finding("lake: not found (only --lean embedded)", False, needed=False, mend=mend)
        return
    project = lake_project_above(Path.cwd())
    yield Finding(f"lake: {lake}", good=True)
    if project is None:
        mend = "Run `lake build` in a Lake project and start there, or give --lean PATH."
        yield Finding("Lake project: none around this folder", False, needed=False, mend=mend)
    else:
        yield Finding(f"Lake project: {project}", good=True)


def _sandbox() -> Iterator[Finding]:
    """Whether untrusted text can be confined, by attacks on each mechanism."""
    from formalmath.sandbox import Kind, find_sandbox
    from formalmath.sandbox.find import examine

    try:
        chosen = find_sandbox()
    except SandboxError as error:
        yield Finding("sandbox: nothing here confines Lean", good=False, mend=str(error))
        return
    assert chosen is not None
    others = [kind.value for kind in Kind if kind is not chosen.kind and examine(kind)[0]]
    also = f" (also here: {', '.join(others)})" if others else ""
    yield Finding(f"sandbox: {chosen.kind} blocks every attack of the probe{also}", good=True)
    if not chosen.many:
        mend = "Do not run as root, and enable user namespaces or `apt-get install bubblewrap`."
        what = f"sandbox {chosen.kind}: not for language servers (a Lake project)"
        yield Finding(what, good=False, needed=False, mend=mend)


def _toolchain(choice: str) -> Iterator[Finding]:
    """Whether the chosen Lean really compiles something."""
    import asyncio

    from formalmath.lean.compile import compile_text
    from formalmath.lean.toolchain import HEADER, find_toolchain
    from formalmath.report import build_progress

    try:
        with build_progress() as progress:
            toolchain = find_toolchain(choice, progress)
        text = f"{HEADER}\ntheorem two : 1 + 1 = 2 := by decide\n"
        compiled = asyncio.run(compile_text(toolchain, text, timeout_s=300.0))
    except FormalMathError as error:
        yield Finding(f"--lean {choice}: not usable", good=False, mend=str(error))
        return
    what = f"--lean {choice}: {toolchain.name}, Lean {toolchain.version}"
    if compiled.accepted:
        environment = toolchain.environment_hash[:12]
        yield Finding(f"{what}, environment {environment}: compiles a theorem", good=True)
        yield from _kernel(toolchain)
    else:
        why = compiled.errors[0].text if compiled.errors else compiled.detail
        yield Finding(f"{what}: does not compile a theorem", good=False, mend=why)


def _kernel(toolchain: Toolchain) -> Iterator[Finding]:
    """Whether proofs can be read and put to the kernel again."""
    from formalmath.verify.olean import VERSIONS, known_version

    if not known_version(toolchain.version):
        first, last = (f"{major}.{minor}" for major, minor in VERSIONS)
        what = f"verify: compiled files of Lean {toolchain.version} are not known here"
        mend = f"Nothing can be verified with it. Use a Lean from {first} to {last}."
        yield Finding(what, good=False, mend=mend)
        return
    library = toolchain.library
    if library.shared is not None:
        yield Finding("kernel replay: with this Lean's own library", good=True)
    elif library.checker is not None:
        yield Finding("kernel replay: with the checker of this Lean or project", good=True)
    else:
        mend = (
            "Verdicts do without it and say so. Lean 4.28 and later bring `leanchecker`; with an "
            "older one require lean4checker in the lakefile, and `lake build lean4checker`."
        )
        what = f"kernel replay: off ({library.why_not_shared})"
        yield Finding(what, good=False, needed=False, mend=mend)
