"""Lean terms as Lean prints them, read far enough to see their shape, and nothing else.

This is no Lean parser: what it does not know becomes `opaque`, and a wrong guess costs a useless
candidate, never a wrong proof.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

_TOKEN = re.compile(
    r"\s*(?:(?P<number>\d+(?:\.\d+)?)"
    r"|(?P<name>«[^»]*»|[^\W\d][\w'!?₀-₉✝¹²³⁴-⁹⁰]*(?:\.[^\W\d][\w'!?₀-₉✝]*)*)"
    r"|(?P<symbol>\[(?:Z?MOD)|=>|:=|⁻¹|\S))"
)
_BINARY = {  # operator: (binding power, binding power that its right side needs)
    "↔": (20, 21),
    "→": (25, 25),
    "∨": (30, 30),
    "∧": (35, 35),
    **{op: (50, 51) for op in ["=", "≠", "<", "≤", ">", "≥", "∣", "∈", "∉", "⊆", "≡"]},
    "∪": (65, 66),
    "+": (65, 66),
    "-": (65, 66),
    "*": (70, 71),
    "/": (70, 71),
    "%": (70, 71),
    "\\": (70, 71),
    "∩": (70, 71),
    "^": (75, 75),
}
_BINDERS = {"∀", "∃", "∃!", "∑", "∏", "fun", "λ"}
_BIG = {"∑", "∏"}
_SUFFIXES = {"!": "factorial", "⁻¹": "inv"}
_FENCES = {"|": ("|", "abs"), "⌊": ("⌋", "floor"), "⌈": ("⌉", "ceil"), "‖": ("‖", "norm")}
_APPLICATION = 1000


@dataclass(frozen=True)
class Term:
    """An operator or function with its arguments.

    Attributes:
        head: operator, function name without its namespace, numeral, binder or `opaque`.
        args: for a binder, its domain (if it has one) and its body; else the arguments.
        bound: for a binder, the names that it binds.
        written: the text that was read, on one line; empty for a term that was made. Terms that
            differ only here are equal.
    """

    head: str
    args: tuple[Term, ...] = ()
    bound: tuple[str, ...] = ()
    written: str = field(default="", compare=False, repr=False)

    @property
    def number(self) -> int | None:
        """The value of a numeral, else None."""
        return int(self.head) if self.head.isdecimal() and not self.args else None

    def walk(self) -> Iterator[Term]:
        """The term and all its parts, outermost first."""
        yield self
        for arg in self.args:
            yield from arg.walk()

    @property
    def names(self) -> frozenset[str]:
        """Heads of all parts, binders' names included."""
        return frozenset(t.head for t in self.walk()) | {b for t in self.walk() for b in t.bound}


def parse_term(text: str) -> Term:
    """Read a term; what makes no sense to this reader becomes `opaque` with the names in it."""
    reader = _Reader(text)
    try:
        term = reader.term(0)
    except (_Unreadable, RecursionError):
        return _opaque(text)
    return _opaque(text) if reader.token else term


def conjuncts(term: Term) -> Iterator[Term]:
    """The parts of a conjunction, or the term itself."""
    if term.head == "∧":
        for arg in term.args:
            yield from conjuncts(arg)
    else:
        yield term


def _opaque(text: str) -> Term:
    names = (m["name"] for m in _TOKEN.finditer(text))
    return Term("opaque", tuple(Term(name) for name in dict.fromkeys(names) if name))


def _dotted(name: str) -> Term:
    """`Nat.gcd` is `gcd`; `x.gcd` is `gcd` with a first argument, and so with longer chains."""
    owner, dot, last = name.rpartition(".")
    if dot and owner[0].islower():
        return Term(last, (_dotted(owner),))
    return Term(last)


class _Unreadable(Exception):
    pass


