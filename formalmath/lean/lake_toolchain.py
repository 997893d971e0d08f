"""A user's own Lean: an elan toolchain and a Lake project, and nothing else."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from formalmath.errors import ToolchainError
from formalmath.lean.compiled import Compiler
from formalmath.lean.compiler import FreshCompiler
from formalmath.lean.elaborator import Elaborator
from formalmath.lean.embedded_wheel import LEAN_VERSION
from formalmath.lean.process import Command
from formalmath.lean.server_elaborator import SERVER_ARGS, ServerElaborator
from formalmath.lean.toolchain import LibraryFiles
from formalmath.sandbox import Policy, Processes, Sandbox

VERSION_TIMEOUT_S = 120.0
"""elan may have to unpack a toolchain before the first answer."""

_PATHS = ("LEAN_SYSROOT", "LEAN_PATH", "LEAN_SRC_PATH", "LD_LIBRARY_PATH")
"""Variables of `lake env` that Lean goes by: lists of folders."""

_SHARED = "libleanshared.so"
_PACKAGE = Path(__file__).parents[1]
_NO_LAKE = "/no-lake-in-the-sandbox"
_PROJECT_FILES = ("lakefile.lean", "lakefile.toml")
_HASHED_FILES = ("lean-toolchain", "lake-manifest.json", *_PROJECT_FILES)


def is_lake_project(folder: Path) -> bool:
    """Whether the folder holds a lakefile."""
    return any((folder / name).is_file() for name in _PROJECT_FILES)


def lake_project_above(folder: Path) -> Path | None:
    """The nearest Lake project around `folder` that was built, if `lake` is installed."""
    if shutil.which("lake") is None:
        return None
    for parent in (folder, *folder.parents):
        if is_lake_project(parent) and (parent / ".lake").is_dir():
            return parent
    return None


@dataclass(frozen=True)
class LakeToolchain:
    """`lake` in a project folder: `lake env lean`, `lake serve`.

    In a sandbox runs the project's `lean` itself, in the environment that `lake env` prints: it
    only needs to read compiled modules, while `lake` wants to write to the project.
    """

    project: Path
    lake: str
    version: str
    environment_hash: str
    name: str = "lake"
    sandbox: Sandbox | None = None
    paths: Mapping[str, tuple[Path, ...]] = field(default_factory=dict)

    @classmethod
    def open(cls, project: Path, sandbox: Sandbox | None = None) -> LakeToolchain:
        """Ask the project's Lean for its version, and lake for its paths.

        Raises:
            ToolchainError: no Lake project, no `lake`, or it does not answer.
        """
        project = project.resolve()
        if not is_lake_project(project):
            raise ToolchainError(
                f"{project} is no Lake project: it has no lakefile. "
                "Give the folder that holds lakefile.lean or lakefile.toml."
            )
        lake = shutil.which("lake")
        if lake is None:
            raise ToolchainError(
                "`lake` was not found on PATH. Install elan (https://lean-lang.org/install), "
                "or use the Lean that came with this toolkit: --lean embedded."
            )
        asked = (lake, "env", "lean", "--version")
        version = _ask(project, asked, r"version (\d+\.\d+\.\d+\S*?),")
        paths: dict[str, tuple[Path, ...]] = {}
        lines = _ask(project, (lake, "env"), r"(?s)(.*LEAN_SYSROOT=[^\n].*)").splitlines()
        variables = dict(line.split("=", 1) for line in lines if "=" in line)
        for name in _PATHS:
            folders = [part for part in variables.get(name, "").split(os.pathsep) if part]
            paths[name] = tuple(project / folder for folder in folders)
        hashed = _hash(project, version, paths["LEAN_PATH"])
        return cls(project, lake, version, hashed, sandbox=sandbox, paths=paths)

    def lean(
        self, *args: str, readable: Sequence[Path] = (), writable: Sequence[Path] = ()
    ) -> Command:
        """The command `lake env lean ARGS`, in the project; in a sandbox `lean ARGS`."""
        if self.sandbox is None:
            return Command((self.lake, "env", "lean", *args), cwd=self.project)
        policy = self._policy(Processes.NONE).granting(tuple(readable), tuple(writable))
        return self.sandbox.wrap(self._own_lean(*args), policy)

    def elaborator(self) -> Elaborator:
        """A language server: an import of Mathlib takes seconds and must stay warm."""
        if self.sandbox is None:
            command = Command((self.lake, "serve", "--", *SERVER_ARGS), cwd=self.project)
        else:
            # The server starts a process for the document.
            server = self._own_lean("--server", *SERVER_ARGS)
            command = self.sandbox.wrap(server, self._policy(Processes.MANY))
        return ServerElaborator(command, self.project)

    def compiler(self) -> Compiler:
        """A new Lean for every text: there is no server that would share an import."""
        return FreshCompiler(self)

    @property
    def library(self) -> LibraryFiles:
        """See `Toolchain.library`."""
        own = self._sysroot / "lib" / "lean"
        path = (*self.paths["LEAN_PATH"], own)
        shared = own / _SHARED
        why = ""
        if self.version != LEAN_VERSION:
            why = f"the replay knows Lean {LEAN_VERSION}, and this is {self.version}"
        elif not shared.is_file():
            why = f"there is no {shared}"
        if not why:
            return LibraryFiles(path, shared)
        checker = self._checker()
        if checker is not None:
            return LibraryFiles(path, None, why, partial(self._check, checker))
        return LibraryFiles(path, None, f"{why}; there is no leanchecker either")

    def confined(self, server: Command, *writable: Path) -> Command:
        """See `Toolchain.confined`."""
        if self.sandbox is None:
            return server
        policy = self._policy(Processes.SEALED).granting((_PACKAGE,), writable)
        return self.sandbox.wrap(server, policy)

    @property
    def _sysroot(self) -> Path:
        return self.paths["LEAN_SYSROOT"][0]

    def _checker(self) -> Path | None:
        """Lean's own checker: part of Lean from 4.28 on, before that a package of its own."""
        packages = self.project / ".lake" / "packages"
        built = Path(".lake", "build", "bin", "lean4checker")
        places = (
            self._sysroot / "bin" / "leanchecker",
            packages / "lean4checker" / built,
            self.project / built,
        )
        return next((place for place in places if os.access(place, os.X_OK)), None)

    def _check(self, checker: Path, module: str, folder: Path) -> Command:
        """See `LibraryFiles.checker`."""
        env = self._environment()
        env["LEAN_PATH"] = os.pathsep.join(filter(None, [str(folder), env["LEAN_PATH"]]))
        command = Command((str(checker), module), env)
        if self.sandbox is None:
            return command
        policy = self._policy(Processes.NONE).granting((checker, folder), ())
        return self.sandbox.wrap(command, policy)

    def _environment(self) -> dict[str, str]:
        return {name: os.pathsep.join(map(str, paths)) for name, paths in self.paths.items()}

    def _own_lean(self, *args: str) -> Command:
        """`lean ARGS`, told that there is no lake: its server would ask it to build the imports."""
        lean = self._sysroot / "bin" / "lean"
        return Command((str(lean), *args), {**self._environment(), "LAKE": _NO_LAKE})

    def _policy(self, processes: Processes) -> Policy:
        """It sees Lean and compiled modules: no sources, and nothing else of the project."""
        readable = [path for name in _PATHS if name != "LEAN_SRC_PATH" for path in self.paths[name]]
        return Policy(readable=tuple(readable), processes=processes)


