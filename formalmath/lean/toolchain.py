"""Which Lean, and how it is started: the seam between the embedded Lean and a user's own.

Everything above this module is the same for both.
"""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from formalmath.errors import ToolchainError
from formalmath.lean.elaborator import Elaborator
from formalmath.lean.embedded_build import Progress
from formalmath.lean.process import Command


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

    def lean(self, *args: str) -> Command:
        """The command `lean ARGS` in this toolchain's environment."""
        ...

    def elaborator(self) -> Elaborator:
        """A new Lean for chunks; started when first used."""
        ...


HEADER = "import Mathlib\n\nopen BigOperators Real Nat Topology Rat\n"
"""What a statement that comes without a file gets before it: the header of miniF2F."""


def find_toolchain(choice: str = "auto", progress: Progress | None = None) -> Toolchain:
    """The toolchain that `choice` names.

    Args:
        choice: `embedded`; the path of a Lake project; or `auto`: the Lake project around the
            working folder if it has one that is built, else the embedded Lean.
        progress: called while the embedded Lean is built for the first time.

    Raises:
        ToolchainError: it is not there, or not usable.
    """
    from formalmath.lean.embedded_toolchain import EmbeddedToolchain
    from formalmath.lean.lake_toolchain import LakeToolchain, lake_project_above

    if choice == "embedded":
        return EmbeddedToolchain.ready(progress)
    if choice == "auto":
        project = lake_project_above(Path.cwd())
        return LakeToolchain.open(project) if project else EmbeddedToolchain.ready(progress)
    path = Path(choice)
    if not path.is_dir():
        raise ToolchainError(
            f"--lean {choice}: no such folder. Give `auto`, `embedded` or a Lake project's folder."
        )
    return LakeToolchain.open(path)
