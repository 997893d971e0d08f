"""How many cores this process may use, and nothing else."""

from __future__ import annotations

import os


def cores() -> int:
    """Those that it is allowed to run on, which may be fewer than the machine has."""
    return len(os.sched_getaffinity(0))