def _ask(project: Path, argv: Sequence[str], pattern: str) -> str:
    """What `pattern` finds in the output of a command in the project.

    Raises:
        ToolchainError: it fails, or answers otherwise.
    """
    asked = " ".join(["lake", *argv[1:]])
    try:
        answer = subprocess.run(
            argv,
            cwd=project,
            capture_output=True,
            timeout=VERSION_TIMEOUT_S,
            text=True,
            errors="replace",
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise ToolchainError(f"`{asked}` in {project} failed: {error}") from error
    match = re.search(pattern, answer.stdout)
    if answer.returncode or not match:
        said = (answer.stderr or answer.stdout).strip()[-500:]
        raise ToolchainError(
            f"`{asked}` in {project} failed: {said}\n"
            "Run `lake build` there first, or use --lean embedded."
        )
    return match[1]


def _hash(project: Path, version: str, lean_path: Sequence[Path]) -> str:
    """Lean, the project's files that pin other packages, and what is built of the project itself.

    The compiled modules count by their size and time: to read them would take long.
    """
    digest = hashlib.sha256(version.encode())
    for name in _HASHED_FILES:
        path = project / name
        digest.update(name.encode() + b"\0" + (path.read_bytes() if path.is_file() else b""))
    pinned = project / ".lake" / "packages"
    for folder in lean_path:
        if pinned not in folder.parents:
            for file in sorted(folder.rglob("*.olean*")):
                status = file.stat()
                stamp = f"{file.relative_to(folder)} {status.st_size} {status.st_mtime_ns}\n"
                digest.update(stamp.encode(errors="surrogateescape"))
    return digest.hexdigest()[:16]
