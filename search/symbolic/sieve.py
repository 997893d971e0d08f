"""Variables of which the facts leave few values, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator

from search.symbolic.arithmetic import UnknownValueError, evaluate
from search.symbolic.bounds import Range, ranges
from search.symbolic.enumerate import Level, has_value, tactic
from search.symbolic.shapes import Hypothesis, Shape

Weighted = tuple[str, float]
MAX_SPLIT = 24
MAX_VALUES = 4_000
MAX_LEFT = 6


def sieve_steps(shape: Shape) -> Iterator[Weighted]:
    """Splits into the values that a bounded variable can have, by its own facts or by all."""
    bounded = ranges(shape)
    variables = {*shape.naturals, *shape.integers}
    for bound in bounded.values():
        if 1 < bound.size <= MAX_SPLIT and not bound.divides:
            yield f"interval_cases {bound.name} <;> omega", -0.9 - bound.size / 20
            yield f"interval_cases {bound.name} <;> simp_all <;> omega", -1.6 - bound.size / 20
        facts = [
            h
            for h in shape.facts
            if h.term.names & variables == {bound.name} and has_value(h.term, bounded, shape)
        ]
        left = _left(bound, facts, shape)
        if left is None or len(left) == bound.size:
            continue
        depends = [h.name for h in shape.facts if h not in facts and bound.name in h.term.names]
        proof = tactic(shape, [Level(bound, tuple(facts))], list(bounded.values()), depends)
        if not left:
            yield f"exfalso\n{proof}", 0.2
            continue
        name = shape.fresh(f"hs_{bound.name}")
        claim = " ∨ ".join(f"{bound.name} = {value}" for value in left)
        indented = "\n".join(f"  {line}" for line in proof.splitlines())
        split = f"rcases {name} with {' | '.join(['rfl'] * len(left))}"
        yield f"have {name} : {claim} := by\n{indented}\n{split}", 0.1 - 0.1 * len(left)


def _left(bound: Range, facts: list[Hypothesis], shape: Shape) -> list[int] | None:
    """The values at which all facts hold; None if they are too many to look at or to split."""
    if not facts or bound.size > MAX_VALUES:
        return None
    integers = frozenset(shape.integers)
    left: list[int] = []
    try:
        for value in bound.values:
            if all(evaluate(h.term, {bound.name: value}, integers) for h in facts):
                left.append(value)
                if len(left) > MAX_LEFT:
                    return None
    except UnknownValueError:
        return None
    return left
