"""Simple terms back as text, and nothing else."""

from __future__ import annotations

import re

from search.symbolic.terms import Term

_INFIX = {"+": 65, "-": 65, "*": 70, "/": 70, "%": 70, "^": 75}
_NAMED = re.compile(r"\d+|[^\W\d][\w'₀-₉]*(\.[12])*")


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


def argument(text: str) -> str:
    """A term as it can be the argument of a function."""
    return text if _NAMED.fullmatch(text) or _enclosed(text) else f"({text})"


def bare(text: str) -> str:
    """A term without parentheses around all of it."""
    return bare(text[1:-1]) if _enclosed(text) else text


def _enclosed(text: str) -> bool:
    """Whether the first parenthesis is closed by the last character and not before."""
    if not (text.startswith("(") and text.endswith(")")):
        return False
    depth = 0
    for place, character in enumerate(text):
        depth += (character == "(") - (character == ")")
        if not depth:
            return place == len(text) - 1
    return False
