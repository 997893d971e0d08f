"""Lemmas of the library that fit the goal or a fact by the signs in them, and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from search.premises import Premise, Premises
from search.symbolic.shapes import Hypothesis, Shape

Weighted = tuple[str, float]
BACKWARD = 6
"""Lemmas tried on the goal."""
FORWARD = 4
"""Lemmas tried on a fact."""
_SIDE = "(by first | assumption | omega)"


def retrieval_rule(premises: Premises) -> Callable[[Shape], Iterator[Weighted]]:
    """A rule of the symbolic policy that draws on these theorems."""

    def steps(shape: Shape) -> Iterator[Weighted]:
        goal = shape.conclusion
        fitting = premises.concluding(goal.head, goal.names, BACKWARD)
        for rank, lemma in enumerate(fitting):
            yield f"apply {lemma.name} <;> try first | assumption | omega", -2.2 - 0.3 * rank
        for fact in shape.facts:
            yield from _forward(fact, shape)

    def _forward(fact: Hypothesis, shape: Shape) -> Iterator[Weighted]:
        names = fact.term.names
        for rank, (lemma, place) in enumerate(premises.using(fact.term.head, names, FORWARD)):
            call = _call(lemma, place, fact.name)
            yield f"have {shape.fresh('hl')} := {call}", -2.4 - 0.4 * rank

    return steps


def _call(lemma: Premise, place: int, fact: str) -> str:
    """The lemma applied to a fact; other proofs are sought, numbers are inferred."""
    arguments = [
        fact if index == place else _SIDE if argument.head else "_"
        for index, argument in enumerate(lemma.arguments)
    ]
    return " ".join([lemma.name, *arguments])
