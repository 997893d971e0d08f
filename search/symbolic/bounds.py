"""Finite ranges for the variables of a goal, with the text of Lean's proofs, and nothing else."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property

from search.symbolic.arithmetic import UnknownValueError, divisors, evaluate, is_integer
from search.symbolic.printing import text_of
from search.symbolic.shapes import Shape
from search.symbolic.terms import Term, conjuncts

LARGEST = 20_000
_HUGE = 10**12
"""Beyond this, lower bounds need not be exact."""
_NEGATED = {"≤": "<", "<": "≤"}


@dataclass(frozen=True)
class Range:
    """`low ≤ name ≤ high`, where `proof` proves `name < high + 1` (ℕ; for ℤ it is `by omega`).

    If `divides` is not 0, the values are its divisors only, and `proof` proves `name ∣ divides`.
    """

    name: str
    low: int
    high: int
    proof: str
    divides: int = 0

    @cached_property
    def values(self) -> Collection[int]:
        """What the variable may be."""
        if self.divides:
            return divisors(self.divides)
        return range(self.low, self.high + 1)

    @property
    def size(self) -> int:
        """How many values there are."""
        return len(self.values)


@dataclass(frozen=True)
class _Order:
    """`small ≤ large - gap`, as a fact says. `fact` is the divisibility it comes from, if any."""

    small: Term
    large: Term
    gap: int = 0
    fact: str = ""


def ranges(shape: Shape, extra: Iterable[Term] = ()) -> dict[str, Range]:
    """The variables for which the facts (and `extra` ones) give both bounds, in provable order.

    The proof of each range may use the ranges before it.
    """
    orders = list(_orders(shape, extra))
    low = _lows(shape, orders)
    plain = _ranges(shape, orders, low, {})
    factors = {
        name: factor
        for name, factor in divisor_ranges(shape).items()
        if name not in plain or factor.size < plain[name].size
    }
    return _ranges(shape, orders, low, factors) if factors else plain


def lower_bounds(shape: Shape) -> dict[str, int]:
    """What the facts say the variables are at least; 0 for a ℕ of which they say nothing."""
    return _lows(shape, list(_orders(shape, ())))


def divisor_ranges(shape: Shape) -> dict[str, Range]:
    """The naturals that divide a number, by `x ∣ N` or by `a * x * b = N`."""
    found: dict[str, Range] = {}
    for fact in shape.facts:
        if fact.term.head not in ("=", "∣"):
            continue
        first, second = fact.term.args
        for product, number, back in ((first, second, ""), (second, first, ".symm")):
            value = _number(number)
            if value is None or not 0 < value < _HUGE:
                continue
            for name in shape.naturals:
                if fact.term.head == "=":
                    path = _divides(product, name)
                    equation = f"{fact.name}{back}"
                    proof = f"Eq.subst (motive := ({name} ∣ ·)) {equation} {path}" if path else ""
                else:
                    proof = fact.name if product == Term(name) and not back else ""
                if proof and (name not in found or value < found[name].divides):
                    with suppress(UnknownValueError):
                        found[name] = Range(name, 1, divisors(value)[-1], proof, value)
    return found


def _divides(term: Term, name: str) -> str:
    """A Lean term that proves `name ∣ term`; empty if there is no factor `name`."""
    if term == Term(name):
        return f"(Nat.dvd_refl {name})"
    if term.head == "*":
        for arg, lemma in zip(term.args, ("right", "left"), strict=True):
            if path := _divides(arg, name):
                return f"(Nat.dvd_mul_{lemma}_of_dvd {path} _)"
    if term.head == "^" and term.args[1].number and (path := _divides(term.args[0], name)):
        return f"(dvd_pow {path} (by decide))"
    return ""


def _ranges(
    shape: Shape, orders: list[_Order], low: dict[str, int], found: dict[str, Range]
) -> dict[str, Range]:
    found = dict(found)
    while True:
        candidates = [
            bound
            for name in (*shape.naturals, *shape.integers)
            if name not in found and name in low
            for order in orders
            if (bound := _bound(name, order, orders, low, found, shape)) is not None
        ]
        if not candidates:
            return found
        best = min(candidates, key=lambda bound: bound.high)
        found[best.name] = best


def _orders(shape: Shape, extra: Iterable[Term]) -> Iterator[_Order]:
    parts = [(h.name, t) for h in shape.facts for t in conjuncts(h.term)]
    for name, part in [*parts, *(("", t) for e in extra for t in conjuncts(e))]:
        for small, large, gap in _comparisons(part):
            yield _Order(small, large, gap)
        whole = name and any(h.name == name and h.term is part for h in shape.facts)
        if part.head == "∣" and whole:
            yield _Order(part.args[0], part.args[1], 0, name)


def _comparisons(part: Term, positive: bool = True) -> Iterator[tuple[Term, Term, int]]:
    head = part.head
    if head == "¬":
        yield from _comparisons(part.args[0], not positive)
        return
    if head in (">", "≥"):
        part = Term({">": "<", "≥": "≤"}[head], part.args[::-1])
        head = part.head
    if head in ("<", "≤"):
        a, b = part.args
        if not positive:
            a, b, head = b, a, _NEGATED[head]
        yield a, b, int(head == "<")
    elif head == "=" and positive:
        yield part.args[0], part.args[1], 0
        yield part.args[1], part.args[0], 0


def _lows(shape: Shape, orders: list[_Order]) -> dict[str, int]:
    low = dict.fromkeys(shape.naturals, 0)
    for order in orders:
        name = _variable(order.large)
        value = _number(order.small)
        if name is None or value is None or order.fact:
            continue
        if name in shape.naturals or name in shape.integers:
            low[name] = max(low.get(name, -LARGEST), value + order.gap)
    for part in shape.parts():
        if part.head == "≠" and _number(part.args[1]) == 0 and low.get(part.args[0].head) == 0:
            low[part.args[0].head] = 1
    return low


def _bound(
    name: str,
    order: _Order,
    orders: list[_Order],
    low: dict[str, int],
    found: dict[str, Range],
    shape: Shape,
) -> Range | None:
    """The upper bound of `name` that follows from `order`, if one does."""
    if not any(t.head == name for t in order.small.walk()):
        return None
    top = _upper(order.large, found)
    if top is None:
        # A nonlinear term is an atom for omega, and another fact may bound it whole.
        links = (o for o in orders if o.small == order.large and not o.fact and o is not order)
        tops = [t - o.gap for o in links if (t := _upper(o.large, found)) is not None]
        top = min(tops, default=None)
    if top is None or (order.fact and top <= 0):
        return None
    top -= order.gap
    integral = name in shape.integers
    if not _linear(order.small) and is_integer(order.small, frozenset(shape.integers)):
        return None  # omega knows no products, and the lemmas below are about ℕ
    if integral and (_variable(order.small) != name and low[name] < 0):
        return None

    def fits(value: int) -> bool:
        return _lower(order.small, {**low, name: value}) <= top

    if fits(LARGEST) or not fits(low[name]):
        return None
    high, step = low[name], 1
    while fits(high + step):
        step *= 2
    while step:
        if fits(high + step):
            high += step
        step //= 2
    return Range(name, low[name], high, _proof(name, high, order, low, integral))


def _proof(name: str, high: int, order: _Order, low: dict[str, int], integral: bool) -> str:
    if order.fact:
        start = f"have hd := Nat.le_of_dvd (by first | decide | omega) {order.fact}"
        if _variable(order.small) == name:
            return f"by\n  {start}\n  omega"
        lines = [start]
    else:
        lines = []
    if integral or _linear(order.small):
        return "by\n  " + "\n  ".join([*lines, "omega"])
    lines.append(f"have hl := {_lower_proof(order.small, name, low)}")
    body = "\n  ".join([*lines, "omega"])
    return f"Nat.lt_of_not_le fun hc => by\n  {body}"


def _linear(term: Term) -> bool:
    if term.head == "^":
        return not any(t.number is None for t in term.walk() if not t.args)
    if term.head == "*":
        return all(map(_linear, term.args)) and any(_number(a) is not None for a in term.args)
    return (
        term.head in ("+", "-", "↑", "/", "%") and all(map(_linear, term.args))
    ) or not term.args


def _lower(term: Term, low: dict[str, int]) -> int:
    """A lower bound that grows with every variable's."""
    if (number := term.number) is not None:
        return number
    if not term.args:
        return max(0, low.get(term.head, 0))
    match term.head:
        case "+":
            return _lower(term.args[0], low) + _lower(term.args[1], low)
        case "*":
            return min(_HUGE, _lower(term.args[0], low)) * min(_HUGE, _lower(term.args[1], low))
        case "^" if (exponent := _number(term.args[1])) is not None and exponent < 50:
            return int(min(_HUGE, _lower(term.args[0], low)) ** exponent)
        case "^" if (base := _number(term.args[0])) is not None and base > 1:
            return int(min(_HUGE, base) ** min(64, _lower(term.args[1], low)))
        case "↑":
            return _lower(term.args[0], low)
        case "lcm":
            parts = [_lower(arg, low) for arg in term.args]
            return max(parts) if min(parts) > 0 else 0
    return 0


