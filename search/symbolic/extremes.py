"""Least and greatest elements of sets that facts describe, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator

from search.symbolic.arithmetic import UnknownValueError, Value, evaluate
from search.symbolic.shapes import Hypothesis, Shape
from search.symbolic.terms import Term, parse_term

Weighted = tuple[str, float]
_DESCRIBED = re.compile(
    r"∀ \(?(?P<element>[^\W\d]\w*)(?: : (?P<type>[ℕℤ]))?\)?,\s+"
    r"(?P=element) ∈ (?P<set>\S+) ↔ (?P<by>.*)",
    re.DOTALL,
)
_REACH = range(2_000)


def extreme_steps(shape: Shape) -> Iterator[Weighted]:
    """For a fact `IsLeast S u`: the value of u, which membership and minimality force."""
    descriptions = dict(_descriptions(shape))
    for fact in shape.facts:
        if fact.term.head != "IsLeast" or len(fact.term.args) != 2:
            continue
        container, element = fact.term.args
        if element.head not in shape.naturals:
            continue
        least = _least(container, descriptions)
        if least is not None:
            yield _forced(fact, element.head, least, list(descriptions.values())), 0.3


def _descriptions(shape: Shape) -> Iterator[tuple[str, tuple[str, str, Term]]]:
    """Sets with the fact, the element's name and the property of facts `∀ a, a ∈ S ↔ p a`."""
    for fact in shape.facts:
        if match := _DESCRIBED.fullmatch(fact.text):
            yield match["set"], (fact.name, match["element"], parse_term(match["by"]))


def _least(container: Term, descriptions: dict[str, tuple[str, str, Term]]) -> int | None:
    """The least natural number in a set; None if it cannot be told."""
    try:
        return next((x for x in _REACH if _contains(container, x, descriptions)), None)
    except UnknownValueError:
        return None


def _contains(container: Term, value: int, descriptions: dict[str, tuple[str, str, Term]]) -> bool:
    if container.head in descriptions:
        _, element, by = descriptions[container.head]
        return bool(evaluate(by, {element: value}, frozenset()))
    if container.head == "\\":
        kept, removed = container.args
        return _contains(kept, value, descriptions) and not _contains(removed, value, descriptions)
    values: dict[str, Value] = {"_value": value}
    return bool(evaluate(Term("∈", (Term("_value"), container)), values, frozenset()))


def _forced(
    fact: Hypothesis, element: str, least: int, described: list[tuple[str, str, Term]]
) -> str:
    names = "".join(f", {name}" for name, _, _ in described)
    sets = f"Set.mem_diff, Set.mem_singleton_iff, Set.mem_setOf_eq{names}"
    return "\n".join(
        [
            f"have hle : {element} ≤ {least} := {fact.name}.2 (by simp [{sets}])",
            f"have hin := {fact.name}.1",
            f"simp only [{sets}] at hin",
            f"have heq : {element} = {least} := by",
            f"  first | omega | (interval_cases {element} <;> simp_all)",
            "subst heq",
            "clear hle hin",
        ]
    )
