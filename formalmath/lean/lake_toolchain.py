"""A user's own Lean: an elan toolchain and a Lake project, and nothing else."""

from __future__ import annotations

import hashlib
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from formalmath.errors import ToolchainError
from formalmath.lean.elaborator import Elaborator
from formalmath.lean.process import Command
from formalmath.lean.server_elaborator import SERVER_ARGS, ServerElaborator

VERSION_TIMEOUT_S = 120.0
"""elan may have to unpack a toolchain before the first answer."""

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
    """`lake` in a project folder: `lake env lean`, `lake serve`."""

    project: Path
    lake: str
    version: str
    environment_hash: str
    name: str = "lake"

    @classmethod
    def open(cls, project: Path) -> LakeToolchain:
        """Ask the project's Lean for its version.

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
        try:
            answer = subprocess.run(
                [lake, "env", "lean", "--version"],
                cwd=project,
                capture_output=True,
                timeout=VERSION_TIMEOUT_S,
                text=True,
                errors="replace",
                check=False,
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            raise ToolchainError(
                f"`lake env lean --version` in {project} failed: {error}"
            ) from error
        match = re.search(r"version (\d+\.\d+\.\d+\S*?),", answer.stdout)
        if answer.returncode or not match:
            said = (answer.stderr or answer.stdout).strip()[-500:]
            raise ToolchainError(
                f"`lake env lean --version` in {project} failed: {said}\n"
                "Run `lake build` there first, or use --lean embedded."
            )
        return cls(project, lake, match[1], _hash(project, match[1]))

    def lean(self, *args: str) -> Command:
        """The command `lake env lean ARGS`, in the project."""
        return Command((self.lake, "env", "lean", *args), cwd=self.project)

    def elaborator(self) -> Elaborator:
        """A language server: an import of Mathlib takes seconds and must stay warm."""
        command = Command((self.lake, "serve", "--", *SERVER_ARGS), cwd=self.project)
        return ServerElaborator(command, self.project)


def _hash(project: Path, version: str) -> str:
    digest = hashlib.sha256(version.encode())
    for name in _HASHED_FILES:
        path = project / name
        digest.update(name.encode() + b"\0" + (path.read_bytes() if path.is_file() else b""))
    return digest.hexdigest()[:16]
