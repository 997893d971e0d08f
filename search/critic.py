"""What a critic is: how near to a proof states are, in its opinion; nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from formalmath.lean.dojo import TacticState


class Critic(Protocol):
    """Values states. A pure function of each of them."""

    async def values(self, states: Sequence[TacticState]) -> list[float]:
        """A finite number a state; of two states, that of the larger is the nearer to a proof.

        The numbers are strengths in the sense of Bradley and Terry: the odds that one state is
        nearer than another are e to the power of their difference.
        """
        ...
