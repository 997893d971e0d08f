"""The value of a closed term about naturals and integers, and nothing else.

Used to foresee what Lean will find: which cases of an enumeration survive, whether the goal holds
in them, which modulus refutes an equation. A wrong value costs a useless candidate, nothing more.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TypeAlias

from search.symbolic.terms import Term

Value: TypeAlias = int | bool | tuple["Value", ...]
MAX_BITS = 40_000
MAX_ELEMENTS = 3_000


class UnknownValueError(Exception):
    """The term has no value that this module can find."""


def evaluate(
    term: Term,
    values: Mapping[str, Value],
    integers: frozenset[str],
    functions: Mapping[str, Callable[..., Value]] = MappingProxyType({}),
) -> Value:
    """The value of a term where variables have `values`; `integers` names those of type ℤ.

    `functions` gives those that the term applies and that have no meaning of their own.

    Raises UnknownValueError for what it does not know and for numbers that get too large.
    """
    return _Evaluator(integers, functions).value(term, dict(values))


def is_integer(term: Term, integers: frozenset[str]) -> bool:
    """Whether a term is of type ℤ: it mentions a cast or an integer. Else it is taken for a ℕ."""
    if term.head in ("toNat", "natAbs", "card"):
        return False
    if term.head in ("↑", "neg") or term.head in integers:
        return True
    return any(is_integer(arg, integers) for arg in term.args)


class _Evaluator:
    def __init__(
        self, integers: frozenset[str], functions: Mapping[str, Callable[..., Value]]
    ) -> None:
        self._integers, self._functions = integers, functions

    def value(self, term: Term, values: dict[str, Value]) -> Value:
        head, args = term.head, term.args
        if (number := term.number) is not None:
            return number
        if not args:
            if head in values:
                return values[head]
            if head in ("True", "False"):
                return head == "True"
            raise UnknownValueError(head)
        if head in _CONNECTIVES:
            return self._connective(head, args, values)
        if head in self._functions:
            return self._functions[head](*[self.value(arg, values) for arg in args])
        if head == "∀":
            return self._all(term, values)
        if head in ("sum", "prod", "∑", "∏"):
            return self._big(term, values)
        if head == "filter" and len(args) == 2:
            return tuple(x for x in self._set(args[1], values) if self._apply(args[0], x, values))
        if head == "∈":
            return self._member(args[0], args[1], values)
        if head == "∉":
            return not self._member(args[0], args[1], values)
        found = [self.value(arg, values) for arg in args]
        if head in ("[", "{", "pair"):
            return tuple(sorted(set(found), key=str)) if head == "{" else tuple(found)
        if head in ("-", "/", "%"):
            integral = any(is_integer(arg, self._integers) for arg in args)
            return _arithmetic(head, _int(found[0]), _int(found[1]), integral)
        function = _FUNCTIONS.get(head)
        if function is None:
            raise UnknownValueError(head)
        try:
            return function(*found)
        except (TypeError, ValueError) as error:
            raise UnknownValueError(head) from error

    def _connective(self, head: str, args: tuple[Term, ...], values: dict[str, Value]) -> bool:
        first = bool(self.value(args[0], values))
        match head:
            case "¬":
                return not first
            case "∧":
                return first and bool(self.value(args[1], values))
            case "∨":
                return first or bool(self.value(args[1], values))
            case "→":
                return not first or bool(self.value(args[1], values))
            case _:
                return first == bool(self.value(args[1], values))

    def _all(self, term: Term, values: dict[str, Value]) -> bool:
        """`∀ x, x ∈ s → p` with a finite `s`."""
        body = term.args[-1]
        if len(term.bound) != 1 or len(term.args) > 2:
            raise UnknownValueError("∀")
        [name] = term.bound
        premise, rest = body.args if body.head == "→" else (term.args[0], body)
        if premise.head != "∈" or premise.args[0].head != name:
            raise UnknownValueError("∀")
        members = self._set(premise.args[1], values)
        return all(bool(self.value(rest, {**values, name: x})) for x in members)

    def _big(self, term: Term, values: dict[str, Value]) -> int:
        if term.head in ("∑", "∏"):
            if len(term.args) != 2 or len(term.bound) != 1:
                raise UnknownValueError(term.head)
            body = Term("fun", (term.args[1],), term.bound)
            items = self._set(term.args[0].args[1], values)
        elif len(term.args) == 2:
            items, body = self._set(term.args[0], values), term.args[1]
        else:
            raise UnknownValueError(term.head)
        results = [_int(self._apply(body, x, values)) for x in items]
        return sum(results) if term.head in ("sum", "∑") else _small(math.prod(results))

    def _apply(self, function: Term, argument: Value, values: dict[str, Value]) -> Value:
        if function.head == "fun" and len(function.bound) == 1:
            return self.value(function.args[-1], {**values, function.bound[0]: argument})
        if function.head == "id":
            return argument
        raise UnknownValueError(function.head)

    def _set(self, term: Term, values: dict[str, Value]) -> tuple[Value, ...]:
        items = self.value(term, values)
        if not isinstance(items, tuple):
            raise UnknownValueError(term.head)
        return items

    def _member(self, element: Term, container: Term, values: dict[str, Value]) -> bool:
        value = self.value(element, values)
        if container.head == "setOf" and not container.args:
            raise UnknownValueError("setOf")
        if container.head == "setOf" and container.args[-1].head == "fun":
            return bool(self._apply(container.args[-1], value, values))
        if container.head == "setOf" and len(container.bound) == 1:
            return bool(self.value(container.args[0], {**values, container.bound[0]: value}))
        return value in self._set(container, values)


def _int(value: Value) -> int:
    if isinstance(value, tuple):
        raise UnknownValueError("a set is no number")
    return int(value)


def _small(value: int) -> int:
    if value.bit_length() > MAX_BITS:
        raise UnknownValueError("too large")
    return value


def _too_large() -> int:
    raise UnknownValueError("too large")


def _arithmetic(head: str, a: int, b: int, integral: bool) -> int:
    if head == "-":
        return a - b if integral else max(0, a - b)
    if b == 0:
        return 0 if head == "/" else a
    remainder = a % abs(b)
    return remainder if head == "%" else (a - remainder) // b


def _power(a: int, b: int) -> int:
    if b < 0 or a.bit_length() * b > MAX_BITS:
        raise UnknownValueError("too large")
    return int(a**b)


def _factorial(n: int) -> int:
    if n > 2000:
        raise UnknownValueError("too large")
    return math.factorial(n)


def _is_prime(n: int) -> bool:
    if n.bit_length() > 32:
        raise UnknownValueError("too large")
    return n > 1 and all(n % d for d in range(2, math.isqrt(n) + 1))


def divisors(n: int) -> tuple[int, ...]:
    """The divisors of a positive number, increasing. Raises UnknownValueError if it is large."""
    if n.bit_length() > 24:
        raise UnknownValueError("too large")
    small = [d for d in range(1, math.isqrt(n) + 1) if n % d == 0]
    return tuple(sorted({*small, *(n // d for d in small)}))


def _interval(low: int, high: int) -> tuple[int, ...]:
    if high - low > MAX_ELEMENTS:
        raise UnknownValueError("too many")
    return tuple(range(low, high))


def _of_digits(base: Value, digits: Value) -> int:
    if not isinstance(digits, tuple):
        raise UnknownValueError("digits")
    value = 0
    for digit in reversed(digits):
        value = _small(value * _int(base) + _int(digit))
    return value


def _digits(base: int, n: int) -> tuple[int, ...]:
    if base < 2 or n.bit_length() > 4_000:
        raise UnknownValueError("digits")
    digits: list[int] = []
    while n:
        n, digit = divmod(n, base)
        digits.append(digit)
    return tuple(digits)


_CONNECTIVES = {"¬", "∧", "∨", "→", "↔"}
_FUNCTIONS: dict[str, Callable[..., Value]] = {
    "+": lambda a, b: _int(a) + _int(b),
    "*": lambda a, b: _small(_int(a) * _int(b)),
    "^": _power,
    "neg": lambda a: -a,
    "↑": lambda a: a,
    "abs": abs,
    "succ": lambda a: a + 1,
    "=": lambda a, b: a == b,
    "≠": lambda a, b: a != b,
    "<": lambda a, b: a < b,
    "≤": lambda a, b: a <= b,
    ">": lambda a, b: a > b,
    "≥": lambda a, b: a >= b,
    "∣": lambda a, b: b % a == 0 if a else b == 0,
    "[MOD": lambda a, b, n: a == b if n == 0 else (a - b) % n == 0,
    "[ZMOD": lambda a, b, n: a == b if n == 0 else (a - b) % n == 0,
    "ModEq": lambda n, a, b: a == b if n == 0 else (a - b) % n == 0,
    "Even": lambda a: a % 2 == 0,
    "Odd": lambda a: a % 2 == 1,
    "Prime": _is_prime,
    "Coprime": lambda a, b: math.gcd(a, b) == 1,
    "gcd": math.gcd,
    "lcm": math.lcm,
    "factorial": _factorial,
    "sqrt": math.isqrt,
    "choose": lambda n, k: math.comb(n, k) if n < 2000 else _too_large(),
    "min": min,
    "max": max,
    "natAbs": abs,
    "toNat": lambda a: max(0, a),
    "range": lambda n: _interval(0, n),
    "Icc": lambda a, b: _interval(a, b + 1),
    "Ico": lambda a, b: _interval(a, b),
    "Ioc": lambda a, b: _interval(a + 1, b + 1),
    "Ioo": lambda a, b: _interval(a + 1, b),
    "divisors": lambda n: divisors(n) if n else (),
    "properDivisors": lambda n: divisors(n)[:-1] if n else (),
    "card": len,
    "length": len,
    "digits": _digits,
    "ofDigits": _of_digits,
}
