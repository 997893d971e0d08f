"""Which Lean, and how it is started: the seam between the embedded Lean and a user's own.

Everything above this module is the same for both.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from formalmath.errors import ToolchainError
from formalmath.lean.compiled import Compiler
from formalmath.lean.elaborator import Elaborator
from formalmath.lean.embedded_build import Progress
from formalmath.lean.process import Command
from formalmath.sandbox import Sandbox, find_sandbox
from formalmath.sandbox.find import AUTO, OFF


@dataclass(frozen=True)
class LibraryFiles:
    """Where a toolchain's compiled library lies, for readers other than Lean.

    Attributes:
        lean_path: the folders of compiled modules, in the order of the search.
        shared: Lean itself as a shared library; None if it is none that we can call.
        why_not_shared: what is the matter then, and with `checker` if that is None too.
        checker: the command, in the sandbox if there is one, by which a checker of the user's
            puts a compiled module in a folder to Lean's kernel; None if there is none.
    """

    lean_path: tuple[Path, ...]
    shared: Path | None
    why_not_shared: str = ""
    checker: Callable[[str, Path], Command] | None = None


class Toolchain(Protocol):
    """A Lean that is ready to run."""

    @property
    def name(self) -> str:
        """`embedded` or `lake`, for people and records."""
        ...

    @property
    def version(self) -> str:
        """Lean's own version, `4.35.0`."""
        ...

    @property
    def environment_hash(self) -> str:
        """Changes whenever what a file may import changes."""
        ...

    @property
    def sandbox(self) -> Sandbox | None:
        """What confines all that this toolchain starts; None if a person went without."""
        ...

    def lean(
        self, *args: str, readable: Sequence[Path] = (), writable: Sequence[Path] = ()
    ) -> Command:
        """The command `lean ARGS` in this toolchain's environment.

        In a sandbox it sees the toolchain, and of the user's files only `readable` (files and
        folders) and `writable` (folders that exist).
        """
        ...

    def elaborator(self) -> Elaborator:
        """A new Lean for chunks; started when first used."""
        ...

    def compiler(self) -> Compiler:
        """A new Lean for whole texts; started when first used."""
        ...

    @property
    def library(self) -> LibraryFiles:
        """What a file may import, as it lies on the disk."""
        ...

    def confined(self, server: Command, *writable: Path) -> Command:
        """The command, in the sandbox if there is one, of a server of ours that seals its children.

        It sees the toolchain and this package, and may write the folders `writable`.
        """
        ...


def sandbox_name(toolchain: Toolchain) -> str:
    """The kind of its sandbox for people and records; `none` without one."""
    return toolchain.sandbox.kind.value if toolchain.sandbox else OFF


HEADER = "import Mathlib\n\nopen BigOperators Real Nat Topology Rat\n"
"""What a statement that comes without a file gets before it: the header of miniF2F."""


def find_toolchain(
    choice: str = "auto", progress: Progress | None = None, sandbox: str = AUTO
) -> Toolchain:
    """The toolchain that `choice` names.

    Args:
        choice: `embedded`; the path of a Lake project; or `auto`: the Lake project around the
            working folder if it has one that is built, else the embedded Lean.
        progress: called while the embedded Lean is built for the first time.
        sandbox: what confines it, as for `find_sandbox`; `none` goes without.

    Raises:
        SandboxError: nothing on this machine confines it.
        ToolchainError: it is not there, or not usable.
    """
    from formalmath.lean.embedded_toolchain import EmbeddedToolchain
    from formalmath.lean.lake_toolchain import LakeToolchain, lake_project_above

    confining = find_sandbox(sandbox)
    if choice == "auto" and (project := lake_project_above(Path.cwd())):
        return LakeToolchain.open(project, confining)
    if choice in ("auto", "embedded"):
        return EmbeddedToolchain.ready(progress, confining)
    path = Path(choice)
    if not path.is_dir():
        raise ToolchainError(
            f"--lean {choice}: no such folder. Give `auto`, `embedded` or a Lake project's folder."
        )
    return LakeToolchain.open(path, confining)
