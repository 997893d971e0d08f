"""A solution cut at the borders of its claims, each piece with its mark; nothing else.

Reports print these pieces, on a terminal or as HTML.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from formalmath.informal.context import shown
from formalmath.informal.solution import Span
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


_BRACKETS = {"(": ")", "[": "]", "{": "}", "（": "）"}


def whole(text: str, span: Span) -> Span:
    """A claim's span with the brackets that stand right beside it and belong to what is in it."""
    missing: list[str] = []
    start = span.start
    end = span.end
    for at in range(span.start, span.end):
        if text[at] in _BRACKETS:
            missing.append(_BRACKETS[text[at]])
        elif missing and text[at] == missing[-1]:
            missing.pop()
        elif text[at] in _BRACKETS.values():
            before = text[:start].rstrip(" ")
            if not before or _BRACKETS.get(before[-1]) != text[at]:
                return span
            start = len(before) - 1
    while missing:
        after = len(text) - len(text[end:].lstrip(" "))
        if text[after : after + 1] != missing.pop():
            return Span(start, span.end)
        end = after + 1
    return Span(start, end)


def pieces(verdict: SolutionVerdict, step: StepVerdict) -> Iterator[tuple[Piece, str]]:
    """The text of a step piece by piece, each with the marks of the claims that end with it."""
    span = verdict.solution.steps[step.index].span
    text = verdict.solution.text
    marked = [(whole(text, each.claim.span), each) for each in step.claims]
    claims = [
        (where, each)
        for where, each in marked
        if span.start <= where.start and where.end <= span.end
    ]
    cuts = {span.start, span.end}
    for where, _ in claims:
        cuts |= {where.start, where.end}
    for start, end in pairwise(sorted(cuts)):
        inside = tuple(each for where, each in claims if where.start <= start < where.end)
        ending = (each.status for where, each in claims if where.end == end)
        signs = dict.fromkeys(SIGNS[status] for status in ending)
        yield Piece(text[start:end], inside), "".join(signs)


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
