"""Tokens to terms: operator precedence, fractions, mixed numbers, units; nothing else.

In prose a number carries words (`12 pounds of candy`); they are kept as units and do not change
the number, but for `of` before another number, which multiplies. In a formula (`strict`) no words
stand.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from formalmath.informal.lexer import Kind, Token
from formalmath.informal.solution import Span
from formalmath.informal.terms import Binary, Negation, NoReading, Number, Percent, Term, Variable
from formalmath.informal.words import CHANGES_NUMBER, CLAUSE

MAX_DEPTH = 100
"""Of brackets and signs in each other."""

MAX_TOKENS = 400
"""Of one side of an equation."""

_STARTS = (Kind.NUMBER, Kind.NAME, Kind.OPEN, Kind.FRACTION, Kind.MONEY)
_PAIRS = {"(": ")", "[": "]", "{": "}"}


class _Fail(Exception):
    """The tokens are no term."""


@dataclass(frozen=True)
class Side:
    """One side of an equation, read.

    Attributes:
        units: the words that its numbers carry, and the signs of money.
        doubt: why the words may mean another number than was read; "" if they do not.
        words: whether any words were passed over.
        part: whether it is `a part of` something, by that word.
    """

    term: Term
    units: tuple[str, ...] = ()
    doubt: str = ""
    words: bool = False
    part: bool = False


def whole(tokens: Sequence[Token], strict: bool = False) -> Side | None:
    """All the tokens as one term; None if they are not one.

    Raises:
        NoReading: they are one that cannot be stated.
    """
    if len(tokens) > MAX_TOKENS:
        raise NoReading(f"one side of it is longer than {MAX_TOKENS} signs")
    try:
        return _Reader(tokens, strict).all()
    except _Fail:
        for token in tokens:
            if token.kind is Kind.UNREADABLE:
                raise NoReading(token.sign) from None
        return None


def starts_term(tokens: Sequence[Token], i: int) -> bool:
    """Whether a term can start at token `i`."""
    if i >= len(tokens):
        return False
    token = tokens[i]
    return token.kind in _STARTS or (token.kind is Kind.SIGN and token.sign in "+-")


@dataclass
class _Reader:
    tokens: Sequence[Token]
    strict: bool
    at: int = 0
    depth: int = 0
    units: list[str] = field(default_factory=list)
    doubt: str = ""
    words: bool = False
    part: bool = False

    def all(self) -> Side:
        term = self.sum()
        if self.at != len(self.tokens):
            raise _Fail
        return Side(term, tuple(self.units), self.doubt, self.words, self.part)

    def peek(self, ahead: int = 0) -> Token | None:
        i = self.at + ahead
        return self.tokens[i] if i < len(self.tokens) else None

    def sign(self, *signs: str) -> Token | None:
        token = self.peek()
        return token if token and token.kind is Kind.SIGN and token.sign in signs else None

    def deeper(self) -> None:
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise NoReading(f"its brackets or signs are nested more than {MAX_DEPTH} deep")

    def sum(self) -> Term:
        left = self.product()
        while token := self.sign("+", "-"):
            if not starts_term(self.tokens, self.at + 1):
                raise _Fail
            self.at += 1
            left = _binary(token.sign, left, self.product())
        return left

    def product(self) -> Term:
        left = self.signed()
        divided = False
        while True:
            if token := self.sign("*", "/"):
                self.at += 1
                self.words |= token.weak
                if divided and token.sign == "/" and not self.strict:
                    self.doubt = "a / b / c can mean a / (b / c)"
                left = _binary(token.sign, left, self.signed())
                divided = token.sign == "/"
            elif self.of():
                self.at += 1
                self.part = True
                left = _binary("*", left, self.signed())
            elif self.juxtaposed():
                if divided:
                    self.doubt = "1/2x can mean (1/2)x or 1/(2x)"
                left = _binary("*", left, self.power())
            else:
                return left

    def of(self) -> bool:
        """Whether `of` follows a number at once: `1/3 of 60`, not `7 days for a total of 60`."""
        if self.strict or not self._is_of() or self.at == 0:
            return False
        before = self.tokens[self.at - 1]
        return before.kind is not Kind.WORD

    def _is_of(self) -> bool:
        token = self.peek()
        word = token is not None and token.kind is Kind.WORD and token.sign in ("of", "的")
        return word and starts_term(self.tokens, self.at + 1)

    def juxtaposed(self) -> bool:
        """Whether a factor follows with no sign between: `2(3+4)`, `3x`, `(1)(2)`."""
        token = self.peek()
        if token is None or self.at == 0:
            return False
        before = self.tokens[self.at - 1]
        if before.kind not in (Kind.NUMBER, Kind.CLOSE, Kind.NAME):
            return False
        touching = self.strict or before.span.end == token.span.start
        match token.kind:
            case Kind.OPEN:
                return touching and (before.kind is not Kind.NAME or self.strict)
            case Kind.NAME:
                return touching or before.kind is Kind.NUMBER
            case Kind.FRACTION:
                return before.kind is not Kind.NUMBER  # that is a mixed number
            case Kind.NUMBER:
                return touching and before.kind is Kind.CLOSE
            case _:
                return False

    def signed(self) -> Term:
        if token := self.sign("-", "+"):
            self.at += 1
            self.deeper()
            inner = self.signed()
            self.depth -= 1
            return inner if token.sign == "+" else Negation(inner, _from(token, inner))
        return self.power()

    def power(self) -> Term:
        base = self.postfix()
        if not self.sign("^"):
            return base
        of_unit = self.tokens[self.at - 1].kind is Kind.WORD  # square metres
        self.at += 1
        self.deeper()
        exponent = self.signed()
        self.depth -= 1
        return base if of_unit else _binary("^", base, exponent)

    def postfix(self) -> Term:
        term = self.primary()
        while token := self.sign("%"):
            self.at += 1
            self.units.append("%")
            term = Percent(term, Span(term.span.start, token.span.end))
        if not self.strict:
            self.pass_words()
        return term

    def pass_words(self) -> None:
        """Pass over the unit of a number: words, `/word`, a sign of money behind it."""
        while token := self.peek():
            after = self.peek(1)
            if token.kind is Kind.WORD:
                joins = token.sign in ("and", "和") and (
                    after is None or after.kind is not Kind.WORD
                )
                if joins or self._is_of() or token.sign.lower() in CLAUSE:
                    return
                self.words = True
                self.units.append(token.sign)
                before = self.tokens[self.at - 1]
                if before.span.end == token.span.start and token.sign[:1].isupper():
                    self.doubt = f"{token.sign!r} may be an unknown"
                if token.sign.lower() in CHANGES_NUMBER:
                    self.doubt = f"the word {token.sign!r} may change the number"
                self.at += 1
            elif token.kind is Kind.MONEY and not (after and after.kind is Kind.NUMBER):
                self.units.append(token.sign)
                self.at += 1
            elif self.sign("/") and after and after.kind is Kind.WORD:
                self.at += 1
            elif self.words and self.sign("/") and _touches(self.tokens, self.at):
                self.doubt = "a slash behind a unit may belong to the unit"
                return
            else:
                return

    def primary(self) -> Term:
        token = self.peek()
        if token is None:
            raise _Fail
        self.at += 1
        match token.kind:
            case Kind.NUMBER:
                return self.mixed(_literal(token))
            case Kind.NAME:
                return Variable(token.sign.replace("{", "").replace("}", ""), token.span)
            case Kind.MONEY:
                self.units.append(token.sign)
                return self.signed() if self.sign("-") else self.primary()
            case Kind.OPEN:
                return self.bracketed(token)
            case Kind.FRACTION:
                top, bottom = self.argument(), self.argument()
                return Binary("/", top, bottom, _from(token, bottom))
            case _:
                raise _Fail

    def bracketed(self, opened: Token) -> Term:
        self.deeper()
        inner = self.sum()
        self.depth -= 1
        closed = self.peek()
        if closed is None or closed.kind is not Kind.CLOSE or closed.sign != _PAIRS[opened.sign]:
            raise _Fail
        self.at += 1
        return inner

    def argument(self) -> Term:
        """What follows `\\frac`: a group, or one digit."""
        token = self.peek()
        if token and token.kind is Kind.OPEN and token.sign == "{":
            return self.primary()
        if token and token.kind is Kind.NUMBER and len(token.sign) == 1:
            self.at += 1
            return _literal(token)
        raise NoReading(r"the arguments of \frac are not in braces")

    def mixed(self, number: Number) -> Term:
        """`2 1/2` and `2\\frac{1}{2}` are sums; `½` behind an integer too."""
        token, slash, below = self.peek(), self.peek(1), self.peek(2)
        if number.decimals or token is None:
            return number
        if token.kind is Kind.FRACTION:
            self.at += 1
            part = Binary("/", self.argument(), self.argument(), token.span)
            self.doubt = "an integer before a fraction may be added or multiplied"
            return _binary("+", number, part)
        if token.kind is not Kind.NUMBER:
            return number
        if token.value.denominator != 1 and not token.decimals:
            self.at += 1
            return _binary("+", number, _literal(token))
        if (
            slash and below and slash.kind is Kind.SIGN and slash.sign == "/"
            and below.kind is Kind.NUMBER and not token.decimals and not below.decimals
            and 0 < token.value < below.value
        ):  # fmt: skip
            self.at += 3
            part = Binary(
                "/", _literal(token), _literal(below), Span(token.span.start, below.span.end)
            )
            return _binary("+", number, part)
        return number


def _touches(tokens: Sequence[Token], i: int) -> bool:
    """Whether token `i` touches those beside it."""
    before, token, after = tokens[i - 1], tokens[i], tokens[i + 1 : i + 2]
    return before.span.end == token.span.start and any(
        token.span.end == t.span.start for t in after
    )


def _literal(token: Token) -> Number:
    if token.value.denominator == 1 or token.decimals:
        return Number(
            token.value, token.span, token.decimals, len(token.sign.replace(".", "").lstrip("0"))
        )
    return Number(token.value, token.span)


def _binary(sign: str, left: Term, right: Term) -> Binary:
    return Binary(sign, left, right, Span(left.span.start, right.span.end))


def _from(token: Token, term: Term) -> Span:
    return Span(token.span.start, max(token.span.end, term.span.end))


def is_number(term: Term) -> bool:
    """Whether it is one number, a tight fraction too: 5, -5, 5 %, 1/2, but not 1 / 2."""
    match term:
        case Number():
            return True
        case Negation() | Percent():
            return is_number(term.of)
        case Binary():
            return is_literal(term) and term.right.span.start - term.left.span.end <= 1
        case _:
            return False


def is_literal(term: Term) -> bool:
    """Whether it is one number as written: 5, -5, 5 %, 1/2."""
    match term:
        case Number():
            return True
        case Negation() | Percent():
            return is_literal(term.of)
        case Binary():
            return (
                term.sign == "/"
                and isinstance(term.left, Number)
                and isinstance(term.right, Number)
            )
        case _:
            return False
