"""How many cores a model on the CPU takes while Lean is at work, and nothing else."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from formalmath.cores import cores


@contextmanager
def beside(leans: int) -> Iterator[None]:
    """Let models compute on the cores that so many Leans leave free, on one at least.

    The threads of a pass wait for the slowest of them after every product of matrices, and one that
    shares its core with a Lean is slow.
    """
    torch = sys.modules.get("torch")  # a search without a model has not loaded it
    if torch is None:
        yield
        return
    before = torch.get_num_threads()
    torch.set_num_threads(min(before, max(1, cores() - leans)))
    try:
        yield
    finally:
        torch.set_num_threads(before)
