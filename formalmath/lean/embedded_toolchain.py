"""The embedded Lean as a `Toolchain`, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass

from formalmath.lean.elaborator import Elaborator
from formalmath.lean.embedded import EmbeddedLean, ensure_built
from formalmath.lean.embedded_build import Progress
from formalmath.lean.fork_elaborator import ForkElaborator, forkserver_command
from formalmath.lean.process import Command


@dataclass(frozen=True)
class EmbeddedToolchain:
    """The Lean that pip installs, on the core library of this project."""

    build: EmbeddedLean
    name: str = "embedded"

    @classmethod
    def ready(cls, progress: Progress | None = None) -> EmbeddedToolchain:
        """Build the core library if need be (see `ensure_built`, also for what it raises)."""
        return cls(ensure_built(progress))

    @property
    def version(self) -> str:
        """Lean's version."""
        return self.build.version

    @property
    def environment_hash(self) -> str:
        """Of the compiled library and all sources."""
        return self.build.environment_hash

    def lean(self, *args: str) -> Command:
        """The command `lean ARGS`."""
        return Command((str(self.build.lean), *args))

    def elaborator(self) -> Elaborator:
        """A fork server; see `fork_elaborator` for why."""
        return ForkElaborator(forkserver_command(self.build.library, self.build.lean_path))
