"""Statements as Lean text over ℚ, with the place in the solution that each part comes from.

Percent is division by 100, a decimal is a quotient of integers, and `≈` two inequalities. All
brackets that Lean's precedence needs are written, and those around negative numbers.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from formalmath.informal.claims import Statement
from formalmath.informal.solution import Span
from formalmath.informal.terms import (
    Binary,
    Negation,
    Number,
    Percent,
    Relation,
    Term,
    Variable,
    value,
    variables,
)


@dataclass(frozen=True)
class Part:
    """Characters `start` to `end` of the Lean text, which come from `source` in the solution."""

    start: int
    end: int
    source: Span


@dataclass(frozen=True)
class LeanText:
    """A theorem's statement, from `theorem` to before its `:=`, and the map of its parts.

    Attributes:
        hypotheses: the names of its equations, with the variable each defines ("" for none).
        unknowns: variables that no hypothesis defines.
        sides: the two sides of the relation.
        claim_at: where the colon before the claim stands, counted from the name's end.
    """

    name: str
    text: str
    parts: tuple[Part, ...]
    hypotheses: tuple[tuple[str, str], ...]
    unknowns: tuple[str, ...]
    claim_at: int
    sides: tuple[str, str]

    @property
    def proposition(self) -> str:
        """The same as one proposition."""
        head = self.text.removeprefix(f"theorem {self.name}")
        binders, claim = head[: self.claim_at], head[self.claim_at + len(" : ") :]
        return f"∀{binders}, {claim}" if binders else claim


def theorem(statement: Statement, name: str, negated: bool = False) -> LeanText:
    """A statement, or its negation under the same hypotheses, as a theorem."""
    relation = statement.relation
    given = [h.relation for h in statement.hypotheses]
    names = variables(*(side for r in [*given, relation] for side in (r.left, r.right)))
    lean_names = _lean_names(names)
    out = _Writer(lean_names)
    out.write(f"theorem {name}")
    if names:
        out.write(f" ({' '.join(lean_names[each] for each in names)} : ℚ)")
    hypotheses = []
    for i, hypothesis in enumerate(statement.hypotheses):
        label = f"h{i + 1}"
        hypotheses.append((label, lean_names.get(hypothesis.defines, "")))
        out.write(f" ({label} : ")
        out.relation(hypothesis.relation)
        out.write(")")
    claim_at = out.length - len(f"theorem {name}")
    out.write(" : ")
    if negated:
        out.write("¬ (")
    out.relation(relation)
    if negated:
        out.write(")")
    defined = {variable for _, variable in hypotheses}
    unknowns = tuple(each for each in lean_names.values() if each not in defined)
    return LeanText(
        name,
        "".join(out.pieces),
        tuple(out.parts),
        tuple(hypotheses),
        unknowns,
        claim_at,
        (side(relation.left, lean_names), side(relation.right, lean_names)),
    )


def side(term: Term, names: Mapping[str, str]) -> str:
    """A term as Lean text on its own. `names`: those of its variables in Lean."""
    out = _Writer(names, ascribed=bool(variables(term)))
    out.term(term, 51)
    return "".join(out.pieces)


def number(given: Fraction) -> str:
    """A rational number as Lean text that needs no brackets around it."""
    return f"({side(Number(given, Span(0, 0)), {})})"


def _lean_names(names: Iterable[str]) -> dict[str, str]:
    """Names that Lean reads as identifiers and that no hypothesis has."""
    out: dict[str, str] = {}
    for name in names:
        plain = "".join(c for c in name if c.isalnum() or c == "_").strip("_") or "v"
        plain = f"v_{plain}" if len(plain) > 1 and plain[0] == "h" else plain
        while plain in out.values():
            plain += "'"
        out[name] = plain
    return out


_LEVEL = {"+": 65, "-": 65, "*": 70, "/": 70, "^": 75}


@dataclass
class _Writer:
    names: Mapping[str, str]
    pieces: list[str] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    length: int = 0
    ascribed: bool = False

    def write(self, text: str) -> None:
        self.pieces.append(text)
        self.length += len(text)

    def relation(self, relation: Relation) -> None:
        # One ascription makes all of a relation rational; a variable does as well.
        self.ascribed = bool(variables(relation.left, relation.right))
        if relation.sign == "≈":
            self._near(relation)
            return
        self.term(relation.left, 51)
        self.write(f" {relation.sign} ")
        self.term(relation.right, 51)

    def _near(self, relation: Relation) -> None:
        """`left - right` lies between `-within` and `within`, both excluded."""
        within = Number(relation.within, relation.right.span)
        for i, (low, high) in enumerate(
            ((relation.left, relation.right), (relation.right, relation.left))
        ):
            if i:
                self.write(" ∧ ")
                self.ascribed = bool(variables(relation.left, relation.right))
            self.term(Binary("-", low, high, relation.span), 51)
            self.write(" < ")
            self.term(within, 51)

    def term(self, term: Term, level: int) -> None:
        """Write a term where one of at least the precedence `level` is needed."""
        start = self.length
        match term:
            case Number():
                self._number(term.value, level)
            case Variable():
                self.write(self.names[term.name])
            case Negation():
                self.write("(-")
                self.term(term.of, 76)
                self.write(")")
            case Percent():
                hundred = Number(Fraction(100), term.span)
                self.term(Binary("/", term.of, hundred, term.span), level)
            case Binary():
                self._binary(term, level)
        self.parts.append(Part(start, self.length, term.span))

    def _binary(self, term: Binary, level: int) -> None:
        if term.sign == "^":
            self._power(term, level)
            return
        own = _LEVEL[term.sign]
        brackets = own < level
        self.write("(" * brackets)
        self.term(term.left, own)
        self.write(f" {term.sign} ")
        self.term(term.right, own + 1)
        self.write(")" * brackets)

    def _power(self, term: Binary, level: int) -> None:
        """Exponents are literals; a negative one is written as a quotient."""
        exponent = int(value(term.right))
        if exponent < 0:
            one = Number(Fraction(1), term.span)
            positive = Number(Fraction(-exponent), term.right.span)
            inverse = Binary("^", term.left, positive, term.span)
            self.term(Binary("/", one, inverse, term.span), level)
            return
        brackets = _LEVEL["^"] < level
        self.write("(" * brackets)
        self.term(term.left, _LEVEL["^"] + 1)
        self.write(f" ^ {exponent}")
        self.write(")" * brackets)

    def _number(self, number: Fraction, level: int) -> None:
        top, bottom = number.numerator, number.denominator
        lead = f"({abs(top)} : ℚ)" if not self.ascribed else str(abs(top))
        self.ascribed = True
        text = lead if bottom == 1 else f"{lead} / {bottom}"
        if top < 0:
            text = f"(-{text})" if bottom == 1 else f"(-({text}))"
        elif bottom != 1 and level > _LEVEL["/"]:
            text = f"({text})"
        self.write(text)
