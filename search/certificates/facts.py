"""What is known of polynomials, each with the text of its proof, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from search.certificates.kinds import Kind, type_of
from search.certificates.reading import Polynomial
from search.certificates.writing import applied
from search.symbolic.printing import argument
from search.symbolic.shapes import Shape
from search.symbolic.terms import Term

Parts = tuple[tuple[Polynomial, "Equation"], ...]
"""Multiples of equations."""


@dataclass(frozen=True, eq=False)
class Equation:
    """`poly` is 0.

    Attributes:
        poly: left side minus right side of what `proof` proves, for one with a proof.
        proof: text of a Lean term; empty for an equation that is the sum of its parts.
        parts: multiples of equations whose sum is `poly`; empty for one with a proof.
    """

    poly: Polynomial
    proof: str = ""
    parts: Parts = ()

    def multiple(self, by: Polynomial) -> Parts:
        """This equation times a polynomial, as multiples of equations that have proofs."""
        if not self.parts:
            return ((by, self),)
        return tuple((by * cofactor, equation) for cofactor, equation in self.parts)


@dataclass(frozen=True, eq=False)
class Inequality:
    """`poly` is at least 0, or more than 0 if `strict`.

    Attributes:
        proof: text of a Lean term that proves `a ≤ b` or `a < b` with b - a = poly - parts.
        sign: the same as `0 ≤ b - a` or `0 < b - a`.
        parts: multiples of equations that make up the difference.
        rank: how far fetched it is; 0 for what the goal says itself.
        subject: the term that `sign` says to be positive or not negative, if it is known as such.
    """

    poly: Polynomial
    strict: bool
    proof: str
    sign: str
    parts: Parts = ()
    rank: int = 0
    subject: Term | None = None

    @property
    def nonnegative(self) -> str:
        """A proof of `0 ≤ b - a`."""
        return applied("le_of_lt", self.sign) if self.strict else self.sign

    @property
    def proved(self) -> Polynomial:
        """The difference b - a of the sides of what is proved."""
        return self.poly - sum(by * equation.poly for by, equation in self.parts)


@dataclass(frozen=True, eq=False)
class Distinct:
    """`poly` is not 0; `proof` proves `left ≠ right` with left - right = poly."""

    poly: Polynomial
    proof: str
    left: Term
    right: Term

    @property
    def subject(self) -> Term:
        """The term that `nonzero` is about."""
        if self.right.number == 0:
            return self.left
        text = f"{self.left.written} - {argument(self.right.written)}"
        return Term("-", (self.left, self.right), written=text)

    @property
    def nonzero(self) -> str:
        """A proof of `subject ≠ 0`."""
        return self.proof if self.right.number == 0 else applied("sub_ne_zero.2", self.proof)


@dataclass(frozen=True)
class Relation:
    """A relation between two terms: the head is `=`, `≠`, `<` or `≤`."""

    head: str
    left: Term
    right: Term
    proof: str = ""

    def kind_name(self, types: Mapping[str, str]) -> str | None:
        """The type of its sides as far as the text tells."""
        return type_of(self.left, types) or type_of(self.right, types)


_NEGATED = {"=": "≠", "<": "≥", "≤": ">", ">": "≤", "≥": "<"}
_NEGATION = {"=": "", "<": "not_lt.1", ">": "not_lt.1", "≤": "not_le.1", "≥": "not_le.1"}


def relation(term: Term, proof: str = "") -> Relation | None:
    """A relation as one of `=`, `≠`, `<`, `≤`; None for another term."""
    if term.head == "¬" and term.args[0].head in _NEGATED:
        inner = term.args[0]
        lemma = _NEGATION[inner.head]
        positive = Term(_NEGATED[inner.head], inner.args)
        return relation(positive, applied(lemma, proof) if lemma and proof else proof)
    if len(term.args) != 2:
        return None
    left, right = term.args
    match term.head:
        case "=" | "≠" | "<" | "≤":
            return Relation(term.head, left, right, proof)
        case ">":
            return Relation("<", right, left, proof)
        case "≥":
            return Relation("≤", right, left, proof)
    return None


def relations(shape: Shape) -> Iterator[Relation]:
    """The relations among the facts of a goal; those in conjunctions by their projections."""
    for fact in shape.hypotheses:
        yield from _relations(fact.term, fact.name)


def _relations(term: Term, proof: str) -> Iterator[Relation]:
    if term.head == "∧":
        yield from _relations(term.args[0], f"{proof}.1")
        yield from _relations(term.args[1], f"{proof}.2")
    elif (found := relation(term, proof)) is not None:
        yield found


def inequality(poly: Polynomial, relation: Relation, kind: Kind, rank: int = 0) -> Inequality:
    """What a relation `<` or `≤` says, given right side minus left side."""
    strict, proof = relation.head == "<", relation.proof
    if strict and not kind.is_field:
        # Between integers there is nothing.
        proof = applied("Int.add_one_le_of_lt", proof)
        return Inequality(poly - 1, False, proof, applied("sub_nonneg.2", proof), rank=rank)
    if relation.left.number == 0:
        return Inequality(poly, strict, proof, proof, rank=rank, subject=relation.right)
    sign = applied("sub_pos.2" if strict else "sub_nonneg.2", proof)
    return Inequality(poly, strict, proof, sign, rank=rank)


def product(left: Inequality, right: Inequality) -> Inequality:
    """The product of two inequalities."""
    if left.strict and right.strict:
        strict, proof = True, applied("mul_pos", left.sign, right.sign)
    else:
        strict, proof = False, applied("mul_nonneg", left.nonnegative, right.nonnegative)
    parts = (
        *((by * right.poly, equation) for by, equation in left.parts),
        *((by * left.proved, equation) for by, equation in right.parts),
    )
    rank = left.rank + right.rank + 1
    return Inequality(left.poly * right.poly, strict, proof, proof, parts, rank)
