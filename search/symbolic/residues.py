"""Residues of powers, as facts with which omega can finish, and nothing else.

`x ^ 2 % 4` takes few values, tied to those of `x % 4`; `2 ^ n % 7` runs through a cycle, tied to
`n % 3`. Such facts are proved by cases or by induction and handed to omega, for which a power is an
atom.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from search.symbolic.arithmetic import UnknownValueError, Value, evaluate
from search.symbolic.printing import text_of
from search.symbolic.shapes import Shape
from search.symbolic.terms import Term

Weighted = tuple[str, float]
MODULI = (2, 3, 4, 5, 7, 8, 9, 11, 13, 16)
MAX_MODULUS = 24
MAX_PERIOD = 24
_ASKS = ("%", "∣", "[MOD", "[ZMOD", "Even", "Odd")


def residue_steps(shape: Shape) -> Iterator[Weighted]:
    """For each modulus that the goal may be about: the facts, then omega."""
    about = any(head in shape.names for head in _ASKS)
    asked = sorted({m for m in shape.numerals if 1 < m <= MAX_MODULUS}, reverse=True)
    if about:
        opening = ""
        if shape.conclusion.head in ("≠", "¬"):
            opening = f"intro {shape.fresh('hneg')}\n"
        for modulus in asked[:8]:
            facts = [*_powers(shape, modulus, tied=True), *_cycles(shape, modulus)]
            if facts:
                yield opening + "\n".join([*facts, "omega"]), -1.0
    yield from _congruences(shape)
    equation = _refutable(shape)
    if equation is not None:
        opening = f"intro {shape.fresh('hneg')}\n" if shape.conclusion.head == "≠" else ""
        for modulus in MODULI:
            if _has_no_root(equation, modulus, shape):
                facts = list(_powers(shape, modulus, tied=False))
                yield opening + "\n".join([*facts, "omega"]), 0.0


def _congruences(shape: Shape) -> Iterator[Weighted]:
    """For a remainder in the goal: each variable replaced by its own, which facts give."""
    known = {
        (part.args[0].args[0].head, modulus): residue
        for part in shape.parts()
        if part.head == "=" and part.args[0].head == "%" and not part.args[0].args[0].args
        if (modulus := part.args[0].args[1].number) is not None
        if (residue := part.args[1].number) is not None
    }
    if not known:
        return
    for part in shape.conclusion.walk():
        if part.head != "%" or (modulus := part.args[1].number) is None:
            continue
        name = shape.fresh("hm")
        space = "Int" if shape.integers else "Nat"
        proof = _congruence(part.args[0], modulus, known, space)
        if proof:
            yield f"have {name} := {proof}\nsimp only [{space}.ModEq] at {name}\nomega", -0.5


def _congruence(term: Term, modulus: int, known: dict[tuple[str, int], int], space: str) -> str:
    """A proof that the term is congruent to what its variables' residues make of it."""
    if not term.args:
        residue = known.get((term.head, modulus))
        if residue is None:
            return f"({space}.ModEq.refl {term.head})"
        return f"(show {term.head} ≡ {residue} [{_MODULO[space]} {modulus}] by assumption)"
    lemma = {"+": "add", "*": "mul", "-": "sub" if space == "Int" else ""}.get(term.head)
    if lemma:
        parts = [_congruence(arg, modulus, known, space) for arg in term.args]
        return f"({space}.ModEq.{lemma} {parts[0]} {parts[1]})" if all(parts) else ""
    if term.head == "^" and term.args[1].number is not None:
        base = _congruence(term.args[0], modulus, known, space)
        return f"({space}.ModEq.pow {term.args[1].head} {base})" if base else ""
    return ""


_MODULO = {"Nat": "MOD", "Int": "ZMOD"}


def _refutable(shape: Shape) -> Term | None:
    """An equation between polynomials in at most two variables that is to be contradicted."""
    if shape.conclusion.head == "≠":
        return shape.conclusion
    if shape.conclusion.head != "False":
        return None
    return next((h.term for h in shape.facts if h.term.head == "=" and "^" in h.term.names), None)


def _has_no_root(equation: Term, modulus: int, shape: Shape) -> bool:
    integers = frozenset({*shape.naturals, *shape.integers})
    variables = sorted(equation.names & integers)
    if not 0 < len(variables) <= 2:
        return False
    try:
        for residues in itertools.product(range(modulus), repeat=len(variables)):
            values: dict[str, Value] = dict(zip(variables, residues, strict=True))
            left, right = (evaluate(side, values, integers) for side in equation.args)
            if isinstance(left, tuple) or isinstance(right, tuple):
                return False
            if (left - right) % modulus == 0:
                return False
    except UnknownValueError:
        return False
    return True


def known_residues(shape: Shape) -> Iterator[tuple[str, tuple[int, int]]]:
    """Variables with the remainder and the modulus that a fact gives."""
    for part in shape.parts():
        if part.head == "=" and part.args[0].head == "%":
            term, modulus, residue = *part.args[0].args, part.args[1]
        elif part.head == "[MOD":
            term, residue, modulus = part.args
        else:
            continue
        if not term.args and modulus.number and residue.number is not None:
            yield term.head, (residue.number % modulus.number, modulus.number)


