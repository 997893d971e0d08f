"""Statements to practise on, drawn by a seed and kept apart from those held out; nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import count

from training.conjectures import (
    collections,
    compound,
    divisibility,
    equations,
    evaluation,
    logic,
    numbers,
    order,
    sums,
)
from training.conjectures.conjecture import Conjecture, Standing
from training.conjectures.draw import Draw, Family
from training.conjectures.perturbed import perturbed

FAMILIES: tuple[Family, ...] = (
    *logic.FAMILIES,
    *order.FAMILIES,
    *divisibility.FAMILIES,
    *sums.FAMILIES,
    *equations.FAMILIES,
    *evaluation.FAMILIES,
    *numbers.FAMILIES,
    *collections.FAMILIES,
    *compound.FAMILIES,
)
"""All kinds of statements."""

UNSEEN = frozenset(
    {"logic.cases", "divisibility.parity", "sums.geometric", "collections.described"}
)
"""Families of which no statement is ever practised on: what is learnt must carry over to them."""

HELD_OUT = 0.4
"""The share of all possible statements that are never practised on."""

PERTURBED = 0.15
"""The share of statements to practise on that were changed a little."""


class Side(StrEnum):
    """Which statements are meant. A statement's text alone decides, whatever the seed."""

    PRACTICE = "practice"
    HELD_OUT = "held out"
    UNSEEN = "unseen family"


def side_of(conjecture: Conjecture) -> Side:
    """Where a statement, and all that differ from it in names only, belongs."""
    if conjecture.family in UNSEEN:
        return Side.UNSEEN
    held = int(conjecture.digest[:8], 16) < HELD_OUT * 16**8
    return Side.HELD_OUT if held else Side.PRACTICE


@dataclass(frozen=True)
class Wanted:
    """Which statements to draw.

    Attributes:
        side: of the split.
        count: how many; fewer come where the families have no more.
        seed: other statements for another seed, but for those that both happen to draw.
    """

    side: Side
    count: int
    seed: int


def generate(
    wanted: Wanted, excluded: Callable[[Conjecture], bool] = lambda conjecture: False
) -> list[Conjecture]:
    """Different statements, from all families in turn.

    Statements that are held out are true by construction; of those to practise on, some are
    perturbed. A statement that differs from one drawn before in names only is left out.

    Args:
        wanted: which, and how many.
        excluded: whether a statement must not be practised on, such as a benchmark's.
    """
    found: dict[str, Conjecture] = {}
    for conjecture in _drawn(wanted):
        if len(found) >= wanted.count:
            break
        if side_of(conjecture) is wanted.side and not excluded(conjecture):
            found.setdefault(conjecture.key, conjecture)
    return list(found.values())


_ROUNDS_A_STATEMENT = 8
"""Draws after which a family that gives nothing new is taken to have no more."""


def _drawn(wanted: Wanted) -> Iterator[Conjecture]:
    unseen = wanted.side is Side.UNSEEN
    families = [family for family in FAMILIES if (family.name in UNSEEN) == unseen]
    rounds = _ROUNDS_A_STATEMENT * (wanted.count // len(families) + 8)
    practice = wanted.side is Side.PRACTICE
    turns = [(f, turn) for f in families for turn in range(f.share if practice else f.measured)]
    for number in count():
        if number == rounds:
            return
        for family, turn in turns:
            seed = f"{wanted.seed} {number} {turn}"
            conjecture = family.conjecture(seed)
            if practice and Draw(f"chance {family.name} {seed}").chance(PERTURBED):
                conjecture = perturbed(conjecture, seed)
            if practice or conjecture.standing is Standing.TRUE:
                yield conjecture
