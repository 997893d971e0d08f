"""The limits on one call to Lean, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """Finite limits for one elaboration. 0 means no limit.

    Attributes:
        heartbeats: Lean's own deterministic limit a declaration, in thousands of small
            allocations (the unit of `set_option maxHeartbeats`).
        wall_s: seconds of wall clock that one chunk may take before its process is killed.
        memory_mb: resident memory in MiB, without mapped files, at which the process is killed.
        start_s: seconds that a Lean process may take to start and import.
    """

    heartbeats: int = 40_000
    wall_s: float = 10.0
    memory_mb: int = 3_000
    start_s: float = 120.0
