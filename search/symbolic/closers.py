"""Tactics that try to finish a goal or to simplify all of it at once, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator

from search.symbolic.arithmetic import UnknownValueError, evaluate
from search.symbolic.shapes import Shape
from search.symbolic.terms import Term

Weighted = tuple[str, float]
_ARITHMETIC = {"+", "-", "*", "/", "%", "^", "=", "<", "≤", ">", "≥", "≠", "∣", "Even", "Odd"}
_CASTS = {"↑"}


def closing_steps(shape: Shape) -> Iterator[Weighted]:
    """Decision procedures and simplification, the cheap and the likely first."""
    variables = {h.name for h in shape.hypotheses if not h.is_fact}
    if not shape.conclusion.names & variables:
        yield "norm_num", 0.3
        yield "decide +kernel", 0.2
        yield "rfl", -1.0
        yield "decide", -1.2
        yield "simp", -1.0
    if shape.names & _ARITHMETIC or shape.conclusion.head == "False":
        yield "omega", 0.6
    if shape.facts:
        yield "simp_all", -0.4
        yield "assumption", -2.5
        yield "contradiction", -3.5
        yield "simp at *", -1.7
        yield "simp_all <;> omega", -0.8
    if shape.conclusion.names & variables:
        yield "norm_num", -1.2
        yield "rfl", -3.0
        yield "simp", -2.0
        yield "decide +kernel", -4.0
    if shape.names & _CASTS:
        yield "push_cast at *", -3.0
    yield "grind", -4.0
    if "%" in shape.names or "[MOD" in shape.names:
        known = "".join(f", {h.name}" for h in shape.facts if h.term.head == "=")
        yield f"simp [Nat.pow_mod, Nat.add_mod, Nat.mul_mod{known}]", -2.0
        if shape.integers:
            yield f"simp [pow_succ, Int.add_emod, Int.sub_emod, Int.mul_emod{known}]", -1.2
    for fact in shape.facts:
        if _is_false(fact.term):
            yield f"exact absurd {fact.name} (by decide +kernel)", 0.5
    definitions = definitions_of(shape)
    if definitions:
        listed = ", ".join(definitions)
        yield f"simp only [{listed}] at *", -0.2
        yield f"simp_all [{listed}]", -1.5
        yield f"simp only [{listed}] at *\nomega", 0.1
        yield f"simp [{listed}] at * <;> omega", -1.3


def _is_false(term: Term) -> bool:
    """Whether a fact without variables is known to fail."""
    try:
        return not evaluate(term, {}, frozenset())
    except UnknownValueError:
        return False


def definitions_of(shape: Shape) -> list[str]:
    """Lemmas that unfold what the goal mentions into arithmetic."""
    found = []
    integral = bool(shape.integers) or "↑" in shape.names
    for head, naturals, integers in _UNFOLDINGS:
        if head in shape.names:
            found += [naturals] if naturals else []
            found += [integers] if integers and integral else []
    return found


_UNFOLDINGS = (
    ("Even", "Nat.even_iff", "Int.even_iff"),
    ("Odd", "Nat.odd_iff", "Int.odd_iff"),
    ("[MOD", "Nat.ModEq", ""),
    ("[ZMOD", "", "Int.ModEq"),
    ("setOf", "Set.mem_setOf_eq", ""),
    ("abs", "", "abs_le, abs_lt"),
)
