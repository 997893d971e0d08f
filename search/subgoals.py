"""The goals that a proof went through as statements of their own, and nothing else.

A goal's hypotheses become binders. Names that no text can write (`h✝`) are replaced. Whether the
statement says the goal is for Lean to say: it is kept only if Lean's first state of it is the goal
again, up to the names of hypotheses.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lean_dojo import Declaration, Goal

from formalmath.lean.elaborator import Elaborator
from formalmath.lean.goals import parse_goals
from formalmath.lean.theorem import Theorem
from formalmath.lean.trace import Trace
from formalmath.lean.tracing import stated_goals
from formalmath.limits import Limits
from search.canonical import INACCESSIBLE, goal_key, replace_names
from search.goals import has_metavariables

_NAME = "subgoal"
_LIMITS = Limits()
_INSTANCE = re.compile(r"inst(?:✝|_\d|\Z)")


@dataclass(frozen=True)
class Subgoal:
    """A goal and the theorem that is to state it.

    Attributes:
        key: of the goal, under names that can be written; see `search.canonical.goal_key`.
        theorem: with the prefix of the theorem whose proof has the goal.
    """

    key: str
    theorem: Theorem


async def subgoal_theorems(
    traces: Iterable[Trace], lean: Elaborator, limits: Limits = _LIMITS
) -> list[Theorem]:
    """The goals of the steps as theorems that Lean reads as these goals: each once, in order.

    Left out are the goals that the traces' own theorems state, and those that no statement says:
    with metavariables, with a definition among the hypotheses, or with two hypotheses of one name.
    Whoever takes traces of a benchmark has its statements' subgoals here.

    Args:
        traces: of verified proofs.
        lean: reads the statements; a pool reads several at a time.
        limits: for each statement.

    Raises:
        PrefixError: what stands before a theorem does not elaborate here.
        LeanProcessError: Lean cannot be started at all.
    """
    found = list(subgoals(traces))
    states = await stated_goals([each.theorem for each in found], lean, limits)
    return [
        each.theorem for each, state in zip(found, states, strict=True) if _key(state) == each.key
    ]


def subgoals(traces: Iterable[Trace]) -> Iterator[Subgoal]:
    """What `subgoal_theorems` puts to Lean."""
    seen: set[tuple[str, str]] = set()
    for trace in traces:
        for number, step in enumerate(trace.steps):
            for goal in parse_goals(step.state)[:1]:
                subgoal = stated(goal, trace.prefix, trace.source)
                if subgoal and (trace.prefix, subgoal.key) not in seen:
                    seen.add((trace.prefix, subgoal.key))
                    if number:
                        yield subgoal


def stated(goal: Goal, prefix: str = "", source: str = "") -> Subgoal | None:
    """The theorem that should state a goal; None for a goal that none can state (see above)."""
    idents = [d.ident for d in goal.assumptions]
    unclear = len(set(idents)) < len(idents) or any(":=" in d.lean_type for d in goal.assumptions)
    if unclear or has_metavariables([goal]):
        return None
    names = _written_names(idents)
    instances = {names[i] for i in idents if i in names and _INSTANCE.match(i)}
    assumptions = [
        Declaration(names.get(d.ident, d.ident), _flat(replace_names(d.lean_type, names)))
        for d in goal.assumptions
    ]
    conclusion = _flat(replace_names(goal.conclusion, names))
    key = goal_key(Goal(assumptions, conclusion))
    binders = [
        f"[{d.ident} : {d.lean_type}]" if d.ident in instances else f"({d.ident} : {d.lean_type})"
        for d in assumptions
    ]
    name = f"{_NAME}_{hashlib.sha256(key.encode()).hexdigest()[:12]}"
    statement = " ".join(["theorem", name, *binders, ":", conclusion])
    return Subgoal(key, Theorem(name, prefix, statement, f"{source}#{name}" if source else ""))


def _key(state: str) -> str:
    return "\n\n".join(goal_key(goal) for goal in parse_goals(state))


def _written_names(idents: list[str]) -> dict[str, str]:
    """New names for those that no text can write."""
    taken = {ident for ident in idents if INACCESSIBLE not in ident}
    names: dict[str, str] = {}
    for ident in idents:
        if INACCESSIBLE in ident:
            stem = re.sub(r"[^\w']", "", ident.partition(INACCESSIBLE)[0]) or "x"
            number = 1
            while (name := f"{stem}_{number}") in taken:
                number += 1
            taken.add(name)
            names[ident] = name
    return names


def _flat(text: str) -> str:
    return " ".join(text.split())
