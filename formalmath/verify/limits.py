"""The limits on one verification, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass, field

from formalmath.limits import Limits


@dataclass(frozen=True)
class VerifyLimits:
    """Finite limits for one candidate. 0 means no limit.

    Attributes:
        compile_s: wall seconds of the compile.
        compiled_mb: size in MiB of the compiled file that is still read.
        kernel: heartbeats a declaration, wall seconds and memory of the replay.
    """

    compile_s: float = 120.0
    compiled_mb: int = 64
    kernel: Limits = field(default_factory=lambda: Limits(heartbeats=1_000_000, wall_s=60.0))
