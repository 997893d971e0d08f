"""Choosing among several solutions of one problem by votes on the answer; nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from formalmath.informal.context import shown
from formalmath.informal.equivalence import equivalent
from formalmath.informal.verdicts import SolutionVerdict, Status


class Vote(Enum):
    """Who votes.

    PLAIN: every solution with an answer. VERIFIED: those that are verified; if there is none, those
    that are not refuted; if all are, every one.
    """

    PLAIN = "plain"
    VERIFIED = "verified"


@dataclass(frozen=True)
class Group:
    """Solutions with equivalent answers, by their indices, in the order given.

    Attributes:
        answer: as the first of them writes it.
        votes: how many of them vote, or the sum of their weights.
    """

    answer: str
    members: tuple[int, ...]
    votes: float


def answer_of(verdict: SolutionVerdict) -> str | None:
    """The final answer as text; None if the solution states none."""
    if verdict.answer is None:
        return None
    answer = verdict.answer.answer
    if answer.value is not None:
        return shown(answer.value)
    return answer.span.of(verdict.solution.text)


def ranked(
    verdicts: Sequence[SolutionVerdict], vote: Vote, weights: Sequence[float] | None = None
) -> list[Group]:
    """Groups of equal answers, the one with most votes first; ties go to the earlier answer.

    `weights`: a vote of each solution, such as a reward model's score; 1 by default.
    """
    answers = [answer_of(verdict) for verdict in verdicts]
    groups: list[list[int]] = []
    for i, answer in enumerate(answers):
        if answer is None:
            continue
        for group in groups:
            if equivalent(answers[group[0]] or "", answer):
                group.append(i)
                break
        else:
            groups.append([i])
    voters = _voters(verdicts, [i for group in groups for i in group], vote)
    made = [
        Group(
            answers[group[0]] or "",
            tuple(group),
            sum((weights[i] if weights else 1) for i in group if i in voters),
        )
        for group in groups
    ]
    return sorted(made, key=lambda group: (-group.votes, group.members[0]))


def _voters(verdicts: Sequence[SolutionVerdict], able: Sequence[int], vote: Vote) -> set[int]:
    if vote is Vote.PLAIN:
        return set(able)
    verified = {i for i in able if verdicts[i].status is Status.VERIFIED}
    standing = {i for i in able if verdicts[i].status is not Status.REFUTED}
    return verified or standing or set(able)
