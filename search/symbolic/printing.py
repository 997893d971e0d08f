"""Simple terms back as text, and nothing else."""

from __future__ import annotations

from search.symbolic.terms import Term

_INFIX = {"+": 65, "-": 65, "*": 70, "/": 70, "%": 70, "^": 75}


def text_of(term: Term) -> str:
    """The term as Lean reads it; empty for anything but arithmetic on names and applications."""
    if not term.args:
        return term.head if term.head.isdecimal() or term.head[0].isalpha() else ""
    parts = [text_of(arg) for arg in term.args]
    if not all(parts):
        return ""
    if term.head in _INFIX:
        return f"({parts[0]} {term.head} {parts[1]})"
    if term.head == "↑":
        return f"(↑{parts[0]})"
    if term.head in ("gcd", "lcm", "factorial", "choose"):
        return f"(Nat.{term.head} {' '.join(parts)})"
    if term.head.isidentifier() and not term.bound:
        return f"({term.head} {' '.join(parts)})"
    return ""
