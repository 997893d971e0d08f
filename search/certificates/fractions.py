"""A goal between sums of fractions made one between polynomials, and nothing else.

Each side becomes one fraction, then both are multiplied out: a chain of rewriting lemmas whose
arguments say which denominators are not 0. Next to a certificate that carries all inverses along,
this costs Lean far less.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from search.certificates.context import Context
from search.certificates.facts import Relation
from search.certificates.reading import numeral
from search.certificates.writing import applied
from search.symbolic.terms import Term

MIN_FRACTIONS = 2


@dataclass(frozen=True)
class _Fraction:
    """A term as one fraction; `positive` proves that its denominator is, empty if it has none."""

    positive: str = ""

    @property
    def nonzero(self) -> str:
        return applied("ne_of_gt", self.positive)


class _Stuck(Exception):
    """A part that these rewritings do not turn into a fraction."""


@dataclass
class _Rewriting:
    """The lemmas so far; `proofs` gives those that denominators are positive."""

    context: Context
    proofs: dict[Term, str]
    lemmas: list[str] = field(default_factory=list)
    fractions: int = 0

    def fraction(self, term: Term) -> _Fraction:
        """Make a term one fraction."""
        if "/" not in term.names and "inv" not in term.names:
            return _Fraction()
        if term.head == "/":
            return self._quotient(term)
        if term.head not in _LEMMAS:
            raise _Stuck
        left, right = (self.fraction(arg) for arg in term.args)
        both, first, second = _LEMMAS[term.head]
        if left.positive and right.positive:
            self._use(both, left, right)
            return _Fraction(applied("mul_pos", left.positive, right.positive))
        if left.positive:
            self._use(first, left)
        else:
            self._use(second, right)
        return _Fraction(left.positive or right.positive)

    def _quotient(self, term: Term) -> _Fraction:
        above, below = term.args
        if "/" in (*above.names, *below.names):
            raise _Stuck
        self.fractions += 1
        if numeral(below) is not None:
            kind = self.context.kind.name
            return _Fraction(f"(by norm_num : (0 : {kind}) < {below.written})")
        if below not in self.proofs:
            raise _Stuck
        return _Fraction(self.proofs[below])

    def _use(self, lemma: str, *sides: _Fraction) -> None:
        self.lemmas.append(lemma.format(*(f"({side.nonzero})" for side in sides)))


_LEMMAS = {
    "+": ("div_add_div _ _ {} {}", "div_add' _ _ _ {}", "add_div' _ _ _ {}"),
    "-": ("div_sub_div _ _ {} {}", "div_sub' {}", "sub_div' {}"),
    "*": ("div_mul_div_comm", "div_mul_eq_mul_div", "mul_div_assoc'"),
}
"""For two fractions, for one on the left, for one on the right."""

_ENDS = {
    "≤": ("div_le_div_iff_of_pos", "div_le_iff₀", "le_div_iff₀"),
    "<": ("div_lt_div_iff_of_pos", "div_lt_iff₀", "lt_div_iff₀"),
}


def multiplied_out(context: Context, goal: Term, wanted: Relation) -> str | None:
    """A tactic that frees the goal of at least two fractions; None where it does not apply."""
    proofs = {
        context.space.atoms[d.index].args[0]: d.positive.sign
        for d in context.denominators
        if d.positive is not None and d.factor == 1
    }
    rewriting = _Rewriting(context, proofs)
    if wanted.head not in _ENDS:
        return None
    try:
        left, right = rewriting.fraction(wanted.left), rewriting.fraction(wanted.right)
    except _Stuck:
        return None
    both, first, second = _ENDS[wanted.head]
    signs = [side.positive for side in (left, right) if side.positive]
    if rewriting.fractions < MIN_FRACTIONS or not signs:
        return None
    last = both if len(signs) == 2 else first if left.positive else second
    turned = {"≥": ["ge_iff_le"], ">": ["gt_iff_lt"]}.get(goal.head, [])
    chain = ", ".join([*turned, *rewriting.lemmas, applied(last, *signs)])
    return "\n".join(context.with_prelude([f"rw [{chain}]"]))
