"""Tactics for a goal by certificates, with log-weights, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator

from search.certificates.conditions import enrich
from search.certificates.context import Context, context_of
from search.certificates.facts import Relation, relation, relations
from search.certificates.fractions import multiplied_out
from search.certificates.instances import instance_steps
from search.certificates.kinds import KINDS, RATIONAL, REAL, Kind
from search.certificates.levels import DEEP, LINEAR, SQUARES
from search.certificates.lifting import lifted_steps
from search.certificates.policy import CLOSING
from search.certificates.proving import Claim, contradiction, proof
from search.certificates.reading import UnreadableError
from search.certificates.splits import split_steps
from search.certificates.values import value_steps
from search.symbolic.shapes import Shape
from search.symbolic.terms import Term

Weighted = tuple[str, float]
_ROUNDED = {"floor", "ceil"}
LONG = 500
"""The length of a proof with denominators from which on it is better to clear them first."""
_SUMS = ("Finset.sum_range_succ", "Finset.sum_range_zero")


def steps(shape: Shape, seconds: float) -> Iterator[Weighted]:
    """Proofs of the goal if certificates give them; else steps towards such proofs."""
    kinds = _kinds(shape) or _closed_kinds(shape)
    contexts = []
    for kind in kinds:
        context = context_of(shape, kind, _wanted(shape.conclusion), seconds / len(kinds))
        if context is None:
            continue
        enrich(context)
        lines = _closed(context, shape.conclusion)
        wanted = relation(shape.conclusion)
        cleared = wanted and multiplied_out(context, shape.conclusion, wanted)
        if lines:
            text = "\n".join(context.with_prelude(lines))
            if cleared and len(text) > LONG:
                yield cleared, CLOSING + 1
            yield text, CLOSING
            return
        if cleared:
            yield cleared, 0.5
        contexts.append(context)
    yield from lifted_steps(shape, seconds)
    yield from instance_steps(shape)
    for kind in _kinds_of_facts(shape) or ([REAL] if _ROUNDED & shape.names else []):
        other = None if kind in kinds else context_of(shape, kind, [], seconds / 4)
        if other is not None:
            enrich(other)
            lines = contradiction(other, SQUARES)
            if lines:
                yield "\n".join(["exfalso", *other.with_prelude(lines)]), CLOSING
                return
            yield from value_steps(other)
    for context in contexts:
        yield from value_steps(context)
        yield from split_steps(context)
    if {"∑", "sum"} & shape.names:
        yield f"norm_num [{', '.join(_SUMS)}] at *", -0.5


def _closed(context: Context, goal: Term) -> list[str] | None:
    """Lines that prove a relation, False, or a disjunction of them."""
    if goal.head == "False":
        return contradiction(context, DEEP)
    absurd = contradiction(context, LINEAR)
    if absurd:
        return ["exfalso", *absurd]
    if goal.head == "∨":
        for side, part in zip(("left", "right"), goal.args, strict=True):
            lines = _closed(context, part)
            if lines:
                return [side, *lines]
        return None
    wanted = relation(goal)
    if wanted is None:
        return None
    if wanted.head == "=" and wanted.left.head == wanted.right.head == "sqrt":
        under = Relation("=", wanted.left.args[0], wanted.right.args[0])
        lines = _related(context, under)
        if lines and len(lines) == 1:
            return [f"exact congrArg Real.sqrt (by {lines[0]})"]
    return _related(context, wanted)


def _related(context: Context, wanted: Relation) -> list[str] | None:
    try:
        left, right = context.space.read(wanted.left), context.space.read(wanted.right)
    except UnreadableError:
        return None
    return proof(context, Claim(wanted.head, left, right), DEEP)


def _wanted(goal: Term) -> list[Relation]:
    if goal.head == "∨":
        return [found for part in goal.args for found in _wanted(part)]
    wanted = relation(goal)
    return [] if wanted is None else [wanted]


def _kinds(shape: Shape) -> list[Kind]:
    """The number systems that the goal is about, or if it is False, the facts."""
    wanted = _wanted(shape.conclusion)
    return _named(shape, wanted) if wanted else _kinds_of_facts(shape)


def _closed_kinds(shape: Shape) -> list[Kind]:
    """For a relation between numbers whose type the text does not tell: any field will do."""
    closed = not shape.hypotheses and "/" in shape.conclusion.names
    return [RATIONAL] if closed and _wanted(shape.conclusion) else []


def _kinds_of_facts(shape: Shape) -> list[Kind]:
    return _named(shape, list(relations(shape)))


def _named(shape: Shape, found: list[Relation]) -> list[Kind]:
    types = {h.name: h.text for h in shape.hypotheses}
    names = dict.fromkeys(relation.kind_name(types) for relation in found)
    return list(dict.fromkeys(KINDS[name] for name in names if name in KINDS))
