"""Statements made of several others, which take steps of logic before any of arithmetic."""

from __future__ import annotations

from training.conjectures import divisibility, equations, logic, order, sums
from training.conjectures.draw import Draw, Family, Stated

_PARTS = tuple(
    family.draw
    for family in (*divisibility.FAMILIES, *order.FAMILIES, *equations.FAMILIES, *sums.FAMILIES)
    if family.name
    in (
        "divisibility.common",
        "divisibility.number",
        "divisibility.power",
        "divisibility.remainder",
        "equations.digits",
        "equations.factors",
        "equations.given",
        "equations.power",
        "equations.system",
        "order.between",
        "order.combined",
        "order.product",
        "order.split",
        "order.witness",
        "sums.finite",
        "sums.growth",
        "sums.squares",
    )
)
"""Families whose statements share no name with another's, if one `Draw` drew both."""

_WITH_PREMISES = tuple(
    family.draw
    for family in (*divisibility.FAMILIES, *order.FAMILIES, *equations.FAMILIES)
    if family.name
    in (
        "divisibility.common",
        "divisibility.remainder",
        "equations.digits",
        "equations.factors",
        "equations.power",
        "equations.system",
        "order.combined",
        "order.product",
        "order.split",
    )
)
"""Those of them whose statements all have hypotheses."""

_LOGIC = tuple(
    family.draw
    for family in logic.FAMILIES
    if family.name in ("logic.chain", "logic.propositional")
)
"""Families about propositions: at most one of them fits into a statement."""


def _parts(draw: Draw, count: int) -> list[Stated]:
    return [part(draw) for part in draw.some(_PARTS, count)]


def _both(draw: Draw) -> Stated:
    """Two statements about the same assumptions."""
    one, two = _parts(draw, 2)
    return Stated(
        f"({one.conclusion}) ∧ ({two.conclusion})",
        one.binders + two.binders,
        one.hypotheses + two.hypotheses,
    )


def _closed(draw: Draw) -> Stated:
    """Two or three statements, each with its own assumptions."""
    parts = _parts(draw, draw.number(2, 3))
    if draw.chance(0.4):
        parts[draw.number(0, len(parts) - 1)] = draw.one(_LOGIC)(draw)
    return Stated(" ∧ ".join(f"({part.closed})" for part in parts))


def _either(draw: Draw) -> Stated:
    """A case distinction: each case is the premise of a statement."""
    parts = [part(draw) for part in draw.some(_WITH_PREMISES, 2)]
    cases = " ∨ ".join(f"({' ∧ '.join(f'({h})' for h in part.hypotheses)})" for part in parts)
    return Stated(
        " ∨ ".join(f"({part.conclusion})" for part in parts),
        sum((part.binders for part in parts), ()),
        (cases,),
    )


def _premises(draw: Draw) -> Stated:
    """A statement behind premises of which it needs only some, all in one conjunction."""
    part, other = _parts(draw, 2)
    facts = [*part.hypotheses, *other.hypotheses, other.conclusion]
    given = " ∧ ".join(f"({text})" for text in draw.some(facts, len(facts)))
    return Stated(f"{given} → ({part.conclusion})", part.binders + other.binders)


def _distracted(draw: Draw) -> Stated:
    """A statement among facts that are of no use for it, one of them a case distinction."""
    part, other, last = _parts(draw, 3)
    useless = (*other.hypotheses, f"({other.conclusion}) ∨ ({last.conclusion})")
    facts = (*part.hypotheses, *useless)
    return Stated(
        part.conclusion,
        part.binders + other.binders + last.binders,
        tuple(draw.some(facts, len(facts))),
    )


def _equivalent(draw: Draw) -> Stated:
    """Two true statements are equivalent; neither side helps with the other."""
    one, two = _parts(draw, 2)
    return Stated(
        f"({one.conclusion}) ↔ ({two.conclusion})",
        one.binders + two.binders,
        one.hypotheses + two.hypotheses,
    )


def _cases(draw: Draw) -> Stated:
    """Two cases that end in the same two statements."""
    one, two = _parts(draw, 2)
    p, q, r = draw.some("pqrs", 3)
    return Stated(
        f"{r} ∧ ({one.conclusion}) ∧ ({two.conclusion})",
        (f"({p} {q} {r} : Prop)", *one.binders, *two.binders),
        (f"{p} ∨ {q}", f"{p} → {r}", f"{q} → {r}", *one.hypotheses, *two.hypotheses),
    )


# A search that takes one step has nothing to learn but that step: what is measured is mostly these.
FAMILIES = (
    Family("compound.both", _both, 5, 15),
    Family("compound.closed", _closed, 6, 18),
    Family("compound.either", _either, 4, 12),
    Family("compound.premises", _premises, 5, 15),
    Family("compound.distracted", _distracted, 4, 12),
    Family("compound.equivalent", _equivalent, 4, 12),
    Family("compound.cases", _cases, 5, 15),
)
