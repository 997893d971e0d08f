"""Finitely many cases, checked by the kernel at once, and nothing else.

Every variable of the goal gets a range; the goal becomes `∀ a < 10, facts → ∀ b < 7, facts → goal`,
which `decide +kernel` evaluates. The same enumeration is first done here, to know that it is short
and that the goal holds in every case.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from search.symbolic.arithmetic import UnknownValueError, Value, evaluate
from search.symbolic.bounds import Range, ranges
from search.symbolic.shapes import Hypothesis, Shape
from search.symbolic.terms import Term

MAX_CASES = 16_000
_FALSE = Term("False")


@dataclass(frozen=True)
class Level:
    """A variable with its range and the facts that can be checked once it has a value."""

    range: Range
    facts: tuple[Hypothesis, ...]


def enumeration(shape: Shape) -> Iterator[tuple[str, float]]:
    """Tactics that close the goal by going through all cases."""
    direct = list(_enumerated(shape, shape.conclusion, ""))
    yield from direct
    if not direct and shape.conclusion.head in ("≤", "<", "≥", ">", "≠", "∨", "¬", "="):
        # The goal's own negation may be what bounds a variable.
        name = shape.fresh("hneg")
        negated = Hypothesis(name, "", Term("¬", (shape.conclusion,)))
        yield from _enumerated(
            shape, _FALSE, f"refine Classical.byContradiction fun {name} => ?_\n", (negated,)
        )


def _enumerated(
    shape: Shape, goal: Term, opening: str, extra: Sequence[Hypothesis] = ()
) -> Iterator[tuple[str, float]]:
    bounded = ranges(shape, [h.term for h in extra])
    variables = {*shape.naturals, *shape.integers}
    facts = [h for h in (*shape.facts, *extra) if h.term.names & variables]
    if extra:
        wanted: set[str] = set(bounded)
    else:
        wanted = set(goal.names & variables)
        # A variable that is tied to a wanted one by a fact may be what excludes a case.
        for fact in facts:
            names = fact.term.names & variables
            if names & wanted and names <= bounded.keys():
                wanted |= names
    if not wanted or not wanted <= bounded.keys():
        return
    usable = [
        h for h in facts if h.term.names & variables <= wanted and has_value(h.term, bounded, shape)
    ]
    if not has_value(goal, bounded, shape):
        return
    levels = _levels([bounded[name] for name in bounded if name in wanted], usable)
    cases = _count(levels, goal, frozenset(shape.integers))
    if cases is None:
        return
    depends = [h.name for h in facts if h not in usable and h.term.names & wanted]
    text = opening + tactic(shape, levels, list(bounded.values()), depends)
    yield text, (-0.5 if cases < 500 else -1.5 if cases < 4000 else -3.0)


def _levels(chosen: Sequence[Range], facts: Sequence[Hypothesis]) -> list[Level]:
    """An order of the variables in which facts are checked early, small ranges first."""
    left, waiting, bound = list(chosen), list(facts), set[str]()
    names = {r.name for r in chosen}
    levels: list[Level] = []
    while left:

        def rank(candidate: Range, facts: Sequence[Hypothesis]) -> tuple[bool, int]:
            known = {*bound, candidate.name}
            settles = any(h.term.names & names <= known for h in facts)
            return not settles, candidate.size

        best = min(left, key=lambda candidate: rank(candidate, waiting))
        left.remove(best)
        bound.add(best.name)
        settled = tuple(h for h in waiting if h.term.names & names <= bound)
        waiting = [h for h in waiting if h not in settled]
        levels.append(Level(best, settled))
    return levels


def _count(levels: Sequence[Level], goal: Term, integers: frozenset[str]) -> int | None:
    """How many cases are looked at; None if too many or if the goal fails in one."""
    seen = 0

    def holds(depth: int, values: dict[str, Value]) -> bool:
        nonlocal seen
        if depth == len(levels):
            return bool(evaluate(goal, values, integers))
        level = levels[depth]
        for value in level.range.values:
            seen += 1
            if seen > MAX_CASES:
                return False
            inner = {**values, level.range.name: value}
            if all(evaluate(h.term, inner, integers) for h in level.facts) and not holds(
                depth + 1, inner
            ):
                return False
        return True

    try:
        return seen if holds(0, {}) else None
    except UnknownValueError:
        return None


def has_value(term: Term, bounded: dict[str, Range], shape: Shape) -> bool:
    """Whether a term can be computed once the bounded variables have values."""
    values: dict[str, Value] = {name: bound.high for name, bound in bounded.items()}
    try:
        evaluate(term, values, frozenset(shape.integers))
    except UnknownValueError:
        return False
    return True


def tactic(
    shape: Shape, levels: Sequence[Level], bounds: Sequence[Range], depends: Sequence[str]
) -> str:
    """Lines that put what `levels` say in front of the goal and compute.

    Bounds first (each may need those before it), then everything back into the goal; the facts
    `depends`, which mention the variables too, are put away.
    """
    needed = {level.range.name for level in levels}
    last = max(i for i, bound in enumerate(bounds) if bound.name in needed)
    lines: list[str] = []
    spare: list[str] = []
    for bound in bounds[: last + 1]:
        name = shape.fresh(f"hb_{bound.name}")
        if bound.name in shape.integers:
            low = f"({bound.low})" if bound.low < 0 else str(bound.low)
            lines += [
                f"obtain ⟨{bound.name}', hk⟩ : ∃ k : ℕ, {bound.name} = (k : ℤ) + {low} :=",
                f"  ⟨({bound.name} - {low}).toNat, by omega⟩",
                "subst hk",
                f"have {name} : {bound.name}' < {bound.size} := by omega",
            ]
        elif bound.divides:
            lines += [
                f"have {name} : {bound.name} ∈ Nat.divisors {bound.divides} :=",
                f"  Nat.mem_divisors.2 ⟨{bound.proof}, by decide⟩",
                f"have {name}' := Nat.divisor_le {name}",
            ]
            spare.append(f"{name}'")
        else:
            lines.append(f"have {name} : {bound.name} < {bound.high + 1} := {bound.proof}")
        if bound.name not in needed:
            spare.append(name)
    if depends or spare:
        lines.append("clear " + " ".join([*depends, *spare]))
    for level in reversed(levels):
        if level.facts:
            lines.append("revert " + " ".join(h.name for h in level.facts))
        mark = "'" if level.range.name in shape.integers else ""
        lines.append("revert " + shape.fresh(f"hb_{level.range.name}"))
        lines.append(f"revert {level.range.name}{mark}")
    return "\n".join([*lines, "decide +kernel"])