def _lower_proof(term: Term, name: str, low: dict[str, int]) -> str:
    """A Lean term that proves what `_lower` computed, where `hc` is the bound of `name`."""
    if not term.args:
        if term.head == name:
            return "hc"
        if low.get(term.head, 0) > 0:
            return f"(show {low[term.head]} ≤ {term.head} by omega)"
        return f"(Nat.{'zero_le' if term.number is None else 'le_refl'} {term.head})"
    match term.head:
        case "+" | "*":
            parts = [_lower_proof(arg, name, low) for arg in term.args]
            lemma = "Nat.add_le_add" if term.head == "+" else "Nat.mul_le_mul"
            return f"({lemma} {parts[0]} {parts[1]})"
        case "^" if (exponent := _number(term.args[1])) is not None:
            return f"(Nat.pow_le_pow_left {_lower_proof(term.args[0], name, low)} {exponent})"
        case "^" if (base := _number(term.args[0])) is not None and base > 1:
            inner = _lower_proof(term.args[1], name, low)
            return f"(Nat.pow_le_pow_right (show 0 < {base} by decide) {inner})"
        case "↑":
            return _lower_proof(term.args[0], name, low)
        case "lcm":
            side = 0 if name in term.args[0].names else 1
            both = " ".join(text_of(arg) for arg in term.args)
            return (
                f"(Nat.le_trans {_lower_proof(term.args[side], name, low)} (Nat.le_of_dvd "
                f"(Nat.lcm_pos (by omega) (by omega)) "
                f"(Nat.dvd_lcm_{('left', 'right')[side]} {both})))"
            )
    return f"(Nat.zero_le {text_of(term) or '_'})"


