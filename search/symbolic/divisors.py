"""Facts about gcd, lcm and divisibility that lead to linear arithmetic, and nothing else."""

from __future__ import annotations

import math
from collections.abc import Iterator

from search.symbolic.printing import text_of
from search.symbolic.shapes import Shape
from search.symbolic.terms import Term

Weighted = tuple[str, float]


def divisor_steps(shape: Shape) -> Iterator[Weighted]:
    """What ties gcd and lcm to products and divisors, and a product to its factors."""
    known = [h for h in shape.facts if h.term.head == "=" and h.term.args[0].head in ("gcd", "lcm")]
    for a, b in _pairs(shape):
        first, second = text_of(a), text_of(b)
        yield from _products(first, second, [h.name for h in known], shape)
        yield from _divisors(first, second, shape)
        yield from _combination(a, b)
    yield from _factors(shape)
    yield from _powers(shape)
    for fact in shape.facts:
        if fact.term.head == "∣" and not fact.term.args[1].args:
            k = shape.fresh("k")
            yield f"obtain ⟨{k}, rfl⟩ := {fact.name}", -1.6


def _pairs(shape: Shape) -> list[tuple[Term, Term]]:
    terms = [t for head in ("gcd", "lcm") for t in shape.subterms(head) if len(t.args) == 2]
    free = {h.name for h in shape.hypotheses}
    pairs = {(t.args[0], t.args[1]): None for t in terms if _names(t) <= free and text_of(t)}
    return list(pairs)


def _names(term: Term) -> set[str]:
    return {t.head for t in term.walk() if not t.args and t.number is None}


def _products(a: str, b: str, known: list[str], shape: Shape) -> Iterator[Weighted]:
    name = "hgl"
    if any(h.name == name for h in shape.facts):
        return
    rewrite = f"\nrw [{', '.join(known)}] at {name}" if len(known) > 1 else ""
    product = f"have {name} := Nat.gcd_mul_lcm {a} {b}{rewrite}"
    yield product + "\nomega", 0.0
    yield product, -0.9


def _divisors(a: str, b: str, shape: Shape) -> Iterator[Weighted]:
    if any(h.name == "hgd" for h in shape.facts):
        return
    gcds = [h for h in shape.facts if h.term.head == "=" and h.term.args[0].head == "gcd"]
    lines = [f"have hgd := Nat.gcd_dvd_left {a} {b}", f"have hge := Nat.gcd_dvd_right {a} {b}"]
    lines += [f"rw [{h.name}] at hgd hge" for h in gcds[:1]]
    yield "\n".join(lines), -1.4
    yield "\n".join([*lines, "omega"]), -1.2


def _combination(a: Term, b: Term) -> Iterator[Weighted]:
    """Euclid on two linear terms in one variable: their gcd divides a constant."""
    names = _names(a) | _names(b)
    if len(names) != 1:
        return
    [name] = names
    left, right = _linear(a, name), _linear(b, name)
    if left is None or right is None or 0 in (left[0], right[0]):
        return
    common = math.lcm(left[0], right[0])
    u, v = common // left[0], common // right[0]
    constant = u * left[1] - v * right[1]
    x, y, p, q = text_of(a), text_of(b), "hgd", "hge"
    if constant < 0:
        u, v, x, y, p, q, constant = v, u, y, x, q, p, -constant
    if constant == 0:
        return
    lines = [
        f"have hgd := Nat.gcd_dvd_left {text_of(a)} {text_of(b)}",
        f"have hge := Nat.gcd_dvd_right {text_of(a)} {text_of(b)}",
        f"have hgc := Nat.dvd_sub (Nat.dvd_mul_left_of_dvd {p} {u}) "
        f"(Nat.dvd_mul_left_of_dvd {q} {v})",
        f"rw [show {u} * {x} - {v} * {y} = {constant} by omega] at hgc",
    ]
    yield (
        "\n".join(
            [
                *lines,
                "exact Nat.dvd_one.1 hgc"
                if constant == 1
                else "exact Nat.le_of_dvd (by decide) hgc",
            ]
        ),
        0.3,
    )
    yield "\n".join([*lines, "have hgb := Nat.le_of_dvd (by decide) hgc"]), -1.0


def _linear(term: Term, name: str) -> tuple[int, int] | None:
    """The coefficients (c, d) of `c * name + d`, if that is what the term is."""
    if term.head == name:
        return 1, 0
    if (number := term.number) is not None:
        return 0, number
    if term.head not in ("+", "*") or len(term.args) != 2:
        return None
    left, right = _linear(term.args[0], name), _linear(term.args[1], name)
    if left is None or right is None:
        return None
    if term.head == "+":
        return left[0] + right[0], left[1] + right[1]
    if left[0] and right[0]:
        return None
    return left[0] * right[1] + right[0] * left[1], left[1] * right[1]


def _factors(shape: Shape) -> Iterator[Weighted]:
    """From `a * b = N`: that a and b divide N, which leaves few values for them."""
    lines: list[str] = []
    for fact in shape.facts:
        if fact.term.head != "=" or fact.term.args[0].head != "*" or not fact.term.args[1].number:
            continue
        product = fact.term.args[1].head
        left, right = fact.term.args[0].args
        turned = f"{fact.name}.symm.trans (Nat.mul_comm _ _)"
        for factor, equation in ((left, f"{fact.name}.symm"), (right, turned)):
            text = text_of(factor)
            if text and factor.number is None:
                name = shape.fresh(f"hd{len(lines)}_{fact.name}")
                lines.append(f"have {name} : {text} ∣ {product} := ⟨_, {equation}⟩")
        other = text_of(right)
        if left.head in shape.naturals and right.head in shape.naturals and left != right:
            positive = f"Nat.pos_of_dvd_of_pos hd_{fact.name} (by decide)"
            yield (
                f"have hd_{fact.name} : {text_of(left)} ∣ {product} := ⟨_, {fact.name}.symm⟩\n"
                f"have hq : {other} = {product} / {text_of(left)} :=\n"
                f"  (Nat.div_eq_of_eq_mul_right ({positive}) {fact.name}.symm).symm\n"
                "subst hq",
                -0.5,
            )
    if lines and not any(h.name.startswith("hd0_") for h in shape.facts):
        yield "\n".join(lines), -0.9


def _powers(shape: Shape) -> Iterator[Weighted]:
    """From `c ^ n ∣ N` a bound on n, by the first power of c that does not divide N."""
    goal = shape.conclusion
    if goal.head not in ("≤", "<") or goal.args[0].args or (bound := goal.args[1].number) is None:
        return
    name, least = goal.args[0].head, bound + (goal.head == "≤")
    for fact in shape.facts:
        power = fact.term.args[0] if fact.term.head == "∣" else Term("")
        if power.head == "^" and power.args[1].head == name and (base := power.args[0].number):
            yield (
                (
                    "refine Nat.le_of_not_lt fun hc => ?_\n"
                    if goal.head == "≤"
                    else "refine Nat.lt_of_not_le fun hc => ?_\n"
                )
                + (
                    f"exact absurd (Nat.dvd_trans (Nat.pow_dvd_pow {base} "
                    f"(show {least} ≤ {name} by omega)) {fact.name}) (by decide +kernel)"
                ),
                0.3,
            )
