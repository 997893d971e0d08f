"""Steps that use equations of the context and instances of universal facts, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator

from search.symbolic.printing import text_of
from search.symbolic.shapes import Hypothesis, Shape
from search.symbolic.terms import Term

Weighted = tuple[str, float]
MAX_INSTANCES = 120


def rewriting_steps(shape: Shape) -> Iterator[Weighted]:
    """`simp` and `rw` with the context's equations, instances, arithmetic lemmas."""
    rules = [h for h in shape.facts if _is_rule(h)]
    if rules:
        names = ", ".join(h.name for h in rules)
        yield f"simp [{names}]", 0.0
        yield f"norm_num [{names}]", -1.6
        definitions = [h.name for h in rules if _is_definition(h)]
        if definitions:
            listed = ", ".join(definitions)
            yield f"simp only [{listed}] at *", 0.3
            yield f"simp only [{listed}]", -1.0
    for fact in shape.facts:
        if fact.term.head == "=" and not _is_rule(fact):
            yield f"rw [{fact.name}]", -3.5
    yield from _instances(shape)
    yield from _roots(shape)
    yield from _products(shape)
    if {"sum", "∑"} & shape.names:
        yield "simp [Finset.sum_range_succ" + "".join(f", {h.name}" for h in rules) + "]", -0.7
        yield "simp_all [Finset.sum_range_succ]", -1.8


def _body(term: Term) -> Term:
    while term.head in ("∀", "→"):
        term = term.args[-1]
    return term


def _is_rule(fact: Hypothesis) -> bool:
    """An equation (possibly for all arguments) whose left side is a function's value."""
    body = _body(fact.term)
    return body.head == "=" and bool(body.args[0].args) and body.args[0].head.isidentifier()


def _is_definition(fact: Hypothesis) -> bool:
    """`∀ x, f x = e` with no `f` in `e`: it can be unfolded everywhere without end in doubt."""
    body = _body(fact.term)
    return (
        fact.term.head == "∀"
        and body.head == "="
        and body.args[0].head.isidentifier()
        and body.args[0].head not in body.args[1].names
        and all(arg.head in fact.term.names for arg in body.args[0].args)
    )


def _instances(shape: Shape) -> Iterator[Weighted]:
    yield from _first_instances(shape)
    universal = [
        h for h in shape.facts if h.term.head == "∀" and _body(h.term).head in _USEFUL_BODIES
    ]
    for fact in universal:
        arguments = _arguments(fact, shape)
        if len(fact.term.bound) == 1 and arguments:
            lines = [
                f"have {shape.fresh(f'{fact.name}_{i}')} := {fact.name} {a}"
                for i, a in enumerate(arguments[:4])
            ]
            yield "\n".join(lines), -2.2
            yield "\n".join([*lines, "simp_all"]), -2.6
            yield "\n".join([*lines, "omega"]), -1.8
        if fact.term.args[-1].head == "→" and arguments:
            # The premise of `∀ n, p n → f n = e` is often decidable at a numeral.
            given = [f"{fact.name} {a} (by decide)" for a in arguments if a.isdecimal()][:4]
            if given:
                yield f"simp [{', '.join(given)}]", -0.9
                yield f"rw [{given[0]}]", -2.0
        if len(fact.term.bound) == 1:
            yield from _runs(fact, shape)
        elif len(fact.term.bound) == 2 and arguments:
            a = arguments[0]
            yield f"have {shape.fresh(f'{fact.name}_0')} := {fact.name} {a} {a}", -3.0


def _first_instances(shape: Shape) -> Iterator[Weighted]:
    """All universal facts about numbers at 0, 1 and 2, the facts themselves put away."""
    facts = [
        h
        for h in shape.facts
        if h.term.head == "∀"
        and len(h.term.bound) == 1
        and "∀ (" + h.term.bound[0] + " : ℕ)" in h.text
        and not h.term.names & set(shape.functions)
        and "∈" not in h.term.names
    ]
    lines = [f"have {h.name}_{k} := {h.name} {k}" for h in facts for k in (0, 1, 2)]
    if lines:
        yield "\n".join([*lines, "clear " + " ".join(h.name for h in facts)]), -1.5


