"""A finite set that a fact describes by its members, turned into one that Lean can compute."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from search.symbolic.arithmetic import UnknownValueError, evaluate
from search.symbolic.shapes import Hypothesis, Shape
from search.symbolic.terms import conjuncts, parse_term

Weighted = tuple[str, float]
_DESCRIBED = re.compile(
    r"∀ \(?(?P<element>[^\W\d]\w*)(?: : (?P<type>[ℕℤ]))?\)?,\s+"
    r"(?P=element) ∈ (?P<set>\S+) ↔ (?P<by>.*)",
    re.DOTALL,
)
_REACH = {"ℕ": range(0, 3_000), "ℤ": range(-400, 400)}


def finset_steps(shape: Shape) -> Iterator[Weighted]:
    """`S = filter P (range B)` for facts `∀ n, n ∈ S ↔ P n`, then the goal by computation."""
    kinds = {h.name: h.text for h in shape.hypotheses}
    for fact in shape.facts:
        match = _DESCRIBED.fullmatch(fact.text)
        if match and kinds.get(match["set"], "").startswith("Finset"):
            yield from _computed(fact, match, shape)


def _computed(fact: Hypothesis, match: re.Match[str], shape: Shape) -> Iterator[Weighted]:
    element, kind, by = match["element"], match["type"] or "ℕ", match["by"]
    members = _members(element, kind, by)
    if not members:
        return
    # A congruence between constants bounds its modulus by the larger of them.
    constants = [
        number
        for part in conjuncts(parse_term(by))
        if part.head == "[MOD" and part.args[2].head == element
        for number in (part.args[0].number, part.args[1].number)
        if number is not None
    ]
    if kind == "ℕ":
        ground = f"Finset.range {max([members[-1], *constants]) + 1}"
    else:
        ground = f"Finset.Icc ({members[0]} : ℤ) {members[-1]}"
    bounds = [h.name for h in shape.facts if h.name != fact.name and h.term.head == "∀"]
    known = ", ".join([fact.name, *bounds])
    computed = f"Finset.filter (fun {element} : {kind} => {by}) ({ground})"
    yield (
        f"have hS : {match['set']} = {computed} := by\n"
        f"  ext {element}\n"
        f"  simp only [{known}, Finset.mem_filter, Finset.mem_range, Finset.mem_Icc]\n"
        "  refine ⟨fun h => ⟨?_, h⟩, fun h => h.2⟩\n"
        f"  {_bound(element, constants)}\n"
        "rw [hS]\n"
        "decide +kernel",
        0.4,
    )


def _bound(element: str, constants: list[int]) -> str:
    """A proof that a member lies in the ground set, by whichever way works."""
    small = ", ".join(
        f"Nat.mod_eq_of_lt (show {c} < {element} by omega)" for c in dict.fromkeys(constants)
    )
    ways = [
        *(
            [f"(refine Nat.lt_of_not_le fun hc => ?_; simp only [Nat.ModEq, {small}] at h; omega)"]
            if constants
            else []
        ),
        "omega",
        "(simp only [abs_le, abs_lt] at h; omega)",
        "(have := Nat.le_of_dvd (by decide) h; omega)",
        "exact Nat.lt_of_le_of_lt (Nat.le_of_dvd (by decide +kernel) h) (by decide +kernel)",
        "(have := Nat.le_of_dvd (by decide) h.1; omega)",
        "(have := Nat.le_of_dvd (by decide) h.2; omega)",
        "(refine Nat.lt_of_not_le fun hc => ?_; have := Nat.mul_le_mul hc hc; "
        "simp only [pow_two] at h; omega)",
    ]
    return "first\n" + "\n".join(f"    | {way}" for way in ways)


@lru_cache(maxsize=64)
def _members(element: str, kind: str, by: str) -> tuple[int, ...]:
    """The members within reach; none if that cannot be told or if they reach the edge."""
    term = parse_term(by)
    integers = frozenset({element}) if kind == "ℤ" else frozenset[str]()
    reach = _REACH[kind]
    try:
        members = tuple(x for x in reach if evaluate(term, {element: x}, integers))
    except UnknownValueError:
        return ()
    return members if members and members[-1] < reach[-1] - 100 else ()
