"""The embedded Lean as a `Toolchain`, and nothing else."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from formalmath.lean import lean_main
from formalmath.lean.compiled import Compiler
from formalmath.lean.compiler import ForkCompiler
from formalmath.lean.elaborator import Elaborator
from formalmath.lean.embedded import EmbeddedLean, ensure_built
from formalmath.lean.embedded_build import Progress
from formalmath.lean.fork_client import forkserver_command
from formalmath.lean.fork_elaborator import ForkElaborator
from formalmath.lean.process import Command
from formalmath.lean.toolchain import LibraryFiles
from formalmath.sandbox import Policy, Processes, Sandbox

_LEAN_MAIN = Path(lean_main.__file__)
_PACKAGE = _LEAN_MAIN.parents[1]


@dataclass(frozen=True)
class EmbeddedToolchain:
    """The Lean that pip installs, on the core library of this project.

    Attributes:
        build: what was built.
        sandbox: confines every Lean that this toolchain starts; None for none.
    """

    build: EmbeddedLean
    name: str = "embedded"
    sandbox: Sandbox | None = None

    @classmethod
    def ready(
        cls, progress: Progress | None = None, sandbox: Sandbox | None = None
    ) -> EmbeddedToolchain:
        """Build the core library if need be (see `ensure_built`, also for what it raises)."""
        return cls(ensure_built(progress), sandbox=sandbox)

    @property
    def version(self) -> str:
        """Lean's version."""
        return self.build.version

    @property
    def environment_hash(self) -> str:
        """Of the compiled library and all sources."""
        return self.build.environment_hash

    def lean(
        self, *args: str, readable: Sequence[Path] = (), writable: Sequence[Path] = ()
    ) -> Command:
        """The command `lean ARGS`; in a sandbox it can start no other process."""
        if self.sandbox is None:
            return Command((str(self.build.lean), *args))
        # As the launcher does it, but without a shell and a second start of Python.
        command = Command(
            (sys.executable, "-I", "-S", str(_LEAN_MAIN), *args),
            {
                "LEAN_PATH": str(self.build.lean_path),
                "FORMALMATH_LEAN_LIBRARY": str(self.build.library),
            },
        )
        policy = self._policy(_LEAN_MAIN).granting(tuple(readable), tuple(writable))
        return self.sandbox.wrap(command, policy)

    def elaborator(self) -> Elaborator:
        """A fork server; see `forkserver` for why."""
        return ForkElaborator(self.confined(self._forkserver))

    def compiler(self) -> Compiler:
        """A fork server too."""
        return ForkCompiler(lambda folder: self.confined(self._forkserver, folder))

    @property
    def library(self) -> LibraryFiles:
        """See `Toolchain.library`."""
        return LibraryFiles((self.build.lean_path,), self.build.library)

    def confined(self, server: Command, *writable: Path) -> Command:
        """See `Toolchain.confined`."""
        if self.sandbox is None:
            return server
        policy = self._policy(_PACKAGE, Processes.SEALED).granting((), writable)
        return self.sandbox.wrap(server, policy)

    @property
    def _forkserver(self) -> Command:
        return forkserver_command(self.build.library, self.build.lean_path)

    def _policy(self, script: Path, processes: Processes = Processes.NONE) -> Policy:
        readable = (self.build.library.parent, self.build.lean_path, script)
        return Policy(readable=readable, processes=processes)