def _powers(shape: Shape, modulus: int, tied: bool) -> Iterator[str]:
    """For each variable x with a power: what `x ^ k % modulus` can be.

    Tied: for each residue of x. Else only the values, which leaves omega fewer cases.
    """
    exponents: dict[str, set[int]] = {}
    for power in shape.subterms("^"):
        base, exponent = power.args[0], power.args[1].number
        if not base.args and exponent is not None and 1 < exponent < 20:
            exponents.setdefault(base.head, set()).add(exponent)
    for name, found in exponents.items():
        if name not in shape.naturals and name not in shape.integers:
            continue
        powers = sorted(found)
        lemma = "Nat.ModEq.pow" if name in shape.naturals else "Int.ModEq.pow"
        cases = []
        proofs = []
        known = dict(known_residues(shape)).get(name, (0, 1))
        allowed = [r for r in range(modulus) if known[1] % modulus or r == known[0] % modulus]
        for residue in allowed:
            values = [f"{name} ^ {k} % {modulus} = {pow(residue, k, modulus)}" for k in powers]
            cases.append(" ∧ ".join([f"{name} % {modulus} = {residue}"] * tied + values))
            steps = [
                f"have h{k} : {name} ^ {k} % {modulus} = {residue} ^ {k} % {modulus} "
                f":= {lemma} {k} h"
                for k in powers
            ]
            proofs.append(f"  · {'; '.join([*steps, 'omega'])}")
        residues = " ∨ ".join(f"{name} % {modulus} = {r} % {modulus}" for r in allowed)
        yield "\n".join(
            [
                f"have hr_{name} : {' ∨ '.join(f'({c})' for c in dict.fromkeys(cases))} := by",
                f"  rcases (show {residues} by omega) with {' | '.join(['h'] * len(allowed))}",
                *proofs,
            ]
        )


def _cycles(shape: Shape, modulus: int) -> Iterator[str]:
    """Facts about `c ^ e` for numerals c and exponents with variables."""
    integral = bool(shape.integers) or "↑" in shape.names or "neg" in shape.names
    seen: set[int] = set()
    count = 0
    residues = dict(known_residues(shape))
    for power in shape.subterms("^"):
        base, exponent = power.args
        value = base.number
        if base.head == "neg":
            inner = base.args[0].number
            value = -inner if inner is not None else None
        text = text_of(exponent)
        if value is None or exponent.number is not None or not text or count > 2:
            continue
        known = residues.get(exponent.head) if not exponent.args else None
        if known is not None and value > 0 and not integral:
            lines = _power_at(value, modulus, exponent.head, known)
            if lines:
                yield from lines
                continue
        kinds = ["ℤ"] if value < 0 else ["ℕ", "ℤ"] if integral else ["ℕ"]
        for kind in kinds:
            name = f"hc_{abs(value)}{'z' if kind == 'ℤ' else ''}{'m' if value < 0 else ''}"
            if value not in seen:
                statement = _cycle(value, modulus, kind)
                if statement is None:
                    return
                yield (
                    f"have {name} : ∀ k : ℕ, {statement} := by\n"
                    "  intro k\n"
                    "  induction k with\n"
                    "  | zero => simp\n"
                    "  | succ k ih => rw [pow_succ]; omega"
                )
            count += 1
            yield f"have {name}_{count} := {name} ({text})"
            if kind == "ℕ":
                # omega takes a power for an atom that could be negative under truncation.
                yield (
                    f"have {name}_{count}p : 0 < ({value} : ℕ) ^ ({text}) := "
                    "Nat.pow_pos (by decide)"
                )
        seen.add(value)


def _power_at(base: int, modulus: int, exponent: str, known: tuple[int, int]) -> list[str]:
    """`base ^ exponent % modulus` where the exponent's residue fits the cycle; else nothing.

    By steps of one period, which is linear arithmetic; the exponent must be out of the tail.
    """
    start, period = tail(base, modulus)
    if known[1] % period:
        return []
    offset = start + (known[0] - start) % period
    name, place = f"hc_{base}_{exponent}", f"{period} * (({exponent} - {offset}) / {period})"
    return [
        f"have {name} : ∀ q : ℕ, {base} ^ ({period} * q + {offset}) % {modulus} = "
        f"{pow(base, offset, modulus)} := by",
        "  intro q",
        "  induction q with",
        "  | zero => decide",
        "  | succ q ih =>",
        "    rw [Nat.mul_succ, Nat.add_right_comm, Nat.pow_add, Nat.mul_mod, ih]",
        f"replace {name} := {name} (({exponent} - {offset}) / {period})",
        f"rw [show {place} + {offset} = {exponent} by omega] at {name}",
    ]


def tail(base: int, modulus: int) -> tuple[int, int]:
    """Where the cycle of `base ^ k % modulus` begins, and its length."""
    seen: dict[int, int] = {}
    residue = 1 % modulus
    while residue not in seen:
        seen[residue] = len(seen)
        residue = residue * base % modulus
    return seen[residue], len(seen) - seen[residue]


def _cycle(base: int, modulus: int, kind: str) -> str | None:
    """What `base ^ k % modulus` is, by k; None if the cycle is too long."""
    values: list[int] = []
    residue = 1 % modulus
    while residue not in values:
        values.append(residue)
        if len(values) > MAX_PERIOD:
            return None
        residue = residue * base % modulus
    start = values.index(residue)
    period = len(values) - start
    shown = f"({base} : {kind})"
    cases = []
    for k, value in enumerate(values):
        where = f"k = {k}" if k < start else f"{start} ≤ k ∧ k % {period} = {k % period}"
        cases.append(f"({where} ∧ {shown} ^ k % {modulus} = {value})")
    return " ∨ ".join(cases)
