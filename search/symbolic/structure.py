"""Steps that take goals and hypotheses apart by their outermost sign, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator

from search.symbolic.shapes import Shape
from search.symbolic.terms import Term

Weighted = tuple[str, float]


def structural_steps(shape: Shape) -> Iterator[Weighted]:
    """Introductions, splits, cases and substitutions."""
    yield from _introductions(shape)
    yield from _destructions(shape)
    match shape.conclusion.head:
        case "∧" | "↔" | "IsLeast" | "IsGreatest" | "ExistsUnique":
            yield "constructor", 0.0
        case "∨":
            yield "left", -2.5
            yield "right", -2.5
        case "∃" | "∃!":
            yield from _witnesses(shape)
        case "∈" if shape.conclusion.args[1].head in ("lowerBounds", "upperBounds"):
            b, hb = shape.fresh("b"), shape.fresh("hb")
            yield f"intro {b} {hb}\nsimp only [Set.mem_setOf_eq] at {hb}", 0.5
        case "=" if shape.conclusion.args[0].head == "pair":
            yield "simp only [Prod.mk.injEq]", 0.0
    if any(h.term.head == "=" and _has_variable_side(h.term, shape) for h in shape.facts):
        yield "subst_vars", 0.5
    for fact in shape.facts:
        if fact.term.head == "∨":
            yield f"rcases {fact.name} with {fact.name} | {fact.name}", -1.0
        elif fact.term.head == "¬":
            yield f"exact absurd ‹_› {fact.name}", -5.0
    if shape.conclusion.head in ("=", "<", "≤", ">", "≥", "∣", "Prime", "∨"):
        yield f"refine Classical.byContradiction fun {shape.fresh('hneg')} => ?_", -4.5
    if shape.conclusion.head != "False" and shape.facts:
        yield "exfalso", -6.0
    for name in shape.integers:
        if _nonnegative(name, shape):
            k = shape.fresh(f"{name}n")
            yield (
                f"obtain ⟨{k}, hk⟩ : ∃ k : ℕ, {name} = (k : ℤ) := ⟨{name}.toNat, by omega⟩\n"
                "subst hk",
                -0.7,
            )


def _introductions(shape: Shape) -> Iterator[Weighted]:
    names: list[str] = []
    term = shape.conclusion
    while True:
        if term.head == "∀":
            for bound in term.bound:
                names.append(_unused(bound if bound != "_" else "x", names, shape))
            # A bounded quantifier (`∀ x > 3, p x`) introduces a proof of the bound as well.
            names += [_unused("h", names, shape) for _ in term.args[:-1]]
            term = term.args[-1]
        elif term.head == "→":
            names.append(_unused("h", names, shape))
            term = term.args[1]
        else:
            break
    if term.head in ("¬", "≠") and (not names or term.head == "¬"):
        names.append(_unused("h", names, shape))
    if names:
        weight = 1.0 if shape.conclusion.head in ("∀", "→") else -1.5
        yield "intro " + " ".join(names), weight


def _unused(base: str, taken: list[str], shape: Shape) -> str:
    name = shape.fresh(base)
    number = 0
    while name in taken:
        number += 1
        name = shape.fresh(f"{base}{number}")
    return name


def _destructions(shape: Shape) -> Iterator[Weighted]:
    """All conjunctions and existential facts taken apart in one step."""
    lines = []
    for fact in shape.facts:
        if fact.term.head in ("∧", "∃"):
            lines.append(f"obtain {_pattern(fact.term, fact.name, shape)} := {fact.name}")
    if lines:
        yield "\n".join(lines), 0.7
    least = [h for h in shape.facts if h.term.head in ("IsLeast", "IsGreatest")]
    if least:
        yield "\n".join(f"obtain ⟨{h.name}, {h.name}'⟩ := {h.name}" for h in least), 0.5


def _pattern(term: Term, name: str, shape: Shape) -> str:
    """The `obtain` pattern for a fact called `name`; its parts get names made from that."""
    if term.head == "∃":
        bound = [shape.fresh(b) for b in term.bound]
        extra = [f"{name}{'b' * (i + 1)}" for i in range(len(term.args) - 1)]
        return f"⟨{', '.join([*bound, *extra, _pattern(term.args[-1], name, shape)])}⟩"
    if term.head == "∧":
        left = _pattern(term.args[0], name + "a", shape)
        right = _pattern(term.args[1], name + "b", shape)
        return f"⟨{left}, {right}⟩"
    return name


def _witnesses(shape: Shape) -> Iterator[Weighted]:
    for number in dict.fromkeys([0, 1, 2, *shape.numerals[:4]]):
        yield f"exact ⟨{number}, by simp⟩", -2.0
        yield f"exact ⟨{number}, by omega⟩", -2.0
        yield f"refine ⟨{number}, ?_⟩", -3.5
    for name in (*shape.naturals, *shape.integers)[:3]:
        yield f"refine ⟨{name}, ?_⟩", -3.0
        yield f"refine ⟨{name} + 1, ?_⟩", -3.2
        yield f"exact ⟨{name} / 2, by omega⟩", -2.5


def _has_variable_side(term: Term, shape: Shape) -> bool:
    variables = {*shape.naturals, *shape.integers, *(h.name for h in shape.hypotheses)}
    return any(
        not side.args
        and side.head in variables
        and not any(t.head == side.head for t in other.walk())
        for side, other in (term.args, term.args[::-1])
    )


def _nonnegative(name: str, shape: Shape) -> bool:
    """Whether a fact could make the integer a natural; omega has the last word."""
    return any(
        part.head in ("<", "≤", ">", "≥", "=", "∧") and name in part.names for part in shape.parts()
    )
