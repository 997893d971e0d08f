"""Goals about natural numbers and integers that facts about their casts prove, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from search.certificates.conditions import enrich
from search.certificates.context import context_of
from search.certificates.facts import Relation, relation, relations
from search.certificates.kinds import KINDS, RATIONAL, REAL, Kind, type_of
from search.certificates.levels import DEEP
from search.certificates.policy import CLOSING
from search.certificates.proving import Claim, proof
from search.certificates.reading import UnreadableError, exponent
from search.symbolic.shapes import INTEGER, NATURAL, Shape
from search.symbolic.terms import Term


def lifted_steps(shape: Shape, seconds: float) -> Iterator[tuple[str, float]]:
    """`have hcast : (n : ℝ) = 3 := ..`, then `exact_mod_cast hcast`."""
    wanted = relation(shape.conclusion)
    types = {h.name: h.text for h in shape.hypotheses}
    if wanted is None or wanted.kind_name(types) not in (*NATURAL, *INTEGER):
        return
    integral = wanted.kind_name(types) in INTEGER
    left, right = _lifted(wanted.left, types, integral), _lifted(wanted.right, types, integral)
    if left is None or right is None:
        return
    above = Relation(wanted.head, left, right)
    for kind in _fields_with_casts(shape, types):
        context = context_of(shape, kind, [above], seconds)
        if context is None:
            continue
        enrich(context)
        try:
            claim = Claim(above.head, context.space.read(left), context.space.read(right))
        except UnreadableError:
            continue
        lines = proof(context, claim, DEEP)
        if lines is None:
            continue
        name = context.fresh("hcast")
        sides = [context.writer.polynomial(side) for side in (claim.left, claim.right)]
        text = f"have {name} : {sides[0]} {above.head} {sides[1]} := by"
        body = [text, *(f"  {line}" for line in context.with_prelude(lines))]
        yield "\n".join([*body, f"exact_mod_cast {name}"]), CLOSING


def _lifted(term: Term, types: dict[str, str], integral: bool) -> Term | None:
    """The same term with casts at its leaves; None where a cast would not go through."""
    if term.number is not None:
        return term
    if term.head in ("+", "*") or (integral and term.head in ("-", "neg")):
        args = [_lifted(arg, types, integral) for arg in term.args]
        known = tuple(arg for arg in args if arg is not None)
        return replace(term, args=known, written="") if len(known) == len(args) else None
    if term.head == "^" and exponent(term.args[1]) is not None:
        base = _lifted(term.args[0], types, integral)
        return None if base is None else replace(term, args=(base, term.args[1]), written="")
    if term.head in ("-", "/", "%", "↑"):
        return None
    return Term("↑", (term,)) if type_of(term, types) in (*NATURAL, *INTEGER) else None


def _fields_with_casts(shape: Shape, types: dict[str, str]) -> list[Kind]:
    found = [
        known.kind_name(types)
        for known in relations(shape)
        if "↑" in known.left.names | known.right.names
    ]
    kinds = [KINDS[name] for name in dict.fromkeys(found) if name in KINDS]
    # The text of a fact that is all casts does not tell to what they go.
    guessed = [REAL, RATIONAL] if not kinds and None in found else []
    return [kind for kind in kinds if kind.is_field] + guessed