def _upper(term: Term, found: dict[str, Range]) -> int | None:
    """An upper bound that omega can find again, if all variables have one."""
    if (number := _number(term)) is not None:
        return number
    if not term.args:
        return found[term.head].high if term.head in found else None
    if term.head in ("+", "*", "↑") or (term.head == "-" and _number(term.args[1]) is not None):
        tops = [_upper(arg, found) for arg in term.args]
        values = [t for t in tops if t is not None]
        if len(values) < len(tops):
            return None
        if term.head == "*" and all(_number(arg) is None for arg in term.args):
            return None
        match term.head:
            case "+":
                return sum(values)
            case "*":
                return values[0] * values[1]
            case "-":
                return values[0] - values[1] if values[0] >= values[1] else None
            case _:
                return values[0]
    if term.head == "-":
        return _upper(term.args[0], found)
    if term.head == "%" and (modulus := _number(term.args[1])):
        return modulus - 1
    return None


def _variable(term: Term) -> str | None:
    while term.head == "↑":
        term = term.args[0]
    return term.head if not term.args and term.number is None else None


def _number(term: Term) -> int | None:
    try:
        value = evaluate(term, {}, frozenset())
    except UnknownValueError:
        return None
    return value if isinstance(value, int) and not isinstance(value, bool) else None
