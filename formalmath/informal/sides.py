"""One side of an equation, found at the border of the words around it; nothing else.

The first side of a chain is the longest readable end of what stands before the sign, the last one
the longest readable beginning of what stands behind it. A doubt says which words may belong to it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from formalmath.informal.grammar import MAX_TOKENS, Side, is_number, starts_term, whole
from formalmath.informal.lexer import Kind, Token
from formalmath.informal.terms import Binary, NoReading, variables
from formalmath.informal.words import BELONGS, FILLERS, JOINS, LABELS

IN_WORDS = "one side of the sign is words, not numbers"
_AND = frozenset(("and", "和"))


@dataclass(frozen=True)
class End:
    """A side read from one end of a segment, with the tokens left beside it."""

    side: Side | None
    why: str = ""
    doubt: str = ""
    at_border: bool = True
    alone: bool = True


def left_side(segment: list[Token], whole_first: bool, inner: bool) -> End:
    """The longest end of a segment that is a term."""
    segment = list(segment)
    if whole_first and (found := _whole(segment)) is not None:
        return found
    window = segment[-MAX_TOKENS:]
    for i in range(len(window)):
        labelled = i and window[i].kind is Kind.NUMBER and _is_label(window[i - 1])
        if not starts_term(window, i) or labelled:
            continue
        try:
            side = whole(window[i:])
        except NoReading as error:
            return End(None, str(error))
        if side is not None and i == 0 and len(segment) > len(window):
            break  # it goes on before the window
        if side is not None:
            return _bordered_left(window, i, side, inner)
    return End(None, _why_not(segment))


def _whole(segment: list[Token]) -> End | None:
    try:
        side = whole(segment)
    except NoReading as error:
        return End(None, str(error))
    return End(side) if side is not None else None


def _bordered_left(window: list[Token], i: int, side: Side, inner: bool) -> End:
    """Whether what stands before a side belongs to it."""
    if i == 0:
        return End(side)
    before = window[i - 1]
    if before.kind is Kind.UNREADABLE:
        return End(None, before.sign)
    if before.kind is Kind.OPEN and (i == 1 or window[i - 2].kind is Kind.WORD):
        return End(side)
    if before.kind is not Kind.WORD:
        return End(None, IN_WORDS)
    return replace(_behind_words(window, i, side, inner), alone=False)


def _behind_words(window: list[Token], i: int, side: Side, inner: bool) -> End:
    """A side with words before it: which of them may belong to it.

    `inner`: another equation ends before it, so that `and` joins the two.
    """
    recent = [token.sign.lower() for token in window[max(0, i - 3) : i] if token.kind is Kind.WORD]
    if belongs := BELONGS.intersection(recent):
        return End(side, doubt=f"the word {min(belongs)!r} before it may belong to it")
    near = window[max(0, i - 5) : i]
    joins = JOINS.intersection(recent[-2:]) - (_AND if inner else frozenset())
    if joins and any(token.kind is Kind.NUMBER for token in near):
        return End(side, doubt=f"the number before {min(joins)!r} may belong to it")
    if window[i].kind is Kind.SIGN and window[i].span.end < window[i + 1].span.start:
        return End(side, doubt="the sign before it may be a dash")
    back = i - 1
    while back >= 0 and window[back].kind is Kind.WORD:
        back -= 1
    if i - back <= 5 and back >= 0 and window[back].kind is Kind.SIGN:
        return End(side, doubt="the expression begins in words")
    if is_number(side.term) and not isinstance(side.term, Binary):
        return End(side, doubt="the words before it may belong to it")
    return End(side)


def right_side(segment: list[Token], whole_first: bool) -> End:
    """The longest beginning of a segment that is a term."""
    if whole_first and (found := _whole(segment)) is not None:
        return found
    window = segment[:MAX_TOKENS]
    skipped = 0
    while skipped < len(window) and _is_filler(window[skipped]):
        skipped += 1
    window = window[skipped:]
    if not starts_term(window, 0):
        return End(None, _why_not(segment))
    for end in range(len(window), 0, -1):
        try:
            side = whole(window[:end])
        except NoReading as error:
            if end == 1 or _is_complete(window, end):
                return End(None, str(error))
            continue
        if side is not None and end == len(window) and skipped + end < len(segment):
            break  # it goes on behind the window
        if side is not None:
            return _bordered_right(window, end, side)
    return End(None, _why_not(segment))


def _is_filler(token: Token) -> bool:
    return token.kind is Kind.WORD and token.sign.lower() in FILLERS


def _is_complete(window: list[Token], end: int) -> bool:
    """Whether the tokens up to `end` have no unreadable one: what they mean is settled."""
    return all(token.kind is not Kind.UNREADABLE for token in window[:end])


def _bordered_right(window: list[Token], end: int, side: Side) -> End:
    if end == len(window):
        return End(side)
    after = window[end]
    if after.kind is Kind.UNREADABLE:
        return End(None, after.sign)
    if after.kind is Kind.SIGN and after.sign in "*/^":
        return End(side, doubt="the expression goes on in words", at_border=False)
    beyond = window[end + 1] if end + 1 < len(window) else None
    opens = after.kind is Kind.OPEN and beyond is not None
    if after.sign in _AND and _is_fraction(window[end + 1 : end + 4]):
        return End(side, doubt="a fraction follows", at_border=False)
    if after.kind is Kind.NUMBER or (opens and beyond and beyond.kind is Kind.NUMBER):
        return End(side, doubt="another number follows", at_border=False)
    if opens and variables(side.term):
        return End(side, doubt="a remark in brackets follows", at_border=False)
    if after.kind in (Kind.OPEN, Kind.NAME) and after.span.start == window[end - 1].span.end:
        return End(None, IN_WORDS)
    return End(side, at_border=False)


def _is_fraction(tokens: Sequence[Token]) -> bool:
    """Whether it begins like `2/3` or `(2/3)`."""
    if tokens and tokens[0].kind is Kind.OPEN:
        return True
    return [token.kind for token in tokens[:2]] == [Kind.NUMBER, Kind.SIGN] and tokens[
        1
    ].sign == "/"


def _why_not(segment: Sequence[Token]) -> str:
    if len(segment) > MAX_TOKENS:
        return f"one side of it is longer than {MAX_TOKENS} signs"
    for token in segment:
        if token.kind is Kind.UNREADABLE:
            return token.sign
    return IN_WORDS if segment else "one side of the sign is missing"


def _is_label(token: Token) -> bool:
    return token.kind is Kind.WORD and token.sign.lower().removesuffix("s") in LABELS
