"""Which theorems a training is measured on, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np


def held_out_names(names: Iterable[str], share: float, seed: int) -> set[str]:
    """So many of the names, by the seed; never all of them, so with one theorem none."""
    found = sorted(set(names))
    count = min(round(len(found) * share), len(found) - 1)
    order = np.random.default_rng([seed, 2]).permutation(len(found))
    return {found[n] for n in order[: max(0, count)]}
