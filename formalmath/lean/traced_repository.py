"""The steps of proofs in a repository that LeanDojo has traced, and nothing else.

For those who have traced one (`lean_dojo.trace`, which needs elan and hours of work for Mathlib):
LeanDojo's own objects in, the steps of this toolkit out. Tried on LeanDojo's classes with a small
file; on a whole repository it was not run.

What is traced so was compiled by Lean, and not verified by this toolkit: these steps are data, no
`Trace`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from formalmath.lean.trace import Step

if TYPE_CHECKING:
    from lean_dojo import TracedFile, TracedRepo, TracedTactic, TracedTheorem

_DONE = "no goals"


@dataclass(frozen=True)
class TracedProof:
    """The steps of one theorem.

    Attributes:
        name: in full.
        file: relative to the repository.
        steps: in LeanDojo's order: the tactics of a block before those of the blocks inside it.
    """

    name: str
    file: str
    steps: tuple[Step, ...]


def traced_proofs(
    traced: TracedRepo | TracedFile, atomic_only: bool = False
) -> Iterator[TracedProof]:
    """The theorems of a traced repository or file whose proofs have tactics, in order.

    With `atomic_only`, tactics that hold others are left out.
    """
    for theorem in traced.get_traced_theorems():
        if steps := steps_of(theorem, atomic_only):
            yield TracedProof(theorem.theorem.full_name, theorem.file_path.as_posix(), steps)


def steps_of(theorem: TracedTheorem, atomic_only: bool = False) -> tuple[Step, ...]:
    """The steps of a theorem's proof; none if it has no tactics.

    Premises are the constants that the tactic's identifiers were resolved to by Lean.
    """
    return tuple(_step(each) for each in theorem.get_traced_tactics(atomic_only))


def _step(tactic: TracedTactic) -> Step:
    _, provenances = tactic.get_annotated_tactic()
    premises = tuple(dict.fromkeys(each["full_name"] for each in provenances))
    after = "" if tactic.state_after == _DONE else tactic.state_after
    return Step(tactic.state_before, tactic.tactic, after, premises)
