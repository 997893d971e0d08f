"""Whether two final answers are the same, and nothing else.

Numbers are read by this package's own grammar and compared exactly; so `1/23` is never `12/3`. What
it cannot read (sets, intervals, roots, formulas) goes to math-verify, bounded in size.
"""

from __future__ import annotations

import threading
from fractions import Fraction

from formalmath.informal.grammar import whole
from formalmath.informal.lexer import Kind, declared, tokens
from formalmath.informal.terms import NoReading, OutOfBounds, Percent, Term, value, variables

MAX_ANSWER = 300
"""Characters. Longer answers are the same only if they are the same text."""

_SECONDS = 3
_POINTS = (Fraction(3, 7), Fraction(-5, 3), Fraction(11, 2), Fraction(13, 5), Fraction(-2, 9))


def equivalent(a: str, b: str) -> bool:
    """Whether two answers, as written in text or LaTeX, are the same."""
    if a.strip() == b.strip():
        return True
    if max(len(a), len(b)) > MAX_ANSWER:
        return False
    try:
        ours, theirs = _term(a), _term(b)
    except OutOfBounds:
        return False  # equal only as text
    if ours is not None and theirs is not None:
        agreed = _agree(ours, theirs)
        if not agreed or not variables(ours, theirs):
            return agreed
    return _math_verify(a, b)


def answer_value(text: str) -> Fraction | None:
    """The number that an answer is; None if it is none that can be read."""
    try:
        term = _term(text)
        return None if term is None or variables(term) else value(term)
    except OutOfBounds:
        return None


def _values(term: Term) -> set[Fraction]:
    return {value(term), value(term.of)} if isinstance(term, Percent) else {value(term)}


def _term(text: str) -> Term | None:
    """An answer as one term; units are passed over.

    Raises:
        OutOfBounds: its value is too large.
    """
    read = [t for t in tokens(text, declared(text), lines=False) if t.kind is not Kind.NOTE]
    while read and read[-1].kind is Kind.STOP and read[-1].sign in ".。,":
        read.pop()
    if any(token.kind is Kind.UNREADABLE for token in read):
        return None
    side = whole(read) if read else None
    if side is None or side.doubt:
        return None
    try:
        if not variables(side.term):
            value(side.term)
    except OutOfBounds:
        raise
    except NoReading:
        return None
    return side.term


def _agree(a: Term, b: Term) -> bool:
    """Whether they have the same value; with variables, at some points."""
    names = variables(a, b)
    if not names:
        # `40%` is 0.4, and is also given as `40`.
        return bool(_values(a) & _values(b))
    for i in range(len(_POINTS)):
        at = {name: _POINTS[(i + k) % len(_POINTS)] + k for k, name in enumerate(names)}
        try:
            if value(a, at) != value(b, at):
                return False
        except NoReading:
            continue
    return True


def _math_verify(a: str, b: str) -> bool:
    from math_verify import parse, verify

    # Its time limits are alarms, which only the main thread can set.
    seconds = _SECONDS if threading.current_thread() is threading.main_thread() else None
    gold, given = (
        parse(_as_latex(text), parsing_timeout=seconds, raise_on_error=False) for text in (a, b)
    )
    if not gold or not given:
        return False
    return bool(verify(gold, given, timeout_seconds=seconds, raise_on_error=False))


def _as_latex(text: str) -> str:
    return text if "$" in text or "\\boxed" in text else f"${text}$"
