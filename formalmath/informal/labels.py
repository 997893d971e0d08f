"""Training records in chat messages from verdicts, and nothing else.

An outcome or process label is given only where Lean decided; unknown is no label. The prompts are
InternLM-Math's (`prompts`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import Any

from formalmath.informal.exchange import Exchange, Wording, exchange, outcome, process
from formalmath.informal.prompts import PROMPTS, Prompt
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


def labelled(
    verdict: SolutionVerdict, kinds: Sequence[Kind] = tuple(Kind), wording: Wording = PROMPTS
) -> Iterator[dict[str, Any]]:
    """The records that a verdict gives: `{"messages": [..], "kind": .., "name": ..}`.

    None without a problem, for every prompt has one.
    """
    if not verdict.solution.problem:
        return
    for kind in kinds:
        messages = _MAKERS[kind](verdict, wording)
        if messages:
            yield {
                "messages": [message.record() for message in messages],
                "kind": kind.value,
                "name": verdict.solution.name,
            }


def _orm(verdict: SolutionVerdict, wording: Wording) -> Exchange | None:
    if verdict.status is Status.UNKNOWN:
        return None
    solution = verdict.solution
    return outcome(solution.problem, solution.text, verdict.status is Status.VERIFIED, wording)


def _prm(verdict: SolutionVerdict, wording: Wording) -> Exchange | None:
    """Every step before the first refuted one is verified, or holds nothing to be verified."""
    first = verdict.first_refuted
    if first is None and verdict.status is not Status.VERIFIED:
        return None
    before = verdict.steps if first is None else verdict.steps[:first]
    if not all(_stands(step) for step in before):
        return None
    labels = [True] * len(before) + ([] if first is None else [False])
    solution = verdict.solution
    return process(solution.problem, [step.text for step in solution.steps], labels, wording)


def _sft(verdict: SolutionVerdict, wording: Wording) -> Exchange | None:
    if verdict.status is not Status.VERIFIED:
        return None
    solution = verdict.solution
    return exchange(Prompt.SOLVE, solution.text, wording, Question=solution.problem)


def _stands(step: StepVerdict) -> bool:
    return step.status is Status.VERIFIED or not (step.claims or step.says.unread)


_MAKERS = {Kind.ORM: _orm, Kind.PRM: _prm, Kind.SFT: _sft}
