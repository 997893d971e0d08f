"""The learning rate's course: a linear warm-up, then half a cosine to zero, and nothing else."""

from __future__ import annotations

import math


def factor(done: float, warmup: float) -> float:
    """What the highest rate is multiplied with when the share `done` of a training is over.

    Args:
        done: 0 before the first step, 1 at the end. With planned steps it is the step through
            their number; with a budget of time the greater of that and the time spent through the
            budget, so that the rate has come down whichever ends the training.
        warmup: the share of the training in which the rate rises.
    """
    if done < warmup:
        return done / warmup
    share = (min(done, 1.0) - warmup) / (1 - warmup) if warmup < 1 else 1.0
    return (1 + math.cos(math.pi * share)) / 2
