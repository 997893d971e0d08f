"""What the rules of the symbolic policy want to know of a goal, read once, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from lean_dojo import Goal

from search.symbolic.terms import Term, conjuncts, parse_term

NATURAL, INTEGER = ("ℕ", "Nat"), ("ℤ", "Int")
_PLAIN = re.compile(r"[^\W\d][\w'₀-₉]*")
_RELATIONS = {"=", "≠", "<", "≤", ">", "≥", "∣", "∈", "∉", "⊆", "[MOD", "[ZMOD"}
_PROPOSITIONS = _RELATIONS | {
    *("∧", "∨", "¬", "↔", "∀", "∃", "∃!", "→", "True", "False"),
    *("Prime", "Even", "Odd", "Coprime", "ModEq", "IsLeast", "IsGreatest", "Injective"),
}


@dataclass(frozen=True)
class Hypothesis:
    """A named fact or variable. Names that a tactic cannot write are left out of shapes."""

    name: str
    text: str
    term: Term

    @property
    def is_fact(self) -> bool:
        """Whether it looks like a proposition rather than a number or a function."""
        head = self.term.head
        if head in ("∀", "→"):
            body = self.term.args[-1]
            while body.head in ("∀", "→"):
                body = body.args[-1]
            return body.head in _PROPOSITIONS
        return head in _PROPOSITIONS


@dataclass(frozen=True)
class Shape:
    """A goal and what is seen in it."""

    goal: Goal

    @cached_property
    def hypotheses(self) -> list[Hypothesis]:
        """What tactics can name, in the order of the context."""
        return [
            Hypothesis(d.ident, d.lean_type, parse_term(d.lean_type))
            for d in self.goal.assumptions
            if _PLAIN.fullmatch(d.ident)
        ]

    @cached_property
    def facts(self) -> list[Hypothesis]:
        """The hypotheses that are propositions."""
        return [h for h in self.hypotheses if h.is_fact]

    @cached_property
    def conclusion(self) -> Term:
        """What is to be proved."""
        return parse_term(self.goal.conclusion)

    @cached_property
    def naturals(self) -> list[str]:
        """Variables of type ℕ."""
        return [h.name for h in self.hypotheses if h.text in NATURAL]

    @cached_property
    def integers(self) -> list[str]:
        """Variables of type ℤ."""
        return [h.name for h in self.hypotheses if h.text in INTEGER]

    @cached_property
    def functions(self) -> list[str]:
        """Variables that are functions, by their type's arrow."""
        return [h.name for h in self.hypotheses if not h.is_fact and "→" in h.text]

    @cached_property
    def terms(self) -> list[Term]:
        """The conclusion and all facts."""
        return [self.conclusion, *(h.term for h in self.facts)]

    @cached_property
    def names(self) -> frozenset[str]:
        """All heads and names that occur in the conclusion or a fact."""
        return frozenset().union(*(t.names for t in self.terms))

    @cached_property
    def numerals(self) -> list[int]:
        """The numerals that occur, increasing."""
        return sorted({n for t in self.terms for p in t.walk() if (n := p.number) is not None})

    def subterms(self, head: str) -> Iterator[Term]:
        """Parts with this head anywhere in the goal, each once."""
        seen: set[Term] = set()
        for term in self.terms:
            for part in term.walk():
                if part.head == head and part not in seen:
                    seen.add(part)
                    yield part

    def fresh(self, base: str) -> str:
        """A name like `base` that is not in use."""
        used = {d.ident for d in self.goal.assumptions}
        if base not in used:
            return base
        return next(f"{base}{i}" for i in range(1, len(used) + 2) if f"{base}{i}" not in used)

    def parts(self) -> Iterator[Term]:
        """All facts, conjunctions taken apart."""
        for fact in self.facts:
            yield from conjuncts(fact.term)
