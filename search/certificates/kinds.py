"""Which number systems certificates are about, and the type of a printed term, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from search.symbolic.terms import Term


@dataclass(frozen=True)
class Kind:
    """A commutative ring without zero divisors.

    Attributes:
        name: its type in Lean.
        is_field: whether it has division; else `/` is something else there.
        is_ordered: whether it has an order that goes with its arithmetic.
    """

    name: str
    is_field: bool = True
    is_ordered: bool = True


REAL, RATIONAL = Kind("ℝ"), Kind("ℚ")
COMPLEX = Kind("ℂ", is_ordered=False)
INTEGER = Kind("ℤ", is_field=False)
KINDS = {
    **{kind.name: kind for kind in (REAL, RATIONAL, COMPLEX, INTEGER)},
    **{"Real": REAL, "Rat": RATIONAL, "Complex": COMPLEX, "Int": INTEGER},
}
"""By what Lean prints for the type."""

_OF_ARGUMENTS = {"+", "-", "*", "/", "neg", "inv", "abs", "min", "max", "%"}
_REAL_HEADS = {"sqrt", "pi", "π", "log", "exp", "sin", "cos", "tan", "logb", "norm", "re", "im"}
_INTEGER_HEADS = {"floor", "ceil"}


def type_of(term: Term, types: Mapping[str, str]) -> str | None:
    """The type of a term as Lean prints it; None where the text does not tell.

    `types` gives those of the variables. A numeral and a cast can have any type.
    """
    if term.head in types:
        arrows = types[term.head].split(" → ")
        rest = arrows[len(term.args) :]
        return " → ".join(rest) if rest else None
    if term.head in _OF_ARGUMENTS:
        return next((t for arg in term.args if (t := type_of(arg, types))), None)
    if term.head == "^" and term.args:
        return type_of(term.args[0], types)
    if term.head in _REAL_HEADS and not term.written.startswith(("Nat.", "Complex.")):
        return REAL.name
    if term.head == "I" and term.written == "Complex.I":
        return COMPLEX.name
    return INTEGER.name if term.head in _INTEGER_HEADS else None