class _Reader:
    def __init__(self, text: str) -> None:
        found = list(_TOKEN.finditer(text))
        self._text = text
        self._tokens = [m[m.lastgroup or 0] for m in found]
        self._spans = [m.span(m.lastgroup or 0) for m in found]
        self._at = 0

    def _written(self, term: Term, first: int) -> Term:
        """The term with the text that it was read from, which begins at token `first`."""
        text = self._text[self._spans[first][0] : self._spans[self._at - 1][1]]
        return replace(term, written=" ".join(text.split()))

    @property
    def token(self) -> str:
        return self._tokens[self._at] if self._at < len(self._tokens) else ""

    def _take(self, expected: str = "") -> str:
        token = self.token
        if not token or (expected and token != expected):
            raise _Unreadable
        self._at += 1
        return token

    def term(self, power: int) -> Term:
        first = self._at
        left = self._prefix()
        while (op := self.token) in _BINARY:
            binds, right = _BINARY[op]
            if binds < power:
                break
            self._take()
            left = Term(op, (left, self.term(right)))
            if op == "≡":
                modulus = self._take()
                left = Term(modulus, (*left.args, self.term(0)))
                self._take("]")
            left = self._written(left, first)
        return left

    def _prefix(self) -> Term:
        first = self._at
        return self._written(self._bare_prefix(), first)

    def _bare_prefix(self) -> Term:
        token = self.token
        if token in _BINDERS:
            return self._binder()
        if token == "¬":
            self._take()
            return Term("¬", (self.term(40),))
        if token == "-":
            self._take()
            return Term("neg", (self.term(75),))
        head = self._atom()
        args = []
        while self._starts_atom():
            args.append(self._atom())
        if self.token in ("fun", "λ"):
            args.append(self._binder())
        if not args:
            return head
        return Term(head.head, (*head.args, *args))

    def _starts_atom(self) -> bool:
        token = self.token
        if token in ("", "at") or token in _BINARY or token in _BINDERS:
            return False
        return token in "(↑⟨{[√⌊⌈" or token[0].isalnum() or token[0] in "_«" or token.isidentifier()

    def _atom(self) -> Term:
        first = self._at
        atom = self._written(self._bare_atom(), first)
        while (suffix := self.token) in ("!", ".", "⁻¹"):
            self._take()
            head = _SUFFIXES.get(suffix) or self._take()
            atom = self._written(Term(head, (atom,)), first)
        return atom

    def _bare_atom(self) -> Term:
        token = self._take()
        if token == "↑":
            return Term("↑", (self._atom(),))
        if token == "(":
            inner = self.term(0)
            parts = [inner]
            while self.token == ",":
                self._take()
                parts.append(self.term(0))
            if self.token == ":":
                self._take()
                self.term(0)
            self._take(")")
            return Term("pair", tuple(parts)) if len(parts) > 1 else inner
        if token == "√":
            return Term("sqrt", (self._atom(),))
        if token in _FENCES:
            closing, head = _FENCES[token]
            inner = self.term(0)
            self._take(closing)
            return Term(head, (inner,))
        if token in ("⟨", "["):
            closing = {"⟨": "⟩", "[": "]"}[token]
            return Term(token, tuple(self._list(closing)))
        if token == "{":
            return self._set()
        if token[0].isdecimal():
            return Term(token)
        if token[0].isalpha() or token.isidentifier() or token[0] in "_«":
            return _dotted(token)
        raise _Unreadable

    def _list(self, closing: str) -> Iterator[Term]:
        while self.token != closing:
            yield self.term(0)
            if self.token != closing:
                self._take(",")
        self._take(closing)

    def _set(self) -> Term:
        mark = self._at
        name = self._take()
        if self.token in ("|", ":"):
            if self._take() == ":":
                self.term(0)
                self._take("|")
            body = self.term(0)
            self._take("}")
            return Term("setOf", (body,), (name,))
        self._at = mark
        return Term("{", tuple(self._list("}")))

    def _binder(self) -> Term:
        head = self._take()
        head = "fun" if head == "λ" else head
        if head == "∃" and self.token == "!":
            head += self._take()
        bound: list[str] = []
        domains: list[Term] = []
        stop = "=>" if head == "fun" else ","
        while self.token != stop:
            before = self._at
            bracket = self.token in ("(", "{")
            closing = {"(": ")", "{": "}"}.get(self.token, "")
            if bracket:
                self._take()
            while self.token not in (":", "∈", "<", ">", "≤", "≥", stop, closing, "(", "{", ""):
                bound.append(self._take())
            if self.token == ":":
                self._take()
                self.term(0)
            elif self.token in ("∈", "<", ">", "≤", "≥"):
                op = self._take()
                if not bound:
                    raise _Unreadable
                domains.append(Term(op, (Term(bound[-1]), self.term(51))))
            if closing:
                self._take(closing)
            if self._at == before:
                raise _Unreadable
        self._take(stop)
        body = self.term(67 if head in _BIG else 0)
        return Term(head, (*domains, body), tuple(bound))
