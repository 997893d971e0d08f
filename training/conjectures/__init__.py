"""Statements to practise on: conjectures drawn by a seed, true by construction or not known."""

from training.conjectures.conjecture import Conjecture, Standing
from training.conjectures.generator import FAMILIES, UNSEEN, Side, Wanted, generate, side_of

__all__ = [
    "FAMILIES",
    "UNSEEN",
    "Conjecture",
    "Side",
    "Standing",
    "Wanted",
    "generate",
    "side_of",
]
