"""What the checker says of claims, steps and whole solutions, and nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

from formalmath.informal.claims import Answer, Claim, Reading, StepClaims
from formalmath.informal.solution import Solution


class Status(Enum):
    """The three words of a verdict.

    VERIFIED: Lean's kernel accepted a proof. REFUTED: it accepted a proof of the negation, of every
    reading. UNKNOWN: neither; never "wrong".
    """

    VERIFIED = "verified"
    REFUTED = "refuted"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Proof:
    """A theorem that the verifier accepted.

    Attributes:
        statement: the reading that it proves or refutes.
        negated: whether it proves the negation.
        lean: the theorem with its proof, as Lean text.
    """

    statement: Reading
    negated: bool
    lean: str


@dataclass(frozen=True)
class ClaimVerdict:
    """The verdict on one claim. `why` is set for UNKNOWN; `proofs` show the others."""

    claim: Claim
    status: Status
    why: str = ""
    proofs: tuple[Proof, ...] = ()


@dataclass(frozen=True)
class StepVerdict:
    """The verdict on one step.

    REFUTED if one of its claims is; VERIFIED if it has claims, all are verified and nothing in it
    was left unread; else UNKNOWN, with `why`.

    Attributes:
        says: what the translator read.
        unsupported: numbers it computes with that neither the problem nor an earlier step gives;
            empty where the problem is not known.
        rests_on_refuted: earlier steps that are refuted and whose results this one uses.
        used_by: later steps that use its results; the answer's step counts.
    """

    index: int
    status: Status
    why: str
    claims: tuple[ClaimVerdict, ...]
    says: StepClaims
    unsupported: tuple[Fraction, ...] = ()
    rests_on_refuted: tuple[int, ...] = ()
    used_by: tuple[int, ...] = ()

    @property
    def computes(self) -> bool:
        """Whether it has a result."""
        return any(each.claim.result is not None for each in self.claims)


@dataclass(frozen=True)
class AnswerVerdict:
    """The verdict on the final answer.

    Attributes:
        computed: that a step of the solution computes it: VERIFIED, REFUTED (no step does, and it
            differs from what the last one computes) or UNKNOWN.
        solves: that it is the value of the problem; None where the problem is no expression.
    """

    answer: Answer
    computed: ClaimVerdict | None
    solves: ClaimVerdict | None


@dataclass(frozen=True)
class SolutionVerdict:
    """The verdict on a solution.

    VERIFIED: it has claims, every one is verified, none was left unread, and a step computes the
    final answer. What its steps define or assume is taken as given, so that says nothing on whether
    the problem was understood.
    REFUTED: a step is refuted, or the answer is shown not to be the value of the problem.
    UNKNOWN: anything else; `why` says what is missing.
    """

    solution: Solution
    status: Status
    why: str
    steps: tuple[StepVerdict, ...]
    answer: AnswerVerdict | None

    @property
    def first_refuted(self) -> int | None:
        """The index of the first refuted step."""
        return next((s.index for s in self.steps if s.status is Status.REFUTED), None)

    @property
    def unused(self) -> tuple[int, ...]:
        """Steps that compute what nothing later uses."""
        return tuple(s.index for s in self.steps if s.computes and not s.used_by)


def step_status(claims: Sequence[ClaimVerdict], says: StepClaims) -> tuple[Status, str]:
    """The status of a step from those of its claims, with why it is unknown."""
    if any(each.status is Status.REFUTED for each in claims):
        return Status.REFUTED, ""
    if says.unread:
        return Status.UNKNOWN, says.unread[0].why
    for each in claims:
        if each.status is Status.UNKNOWN:
            return Status.UNKNOWN, each.why
    if not claims:
        return Status.UNKNOWN, "; ".join(says.introduces) or "it holds no calculation"
    return Status.VERIFIED, ""
