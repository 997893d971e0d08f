"""Tactics for a goal by certificates, with log-weights, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator

from search.certificates.conditions import enrich
from search.certificates.context import Context, context_of
from search.certificates.facts import Relation, relation, relations
from search.certificates.kinds import KINDS, Kind
from search.certificates.proving import DEEP, Claim, contradiction, proof
from search.certificates.reading import UnreadableError
from search.symbolic.shapes import Shape

Weighted = tuple[str, float]


def steps(shape: Shape, seconds: float) -> Iterator[Weighted]:
    """Proofs of the goal, if certificates give them."""
    wanted = relation(shape.conclusion)
    types = {h.name: h.text for h in shape.hypotheses}
    if wanted is None:
        if shape.conclusion.head == "False":
            yield from _absurdities(shape, types, seconds)
        return
    kind = KINDS.get(wanted.kind_name(types) or "")
    if kind is None:
        return
    context = context_of(shape, kind, [wanted], seconds)
    if context is None:
        return
    enrich(context)
    lines = _proved(context, wanted)
    if lines:
        yield "\n".join(context.with_prelude(lines)), 2.0


def _proved(context: Context, wanted: Relation) -> list[str] | None:
    try:
        left, right = context.space.read(wanted.left), context.space.read(wanted.right)
    except UnreadableError:
        return None
    return proof(context, Claim(wanted.head, left, right), DEEP)


def _absurdities(shape: Shape, types: dict[str, str], seconds: float) -> Iterator[Weighted]:
    kinds: list[Kind] = []
    for known in relations(shape):
        kind = KINDS.get(known.kind_name(types) or "")
        if kind is not None and kind not in kinds:
            kinds.append(kind)
    for kind in kinds:
        context = context_of(shape, kind, [], seconds / len(kinds))
        if context is not None:
            enrich(context)
            lines = contradiction(context, DEEP)
            if lines:
                yield "\n".join(context.with_prelude(lines)), 2.0
