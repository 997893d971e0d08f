"""What a translator hands to the checker: claims with every reading they may have; nothing else."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from fractions import Fraction
from typing import Protocol, TypeAlias

from formalmath.informal.solution import Solution, Span
from formalmath.informal.terms import Relation


@dataclass(frozen=True)
class Hypothesis:
    """An equation that a statement takes from an earlier step.

    `defines`: the variable that it gives a value to; "" if it relates several.
    """

    relation: Relation
    defines: str = ""


@dataclass(frozen=True)
class Certificate:
    """Why a relation of unknowns follows from equations, as found by linear algebra.

    Its left side minus its right side is `constant` plus the equations' sides' differences times
    `factors`, one for each hypothesis that defines no variable.
    """

    factors: tuple[Fraction, ...]
    constant: Fraction


@dataclass(frozen=True)
class Statement:
    """One reading of a claim: `relation` under `hypotheses`, over ℚ.

    Attributes:
        likely: whether exact arithmetic finds it true; only says which of it and its negation is
            put to Lean first.
        reading: how the text was read; "" for the plain reading.
        certificate: how it or its negation follows from equations; None if they are not needed.
        support: the hypotheses at values that satisfy them. What follows from hypotheses that
            nothing satisfies would be worth nothing, so these must be verified as well.
    """

    relation: Relation
    hypotheses: tuple[Hypothesis, ...] = ()
    likely: bool = True
    reading: str = ""
    certificate: Certificate | None = None
    support: tuple[Relation, ...] = ()


@dataclass(frozen=True)
class LeanStatement:
    """One reading of a claim in Lean itself, as a model states it.

    Attributes:
        binders: what stands before the colon; "" for none.
        proposition: what stands behind it.
        proof: tactics that the model proposes; "" for none. Lean judges them.
        likely: as of `Statement`; a model believes what it states.
        reading: as of `Statement`.
        support: as of `Statement`; a translator shows in other ways that hypotheses can hold.
    """

    binders: str
    proposition: str
    proof: str = ""
    likely: bool = True
    reading: str = ""
    support: tuple[Relation, ...] = ()

    def theorem(self, name: str, negated: bool = False) -> str:
        """It, or its negation under the same hypotheses, up to before a `:=`."""
        claim = f"¬ ({self.proposition})" if negated else self.proposition
        return f"theorem {name}{self._bound} : {claim}"

    def contradiction(self, name: str) -> str:
        """The theorem that its hypotheses contradict each other."""
        return f"theorem {name}{self._bound} : False"

    @property
    def _bound(self) -> str:
        return f" {self.binders}" if self.binders else ""


Reading: TypeAlias = Statement | LeanStatement
"""What a claim may mean."""


class Role(Enum):
    """What a claim is in its solution."""

    CALCULATION = "calculation"
    CONSEQUENCE = "consequence"
    PROBLEM = "restates the problem"
    ANSWER = "answer"
    STATED = "stated by a model"


@dataclass(frozen=True)
class Claim:
    """Something a step says that can be true or false.

    Attributes:
        readings: the plain reading first. The claim is verified if the plain one is; it is refuted
            only if all are.
        doubt: why there may be a reading that was not stated, so that the claim cannot be refuted;
            "" if there is none.
        operands: the numbers that it computes with.
        result: the number that it computes, where its right side is one.
        rests_on: steps whose results it takes as hypotheses.
    """

    span: Span
    role: Role
    readings: tuple[Reading, ...]
    doubt: str = ""
    operands: tuple[Fraction, ...] = ()
    result: Fraction | None = None
    rests_on: tuple[int, ...] = ()


@dataclass(frozen=True)
class Passage:
    """A part of a step that makes a claim which could not be stated, with why."""

    span: Span
    why: str


@dataclass(frozen=True)
class StepClaims:
    """What one step says. `introduces`: definitions and assumptions, in words."""

    claims: tuple[Claim, ...] = ()
    unread: tuple[Passage, ...] = ()
    introduces: tuple[str, ...] = ()


@dataclass(frozen=True)
class Answer:
    """The final answer: where it stands, and its value where that can be read.

    Attributes:
        computed: that some step computes it; None where there is nothing to compare.
        computed_in: the step that does, or the last that computes anything.
        solves: that it is the value of the problem, where the problem is an expression.
    """

    span: Span
    step: int
    value: Fraction | None
    computed: Claim | None = None
    computed_in: int | None = None
    solves: Claim | None = None


@dataclass(frozen=True)
class Translation:
    """All that a solution claims, step by step, and its answer."""

    solution: Solution
    steps: tuple[StepClaims, ...]
    answer: Answer | None = None
    problem_numbers: tuple[Fraction, ...] = field(default=())


class Translator(Protocol):
    """Turns solutions into claims."""

    async def translate(self, solution: Solution) -> Translation:
        """Read a solution. What it cannot read is reported in the steps, not raised."""
        ...
