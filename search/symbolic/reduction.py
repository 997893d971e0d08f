"""Variables with huge known values, known modulo what matters instead, and nothing else."""

from __future__ import annotations

import math
from collections.abc import Iterator

from search.symbolic.arithmetic import UnknownValueError, evaluate
from search.symbolic.residues import tail
from search.symbolic.shapes import Shape
from search.symbolic.terms import Term

Weighted = tuple[str, float]
HUGE = 10**7
FLOOR = 100
MAX_MODULUS = 5_000


def reduction_steps(shape: Shape) -> Iterator[Weighted]:
    """`k = N` becomes `k % m = r`, where m serves k itself and the powers with exponent k."""
    modulus = _modulus(shape.conclusion)
    if modulus is None:
        return
    for fact in shape.facts:
        if fact.term.head != "=" or fact.term.args[0].args:
            continue
        name, value = fact.term.args[0].head, fact.term.args[1]
        if name not in shape.naturals or name not in shape.conclusion.names:
            continue
        try:
            number = evaluate(value, {}, frozenset())
        except UnknownValueError:
            continue
        if isinstance(number, tuple) or number < HUGE:
            continue
        yield (
            f"have hm_{name} : {name} % {modulus} = {number % modulus} := by\n"
            f"  rw [{fact.name}] <;> decide +kernel\n"
            f"have hp_{name} : {FLOOR} < {name} := by\n"
            f"  rw [{fact.name}] <;> decide +kernel\n"
            f"clear {fact.name}",
            2.5,
        )


def _modulus(goal: Term) -> int | None:
    """A common multiple of the goal's moduli and of the periods of its powers modulo them."""
    moduli = [
        number
        for part in goal.walk()
        for number in (
            part.args[1].number if part.head == "%" else None,
            part.args[2].number if part.head == "[MOD" else None,
            part.args[0].number if part.head == "∣" else None,
        )
        if number
    ]
    result = math.lcm(*moduli) if moduli else 0
    for power in (part for part in goal.walk() if part.head == "^"):
        base = power.args[0].number
        if base is not None and power.args[1].number is None:
            result = math.lcm(result, *(tail(base, modulus)[1] for modulus in moduli))
    return result if 1 < result <= MAX_MODULUS else None
