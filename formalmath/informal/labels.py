"""Training records in chat messages from verdicts, and nothing else.

An outcome or process label is given only where Lean decided; unknown is no label. The prompts are
InternLM-Math's (`prompts`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import Any

from formalmath.informal.chat import Message, user
from formalmath.informal.prompts import PROMPTS, Prompt, filled
from formalmath.informal.verdicts import SolutionVerdict, Status, StepVerdict


class Kind(StrEnum):
    """What a record trains.

    ORM: question and solution to `Correct` or `Incorrect`.
    PRM: question and solution to `Step K: Correct` or `Step K: Incorrect`, a line a step, up to the
        first that is wrong.
    SFT: question to a verified solution.
    """

    ORM = "orm"
    PRM = "prm"
    SFT = "sft"


CORRECT, INCORRECT = "Correct", "Incorrect"


def labelled(
    verdict: SolutionVerdict, kinds: Sequence[Kind] = tuple(Kind)
) -> Iterator[dict[str, Any]]:
    """The records that a verdict gives: `{"messages": [..], "kind": .., "name": ..}`.

    None without a problem, for every prompt has one.
    """
    if not verdict.solution.problem:
        return
    for kind in kinds:
        messages = _MAKERS[kind](verdict)
        if messages:
            yield {
                "messages": [message.record() for message in messages],
                "kind": kind.value,
                "name": verdict.solution.name,
            }


def _orm(verdict: SolutionVerdict) -> list[Message]:
    if verdict.status is Status.UNKNOWN:
        return []
    label = CORRECT if verdict.status is Status.VERIFIED else INCORRECT
    return _judging(Prompt.ORM, verdict, verdict.solution.text, label)


def _prm(verdict: SolutionVerdict) -> list[Message]:
    """Every step before the first refuted one is verified, or holds nothing to be verified."""
    first = verdict.first_refuted
    if first is None and verdict.status is not Status.VERIFIED:
        return []
    before = verdict.steps if first is None else verdict.steps[:first]
    if not all(_stands(step) for step in before):
        return []
    lines = [f"Step {step.index + 1}: {CORRECT}" for step in before]
    if first is not None:
        lines.append(f"Step {first + 1}: {INCORRECT}")
    numbered = "\n".join(f"Step {step.index + 1}: {step.text}" for step in verdict.solution.steps)
    return _judging(Prompt.PRM, verdict, numbered, "\n".join(lines))


def _sft(verdict: SolutionVerdict) -> list[Message]:
    if verdict.status is not Status.VERIFIED:
        return []
    asked = filled(PROMPTS[Prompt.SOLVE], Question=verdict.solution.problem)
    return [user(asked), Message("assistant", verdict.solution.text)]


def _judging(prompt: Prompt, verdict: SolutionVerdict, solution: str, label: str) -> list[Message]:
    asked = filled(PROMPTS[prompt], Question=verdict.solution.problem, COT=solution)
    return [user(asked), Message("assistant", label)]


def _stands(step: StepVerdict) -> bool:
    return step.status is Status.VERIFIED or not (step.claims or step.says.unread)


_MAKERS = {Kind.ORM: _orm, Kind.PRM: _prm, Kind.SFT: _sft}
