"""All abilities, with their shares in InternLM-Math's mix as default weights; nothing else."""

from __future__ import annotations

from training.abilities.brackets import Brackets
from training.abilities.decimal import Decimals
from training.abilities.factoring import Factoring
from training.abilities.fraction import Fractions
from training.abilities.game import Games
from training.abilities.item import Ability
from training.abilities.power import Power
from training.abilities.prime import Primes
from training.abilities.reduction import Reduction
from training.abilities.remainder import Remainder
from training.abilities.triangle import Triangle

ABILITIES: tuple[Ability, ...] = (
    Brackets(),
    Decimals(),
    Fractions(),
    Reduction(),
    Remainder(),
    Power(),
    Primes(),
    Games(),
    Factoring(),
    Triangle(),
)
"""One of each kind."""
