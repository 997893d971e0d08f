"""What a goal offers to certificates: its facts as polynomials, and facts about its atoms.

Facts about atoms that need a condition (a denominator is not 0, a number under a root not negative)
are added where the condition has a certificate of its own.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from search.certificates.denominators import Clearing, Denominator
from search.certificates.facts import (
    Distinct,
    Equation,
    Inequality,
    Relation,
    inequality,
    relations,
)
from search.certificates.kinds import KINDS, Kind
from search.certificates.reading import Space, UnreadableError
from search.certificates.writing import Writer, applied
from search.symbolic.shapes import Shape
from search.symbolic.terms import Term


@dataclass
class Context:
    """Facts in one number system. Grows by `add` until all conditions were looked at.

    Attributes:
        vanishing: terms with proofs that they are 0.
        nonpositive: terms with proofs that they are at most 0.
        unsettled: roots and inverses among the atoms whose condition has no proof.
        prelude: for a name, the line of Lean that introduces it; a script that mentions the name
            begins with that line.
        deadline: by this thread's CPU time (`time.thread_time`), when to stop looking.
    """

    shape: Shape
    kind: Kind
    space: Space
    writer: Writer
    deadline: float
    equations: list[Equation] = field(default_factory=list)
    inequalities: list[Inequality] = field(default_factory=list)
    distincts: list[Distinct] = field(default_factory=list)
    denominators: list[Denominator] = field(default_factory=list)
    vanishing: dict[Term, str] = field(default_factory=dict)
    nonpositive: dict[Term, str] = field(default_factory=dict)
    unsettled: list[Term] = field(default_factory=list)
    prelude: dict[str, str] = field(default_factory=dict)

    @property
    def seconds(self) -> float:
        """What is left of the time, at least a moment."""
        return max(0.01, self.deadline - time.thread_time())

    @property
    def late(self) -> bool:
        """Whether the time is over."""
        return time.thread_time() >= self.deadline

    @property
    def clearing(self) -> Clearing:
        """Clears the denominators that are known not to be 0."""
        return Clearing(self.space, self.denominators)

    def fresh(self, base: str) -> str:
        """A name that neither the goal nor the prelude has."""
        name, number = self.shape.fresh(base), 0
        while name in self.prelude:
            number += 1
            name = self.shape.fresh(f"{base}{number}")
        return name

    def add(self, relation: Relation, rank: int = 0) -> None:
        """Take a relation among the facts; nothing happens if it cannot be read."""
        try:
            left, right = self.space.read(relation.left), self.space.read(relation.right)
        except UnreadableError:
            return
        if relation.right.number == 0:
            if relation.head == "=":
                self.vanishing[relation.left] = relation.proof
            elif relation.head in ("<", "≤"):
                at_most = applied("le_of_lt", relation.proof)
                self.nonpositive[relation.left] = (
                    at_most if relation.head == "<" else relation.proof
                )
        if relation.head == "=":
            if left != right:
                self.equations.append(Equation(left - right, relation.proof))
        elif relation.head == "≠":
            distinct = Distinct(left - right, relation.proof, relation.left, relation.right)
            self.distincts.append(distinct)
        elif self.kind.is_ordered and not (right - left).is_ground:
            self.inequalities.append(inequality(right - left, relation, self.kind, rank))

    def with_prelude(self, lines: Sequence[str]) -> list[str]:
        """The lines after those of the prelude that they mention, directly or not."""
        needed: list[str] = []
        text = "\n".join(lines)
        for name, line in reversed(self.prelude.items()):
            if _mentions(text, name):
                needed.insert(0, line)
                text += "\n" + line
        return [*needed, *lines]


def context_of(
    shape: Shape, kind: Kind, wanted: Iterable[Relation], seconds: float
) -> Context | None:
    """The context of a goal in one number system, with the terms of what is `wanted` readable.

    None if there are too many atoms.
    """
    types = {h.name: h.text for h in shape.hypotheses}
    known = [r for r in relations(shape) if _fits(r.kind_name(types), r, kind)]
    sides = [side for r in [*wanted, *known] for side in (r.left, r.right)]
    if kind.is_field:  # a goal between integers may mention floors of these numbers
        parts = [part for term in shape.terms for part in term.walk()]
        sides += [p.args[0] for p in parts if p.head in ("floor", "ceil") and p.args]
    try:
        space = Space([*sides, *_inner(sides, kind)], kind)
    except UnreadableError:
        return None
    deadline = time.thread_time() + seconds
    context = Context(shape, kind, space, Writer(space, types), deadline)
    for relation in known:
        context.add(relation)
    return context


def _fits(name: str | None, relation: Relation, kind: Kind) -> bool:
    """Whether a relation is, or between casts may be, one in this number system."""
    if name is None:
        return "↑" in relation.left.names | relation.right.names
    return KINDS.get(name) == kind


def _inner(sides: Iterable[Term], kind: Kind) -> list[Term]:
    """The arguments of roots and absolute values, and sums and products within other atoms."""
    return [
        part.args[0]
        for side in sides
        for part in side.walk()
        if part.head in ("sqrt", "abs", "floor") and len(part.args) == 1 and kind.is_ordered
    ]


def _mentions(text: str, name: str) -> bool:
    parts = text.replace("(", " ").replace(")", " ").replace(".", " ").replace(",", " ").split()
    return name in parts
