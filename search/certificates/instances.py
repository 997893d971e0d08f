"""Universal facts at the arguments that matter, and nothing else.

`h : ∀ x, f x = 2 * x` becomes `have h_1 : f 3 = 2 * 3 := h 3` wherever `f 3` occurs; a recurrence
is unrolled from 0; an identity in `x` alone is taken at small numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import product

from search.canonical import replace_names
from search.symbolic.printing import argument
from search.symbolic.shapes import NATURAL, Hypothesis, Shape
from search.symbolic.terms import Term

Weighted = tuple[str, float]
MAX_INSTANCES = 16
MAX_NUMERAL = 16
_UNDONE = {"toFun": "left_inv", "invFun": "right_inv"}
_POINTS = ("0", "1", "(-1)", "2", "3")
_CLOSED_SUM = re.compile(r"\((\d+) ([+*]) (\d+)\)")
_BODY = re.compile(r"^∀ \([^()]*\), (?P<body>.*)$", re.DOTALL)


def instance_steps(shape: Shape) -> Iterator[Weighted]:
    """One tactic that adds the instances of all universal facts and puts the facts away."""
    lines: list[str] = []
    used: list[str] = []
    for fact in shape.facts:
        if fact.term.head != "∀" or len(fact.term.args) != 1:
            continue
        found = list(_instances(fact, shape))[: MAX_INSTANCES - len(lines)]
        lines += found
        used += [fact.name] if found else []
    yield from _inverses(shape)
    if lines:
        yield "\n".join([*lines, f"clear {' '.join(used)}"]), 0.0


def _inverses(shape: Shape) -> Iterator[Weighted]:
    """That the two functions of an equivalence undo each other, wherever one is applied."""
    lines: list[str] = []
    for part in dict.fromkeys(p for t in shape.terms for p in t.walk()):
        owner = next((h for h in shape.hypotheses if part.written.startswith(h.name + ".")), None)
        if (
            part.head not in _UNDONE
            or len(part.args) != 2
            or owner is None
            or "≃" not in owner.text
        ):
            continue
        name = f"{shape.fresh('hinv')}{len(lines) or ''}"
        text = argument(part.args[1].written)
        lines.append(f"have {name} := {owner.name}.{_UNDONE[part.head]} {text}")
    if lines:
        yield "\n".join([*lines[:MAX_INSTANCES], "simp_all"]), -0.7
        yield "\n".join(lines[:MAX_INSTANCES]), -1.5


def _instances(fact: Hypothesis, shape: Shape) -> Iterator[str]:
    match = _BODY.match(" ".join(fact.text.split()))
    if match is None:
        return
    term, text = fact.term.args[0], match["body"]
    premises = 0
    while term.head == "→":
        premises += 1
        text = text.partition(" → ")[2]
        term = term.args[1]
    if term.head not in ("=", "≤", "<", "≥", ">", "∧"):
        return
    names_before: list[str] = []
    for number, arguments in enumerate(_arguments(fact, term, shape)):
        names = dict(zip(fact.term.bound, arguments, strict=True))
        claim = _folded(replace_names(text, names))
        # What a premise says of a function's value, the instances before this one may tell.
        closed = not any(c.isalpha() for a in arguments for c in a)
        by = (
            "(by norm_num)"
            if closed or not names_before
            else f"(by norm_num [{', '.join(names_before)}])"
        )
        name = shape.fresh(f"{fact.name}_{number}")
        names_before.append(name)
        application = " ".join([fact.name, *arguments, *[by] * premises])
        # Where a premise does not hold there is no instance.
        have = "try have" if premises else "have"
        if "↑" in claim:
            yield f"{have} {name} := {application}\ntry push_cast at {name}"
        else:
            yield f"{have} {name} : {claim} := {application}"


def _arguments(fact: Hypothesis, body: Term, shape: Shape) -> Iterator[tuple[str, ...]]:
    bound = fact.term.bound
    over_naturals = any(f"({name} : {n}" in fact.text for n in NATURAL for name in bound) or any(
        f" : {n})" in fact.text for n in NATURAL
    )
    functions = [
        part for part in body.walk() if part.head in shape.functions and len(part.args) > 0
    ]
    if over_naturals and len(bound) == 1:
        heads = {part.head for part in functions}
        top = max([4, *(n for n in _numerals(shape, heads) if n <= MAX_NUMERAL)])
        yield from ((str(k),) for k in range(top + 1))
        return
    if not functions:
        points = _POINTS if len(bound) == 1 else _POINTS[:2]
        yield from product(points, repeat=len(bound))
        return
    if not any(_flat(p) for p in functions) and len(bound) == 1:
        yield from ((point,) for point in _POINTS[:3])
        return
    patterns = [p for p in functions if {a.head for a in p.args} >= set(bound) and _flat(p)]
    seen: set[tuple[str, ...]] = set()
    for pattern in patterns:
        for applied in _applications(pattern.head, shape):
            values = dict(zip((a.head for a in pattern.args), applied.args, strict=False))
            found = tuple(argument(values[name].written) for name in bound if name in values)
            if len(found) == len(bound) and found not in seen:
                seen.add(found)
                yield found


def _flat(pattern: Term) -> bool:
    return not any(arg.args for arg in pattern.args)


def _applications(head: str, shape: Shape) -> list[Term]:
    """Where a function is applied outside of universal facts, the inner applications first."""
    terms = [t for t in shape.terms if t.head not in ("∀", "∃")]
    parts = [p for t in terms for p in t.walk() if p.head == head and p.args]
    return list(dict.fromkeys(reversed(parts)))


def _numerals(shape: Shape, heads: set[str]) -> Sequence[int]:
    parts = [p for t in shape.terms for p in t.walk() if p.head in heads]
    return [n for p in parts for a in p.args if (n := a.number) is not None]


def _folded(text: str) -> str:
    """Arguments such as `(3 + 1)` as one numeral."""

    def value(match: re.Match[str]) -> str:
        left, right = int(match[1]), int(match[3])
        return str(left + right if match[2] == "+" else left * right)

    before = ""
    while before != text:
        before, text = text, _CLOSED_SUM.sub(value, text)
    return text
