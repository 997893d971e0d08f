"""A true statement changed a little, so that nobody knows whether it holds, and nothing else."""

from __future__ import annotations

import re
from dataclasses import replace

from training.conjectures.conjecture import Conjecture, Standing
from training.conjectures.draw import Draw

_NUMERAL = re.compile(r"(?<![\w.^])\d+(?![\w.])")
_SIGNS = (
    ("≤", "<"),
    ("<", "≤"),
    ("∧", "∨"),
    ("∨", "∧"),
    ("∀", "∃"),
    ("Even", "Odd"),
    (" + ", " - "),
)


def perturbed(conjecture: Conjecture, seed: str) -> Conjecture:
    """With another numeral or sign, with a hypothesis less, or with two of them exchanged.

    What cannot be changed comes back as it was.
    """
    draw = Draw(f"perturbed {seed}")
    changes = [_renumbered, _resigned]
    if conjecture.hypotheses:
        changes += [_weakened, _renumbered]
    changed = draw.one(changes)(conjecture, draw)
    if changed == conjecture:
        changed = _renumbered(conjecture, draw)
    return changed if changed == conjecture else replace(changed, standing=Standing.UNKNOWN)


def _renumbered(conjecture: Conjecture, draw: Draw) -> Conjecture:
    places = list(_NUMERAL.finditer(conjecture.conclusion))
    if not places:
        return conjecture
    place = draw.one(places)
    number = max(0, int(place[0]) + draw.one([-2, -1, 1, 2]))
    text = conjecture.conclusion
    return replace(conjecture, conclusion=f"{text[: place.start()]}{number}{text[place.end() :]}")


def _resigned(conjecture: Conjecture, draw: Draw) -> Conjecture:
    fitting = [(a, b) for a, b in _SIGNS if a in conjecture.conclusion]
    if not fitting:
        return conjecture
    return replace(conjecture, conclusion=conjecture.conclusion.replace(*draw.one(fitting), 1))


def _weakened(conjecture: Conjecture, draw: Draw) -> Conjecture:
    facts = list(conjecture.hypotheses)
    facts.pop(draw.number(0, len(facts) - 1))
    return replace(conjecture, hypotheses=tuple(facts))
