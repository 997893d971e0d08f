"""Which files a compiled module consists of, and nothing else."""

from __future__ import annotations

import os
from pathlib import Path

SUFFIXES = ("", ".server", ".private")
"""What stands behind `X.olean` in the names of the parts, for a file of Lean's module system. The
last part holds everything; the first has no proofs. Any other file is one part."""


def parts_of(file: Path) -> list[Path]:
    """The files that hold what `file`, a compiled file or the first part of one, begins."""
    every = [file.with_name(file.name + suffix) for suffix in SUFFIXES]
    return every if os.path.lexists(every[-1]) else every[:1]
