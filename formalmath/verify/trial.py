"""A statement and what is offered as its proof, ready to be put to a checker, and nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, TypeAlias

from formalmath.lean.theorem import Theorem
from formalmath.verify.verdict import Verdict


class Checker(Protocol):
    """Who gives verdicts; `Verifier` is one."""

    async def verify(self, theorem: Theorem, tactics: Sequence[str]) -> Verdict:
        """Whether the tactics prove the theorem."""

    async def verify_file(self, challenge: str, candidate: str, target: str) -> Verdict:
        """Whether the candidate proves `target` as the challenge states it."""


@dataclass(frozen=True)
class Proof:
    """A candidate that is the body of a proof, for `Checker.verify`."""

    theorem: Theorem
    tactics: tuple[str, ...]

    async def put_to(self, checker: Checker) -> Verdict:
        """What the checker says of it."""
        return await checker.verify(self.theorem, self.tactics)


@dataclass(frozen=True)
class File:
    """A candidate that is a whole file, for `Checker.verify_file`."""

    challenge: str
    candidate: str
    target: str = "T"

    async def put_to(self, checker: Checker) -> Verdict:
        """What the checker says of it."""
        return await checker.verify_file(self.challenge, self.candidate, self.target)


Trial: TypeAlias = Proof | File
