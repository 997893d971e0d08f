"""A solution cut at the borders of its claims, each piece with its mark; nothing else.

Reports print these pieces, on a terminal or as HTML.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from formalmath.informal.context import shown
from formalmath.informal.verdicts import ClaimVerdict, SolutionVerdict, Status, StepVerdict

SIGNS = {Status.VERIFIED: "✓", Status.REFUTED: "✗", Status.UNKNOWN: "?"}


@dataclass(frozen=True)
class Piece:
    """Text of a step, and the claims that it is part of (several may overlap)."""

    text: str
    claims: tuple[ClaimVerdict, ...] = ()

    @property
    def status(self) -> Status | None:
        """The worst of its claims; None if it is part of none."""
        for status in (Status.REFUTED, Status.UNKNOWN, Status.VERIFIED):
            if any(each.status is status for each in self.claims):
                return status
        return None

    def ends(self, at: int) -> tuple[ClaimVerdict, ...]:
        """Those of its claims that end at a character."""
        return tuple(each for each in self.claims if each.claim.span.end == at)


def pieces(verdict: SolutionVerdict, step: StepVerdict) -> Iterator[tuple[Piece, str]]:
    """The text of a step piece by piece, each with the marks of the claims that end with it."""
    span = verdict.solution.steps[step.index].span
    claims = [
        each
        for each in step.claims
        if span.start <= each.claim.span.start and each.claim.span.end <= span.end
    ]
    cuts = {span.start, span.end}
    for each in claims:
        cuts |= {each.claim.span.start, each.claim.span.end}
    ordered = sorted(cuts)
    for start, end in pairwise(ordered):
        inside = tuple(
            each for each in claims if each.claim.span.start <= start < each.claim.span.end
        )
        piece = Piece(verdict.solution.text[start:end], inside)
        yield piece, "".join(dict.fromkeys(SIGNS[each.status] for each in piece.ends(end)))


def remarks(verdict: SolutionVerdict, step: StepVerdict) -> Iterator[str]:
    """What else is to be said of a step, a sentence each."""
    if step.status is Status.UNKNOWN and (step.claims or step.says.unread):
        yield step.why
    elif step.says.introduces and not step.claims:
        yield "; ".join(step.says.introduces)
    if step.rests_on_refuted:
        yield f"uses what step {_list(step.rests_on_refuted)} computes, which is refuted"
    if step.unsupported:
        numbers = ", ".join(shown(number) for number in step.unsupported)
        yield f"{numbers}: neither the problem nor an earlier step gives it"
    if step.index in verdict.unused and verdict.answer is not None:
        yield "nothing later uses its result"


def answer_remark(verdict: SolutionVerdict) -> tuple[Status, str]:
    """Whether the final answer is the one computed, in words."""
    answer = verdict.answer
    if answer is None:
        return Status.UNKNOWN, "states no final answer"
    given = answer.answer
    text = given.span.of(verdict.solution.text)
    if given.value is None:
        return Status.UNKNOWN, f"the answer {text!r} was not read as a number"
    if answer.solves is not None and answer.solves.status is not Status.UNKNOWN:
        is_not = "" if answer.solves.status is Status.VERIFIED else "not "
        return answer.solves.status, f"{shown(given.value)} is {is_not}the value of the problem"
    if answer.computed is None or given.computed_in is None:
        return Status.UNKNOWN, f"{shown(given.value)}: no step computes a number"
    step = given.computed_in + 1
    if answer.computed.status is Status.VERIFIED:
        return Status.VERIFIED, f"{shown(given.value)} is what step {step} computes"
    return answer.computed.status, f"{shown(given.value)} is not what any step computes"


def _list(steps: tuple[int, ...]) -> str:
    return ", ".join(str(step + 1) for step in steps)