_USEFUL_BODIES = {"=", "<", "≤", ">", "≥", "∣", "∧", "∨", "↔", "¬", "≠"}


def _arguments(fact: Hypothesis, shape: Shape) -> list[str]:
    """What the fact's functions are applied to elsewhere, variables and small numbers."""
    heads = {t.head for t in _body(fact.term).walk() if t.args and t.head in shape.functions}
    found: list[str] = []
    for term in shape.terms:
        if term is fact.term:
            continue
        for part in term.walk():
            if part.head in heads and len(part.args) == 1 and not part.args[0].args:
                found.append(part.args[0].head)
    return list(dict.fromkeys(found)) or ["0", "1", "2"]


def _runs(fact: Hypothesis, shape: Shape) -> Iterator[Weighted]:
    """Instances at all numbers between two at which a function's value is given and asked."""
    heads = {t.head for t in _body(fact.term).walk() if t.args and t.head in shape.functions}
    points = sorted(
        int(arg.head)
        for term in shape.terms
        for part in term.walk()
        if part.head in heads and len(part.args) == 1
        for arg in part.args
        if arg.number is not None
    )
    if len(points) < 2 or not 2 < points[-1] - points[0] <= MAX_INSTANCES:
        return
    lines = [f"have h_{k} := {fact.name} {k}" for k in range(points[0], points[-1] + 1)]
    yield "\n".join([*lines, "simp at *", "omega"]), -2.0
    yield "\n".join([*lines, "simp_all"]), -4.0


def _roots(shape: Shape) -> Iterator[Weighted]:
    """From `x ^ k = N` with N a k-th power: the value of x."""
    lines: list[str] = []
    for fact in shape.facts:
        if fact.term.head != "=":
            continue
        power, value = fact.term.args[0], fact.term.args[1].number
        if power.head != "^" or value is None or (k := power.args[1].number) is None or k < 2:
            continue
        root = round(value ** (1 / k))
        base = text_of(power.args[0])
        if root**k == value and base:
            lines += _root(f"hr_{fact.name}", base, root, k)
    if lines:
        yield "\n".join(lines), -1.0
        yield "\n".join([*lines, "simp_all [Finset.sum_range_succ]"]), -0.8


def _root(name: str, base: str, root: int, k: int) -> list[str]:
    """Lines that prove `base = root`, where omega finds `base ^ k = root ^ k` in the context."""
    lower = f"have := Nat.pow_le_pow_left (show {base} ≤ {root - 1} by omega) {k}; omega"
    return [
        f"have {name} : {base} = {root} := by",
        f"  rcases Nat.lt_trichotomy {base} {root} with h | h | h",
        f"  · {lower if root else 'omega'}",
        "  · exact h",
        f"  · have := Nat.pow_le_pow_left (show {root + 1} ≤ {base} by omega) {k}; omega",
    ]


def _products(shape: Shape) -> Iterator[Weighted]:
    """Products of inequalities between naturals, multiplied out, then linear arithmetic."""
    if not {"*", "^"} & shape.names or shape.integers or not shape.naturals:
        return
    sides = [
        h.name
        for h in shape.facts
        if h.term.head in ("≤", "<") and not ({"/", "%", "-"} & h.term.names)
    ][:3]
    if not sides:
        return
    factors = [*sides, *(f"(Nat.le_refl {name})" for name in shape.naturals[:2])]
    lines = [f"have := Nat.mul_le_mul {a} {b}" for i, a in enumerate(sides) for b in factors[i:]]
    expand = (
        "simp only [pow_succ, pow_zero, Nat.factorial_succ, Nat.succ_eq_add_one, Nat.mul_add, "
        "Nat.add_mul, Nat.mul_one, Nat.one_mul, Nat.mul_assoc, Nat.mul_comm, "
        "Nat.mul_left_comm] at *"
    )
    yield "\n".join([*lines, expand, "omega"]), -2.2
