"""Lemmas of the library that fit the goal or a fact by the signs in them, and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from search.premises import Premise, Premises
from search.symbolic.arithmetic import is_integer
from search.symbolic.shapes import Hypothesis, Shape
from search.symbolic.terms import Term

Weighted = tuple[str, float]
BACKWARD = 6
"""Lemmas tried on the goal."""
FORWARD = 4
"""Lemmas tried on a fact."""
_RELATIONS = {"=", "≠", "<", "≤", ">", "≥", "∣"}
_SIDE = "(by first | assumption | omega)"


def retrieval_rule(premises: Premises) -> Callable[[Shape], Iterator[Weighted]]:
    """A rule of the symbolic policy that draws on these theorems."""

    def steps(shape: Shape) -> Iterator[Weighted]:
        goal = shape.conclusion
        signs = _signs(goal, shape)
        avoid = _other_numbers(goal, shape)
        fitting = premises.concluding(goal.head, goal.names, BACKWARD, avoid)
        for rank, lemma in enumerate(fitting):
            if lemma.names == (goal.head,) and goal.head in _RELATIONS:
                continue  # `le_antisymm` and its like fit everything
            untold = len(signs - {*lemma.names})
            # A number that is not yet known must not be taken from the context.
            sides = "try (show (_ : Prop); first | assumption | omega)"
            yield f"apply {lemma.name} <;> {sides}", -1.6 - 0.4 * untold - 0.25 * rank
        for fact in shape.facts:
            yield from _forward(fact, shape)

    def _forward(fact: Hypothesis, shape: Shape) -> Iterator[Weighted]:
        signs = _signs(fact.term, shape)
        avoid = _other_numbers(fact.term, shape)
        found = premises.using(fact.term.head, fact.term.names, FORWARD, avoid)
        for rank, (lemma, place) in enumerate(found):
            told = {*lemma.arguments[place].names}
            if len(told) < 2 or lemma.head in ("", "↔"):
                continue  # it would fit too many facts, or say nothing new
            weight = -1.4 - 0.5 * len(signs - told) - 0.3 * rank
            name = shape.fresh("hl")
            yield f"have {name} := {_call(lemma, place, fact.name, _SIDE)}", weight
            if sum(bool(argument.head) for argument in lemma.arguments) > 1:
                yield f"have {name} := {_call(lemma, place, fact.name, '?_')}", weight - 1.0

    return steps


def _other_numbers(term: Term, shape: Shape) -> str:
    """The namespace of the numbers that a relation is not about; empty if that is not plain."""
    if term.head not in _RELATIONS:
        return ""
    return "Nat" if is_integer(term, frozenset(shape.integers)) else "Int"


def _signs(term: Term, shape: Shape) -> set[str]:
    """Operators and functions in a term that are neither variables nor numerals."""
    variables = {h.name for h in shape.hypotheses}
    return {name for name in term.names if not name.isdecimal()} - variables


def _call(lemma: Premise, place: int, fact: str, side: str) -> str:
    """The lemma applied to a fact; other proofs are `side`, numbers are inferred."""
    arguments = [
        fact if index == place else side if argument.head else "_"
        for index, argument in enumerate(lemma.arguments)
    ]
    return " ".join([lemma.name, *arguments])
