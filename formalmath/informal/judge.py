"""The seam between the checker and Lean: goals in, proofs that Lean's kernel accepted out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from formalmath.informal.claims import Reading


@dataclass(frozen=True)
class Goal:
    """A statement, or its negation, that is to be proved."""

    statement: Reading
    negated: bool = False

    @property
    def likely(self) -> bool:
        """Whether exact arithmetic expects it to be true."""
        return self.statement.likely != self.negated


@dataclass(frozen=True)
class Judgement:
    """What came of a goal: proved, with the Lean text; or not, with why."""

    proved: bool
    lean: str = ""
    why: str = ""


class Judge(Protocol):
    """Proves goals."""

    async def judge(self, goals: Sequence[Goal]) -> Sequence[Judgement]:
        """One judgement a goal, in their order. "Proved" is what the verifier accepted."""
        ...
