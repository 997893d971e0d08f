"""Tactics for a goal by certificates, with log-weights, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator

from search.certificates.conditions import enrich
from search.certificates.context import Context, context_of
from search.certificates.facts import Relation, relation, relations
from search.certificates.instances import instance_steps
from search.certificates.kinds import KINDS, Kind
from search.certificates.levels import DEEP
from search.certificates.lifting import lifted_steps
from search.certificates.policy import CLOSING
from search.certificates.proving import Claim, contradiction, proof
from search.certificates.reading import UnreadableError
from search.certificates.splits import split_steps
from search.symbolic.shapes import Shape
from search.symbolic.terms import Term

Weighted = tuple[str, float]


def steps(shape: Shape, seconds: float) -> Iterator[Weighted]:
    """Proofs of the goal if certificates give them; else steps towards such proofs."""
    kinds = _kinds(shape)
    contexts = []
    for kind in kinds:
        context = context_of(shape, kind, _wanted(shape.conclusion), seconds / len(kinds))
        if context is None:
            continue
        enrich(context)
        lines = _closed(context, shape.conclusion)
        if lines:
            yield "\n".join(context.with_prelude(lines)), CLOSING
            return
        contexts.append(context)
    yield from lifted_steps(shape, seconds)
    yield from instance_steps(shape)
    for context in contexts:
        yield from split_steps(context)


def _closed(context: Context, goal: Term) -> list[str] | None:
    """Lines that prove a relation, False, or a disjunction of them."""
    if goal.head == "False":
        return contradiction(context, DEEP)
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
    types = {h.name: h.text for h in shape.hypotheses}
    wanted = _wanted(shape.conclusion) or list(relations(shape))
    named = dict.fromkeys(found.kind_name(types) for found in wanted)
    return [KINDS[name] for name in named if name in KINDS]
