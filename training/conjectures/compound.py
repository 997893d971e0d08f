"""Statements made of several others, which take steps of logic before any of arithmetic."""

from __future__ import annotations

from training.conjectures import divisibility, equations, order, sums
from training.conjectures.draw import Draw, Family, Stated

_PARTS = tuple(
    family.draw
    for family in (
        *divisibility.FAMILIES,
        *order.FAMILIES,
        *(f for f in sums.FAMILIES if f.name != "sums.recurrence"),
        *(f for f in equations.FAMILIES if f.name != "equations.composed"),
    )
)
"""Families whose statements share no name with another's, if one `Draw` drew both."""


def _both(draw: Draw) -> Stated:
    """Two statements about the same assumptions."""
    one, two = (draw.one(_PARTS)(draw) for _ in range(2))
    return Stated(
        f"({one.conclusion}) ∧ ({two.conclusion})",
        one.binders + two.binders,
        one.hypotheses + two.hypotheses,
    )


def _closed(draw: Draw) -> Stated:
    """Two statements, each with its own assumptions."""
    one, two = (draw.one(_PARTS)(draw) for _ in range(2))
    return Stated(f"({one.closed}) ∧ ({two.closed})")


def _either(draw: Draw) -> Stated:
    """A case distinction: each case is another statement's premise."""
    one, two = (draw.one(_PARTS)(draw) for _ in range(2))
    cases = " ∨ ".join(
        f"({' ∧ '.join(part.hypotheses)})" if part.hypotheses else "True" for part in (one, two)
    )
    return Stated(
        f"({one.conclusion}) ∨ ({two.conclusion})", one.binders + two.binders, (cases,)
    )


def _premise(draw: Draw) -> Stated:
    """A statement behind a premise that it does not need, and a conjunction to take apart."""
    part = draw.one(_PARTS)(draw)
    other = draw.one(_PARTS)(draw)
    facts = " ∧ ".join(f"({text})" for text in part.hypotheses) or "True"
    return Stated(
        f"{facts} → ({other.conclusion}) → ({part.conclusion})", part.binders + other.binders
    )


def _equivalent(draw: Draw) -> Stated:
    """Two true statements are equivalent; neither side helps with the other."""
    one, two = (draw.one(_PARTS)(draw) for _ in range(2))
    return Stated(
        f"({one.conclusion}) ↔ ({two.conclusion})",
        one.binders + two.binders,
        one.hypotheses + two.hypotheses,
    )


FAMILIES = (
    Family("compound.both", _both),
    Family("compound.closed", _closed),
    Family("compound.either", _either),
    Family("compound.premise", _premise),
    Family("compound.equivalent", _equivalent),
)
